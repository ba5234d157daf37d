"""The meaning of the recurring rules: the first occurrence after the meeting, or a bare cadence."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta

from yiding.dates.answer import (
    NO_AGREED_DAY,
    NO_SUCH_DAY,
    Answer,
    Asked,
    refused_year,
    unknown_base,
    unsettled,
)
from yiding.dates.calendar import UnknownCalendarYear, add_months, month_end, sunday_of
from yiding.dates.ends import WEEKDAYS, nth_working_day
from yiding.dates.lengths import counted
from yiding.dates.named import festival_eve
from yiding.dates.periods import VAGUE_PARTS, Parts, period_of, within_month

HORIZON = 9  # years: a 29 February comes again within eight


# 每年6月底、12月底前 -> the nearest (``days`` come in order)
# trap: on the day itself the next one is meant
def _first_after(asked: Asked, rule: str, days: Callable[[Parts, date], Iterator[date]]) -> Answer:
    held = asked.held_on
    if held is None:
        return unknown_base("recurring", rule)
    try:
        later = next((day for day in days(asked.parts, held) if day > held), None)
    except UnknownCalendarYear as error:
        return refused_year("recurring", rule, error.year, "held_on")
    if later is None:
        return unsettled(rule, NO_SUCH_DAY, "recurring")
    return Answer("recurring", rule, later, None, "held_on", "certain")


def _ends(parts: Parts, year: int, *marks: str) -> Iterator[date]:
    for mark in marks:
        period = period_of(parts, year, None, mark)
        if period is not None:
            yield period.end


def _yearly_months(parts: Parts, held: date) -> Iterator[date]:
    shared = parts
    if "month2" in parts and "part" not in parts and "day" not in parts and "part2" in parts:
        shared = {**parts, "part": parts["part2"]}
    marks = ("", "2") if "month2" in parts else ("",)
    for year in range(held.year, held.year + HORIZON):
        yield from sorted(_ends(shared, year, *marks))


def _yearly_periods(parts: Parts, held: date) -> Iterator[date]:
    for year in range(held.year, held.year + 2):
        if "festival" in parts:
            yield festival_eve(parts, year)
        elif "halves" in parts:
            yield from (date(year, 6, 30), date(year, 12, 31))
        else:
            yield from _ends(parts, year, "")


def _within_months(held: date, count: int, *asked: tuple[str | None, str | None]) -> Iterator[date]:
    first = held.replace(day=1)
    for shift in range(count):
        month = add_months(first, shift)
        periods = (within_month(month.year, month.month, day, part) for day, part in asked)
        yield from sorted(period.end for period in periods if period is not None)


def _monthly(parts: Parts, held: date) -> Iterator[date]:
    part = parts.get("part")
    asked = [(parts.get("day"), "底" if part and part.startswith("最后") else part)]
    if "day2" in parts:
        asked.append((parts["day2"], None))
    yield from _within_months(held, 14, *asked)


def _ten_days(_: Parts, held: date) -> Iterator[date]:
    yield from _within_months(held, 2, ("10", None), ("20", None), (None, "底"))


def _monthly_working_days(parts: Parts, held: date) -> Iterator[date]:
    first = held.replace(day=1)
    this = nth_working_day(first, parts)
    yield this if this > held else nth_working_day(add_months(first, 1), parts)


PLACES = {"首月": 0, "末月": 2, "末": 2, "底": 2}


def _quarterly(parts: Parts, held: date) -> Iterator[date]:
    place = parts["place"]
    digits = {"一": 0, "1": 0, "二": 1, "2": 1, "三": 2, "3": 2}
    index = PLACES.get(place, 2 if place.startswith("最后") else digits.get(place[1:2], 2))
    first = date(held.year, 3 * ((held.month - 1) // 3) + 1, 1)
    for quarter in range(3):
        month = add_months(first, 3 * quarter + index)
        period = within_month(month.year, month.month, parts.get("day"), parts.get("part"))
        if period is not None:
            yield period.end


def _weekly(parts: Parts, held: date) -> Iterator[date]:
    named = sorted({WEEKDAYS[name] for name in parts["weekdays"] if name in WEEKDAYS})
    for week in range(2):
        for weekday in named:
            yield sunday_of(held, week) - timedelta(days=7 - weekday)


CYCLES = {"月": 1, "季": 3, "季度": 3, "半年": 6, "年": 12}


def _after_each(parts: Parts, held: date) -> Iterator[date]:
    months = CYCLES[parts["cycle"]]
    last = held.month - 1 - (held.month - 1) % months + months
    ended = add_months(date(held.year, 1, 1), last - months - 1)
    for shift in (0, months, 2 * months):
        month = add_months(ended, shift)
        answer = counted(parts, month_end(month.year, month.month), "held_on")
        if answer.refused:
            raise UnknownCalendarYear(month.year)
        if answer.date is not None:
            yield answer.date
            if answer.date > held:
                return


def yearly_month(asked: Asked) -> Answer:
    """每年6月底前, 每年1月10日前; 每年1月初 names no agreed day."""
    if not {asked.parts.get("part"), asked.parts.get("part2")}.isdisjoint(VAGUE_PARTS):
        return unsettled("no-agreed-day", NO_AGREED_DAY, "recurring")
    return _first_after(asked, "recurring-year", _yearly_months)


def yearly_period(asked: Asked) -> Answer:
    """每年底前, 每年一季度末, 每年春节前, 每半年末."""
    return _first_after(asked, "recurring-year", _yearly_periods)


def monthly(asked: Asked) -> Answer:
    """每月5日前, 每月底前."""
    return _first_after(asked, "recurring-month", _monthly)


def ten_days(asked: Asked) -> Answer:
    """每旬末: the 10th, the 20th and the month's last day."""
    return _first_after(asked, "recurring-month", _ten_days)


def monthly_working_day(asked: Asked) -> Answer:
    """每月前5个工作日内."""
    return _first_after(asked, "recurring-month", _monthly_working_days)


def quarterly(asked: Asked) -> Answer:
    """每季度末, 每季度首月10日前."""
    return _first_after(asked, "recurring-quarter", _quarterly)


def weekly(asked: Asked) -> Answer:
    """每周五前."""
    return _first_after(asked, "recurring-week", _weekly)


def after_each(asked: Asked) -> Answer:
    """每季度结束后10日内."""
    return _first_after(asked, "recurring-after", _after_each)


def cadence(_: Asked) -> Answer:
    """每天, 双周, 按月: how often, anchored to no day."""
    return Answer("recurring", "cadence")
