"""Cancel a meeting 取消会议: its topics wait again."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from yiding.followup.action import ActForm, Context
from yiding.followup.fields import words_field
from yiding.followup.meeting_action import MeetingAction
from yiding.followup.models import Meeting, Topic
from yiding.registry.roles import Role


class CancelForm(ActForm):
    """Why."""

    reason = words_field(_("取消的理由"))


class CancelMeeting(MeetingAction):
    """取消会议。"""

    name, label = "meeting.cancel", _("取消会议")
    roles = frozenset({Role.MAYOR, Role.SECRETARY_GENERAL})
    sources = frozenset({Meeting.State.PLANNED, Meeting.State.CALLED})
    target = Meeting.State.CANCELLED
    form = CancelForm
    sentence = _("%(actor)s取消会议：%(reason)s")
    is_grave = True

    def perform(self, context: Context) -> None:
        """Topics go back to waiting."""
        context.subject.topics.filter(state=Topic.State.SCHEDULED).update(
            state=Topic.State.READY, meeting=None, position=None
        )
