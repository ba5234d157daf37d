"""The demo's year ends where the calendar is published."""

from __future__ import annotations

from datetime import date

import pytest

from yiding.dates.calendar import UnknownCalendarYear, is_working_day
from yiding.demo.schedule import newest_day, sittings


def newest_published_year() -> int:
    year = 2026
    try:
        while is_working_day(date(year + 1, 1, 1)) in {True, False}:
            year += 1
    except UnknownCalendarYear:
        return year
    raise AssertionError


@pytest.mark.parametrize("today", [date(2026, 1, 5), date(2026, 11, 24), date(2026, 12, 31)])
def test_a_day_of_a_published_year_is_the_last(today: date) -> None:
    assert newest_day(today) == today
    assert all(one.printed_on < today for one in sittings(1, today))


def test_after_the_last_published_year_it_is_november() -> None:
    year = newest_published_year()
    assert newest_day(date(year + 1, 3, 1)) == date(year, 11, 20)
    assert newest_day(date(year + 3, 3, 1)) == date(year, 11, 20)
