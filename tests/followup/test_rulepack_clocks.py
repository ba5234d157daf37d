"""When a clock runs out and when a report is due: tables, then a seeded oracle."""

from __future__ import annotations

import random
from calendar import monthrange
from datetime import date, timedelta

import pytest

from yiding.dates import is_working_day
from yiding.followup.rulepack import (
    Cadence,
    Clock,
    Origin,
    Term,
    UnknownCalendarYear,
    deadline_of,
    first_day_over,
    next_report_due,
)
from yiding.followup.rulepack_model import CadenceKind, ClockName, Unit

OWN = Origin("linhu")
SEED = 20191105


def clock(amount: int, unit: Unit, name: ClockName = "verify_within") -> Clock:
    return Clock(name, Term(amount, unit), "submitted", OWN)


def cadence(kind: CadenceKind, day: int, early_days: int = 0) -> Cadence:
    return Cadence(kind, day, early_days, OWN)


@pytest.mark.parametrize(
    ("amount", "unit", "anchor", "end"),
    [
        (3, "working_day", date(2019, 11, 27), date(2019, 12, 2)),
        (3, "working_day", date(2019, 9, 27), date(2019, 10, 8)),  # 29 September made up
        (5, "working_day", date(2026, 2, 13), date(2026, 2, 27)),  # Spring Festival
        (0, "day", date(2026, 5, 1), date(2026, 5, 1)),
        (0, "working_day", date(2026, 5, 1), date(2026, 5, 1)),
        (30, "day", date(2026, 1, 31), date(2026, 3, 2)),
        (1, "month", date(2026, 1, 31), date(2026, 2, 28)),
        (1, "month", date(2024, 1, 31), date(2024, 2, 29)),
        (13, "month", date(2026, 12, 31), date(2028, 1, 31)),
        (20, "day", date(2026, 12, 20), date(2027, 1, 9)),  # calendar days need no calendar
    ],
)
def test_deadline(amount: int, unit: Unit, anchor: date, end: date) -> None:
    assert deadline_of(clock(amount, unit), anchor) == end


@pytest.mark.parametrize(
    ("amount", "unit", "held_on", "latest"),
    [
        (3, "day", date(2026, 3, 2), date(2026, 2, 27)),
        (2, "working_day", date(2026, 10, 8), date(2026, 9, 29)),
        (1, "month", date(2026, 3, 31), date(2026, 2, 28)),
    ],
)
def test_papers_are_due_before_the_meeting(
    amount: int, unit: Unit, held_on: date, latest: date
) -> None:
    assert deadline_of(clock(amount, unit, "material_before"), held_on) == latest


def test_an_unpublished_year_is_refused() -> None:
    with pytest.raises(UnknownCalendarYear, match="2027"):
        deadline_of(clock(3, "working_day"), date(2026, 12, 30))
    with pytest.raises(UnknownCalendarYear, match="2027"):
        deadline_of(clock(2, "working_day", "agenda_before"), date(2027, 1, 20))


@pytest.mark.parametrize(
    ("anchor", "on", "over"),
    [
        (date(2019, 11, 27), date(2019, 12, 2), None),
        (date(2019, 11, 27), date(2019, 12, 3), date(2019, 12, 3)),
        (date(2019, 11, 27), date(2020, 5, 1), date(2019, 12, 3)),
        (date(2026, 12, 30), date(2026, 12, 31), None),  # cannot be over, whatever 2027 brings
        (date(2026, 12, 30), date(2027, 1, 1), None),
        (date(2026, 12, 31), date(2027, 1, 3), None),  # three days cannot hold four
    ],
)
def test_over_or_still_running(anchor: date, on: date, over: date | None) -> None:
    assert first_day_over(Term(3, "working_day"), anchor, on) == over


