"""A ledger's card: what it is called, which agenda item it serves, who keeps it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Card:
    """`slug` is its address; `instruments` the slugs of the instruments it is measured by."""

    slug: str
    term: str
    english: str
    purpose: str
    purpose_en: str
    keepers: tuple[str, ...]
    instruments: tuple[str, ...]
