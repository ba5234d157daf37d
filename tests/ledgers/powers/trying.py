"""Entries as somebody would hand them in, read together."""

from __future__ import annotations

from datetime import date
from typing import Any

from yiding.ledgers.catalogue import ledger
from yiding.ledgers.checking import read_given
from yiding.rules import Figure, Indicator
from yiding.rules.entries import Entry, gather

LEDGER = ledger("powers")
Given = tuple[str, str, dict[str, Any]]


def read(given: list[Given], place: str = "329900") -> list[Entry]:
    """Entries that know of one another."""
    rows = [{"kind": kind, "id": id_, "fields": fields} for kind, id_, fields in given]
    return gather(read_given(LEDGER, one, at, place) for at, one in enumerate(rows, 1))


def figure(slug: str, given: list[Given], on: date) -> Figure:
    """One indicator over what was handed in."""
    found: Indicator = next(one for one in LEDGER.indicators if one.slug == slug)
    return found.figure(read(given), on)
