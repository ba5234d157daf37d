"""Every expression of every ledger judges a column as it judges its entries one by one."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import duckdb
import narwhals as nw
import pytest

from yiding.ledgers.catalogue import Ledger, ledgers
from yiding.rules.bulk import Sheet, beside, column
from yiding.rules.entries import Entry, Field, Type
from yiding.rules.expression import FieldOf, every_part
from yiding.rules.finding import Finding
from yiding.rules.judging import judge
from yiding.rules.rule import Rule

ON, PLACE, ROWS = date(2025, 3, 1), "320500", 40
SQL = {
    Type.NUMBER: "double",
    Type.INTEGER: "double",
    Type.MONEY: "double",
    Type.MEASURED: "double",
    Type.FLAG: "boolean",
    Type.DATE: "date",
}
RULES = [
    pytest.param(ledger, rule, id=f"{rule.address}-{rule.kind}")
    for ledger in ledgers()
    for rule in ledger.rules
    if rule.root is not None
]


@pytest.mark.parametrize(("ledger", "rule"), RULES)
def test_a_column_is_judged_as_its_entries(ledger: Ledger, rule: Rule) -> None:
    """Verdict, reason and label of the nearest place's finding, row by row."""
    fields = fields_of(ledger, rule)
    chance = random.Random(rule.address)  # noqa: S311
    rows = list(made(ledger, rule, fields, chance))
    for row, told in zip(rows, over_column(ledger, rule, fields, rows), strict=True):
        assert told == one_by_one(ledger, rule, row), row


def fields_of(ledger: Ledger, rule: Rule) -> list[Field]:
    """The fields that the rule reads."""
    assert rule.root is not None
    parts = (one.name for one in every_part(rule.root) if isinstance(one, FieldOf))
    known = ledger.kinds[rule.kind].by_name
    return [known[name] for name in dict.fromkeys([*rule.source.needs, *parts])]


def made(
    ledger: Ledger, rule: Rule, fields: list[Field], chance: random.Random
) -> Iterator[dict[str, Any]]:
    """Rows around the rule's own figures and keys, with gaps."""
    figures, words = figures_of(ledger, rule)
    for _ in range(ROWS):
        yield {one.name: some(one, figures, words, chance) for one in fields}


def figures_of(ledger: Ledger, rule: Rule) -> tuple[list[Decimal], list[str]]:
    """The numbers and the words of the tables a rule reads."""
    figures, words = [Decimal(1), Decimal(100)], []
    for name in sorted(rule.tables):
        for row in ledger.values.tables[name].rows:
            for key, amount in row.amounts.items():
                words += key
                figures += [amount] if isinstance(amount, Decimal) else []
    return figures, words


def some(one: Field, figures: list[Decimal], words: list[str], chance: random.Random) -> Any:
    """A value of a field's type, or none."""
    if chance.random() < 0.08:
        return None
    match one.type:
        case Type.NUMBER | Type.MONEY | Type.MEASURED | Type.INTEGER:
            steps = [Decimal(n) for n in (-1, 0, 1)]
            if one.type != Type.INTEGER:
                steps += [Decimal("0.01"), Decimal("-0.01"), Decimal("0.5")]
            return chance.choice(figures) * chance.choice([1, 1, 1, 2, 10]) + chance.choice(steps)
        case Type.FLAG:
            return chance.random() < 0.5
        case Type.DATE:
            return ON + timedelta(days=chance.randint(-400, 40))
        case Type.CHOICE:
            return chance.choice([option.name for option in one.options])
        case _:
            return chance.choice(words) if words else "某"


def over_column(
    ledger: Ledger, rule: Rule, fields: list[Field], rows: list[dict[str, Any]]
) -> list[tuple[Any, ...]]:
    """Verdict, reason and label of each row, by DuckDB."""
    told = column(rule, ledger.values, Sheet(ledger.kinds[rule.kind], ON, PLACE))
    if told is None:
        return [(None, None, None)] * len(rows)
    connection = duckdb.connect()
    heads = ", ".join(f'"{one.name}" {SQL.get(one.type, "varchar")}' for one in fields)
    connection.execute(f"create table entries (row_number integer, {heads})")
    marks = ", ".join("?" * (len(fields) + 1))
    connection.executemany(
        f"insert into entries values ({marks})",  # noqa: S608 - marks alone
        [[n, *(_plain(row[one.name]) for one in fields)] for n, row in enumerate(rows)],
    )
    frame = beside(
        nw.from_native(connection.table("entries")),
        told,
        told_verdict=told.verdict,
        told_reason=told.reason,
        told_label=told.label if told.label is not None else nw.lit(None),
    )
    chosen = frame.sort("row_number").select("told_verdict", "told_reason", "told_label")
    return [_spoken(row) for row in chosen.to_native().fetchall()]


def one_by_one(ledger: Ledger, rule: Rule, row: dict[str, Any]) -> tuple[Any, ...]:
    """The same of the nearest place's finding."""
    given = {name: one for name, one in row.items() if one is not None}
    entry = Entry(rule.kind, "1", PLACE, given)
    findings: list[Finding] = judge(rule, ledger.values, entry, ON)
    if not findings:
        return (None, None, None)
    answer = findings[0].answer
    reason = None if answer.reason is None else str(answer.reason)
    return _spoken((str(answer.verdict), reason, answer.label))


def _spoken(row: tuple[Any, ...]) -> tuple[Any, ...]:
    """A label stands beside a figure only."""
    verdict, reason, label = row
    return verdict, reason, label if verdict == "computed" else None


def _plain(value: Any) -> Any:
    return float(value) if isinstance(value, Decimal) else value
