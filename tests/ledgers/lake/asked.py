"""Entries as somebody hands them in, checked by every rule of the ledger."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from yiding.ledgers.catalogue import ledger
from yiding.ledgers.checking import Checked, check, finding_as_json
from yiding.rules import Entry

ON = date(2025, 7, 1)
LAKE = ledger("lake")
Told = dict[str, Any]


def checked(*given: Mapping[str, Any], on: date = ON, place: str = "100000") -> list[Checked]:
    """Entries checked together."""
    return check(LAKE, given, on, place)


def findings(kind: str, fields: Mapping[str, Any], rule: str, place: str = "100000") -> list[Told]:
    """What one rule says of one entry."""
    one = checked({"kind": kind, "id": "1", "fields": fields}, place=place)[0]
    told = [finding_as_json(finding) for finding in one.findings]
    return [finding for finding in told if finding["rule"] == f"lake/{rule}"]


def entries(*given: Mapping[str, Any]) -> list[Entry]:
    """The entries alone, knowing of one another."""
    return [one.entry for one in checked(*given)]
