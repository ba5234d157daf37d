"""Sign 签收: the lead unit takes it; unsigned too long, the office records it as served."""

from __future__ import annotations

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from yiding.followup.action import Context, guard
from yiding.followup.guards import of_the_lead_unit
from yiding.followup.matter_action import ToTheOffice, clock_end, set_next_report
from yiding.followup.refusals import Refusal
from yiding.followup.states import State
from yiding.registry.roles import OF_A_UNIT, SUPERVISION


@guard()
def served_long_enough(context: Context) -> Refusal | None:
    """The office may record service only after the pack's days without a signature."""
    if context.account.role in OF_A_UNIT:
        return None
    assigned_on = timezone.localdate(context.subject.assigned_at or context.at)
    served_on = clock_end(context, "deemed_served_after", assigned_on)
    if served_on is not None and context.today > served_on:
        return None
    return Refusal(
        "served_long_enough",
        _("还没有到视为签收的日子（%(day)s之后）。"),
        _("请先催牵头单位签收。"),
        {"day": served_on if served_on else _("下一年度日历公布")},
    )


class Sign(ToTheOffice):
    """签收：牵头单位联络员当日签收。"""

    name, label = "matter.sign", _("签收")
    roles = OF_A_UNIT | SUPERVISION
    sources, target = frozenset({State.ASSIGNED}), State.UNDER_WAY
    needs = (of_the_lead_unit, served_long_enough)
    sentence = _("%(actor)s签收。")
    is_bulk = True

    def perform(self, context: Context) -> None:
        """From now on reports are due."""
        context.subject.signed_at = context.at
        set_next_report(context, first=True)
