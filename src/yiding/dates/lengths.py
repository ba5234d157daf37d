"""Lengths of time: what 5个工作日内, 半个月内, 24小时内 and 批复后20日内 mean."""

from __future__ import annotations

from datetime import date, timedelta
from math import ceil

from yiding.dates.answer import (
    NO_SUCH_DAY,
    Answer,
    Asked,
    refused_year,
    unknown_base,
    unsettled,
)
from yiding.dates.calendar import UnknownCalendarYear, add_months, add_working_days
from yiding.dates.ends import is_unknown, settle
from yiding.dates.numerals import DIGITS, parse_number
from yiding.dates.periods import Parts

UNIT_RULES = (
    ("工作日", "working-days"), ("小时", "hours"), ("分钟", "minutes"), ("季度", "quarters"),
    ("月", "months"), ("年", "years"), ("周", "weeks"), ("星期", "weeks"), ("礼拜", "weeks"),
)  # fmt: skip
HAN_DIGITS = "一二三四五六七八九两"


# 5日内 -> D+5; 一个月内 -> the corresponding day; 会后5个工作日内 -> the fifth working day after
# trap: 批复后20日内 hangs on another event
def duration(asked: Asked) -> Answer:
    """Within a length of time from the meeting, or from another event (no date)."""
    if "event" in asked.parts:
        return Answer("event", "after-event", warning="自另一事项起算，事项发生之日未定。")
    return counted(asked.parts, asked.held_on, "held_on")


# 自2019年11月10日起30日内 -> 30 days after that day; trap: 11月起30日内 names no first day
def duration_from_date(asked: Asked) -> Answer:
    """Within a length of time from a day the words name."""
    if "day" not in asked.parts:
        return Answer("event", "after-event", warning="起算的日子没有写明。")
    if is_unknown(asked.parts, asked.held_on):
        return unknown_base("within", unit_rule(asked.parts["unit"]))
    settled = settle(asked.parts, asked.held_on)
    if settled is None:
        return unsettled("no-such-day", NO_SUCH_DAY, "within")
    answer = counted(asked.parts, settled.period.end, settled.base)
    return answer if answer.date is None else answer._replace(confidence=settled.confidence)


def counted(parts: Parts, first: date | None, base: str) -> Answer:
    """``count`` units after ``first``: days, weeks, months, years, hours or working days."""
    rule = unit_rule(parts["unit"])
    count = _count_of(parts["count"])
    if not count:
        return unsettled(rule, "数目不明。", "within", base)
    if first is None:
        return unknown_base("within", rule)
    try:
        end = _after(first, count, rule, "more" in parts or "半" in parts["unit"])
    except UnknownCalendarYear as error:
        return refused_year("within", rule, error.year, base)
    except (OverflowError, ValueError):
        return unsettled(rule, "超出历法范围。", "within", base)
    return Answer("within", rule, end, None, base, "certain")


# 两三天: the upper end; trap: 二三 is not 23, nor 一九九九 a count
def _count_of(text: str) -> float | None:
    if text == "半":
        return 0.5
    if len(text) > 1 and all(character in HAN_DIGITS for character in text):
        low, high = DIGITS[text[0]], DIGITS[text[-1]]
        return high if len(text) == 2 and low < high else None
    return parse_number(text)


def unit_rule(unit: str) -> str:
    """The rule that counts a unit: working-days, hours, months …, else days."""
    return next((rule for ending, rule in UNIT_RULES if ending in unit), "days")


# 半个月 -> 15 days, 半年 -> 6 months, 一个半月 -> 1 month and 15 days, 24小时 -> 1 day, 25小时 -> 2
def _after(first: date, count: float, rule: str, has_half: bool) -> date:
    whole = int(count)
    if rule == "working-days":
        return add_working_days(first, whole)
    if rule == "quarters":
        return add_months(first, 3 * whole)
    if rule == "years":
        return add_months(first, round(12 * (count + has_half / 2)))
    if rule == "months":
        return add_months(first, whole) + timedelta(days=15 * (count == 0.5 or has_half))
    return first + timedelta(days=_days(count + has_half / 2, rule))


def _days(count: float, rule: str) -> int:
    in_a_day = {"hours": 24, "minutes": 1440}.get(rule, 1)
    return ceil(count * (7 if rule == "weeks" else 1) / in_a_day)
