"""Counts of matters: the year's sum, promises by month, clocks, silent units.

For a whole jurisdiction as it stands now, what is settled is read from the figures the database
keeps; for a unit, or a past day, the same figures are counted from the rows.
"""

# ruff: noqa: S608 - the SQL is written of our own queries and names
from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection
from django.db.models import (
    Case,
    CharField,
    Count,
    F,
    Q,
    Sum,
    Value,
    When,
)

from yiding.followup.board import Board
from yiding.followup.matter_filter import period
from yiding.followup.models import MatterCount
from yiding.followup.models.counts import Timing
from yiding.followup.states import MAY_BE_LATE, State
from yiding.registry.models import Unit

#: 阅知 asks for nothing: it is no matter of the year's sum.
_NO_DUTY = State.NOTED
#: A year's sum is counted anew beside the figures kept, up to so many in a year.
_COUNTED_ANEW = 5_000
_OPEN = sorted(MAY_BE_LATE)
_COUNTS_FOR_RATES = ~Q(timing=Timing.OPEN) | Q(state__in=_OPEN)


@dataclass(frozen=True)
class YearSum:
    """今年的账: how many matters of a year in each state, and their number counted by itself.

    ``counted`` is none where a year has too many to be counted with every page.
    """

    by_state: dict[str, int]
    counted: int | None

    @property
    def total(self) -> int:
        """What the states add up to."""
        return sum(self.by_state.values())

    def of(self, *states: str) -> int:
        """How many are in these states."""
        return sum(self.by_state.get(state, 0) for state in states)


@dataclass(frozen=True)
class Promises:
    """到期: what became of the promises of one month, or of several, whose date has passed."""

    original: int = 0
    extended_in_time: int = 0
    late: int = 0
    extended: int = 0
    overdue: int = 0

    @property
    def delayed(self) -> int:
        """Verified after the date first promised."""
        return self.extended_in_time + self.late

    @property
    def matured(self) -> int:
        """All whose first date has passed."""
        return self.original + self.delayed + self.extended + self.overdue

    @property
    def matured_now(self) -> int:
        """All whose date now in force has passed, or that are verified."""
        return self.matured - self.extended

    @property
    def within_due(self) -> int:
        """Verified by the date first promised or by the one it was moved to."""
        return self.original + self.extended_in_time

    def __add__(self, other: Promises) -> Promises:
        return Promises(
            self.original + other.original,
            self.extended_in_time + other.extended_in_time,
            self.late + other.late,
            self.extended + other.extended,
            self.overdue + other.overdue,
        )


@dataclass(frozen=True)
class SilentUnit:
    """沉默的单位: how many matters a unit says nothing of, and since when."""

    unit: Unit | None
    count: int
    since: date

    @property
    def code(self) -> str:
        """The unit's code, if it was named."""
        return self.unit.code if self.unit else ""

    @property
    def name(self) -> str:
        """The unit's name, if it was named."""
        return str(self.unit or "")


def year_sum(board: Board, year: int) -> YearSum:
    """The matters decided in a year by state, and counted once more without the figures kept."""
    held = board.rows().of_matter(held_on__range=period(str(year)))
    if board.is_whole:
        kept = MatterCount.objects.filter(jurisdiction=board.jurisdiction, year=year)
        sums: Any = kept.values("state").annotate(n=Sum("count"))
    else:
        sums = held.order_by().values("state").annotate(n=Count("pk"))
    by_state = {row["state"]: row["n"] for row in sums if row["n"]}
    noted = by_state.pop(_NO_DUTY, 0)
    is_counted = sum(by_state.values()) <= _COUNTED_ANEW
    return YearSum(by_state, held.count() - noted if is_counted else None)


def promises_by_month(board: Board, year: int) -> dict[str, Promises]:
    """What became of a year's promises, by the month of the first date, before the day shown."""
    first, last = period(str(year))
    on = board.on
    if on <= first:
        return {}
    passed = Q(original_due_on__range=(first, last), original_due_on__lt=on)
    late = _late_by_month(board, year)
    settled = _settled_by_month(board, passed)
    months = {month for month, _ in settled} | set(late)
    return {month: _promises(settled, late, month) for month in sorted(months)}


