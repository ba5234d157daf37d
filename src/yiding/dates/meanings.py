"""The meaning of every rule of the grammar but the recurring ones: words to a date or to none."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from yiding.dates.answer import Answer, refused_year, unknown_base, unsettled
from yiding.dates.calendar import (
    UnknownCalendarYear,
    add_months,
    add_working_days,
    festival_day,
    last_working_day,
    sunday_of,
)
from yiding.dates.numerals import DIGITS, parse_number
from yiding.dates.periods import (
    VAGUE_PARTS,
    Parts,
    Period,
    has_month,
    period_of,
    quarter_period,
    within_month,
    year_of,
)
from yiding.dates.words import WORDS, MonthDay

Place = str
NO_DAY = "没有公认的日子，请人工确定。"
NO_SUCH_DAY = "历上没有这一天。"
NO_SEASON = "所在地没有这个季节的起止日期，不作推算。"
PASSED = "该日在会议日期之前。"


class Asked(NamedTuple):
    """One question: the parts of the words, the meeting's day, the place's 区划代码."""

    parts: Parts
    held_on: date | None
    place: Place | None = None


Meaning = Callable[[Asked], Answer]


# --- the end of a period ------------------------------------------------------------------------


# 今年12月底前 -> 31 December of the meeting's year; 8月底 in November -> next year, with a warning
# trap: 11月3日前 on 5 November stays, with a warning: only a month that is over rolls on
def period_end(asked: Asked) -> Answer:
    """By the end of the named day, ten days, month, quarter, half-year or year."""
    if trouble := _without_agreed_end(asked.parts):
        return trouble
    year = year_of(asked.parts, asked.held_on)
    if year.number is None or ("relmonth" in asked.parts and asked.held_on is None):
        return unknown_base("by", _rule_of(asked.parts))
    period = period_of(asked.parts, year.number, asked.held_on)
    is_stated = year.is_stated or "relmonth" in asked.parts
    if not is_stated and asked.held_on and _is_over(period, asked.held_on):
        return _rolled(asked, year.number + 1)
    if period is None:
        return unsettled("no-such-day", NO_SUCH_DAY, base=year.base)
    return _by(period, asked, year.base, is_stated)


def _by(period: Period, asked: Asked, base: str, is_stated: bool) -> Answer:
    warning = PASSED if asked.held_on and period.end < asked.held_on else None
    if _is_loose(asked.parts, period):
        return Answer(
            "by", period.rule, period.end, None, base, "ambiguous", None, "“前”字按含本期读作期末。"
        )
    confidence = "certain" if is_stated else "inferred"
    return Answer("by", period.rule, period.end, None, base, confidence, None, warning)


def _rolled(asked: Asked, year: int) -> Answer:
    period = period_of(asked.parts, year, asked.held_on)
    if period is None:
        return unsettled("no-such-day", NO_SUCH_DAY)
    warning = f"会议之前已过，按{year}年计算。"
    return Answer("by", period.rule, period.end, None, "held_on", "inferred", None, warning)


def _is_over(period: Period | None, held_on: date) -> bool:
    if period is None:
        return False
    return (period.end.year, period.end.month) < (held_on.year, held_on.month)


# 6月前, 2025年前: before it begins, or by its end? The end of the period, said to be ambiguous.
def _is_loose(parts: Parts, period: Period) -> bool:
    if period.rule not in ("month-end", "year-end") or "part" in parts or "yearend" in parts:
        return False
    return parts.get("bound", "").endswith("前")


# 明年初, 6月中: no agreed day; 三月内: March, or three months?
def _without_agreed_end(parts: Parts) -> Answer | None:
    part = parts.get("part", "").removeprefix("年")
    if part in VAGUE_PARTS:
        return unsettled("no-agreed-day", NO_DAY, "vague")
    written = parts.get("month", "")
    if (
        part == "内"
        and "year" not in parts
        and "relyear" not in parts
        and written
        and written in HAN_DIGITS
    ):
        return unsettled("month-or-months", "可读作某月之内，也可读作若干个月之内。")
    return None


HAN_DIGITS = "一二三四五六七八九十"


def _rule_of(parts: Parts) -> str:
    if "day" in parts:
        return "day"
    if has_month(parts):
        return "ten-day-end" if parts.get("part", "").endswith("旬") else "month-end"
    if "quarter" in parts or "relquarter" in parts:
        return "quarter-end"
    return "half-year-end" if "half" in parts else "year-end"


# 月底前, 月内: the month of the meeting; 本月20日前
def month(asked: Asked) -> Answer:
    """By the end of a month or a part of it."""
    if not has_month(asked.parts):
        return period_end(asked._replace(parts={**asked.parts, "relmonth": "本月"}))
    return period_end(asked)


# 年底前, 年内: the year of the meeting
def year(asked: Asked) -> Answer:
    """By the end of a year; 年前 is before the coming Spring Festival or year, nobody knows which."""
    if asked.parts.get("part") == "年":
        return Answer(
            "event",
            "before-new-year",
            confidence="ambiguous",
            warning="年前可指元旦前，也可指春节前。",
        )
    if "year" not in asked.parts and "relyear" not in asked.parts:
        return period_end(asked._replace(parts={**asked.parts, "relyear": "今年"}))
    return period_end(asked)


# 本季度末, 下季度; 一季度 that is over rolls on
def quarter(asked: Asked) -> Answer:
    """By the end of a quarter."""
    relative = asked.parts.get("relquarter")
    if relative is None:
        return period_end(asked)
    if asked.held_on is None:
        return unknown_base("by", "quarter-end")
    shift = {"下": 1, "上": -1}.get(relative[0], 0)
    years, index = divmod((asked.held_on.month - 1) // 3 + shift, 4)
    return _by(quarter_period(asked.held_on.year + years, index + 1), asked, "held_on", True)


# 本周内 -> this Sunday; 下周五 -> the Friday of the week after; 周五前 that is over -> the next one
def week(asked: Asked) -> Answer:
    """By a weekday or a week's Sunday (Monday first)."""
    if asked.held_on is None:
        return unknown_base("by", "week-end" if "weekday" not in asked.parts else "weekday")
    name = asked.parts.get("week")
    shift = {"下": 1, "下下": 2, "上": -1}.get(name or "", 0)
    sunday = sunday_of(asked.held_on, shift)
    weekday = WEEKDAYS.get(asked.parts.get("weekday", ""), 7)
    day = sunday - timedelta(days=7 - weekday)
    rule = "weekday" if weekday < 7 else "week-end"
    if name is None and day < asked.held_on:
        return Answer(
            "by",
            rule,
            day + timedelta(days=7),
            None,
            "held_on",
            "inferred",
            None,
            "本周该日已过，按下周计算。",
        )
    warning = PASSED if day < asked.held_on else None
    return Answer("by", rule, day, None, "held_on", "certain", None, warning)


