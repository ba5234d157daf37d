"""Cancel a meeting 取消会议: its topics wait again."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import F
from django.utils.translation import gettext_lazy as _

from yiding.followup.action import ActForm, Context
from yiding.followup.fields import words_field
from yiding.followup.inbox import accounts_of_units
from yiding.followup.meeting_action import MeetingAction
from yiding.followup.models import Meeting, Topic
from yiding.registry.models import Account
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
        """Topics go back to waiting; whoever looks at one sees that it has moved."""
        topics = context.subject.topics.filter(state=Topic.State.SCHEDULED)
        rows = list(topics.select_related("unit"))
        context.data["topics"], context.data["units"] = rows, {one.unit for one in rows}
        topics.update(
            state=Topic.State.READY, meeting=None, position=None, version=F("version") + 1
        )

    def told(self, context: Context) -> Iterable[Account]:
        """The units that were called."""
        return accounts_of_units(context.data["units"])

    def recorded(self, context: Context) -> dict[str, Any]:
        """The topics by their addresses."""
        topics = sorted(one.address for one in context.data["topics"])
        return {"reason": context.data["reason"], "topics": topics}
