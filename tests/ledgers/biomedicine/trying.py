"""Entries as somebody would hand them in, and what the ledger makes of them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from yiding.ledgers.catalogue import ledger
from yiding.ledgers.checking import check, finding_as_json, read_given
from yiding.rules import Figure
from yiding.rules.entries import Entry, gather

LEDGER = ledger("biomedicine")
ON = date(2026, 11, 30)


def of(kind: str, id_: str = "1", **fields: Any) -> dict[str, Any]:
    """An entry as JSON gives it."""
    return {"kind": kind, "id": id_, "fields": fields}


def read(entries: list[dict[str, Any]]) -> list[Entry]:
    """Entries that know of one another."""
    return gather(read_given(LEDGER, one, at, "329900") for at, one in enumerate(entries, 1))


def figure(slug: str, entries: list[dict[str, Any]], on: date = ON) -> Figure:
    """One indicator over some entries."""
    named = next(one for one in LEDGER.indicators if one.slug == slug)
    return named.figure(read(entries), on)


def told(slug: str, entries: list[dict[str, Any]]) -> tuple[str, ...]:
    """Its value as a plain number, and the ids behind."""
    found = figure(slug, entries)
    return (f"{found.value:f}" if found.value is not None else "", *found.behind)


def say(rule: str, entry: dict[str, Any], on: date = ON) -> list[dict[str, Any]]:
    """The findings of one rule over an entry."""
    checked = check(LEDGER, [entry], on, "329900")[0]
    return [finding_as_json(one) for one in checked.findings if one.rule == f"biomedicine/{rule}"]


def exact(number: str) -> Decimal:
    """A number as figures hold it."""
    return Decimal(number)
