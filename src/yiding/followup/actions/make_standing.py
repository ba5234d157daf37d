"""Make standing 转长期坚持: no end, but a day to look again."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from yiding.followup.action import ActForm, Context, guard
from yiding.followup.fields import day_field, words_field
from yiding.followup.guards import approved_as
from yiding.followup.matter_action import ToTheUnit, stop_reports
from yiding.followup.refusals import Refusal
from yiding.followup.states import State
from yiding.registry.roles import LEADERS


class StandingForm(ActForm):
    """When it is looked at again, and why it has no end."""

    review_on = day_field(_("回看日期"))
    reason = words_field(_("转为长期坚持的理由"))


@guard(reads_fields=True)
def review_lies_ahead(context: Context) -> Refusal | None:
    """The day to look again has not come."""
    if context.data["review_on"] > context.today:
        return None
    return Refusal(
        "review_lies_ahead",
        _("回看日期%(day)s不在今天之后。"),
        _("请填今天以后的日期。"),
        {"day": context.data["review_on"]},
    )


class MakeStanding(ToTheUnit):
    """转长期坚持：必须有回看日期。"""

    name, label = "matter.make_standing", _("转长期坚持")
    roles = LEADERS
    sources, target = frozenset({State.SUBMITTED, State.VERIFIED}), State.STANDING
    form = StandingForm
    needs = (approved_as("standing"), review_lies_ahead)
    sentence = _("%(actor)s转为长期坚持，%(review_on)s回看：%(reason)s")

    def perform(self, context: Context) -> None:
        """It has no date but the one to look again."""
        matter = context.subject
        matter.review_on = context.data["review_on"]
        matter.concluded_at = context.at
        stop_reports(matter)
