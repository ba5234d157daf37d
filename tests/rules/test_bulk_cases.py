"""A key among many is found by halving, and chosen by its number where several values share it."""

from __future__ import annotations

import duckdb
import narwhals as nw
import pytest

from rules.toy import ON, THING, VALUES, bound
from yiding.rules.bulk import Sheet, beside, column
from yiding.rules.bulk_cases import NO_ROW, by_keys, by_number

WORDS = [f"w{at:02}" for at in range(13)]
NONE = nw.lit(None, dtype=nw.Float64())


def told_of(keys: list[tuple[str | None, ...]], made: nw.Expr) -> list[float | None]:
    """What an expression tells of keys ``a`` and ``b``, row by row."""
    connection = duckdb.connect()
    connection.execute("create table asked (n int, a text, b text)")
    connection.executemany(
        "insert into asked values (?, ?, ?)", [[n, *key] for n, key in enumerate(keys)]
    )
    frame = nw.from_native(connection.table("asked")).with_columns(told=made)
    return [row[1] for row in frame.select("n", "told").sort("n").to_native().fetchall()]


@pytest.mark.parametrize("count", [0, 1, 4, 5, 13])
def test_each_key_has_its_own_amount_and_no_other_key_has_one(count: int) -> None:
    """Nor has a key that is not known, one before the first or one behind the last."""
    held = {(word,): nw.lit(float(at)) for at, word in enumerate(WORDS[:count])}
    asked = [*((word, "") for word in WORDS), (None, ""), ("", ""), ("z", "")]
    known = [float(at) if at < count else None for at in range(len(WORDS))]
    assert told_of(asked, by_keys([nw.col("a")], held, NONE)) == [*known, None, None, None]


def test_two_keys_are_met_one_after_the_other() -> None:
    held = {(one, other): nw.lit(float(at)) for at, (one, other) in enumerate(_pairs())}
    asked = [*_pairs(), ("w01", "w05"), (None, "w01"), ("w01", None)]
    expected = [*map(float, range(len(_pairs()))), None, None, None]
    assert told_of(asked, by_keys([nw.col("a"), nw.col("b")], held, NONE)) == expected


def test_a_number_chooses_its_amount_and_no_row_none() -> None:
    amounts = [1.0, 1.0, None, 2.0, 2.0, 3.0]
    numbers = [NO_ROW, *range(len(amounts))]
    asked: list[tuple[str | None, ...]] = [(str(one), "") for one in numbers]
    made = by_number(nw.col("a").cast(nw.Int64()), amounts, NONE)
    assert told_of(asked, made) == [None, *amounts]


def test_over_joined_tables_a_column_is_worked_out_once() -> None:
    """The plan stays as small as the rule; it once was written out as often as it is used."""
    connection = duckdb.connect()
    connection.execute("create table things (colour text, size double, part double, spot text)")
    connection.execute("create table places (spot text, is_open boolean)")
    joined = connection.sql("select t.*, p.is_open from things t left join places p using (spot)")
    told = column(bound()["small-enough"], VALUES, Sheet(THING, ON, "320500"))
    assert told is not None
    frame = beside(nw.from_native(joined), told, verdict=told.verdict, reason=told.reason)
    plan = frame.select("verdict", "reason").to_native().explain()
    assert plan.count("Projection ") >= len(told.steps)


def _pairs() -> list[tuple[str, str]]:
    return [(one, other) for one in WORDS[:6] for other in WORDS[6:8]]
