"""Note 阅知: nothing is to be done; the reason stays."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from yiding.followup.action import ActForm
from yiding.followup.fields import words_field
from yiding.followup.matter_action import MatterAction
from yiding.followup.states import State
from yiding.registry.roles import SUPERVISION


class NoteForm(ActForm):
    """Why it is not followed."""

    reason = words_field(_("不立项的理由"))


class Note(MatterAction):
    """阅知：不立项，写明理由。"""

    name, label = "matter.note", _("阅知不立项")
    roles, sources, target = SUPERVISION, frozenset({State.PROPOSED}), State.NOTED
    form = NoteForm
    sentence = _("%(actor)s定为阅知，不立项：%(reason)s")
