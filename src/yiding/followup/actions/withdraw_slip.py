"""Withdraw a slip 撤回督办单: with a reason; the number stays taken."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from yiding.followup.action import ActForm, Context, guard
from yiding.followup.actions.issue_slip import RANKS
from yiding.followup.fields import words_field
from yiding.followup.inbox import accounts_of_unit
from yiding.followup.models import Slip
from yiding.followup.refusals import Refusal
from yiding.followup.slip_action import SlipAction
from yiding.registry.models import Account
from yiding.registry.roles import LEADERS, SUPERVISION, Role


class WithdrawForm(ActForm):
    """Why."""

    reason = words_field(_("撤回理由"))


@guard()
def ranks_as_the_issuer(context: Context) -> Refusal | None:
    """Withdrawn by one who could have issued it."""
    issuer = Role(context.subject.issued_by.role)
    if RANKS.index(Role(context.account.role)) >= RANKS.index(issuer):
        return None
    return Refusal(
        "ranks_as_the_issuer",
        _("此单由%(role)s签发。"),
        _("请签发人或其上级撤回。"),
        {"role": issuer.label},
    )


class WithdrawSlip(SlipAction):
    """撤回督办单：写明理由，编号不再用。"""

    name, label = "slip.withdraw", _("撤回督办单")
    roles = SUPERVISION | LEADERS
    sources = frozenset({Slip.State.ISSUED, Slip.State.RECEIVED, Slip.State.ANSWERED})
    target = Slip.State.WITHDRAWN
    form = WithdrawForm
    needs = (ranks_as_the_issuer,)
    settles = ("matter.issue_slip", "slip.answer")
    sentence = _("%(actor)s撤回督办单：%(reason)s")
    is_grave = True

    def perform(self, context: Context) -> None:
        """Keep who and why."""
        slip = context.subject
        slip.withdrawn_at, slip.withdrawn_by = context.at, context.account
        slip.withdrawal_reason = context.data["reason"]

    def told(self, context: Context) -> Iterable[Account]:
        """The unit hears of it."""
        return accounts_of_unit(context.subject.unit)
