"""Dated values 限值: every number a formula uses, with its day, place and source."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from yiding.law import CONFIRMED, Tag
from yiding.rules.expression import Limit

Key = tuple[str, ...]
#: Of how many places and days a table remembers what stands under each key.
_REMEMBERED = 512


@dataclass(frozen=True, slots=True)
class DatedValue:
    """One row: `amounts` by key, good from `starts_on` to `ends_on`, both included.

    An amount is a Decimal in the table's unit, a whole number, a word, or a list of those.
    """

    amounts: Mapping[Key, Any]
    place: str
    provision: str
    tag: Tag
    starts_on: date
    ends_on: date | None = None

    @property
    def is_confirmed(self) -> bool:
        """Whether the figure was confirmed from its text."""
        return self.tag in CONFIRMED

    @property
    def may_decide(self) -> bool:
        """A figure from memory decides nothing; a reading of ours only under its own name."""
        is_ours = self.provision.startswith("yiding-readings:")
        return self.tag != Tag.UNCONFIRMED and (self.tag != Tag.OURS or is_ours)

    def is_in_force(self, on: date) -> bool:
        """Whether the row holds on a day."""
        return self.starts_on <= on and (self.ends_on is None or on <= self.ends_on)


Held = dict[Key, tuple[DatedValue, Any]]


@dataclass(frozen=True, slots=True)
class Table:
    """A named table of dated values: its Chinese term, English term, unit, keys and rows.

    `absent` tells in Chinese and English what is known where no row holds a key.
    """

    name: str
    term: str
    english: str
    unit: str | None
    keys: tuple[str, ...]
    rows: tuple[DatedValue, ...]
    absent: tuple[str, str] = ("", "")
    _nearest: dict[tuple[tuple[str, ...], date], Held] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def rows_at(self, place: str, on: date) -> Iterator[DatedValue]:
        """The rows of exactly this place that are in force on a day."""
        return (row for row in self.rows if row.place == place and row.is_in_force(on))

    def find(self, key: Key, places: tuple[str, ...], on: date) -> tuple[DatedValue, Any] | None:
        """The nearest place's row that holds a key, and its amount."""
        return self.held(places, on).get(key)

    def held(self, places: tuple[str, ...], on: date) -> Held:
        """What stands under every key there and then."""
        held = self._nearest.get((places, on))
        if held is None:
            if len(self._nearest) >= _REMEMBERED:
                self._nearest.clear()
            held = self._nearest[places, on] = self._looked_up(places, on)
        return held

    def _looked_up(self, places: tuple[str, ...], on: date) -> Held:
        """The nearest place first, its first row."""
        held: Held = {}
        for place in places:
            for row in self.rows_at(place, on):
                for key, amount in row.amounts.items():
                    held.setdefault(key, (row, amount))
        return held


class Values:
    """The tables of one ledger, as a rule names them: ``values.office_area[level, rank]``."""

    def __init__(self, tables: Mapping[str, Table]) -> None:
        self.tables = dict(tables)

    def __getattr__(self, name: str) -> Limit:
        try:
            return Limit(name, (), self.tables[name].unit)
        except KeyError:
            raise AttributeError(f"no table {name!r} in values.toml") from None


def read_values(raw: bytes) -> Values:
    """The tables of a ``values.toml``."""
    data = tomllib.loads(raw.decode())
    return Values({name: _table(name, one) for name, one in data.items()})


def _table(name: str, data: Mapping[str, Any]) -> Table:
    keys = tuple(data.get("keys", ()))
    rows = tuple(_row(row, len(keys)) for row in data["rows"])
    absent = (data.get("absent", ""), data.get("absent_en", ""))
    return Table(name, data["term"], data["english"], data.get("unit"), keys, rows, absent)


def _row(data: Mapping[str, Any], depth: int) -> DatedValue:
    amounts = data["amounts"] if depth else {"": data["amount"]}
    flat = {key if depth else (): exact(one) for key, one in _flatten(amounts, max(depth, 1))}
    return DatedValue(
        amounts=flat,
        place=data.get("place", "100000"),
        provision=data["provision"],
        tag=Tag(data["tag"]),
        starts_on=data["from"],
        ends_on=data.get("to"),
    )


def _flatten(amounts: Mapping[str, Any], depth: int) -> Iterator[tuple[Key, Any]]:
    for key, below in amounts.items():
        if depth == 1:
            yield (key,), below
        else:
            yield from (((key, *rest), one) for rest, one in _flatten(below, depth - 1))


def exact(amount: Any) -> Any:
    """A figure as a Decimal, also inside lists; words, days and flags as they are."""
    if isinstance(amount, list):
        return tuple(exact(one) for one in amount)
    if isinstance(amount, bool) or not isinstance(amount, str | int | float):
        return amount
    try:
        return Decimal(str(amount))
    except InvalidOperation:
        return amount
