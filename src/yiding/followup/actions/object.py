"""Object 职责异议: not our competence, with a reason and whose it is."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from yiding.followup.action import Context, guard
from yiding.followup.fields import EndorsedForm, UnitField, words_field
from yiding.followup.guards import of_the_lead_unit
from yiding.followup.inbox import supervision_of
from yiding.followup.matter_action import MatterAction, clock_end, concluded
from yiding.followup.models import Conclusion
from yiding.followup.refusals import Refusal
from yiding.followup.states import State
from yiding.registry.models import Account
from yiding.registry.roles import OF_A_UNIT


class ObjectForm(EndorsedForm):
    """The reason, and the unit it should go to."""

    reason = words_field(_("不属本单位职责的理由"), help_text=_("写明职责依据。"))
    proposed_unit = UnitField(label=_("建议承办单位"))

    def prepare(self, context: Context) -> None:
        """Any unit but one's own."""
        super().prepare(context)
        field = self.fields["proposed_unit"]
        field.offer(context)  # type: ignore[attr-defined]
        field.queryset = field.queryset.exclude(pk=context.subject.lead_id)  # type: ignore[attr-defined]


@guard()
def within_objection_days(context: Context) -> Refusal | None:
    """An objection comes within the pack's days after the assignment."""
    assigned_on = timezone.localdate(context.subject.assigned_at or context.at)
    last_on = clock_end(context, "object_within", assigned_on)
    if last_on is None or context.today <= last_on:
        return None
    return Refusal(
        "within_objection_days",
        _("提出职责异议的期限%(day)s已过。"),
        _("请先签收办理，再与督查室商量改派。"),
        {"day": last_on},
    )


class Object(MatterAction):
    """职责异议：写明理由和建议单位，由单位负责人审签。"""

    name, label = "matter.object", _("提职责异议")
    roles = OF_A_UNIT
    sources, target = frozenset({State.ASSIGNED}), State.OBJECTED
    form = ObjectForm
    needs = (of_the_lead_unit, within_objection_days)
    sentence = _("%(actor)s提出职责异议，建议由%(proposed_unit)s承办：%(reason)s")

    def perform(self, context: Context) -> None:
        """The reason stays on record."""
        written = concluded(context, Conclusion.Kind.OBJECTION, context.data["reason"])
        written.unit = context.data["proposed_unit"]
        written.save(update_fields=["unit"])

    def expected_of(self, context: Context) -> Iterable[Account]:
        """The supervision office answers."""
        return supervision_of(context.subject.jurisdiction)
