"""Entries as somebody would hand them in, and what the rules say of the first."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import settings

from yiding.ledgers.catalogue import ledger
from yiding.ledgers.checking import check, finding_as_json, read_given
from yiding.rules.entries import Entry, gather

LEDGER = ledger("inspections")
seeded = settings(derandomize=True, deadline=None, max_examples=60, database=None)


def say(
    rule: str, entries: list[dict[str, Any]], on: date, place: str = "100000"
) -> dict[str, Any] | None:
    """The finding of one rule over the first entry, none where it says nothing."""
    checked = check(LEDGER, entries, on, place)[0]
    found = [one for one in checked.findings if one.rule == f"inspections/{rule}"]
    return finding_as_json(found[0]) if found else None


def of(kind: str, id_: str = "1", **fields: Any) -> dict[str, Any]:
    """An entry as JSON gives it."""
    return {"kind": kind, "id": id_, "fields": fields}


def read(entries: list[dict[str, Any]]) -> list[Entry]:
    """Entries that know of one another."""
    return gather(read_given(LEDGER, one, at, "320500") for at, one in enumerate(entries, 1))
