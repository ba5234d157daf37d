"""The calendar behind a deadline: ends of periods, working days, festivals."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache

from chinese_calendar import is_workday  # type: ignore[import-untyped]

from yiding.dates.words import WORDS

ONE_DAY = timedelta(days=1)


class UnknownCalendarYear(LookupError):
    """The year has no published calendar here: no working day or festival is guessed."""

    def __init__(self, year: int) -> None:
        super().__init__(f"{year}年的工作日历尚未公布，不作推算。")
        self.year = year


def month_end(year: int, month: int) -> date:
    """The last day of a month; raises ValueError outside 1..12 or the years of ``date``."""
    return date(year, month, monthrange(year, month)[1])


def add_months(day: date, months: int) -> date:
    """The corresponding day ``months`` later, or that month's last day when it has none."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def sunday_of(day: date, weeks: int = 0) -> date:
    """The Sunday that ends the week of ``day`` (Monday first), ``weeks`` later."""
    return day + timedelta(days=6 - day.weekday() + 7 * weeks)


@lru_cache(maxsize=4096)
def is_working_day(day: date) -> bool:
    """Whether the State Council's notice makes ``day`` a working day.

    Raises UnknownCalendarYear where no notice is known.
    """
    try:
        return bool(is_workday(day))
    except NotImplementedError as error:
        raise UnknownCalendarYear(day.year) from error


def add_working_days(day: date, count: int) -> date:
    """The ``count``-th working day after ``day`` (day 1 is the first one after it).

    Raises UnknownCalendarYear as soon as the count enters a year without a notice.
    """
    while count > 0:
        day += ONE_DAY
        count -= is_working_day(day)
    return day


def last_working_day(year: int, month: int) -> date:
    """The last working day of a month; raises UnknownCalendarYear."""
    day = month_end(year, month)
    while not is_working_day(day):
        day -= ONE_DAY
    return day


def festival_day(name: str, year: int) -> date:
    """The day of a festival named in words.toml (国庆, 春节 …) in ``year``.

    Raises UnknownCalendarYear where the table of a moving festival ends, KeyError for no festival.
    """
    festival = WORDS.festivals[name]
    if festival.fixed is not None:
        return date(year, *festival.fixed)
    index = year - festival.first_year
    if not 0 <= index < len(festival.days):
        raise UnknownCalendarYear(year)
    return date(year, *festival.days[index]) + timedelta(days=festival.offset)