def clock_counts(board: Board) -> dict[str, int]:
    """How many are overdue by now, and how many are silent."""
    rows = board.rows()
    return {
        "overdue": rows.overdue(board.on).count(),
        "silent": rows.silent(board.on).count(),
    }


def silent_units(board: Board, named: int | None = None) -> list[SilentUnit]:
    """The units that say nothing, the most matters first, then the longest.

    Only the first so many are named: that is one query for a few units, not for all.
    """
    silent = board.rows().silent(board.on).order_by().annotate(day=F("report_due_on"))
    counted = _summed(silent.values_list("lead", "day"), "lead, count(*), min(day)", by="lead")
    found = [(lead, n, date.fromisoformat(str(day))) for lead, n, day in counted]
    found.sort(key=lambda row: (-row[1], row[2], row[0]))
    units = Unit.objects.in_bulk([lead for lead, *_ in found[:named]])
    return [SilentUnit(units.get(lead), n, day) for lead, n, day in found]


#: The month of a day, as both databases write a day.
_MONTH = "substr(CAST(day AS varchar(10)), 1, 7)"
_TIMING = Case(
    When(verified_on__isnull=True, then=Value(Timing.OPEN)),
    When(verified_on__lte=F("original_due_on"), then=Value(Timing.ORIGINAL)),
    When(verified_on__lte=F("due_on"), then=Value(Timing.EXTENDED)),
    default=Value(Timing.LATE),
    output_field=CharField(),
)


def _late_by_month(board: Board, year: int) -> Counter[str]:
    """What is overdue of a year's promises."""
    first, end = date(year, 1, 1), min(board.on, date(year + 1, 1, 1))
    late = board.rows().overdue(board.on).order_by().annotate(day=F("original_due_on"))
    within = "day >= %s AND day < %s", (first.isoformat(), end.isoformat())
    months: Counter[str] = Counter()
    # a few hundred days are cut into months here, and not each of thousands of rows there
    for day, count in _summed(late.values_list("day"), "day, count(*)", by="day", only=within):
        months[str(day)[:7]] += count
    return months


def _settled_by_month(board: Board, passed: Q) -> Counter[tuple[str, str]]:
    """How many of each month were verified in which time, or are open."""
    if board.is_whole:
        kept = MatterCount.objects.filter(passed, jurisdiction=board.jurisdiction)
        rows: Any = kept.filter(_COUNTS_FOR_RATES)
        how_many: Any = Sum("count")
    else:
        rows, how_many = board.rows().filter(passed).annotate(timing=_TIMING), Count("pk")
        rows = rows.filter(_COUNTS_FOR_RATES).order_by()
    days = rows.values("original_due_on", "timing").annotate(day=F("original_due_on"), n=how_many)
    months = f"{_MONTH} AS month, timing, sum(n)"
    found = _summed(days.values_list("day", "timing", "n"), months, by="month, timing")
    return Counter({(month, timing): int(count) for month, timing, count in found})


def _summed(
    rows: Any, wanted: str, by: str, only: tuple[str, tuple[str, ...]] = ("true", ())
) -> list[tuple[Any, ...]]:
    """Rows summed up by the database.

    SQLite is to find them first, and by themselves: asked for the sums at once, it walks an index
    in the order of the groups, and not the one that finds the rows. PostgreSQL weighs both.
    """
    found, values = rows.query.sql_with_params()
    where, bounds = only
    first = "MATERIALIZED" if connection.vendor == "sqlite" else ""
    with connection.cursor() as cursor:
        cursor.execute(
            f"WITH found AS {first} ({found}) SELECT {wanted} FROM found"
            f" WHERE {where} GROUP BY {by}",
            (*values, *bounds),
        )
        return list(cursor.fetchall())


def _promises(settled: Counter[tuple[str, str]], late: dict[str, int], month: str) -> Promises:
    overdue = late.get(month, 0)
    return Promises(
        original=settled[month, Timing.ORIGINAL],
        extended_in_time=settled[month, Timing.EXTENDED],
        late=settled[month, Timing.LATE],
        extended=settled[month, Timing.OPEN] - overdue,
        overdue=overdue,
    )
