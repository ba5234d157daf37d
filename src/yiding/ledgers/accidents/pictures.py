"""Accidents since a day, counted for the panels: by grade, place, trade and hour."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from yiding.ledgers.accidents.figures import (
    Span,
    deaths_of,
    grade_on,
    of_span,
    since_month,
    toll_known,
)
from yiding.ledgers.accidents.ranks import GRADES
from yiding.rules.entries import Entry

SEED_MONTH = 8
UNGRADED = ""
HOURS = 24


@dataclass(frozen=True)
class Asked:
    """Since which day, up to which, and as they were known on which."""

    since: date
    on: date
    known_on: date

    @property
    def span(self) -> Span:
        """The days looked at: nothing is known of a day after the one it was known on."""
        return Span(self.since, min(self.on, self.known_on))


@dataclass(frozen=True)
class Count:
    """How many accidents, and how many died."""

    accidents: int
    deaths: Decimal


@dataclass(frozen=True)
class GradeRow:
    """A grade with its count now and in the same days a year before."""

    grade: str
    now: Count
    before: Count

    @property
    def more(self) -> int:
        """How many accidents more than a year before; fewer below nought."""
        return self.now.accidents - self.before.accidents

    @property
    def more_deaths(self) -> Decimal:
        """How many deaths more than a year before."""
        return self.now.deaths - self.before.deaths


def asked_of(since: str, known_on: str, on: date) -> Asked:
    """What a reader asks for; since the latest first of August where no day is told."""
    first = _day(since) or since_month(SEED_MONTH, on).first
    return Asked(min(first, on), on, min(_day(known_on) or on, on))


def _day(written: str) -> date | None:
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None


def shown(accidents: Iterable[Entry], asked: Asked) -> list[Entry]:
    """The accidents of the days asked for, as known then."""
    return of_span(accidents, asked.span, asked.known_on)


def count(accidents: Sequence[Entry], on: date) -> Count:
    """How many they are, and how many died."""
    return Count(len(accidents), deaths_of(accidents, on))


def by_grade(accidents: Sequence[Entry], asked: Asked) -> list[GradeRow]:
    """A row a grade, the highest first; those without one last, where there are any."""
    on = asked.known_on
    now = shown(accidents, asked)
    before = of_span(accidents, asked.span.year_before(), on)
    rows = [
        GradeRow(grade, count(_of(now, grade, on), on), count(_of(before, grade, on), on))
        for grade in (*reversed(GRADES), UNGRADED)
    ]
    return [one for one in rows if one.grade or one.now.accidents or one.before.accidents]


def whole(accidents: Sequence[Entry], asked: Asked) -> GradeRow:
    """All grades together."""
    on = asked.known_on
    before = of_span(accidents, asked.span.year_before(), on)
    return GradeRow("all", count(shown(accidents, asked), on), count(before, on))


def _of(accidents: Iterable[Entry], grade: str, on: date) -> list[Entry]:
    return [one for one in accidents if (grade_on(one, on) or UNGRADED) == grade]


def by(
    accidents: Iterable[Entry], named: Callable[[Entry], str | None], on: date
) -> list[tuple[str, Count]]:
    """The accidents by what they are called by, the most first."""
    groups: dict[str, list[Entry]] = defaultdict(list)
    for one in accidents:
        groups[named(one) or ""].append(one)
    counted = [(name, count(group, on)) for name, group in groups.items()]
    return sorted(counted, key=lambda pair: (-pair[1].accidents, -pair[1].deaths, pair[0]))


def by_hour(accidents: Iterable[Entry]) -> tuple[int, ...]:
    """How many in each hour of the day; those whose hour nobody wrote down are left out."""
    hours = [0] * HOURS
    for one in accidents:
        at = one.occurred_at
        if at is not None and (at.hour or at.minute):
            hours[at.hour] += 1
    return tuple(hours)


def gravest_first(accidents: Iterable[Entry], on: date, most: int) -> list[tuple[Entry, Decimal]]:
    """Those in which most died, with how many."""
    dead = [(one, toll_known(one, on).deaths or Decimal(0)) for one in accidents]
    fatal = [(one, number) for one, number in dead if number]
    return sorted(fatal, key=lambda pair: (-pair[1], pair[0].id))[:most]
