"""Entries as somebody would hand them in, and what the rules say of the first."""

from __future__ import annotations

from datetime import date
from typing import Any

from yiding.ledgers.catalogue import ledger
from yiding.ledgers.checking import check, finding_as_json, read_given
from yiding.rules import Figure
from yiding.rules.entries import Entry, gather

LEDGER = ledger("lightning")


def say(
    rule: str, entries: list[dict[str, Any]], on: date, place: str = "100000"
) -> dict[str, Any] | None:
    """The finding of one rule over the first entry, none where it says nothing."""
    checked = check(LEDGER, entries, on, place)[0]
    found = [one for one in checked.findings if one.rule == f"lightning/{rule}"]
    return finding_as_json(found[0]) if found else None


def of(kind: str, id_: str = "1", **fields: Any) -> dict[str, Any]:
    """An entry as JSON gives it."""
    return {"kind": kind, "id": id_, "fields": fields}


def read(entries: list[dict[str, Any]]) -> list[Entry]:
    """Entries that know of one another."""
    return gather(read_given(LEDGER, one, at, "329900") for at, one in enumerate(entries, 1))


def figure(slug: str, entries: list[dict[str, Any]], on: date) -> Figure:
    """An indicator's figure over entries."""
    named = next(one for one in LEDGER.indicators if one.slug == slug)
    return named.figure(read(entries), on)
