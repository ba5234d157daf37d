"""Split 拆分: one sentence read as one duty becomes two; the second takes the next free number."""

from __future__ import annotations

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from yiding.followup.accounting import next_clause
from yiding.followup.action import ActForm, Context
from yiding.followup.models import Minutes, Proposal
from yiding.followup.review_action import UNDECIDED_OR_WANTED, ProposalAction, mark_decided
from yiding.followup.review_steps import Before
from yiding.followup.splitting import copied, words_between


class SplitForm(ActForm):
    """Where the second duty begins, in characters of the text."""

    at = forms.IntegerField(label=_("从第几个字拆开"), min_value=1)

    def clean_at(self) -> int:
        """Inside the sentence, with words on both sides."""
        at: int = self.cleaned_data["at"]
        proposal = self.context.subject
        text = proposal.minutes.text
        sides = ((proposal.start, at), (at, proposal.end))
        if not all(start < end and words_between(text, start, end) for start, end in sides):
            raise ValidationError(_("拆开的两半都要有字。请把光标放在这一句的中间。"))
        return at


class SplitProposal(ProposalAction):
    """一句拆两件。"""

    name, label = "proposal.split", _("一句拆两件")
    sources, target = UNDECIDED_OR_WANTED, Proposal.State.OPEN
    form = SplitForm
    sentence = _("%(actor)s把此项拆为两件。")

    def change(self, context: Context, minutes: Minutes, before: Before) -> None:
        """The first keeps its address; the second has the same lead and no date of its own."""
        first, at = context.subject, context.data["at"]
        before.keep(first)
        others = list(minutes.proposals.all())
        second = copied(first, f"{minutes.address}:{next_clause(others, first.clause)}")
        second.start, second.position = at, _just_after(first, others)
        second.action = words_between(minutes.text, at, first.end)
        second.save()
        second.assists.set(first.assists.all())
        first.action = words_between(minutes.text, first.start, at)
        first.end = at
        mark_decided(first, context)
        before.made.append(second.pk)


def _just_after(first: Proposal, others: list[Proposal]) -> int:
    """A place between this one and the next; places are kept a hundred apart."""
    later = [one.position for one in others if one.position > first.position]
    following = min(later, default=first.position + 200)
    return first.position + max((following - first.position) // 2, 1)
