"""A plan of what is done to one matter: steps in time order, in office hours, on working days."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

from yiding.dates.calendar import UnknownCalendarYear, is_working_day

ZONE = ZoneInfo("Asia/Shanghai")
_OPENS, _CLOSES = time(8, 40), time(17, 40)


@dataclass(frozen=True, slots=True)
class Step:
    """One act of the plan: when, which verb, who by role and unit, and what is filled in.

    ``unit`` is the unit for which somebody acts; for a leader it is the unit the leader oversees.
    """

    at: datetime
    verb: str
    actor_role: str
    unit: str | None = None
    fields: dict[str, Any] = field(default_factory=dict)


class Diary:
    """Writes steps one after the other; a step never comes before the one written last."""

    def __init__(self, begins_on: date, rng: Random) -> None:
        self.steps: list[Step] = []
        self.rng = rng
        self._last = datetime.combine(begins_on, _OPENS, ZONE)

    @property
    def day(self) -> date:
        """The day of the last step."""
        return self._last.date()

    def write(
        self, day: date, verb: str, role: str, unit: str | None = None, /, **fields: Any
    ) -> None:
        """Write a step on a day, or as soon after it as the last one allows."""
        at = self._moment(max(day, self.day))
        self._last = at
        self.steps.append(Step(at, verb, role, unit, fields))

    def after(self, least: int, most: int) -> date:
        """A working day so many working days after the last step."""
        return working_days_after(self.day, self.rng.randint(least, most))

    def _moment(self, day: date) -> datetime:
        day = working_day_from(day)
        minutes = self.rng.randrange(0, 530)
        at = datetime.combine(day, _OPENS, ZONE) + timedelta(minutes=minutes)
        if at > self._last:
            return at
        later = self._last + timedelta(minutes=self.rng.randint(4, 40))
        if later.time() <= _CLOSES:
            return later
        return datetime.combine(working_days_after(day, 1), _OPENS, ZONE)


def working_day_from(day: date) -> date:
    """The day itself where offices work, else the next one on which they do."""
    while not _is_open(day):
        day += timedelta(days=1)
    return day


def working_days_after(day: date, count: int) -> date:
    """The ``count``-th working day after a day."""
    for _ in range(count):
        day = working_day_from(day + timedelta(days=1))
    return working_day_from(day)


def _is_open(day: date) -> bool:
    """As the calendar says; a plan that runs into an unpublished year takes its weekdays."""
    try:
        return is_working_day(day)
    except UnknownCalendarYear:
        return day.weekday() < 5
