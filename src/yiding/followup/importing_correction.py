"""A corrected paper: which duties are the same, what changed, and what a person had settled."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import cast

from django.utils.translation import gettext as _

from yiding.followup.accounting import live, next_clause
from yiding.followup.importing_reading import Drafted
from yiding.followup.models import Minutes, Proposal
from yiding.registry.models import Unit

#: From this likeness on, two sentences under one number are one duty in other words.
LIKE = 0.6
#: What a person settled about a duty whose sentence has not changed.
_SETTLED = (
    "state", "action", "lead_id", "date_decision", "closing_kind", "closing_to", "is_major",
    "reason", "decided_by_id",
)  # fmt: skip


@dataclass
class Correction:
    """更正: the drafts under their lasting numbers, and what is different in words."""

    drafts: list[Drafted] = field(default_factory=list)
    changes: list[dict[str, str]] = field(default_factory=list)


def corrected(old: Minutes, new: Minutes, drafts: Iterable[Drafted]) -> Correction:
    """Give each duty of the new text the number it had; list what changed, came and went.

    A duty whose sentence stands unchanged keeps what a person settled about it.
    """
    before = live(old.proposals.select_related("lead").prefetch_related("assists"))
    waiting = list(drafts)
    pairs = _same_words(old, new, before, waiting)
    pairs |= _like_words(old, new, before, waiting, pairs)
    outcome = Correction()
    taken = list(old.proposals.all())
    for place, draft in enumerate(waiting):
        earlier = pairs.get(place)
        outcome.drafts.append(_numbered(new, draft, earlier, taken))
        _tell(outcome, old, new, draft.proposal, earlier)
    kept = {one.pk for one in pairs.values()}
    for gone in (one for one in before if one.pk not in kept):
        outcome.changes.append(
            {"clause": gone.clause, "how": _("删去"), "was": _words(old, gone), "now": ""}
        )
    return outcome


def _words(minutes: Minutes, proposal: Proposal) -> str:
    return "".join(minutes.text[proposal.start : proposal.end].split())


def _same_words(
    old: Minutes, new: Minutes, before: list[Proposal], drafts: list[Drafted]
) -> dict[int, Proposal]:
    """Duties whose sentence is the same, in the order they stand."""
    free: dict[str, list[Proposal]] = {}
    for one in before:
        free.setdefault(_words(old, one), []).append(one)
    found = {}
    for place, draft in enumerate(drafts):
        same = free.get(_words(new, draft.proposal))
        if same:
            found[place] = same.pop(0)
    return found


def _like_words(
    old: Minutes,
    new: Minutes,
    before: list[Proposal],
    drafts: list[Drafted],
    found: dict[int, Proposal],
) -> dict[int, Proposal]:
    """Duties in other words, under the number they had."""
    kept = {one.pk for one in found.values()}
    free = {one.clause: one for one in before if one.pk not in kept}
    like = {}
    for place, draft in enumerate(drafts):
        earlier = free.get(draft.proposal.clause) if place not in found else None
        if earlier is None:
            continue
        words = _words(old, earlier), _words(new, draft.proposal)
        if SequenceMatcher(None, *words, autojunk=False).ratio() >= LIKE:
            like[place] = free.pop(draft.proposal.clause)
    return like


def _numbered(
    new: Minutes, draft: Drafted, earlier: Proposal | None, taken: list[Proposal]
) -> Drafted:
    proposal, assists = draft.proposal, draft.assists
    clause = earlier.clause if earlier else _free(proposal.clause, taken)
    proposal.address = f"{new.address}:{clause}"
    if earlier is None:
        taken.append(proposal)
        return draft
    is_same = _words(new, proposal) == _words(earlier.minutes, earlier)
    if is_same:
        for name in _SETTLED:
            setattr(proposal, name, getattr(earlier, name))
        proposal.due_on = (
            earlier.due_on
            if earlier.date_decision != Proposal.DateDecision.READ
            else proposal.read_due_on
        )
        assists = tuple(cast("Unit", unit) for unit in earlier.assists.all())
    return Drafted(proposal, assists)


def _free(clause: str, taken: list[Proposal]) -> str:
    is_taken = any(one.clause == clause for one in taken)
    return next_clause(taken, clause) if is_taken else clause


def _tell(
    outcome: Correction, old: Minutes, new: Minutes, proposal: Proposal, earlier: Proposal | None
) -> None:
    now = _words(new, proposal)
    if earlier is None:
        change = {"clause": proposal.clause, "how": _("新增"), "was": "", "now": now}
        outcome.changes.append(change)
        return
    was = _words(old, earlier)
    if was != now:
        outcome.changes.append(
            {"clause": proposal.clause, "how": _("改写"), "was": was, "now": now}
        )
    elif earlier.read_due_on != proposal.read_due_on:
        days = (str(one.read_due_on or _("无")) for one in (earlier, proposal))
        change = dict(zip(("was", "now"), days, strict=True))
        outcome.changes.append({"clause": proposal.clause, "how": _("时限不同"), **change})
