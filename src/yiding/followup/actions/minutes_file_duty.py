"""File as a duty 归为任务: a sentence nobody read as one becomes a proposal."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from yiding.followup.accounting import Filed, leaf_at, refile
from yiding.followup.action import Context
from yiding.followup.filing import LeafForm, duties_in
from yiding.followup.models import Minutes, Proposal
from yiding.followup.placing import clause_in, item_in
from yiding.followup.review_action import PaperAction, mark_decided
from yiding.followup.review_steps import Before
from yiding.followup.splitting import words_between


class FileDutyForm(LeafForm):
    """A leaf in which no duty stands."""

    def clean_start(self) -> int:
        """There is a leaf, and it holds no duty yet."""
        start = super().clean_start()
        minutes = self.context.subject
        leaf = leaf_at(minutes, start)
        if leaf is not None and duties_in(minutes, leaf):
            raise ValidationError(_("这一段里已有任务。请改那件任务，或把它拆开。"))
        return start


class FileDuty(PaperAction):
    """归为任务。"""

    name, label = "minutes.file_duty", _("归为任务")
    form = FileDutyForm
    sentence = _("%(actor)s把一段归为任务。")

    def change(self, context: Context, minutes: Minutes, before: Before) -> None:
        """An open proposal over the sentence, at the next free number of its clause."""
        leaf = leaf_at(minutes, context.data["start"])
        assert leaf is not None, "the form has seen to it"  # noqa: S101
        before.leaves.append([leaf.start, leaf.kind])
        refile(minutes, leaf.start, "obligation")
        proposal = duty_over(minutes, leaf)
        mark_decided(proposal, context)
        proposal.save()
        before.made.append(proposal.pk)


def duty_over(minutes: Minutes, leaf: Filed) -> Proposal:
    """An open duty over a sentence; nothing of it is settled but its words."""
    text = minutes.text[leaf.start : leaf.end]
    end = leaf.start + len(text.rstrip())
    every = list(minutes.proposals.all())
    before = [one.position for one in every if one.start < leaf.start]
    after = [one.position for one in every if one.start >= leaf.end]
    low, high = max(before, default=0), min(after, default=max(before, default=0) + 200)
    return Proposal(
        jurisdiction=minutes.jurisdiction,
        minutes=minutes,
        address=f"{minutes.address}:{clause_in(minutes, leaf.start, every)}",
        item=item_in(minutes, leaf.start),
        position=low + max((high - low) // 2, 1),
        start=leaf.start,
        end=end,
        action=words_between(minutes.text, leaf.start, end),
        bearer_basis="none",
        closing_kind="deliver",
        date_decision=Proposal.DateDecision.DEFAULT,
    )
