"""Send back 退回: with a reason code and what is missing."""

from __future__ import annotations

from collections.abc import Iterable

from django import forms
from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from yiding.followup.action import ActForm, Context
from yiding.followup.fields import words_field
from yiding.followup.guards import not_the_submitter
from yiding.followup.inbox import accounts_of_unit
from yiding.followup.matter_action import TakesTheClaim, concluded, set_next_report
from yiding.followup.models import Conclusion, Evidence
from yiding.followup.states import State
from yiding.registry.models import Account
from yiding.registry.roles import SUPERVISION


class ReasonCode(TextChoices):
    """退回原因."""

    NO_PROOF = "no_proof", _("佐证不足")
    WRONG_ISSUER = "wrong_issuer", _("出具单位不对")
    DATED_BEFORE = "dated_before", _("佐证早于议定")
    NOT_THE_ACT = "not_the_act", _("做的不是议定的事")
    HALF_DONE = "half_done", _("只完成一部分")
    CONTRADICTED = "contradicted", _("与台账不符")
    OTHER = "other", _("其他")


class SendBackForm(ActForm):
    """Why, and what is missing."""

    code = forms.ChoiceField(label=_("退回原因"), choices=ReasonCode.choices)
    missing = words_field(_("还缺什么"))


class SendBack(TakesTheClaim):
    """退回：写明原因和所缺，回到办理中。"""

    name, label = "matter.send_back", _("退回")
    roles = SUPERVISION
    sources, target = frozenset({State.SUBMITTED}), State.UNDER_WAY
    form = SendBackForm
    needs = (not_the_submitter,)
    sentence = _("%(actor)s退回办结申请：%(missing)s")

    def perform(self, context: Context) -> None:
        """What was filed and not accepted is refused."""
        matter, data = context.subject, context.data
        concluded(context, Conclusion.Kind.SEND_BACK, data["missing"], code=data["code"])
        matter.evidence.filter(verdict=Evidence.Verdict.PENDING).update(
            verdict=Evidence.Verdict.REFUSED,
            verified_by=context.account,
            verified_at=context.at,
        )
        matter.sent_back_count += 1
        matter.concluded_at = context.at
        set_next_report(context)

    def expected_of(self, context: Context) -> Iterable[Account]:
        """The lead unit has to go on."""
        return accounts_of_unit(context.subject.lead)
