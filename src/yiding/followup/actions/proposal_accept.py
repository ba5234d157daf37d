"""Accept 接受: a duty as it stands, to be handed over when the paper is signed."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from yiding.followup.action import Context
from yiding.followup.models import Minutes, Proposal
from yiding.followup.review_action import (
    ProposalAction,
    is_complete,
    lead_is_not_assisting,
    mark_decided,
    paper_under_review,
)
from yiding.followup.review_steps import Before


class AcceptProposal(ProposalAction):
    """接受：读得对，可以交办。"""

    name, label = "proposal.accept", _("接受")
    sources = frozenset({Proposal.State.OPEN, Proposal.State.REFUSED})
    target = Proposal.State.ACCEPTED
    needs = (paper_under_review, is_complete, lead_is_not_assisting)
    sentence = _("%(actor)s接受此项任务。")
    is_bulk = True

    def change(self, context: Context, minutes: Minutes, before: Before) -> None:  # noqa: ARG002
        """Whoever accepts has settled lead, date and closing test as they stand."""
        before.keep(context.subject)
        mark_decided(context.subject, context)