WEEKDAYS = {character: number for number, character in enumerate("一二三四五六日", 1)} | {
    "天": 7,
    "末": 7,
}


# 10日前 -> the 10th of the meeting's month, also when it is over
def day(asked: Asked) -> Answer:
    """By a day of the month of the meeting."""
    if asked.held_on is None:
        return unknown_base("by", "day")
    try:
        period = within_month(asked.held_on.year, asked.held_on.month, asked.parts["day"], None)
    except ValueError:
        period = None
    if period is None:
        return unsettled("no-such-day", NO_SUCH_DAY)
    return _by(period, asked, "held_on", False)


# 次日 -> the day after the meeting; 当日, 下班前 -> the day itself
def relative_day(asked: Asked) -> Answer:
    """By a day counted from the meeting in words."""
    if asked.held_on is None:
        return unknown_base("by", "relative-day")
    shift = WORDS.days[asked.parts["relday"]] if "relday" in asked.parts else 0
    day = asked.held_on + timedelta(days=shift)
    warning = PASSED if shift < 0 else None
    return Answer("by", "relative-day", day, None, "held_on", "certain", None, warning)


# 下月第5个工作日前; 12月最后一个工作日
def working_day_of_month(asked: Asked) -> Answer:
    """By the n-th or the last working day of a month."""
    year = year_of(asked.parts, asked.held_on)
    if year.number is None or (asked.held_on is None and "relmonth" in asked.parts):
        return unknown_base("by", "working-days")
    whole = period_of(asked.parts, year.number, asked.held_on)
    if (
        whole is not None
        and not year.is_stated
        and asked.held_on
        and _is_over(whole, asked.held_on)
    ):
        whole = period_of(asked.parts, year.number + 1, asked.held_on)
    if whole is None:
        return unsettled("no-such-day", NO_SUCH_DAY)
    try:
        end = nth_working_day(whole.start, asked.parts)
    except UnknownCalendarYear as error:
        return refused_year("by", "working-days", error.year, year.base)
    confidence = "certain" if year.is_stated or "relmonth" in asked.parts else "inferred"
    return Answer("by", "working-days", end, None, year.base, confidence)


