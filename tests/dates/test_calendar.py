"""Working days and festivals against the State Council's notices."""

from __future__ import annotations

from datetime import date, timedelta

import chinese_calendar
import pytest

from yiding.dates import UnknownCalendarYear, add_working_days, is_working_day
from yiding.dates.calendar import festival_day, last_working_day

FESTIVALS = {
    "春节": "Spring Festival",
    "清明": "Tomb-sweeping Day",
    "端午": "Dragon Boat Festival",
    "中秋": "Mid-autumn Festival",
    "国庆": "National Day",
    "元旦": "New Year's Day",
    "五一": "Labour Day",
}


@pytest.mark.parametrize(
    ("day", "is_working"),
    [
        (date(2019, 10, 1), False),
        (date(2019, 9, 29), True),
        (date(2019, 10, 12), True),
        (date(2020, 1, 31), False),
        (date(2020, 2, 3), True),
        (date(2022, 4, 2), True),
        (date(2026, 12, 31), True),
        (date(2024, 2, 18), True),
    ],
)
def test_make_up_days_work_and_days_off_do_not(day: date, is_working: bool) -> None:
    assert is_working_day(day) is is_working


def test_day_one_is_the_day_after() -> None:
    assert add_working_days(date(2019, 11, 5), 1) == date(2019, 11, 6)
    assert add_working_days(date(2019, 9, 30), 1) == date(2019, 10, 8)


@pytest.mark.parametrize("year", [2003, 2027, 2050])
def test_an_unpublished_year_is_never_guessed(year: int) -> None:
    with pytest.raises(UnknownCalendarYear, match=str(year)):
        is_working_day(date(year, 5, 1))


def test_a_count_that_runs_into_an_unpublished_year_is_refused() -> None:
    with pytest.raises(UnknownCalendarYear, match="2027"):
        add_working_days(date(2026, 12, 30), 2)


def test_last_working_day() -> None:
    assert last_working_day(2019, 11) == date(2019, 11, 29)


@pytest.mark.parametrize(("name", "holiday"), FESTIVALS.items())
def test_festivals_fall_on_their_days_off(name: str, holiday: str) -> None:
    for year in range(2008, 2027):
        day = festival_day(name, year)
        is_off, found = chinese_calendar.get_holiday_detail(day)
        shares_its_days = (name, year) in {("中秋", 2020), ("端午", 2012), ("国庆", 2020)}
        assert is_off
        assert found == holiday or shares_its_days, day


def test_a_festival_outside_the_table_is_not_computed() -> None:
    with pytest.raises(UnknownCalendarYear):
        festival_day("春节", 2041)


@pytest.mark.parametrize(
    ("name", "reckoned"),
    [
        ("春节", "lunar_new_year_date"),
        ("清明", "qingming_date"),
        ("端午", "dragon_boat_date"),
        ("中秋", "mid_autumn_date"),
        ("重阳", "double_ninth_date"),
    ],
)
def test_festivals_agree_with_another_calendar(name: str, reckoned: str) -> None:
    chinese = pytest.importorskip("holidays.calendars.chinese")
    on = getattr(chinese._ChineseLunisolar(), reckoned)
    for year in range(1979, 2041):
        assert festival_day(name, year) == on(year)[0]


def test_working_days_agree_with_another_calendar() -> None:
    holidays = pytest.importorskip("holidays")
    china = holidays.country_holidays("CN", years=range(2010, 2027))
    day = date(2010, 1, 1)
    while day.year < 2027:
        assert is_working_day(day) == china.is_working_day(day), day
        day += timedelta(days=1)
