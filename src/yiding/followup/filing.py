"""Filing a sentence: what its leaf is from now on, and what becomes of the duties read in it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from yiding.followup.accounting import Filed, leaf_at, refile
from yiding.followup.action import ActForm, Context
from yiding.followup.models import Minutes, Proposal
from yiding.followup.review_action import PaperAction, mark_decided, save_changed
from yiding.followup.review_steps import Before
from yiding.reading.model import LeafKind


class LeafForm(ActForm):
    """Which leaf of the account, by its first character."""

    start = forms.IntegerField(label=_("从第几个字起的一段"), min_value=0)

    def clean_start(self) -> int:
        """A leaf begins there."""
        start: int = self.cleaned_data["start"]
        if leaf_at(self.context.subject, start) is None:
            raise ValidationError(
                _("第%(start)s个字不是一段的开头。请刷新页面再办。"), params={"start": start}
            )
        return start


class FileAs(PaperAction):
    """A verb that files a sentence as something that is no duty."""

    form = LeafForm
    kind: LeafKind
    reason: Any = ""

    def change(self, context: Context, minutes: Minutes, before: Before) -> None:
        """File the leaf; the duties read in it are not followed."""
        leaf = leaf_at(minutes, context.data["start"])
        assert leaf is not None, "the form has seen to it"  # noqa: S101
        before.leaves.append([leaf.start, leaf.kind])
        refile(minutes, leaf.start, self.kind)
        duties = duties_in(minutes, leaf)
        before.keep(*duties)
        for proposal in duties:
            proposal.state = Proposal.State.REFUSED
            mark_decided(proposal, context, str(self.reason))
        save_changed(*duties)


def duties_in(minutes: Minutes, leaf: Filed) -> list[Proposal]:
    """The duties that stand in a leaf and may still become matters."""
    rows = minutes.proposals.filter(start__gte=leaf.start, start__lt=leaf.end)
    settled = (Proposal.State.RETIRED, Proposal.State.REFUSED)
    return list(rows.exclude(state__in=settled))