def nth_working_day(first: date, parts: Parts) -> date:
    """The working day that ``count`` or ``last`` names in the month that begins on ``first``."""
    if "last" in parts:
        return last_working_day(first.year, first.month)
    return add_working_days(first - timedelta(days=1), parse_number(parts["count"]) or 1)


# --- festivals, seasons, plans ------------------------------------------------------------------


# 6月5日世界环境日前 -> the eve of the day named
def event_eve(asked: Asked) -> Answer:
    """By the eve of an event whose day the words name."""
    answer = period_end(asked)
    if answer.date is None:
        return answer
    return answer._replace(rule="event-eve", date=answer.date - timedelta(days=1))


# 国庆节前 -> 30 September; 春节前 -> the eve of the festival's own day
# trap: 中秋国庆前 names two festivals
def festival(asked: Asked) -> Answer:
    """By the eve of a festival: that of the year named, or the next one after the meeting."""
    if "more" in asked.parts:
        return unsettled("festival-eve", "节前若干天，请人工确定。")
    if "pair" in asked.parts:
        return unsettled("festival-eve", "并列了两个节日，请人工确定以哪一个为准。")
    year = year_of(asked.parts, asked.held_on)
    if year.number is None:
        return unknown_base("by", "festival-eve")
    try:
        feast = festival_day(asked.parts["festival"], year.number)
        if not year.is_stated and asked.held_on and feast <= asked.held_on:
            feast = festival_day(asked.parts["festival"], year.number + 1)
    except UnknownCalendarYear as error:
        return refused_year("by", "festival-eve", error.year, year.base)
    eve = feast - timedelta(days=1)
    warning = PASSED if asked.held_on and eve < asked.held_on else None
    confidence = "certain" if year.is_stated else "inferred"
    return Answer("by", "festival-eve", eve, None, year.base, confidence, None, warning)


# 汛期前 -> the eve of the place's season, 汛期结束前 -> its last day
# trap: without the place's table the words hang on an event
def season(asked: Asked) -> Answer:
    """By the eve or the last day of a season, where the place's table knows it."""
    year = year_of(asked.parts, asked.held_on)
    days = _season_days(asked.parts["season"], asked.place or "")
    if days is None or year.number is None:
        return Answer("event", "season", base=year.base, warning=NO_SEASON)
    end = _season_end(year.number, days, asked.parts)
    if not year.is_stated and asked.held_on and end < asked.held_on:
        end = _season_end(year.number + 1, days, asked.parts)
    confidence = "certain" if year.is_stated else "inferred"
    warning = PASSED if asked.held_on and end < asked.held_on else None
    return Answer("by", "season", end, None, year.base, confidence, None, warning)


def _season_days(name: str, place: str) -> tuple[MonthDay, MonthDay] | None:
    places = WORDS.seasons[name].places
    fitting = [code for code in places if place.startswith(code)]
    return places[max(fitting, key=len)] if fitting else None


def _season_end(year: int, days: tuple[MonthDay, MonthDay], parts: Parts) -> date:
    first, last = days
    return date(year, *last) if "over" in parts else date(year, *first) - timedelta(days=1)


# “十四五”末 -> 31 December 2025; “十四五”期间 -> its five years
def plan(asked: Asked) -> Answer:
    """By the last day of a five-year plan, or within it."""
    first, last = WORDS.plans[asked.parts["plan"]]
    if asked.parts["part"] in ("期间", "时期"):
        return Answer(
            "span", "five-year-plan", date(last, 12, 31), date(first, 1, 1), "text", "certain"
        )
    return Answer("by", "five-year-plan", date(last, 12, 31), None, "text", "certain")


# --- lengths of time ----------------------------------------------------------------------------


# 5日内 -> D+5; 一个月内 -> the corresponding day; 会后5个工作日内 -> the fifth working day after
# trap: 批复后20日内 hangs on another event
def duration(asked: Asked) -> Answer:
    """Within a length of time from the meeting, or from another event (no date)."""
    if "event" in asked.parts:
        return Answer("event", "after-event", warning="自另一事项起算，事项发生之日未定。")
    return counted(asked.parts, asked.held_on, "held_on")


