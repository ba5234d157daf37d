"""Answer an objection 答复异议: it stays, or goes to another unit."""

from __future__ import annotations

from collections.abc import Iterable

from django import forms
from django.utils.translation import gettext_lazy as _

from yiding.followup.action import ActForm, Context, guard
from yiding.followup.fields import UnitField, words_field
from yiding.followup.guards import approved_as
from yiding.followup.inbox import accounts_of_unit
from yiding.followup.matter_action import MatterAction, concluded
from yiding.followup.models import Conclusion
from yiding.followup.refusals import Refusal
from yiding.followup.states import State
from yiding.registry.models import Account
from yiding.registry.roles import Role

UPHELD, REASSIGNED = "upheld", "reassigned"


class AnswerForm(ActForm):
    """Upheld or reassigned, and why."""

    decision = forms.ChoiceField(
        label=_("决定"),
        choices=[(UPHELD, _("维持原单位")), (REASSIGNED, _("改派"))],
        widget=forms.RadioSelect,
    )
    unit = UnitField(label=_("改派给"), required=False)
    words = words_field(_("答复"))

    def prepare(self, context: Context) -> None:
        """The proposed unit is offered first."""
        self.fields["unit"].offer(context)  # type: ignore[attr-defined]
        asked = context.subject.conclusions.filter(kind=Conclusion.Kind.OBJECTION).first()
        self.initial = {"unit": asked.unit.code if asked and asked.unit else None}


@guard(reads_fields=True)
def names_another_unit(context: Context) -> Refusal | None:
    """A reassignment names a unit that is not the one before."""
    if context.data["decision"] == UPHELD:
        return None
    unit = context.data.get("unit")
    if unit is not None and unit.pk != context.subject.lead_id:
        return None
    return Refusal(
        "names_another_unit",
        _("改派没有写明另一个单位。"),
        _("请选改派的单位，或选“维持原单位”。"),
    )


class AnswerObjection(MatterAction):
    """答复异议：维持或改派，重新待签收。"""

    name, label = "matter.answer_objection", _("答复异议")
    roles = frozenset({Role.SECRETARY_GENERAL, Role.SUPERVISION_DIRECTOR})
    sources, target = frozenset({State.OBJECTED}), State.ASSIGNED
    form = AnswerForm
    needs = (approved_as("objection"), names_another_unit)
    sentence = _("%(actor)s答复职责异议：%(words)s")

    def perform(self, context: Context) -> None:
        """The clock of signing begins again."""
        matter, data = context.subject, context.data
        code = data["decision"]
        concluded(context, Conclusion.Kind.ANSWER, data["words"], code=code)
        if code == REASSIGNED:
            matter.lead = data["unit"]
            matter.parts.filter(unit=matter.lead).delete()
        matter.assigned_at = context.at

    def expected_of(self, context: Context) -> Iterable[Account]:
        """Whoever leads now signs."""
        return accounts_of_unit(context.subject.lead)
