"""Refuse 不立项: a duty as it was read is not followed; the reason stays."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from yiding.followup.action import ActForm, Context
from yiding.followup.models import Minutes, Proposal
from yiding.followup.review_action import UNDECIDED_OR_WANTED, ProposalAction, mark_decided
from yiding.followup.review_steps import Before


class RefuseProposalForm(ActForm):
    """Why it is not followed."""

    reason = forms.CharField(label=_("不立项的理由"), max_length=300)


class RefuseProposal(ProposalAction):
    """不立项：写明理由。"""

    name, label = "proposal.refuse", _("拒绝")
    sources, target = UNDECIDED_OR_WANTED, Proposal.State.REFUSED
    form = RefuseProposalForm
    sentence = _("%(actor)s不予立项：%(reason)s")
    is_bulk = True

    def change(self, context: Context, minutes: Minutes, before: Before) -> None:  # noqa: ARG002
        """Keep the reason."""
        before.keep(context.subject)
        mark_decided(context.subject, context, context.data["reason"])