def test_the_first_of_january_cannot_be_over_yet() -> None:
    assert first_day_over(Term(6, "working_day"), date(2026, 12, 24), date(2027, 1, 1)) is None
    with pytest.raises(UnknownCalendarYear, match="2027"):
        first_day_over(Term(6, "working_day"), date(2026, 12, 24), date(2027, 1, 2))


def test_over_is_refused_only_where_the_calendar_decides() -> None:
    with pytest.raises(UnknownCalendarYear, match="2027"):
        first_day_over(Term(3, "working_day"), date(2026, 12, 30), date(2027, 1, 20))


@pytest.mark.parametrize(
    ("kind", "day", "early", "signed_on", "last", "due"),
    [
        ("monthly", 5, 0, date(2026, 3, 3), None, date(2026, 3, 5)),
        ("monthly", 5, 7, date(2026, 3, 3), None, date(2026, 4, 5)),  # signed two days before
        ("monthly", 5, 7, date(2026, 1, 3), date(2026, 3, 3), date(2026, 4, 5)),
        ("monthly", 5, 7, date(2026, 1, 3), date(2026, 3, 6), date(2026, 4, 5)),  # a day late
        ("monthly", 5, 7, date(2026, 1, 3), date(2026, 2, 28), date(2026, 4, 5)),
        ("monthly", 5, 7, date(2026, 1, 3), date(2026, 2, 20), date(2026, 3, 5)),  # too early
        ("monthly", 5, 7, date(2026, 3, 3), date(2026, 1, 4), date(2026, 4, 5)),
        ("monthly", 31, 0, date(2026, 1, 31), None, date(2026, 2, 28)),
        ("monthly", 31, 0, date(2024, 2, 1), None, date(2024, 2, 29)),
        ("monthly", 30, 0, date(2026, 12, 30), None, date(2027, 1, 30)),
        ("weekly", 5, 0, date(2026, 3, 5), None, date(2026, 3, 6)),  # Thursday to Friday
        ("weekly", 5, 0, date(2026, 3, 6), None, date(2026, 3, 13)),
        ("weekly", 1, 2, date(2026, 3, 7), None, date(2026, 3, 16)),
        ("every_days", 10, 7, date(2026, 3, 1), None, date(2026, 3, 11)),
        ("every_days", 10, 7, date(2026, 3, 1), date(2026, 3, 20), date(2026, 3, 30)),
        ("by_stage", 1, 0, date(2026, 3, 1), None, None),
    ],
)
def test_next_report(
    kind: CadenceKind, day: int, early: int, signed_on: date, *, last: date | None, due: date | None
) -> None:
    assert next_report_due(cadence(kind, day, early), signed_on, last) == due


def counted(anchor: date, amount: int) -> date:
    """The amount-th working day after the anchor, counted one by one."""
    days = (anchor + timedelta(days=ahead) for ahead in range(1, 100))
    return [day for day in days if is_working_day(day)][amount - 1]


def test_working_days_against_counting() -> None:
    chance = random.Random(SEED)  # noqa: S311
    for _ in range(200):
        anchor = date(2018, 1, 1) + timedelta(days=chance.randrange(2900))
        amount = chance.randint(1, 40)
        end = deadline_of(clock(amount, "working_day"), anchor)
        assert end == counted(anchor, amount)
        assert first_day_over(Term(amount, "working_day"), anchor, end) is None
        assert first_day_over(Term(amount, "working_day"), anchor, end + timedelta(1)) is not None


def test_monthly_reports_against_looking_at_every_day() -> None:
    chance = random.Random(SEED)  # noqa: S311
    for _ in range(200):
        signed_on = date(2018, 1, 1) + timedelta(days=chance.randrange(4000))
        day, early = chance.randint(1, 31), chance.randint(0, 10)
        due = next_report_due(cadence("monthly", day, early), signed_on, None)
        ahead = (signed_on + timedelta(days=early + more) for more in range(1, 70))
        assert due == next(d for d in ahead if d.day == min(day, monthrange(d.year, d.month)[1]))
