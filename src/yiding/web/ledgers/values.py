"""Dated values 限值 as tables: the local row beside the national one, each with its days."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from yiding.ledgers.catalogue import Ledger
from yiding.rules.rule import Rule
from yiding.rules.values import DatedValue, Key, Table
from yiding.web.ledgers.findings import provision_href, provision_words
from yiding.web.ledgers.words import (
    either,
    key_head,
    key_words,
    place_words,
    term_words,
    unit_words,
    value_words,
)


@dataclass(frozen=True)
class ValueHead:
    """One dated row: where and when it holds, what it rests on, whether it is confirmed."""

    place: str
    starts_on: date
    ends_on: date | None
    provision: str
    provision_words: str
    href: str
    is_confirmed: bool
    decides: bool


@dataclass(frozen=True)
class Grid:
    """The amounts of one dated row by two keys: the first across, the second down."""

    head: ValueHead
    across: tuple[str, ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True)
class ValueTable:
    """A table of dated values: its columns are dated rows, its rows the keys.

    With two keys it is a grid for each dated row instead, and `rows` are empty.
    """

    name: str
    words: str
    unit: str
    key_heads: tuple[str, ...]
    heads: tuple[ValueHead, ...]
    rows: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]
    grids: tuple[Grid, ...] = ()


def tables_of(ledger: Ledger, rules: Iterable[Rule]) -> list[ValueTable]:
    """The tables that rules read, in the order of ``values.toml``."""
    read = {name for one in rules for name in _read_by(one, ledger)}
    return [
        _shown(ledger, table, table.rows)
        for name, table in ledger.values.tables.items()
        if name in read
    ]


def tables_under(ledger: Ledger, provision: str) -> list[ValueTable]:
    """The dated values that rest on a provision."""
    found = (
        (table, tuple(row for row in table.rows if row.provision == provision))
        for table in ledger.values.tables.values()
    )
    return [_shown(ledger, table, rows) for table, rows in found if rows]


def _read_by(rule: Rule, ledger: Ledger) -> frozenset[str]:
    """The tables an expression names, or the steps of a sequence name as constants."""
    if rule.root is not None:
        return rule.tables
    return _named(rule.source.lines) & frozenset(ledger.values.tables)


def _named(lines: Any) -> frozenset[str]:
    found = set()
    for one in lines.__code__.co_consts:
        found |= {one} if isinstance(one, str) else set()
        found |= (
            {each for each in one if isinstance(each, str)} if isinstance(one, tuple) else set()
        )
    return frozenset(found)


def _shown(ledger: Ledger, table: Table, rows: tuple[DatedValue, ...]) -> ValueTable:
    is_grid = len(table.keys) == 2
    keys = [] if is_grid else list(dict.fromkeys(key for row in rows for key in row.amounts))
    return ValueTable(
        name=table.name,
        words=either(table.term, table.english),
        unit=unit_words(table.unit),
        key_heads=tuple(key_head(ledger, name) for name in table.keys),
        heads=tuple(_head(row) for row in rows),
        rows=tuple((_keys(ledger, table, key), _amounts(rows, key)) for key in keys),
        grids=tuple(_grid(ledger, table, row) for row in rows) if is_grid else (),
    )


def _grid(ledger: Ledger, table: Table, row: DatedValue) -> Grid:
    across = tuple(dict.fromkeys(first for first, _second in row.amounts))
    down = tuple(dict.fromkeys(second for _first, second in row.amounts))
    over, under = table.keys
    return Grid(
        head=_head(row),
        across=tuple(key_words(ledger, over, one) for one in across),
        rows=tuple(
            (
                key_words(ledger, under, second),
                tuple(_amount(row, (first, second)) for first in across),
            )
            for second in down
        ),
    )


def _amount(row: DatedValue, key: Key) -> str:
    if key not in row.amounts:
        return ""
    amount = row.amounts[key]
    return term_words(amount) if isinstance(amount, str) else value_words(None, amount)


def _keys(ledger: Ledger, table: Table, key: Key) -> tuple[str, ...]:
    return tuple(key_words(ledger, name, one) for name, one in zip(table.keys, key, strict=False))


def _amounts(rows: tuple[DatedValue, ...], key: Key) -> tuple[str, ...]:
    return tuple(_amount(row, key) for row in rows)


def _head(row: DatedValue) -> ValueHead:
    return ValueHead(
        place=place_words(row.place),
        starts_on=row.starts_on,
        ends_on=row.ends_on,
        provision=row.provision,
        provision_words=provision_words(row.provision),
        href=provision_href(row.provision),
        is_confirmed=row.is_confirmed,
        decides=row.may_decide,
    )
