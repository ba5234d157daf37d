"""The steps of a review: what stood before each act, so that its author can take it back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from yiding.followup.accounting import refile
from yiding.followup.action import Context, plain
from yiding.followup.models import Minutes, Proposal, ReviewStep
from yiding.registry.models import Unit, UnitAlias, UnitGroup

#: What an act may change in a proposal.
KEPT = (
    "state", "position", "start", "end", "action", "is_binding", "lead_id", "due_words",
    "due_kind", "read_due_on", "due_on", "due_rule", "date_decision", "closing_kind",
    "closing_to", "is_major", "reason", "decided_by_id", "lead_words", "assist_words", "is_group",
)  # fmt: skip
_DAYS = frozenset({"read_due_on", "due_on"})


@dataclass
class Before:
    """What stood before an act: proposals as they were; what it made; what else it changed."""

    proposals: list[dict[str, Any]] = field(default_factory=list)
    made: list[int] = field(default_factory=list)
    leaves: list[list[Any]] = field(default_factory=list)
    alias: int | None = None
    group: int | None = None

    def keep(self, *proposals: Proposal) -> None:
        """Remember how some proposals stand now."""
        self.proposals.extend(_snapshot(one) for one in proposals)

    def touched(self) -> set[int]:
        """The keys of the proposals it is about."""
        return {one["pk"] for one in self.proposals} | set(self.made)


def record_step(context: Context, minutes: Minutes, verb: str, before: Before) -> None:
    """Keep a step with what stood before it."""
    ReviewStep.objects.create(
        minutes=minutes, by=context.account, at=context.at, verb=verb, before=vars(before)
    )


def last_step(minutes: Minutes, account: Any) -> ReviewStep | None:
    """The last step of a person on a paper that has not been taken back."""
    return minutes.steps.filter(by=account, is_taken_back=False).first()


def overlaid_by(step: ReviewStep) -> ReviewStep | None:
    """A later step of somebody else on the same duties or sentences, which stands on this one."""
    own = Before(**step.before)
    later = ReviewStep.objects.filter(
        minutes=step.minutes_id, id__gt=step.pk, is_taken_back=False
    ).select_related("by")
    return next((one for one in later if _meet(own, Before(**one.before))), None)


def take_back(step: ReviewStep, minutes: Minutes) -> list[str]:
    """Put back what stood before a step; the addresses it was about."""
    before = Before(**step.before)
    kept = {one["pk"]: one for one in before.proposals}
    proposals = Proposal.objects.filter(pk__in=before.touched())
    for proposal in proposals:
        if proposal.pk in kept:
            _put_back(proposal, kept[proposal.pk])
        else:
            retire(proposal, "")
    for start, kind in before.leaves:
        refile(minutes, start, kind)
    if before.alias is not None:
        aliases = UnitAlias.objects.filter(pk=before.alias)
        aliases.filter(origin=UnitAlias.Origin.REMEMBERED).delete()
    if before.group is not None:
        UnitGroup.objects.filter(pk=before.group).delete()
    step.is_taken_back = True
    step.save(update_fields=["is_taken_back"])
    return [one.address for one in proposals]


def retire(proposal: Proposal, reason: str) -> None:
    """End a proposal; its number is never given again."""
    proposal.state, proposal.reason = Proposal.State.RETIRED, reason[:300]
    proposal.version += 1
    proposal.save()


def _meet(own: Before, other: Before) -> bool:
    same_leaves = {start for start, _ in own.leaves} & {start for start, _ in other.leaves}
    return bool(same_leaves or own.touched() & other.touched())


def _snapshot(proposal: Proposal) -> dict[str, Any]:
    values = {name: _stored(getattr(proposal, name)) for name in KEPT}
    return {"pk": proposal.pk, "assists": _keys(proposal.assists.all()), **values}


def _stored(value: Any) -> Any:
    return value if value is None or isinstance(value, list) else plain(value)


def _keys(units: Iterable[Unit]) -> list[int]:
    return [unit.pk for unit in units]


def _put_back(proposal: Proposal, was: dict[str, Any]) -> None:
    for name in KEPT:
        value = was[name]
        is_day = name in _DAYS and value is not None
        setattr(proposal, name, date.fromisoformat(value) if is_day else value)
    proposal.version += 1
    proposal.save()
    proposal.assists.set(was["assists"])
