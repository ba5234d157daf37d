"""Resolving: a time word and the meeting's day to a Deadline."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from yiding.dates import meanings, recurring
from yiding.dates.answer import Answer
from yiding.dates.meanings import Asked, Meaning
from yiding.dates.model import Deadline
from yiding.dates.timeword import Span, TimeWord

MEANINGS: Mapping[str, Meaning] = {
    "date": meanings.period_end,
    "event-eve": meanings.event_eve,
    "date-iso": meanings.period_end,
    "month": meanings.month,
    "quarter": meanings.quarter,
    "half-year": meanings.period_end,
    "year": meanings.year,
    "week": meanings.week,
    "day": meanings.day,
    "relative-day": meanings.relative_day,
    "working-day-of-month": meanings.working_day_of_month,
    "festival": meanings.festival,
    "season": meanings.season,
    "plan": meanings.plan,
    "duration": meanings.duration,
    "duration-from-date": meanings.duration_from_date,
    "span": meanings.span,
    "span-short": meanings.span,
    "span-short-days": meanings.span,
    "span-from-now": meanings.span_from_now,
    "two-years": meanings.two_years,
    "yearly-month": recurring.yearly_month,
    "yearly-period": recurring.yearly_period,
    "monthly": recurring.monthly,
    "monthly-working-day": recurring.monthly_working_day,
    "quarterly": recurring.quarterly,
    "after-each": recurring.after_each,
    "weekly": recurring.weekly,
    "cadence": recurring.cadence,
    "effective-from": meanings.effective_from,
    "effective-period": meanings.effective_period,
    "budget": meanings.budget,
    "after-meeting": meanings.after_meeting,
    "event": meanings.event,
    "vague": meanings.vague,
    "about": meanings.about,
    "ago": meanings.no_deadline,
    "narrative": meanings.no_deadline,
    "title": meanings.no_deadline,
}


def deadline_of(word: TimeWord, held_on: date | None, place: str | None = None) -> Deadline:
    """What ``word`` asks for, counted from the meeting of ``held_on`` in ``place`` (区划代码).

    Never raises: what cannot be known has date None, with ``warning`` or ``refused`` saying why.
    """
    return phrased(MEANINGS[word.kind](Asked(word.parts, held_on, place)), word.text, word.span)


def phrased(answer: Answer, text: str, span: Span) -> Deadline:
    """The answer with the words it was read from."""
    return Deadline(
        answer.kind, text, answer.date, answer.start, answer.base, answer.rule,
        answer.confidence, answer.refused, answer.warning, span,
    )  # fmt: skip
