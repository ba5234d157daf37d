"""Resolving: a time word and the meeting's day to a Deadline."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from yiding.dates import meanings, recurring
from yiding.dates.meanings import Asked, Meaning
from yiding.dates.model import Deadline
from yiding.dates.scan import TimeWord

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
    answer = MEANINGS[word.kind](Asked(word.parts, held_on, place))
    return Deadline(
        answer.kind, word.text, answer.date, answer.start, answer.base, answer.rule,
        answer.confidence, answer.refused, answer.warning, word.span,
    )  # fmt: skip
