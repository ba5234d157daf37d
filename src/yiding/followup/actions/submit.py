"""Submit 申请办结: with the proof the closing test asks for."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from yiding.followup.action import Context
from yiding.followup.fields import EvidenceForm, words_field
from yiding.followup.guards import no_extension_pending, of_the_lead_unit, parts_settled
from yiding.followup.inbox import supervision_of
from yiding.followup.matter_action import MatterAction, stop_reports
from yiding.followup.proof import filed_evidence, filed_reading, proof_filed, witness_is_another
from yiding.followup.states import State
from yiding.registry.models import Account
from yiding.registry.roles import OF_A_UNIT


class SubmitForm(EvidenceForm):
    """What was done, and the proof."""

    words = words_field(_("办结说明"))

    field_order = ("words",)


class Submit(MatterAction):
    """申请办结：附佐证，由单位负责人审签。"""

    name, label = "matter.submit", _("申请办结")
    roles = OF_A_UNIT
    sources, target = frozenset({State.UNDER_WAY}), State.SUBMITTED
    form = SubmitForm
    needs = (
        of_the_lead_unit,
        parts_settled,
        no_extension_pending,
        proof_filed,
        witness_is_another,
    )
    sentence = _("%(actor)s申请办结：%(words)s")

    def perform(self, context: Context) -> None:
        """Keep who submitted: that person never verifies."""
        matter = context.subject
        filed_evidence(context)
        matter.submitted_at, matter.submitted_by = context.at, context.account
        filed_reading(context)
        stop_reports(matter)

    def expected_of(self, context: Context) -> Iterable[Account]:
        """The supervision office verifies."""
        return supervision_of(context.subject.jurisdiction)
