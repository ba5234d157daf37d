"""What the verbs on a meeting 会议 share."""

from __future__ import annotations

from typing import ClassVar

from yiding.followup.action import Action
from yiding.followup.models import Meeting
from yiding.registry.models import Office
from yiding.registry.roles import SUPERVISION, Role

#: The members of an executive meeting 常务会议组成人员.
MEMBER_OFFICES = (Office.MAYOR, Office.VICE_MAYOR, Office.SECRETARY_GENERAL)


class MeetingAction(Action):
    """A verb on a meeting."""

    model: ClassVar[type[Meeting]] = Meeting
    roles = SUPERVISION | {Role.SECRETARY_GENERAL}
