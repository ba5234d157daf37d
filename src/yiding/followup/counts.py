"""Counts of matters: the year's sum, promises by month, clocks, silent units.

For a whole jurisdiction as it stands now, what is settled is read from the figures the database
keeps; for a unit, or a past day, the same figures are counted from the rows.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection
from django.db.models import (
    Case,
    CharField,
    Count,
    F,
    Min,
    Q,
    Sum,
    Value,
    When,
)
from django.db.models.functions import Cast

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
    silent = board.rows().silent(board.on).annotate(day=Cast("report_due_on", CharField()))
    days: dict[int, list[str]] = defaultdict(list)
    # grouped here: asked to group, a database walks the index of units and not that of silence
    for lead, day in _fetched(silent.order_by().values_list("lead", "day")):
        days[lead].append(day)
    counted = ((lead, len(since), min(since)) for lead, since in days.items())
    found = sorted(counted, key=lambda row: (-row[1], row[2], row[0]))
    units = Unit.objects.in_bulk([key for key, *_ in found[:named]])
    return [SilentUnit(units.get(key), n, date.fromisoformat(day)) for key, n, day in found]


_TIMING = Case(
    When(verified_on__isnull=True, then=Value(Timing.OPEN)),
    When(verified_on__lte=F("original_due_on"), then=Value(Timing.ORIGINAL)),
    When(verified_on__lte=F("due_on"), then=Value(Timing.EXTENDED)),
    default=Value(Timing.LATE),
    output_field=CharField(),
)


def _late_by_month(board: Board, year: int) -> Counter[str]:
    """What is overdue of a year's promises; found by the index of clocks, and grouped here."""
    overdue = board.rows().overdue(board.on).order_by()
    found = _fetched(overdue.annotate(day=Cast("original_due_on", CharField())).values_list("day"))
    first, end = f"{year}-01-01", min(board.on, date(year + 1, 1, 1)).isoformat()
    return Counter(day[:7] for (day,) in found if day and first <= day < end)


def _fetched(rows: Any) -> list[tuple[Any, ...]]:
    """The rows as the driver gives them: thousands are read, and none becomes an object."""
    sql, values = rows.query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return list(cursor.fetchall())


def _settled_by_month(board: Board, passed: Q) -> Counter[tuple[str, str]]:
    """How many of each month were verified in which time, or are open."""
    if board.is_whole:
        kept = MatterCount.objects.filter(passed, jurisdiction=board.jurisdiction)
        rows: Any = kept.filter(_COUNTS_FOR_RATES)
        how_many: Any = Sum("count")
    else:
        rows, how_many = board.rows().filter(passed).annotate(timing=_TIMING), Count("pk")
        rows = rows.filter(_COUNTS_FOR_RATES).order_by()
    grouped = rows.values("original_due_on", "timing")
    # as the least of its group a day comes as it is written, and is not made a date to be cut again
    rows = grouped.annotate(day=Min("original_due_on"), n=how_many)
    rows = rows.values_list("day", "timing", "n")
    settled: Counter[tuple[str, str]] = Counter()
    for day, timing, count in _fetched(rows):
        settled[str(day)[:7], timing] += count
    return settled


def _promises(settled: Counter[tuple[str, str]], late: dict[str, int], month: str) -> Promises:
    overdue = late.get(month, 0)
    return Promises(
        original=settled[month, Timing.ORIGINAL],
        extended_in_time=settled[month, Timing.EXTENDED],
        late=settled[month, Timing.LATE],
        extended=settled[month, Timing.OPEN] - overdue,
        overdue=overdue,
    )
