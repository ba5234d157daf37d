"""The end of a period: what 今年12月底前, 下周五前, 二季度前 and 10日前 mean."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from yiding.dates.answer import (
    NO_AGREED_DAY,
    NO_SUCH_DAY,
    Answer,
    Asked,
    passed,
    refused_year,
    unknown_base,
    unsettled,
)
from yiding.dates.calendar import (
    UnknownCalendarYear,
    add_working_days,
    last_working_day,
    sunday_of,
)
from yiding.dates.model import Confidence
from yiding.dates.numerals import parse_number
from yiding.dates.periods import (
    VAGUE_PARTS,
    Parts,
    Period,
    Year,
    has_month,
    month_of,
    period_of,
    quarter_period,
    year_of,
)
from yiding.dates.words import WORDS

LOOSE = "“前”字按含本期读作期末。"


class Settled(NamedTuple):
    """A period of a known year; ``is_rolled`` when the year named by nobody had to be the next."""

    period: Period
    base: str
    is_stated: bool
    is_rolled: bool

    @property
    def confidence(self) -> Confidence:
        """Certain where the words state the year, inferred where the meeting supplies it."""
        return "certain" if self.is_stated else "inferred"

    def warning(self, held_on: date | None) -> str | None:
        """That the year had to roll on, or that the day lies before the meeting."""
        if self.is_rolled:
            return f"会议之前已过，按{self.period.end.year}年计算。"
        return passed(self.period.end, held_on)


# 8月底 in November -> next year; trap: 11月3日前 on 5 November stays: only a month that is over
# rolls on, and a stated year never does
def settle(parts: Parts, held_on: date | None, mark: str = "") -> Settled | None:
    """The period the parts name; None where the meeting's day or such a day is missing."""
    year = year_of(parts, held_on, mark)
    is_relative = "relmonth" + mark in parts
    if year.number is None or (is_relative and held_on is None):
        return None
    is_stated = (year.is_stated or is_relative) and "inherited" not in parts
    is_rolled = (
        not year.is_stated and not is_relative and _is_over(parts, year.number, held_on, mark)
    )
    period = period_of(parts, year.number + is_rolled, held_on, mark)
    return period and Settled(period, year.base, is_stated, is_rolled)


def _is_over(parts: Parts, year: int, held_on: date | None, mark: str) -> bool:
    if held_on is None:
        return False
    found = month_of(parts, year, held_on, mark) if has_month(parts, mark) else None
    if found is not None:
        return found < (held_on.year, held_on.month)
    period = period_of(parts, year, held_on, mark)
    return period is not None and period.end < held_on


def is_unknown(parts: Parts, held_on: date | None, mark: str = "") -> bool:
    """Whether the parts cannot be settled without the meeting's day."""
    year: Year = year_of(parts, held_on, mark)
    return year.number is None or (held_on is None and "relmonth" + mark in parts)


# 今年12月底前 -> 31 December of the meeting's year
def period_end(asked: Asked) -> Answer:
    """By the end of the named day, ten days, month, quarter, half-year or year."""
    if trouble := _without_agreed_end(asked.parts):
        return trouble
    settled = settle(asked.parts, asked.held_on)
    if settled is not None:
        return ended(settled, asked)
    if is_unknown(asked.parts, asked.held_on):
        return unknown_base("by", _rule_of(asked.parts))
    base = "text" if "year" in asked.parts else "held_on"
    return unsettled("no-such-day", NO_SUCH_DAY, base=base)


def ended(settled: Settled, asked: Asked) -> Answer:
    """By the last day of a settled period."""
    period, base = settled.period, settled.base
    confidence, warning = settled.confidence, settled.warning(asked.held_on)
    if _is_loose(asked.parts, period):
        confidence, warning = "ambiguous", LOOSE
    return Answer("by", period.rule, period.end, None, base, confidence, None, warning)


# 6月前, 2025年前: before it begins, or by its end? The end of the period, said to be ambiguous.
def _is_loose(parts: Parts, period: Period) -> bool:
    if period.rule not in ("month-end", "year-end") or "part" in parts or "yearend" in parts:
        return False
    return parts.get("bound", "").endswith("前")


# 明年初, 6月中: no agreed day; trap: 三月内 may be March or three months
def _without_agreed_end(parts: Parts) -> Answer | None:
    part = parts.get("part", "").removeprefix("年")
    if part in VAGUE_PARTS:
        return unsettled("no-agreed-day", NO_AGREED_DAY, "vague")
    has_year = "year" in parts or "relyear" in parts
    if part.endswith("内") and not has_year and parts.get("month", "·") in "一二三四五六七八九十":
        return unsettled("month-or-months", "可读作某月之内，也可读作若干个月之内。")
    return None


