"""How far a goal has come 进度, and how far its time has."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from yiding.ledgers.biomedicine.definitions import Point, of_entry, of_row, point, side
from yiding.rules import Entry

NEW_YEAR = (1, 1)
YEAR = 1
PER_CENT = 100


@dataclass(frozen=True, slots=True)
class Course:
    """The three figures of a goal; each none where it is not given."""

    base: Point | None
    actual: Point
    target: Point | None

    @property
    def in_order(self) -> tuple[Point | None, Point, Point | None]:
        """From where, where now, where to."""
        return self.base, self.actual, self.target

    @property
    def known(self) -> list[Point]:
        """Those that are given."""
        return [one for one in self.in_order if one is not None]


def course_of(goal: Entry, on: date) -> Course:
    """The base, where it stands, and the target to be reached next."""
    own = of_entry(goal)
    base = None
    if goal.values.get("base_value") is not None:
        base = side(goal, "base")
    return Course(base, own, _target(goal, own, on))


def _target(goal: Entry, own: Point, on: date) -> Point | None:
    if goal.values.get("target_value") is not None:
        return side(goal, "target")
    rows = sorted(goal.targets or (), key=lambda one: one.get("year") or on.year)
    year = own.year or on.year
    ahead = [one for one in rows if (one.get("year") or year) >= year]
    chosen: dict[str, Any] | None = next(iter(ahead), None) or next(reversed(rows), None)
    if chosen is None:
        return None
    return point({**of_row(goal).scope, "unit": own.unit, **chosen})


def time_share(goal: Entry, course: Course, on: date) -> Decimal | None:
    """The share of the time that has passed: as told, by days, else by years."""
    if goal.time_share is not None:
        told: Decimal = goal.time_share
        return told / PER_CENT if told > YEAR else told
    if goal.elapsed is not None and goal.plan_length:
        return Decimal(goal.elapsed) / Decimal(goal.plan_length)
    if goal.starts_on is not None and goal.ends_on is not None:
        return _share((goal.as_of or on) - goal.starts_on, goal.ends_on - goal.starts_on)
    return _by_years(goal, course, on)


def _share(part: Any, whole: Any) -> Decimal | None:
    return Decimal(part.days) / Decimal(whole.days) if whole.days else None


def _by_years(goal: Entry, course: Course, on: date) -> Decimal | None:
    """From the end of the base year to the end of the target's."""
    base = course.base.year if course.base else None
    target = course.target.year if course.target else None
    if base is None or target is None or base == target:
        return None
    if course.actual.year:
        return Decimal(course.actual.year - base) / Decimal(target - base)
    return _days_of_years(goal.as_of or on, base, target)


def _days_of_years(on: date, base: int, target: int) -> Decimal:
    """By the day: the last day of a year is that year done. One division, so that it is exact."""
    first, following = date(on.year, *NEW_YEAR), date(on.year + YEAR, *NEW_YEAR)
    days = (following - first).days
    spent = (on - first).days + YEAR + (on.year - YEAR - base) * days
    return Decimal(spent) / Decimal(days * (target - base))


def achieved(course: Course) -> Decimal | None:
    """(actual − base) ÷ (target − base); none where a figure is not known or nothing is to do."""
    base, now, target = (one.value if one else None for one in course.in_order)
    if base is None or now is None or target is None or target == base:
        return None
    return (now - base) / (target - base)
