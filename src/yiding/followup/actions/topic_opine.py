"""Record the legal opinion 合法性审查: without it no topic reaches the agenda."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from yiding.followup.action import ActForm, Context, guard
from yiding.followup.fields import words_field
from yiding.followup.refusals import Refusal
from yiding.followup.topic_action import ByTheOffice, TopicState, review_ends_on

LAWFUL, UNLAWFUL = "lawful", "unlawful"


class OpinionForm(ActForm):
    """What the legal office found."""

    finding = forms.ChoiceField(
        label=_("结论"),
        choices=[(LAWFUL, _("合法")), (UNLAWFUL, _("不合法或须修改"))],
        widget=forms.RadioSelect,
    )
    opinion = words_field(_("合法性审查意见"))


@guard()
def reviewed_long_enough(context: Context) -> Refusal | None:
    """A major decision is reviewed for the pack's working days at least."""
    topic = context.subject
    if not topic.is_major_decision or topic.legal_sent_on is None:
        return None
    ends_on = review_ends_on(context, topic.legal_sent_on)
    if ends_on is not None and context.today >= ends_on:
        return None
    return Refusal(
        "reviewed_long_enough",
        _("重大行政决策的合法性审查还不满规定的工作日（%(day)s满）。"),
        _("请等审查期满；征求意见不能代替合法性审查。"),
        {"day": ends_on if ends_on else _("下一年度日历公布后")},
    )


class RecordOpinion(ByTheOffice):
    """登记合法性审查意见：不合法的退回。"""

    name, label = "topic.opine", _("登记合法性审查意见")
    sources = frozenset({TopicState.LEGAL_REVIEW})
    form = OpinionForm
    needs = (reviewed_long_enough,)
    sentence = _("%(actor)s登记合法性审查意见：%(finding)s。%(opinion)s")

    def perform(self, context: Context) -> None:
        """An unlawful one goes back."""
        topic, data = context.subject, context.data
        topic.legal_opinion, topic.legal_opinion_on = data["opinion"], context.today
        lawful = data["finding"] == LAWFUL
        topic.state = TopicState.COORDINATING if lawful else TopicState.RETURNED
