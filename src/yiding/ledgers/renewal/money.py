"""The money of a project, however it is written: records in it, flat columns, rows beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from yiding.ledgers.renewal.shared_fields import SOURCE_OF
from yiding.rules.entries import Entry
from yiding.rules.parsing import NO


@dataclass(frozen=True, slots=True)
class Money:
    """One source: what is planned, has come, was paid (元), and whether a change is on record."""

    source: str | None
    planned: Decimal | None
    in_place: Decimal | None = None
    paid: Decimal | None = None
    is_changed: bool = False


def money_of(bearer: Entry) -> list[Money]:
    """Records in the entry, else its flat columns, else the funding rows that name it."""
    if bearer.funds:
        return [_row(one) for one in bearer.funds]
    flat = [Money(source, bearer.values.get(name)) for name, source in SOURCE_OF.items()]
    told = [one for one in flat if one.planned is not None]
    return told or [_row(one.values) for one in rows_of(bearer)]


def rows_of(bearer: Entry) -> Iterator[Entry]:
    """The funding rows that name a project or a community, by its id, name or code."""
    if bearer.kind not in {"project", "community"}:
        return
    names = dict.fromkeys(one for one in (bearer.id, bearer.name, bearer.code) if one)
    for name in names:
        yield from bearer.batch.referring("funding", bearer.kind, name)


def _row(told: Mapping[str, Any]) -> Money:
    change = told.get("change_record")
    is_changed = change is not None and change.lower() not in NO
    planned, in_place, paid = (told.get(name) for name in ("planned", "in_place", "paid"))
    return Money(told.get("source"), planned, in_place, paid, is_changed)
