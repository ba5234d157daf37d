"""What a rule is asked and what it answers, before the words and their span are added."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import NamedTuple

from yiding.dates.model import Confidence, DeadlineKind
from yiding.dates.periods import Parts

NO_AGREED_DAY = "没有公认的日子，请人工确定。"
NO_SUCH_DAY = "历上没有这一天。"
PASSED = "该日在会议日期之前。"


class Asked(NamedTuple):
    """One question: the parts of the words, the meeting's day, the place's 区划代码."""

    parts: Parts
    held_on: datetime.date | None
    place: str | None = None


class Answer(NamedTuple):
    """The fields of a Deadline that a rule decides."""

    kind: DeadlineKind
    rule: str
    date: datetime.date | None = None
    start: datetime.date | None = None
    base: str | None = None
    confidence: Confidence | None = None
    refused: str | None = None
    warning: str | None = None


Meaning = Callable[[Asked], Answer]


def unknown_base(kind: DeadlineKind, rule: str) -> Answer:
    """The words count from the meeting, whose day is not known."""
    return Answer(kind, rule, base="held_on", warning="会议日期不明，无法推算日期。")


def refused_year(kind: DeadlineKind, rule: str, year: int, base: str) -> Answer:
    """The calendar of that year is not published: no date is guessed."""
    warning = f"{year}年的工作日历尚未公布，不作推算。"
    return Answer(kind, rule, base=base, refused="calendar-year", warning=warning)


def unsettled(rule: str, warning: str, kind: DeadlineKind = "by", base: str = "held_on") -> Answer:
    """More than one reading, or none: the words are kept for a person, without a date."""
    return Answer(kind, rule, base=base, confidence="ambiguous", warning=warning)


def passed(day: datetime.date, held_on: datetime.date | None) -> str | None:
    """The warning that a day lies before the meeting, where it does."""
    return PASSED if held_on is not None and day < held_on else None
