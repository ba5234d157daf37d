"""Archive 归档: nothing moves after it."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from yiding.followup.matter_action import MatterAction
from yiding.followup.states import State
from yiding.registry.roles import Role


class Archive(MatterAction):
    """归档：销号、变更或阅知之后。"""

    name, label = "matter.archive", _("归档")
    roles = frozenset({Role.ARCHIVIST, Role.SUPERVISION_DIRECTOR})
    sources = frozenset({State.CLOSED, State.CHANGED, State.NOTED})
    target = State.ARCHIVED
    sentence = _("%(actor)s归档。")
    is_bulk = True
    is_grave = True
