"""Submit 送审签: every sentence is accounted for, every duty can be handed over."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from yiding.followup.accounting import readiness_of
from yiding.followup.action import Action, Context, guard
from yiding.followup.inbox import accounts_in_role
from yiding.followup.models import Minutes
from yiding.followup.refusals import Refusal
from yiding.registry.models import Account
from yiding.registry.roles import SUPERVISION, Role


@guard()
def no_sentence_unread(context: Context) -> Refusal | None:
    """Every sentence is filed as something."""
    unread = readiness_of(context.subject, ()).unread
    if not unread:
        return None
    return Refusal(
        "no_sentence_unread",
        _("还有%(count)s句没有归类。"),
        _("请把每一句归为任务、议定或背景。"),
        {"count": len(unread)},
    )


@guard()
def every_duty_decided(context: Context) -> Refusal | None:
    """Every binding duty is accepted, changed, or not followed with a reason."""
    undecided = readiness_of(context.subject, context.subject.proposals.all()).undecided
    if not undecided:
        return None
    return Refusal(
        "every_duty_decided",
        _("还有%(count)s件任务待定：%(clauses)s。"),
        _("请逐件接受、修改或写明理由不立项。"),
        {"count": len(undecided), "clauses": [one.clause for one in undecided[:12]]},
    )


@guard()
def every_duty_complete(context: Context) -> Refusal | None:
    """Every duty accepted has a lead, a decision about its date, and what closes it."""
    lacking = readiness_of(context.subject, context.subject.proposals.all()).incomplete
    if not lacking:
        return None
    return Refusal(
        "every_duty_complete",
        _("%(clauses)s 已接受，但还缺牵头单位、时限或办结标准。"),
        _("请补齐再送审签。"),
        {"clauses": [one.clause for one in lacking]},
    )


class SubmitMinutes(Action):
    """送秘书长审签。"""

    name, label = "minutes.submit", _("送秘书长审签")
    model = Minutes
    roles = SUPERVISION
    sources, target = frozenset({Minutes.State.REVIEWING}), Minutes.State.SUBMITTED
    needs = (no_sentence_unread, every_duty_decided, every_duty_complete)
    sentence = _("%(actor)s送秘书长审签。")

    def perform(self, context: Context) -> None:
        """The moment it was sent."""
        context.subject.submitted_at = context.at

    def expected_of(self, context: Context) -> Iterable[Account]:
        """Whoever signs assignments under the pack."""
        role = Role(context.pack.approver("assignment"))
        return accounts_in_role(context.subject.jurisdiction, role)
