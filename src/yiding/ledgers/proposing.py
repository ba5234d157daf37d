"""What would prove a duty 拟用检验: the document it asks for, or what a ledger shows.

A ledger says in ``proofs.toml`` which words make a duty its business and which of its figures
shows that such a duty is done. A person names the test; this only proposes one. No Django here.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Any

from yiding.ledgers.catalogue import SLUGS

#: Closings that a document shows: handed to a higher body, or issued.
_BY_DOCUMENT = frozenset({"submit", "issue"})
_INSTRUMENT = re.compile("《([^《》]+?)(?:[（(][^《》]{1,6}[）)])?》")
_ISSUED = ("文件附上，标题和文号对得上。", "The document is attached; its title and number agree.")


@dataclass(frozen=True, slots=True)
class Duty:
    """As it stands in the minutes: the heading of its item, the act, what would close it."""

    heading: str
    action: str
    closing: str = ""


@dataclass(frozen=True, slots=True)
class Proposed:
    """拟用检验: an indicator with its target, or words of a document's title, and why."""

    kind: str
    address: str
    target: Decimal | None
    why: str
    why_en: str

    @property
    def ledger(self) -> str:
        """The ledger it is read from; none for a document."""
        return self.address.partition("/")[0] if self.kind == "indicator" else ""


@dataclass(frozen=True, slots=True)
class _Business:
    """What a ledger calls its own, and its proofs in their order."""

    slug: str
    subjects: tuple[str, ...]
    proofs: tuple[tuple[tuple[str, ...], Proposed], ...]

    def named_in(self, words: str) -> list[str]:
        return [one for one in self.subjects if one in words]

    def fitting(self, action: str) -> Iterator[Proposed]:
        return (one for words, one in self.proofs if words and all(w in action for w in words))

    @property
    def general(self) -> Proposed | None:
        return next((one for words, one in self.proofs if not words), None)


def proposed(duty: Duty) -> tuple[Proposed, ...]:
    """What would prove it, the best first: documents, else one figure; none where no ledger has it.

    A ledger that the act itself names goes before one that only the item's heading names.
    """
    documents = _documents(duty)
    if documents:
        return documents
    for words in (duty.action, duty.heading):
        having = _about(words)
        found = next((proof for one in having for proof in one.fitting(duty.action)), None)
        if found is not None:
            return (found,)
    return general(duty.action)[:1] or general(duty.heading)[:1]


def general(words: str) -> tuple[Proposed, ...]:
    """The general figure of every ledger that these words are about."""
    having = (one.general for one in _about(words))
    return tuple(one for one in having if one is not None)


def _about(words: str) -> list[_Business]:
    """Ledgers with a subject in the words; one inside a longer subject of another is none.

    What says 安全生产巡查 is the business of inspections, not of whatever 安全生产 is.
    """
    named = {one: one.named_in(words) for one in _businesses()}
    return [one for one, own in named.items() if any(_stands_alone(s, own, named) for s in own)]


def _stands_alone(subject: str, own: list[str], named: Mapping[_Business, list[str]]) -> bool:
    others = (one for subjects in named.values() if subjects is not own for one in subjects)
    return not any(subject != one and subject in one for one in others)


def _documents(duty: Duty) -> tuple[Proposed, ...]:
    if duty.closing not in _BY_DOCUMENT:
        return ()
    titles = _INSTRUMENT.findall(duty.heading) or _INSTRUMENT.findall(duty.action)
    return tuple(Proposed("document", title, None, *_ISSUED) for title in dict.fromkeys(titles))


@cache
def _businesses() -> tuple[_Business, ...]:
    return tuple(_business(slug) for slug in SLUGS)


def _business(slug: str) -> _Business:
    """A ledger without the file proposes nothing."""
    file = files(f"yiding.ledgers.{slug}") / "proofs.toml"
    if not file.is_file():
        return _Business(slug, (), ())
    table = tomllib.loads(file.read_text(encoding="utf-8"))
    proofs = tuple((tuple(row["words"]), _proof(row)) for row in table["proof"])
    return _Business(slug, tuple(table["subjects"]), proofs)


def _proof(row: dict[str, Any]) -> Proposed:
    return Proposed(
        "indicator", row["address"], Decimal(str(row["target"])), row["why"], row["why_en"]
    )