def duration_from_date(asked: Asked) -> Answer:
    """Within a length of time from a day the words name."""
    year = year_of(asked.parts, asked.held_on)
    if year.number is None or ("relmonth" in asked.parts and asked.held_on is None):
        return unknown_base("within", "days")
    named = period_of(asked.parts, year.number, asked.held_on)
    if named is None:
        return unsettled("no-such-day", NO_SUCH_DAY, "within")
    if "day" not in asked.parts:
        return Answer("event", "after-event", warning="起算的日子没有写明。")
    return counted(asked.parts, named.end, year.base)


def counted(parts: Parts, first: date | None, base: str) -> Answer:
    """``count`` units after ``first``: days, weeks, months, years, hours or working days."""
    count = _count_of(parts["count"])
    rule = _unit_rule(parts["unit"])
    if count is None:
        return unsettled(rule, "数目不明。", "within")
    if first is None:
        return unknown_base("within", rule)
    try:
        end = _after(first, count, rule, parts)
    except UnknownCalendarYear as error:
        return refused_year("within", rule, error.year, base)
    except (OverflowError, ValueError):
        return unsettled(rule, "超出历法范围。", "within")
    return Answer("within", rule, end, None, base, "certain")


# 两三天: the upper end; trap: 二三 is not 23
def _count_of(text: str) -> float | None:
    if text == "半":
        return 0.5
    if len(text) == 2 and all(character in "一二三四五六七八九两" for character in text):
        return DIGITS[text[1]]
    return parse_number(text)


def _unit_rule(unit: str) -> str:
    for ending, rule in UNIT_RULES:
        if ending in unit:
            return rule
    return "days"


UNIT_RULES = (
    ("工作日", "working-days"), ("小时", "hours"), ("分钟", "hours"), ("季度", "months"), ("月", "months"),
    ("年", "years"), ("周", "weeks"), ("星期", "weeks"), ("礼拜", "weeks"),
)  # fmt: skip
DAYS_IN = {"days": 1.0, "weeks": 7.0, "hours": 1 / 24}


