"""What a rule answers before the words and their span are added."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from yiding.dates.model import Confidence, DeadlineKind


class Answer(NamedTuple):
    """The fields of a Deadline that a rule decides."""

    kind: DeadlineKind
    rule: str
    date: date | None = None
    start: date | None = None
    base: str | None = None
    confidence: Confidence | None = None
    refused: str | None = None
    warning: str | None = None


def unknown_base(kind: DeadlineKind, rule: str) -> Answer:
    """The words count from the meeting, whose day is not known."""
    return Answer(kind, rule, base="held_on", warning="会议日期不明，无法推算日期。")


def refused_year(kind: DeadlineKind, rule: str, year: int, base: str) -> Answer:
    """The calendar of that year is not published: no date is guessed."""
    return Answer(
        kind, rule, base=base, refused="calendar-year",
        warning=f"{year}年的工作日历尚未公布，不作推算。",
    )  # fmt: skip


def unsettled(rule: str, warning: str, kind: DeadlineKind = "by", base: str = "held_on") -> Answer:
    """More than one reading: the words are kept for a person, without a date."""
    return Answer(kind, rule, base=base, confidence="ambiguous", warning=warning)
