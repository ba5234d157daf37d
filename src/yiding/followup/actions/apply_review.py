"""Apply for a review 申请复核: within the days after a conclusion."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from yiding.followup.action import Context, guard
from yiding.followup.fields import EndorsedForm, words_field
from yiding.followup.guards import of_the_lead_unit
from yiding.followup.inbox import accounts_in_role
from yiding.followup.matter_action import MatterAction, clock_end, concluded, stop_reports
from yiding.followup.models import Conclusion
from yiding.followup.refusals import Refusal
from yiding.followup.states import CONCLUDED, State
from yiding.registry.models import Account
from yiding.registry.roles import OF_A_UNIT, Role


class ApplyReviewForm(EndorsedForm):
    """What is objected to."""

    reason = words_field(_("对结论的异议和理由"))


@guard()
def within_review_days(context: Context) -> Refusal | None:
    """There is a conclusion, and its days are not over."""
    concluded_at = context.subject.concluded_at
    if concluded_at is None:
        return Refusal(
            "within_review_days",
            _("此事还没有督查结论。"),
            _("有退回、核查或销号的结论后才能申请。"),
        )
    last_on = clock_end(context, "review_apply_within", timezone.localdate(concluded_at))
    if last_on is None or context.today <= last_on:
        return None
    return Refusal(
        "within_review_days",
        _("申请复核的期限%(day)s已过。"),
        _("可以向督查室反映，由督查室决定是否重开。"),
        {"day": last_on},
    )


class ApplyReview(MatterAction):
    """申请复核：收到结论三十日内。"""

    name, label = "matter.apply_review", _("申请复核")
    roles = OF_A_UNIT
    sources, target = CONCLUDED | {State.UNDER_WAY}, State.REVIEWING
    form = ApplyReviewForm
    needs = (of_the_lead_unit, within_review_days)
    sentence = _("%(actor)s申请复核：%(reason)s")

    def perform(self, context: Context) -> None:
        """Remember where it stood."""
        matter = context.subject
        concluded(context, Conclusion.Kind.REVIEW_REQUEST, context.data["reason"])
        matter.state_before_review = matter.state
        stop_reports(matter)

    def expected_of(self, context: Context) -> Iterable[Account]:
        """The government decides."""
        role = Role(context.pack.approver("review"))
        return accounts_in_role(context.subject.jurisdiction, role)
