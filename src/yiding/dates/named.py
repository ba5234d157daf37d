"""Named days and periods: festivals, events with a day, seasons, five-year plans."""

from __future__ import annotations

from datetime import date, timedelta

from yiding.dates.answer import Answer, Asked, passed, refused_year, unknown_base, unsettled
from yiding.dates.calendar import ONE_DAY, UnknownCalendarYear, festival_day, is_working_day
from yiding.dates.ends import period_end
from yiding.dates.model import Confidence
from yiding.dates.periods import Parts, year_of
from yiding.dates.words import WORDS, MonthDay

EVE = "festival-eve"


# 6月5日世界环境日前 -> the eve of the day named
def event_eve(asked: Asked) -> Answer:
    """By the eve of an event whose day the words name."""
    answer = period_end(asked)
    if answer.date is None:
        return answer
    return answer._replace(rule="event-eve", date=answer.date - ONE_DAY)


# 国庆节前 -> 30 September; 春节前 -> the eve of the festival's own day
# trap: 中秋国庆前 names two festivals, 春节前10天 is not its eve
def festival(asked: Asked) -> Answer:
    """By the eve of a festival: that of the year named, or the next one after the meeting."""
    if "more" in asked.parts or "pair" in asked.parts:
        return unsettled(EVE, "并列了节日或另有天数，请人工确定。")
    year = year_of(asked.parts, asked.held_on)
    if year.number is None:
        return unknown_base("by", EVE)
    try:
        eve = festival_eve(asked.parts, year.number)
        if not year.is_stated and asked.held_on and eve < asked.held_on:
            eve = festival_eve(asked.parts, year.number + 1)
    except UnknownCalendarYear as error:
        return refused_year("by", EVE, error.year, year.base)
    confidence: Confidence = "certain" if year.is_stated else "inferred"
    return Answer("by", EVE, eve, None, year.base, confidence, None, passed(eve, asked.held_on))


# trap: 春节假期前 is the eve of the first day off, which may come before the festival
def festival_eve(parts: Parts, year: int) -> date:
    """The day before a festival, or before its days off; raises UnknownCalendarYear."""
    eve = festival_day(parts["festival"], year) - ONE_DAY
    if "holiday" not in parts:
        return eve
    while not is_working_day(eve):
        eve -= ONE_DAY
    return eve


# 汛期前 -> the eve of the place's season, 汛期结束前 -> its last day
# trap: without the place's table the words hang on an event
def season(asked: Asked) -> Answer:
    """By the eve or the last day of a season, where the place's table knows it."""
    year = year_of(asked.parts, asked.held_on)
    days = _season_days(asked.parts["season"], asked.place or "")
    if days is None or year.number is None:
        return Answer(
            "event", "season", base=year.base, warning="当地没有这个季节的起止日期，不作推算。"
        )
    end = _season_end(year.number, days, asked.parts)
    if not year.is_stated and asked.held_on and end < asked.held_on:
        end = _season_end(year.number + 1, days, asked.parts)
    confidence: Confidence = "certain" if year.is_stated else "inferred"
    return Answer(
        "by", "season", end, None, year.base, confidence, None, passed(end, asked.held_on)
    )


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
    end = date(last, 12, 31)
    warning = passed(end, asked.held_on)
    if asked.parts["part"] in ("期间", "时期"):
        start = date(first, 1, 1)
        return Answer("span", "five-year-plan", end, start, "text", "certain", None, warning)
    return Answer("by", "five-year-plan", end, None, "text", "certain", None, warning)