# 半个月 -> 15 days, 半年 -> 6 months, 一个半月 -> 1 month and 15 days, 24小时 -> 1 day, 25小时 -> 2
def _after(first: date, count: float, rule: str, parts: Parts) -> date:
    unit = parts["unit"]
    has_half = "more" in parts or "半" in unit
    if rule == "working-days":
        return add_working_days(first, int(count))
    if rule == "years":
        return add_months(first, round(12 * (count + 0.5 * has_half)))
    if rule == "months":
        months, days = _months(count, unit, has_half)
        return add_months(first, months) + timedelta(days=days)
    each = 1 / 1440 if "分钟" in unit else DAYS_IN[rule]
    exact = (count + 0.5 * has_half) * each
    return first + timedelta(days=-int(-round(exact, 6) // 1))


def _months(count: float, unit: str, has_half: bool) -> tuple[int, int]:
    if "季度" in unit:
        return int(3 * count), 0
    if count == 0.5:
        return 0, 15
    return int(count), 15 if has_half else 0


# --- spans --------------------------------------------------------------------------------------


# 3月1日至6月30日: the end is the deadline; a span that is over rolls on as a month does
def span(asked: Asked) -> Answer:
    """From one named point to another."""
    parts, held = asked.parts, asked.held_on
    first, last = year_of(parts, held, "1"), year_of(parts, held, "2")
    needs_meeting = "relmonth1" in parts or "relmonth2" in parts
    if first.number is None or last.number is None or (needs_meeting and held is None):
        known = _span_end_year(parts, first.number)
        return (
            unknown_base("span", "span")
            if known is None or needs_meeting
            else _span(asked, known, known, "text", True)
        )
    is_stated = first.is_stated or last.is_stated or needs_meeting
    end_year = _end_year(parts, first.number, last.number, last.is_stated, first.is_stated)
    begin_year = first.number if first.is_stated or not last.is_stated else end_year
    base = "text" if "text" in (first.base, last.base) else "held_on"
    return _span(asked, begin_year, end_year, base, is_stated)


def _span_end_year(parts: Parts, first: int | None) -> int | None:
    return first if "year1" in parts and "relyear2" not in parts else None


def _end_year(parts: Parts, first: int, last: int, last_stated: bool, first_stated: bool) -> int:
    if parts.get("relyear2") in ("次年", "翌年"):
        return first + 1
    if last_stated:
        return last
    return first if first_stated else last


def _span(asked: Asked, begin_year: int, end_year: int, base: str, is_stated: bool) -> Answer:
    parts = _shared_month(asked.parts)
    begin = period_of(parts, begin_year, asked.held_on, "1")
    end = period_of(parts, end_year, asked.held_on, "2")
    if begin is None or end is None:
        return unsettled("no-such-day", NO_SUCH_DAY, "span", base)
    if end.end < begin.start:
        end = period_of(parts, end_year + 1, asked.held_on, "2")
    warning = None
    if not is_stated and end and asked.held_on and _is_over(end, asked.held_on):
        begin = period_of(parts, begin_year + 1, asked.held_on, "1")
        end = period_of(parts, end.end.year + 1, asked.held_on, "2")
        warning = f"会议之前已过，按{begin_year + 1}年计算。"
    if begin is None or end is None or end.end < begin.start:
        return unsettled("span", "止日早于起日。", "span", base)
    confidence = "certain" if is_stated else "inferred"
    return Answer("span", "span", end.end, begin.start, base, confidence, None, warning)


# 11月10-20日: the month of the first day is the second's
def _shared_month(parts: Parts) -> Parts:
    if "day2" not in parts or has_month(parts, "2"):
        return parts
    shared = {name[:-1] + "2": parts[name] for name in ("month1", "relmonth1") if name in parts}
    return {**parts, **shared}


# 即日起至2025年12月31日
def span_from_now(asked: Asked) -> Answer:
    """From the meeting to a named point."""
    year = year_of(asked.parts, asked.held_on, "2")
    if year.number is None:
        return unknown_base("span", "span")
    end = period_of(asked.parts, year.number, asked.held_on, "2")
    is_stated = year.is_stated or "relmonth2" in asked.parts or not has_month(asked.parts, "2")
    warning = None
    if end and not is_stated and asked.held_on and _is_over(end, asked.held_on):
        end = period_of(asked.parts, year.number + 1, asked.held_on, "2")
        warning = f"会议之前已过，按{year.number + 1}年计算。"
    if end is None:
        return unsettled("no-such-day", NO_SUCH_DAY, "span", year.base)
    confidence = "certain" if is_stated else "inferred"
    return Answer("span", "span", end.end, asked.held_on, year.base, confidence, None, warning)


# 今明两年 -> this year and the next
def two_years(asked: Asked) -> Answer:
    """Two neighbouring years counted from the meeting's."""
    if asked.held_on is None:
        return unknown_base("span", "span")
    first = asked.held_on.year + (asked.parts["pair"] == "明后")
    return Answer("span", "span", date(first + 1, 12, 31), date(first, 1, 1), "held_on", "certain")


# --- no date ------------------------------------------------------------------------------------


# 自2025年7月1日起施行: no deadline, its first day is kept
def effective_from(asked: Asked) -> Answer:
    """When something begins to hold."""
    names_nothing = not any(name in asked.parts for name in POINT_PARTS)
    if names_nothing:
        return Answer("none", "effective-from", None, asked.held_on, "held_on")
    year = year_of(asked.parts, asked.held_on)
    begin = period_of(asked.parts, year.number, asked.held_on) if year.number else None
    return Answer("none", "effective-from", None, begin.start if begin else None, year.base)


POINT_PARTS = ("year", "relyear", "month", "relmonth", "day", "quarter", "half", "relday")


def after_meeting(asked: Asked) -> Answer:
    """会后 without a length: it starts at the meeting and has no end."""
    return Answer("vague", "after-meeting", None, asked.held_on, "held_on")


def event(_: Asked) -> Answer:
    """Before something whose day is not known."""
    return Answer("event", "before-event", warning="以另一事项为限，事项发生之日未定。")


def budget(_: Asked) -> Answer:
    """A budget year is no deadline."""
    return Answer("event", "budget-year", warning="随预算年度安排，没有写明日期。")


def vague(_: Asked) -> Answer:
    """尽快, 适时: the word is kept, no date is invented."""
    return Answer("vague", "vague-word")


def no_deadline(_: Asked) -> Answer:
    """Told, or an effective period: not asked for by a day."""
    return Answer("none", "no-deadline")


def effective_period(_: Asked) -> Answer:
    """How long something holds is no deadline."""
    return Answer("none", "effective-period")


def about(_: Asked) -> Answer:
    """12月15日左右: near a day, not by it."""
    return Answer("vague", "about", warning="约数，没有确切日期。")
