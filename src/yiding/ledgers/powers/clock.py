"""Working-day clocks 工作日时限: a period that stops while something lawful is awaited."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import wraps
from typing import Any, TypeVar, cast

from yiding.dates import UnknownCalendarYear, is_working_day
from yiding.rules import Answer, Reason, Verdict
from yiding.rules.answers import by_day, undetermined

ONE_DAY = timedelta(days=1)
UNIT = "工作日"
Lines = TypeVar("Lines", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Stop:
    """A time in which the clock stands, first and last day included."""

    first: date
    last: date


def day(moment: date | datetime | None) -> date | None:
    """The day of a moment, as its own zone has it."""
    return moment.date() if isinstance(moment, datetime) else moment


def stops_of(pauses: Iterable[Mapping[str, Any]], on: date) -> tuple[Stop, ...]:
    """Pauses as stops; one that has not ended stands until the day of the check."""
    begun = [one for one in pauses if "from_on" in one]
    return tuple(Stop(one["from_on"], one.get("to_on", on)) for one in begun)


def counts(one: date, stops: Iterable[Stop]) -> bool:
    """Whether a day is a working day on which the clock runs."""
    return is_working_day(one) and not any(stop.first <= one <= stop.last for stop in stops)


def due_after(start: date, count: int, stops: tuple[Stop, ...] = ()) -> date:
    """The last day of so many working days; the starting day is not counted."""
    found = start
    left = count
    while left > 0:
        found += ONE_DAY
        left -= counts(found, stops)
    return found


def used(start: date, end: date, stops: tuple[Stop, ...] = ()) -> int:
    """How many working days have run after the starting day, the last one included."""
    days = (start + timedelta(days=n + 1) for n in range((end - start).days))
    return sum(counts(one, stops) for one in days)


def unknown_year(why: UnknownCalendarYear) -> Answer:
    """Nobody knows yet which days of that year are working days."""
    return undetermined(
        Reason.NO_DATA,
        note=f"{why.year}年的工作日历尚未公布，期限不能推算",
        note_en=f"the working days of {why.year} are not published yet",
    )


def calendared(lines: Lines) -> Lines:
    """What the lines of a rule say, or that the calendar of a year they enter is not known."""

    @wraps(lines)
    def told(*given: Any) -> Any:
        try:
            return lines(*given)
        except UnknownCalendarYear as why:
            return unknown_year(why)

    return cast("Lines", told)


@calendared
def by_working_days(
    start: date, count: Decimal, done: date | None, on: date, stops: tuple[Stop, ...] = ()
) -> Answer:
    """Met, due or overdue by so many working days; what was used is told once it is done."""
    answer = replace(by_day(due_after(start, int(count), stops), done, on), limit=count, unit=UNIT)
    if done is None or done > on:
        return answer
    measured = Decimal(used(start, done, stops))
    is_late = answer.verdict == Verdict.OVERDUE
    return replace(answer, measured=measured, excess=measured - count if is_late else None)
