"""Check the papers 材料审核: complete; on to legal review, or to coordination."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from yiding.followup.action import ActForm, Context, guard
from yiding.followup.fields import words_field
from yiding.followup.refusals import Refusal
from yiding.followup.topic_action import ByTheOffice, TopicState


class CheckForm(ActForm):
    """Whether the law is asked, and a word if there is one."""

    needs_legal_review = forms.BooleanField(
        label=_("须合法性审查"), required=False, help_text=_("重大行政决策一律审查。")
    )
    words = words_field(_("审核意见"), required=False)

    def prepare(self, context: Context) -> None:
        """As the unit filed it."""
        self.initial = {"needs_legal_review": context.subject.needs_legal_review}


@guard()
def papers_filed(context: Context) -> Refusal | None:
    """There is a paper to check."""
    if context.subject.materials.exists():
        return None
    return Refusal("papers_filed", _("没有汇报材料。"), _("请退回申报单位补材料。"))


class CheckTopic(ByTheOffice):
    """材料审核通过：须审查的送合法性审查，其余会前协调。"""

    name, label = "topic.check", _("材料齐备")
    sources = frozenset({TopicState.FILED})
    form = CheckForm
    needs = (papers_filed,)
    sentence = _("%(actor)s审核材料齐备。")

    def perform(self, context: Context) -> None:
        """The office decides whether the law is asked; then the clock of the review begins."""
        topic = context.subject
        asked = context.data["needs_legal_review"]
        topic.needs_legal_review = asked or topic.is_major_decision
        topic.state = TopicState.COORDINATING
        if topic.needs_legal_review:
            topic.state, topic.legal_sent_on = TopicState.LEGAL_REVIEW, context.today
