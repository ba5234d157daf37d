"""Decide a review 复核决定: upheld, the state before; revoked, under way again."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from yiding.followup.action import ActForm, Context, guard
from yiding.followup.fields import words_field
from yiding.followup.guards import approved_as
from yiding.followup.matter_action import ToTheUnit, concluded, set_next_report
from yiding.followup.models import Conclusion
from yiding.followup.refusals import Refusal
from yiding.followup.states import State
from yiding.registry.roles import LEADERS

UPHELD, REVOKED = "upheld", "revoked"


class DecideReviewForm(ActForm):
    """Upheld or revoked."""

    decision = forms.ChoiceField(
        label=_("复核决定"),
        choices=[(UPHELD, _("维持原结论")), (REVOKED, _("撤销原结论"))],
        widget=forms.RadioSelect,
    )
    words = words_field(_("复核意见"))


@guard()
def took_no_part(context: Context) -> Refusal | None:
    """Whoever made a conclusion does not review it."""
    mine = context.subject.conclusions.filter(
        by=context.account,
        kind__in=[Conclusion.Kind.SEND_BACK, Conclusion.Kind.VERIFICATION],
    )
    if not mine.exists() and context.account.pk != context.subject.verified_by_id:
        return None
    return Refusal("took_no_part", _("您参加过此事的督查，应当回避。"), _("请另一位有权的人决定。"))


class DecideReview(ToTheUnit):
    """复核决定：参加过督查的人回避。"""

    name, label = "matter.decide_review", _("复核决定")
    roles = LEADERS
    sources = frozenset({State.REVIEWING})
    form = DecideReviewForm
    needs = (approved_as("review"), took_no_part)
    sentence = _("%(actor)s复核决定：%(words)s")

    def perform(self, context: Context) -> None:
        """Back to where it stood, or on with the work."""
        matter, data = context.subject, context.data
        concluded(context, Conclusion.Kind.REVIEW, data["words"], code=data["decision"])
        upheld = data["decision"] == UPHELD
        matter.state = matter.state_before_review if upheld else State.UNDER_WAY
        matter.state_before_review = ""
        if matter.state == State.UNDER_WAY:
            set_next_report(context)
