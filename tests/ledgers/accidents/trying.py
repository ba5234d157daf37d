"""Accidents as somebody would hand them in, and what the rules and figures say of them."""

from __future__ import annotations

from datetime import date
from typing import Any

from yiding.ledgers.catalogue import ledger
from yiding.ledgers.checking import check, complete_beside, finding_as_json, read_given
from yiding.rules import Figure
from yiding.rules.entries import Entry, gather

LEDGER = ledger("accidents")
ON = date(2020, 1, 5)


def say(
    rule: str, entries: list[dict[str, Any]], on: date = ON, place: str = "100000"
) -> dict[str, Any] | None:
    """The finding of one rule over the first entry, none where it says nothing."""
    checked = check(LEDGER, entries, on, place)[0]
    found = [one for one in checked.findings if one.rule == f"accidents/{rule}"]
    return finding_as_json(found[0]) if found else None


def of(kind_: str, id_: str = "1", /, **fields: Any) -> dict[str, Any]:
    """An entry as JSON gives it."""
    return {"kind": kind_, "id": id_, "fields": fields}


def read(entries: list[dict[str, Any]]) -> list[Entry]:
    """Entries that know of one another, with what follows from those beside them."""
    found = gather(read_given(LEDGER, one, at, "329900") for at, one in enumerate(entries, 1))
    for one in found:
        complete_beside(LEDGER.kinds[one.kind], one)
    return found


def figure(slug: str, entries: list[dict[str, Any]], on: date = ON) -> Figure:
    """A figure of a day."""
    named = next(one for one in LEDGER.indicators if one.slug == slug)
    return named.figure(read(entries), on)
