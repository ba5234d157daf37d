"""Conditions that several actions share. A guard says what it found and what to do."""

from __future__ import annotations

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from yiding.followup.action import Context, Guard, guard
from yiding.followup.models import Extension, Part
from yiding.followup.refusals import Refusal
from yiding.followup.rulepack_model import ApprovalName
from yiding.registry.models import Post
from yiding.registry.roles import OF_A_UNIT, Role


@guard()
def of_the_lead_unit(context: Context) -> Refusal | None:
    """Whoever acts for a unit acts for the one that leads."""
    account, matter = context.account, context.subject
    if account.role not in OF_A_UNIT or account.unit_id == matter.lead_id:
        return None
    return Refusal(
        "of_the_lead_unit",
        _("此事由%(lead)s牵头，您的单位是%(unit)s。"),
        _("请牵头单位办理；配合单位可以办结自己的配合任务。"),
        {"lead": matter.lead or "—", "unit": account.unit or "—"},
    )


@guard()
def of_a_bearing_unit(context: Context) -> Refusal | None:
    """Whoever acts for a unit acts for one that leads or assists."""
    account, matter = context.account, context.subject
    if account.role not in OF_A_UNIT or account.unit_id == matter.lead_id:
        return None
    if matter.parts.filter(unit=account.unit_id).exists():
        return None
    return Refusal(
        "of_a_bearing_unit",
        _("%(unit)s不是此事的牵头或配合单位。"),
        _("请由%(lead)s或配合单位办理。"),
        {"lead": matter.lead or "—", "unit": account.unit or "—"},
    )


@guard()
def parts_settled(context: Context) -> Refusal | None:
    """Every assisting unit's part is done, or excused with a reason."""
    open_parts = context.subject.parts.filter(state=Part.State.OPEN).select_related("unit")
    units = [part.unit for part in open_parts]
    if not units:
        return None
    return Refusal(
        "parts_settled",
        _("配合任务还没有了结：%(units)s。"),
        _("请这些单位办结配合任务，或请督查室写明理由免予配合。"),
        {"units": units},
    )


@guard()
def no_extension_pending(context: Context) -> Refusal | None:
    """Nobody is waiting for a decision on an extension."""
    pending = context.subject.extensions.filter(decision=Extension.Decision.PENDING).first()
    if pending is None:
        return None
    return Refusal(
        "no_extension_pending",
        _("延期至%(day)s的申请还没有批复。"),
        _("请先等批复，再办这一步。"),
        {"day": pending.new_due_on},
    )


@guard()
def not_the_submitter(context: Context) -> Refusal | None:
    """Whoever submitted does not judge it."""
    if context.account.pk != context.subject.submitted_by_id:
        return None
    return Refusal(
        "not_the_submitter",
        _("这次办结申请是您自己提交的。"),
        _("请督查室另一人核查。"),
    )


def approved_as(name: ApprovalName) -> Guard:
    """The role that the rule pack names for a decision, and a vice-mayor only in the portfolio."""

    def check(context: Context) -> Refusal | None:
        return decider_refusal(context, name)

    return Guard(f"approved_as_{name}", check)


def decider_refusal(context: Context, name: ApprovalName) -> Refusal | None:
    """Why this account does not decide what the pack gives to a role; none if it does."""
    wanted = Role(context.pack.approver(name))
    if context.account.role != wanted:
        return Refusal(
            f"approved_as_{name}",
            _("规则包“%(pack)s”规定，这一步由%(wanted)s决定。"),
            _("请%(wanted)s办理。"),
            {"pack": context.pack.name.zh, "wanted": wanted.label},
        )
    return None if _is_in_portfolio(context) else _outside_portfolio(context)


def _is_in_portfolio(context: Context) -> bool:
    account, matter = context.account, context.subject
    if account.role != Role.VICE_MAYOR:
        return True
    posts = Post.objects.filter(person=account.person_id).in_force(context.today)
    return posts.filter(Q(pk=matter.leader_id) | Q(portfolio=matter.lead_id)).exists()


def _outside_portfolio(context: Context) -> Refusal:
    return Refusal(
        "in_portfolio",
        _("%(lead)s不在您的分管范围内。"),
        _("请分管此单位的副市长决定。"),
        {"lead": context.subject.lead or "—"},
    )
