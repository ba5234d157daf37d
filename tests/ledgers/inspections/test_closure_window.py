"""When closure is proposed: the window rule against counting every subset by hand."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from ledgers.inspections.trying import of, say, seeded

FIRST = date(2022, 1, 1)
ON = date(2025, 12, 31)
DAYS = st.lists(st.integers(0, 900).map(lambda n: FIRST + timedelta(days=n)), max_size=7)


def a_year_later(day: date) -> date:
    """The same day of the next year; 29 February ends on the 28th."""
    is_leap_day = (day.month, day.day) == (2, 29)
    return date(day.year + 1, 2, 28) if is_leap_day else date(day.year + 1, day.month, day.day)


def must_close(days: list[date]) -> bool:
    """Some three lie within 180 days of the first of them, or some four within a year of it."""
    by_days = any((three[-1] - three[0]).days <= 180 for three in combinations(sorted(days), 3))
    by_year = any(four[-1] <= a_year_later(four[0]) for four in combinations(sorted(days), 4))
    return by_days or by_year


@seeded
@given(DAYS)
def test_closure_is_proposed_exactly_where_some_window_is_full(days: list[date]) -> None:
    """Whatever the order the days are written in."""
    unit = of("enterprise", has_major_hazard=True, punishments=[one.isoformat() for one in days])
    found = say("closure-proposed", [unit], ON)
    assert found
    assert (found["label"] == "提请关闭") == must_close(days)
    assert found["verdict"] == ("breached" if must_close(days) else "met")


@seeded
@given(DAYS.filter(bool))
def test_days_and_records_are_counted_alike(days: list[date]) -> None:
    """Days alone, records, or entries of enforcement beside the enterprise."""
    told = [one.isoformat() for one in dict.fromkeys(days)]
    alone = of("enterprise", "E", has_major_hazard=True, punishments=told)
    records = of("enterprise", "E", has_major_hazard=True, punishments=[{"date": d} for d in told])
    beside = [
        of("enforcement", str(at), enterprise="E", type="罚款", date=one)
        for at, one in enumerate(told)
    ]
    bare = of("enterprise", "E", has_major_hazard=True)
    ways = ([alone], [records], [bare, *beside])
    found = [say("closure-proposed", one, ON) for one in ways]
    assert found[0] == found[1] == found[2]


@seeded
@given(DAYS, st.booleans())
def test_without_a_major_hazard_nothing_is_proposed(days: list[date], is_said: bool) -> None:
    """Said to have none: not triggered; not said: never taken for met where it would count."""
    unit = of("enterprise", punishments=[one.isoformat() for one in days])
    if is_said:
        unit["fields"]["has_major_hazard"] = False
    found = say("closure-proposed", [unit], ON)
    assert found
    expected = "met" if is_said or not must_close(days) else "undetermined"
    assert found["verdict"] == expected
