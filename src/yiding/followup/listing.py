"""A page of a list, and how many there are: what a table shows of a matter, and no more."""

# ruff: noqa: S608 - the SQL is written of our own queries
from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, NamedTuple

from django.db.models import F

from yiding.followup.board import Board, Desk
from yiding.followup.matter_filter import MatterFilter, chosen, is_open, unit_asked
from yiding.followup.matter_queries import MatterQuerySet
from yiding.followup.states import MAY_BE_LATE
from yiding.followup.waits import is_of_posts
from yiding.followup.written import Row, Sql, Written, sql_of, written

#: A list is counted so far, and paged so far; what lies beyond is found by filters.
COUNTED = 20_000
SORTS = ("due", "-due", "newest")
#: In the order of ``Listed``, whose lead is the unit's short name, or its name.
_COLUMNS = (
    "pk", "address", "version", "action", "state", "original_due_on", "due_on", "report_due_on",
    "verified_on", "clock_on", "due_words", "held_on", "last_report_at", "sent_back_count",
    "lead__short_name", "lead__name",
)  # fmt: skip


class Listed(NamedTuple):
    """A matter as a table shows it."""

    pk: int
    address: str
    version: int
    action: str
    state: str
    original_due_on: date | None
    due_on: date | None
    report_due_on: date | None
    verified_on: date | None
    clock_on: date | None
    due_words: str
    held_on: date | None
    last_report_at: object
    sent_back_count: int
    lead: str


def listed(
    board: Board, asked: MatterFilter, sort: str = "", *, first: int, last: int
) -> list[Any]:
    """The rows of a filter in their order: from one up to another, the first is 0.

    Of a past day they are periods; of today they hold what a table shows, and no more.
    """
    if board.is_past:
        return list(in_order(chosen(board, asked), asked, sort)[first:last])
    return [_row(row) for row in _asking(board, asked, _page)(sort, first, last)]


def capped(board: Board, asked: MatterFilter, *, is_late: bool = False) -> int:
    """How many a filter leaves, or are late of them, counted to the limit and one more."""
    found = _asking(board, asked, _count)(is_late)
    return int(found[0][0]) if found else 0


def in_order(rows: MatterQuerySet, asked: MatterFilter, sort: str = "") -> MatterQuerySet:
    """What is open by its date, the rest by when it was decided; or as a head was clicked."""
    if sort == "due":
        return rows.order_by(F("due_on").asc(nulls_last=True), rows.key)
    if sort == "-due":
        return rows.order_by(F("due_on").desc(nulls_last=True), rows.key)
    if asked.wait and not sort:
        return rows.by_date()
    open_state = asked.state in MAY_BE_LATE
    return rows.by_due() if (is_open(asked) or open_state) and not sort else rows.newest_first()


def _asking(board: Board, asked: MatterFilter, query: Written) -> Callable[..., list[Row]]:
    """A query of a filter, which says the same while the desk, the filter and its unit are."""
    # what waits for a person's own posts changes with them, within a day
    ask = query.anew if asked.wait and is_of_posts(board) else query
    unit = unit_asked(board, asked) if asked.unit else None
    return lambda *given: ask(Desk(board), asked, unit, *given)


@written
def _page(
    desk: Desk, asked: MatterFilter, _unit: int | None, sort: str, first: int, last: int
) -> Any:
    rows = in_order(chosen(desk.board, asked), asked, sort)
    return rows.values_list(*_COLUMNS)[first:last]


@written
def _count(desk: Desk, asked: MatterFilter, _unit: int | None, is_late: bool) -> Sql:
    rows = chosen(desk.board, asked)
    rows = rows.overdue(desk.board.on) if is_late else rows
    sql, values = sql_of(rows.order_by().values("pk")[: COUNTED + 1])
    return f"SELECT count(*) FROM ({sql}) AS capped", values


def _row(row: Row) -> Listed:
    *own, short_name, name = row
    return Listed._make((*own, short_name or name or ""))
