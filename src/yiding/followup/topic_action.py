"""What the verbs on a topic 议题 share."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import ClassVar

from django.utils.translation import gettext_lazy as _

from yiding.dates import UnknownCalendarYear
from yiding.followup.action import Action, Context, guard
from yiding.followup.inbox import accounts_of_unit, supervision_of
from yiding.followup.models import Topic
from yiding.followup.refusals import Refusal
from yiding.followup.rulepack import deadline_of
from yiding.registry.models import Account
from yiding.registry.roles import SUPERVISION, Role

TopicState = Topic.State
#: The office that prepares meetings.
OFFICE = SUPERVISION | {Role.SECRETARY_GENERAL}
#: Before the meeting has spoken.
BEFORE_MEETING = frozenset(
    {
        TopicState.FILED,
        TopicState.RETURNED,
        TopicState.LEGAL_REVIEW,
        TopicState.COORDINATING,
        TopicState.READY,
    }
)
#: What a meeting can make of a topic.
OUTCOMES = (
    TopicState.PASSED,
    TopicState.PASSED_IN_PRINCIPLE,
    TopicState.TO_PARTY,
    TopicState.DEFERRED,
    TopicState.REJECTED,
    TopicState.HEARD,
)


class TopicAction(Action):
    """A verb on a topic."""

    model: ClassVar[type[Topic]] = Topic


class ByTheOffice(TopicAction):
    """Done by the office; the unit is told."""

    roles = OFFICE

    def told(self, context: Context) -> Iterable[Account]:
        """The unit that filed it."""
        return accounts_of_unit(context.subject.unit)


class ByTheUnit(TopicAction):
    """Done by the unit; the office is told."""

    def told(self, context: Context) -> Iterable[Account]:
        """The office."""
        return supervision_of(context.subject.jurisdiction)


@guard()
def of_the_filing_unit(context: Context) -> Refusal | None:
    """Only the unit whose topic it is."""
    if context.account.unit_id == context.subject.unit_id:
        return None
    return Refusal(
        "of_the_filing_unit",
        _("此议题由%(unit)s申报。"),
        _("请申报单位办理。"),
        {"unit": context.subject.unit},
    )


def review_ends_on(context: Context, sent_on: date) -> date | None:
    """The first day a legal opinion may be recorded; none where the calendar is not published."""
    try:
        return deadline_of(context.pack.clock("legal_review_at_least"), sent_on)
    except UnknownCalendarYear:
        return None
