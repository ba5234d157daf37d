"""Resume 恢复: what was suspended goes on, with a date."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from yiding.followup.action import Context
from yiding.followup.actions.suspend import AuthorityForm, authority_fits
from yiding.followup.fields import day_field
from yiding.followup.matter_action import ToTheUnit, concluded, set_next_report
from yiding.followup.models import Conclusion
from yiding.followup.states import State
from yiding.registry.roles import Role


class ResumeForm(AuthorityForm):
    """By which authority, and by when now."""

    due_on = day_field(_("新的完成时限"), required=False, help_text=_("不填就是中止前的时限。"))


class Resume(ToTheUnit):
    """恢复办理：写明依据；原定时限不变。"""

    name, label = "matter.resume", _("恢复办理")
    roles = frozenset({Role.MAYOR, Role.SECRETARY_GENERAL})
    sources, target = frozenset({State.SUSPENDED}), State.UNDER_WAY
    form = ResumeForm
    needs = (authority_fits,)
    sentence = _("%(actor)s依据%(authority)s恢复办理：%(reason)s")

    def perform(self, context: Context) -> None:
        """Reports are due again."""
        matter = context.subject
        concluded(context, Conclusion.Kind.CHANGE, context.data["reason"], code="resumed")
        matter.due_on = context.data["due_on"] or matter.due_on
        matter.signed_at = matter.signed_at or context.at
        set_next_report(context)
