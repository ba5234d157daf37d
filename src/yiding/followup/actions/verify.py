"""Verify 核查: another person finds the proof good; the conclusion is fed back."""

from __future__ import annotations

from collections.abc import Iterable

from django import forms
from django.utils.translation import gettext_lazy as _

from yiding.followup.action import ActForm, Context
from yiding.followup.fields import words_field
from yiding.followup.guards import not_the_submitter
from yiding.followup.inbox import accounts_in_role, accounts_of_unit
from yiding.followup.matter_action import MatterAction, concluded
from yiding.followup.models import ClosingTest, Conclusion, Evidence, LedgerReading
from yiding.followup.proving import keep_reading
from yiding.followup.rulepack_model import ApprovalName
from yiding.followup.states import State
from yiding.registry.models import Account
from yiding.registry.roles import SUPERVISION, Role


class VerifyForm(ActForm):
    """How it was checked, and what was found."""

    method = forms.ChoiceField(
        label=_("核查方式"),
        choices=[("desk", _("书面核查")), ("site", _("现场核查"))],
        widget=forms.RadioSelect,
    )
    conclusion = words_field(_("核查结论"), help_text=_("事实清楚、证据充分，反馈给承办单位。"))


class Verify(MatterAction):
    """核查：核查人不是提交人。"""

    name, label = "matter.verify", _("核查通过")
    roles = SUPERVISION
    sources, target = frozenset({State.SUBMITTED}), State.VERIFIED
    form = VerifyForm
    needs = (not_the_submitter,)
    sentence = _("%(actor)s核查通过：%(conclusion)s")

    def perform(self, context: Context) -> None:
        """What was filed is accepted, by name."""
        matter, data = context.subject, context.data
        written = data["conclusion"]
        concluded(context, Conclusion.Kind.VERIFICATION, written, code=data["method"])
        matter.evidence.filter(verdict=Evidence.Verdict.PENDING).update(
            verdict=Evidence.Verdict.ACCEPTED,
            verified_by=context.account,
            verified_at=context.at,
        )
        test = ClosingTest.objects.filter(matter=matter).first()
        if test is not None:
            keep_reading(test, LedgerReading.Occasion.VERIFIED, context.at)
        matter.verified_at, matter.verified_by = context.at, context.account
        matter.concluded_at = context.at

    def expected_of(self, context: Context) -> Iterable[Account]:
        """Whoever closes."""
        matter = context.subject
        approval: ApprovalName = "closing_major" if matter.is_major else "closing"
        return accounts_in_role(matter.jurisdiction, Role(context.pack.approver(approval)))

    def told(self, context: Context) -> Iterable[Account]:
        """The unit hears the conclusion."""
        return accounts_of_unit(context.subject.lead)