def _rule_of(parts: Parts) -> str:
    if "day" in parts:
        return "day"
    if has_month(parts):
        return "ten-day-end" if parts.get("part", "").endswith("旬") else "month-end"
    if "quarter" in parts:
        return "quarter-end"
    return "half-year-end" if "half" in parts else "year-end"


# 月底前, 月内: the month of the meeting
def month(asked: Asked) -> Answer:
    """By the end of a month or a part of it."""
    if has_month(asked.parts):
        return period_end(asked)
    return period_end(asked._replace(parts={**asked.parts, "relmonth": "本月"}))


# 年底前, 年内: the year of the meeting
# trap: 年前 is before the coming new year or before the Spring Festival, nobody knows which
def year(asked: Asked) -> Answer:
    """By the end of a year."""
    if asked.parts.get("part") == "年":
        warning = "年前可指元旦前，也可指春节前。"
        return Answer("event", "before-new-year", confidence="ambiguous", warning=warning)
    if "year" in asked.parts or "relyear" in asked.parts:
        return period_end(asked)
    return period_end(asked._replace(parts={**asked.parts, "relyear": "今年"}))


# 本季度末, 下季度; 一季度 that is over rolls on
def quarter(asked: Asked) -> Answer:
    """By the end of a quarter."""
    relative = asked.parts.get("relquarter")
    if relative is None:
        return period_end(asked)
    if asked.held_on is None:
        return unknown_base("by", "quarter-end")
    shift = 1 if relative.startswith("下") else 0
    years, index = divmod((asked.held_on.month - 1) // 3 + shift, 4)
    period = quarter_period(asked.held_on.year + years, index + 1)
    return ended(Settled(period, "held_on", True, False), asked)


# 10日前 -> the 10th of the meeting's month, also when it is over
def day(asked: Asked) -> Answer:
    """By a day of the month of the meeting."""
    if asked.held_on is None:
        return unknown_base("by", "day")
    answer = period_end(asked._replace(parts={**asked.parts, "relmonth": "本月"}))
    return answer if answer.date is None else answer._replace(confidence="inferred")


WEEKDAYS = {name: number for number, name in enumerate("一二三四五六日", 1)} | {"天": 7, "末": 7}
WEEKS = {"下": 1, "下下": 2}


# 本周内 -> this Sunday; 下周五 -> the Friday of the week after; 周五前 that is over -> the next one
def week(asked: Asked) -> Answer:
    """By a weekday or a week's Sunday (Monday first)."""
    weekday = WEEKDAYS.get(asked.parts.get("weekday", ""), 7)
    rule = "weekday" if weekday < 7 else "week-end"
    if asked.held_on is None:
        return unknown_base("by", rule)
    name = asked.parts.get("week", "")
    end = sunday_of(asked.held_on, WEEKS.get(name, 0)) - timedelta(days=7 - weekday)
    if name == "" and end < asked.held_on:
        end += timedelta(days=7)
        return Answer(
            "by", rule, end, None, "held_on", "inferred", None, "本周该日已过，按下周计算。"
        )
    warning = passed(end, asked.held_on)
    if "weekday" not in asked.parts:
        friday = end - timedelta(days=2)
        warning = f"以星期日为一周之末；按工作周计算为{friday.isoformat()}（星期五）。"
    return Answer("by", rule, end, None, "held_on", "certain", None, warning)


# 次日 -> the day after the meeting; 当日, 下班前 -> the day itself
def relative_day(asked: Asked) -> Answer:
    """By a day counted from the meeting in words."""
    if asked.held_on is None:
        return unknown_base("by", "relative-day")
    shift = WORDS.days.get(asked.parts.get("relday", ""), 0)
    end = asked.held_on + timedelta(days=shift)
    return Answer("by", "relative-day", end, None, "held_on", "certain")


# 下月第5个工作日前; 12月最后一个工作日
def working_day_of_month(asked: Asked) -> Answer:
    """By the n-th or the last working day of a month."""
    if is_unknown(asked.parts, asked.held_on):
        return unknown_base("by", "working-days")
    settled = settle(asked.parts, asked.held_on)
    if settled is None:
        return unsettled("no-such-day", NO_SUCH_DAY)
    try:
        end = nth_working_day(settled.period.start, asked.parts)
    except UnknownCalendarYear as error:
        return refused_year("by", "working-days", error.year, settled.base)
    warning = settled.warning(asked.held_on) or passed(end, asked.held_on)
    return Answer("by", "working-days", end, None, settled.base, settled.confidence, None, warning)


def nth_working_day(first: date, parts: Parts) -> date:
    """The working day that ``count`` or ``last`` names in the month that begins on ``first``."""
    if "last" in parts:
        return last_working_day(first.year, first.month)
    return add_working_days(first - timedelta(days=1), parse_number(parts["count"]) or 1)
