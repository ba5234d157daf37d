"""Spans: what 3月1日至6月30日, 2024-2026年 and 即日起至年底 mean."""

from __future__ import annotations

from datetime import date

from yiding.dates.answer import (
    NO_AGREED_DAY,
    NO_SUCH_DAY,
    Answer,
    Asked,
    passed,
    unknown_base,
    unsettled,
)
from yiding.dates.ends import is_unknown, settle
from yiding.dates.model import Confidence
from yiding.dates.named import festival
from yiding.dates.periods import VAGUE_PARTS, Parts, Period, has_month, period_of, year_of

AFTER_THE_FIRST = ("次年", "翌年")
# 11月1日至明年2月底 begins this year
OWN_YEAR = (*AFTER_THE_FIRST, "明年", "来年", "后年")
BACKWARDS = "止日早于起日。"


# 3月1日至6月30日: the end is the deadline; a span that is over rolls on as a month does
# trap: 11月至次年3月 counts 次年 from its own start
def span(asked: Asked) -> Answer:
    """From one named point to another."""
    parts = _shared(asked.parts)
    held = asked.held_on
    if parts.get("part2") in VAGUE_PARTS:
        return unsettled("no-agreed-day", NO_AGREED_DAY, "span")
    if is_unknown(parts, held, "1") or is_unknown(parts, held, "2"):
        return unknown_base("span", "span")
    is_stated = any(
        name in parts for name in ("year1", "relyear1", "year2", "relyear2", "relmonth1")
    )
    years = _years(parts, held, is_stated)
    begin, end = _both(parts, years, held)
    if begin is None or end is None:
        return unsettled("no-such-day", NO_SUCH_DAY, "span")
    if end.end < begin.start:
        return unsettled("span", BACKWARDS, "span")
    is_rolled = not is_stated and held is not None and begin.start.year > held.year
    warning = f"会议之前已过，按{begin.start.year}年计算。" if is_rolled else passed(end.end, held)
    base = "text" if "year1" in parts or "year2" in parts else "held_on"
    confidence: Confidence = "certain" if is_stated else "inferred"
    return Answer("span", "span", end.end, begin.start, base, confidence, None, warning)


# 2019年11月至2020年3月 has two years, 2020年5-9月 and 5月至2020年9月 share one
def _shared(parts: Parts) -> Parts:
    shared = dict(parts)
    if "day1" in parts and not has_month(parts, "1"):  # 21日至30日
        shared["relmonth1"] = "本月"
    for name in ("year", "relyear"):
        if name + "1" in parts and "year2" not in parts and "relyear2" not in parts:
            shared[name + "2"] = parts[name + "1"]
        states_none = not {"year1", "relyear1"} & parts.keys()
        if states_none and parts.get(name + "2", "次年") not in OWN_YEAR:
            shared[name + "1"] = parts[name + "2"]
    if "day2" in parts and not has_month(parts, "2"):
        shared |= {n[:-1] + "2": shared[n] for n in ("month1", "relmonth1") if n in shared}
    return shared


def _years(parts: Parts, held: date | None, is_stated: bool) -> tuple[int, int]:
    first = year_of(parts, held, "1").number or 0
    last = year_of(parts, held, "2").number or 0
    if parts.get("relyear2") in AFTER_THE_FIRST and parts.get("relyear1") != parts["relyear2"]:
        last = first + 1
    end = period_of(parts, last, held, "2")
    over = end is not None and held is not None and _month(end.end) < _month(held)
    begin = period_of(parts, first, held, "1")
    turns = begin is not None and end is not None and end.end < begin.start
    if not is_stated and over and not turns:
        return first + 1, last + 1
    return first, last


def _month(day: date) -> tuple[int, int]:
    return day.year, day.month


# 12月至2月: the end lies in the year after
def _both(
    parts: Parts, years: tuple[int, int], held: date | None
) -> tuple[Period | None, Period | None]:
    begin, end = period_of(parts, years[0], held, "1"), period_of(parts, years[1], held, "2")
    turns = begin is not None and end is not None and end.end < begin.start
    if turns and "month1" in parts and "month2" in parts and years[0] == years[1]:
        end = period_of(parts, years[1] + 1, held, "2")
    return begin, end


# 即日起至2025年12月31日; 从现在起到年底
def span_from_now(asked: Asked) -> Answer:
    """From the meeting to a named point."""
    parts = asked.parts
    if "festival" in parts:
        eve = festival(asked)
        return eve._replace(kind="span", start=asked.held_on) if eve.date else eve
    if parts.get("part2") in VAGUE_PARTS:
        return unsettled("no-agreed-day", NO_AGREED_DAY, "span")
    if "yearend2" in parts and not {"year2", "relyear2"} & parts.keys():
        parts = {**parts, "relyear2": "今年"}
    if is_unknown(parts, asked.held_on, "2"):
        return unknown_base("span", "span")
    end = settle(parts, asked.held_on, "2")
    if end is None:
        return unsettled("no-such-day", NO_SUCH_DAY, "span")
    last, start = end.period.end, asked.held_on
    if start is not None and last < start:
        return unsettled("span", BACKWARDS, "span", end.base)
    return Answer(
        "span", "span", last, start, end.base, end.confidence, None, end.warning(asked.held_on)
    )


# 2016年11月15日至2017年春节前; without its year the festival is the next one after the start
def span_to_festival(asked: Asked) -> Answer:
    """From a named point to the eve of a festival."""
    if is_unknown(asked.parts, asked.held_on, "1"):
        return unknown_base("span", "span")
    begin = settle(asked.parts, asked.held_on, "1")
    if begin is None:
        return unsettled("no-such-day", NO_SUCH_DAY, "span")
    start = begin.period.start
    eve = festival(Asked(asked.parts, start, asked.place))
    return eve._replace(kind="span", start=start, base=begin.base) if eve.date else eve


# 今明两年 -> this year and the next
def two_years(asked: Asked) -> Answer:
    """Two neighbouring years counted from the meeting's."""
    if asked.held_on is None:
        return unknown_base("span", "span")
    first = asked.held_on.year + (asked.parts["pair"] == "明后")
    return Answer("span", "span", date(first + 1, 12, 31), date(first, 1, 1), "held_on", "certain")
