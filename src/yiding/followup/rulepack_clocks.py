"""When a clock of a rule pack runs out, and when the next report is due."""

from __future__ import annotations

from datetime import date, timedelta

from yiding.dates import UnknownCalendarYear, add_working_days, is_working_day
from yiding.dates.calendar import ONE_DAY, add_months, month_end
from yiding.followup.rulepack_model import Cadence, Clock, Term


def deadline_of(clock: Clock, anchor: date) -> date:
    """The last day of the clock, its anchor's day not counted.

    A ``*_before`` clock counts back. Raises UnknownCalendarYear where working days enter a year
    without a published calendar.
    """
    return _start_of(clock.term, anchor) if clock.is_before else end_of(clock.term, anchor)


def end_of(term: Term, anchor: date) -> date:
    """The last day of a term that begins the day after ``anchor``; raises UnknownCalendarYear."""
    if term.unit == "working_day":
        return add_working_days(anchor, term.amount)
    if term.unit == "month":
        return add_months(anchor, term.amount)
    return anchor + timedelta(days=term.amount)


def _start_of(term: Term, anchor: date) -> date:
    if term.unit == "month":
        return add_months(anchor, -term.amount)
    if term.unit == "day":
        return anchor - timedelta(days=term.amount)
    day, count = anchor, term.amount
    while count > 0:
        day -= ONE_DAY
        count -= is_working_day(day)
    return day


# trap: 1 January of a year without a calendar is no reason to call every open clock unknown
def first_day_over(term: Term, anchor: date, on: date) -> date | None:
    """The day after the term ended, or None while it runs on ``on``.

    Raises UnknownCalendarYear only where the missing calendar could change the answer.
    """
    if term.unit == "working_day" and on <= anchor + timedelta(days=term.amount):
        return None
    try:
        end = end_of(term, anchor)
    except UnknownCalendarYear as error:
        if on <= date(error.year, 1, 1):
            return None
        raise
    return end + ONE_DAY if end < on else None


def next_report_due(cadence: Cadence, signed_on: date, last_report_on: date | None) -> date | None:
    """The next due day of a report; None where reports follow stages and no calendar.

    A report counts for a due day at most ``early_days`` ahead, and a matter signed for that shortly
    before one begins with the next.
    """
    last = signed_on if last_report_on is None else max(signed_on, last_report_on)
    if cadence.kind == "by_stage":
        return None
    if cadence.kind == "every_days":
        return last + timedelta(days=cadence.day)
    return due_after(cadence, last + timedelta(days=cadence.early_days))


def due_after(cadence: Cadence, day: date) -> date | None:
    """The first due day of the cadence later than ``day``; None where reports follow stages."""
    if cadence.kind == "monthly":
        this = _in_month(cadence.day, day)
        return this if this > day else _in_month(cadence.day, add_months(day.replace(day=1), 1))
    if cadence.kind == "weekly":
        return day + timedelta(days=(cadence.day - day.isoweekday() - 1) % 7 + 1)
    return day + timedelta(days=cadence.day) if cadence.kind == "every_days" else None


def _in_month(number: int, day: date) -> date:
    last = month_end(day.year, day.month)
    return day.replace(day=min(number, last.day))
