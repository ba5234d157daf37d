"""A page of a list, and how many there are: what a table shows of a matter, and no more."""

# ruff: noqa: S608 - the SQL is written of our own queries
from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

from django.db.models import F

from yiding.followup.board import Board, Desk
from yiding.followup.matter_filter import MatterFilter, chosen, is_open, unit_asked
from yiding.followup.matter_queries import MatterQuerySet
from yiding.followup.models import Matter
from yiding.followup.states import MAY_BE_LATE
from yiding.followup.waits import is_of_posts
from yiding.registry.written import Row, Sql, Written, sql_of, written

#: A list is counted so far, and paged so far; what lies beyond is found by filters.
COUNTED = 20_000
SORTS = ("due", "-due", "newest")
#: In the order of ``Listed``, whose lead is the unit's short name, or its name.
_COLUMNS = (
    "pk", "address", "version", "action", "state", "original_due_on", "due_on", "report_due_on",
    "verified_on", "clock_on", "due_words", "held_on", "last_report_at", "sent_back_count",
    "closing_kind", "closing_to", "lead__short_name", "lead__name",
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
    closing_kind: str
    closing_to: str
    lead: str


class Listing:
    """清单: what a filter leaves of what a desk sees, in pages, and how many that is."""

    def __init__(self, board: Board, asked: MatterFilter) -> None:
        self.board, self.asked = board, asked
        # what waits for a person's own posts changes with them, within a day
        self._is_written = not (asked.wait and is_of_posts(board))
        unit = unit_asked(board, asked) if asked.unit else None
        self._key = Desk(board), asked, unit

    def rows(self, first: int, last: int, sort: str = "") -> list[Any]:
        """The rows in their order: from one up to another, the first is 0.

        Of a past day they are periods; of today they hold what a table shows, and no more.
        """
        if self.board.is_past:
            found = in_order(chosen(self.board, self.asked), self.asked, sort)
            return list(found[first:last])
        return [_row(row) for row in self._answers(_page, sort, first, last)]

    def count(self, *, is_late: bool = False) -> int:
        """How many they are, or are late of them, counted to the limit and one more."""
        states = self.asked.state.split(",") if self.asked.state else []
        if is_late and states and not MAY_BE_LATE & set(states):
            return 0
        found = self._answers(_count, is_late)
        return int(found[0][0]) if found else 0

    def _answers(self, query: Written, *given: Any) -> list[Row]:
        ask = query if self._is_written else query.anew
        return ask(*self._key, *given)


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


@written
def _page(
    desk: Desk, asked: MatterFilter, _unit: int | None, sort: str, first: int, last: int
) -> Any:
    rows = in_order(chosen(desk.board, asked), asked, sort)
    if asked.words:
        # what is found by its words is sorted: by the keys alone, and not with all its text
        page = rows.values("pk")[first:last]
        rows = in_order(Matter.objects.filter(pk__in=page), asked, sort)
        return rows.values_list(*_COLUMNS)
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
