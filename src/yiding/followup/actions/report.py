"""Report 反馈: what a unit says of its progress, with proof where there is some."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from yiding.followup.action import Context
from yiding.followup.fields import EvidenceForm, words_field
from yiding.followup.guards import of_a_bearing_unit
from yiding.followup.matter_action import TakesTheClaim, ToTheOffice, set_next_report
from yiding.followup.models import Report as ReportRow
from yiding.followup.proof import filed_evidence, witness_is_another
from yiding.followup.states import State
from yiding.registry.roles import OF_A_UNIT


class ReportForm(EvidenceForm):
    """How far it is, in words."""

    progress = forms.ChoiceField(label=_("进展"), choices=ReportRow.Progress.choices)
    words = words_field(_("反馈内容"), help_text=_("写到哪一步、数字多少、下一步做什么。"))

    field_order = ("progress", "words")

    def prepare(self, context: Context) -> None:
        """A report needs no endorsement; the head may say so elsewhere."""
        super().prepare(context)
        self.fields.pop("endorsed_by", None)


class Report(TakesTheClaim, ToTheOffice):
    """反馈：牵头单位按周期反馈，配合单位反馈自己的部分。"""

    name, label = "matter.report", _("反馈进展")
    roles = OF_A_UNIT
    sources = frozenset({State.UNDER_WAY, State.STANDING})
    form = ReportForm
    needs = (of_a_bearing_unit, witness_is_another)
    sentence = _("%(actor)s反馈：%(words)s")

    def perform(self, context: Context) -> None:
        """Keep it; the lead's report sets the next one's day."""
        matter, data, unit = context.subject, context.data, context.account.unit
        assert unit is not None  # noqa: S101 - the guard has seen that it bears the matter
        ReportRow.objects.create(
            matter=matter,
            unit=unit,
            by=context.account,
            at=context.at,
            progress=data["progress"],
            words=data["words"],
        )
        filed_evidence(context)
        if unit.pk != matter.lead_id:
            return
        matter.last_report_at = context.at
        if matter.state == State.UNDER_WAY:
            set_next_report(context)
