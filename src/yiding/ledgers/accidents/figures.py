"""Accidents in numbers: those of a span of days as they were known on a day, people and grades."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Any

from yiding.dates.calendar import add_months
from yiding.ledgers.accidents.counting import Toll, toll_on
from yiding.ledgers.accidents.ranks import GRADES, grade_by, is_short
from yiding.ledgers.accidents.unfolding import day
from yiding.rules.entries import Entry
from yiding.rules.places import COUNTRY
from yiding.rules.values import Values, read_values

NONE = Decimal(0)
YEAR, MONTH = 12, 1


@dataclass(frozen=True, slots=True)
class Span:
    """The days from `first` to `last`, both included."""

    first: date
    last: date

    def holds(self, one: date | None) -> bool:
        """Whether a day lies in it."""
        return one is not None and self.first <= one <= self.last

    def year_before(self) -> Span:
        """The same days a year before."""
        return Span(add_months(self.first, -YEAR), add_months(self.last, -YEAR))

    def month_before(self) -> Span:
        """The same days a month before."""
        return Span(add_months(self.first, -MONTH), add_months(self.last, -MONTH))


def year_to(on: date) -> Span:
    """From New Year to a day."""
    return Span(date(on.year, 1, 1), on)


def month_to(on: date) -> Span:
    """From the first of the month to a day."""
    return Span(on.replace(day=1), on)


def since_month(month: int, on: date) -> Span:
    """From the latest first of a month that has come: August of this year, else of the last."""
    year = on.year if on.month >= month else on.year - 1
    return Span(date(year, month, 1), on)


@cache
def _values() -> Values:
    return read_values((files("yiding.ledgers.accidents") / "values.toml").read_bytes())


class Lines:
    """The decree's lines on a day, for figures that are worked out without a rule."""

    def __init__(self, on: date) -> None:
        self.on = on

    def __getitem__(self, named: tuple[str, ...]) -> Any:
        table, *keys = named
        found = _values().tables[table].find(tuple(keys), (COUNTRY,), self.on)
        return found[1] if found else None


def happened(accident: Entry) -> date | None:
    """The day of an accident."""
    return day(accident.occurred_at)


def is_known(accident: Entry, on: date) -> bool:
    """Whether an accident had been reported by a day; without a report, on its own day."""
    told = day(accident.reported_at) or happened(accident)
    return told is not None and told <= on


def of_span(accidents: Iterable[Entry], span: Span, on: date) -> list[Entry]:
    """The accidents of some days, as they were known on a day."""
    return [one for one in accidents if span.holds(happened(one)) and is_known(one, on)]


def toll_known(accident: Entry, on: date) -> Toll:
    """What an accident had come to by a day, changes out of time left aside."""
    lines = Lines(happened(accident) or on)
    kind = accident.special_kind if is_short(accident) else "other"
    days = lines["supplement_window", kind]
    return toll_on(accident, on, None if days is None else int(days))


def deaths_of(accidents: Iterable[Entry], on: date) -> Decimal:
    """How many died, as known on a day."""
    return sum((toll_known(one, on).deaths or NONE for one in accidents), NONE)


def grade_on(accident: Entry, on: date) -> str | None:
    """The grade as known on a day: by the figures of then, else as registered."""
    is_special = accident.special_kind == "special_equipment"
    lines = Lines(happened(accident) or on)
    reckoned = grade_by(toll_known(accident, on), lines)  # type: ignore[arg-type]
    if is_special or reckoned is None:
        return accident.grade or reckoned
    held = [one for one in (reckoned, _registered(accident, on)) if one]
    return max(held, key=GRADES.index)


def _registered(accident: Entry, on: date) -> str | None:
    """The grade registered, where it was not raised only later."""
    later = [one for one in accident.grade_history or () if (one.get("at") or on) > on]
    return None if later else accident.grade


def with_deaths(accidents: Iterable[Entry], on: date) -> Iterator[Entry]:
    """Those in which somebody died."""
    return (one for one in accidents if toll_known(one, on).deaths)


def at_least(accidents: Sequence[Entry], grade: str, on: date) -> list[Entry]:
    """Those of a grade or above."""
    wanted = GRADES[GRADES.index(grade) :]
    return [one for one in accidents if grade_on(one, on) in wanted]
