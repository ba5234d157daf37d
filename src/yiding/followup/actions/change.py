"""Change 变更: a later decision takes this one's place."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from yiding.followup.action import Context
from yiding.followup.actions.suspend import AuthorityForm, authority_fits
from yiding.followup.matter_action import ToTheUnit, concluded, stop_reports
from yiding.followup.models import Conclusion
from yiding.followup.states import State
from yiding.registry.roles import Role


class ChangeForm(AuthorityForm):
    """By which authority, and what takes its place."""

    replaced_by = forms.CharField(
        label=_("改为"), max_length=80, required=False, help_text=_("后来事项的地址，没有可不填。")
    )


class Change(ToTheUnit):
    """变更：后一次决定取代此事。"""

    name, label = "matter.change", _("变更")
    roles = frozenset({Role.MAYOR, Role.SECRETARY_GENERAL})
    sources = frozenset({State.ASSIGNED, State.UNDER_WAY, State.SUSPENDED, State.STANDING})
    target = State.CHANGED
    form = ChangeForm
    needs = (authority_fits,)
    sentence = _("%(actor)s依据%(authority)s变更此事：%(reason)s")
    is_grave = True

    def perform(self, context: Context) -> None:
        """Nothing more is due here."""
        code = context.data.get("replaced_by", "")[:30]
        concluded(context, Conclusion.Kind.CHANGE, context.data["reason"], code=code or "changed")
        stop_reports(context.subject)
