"""Counts of matters: the year's sum, promises by month, clocks, silent units.

For a whole jurisdiction as it stands now, what is settled is read from the figures the database
keeps; for a unit, or a past day, the same figures are counted from the rows.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Case, CharField, Count, F, Min, Q, Sum, Value, When
from django.db.models.functions import Cast

from yiding.followup.board import Board, Desk
from yiding.followup.matter_filter import period
from yiding.followup.models import MatterCount, PromiseMonth
from yiding.followup.models.counts import Timing
from yiding.followup.states import MAY_BE_LATE, State
from yiding.registry.models import Unit
from yiding.registry.written import Unsorted, models_of, written

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
    by_state = {state: n for state, n in _states(Desk(board), year) if n}
    noted = by_state.pop(_NO_DUTY, 0)
    is_counted = sum(by_state.values()) <= _COUNTED_ANEW
    return YearSum(by_state, _held(board, year).count() - noted if is_counted else None)


def promises_by_month(board: Board, year: int) -> dict[str, Promises]:
    """What became of a year's promises, by the month of the first date, before the day shown."""
    if board.on <= date(year, 1, 1):
        return {}
    desk = Desk(board)
    # a few hundred days are cut into months here, and not each of thousands of rows there
    settled: Counter[tuple[str, str]] = Counter()
    for day, timing, count in _kept(desk, year) if board.is_whole else _settled(desk, year):
        if count:
            settled[day[:7], timing] += int(count)
    late: Counter[str] = Counter()
    for day, count in _late(desk, year):
        late[str(day)[:7]] += count
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
    found = [(lead, n, date.fromisoformat(str(day))) for lead, n, day in _silent(Desk(board))]
    found.sort(key=lambda row: (-row[1], row[2], row[0]))
    keys = tuple(lead for lead, *_ in found[:named])
    units = {unit.pk: unit for unit in models_of(Unit, _units(keys))} if keys else {}
    return [SilentUnit(units.get(lead), n, day) for lead, n, day in found]


def _held(board: Board, year: int) -> Any:
    return board.rows().of_matter(held_on__range=period(str(year)))


@written
def _states(desk: Desk, year: int) -> Any:
    """The matters decided in a year by state."""
    if desk.board.is_whole:
        kept = MatterCount.objects.filter(jurisdiction=desk.board.jurisdiction, year=year)
        return kept.values("state").annotate(n=Sum("count")).values_list("state", "n")
    held = _held(desk.board, year).order_by()
    return held.values("state").annotate(n=Count("*")).values_list("state", "n")


@written
def _silent(desk: Desk) -> Any:
    """Each unit with how many are silent, and since when the first is."""
    silent = desk.board.rows().silent(desk.board.on).order_by()
    by_unit = silent.annotate(who=Unsorted("lead")).values("who")
    found = by_unit.annotate(n=Count("*"), since=Min("report_due_on"))
    return found.values_list("who", "n", "since")


@written
def _units(keys: tuple[int, ...]) -> Any:
    return Unit.objects.filter(pk__in=keys).order_by()


_TIMING = Case(
    When(verified_on__isnull=True, then=Value(Timing.OPEN)),
    When(verified_on__lte=F("original_due_on"), then=Value(Timing.ORIGINAL)),
    When(verified_on__lte=F("due_on"), then=Value(Timing.EXTENDED)),
    default=Value(Timing.LATE),
    output_field=CharField(),
)


@written
def _late(desk: Desk, year: int) -> Any:
    """What is overdue of a year's promises, by the first date."""
    first, end = _bounds(desk.board, year)
    late = desk.board.rows().overdue(desk.board.on).annotate(day=Unsorted("original_due_on"))
    days = late.filter(day__gte=first, day__lt=end).order_by().values("day")
    return days.annotate(n=Count("*")).values_list("day", "n")


@written
def _kept(desk: Desk, year: int) -> Any:
    """The same of a whole jurisdiction by month, from the figures that the database keeps.

    Whole months are summed up already; of the month that has not passed, the days that have.
    """
    first, end = _bounds(desk.board, year)
    place, month = desk.board.jurisdiction, end.replace(day=1)
    whole = PromiseMonth.objects.filter(
        jurisdiction=place, month__gte=first.isoformat()[:7], month__lt=month.isoformat()[:7]
    )
    days = MatterCount.objects.filter(_COUNTS_FOR_RATES, jurisdiction=place)
    days = days.filter(original_due_on__gte=month, original_due_on__lt=end).order_by()
    named = days.values("timing").annotate(n=Sum("count"))
    text = Value(month.isoformat()[:7], CharField())
    return whole.values_list("month", "timing", "count").union(
        named.values_list(text, "timing", "n"), all=True
    )


@written
def _settled(desk: Desk, year: int) -> Any:
    """How many of each first date were verified in which time, or are open."""
    first, end = _bounds(desk.board, year)
    passed = Q(original_due_on__gte=first, original_due_on__lt=end)
    rows = desk.board.rows().filter(passed).annotate(timing=_TIMING).filter(_COUNTS_FOR_RATES)
    days = rows.order_by().values("original_due_on", "timing").annotate(n=Count("*"))
    # as text: to read a day of each of a thousand rows would cost as much again
    return days.values_list(Cast("original_due_on", CharField(max_length=10)), "timing", "n")


def _bounds(board: Board, year: int) -> tuple[date, date]:
    """The first day of the year, and the day before which its promises have matured."""
    return date(year, 1, 1), min(board.on, date(year + 1, 1, 1))


def _promises(settled: Counter[tuple[str, str]], late: Counter[str], month: str) -> Promises:
    overdue = late[month]
    return Promises(
        original=settled[month, Timing.ORIGINAL],
        extended_in_time=settled[month, Timing.EXTENDED],
        late=settled[month, Timing.LATE],
        extended=settled[month, Timing.OPEN] - overdue,
        overdue=overdue,
    )
