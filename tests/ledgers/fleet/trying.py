"""Entries of official vehicles as somebody would hand them in."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from yiding.ledgers.catalogue import ledger
from yiding.ledgers.checking import complete_beside, read_given
from yiding.rules.entries import Entry, gather

FLEET = ledger("fleet")
Given = tuple[str, str, dict[str, Any]]


def read(given: Iterable[Given], place: str = "329900") -> list[Entry]:
    """Entries that know of one another, each with what follows from those beside it."""
    rows = [{"kind": kind, "id": id_, "fields": fields} for kind, id_, fields in given]
    entries = gather(read_given(FLEET, one, at, place) for at, one in enumerate(rows, 1))
    for one in entries:
        complete_beside(FLEET.kinds[one.kind], one)
    return entries
