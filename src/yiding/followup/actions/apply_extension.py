"""Apply for an extension 申请延期: before the date, with reason, progress and a new date."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from yiding.followup.action import Context, guard
from yiding.followup.fields import EndorsedForm, day_field, words_field
from yiding.followup.guards import no_extension_pending, of_the_lead_unit
from yiding.followup.inbox import accounts_in_role
from yiding.followup.matter_action import MatterAction
from yiding.followup.models import Extension
from yiding.followup.refusals import Refusal
from yiding.followup.rulepack_model import ApprovalName
from yiding.followup.states import State
from yiding.registry.models import Account
from yiding.registry.roles import OF_A_UNIT, Role


class ApplyForm(EndorsedForm):
    """What the leader needs to decide."""

    new_due_on = day_field(_("申请延至"))
    reason = words_field(_("延期理由"))
    progress = words_field(_("目前进展"))

    field_order = ("new_due_on", "reason", "progress")


@guard()
def has_a_date(context: Context) -> Refusal | None:
    """There is a date to extend."""
    if context.subject.due_on is not None:
        return None
    return Refusal("has_a_date", _("此事没有完成时限，不用延期。"), _("请按反馈周期反馈进展。"))


@guard()
def before_the_date(context: Context) -> Refusal | None:
    """The application comes before the date has passed."""
    due_on = context.subject.due_on
    if due_on is None or context.today <= due_on:
        return None
    return Refusal(
        "before_the_date",
        _("完成时限%(due)s已过，不能再申请延期。"),
        _("请尽快办结；原因写进反馈。"),
        {"due": due_on},
    )


@guard(reads_fields=True)
def later_than_now_due(context: Context) -> Refusal | None:
    """The new date lies after the one that holds."""
    new, due_on = context.data["new_due_on"], context.subject.due_on
    if due_on is None or new > due_on:
        return None
    return Refusal(
        "later_than_now_due",
        _("申请延至%(new)s，不晚于现定时限%(due)s。"),
        _("请填%(due)s以后的日期。"),
        {"new": new, "due": due_on},
    )


class ApplyExtension(MatterAction):
    """申请延期：到期之前，写明理由、进展和新时限。"""

    name, label = "matter.apply_extension", _("申请延期")
    roles = OF_A_UNIT
    sources = frozenset({State.UNDER_WAY})
    form = ApplyForm
    needs = (
        of_the_lead_unit,
        has_a_date,
        before_the_date,
        no_extension_pending,
        later_than_now_due,
    )
    sentence = _("%(actor)s申请延期至%(new_due_on)s：%(reason)s")

    def perform(self, context: Context) -> None:
        """Keep the application; nothing moves until it is decided."""
        matter, data = context.subject, context.data
        Extension.objects.create(
            matter=matter,
            ordinal=matter.extended_count + 1,
            due_before=matter.due_on,
            new_due_on=data["new_due_on"],
            reason=data["reason"],
            progress=data["progress"],
            applied_by=context.account,
            applied_at=context.at,
        )

    def expected_of(self, context: Context) -> Iterable[Account]:
        """Whoever decides this one."""
        matter = context.subject
        approval: ApprovalName = "later_extension" if matter.extended_count else "first_extension"
        role = Role(context.pack.approver(approval))
        deciders = accounts_in_role(matter.jurisdiction, role)
        if role == Role.VICE_MAYOR and matter.leader is not None:
            return [one for one in deciders if one.person_id == matter.leader.person_id]
        return deciders
