"""Resolving: a time word and the meeting's day to a Deadline."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from yiding.dates import ends, lengths, named, recurring, spans, undated
from yiding.dates.answer import Answer, Asked, Meaning
from yiding.dates.model import Deadline
from yiding.dates.timeword import Span, TimeWord

MEANINGS: Mapping[str, Meaning] = {
    "date": ends.period_end,
    "event-eve": named.event_eve,
    "date-iso": ends.period_end,
    "month": ends.month,
    "quarter": ends.quarter,
    "half-year": ends.period_end,
    "year": ends.year,
    "week": ends.week,
    "day": ends.day,
    "relative-day": ends.relative_day,
    "working-day-of-month": ends.working_day_of_month,
    "festival": named.festival,
    "season": named.season,
    "plan": named.plan,
    "duration": lengths.duration,
    "duration-from-date": lengths.duration_from_date,
    "span": spans.span,
    "span-short": spans.span,
    "span-short-days": spans.span,
    "span-to-festival": spans.span_to_festival,
    "span-from-now": spans.span_from_now,
    "two-years": spans.two_years,
    "yearly-month": recurring.yearly_month,
    "yearly-period": recurring.yearly_period,
    "monthly": recurring.monthly,
    "ten-days": recurring.ten_days,
    "monthly-working-day": recurring.monthly_working_day,
    "quarterly": recurring.quarterly,
    "after-each": recurring.after_each,
    "weekly": recurring.weekly,
    "cadence": recurring.cadence,
    "effective-from": undated.effective_from,
    "effective-period": undated.effective_period,
    "budget": undated.budget,
    "after-meeting": undated.after_meeting,
    "event": undated.event,
    "vague": undated.vague,
    "about": undated.about,
    "masked": undated.masked,
    "ago": undated.no_deadline,
    "narrative": undated.no_deadline,
    "title": undated.no_deadline,
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
