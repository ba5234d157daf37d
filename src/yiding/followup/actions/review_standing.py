"""Review what is standing 回看: it goes on with a new day, or is taken up again."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from yiding.followup.action import ActForm, Context, guard
from yiding.followup.fields import day_field, words_field
from yiding.followup.matter_action import ToTheUnit, set_next_report
from yiding.followup.refusals import Refusal
from yiding.followup.states import State
from yiding.registry.roles import SUPERVISION

KEPT, TAKEN_UP = "kept", "taken_up"


class ReviewForm(ActForm):
    """What was found."""

    decision = forms.ChoiceField(
        label=_("回看结果"),
        choices=[(KEPT, _("继续长期坚持")), (TAKEN_UP, _("重新办理"))],
        widget=forms.RadioSelect,
    )
    review_on = day_field(_("下次回看"), required=False)
    due_on = day_field(_("重新办理的时限"), required=False)
    words = words_field(_("回看情况"))


@guard(reads_fields=True)
def next_day_given(context: Context) -> Refusal | None:
    """What goes on has a later day; what is taken up has a date."""
    data = context.data
    name = "review_on" if data["decision"] == KEPT else "due_on"
    day = data.get(name)
    if day is not None and day > context.today:
        return None
    return Refusal(
        "next_day_given",
        _("没有写明今天以后的日期。"),
        _("继续坚持的填下次回看日期，重新办理的填时限。"),
    )


class ReviewStanding(ToTheUnit):
    """回看：长期坚持的事到日子再看一次。"""

    name, label = "matter.review_standing", _("回看")
    roles = SUPERVISION
    sources = frozenset({State.STANDING})
    form = ReviewForm
    needs = (next_day_given,)
    sentence = _("%(actor)s回看：%(words)s")

    def perform(self, context: Context) -> None:
        """Move the day, or the state."""
        matter, data = context.subject, context.data
        if data["decision"] == KEPT:
            matter.review_on = data["review_on"]
            return
        matter.state, matter.review_on = State.UNDER_WAY, None
        matter.due_on = data["due_on"]
        set_next_report(context)
