"""Take off the agenda 撤下议程: before the meeting is held."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from yiding.followup.action import ActForm, Context, guard
from yiding.followup.fields import words_field
from yiding.followup.models import Meeting
from yiding.followup.refusals import Refusal
from yiding.followup.topic_action import ByTheOffice, TopicState
from yiding.registry.roles import Role


class UnscheduleForm(ActForm):
    """Why."""

    reason = words_field(_("撤下的理由"))


@guard()
def meeting_not_held(context: Context) -> Refusal | None:
    """What was on the table of a meeting held has an outcome, not a withdrawal."""
    meeting = context.subject.meeting
    if meeting is None or meeting.state not in {Meeting.State.HELD, Meeting.State.MINUTED}:
        return None
    return Refusal("meeting_not_held", _("会议已经召开。"), _("请登记审议结果。"))


class UnscheduleTopic(ByTheOffice):
    """撤下议程。"""

    name, label = "topic.unschedule", _("撤下议程")
    roles = frozenset({Role.MAYOR, Role.SECRETARY_GENERAL})
    sources, target = frozenset({TopicState.SCHEDULED}), TopicState.READY
    form = UnscheduleForm
    needs = (meeting_not_held,)
    sentence = _("%(actor)s从议程撤下：%(reason)s")

    def perform(self, context: Context) -> None:
        """It waits again."""
        context.subject.meeting = context.subject.position = None
