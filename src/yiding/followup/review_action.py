"""What all verbs of a review share: the paper is under review, and every step can go back."""

from __future__ import annotations

from typing import Any, ClassVar

from django.utils.translation import gettext_lazy as _

from yiding.followup.accounting import missing_of
from yiding.followup.action import Action, Context, Guard, guard
from yiding.followup.models import Minutes, Proposal
from yiding.followup.refusals import Refusal, Refused
from yiding.followup.review_steps import Before, record_step
from yiding.registry.roles import SUPERVISION

_State = Proposal.State

#: The tests that end a duty, as a reviewer chooses among them.
CLOSING_KINDS = (
    ("issue", _("印发文件")),
    ("submit", _("上级批准")),
    ("deliver", _("交付成果")),
    ("report", _("报告")),
    ("standing", _("长期坚持")),
)
#: The states a reviewer may still change.
UNDECIDED_OR_WANTED = frozenset({_State.OPEN, _State.ACCEPTED, _State.EDITED})


@guard()
def paper_under_review(context: Context) -> Refusal | None:
    """The paper has not been submitted yet."""
    return _not_under_review(context.subject.minutes)


@guard()
def is_complete(context: Context) -> Refusal | None:
    """A duty is accepted with a lead, a decision about its date, and what closes it."""
    missing = missing_of(context.subject)
    if not missing:
        return None
    return Refusal(
        "is_complete",
        _("%(clause)s 还缺：%(missing)s。"),
        _("请先修改补上，再接受。"),
        {"clause": context.subject.clause, "missing": missing},
    )


@guard()
def lead_is_not_assisting(context: Context) -> Refusal | None:
    """The lead does not also assist: seen before the duty is handed over."""
    proposal = context.subject
    if proposal.lead_id is None or not proposal.assists.filter(pk=proposal.lead_id).exists():
        return None
    return Refusal(
        "lead_does_not_assist",
        _("%(lead)s既是牵头单位，又列为配合单位。"),
        _("请从配合单位里去掉它。"),
        {"lead": proposal.lead},
    )


class ReviewAction(Action):
    """A verb that can be taken back: what stood before is kept with it."""

    roles = SUPERVISION

    def perform(self, context: Context) -> None:
        """Hold the paper, do it, and keep what stood before."""
        minutes = self.paper(context)
        before = Before()
        self.change(context, minutes, before)
        record_step(context, minutes, self.name, before)

    def paper(self, context: Context) -> Minutes:
        """The paper, still under review, held until the act is done."""
        raise NotImplementedError

    def change(self, context: Context, minutes: Minutes, before: Before) -> None:
        """Do it; put into ``before`` what stood."""
        raise NotImplementedError


class ProposalAction(ReviewAction):
    """A verb on a duty as it was read."""

    model: ClassVar[type[Proposal]] = Proposal
    needs: ClassVar[tuple[Guard, ...]] = (paper_under_review,)

    def paper(self, context: Context) -> Minutes:
        """The proposal's paper."""
        return held(context.subject.minutes_id)


class PaperAction(ReviewAction):
    """A verb on a paper under review."""

    model: ClassVar[type[Minutes]] = Minutes
    sources = frozenset({Minutes.State.REVIEWING})

    def paper(self, context: Context) -> Minutes:
        """The subject itself: the machinery holds it."""
        minutes: Minutes = context.subject
        return minutes


def held(pk: int) -> Minutes:
    """A paper, held until the end of the act, and refused if it has left the review meanwhile."""
    minutes = Minutes.objects.select_for_update(of=("self",)).get(pk=pk)
    refusal = _not_under_review(minutes)
    if refusal is not None:
        raise Refused(refusal)
    return minutes


def mark_decided(proposal: Proposal, context: Context, reason: str = "") -> None:
    """Whose word it is, and why."""
    proposal.decided_by = context.account
    proposal.reason = reason[:300]


def save_changed(*proposals: Proposal) -> None:
    """Keep proposals that an act changed beside its subject."""
    for proposal in proposals:
        proposal.version += 1
        proposal.save()


def _not_under_review(minutes: Any) -> Refusal | None:
    if minutes.state == Minutes.State.REVIEWING:
        return None
    return Refusal(
        "paper_under_review",
        _("这份纪要现为“%(state)s”，不在审读中。"),
        _("已送审签的，请秘书长退回后再改；已交办的，请在事项上办理。"),
        {"state": Minutes.State(minutes.state).label},
    )
