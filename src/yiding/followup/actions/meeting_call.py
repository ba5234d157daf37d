"""Call a meeting 定议程: the agenda stands, the units of its topics are called as observers."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from yiding.followup.action import Context, guard
from yiding.followup.actions.topic_schedule import call_unit
from yiding.followup.inbox import accounts_of_units
from yiding.followup.meeting_action import MeetingAction
from yiding.followup.models import Meeting
from yiding.followup.refusals import Refusal
from yiding.registry.models import Account
from yiding.registry.roles import Role


@guard()
def has_an_agenda(context: Context) -> Refusal | None:
    """At least one topic is scheduled."""
    if context.subject.topics.exists():
        return None
    return Refusal("has_an_agenda", _("议程上还没有议题。"), _("请先把议题列入这次会议。"))


class CallMeeting(MeetingAction):
    """定议程：通知列席单位。"""

    name, label = "meeting.call", _("定议程、发通知")
    roles = frozenset({Role.MAYOR, Role.SECRETARY_GENERAL})
    sources, target = frozenset({Meeting.State.PLANNED}), Meeting.State.CALLED
    needs = (has_an_agenda,)
    sentence = _("%(actor)s定下议程，通知列席单位。")

    def perform(self, context: Context) -> None:
        """Each unit once."""
        meeting = context.subject
        units = {topic.unit_id: topic.unit for topic in meeting.topics.select_related("unit")}
        for unit in units.values():
            call_unit(meeting, unit)

    def told(self, context: Context) -> Iterable[Account]:
        """The units of the agenda."""
        return accounts_of_units(
            topic.unit for topic in context.subject.topics.select_related("unit")
        )
