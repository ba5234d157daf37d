"""Points and periods of the calendar that the parts of a time word name."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from yiding.dates.calendar import month_end
from yiding.dates.numerals import parse_number
from yiding.dates.words import WORDS

Parts = Mapping[str, str]

QUARTERS = {"首": 1, "末": 4, "前三": 3}
TEN_DAY_ENDS = {"上旬": 10, "中旬": 20, "上中旬": 20}
VAGUE_PARTS = ("初", "中")


class Year(NamedTuple):
    """A year, whether the words state it, and what they count from; None: not to be known."""

    number: int | None
    is_stated: bool
    base: str


class Period(NamedTuple):
    """First and last day of what the words name, with the rule that ends it."""

    start: date
    end: date
    rule: str


def year_of(parts: Parts, held_on: date | None, mark: str = "") -> Year:
    """The year that the parts state, else the meeting's (``is_stated`` False)."""
    if written := parts.get("year" + mark):
        number = parse_number(written)
        short = number is not None and number < 100
        return Year((number or 0) + 2000 if short else number, True, "text")
    held = held_on.year if held_on else None
    relative = parts.get("relyear" + mark)
    if relative is None:
        return Year(held, False, "held_on")
    return Year(None if held is None else held + WORDS.years[relative], True, "held_on")


def month_of(
    parts: Parts, year: int, held_on: date | None, mark: str = ""
) -> tuple[int, int] | None:
    """(year, month) of the parts; a relative month (下月) counts from the meeting's."""
    if written := parts.get("month" + mark):
        month = parse_number(written)
        return None if month is None else (year, month)
    relative = parts.get("relmonth" + mark)
    if relative is None or held_on is None:
        return None
    years, month = divmod(held_on.month - 1 + WORDS.months[relative], 12)
    return held_on.year + years, month + 1


def has_month(parts: Parts, mark: str = "") -> bool:
    """Whether a month is named."""
    return "month" + mark in parts or "relmonth" + mark in parts


def period_of(parts: Parts, year: int, held_on: date | None, mark: str = "") -> Period | None:
    """The day, part of a month, month, quarter, half-year or year that the parts name in ``year``.

    None where the calendar has no such day (13月, 2月30日).
    """
    try:
        return _period(parts, year, held_on, mark)
    except ValueError:
        return None


def _period(parts: Parts, year: int, held_on: date | None, mark: str) -> Period | None:
    if has_month(parts, mark):
        found = month_of(parts, year, held_on, mark)
        return (
            within_month(*found, parts.get("day" + mark), parts.get("part" + mark))
            if found
            else None
        )
    if quarter := parts.get("quarter" + mark):
        return quarter_period(year, quarter_number(quarter))
    if half := parts.get("half" + mark):
        first = 1 if half == "上半年" else 7
        return Period(date(year, first, 1), month_end(year, first + 5), "half-year-end")
    return Period(date(year, 1, 1), date(year, 12, 31), "year-end")


def within_month(year: int, month: int, day: str | None, part: str | None) -> Period | None:
    """A day, ten days or the whole of a month; None for a day it does not have."""
    if day is not None:
        number = parse_number(day)
        if number is None or not 1 <= number <= monthrange(year, month)[1]:
            return None
        one = date(year, month, number)
        return Period(one, one, "day")
    start, end = date(year, month, 1), month_end(year, month)
    if part is None or not part.endswith("旬"):
        return Period(start, end, "month-end")
    starts = {"中旬": 11, "下旬": 21, "中下旬": 11}
    closing = TEN_DAY_ENDS.get(part)
    end = end if closing is None else date(year, month, closing)
    return Period(date(year, month, starts.get(part, 1)), end, "ten-day-end")


def quarter_number(text: str) -> int:
    """1..4 of 第三季度, 首季, 前三季度."""
    compact = "".join(text.split()).replace("第", "").replace("个", "")
    name = compact.removesuffix("度").removesuffix("季")
    return QUARTERS.get(name) or parse_number(name) or 4


def quarter_period(year: int, quarter: int) -> Period:
    """The three months of a quarter."""
    return Period(date(year, 3 * quarter - 2, 1), month_end(year, 3 * quarter), "quarter-end")
