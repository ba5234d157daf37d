"""Tables that hide: the cells that tell of one, what gives them away, and no more than needed."""

from __future__ import annotations

import random
from decimal import Decimal
from itertools import product

import pytest

from yiding.ledgers.biomedicine.suppression import (
    PRIMARY,
    SECONDARY,
    Cell,
    Limits,
    Place,
    given_away,
    suppressed,
    tells_of_one,
)

LIMITS = Limits(Decimal(3), Decimal(70))


def cell(row: str, column: str, units: int, value: int = 10, share: int | None = None) -> Cell:
    """A cell by whole numbers."""
    told = None if share is None else Decimal(share)
    return Cell(row, column, Decimal(units), told, Decimal(value))


def line(*units: int) -> list[Cell]:
    """A column of parks, each larger than the one before."""
    return [cell(f"园{at}", "产值", one, 10 * at) for at, one in enumerate(units, 1)]


@pytest.mark.parametrize(
    ("units", "share", "tells"),
    [(0, None, False), (1, None, True), (2, None, True), (3, None, False), (5, 70, False),
     (5, 71, True), (2, 10, True)],
)  # fmt: skip
def test_what_tells_of_one(units: int, share: int | None, tells: bool) -> None:
    """Fewer than three, or one above seventy per cent; an empty cell tells of nobody."""
    assert tells_of_one(cell("园", "产值", units, share=share), LIMITS) is tells


def test_a_hidden_cell_alone_in_its_column_takes_the_smallest_with_it() -> None:
    """One total holds the column; the rows have none of their own."""
    assert suppressed(line(9, 2, 5, 8), LIMITS, with_totals=True) == {
        ("园2", "产值"): PRIMARY,
        ("园1", "产值"): SECONDARY,
    }
    assert suppressed(line(9, 2, 5), LIMITS, with_totals=False) == {("园2", "产值"): PRIMARY}


def test_two_hidden_cells_of_a_column_hide_each_other() -> None:
    assert set(suppressed(line(1, 9, 2), LIMITS, with_totals=True).values()) == {PRIMARY}


def test_a_table_hides_a_ring_of_four() -> None:
    """The cells nearest in size that close it."""
    places = zip(product("abc", "123"), range(10, 100, 10), strict=True)
    table = [cell(*at, 9 if at != ("a", "1") else 2, value) for at, value in places]
    assert suppressed(table, LIMITS, with_totals=True) == {
        ("a", "1"): PRIMARY,
        ("a", "2"): SECONDARY,
        ("b", "1"): SECONDARY,
        ("b", "2"): SECONDARY,
    }


def test_what_cannot_be_hidden_is_said() -> None:
    """Every other cell of the row is empty: the total gives it away."""
    table = [cell("a", "1", 2), cell("a", "2", 0, 0), cell("b", "1", 9), cell("b", "2", 9)]
    hidden = suppressed(table, LIMITS, with_totals=True)
    assert given_away(table, hidden) == [("a", "1")]


def worked_out(table: list[Cell], hidden: set[Place]) -> set[Place]:
    """What a reader gets who takes away, again and again, what is shown from a total."""
    open_ = set(hidden)
    lines = [{one.place for one in table if one.row == row} for row in {c.row for c in table}]
    lines += [
        {one.place for one in table if one.column == column} for column in {c.column for c in table}
    ]
    while alone := [left for one in lines if len(left := one & open_) == 1 and len(one) > 1]:
        open_ -= alone[0]
    return hidden - open_


@pytest.mark.parametrize("seed", range(40))
def test_nobody_works_out_a_hidden_cell(seed: int) -> None:
    """Whatever the table: what is not said to be given away cannot be taken from the totals."""
    chance = random.Random(seed)  # noqa: S311
    table = [
        cell(row, column, chance.choice((1, 2, 4, 9, 9, 9)), chance.randint(1, 90))
        for row, column in product("abcd"[: chance.randint(1, 4)], "123")
    ]
    hidden = suppressed(table, LIMITS, with_totals=True)
    assert {one.place for one in table if tells_of_one(one, LIMITS)} <= set(hidden)
    assert worked_out(table, set(hidden)) <= set(given_away(table, hidden))
    assert all(why == PRIMARY for why in hidden.values()) or PRIMARY in hidden.values()
