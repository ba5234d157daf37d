"""The account of a paper: which sentences are filed as what, and what is still missing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from yiding.followup.models import Minutes, Proposal
from yiding.reading.model import LeafKind

Words = Any


@dataclass(frozen=True)
class Filed:
    """One leaf of the account as it stands now: what these characters are filed as."""

    start: int
    end: int
    kind: LeafKind

    @property
    def length(self) -> int:
        """How many characters."""
        return self.end - self.start


@dataclass(frozen=True)
class Readiness:
    """What keeps a paper from being submitted; nothing of it means it can go."""

    characters: int
    unread: tuple[Filed, ...]
    undecided: tuple[Proposal, ...]
    incomplete: tuple[Proposal, ...]
    wanted: int

    @property
    def is_complete(self) -> bool:
        """May it be submitted?"""
        return not (self.unread or self.undecided or self.incomplete)

    @property
    def unread_characters(self) -> int:
        """How many characters nobody has filed."""
        return sum(leaf.length for leaf in self.unread)

    @property
    def filed_characters(self) -> int:
        """How many characters are filed."""
        return self.characters - self.unread_characters


def leaves_of(minutes: Minutes) -> list[Filed]:
    """The leaves in order; they tile the text."""
    return [Filed(leaf["span"][0], leaf["span"][1], leaf["as"]) for leaf in minutes.accounting]


def leaf_at(minutes: Minutes, start: int) -> Filed | None:
    """The leaf that begins at a character."""
    return next((leaf for leaf in leaves_of(minutes) if leaf.start == start), None)


def refile(minutes: Minutes, start: int, kind: LeafKind) -> None:
    """File the leaf that begins at a character as another kind."""
    minutes.accounting = [
        {**leaf, "as": kind} if leaf["span"][0] == start else leaf for leaf in minutes.accounting
    ]


def readiness_of(minutes: Minutes, proposals: Iterable[Proposal]) -> Readiness:
    """What is missing until every sentence is accounted for and every duty can be handed over."""
    every = list(proposals)
    wanted = [one for one in every if one.is_wanted]
    return Readiness(
        characters=len(minutes.text),
        unread=tuple(leaf for leaf in leaves_of(minutes) if leaf.kind == "unread"),
        undecided=tuple(one for one in every if is_undecided(one)),
        incomplete=tuple(one for one in wanted if missing_of(one)),
        wanted=len(wanted),
    )


def is_undecided(proposal: Proposal) -> bool:
    """Does somebody still have to say what becomes of it? An exhortation may stay as it is."""
    return proposal.is_binding and proposal.state == Proposal.State.OPEN


def missing_of(proposal: Proposal) -> list[Words]:
    """What a duty still lacks before it can be handed to a unit, in words."""
    lacks = (
        (proposal.lead_id is None, _("牵头单位")),
        (proposal.date_decision == Proposal.DateDecision.UNDECIDED, _("时限")),
        (not proposal.closing_kind, _("销号凭什么")),
    )
    return [words for is_missing, words in lacks if is_missing]


def live(proposals: Iterable[Proposal]) -> list[Proposal]:
    """Those that still stand on their own: a joined one is retired."""
    return [one for one in proposals if one.state != Proposal.State.RETIRED]


def next_clause(proposals: Iterable[Any], clause: str) -> str:
    """The next free number beside a duty: after ``4.2.1`` and ``4.2.3`` it is ``4.2.4``.

    Retired numbers are never given again.
    """
    stem = clause.rpartition(".")[0]
    numbers = (one.address.rpartition(":")[2].rpartition(".") for one in proposals)
    taken = [int(number) for before, _dot, number in numbers if before == stem]
    return f"{stem}.{max(taken, default=0) + 1}"
