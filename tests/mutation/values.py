"""Thresholds one unit off: every figure of a ``values.toml``, up and down by its last place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Any

from yiding.ledgers.catalogue import Ledger
from yiding.rules.values import DatedValue, Key, Table, Values


def mutants(ledger: Ledger) -> Iterator[tuple[str, Ledger]]:
    """Each wrong figure with what was changed, and the ledger that has it."""
    for table in ledger.values.tables.values():
        for at, row in enumerate(table.rows):
            for key, amount in row.amounts.items():
                for wrong in off_by_one(amount):
                    told = f"values.toml {table.name}{list(key)}: {amount} → {wrong}"
                    yield told, _with(ledger, table, at, row, key, wrong)


def off_by_one(amount: Any) -> Iterator[Any]:
    """A number one unit of its last place up and down; a list's numbers one after another."""
    if isinstance(amount, Decimal):
        step = Decimal(1).scaleb(min(int(amount.as_tuple().exponent), 0))
        yield from (amount - step, amount + step)
    elif isinstance(amount, tuple):
        for at, one in enumerate(amount):
            for wrong in off_by_one(one):
                yield (*amount[:at], wrong, *amount[at + 1 :])


def _with(  # noqa: PLR0917 - where the figure stands
    ledger: Ledger, table: Table, at: int, row: DatedValue, key: Key, wrong: Any
) -> Ledger:
    """The ledger with one figure changed; rules name tables and so need not be made anew."""
    changed = replace(row, amounts={**row.amounts, key: wrong})
    rows = (*table.rows[:at], changed, *table.rows[at + 1 :])
    tables = {**ledger.values.tables, table.name: replace(table, rows=rows)}
    return replace(ledger, values=Values(tables))
