"""Join 合并: a duty and the next one are one; the next one's number is retired."""

from __future__ import annotations

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from yiding.followup.action import Context, guard
from yiding.followup.models import Minutes, Proposal
from yiding.followup.refusals import Refusal
from yiding.followup.review_action import (
    UNDECIDED_OR_WANTED,
    ProposalAction,
    mark_decided,
    paper_under_review,
)
from yiding.followup.review_steps import Before, retire


def following(proposal: Proposal) -> Proposal | None:
    """The next duty of the same item that still stands."""
    rows = Proposal.objects.filter(
        minutes=proposal.minutes_id, item=proposal.item, position__gt=proposal.position
    )
    return rows.exclude(state=Proposal.State.RETIRED).order_by("position", "id").first()


@guard()
def has_a_next(context: Context) -> Refusal | None:
    """There is another duty after this one in the same item."""
    if following(context.subject) is not None:
        return None
    return Refusal(
        "has_a_next",
        _("%(clause)s 后面在同一议题里没有别的任务了。"),
        _("要并入前一件，请到前一件上合并。"),
        {"clause": context.subject.clause},
    )


class JoinProposal(ProposalAction):
    """与下一件合并。"""

    name, label = "proposal.join", _("与下一件合并")
    sources, target = UNDECIDED_OR_WANTED, Proposal.State.OPEN
    needs = (paper_under_review, has_a_next)
    sentence = _("%(actor)s把下一件并入此项。")

    def change(self, context: Context, minutes: Minutes, before: Before) -> None:  # noqa: ARG002
        """This one reaches to the end of the next; the next one's units join it."""
        first = context.subject
        second = following(first)
        assert second is not None, "a guard has seen to it"  # noqa: S101
        before.keep(first, second)
        first.start = min(first.start, second.start)
        first.end = max(first.end, second.end)
        first.action = f"{first.action.rstrip('。')}；{second.action}"
        _take_what_is_missing(first, second)
        units = {*first.assists.all(), *second.assists.all(), second.lead} - {None, first.lead}
        first.assists.set(units)
        mark_decided(first, context)
        retire(second, gettext("并入%(clause)s") % {"clause": first.clause})


def _take_what_is_missing(first: Proposal, second: Proposal) -> None:
    """A lead, a day read and a closing test that only the second has are the joined one's."""
    first.lead = first.lead or second.lead
    first.closing_kind = first.closing_kind or second.closing_kind
    first.is_binding = first.is_binding or second.is_binding
    if first.due_on is None and second.due_on is not None:
        for name in ("due_words", "due_kind", "read_due_on", "due_on", "due_rule", "date_decision"):
            setattr(first, name, getattr(second, name))
