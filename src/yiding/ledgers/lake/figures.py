"""What the indicators count: entries of a year, means, and the verdicts of a few rules."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import cache
from importlib.resources import files

from yiding.ledgers.lake import entries, rules
from yiding.ledgers.lake.factors import CHLOROPHYLL
from yiding.ledgers.lake.trophic import INCOMPLETE
from yiding.rules import Entry, Figure, Finding, Verdict
from yiding.rules.judging import judge
from yiding.rules.rule import Rule, rules_of
from yiding.rules.values import Values, read_values

BY_RULE = "index_by_rule"
"""What a sample made of readings has beside its fields: no sheet and no form can write it."""
_DAYS = ("sample_time", "time", "found_at", "started_at", "date", "end_on", "published_on")


@dataclass(frozen=True, slots=True)
class _Book:
    """The rules by slug and kind, with the dated values they read."""

    rules: dict[tuple[str, str], Rule]
    values: Values


@cache
def _book() -> _Book:
    raw = (files("yiding.ledgers.lake") / "values.toml").read_bytes()
    values, kinds = read_values(raw), {one.name: one for one in entries.KINDS}
    made = rules_of("lake", rules, kinds, values)
    return _Book({(one.source.slug, one.kind): one for one in made}, values)


def verdicts(entry: Entry, slugs: Iterable[str], on: date) -> list[Verdict]:
    """What some rules say of an entry."""
    return [one.verdict for slug in slugs for one in _judged(entry, slug, on)]


def _judged(entry: Entry, slug: str, on: date) -> list[Finding]:
    book = _book()
    return judge(book.rules[slug, entry.kind], book.values, entry, on)


def day_of(entry: Entry) -> date | None:
    """The day an entry is of."""
    found = next((entry.values[one] for one in _DAYS if entry.values.get(one)), None)
    if isinstance(found, datetime):
        return found.date()
    return found if isinstance(found, date) else None


def of_year(given: Sequence[Entry], on: date) -> list[Entry]:
    """Those of the year up to a day."""
    return [one for one in given if _is_in(one, date(on.year, 1, 1), on)]


def last_year(given: Sequence[Entry], on: date) -> list[Entry]:
    """Those of the year before, up to the same day; 29 February becomes the 28th."""
    is_leap_day = (on.month, on.day) == (2, 29)
    same = on.replace(year=on.year - 1, day=28 if is_leap_day else on.day)
    return [one for one in given if _is_in(one, date(same.year, 1, 1), same)]


def _is_in(entry: Entry, first: date, last: date) -> bool:
    day = day_of(entry)
    return day is not None and first <= day <= last


def mean(given: Sequence[Entry], of: Callable[[Entry], object]) -> Figure:
    """The arithmetic mean over the entries that have a number, none where none has."""
    held = [(value, one) for one in given if isinstance(value := _lake(one, of), Decimal)]
    whole = Decimal(len(held))
    part = sum((value for value, _ in held), Decimal(0))
    ids = tuple(one.id for _, one in held)
    return Figure(part / whole if whole else None, part, whole, ids)


def _lake(entry: Entry, of: Callable[[Entry], object]) -> object:
    """A sample counts where it is valid and not of a river."""
    is_left_out = entry.kind == "sample" and (entry.valid is False or entry.body == "river")
    return None if is_left_out else of(entry)


def mean_change(
    now: Sequence[Entry], before: Sequence[Entry], of: Callable[[Entry], object]
) -> Figure:
    """The change of a mean in per cent; none where either is wanting."""
    this, last = mean(now, of), mean(before, of)
    ids = (*this.behind, *last.behind)
    if this.value is None or not last.value:
        return Figure(None, Decimal(0), last.value, ids)
    change = this.value - last.value
    return Figure(change * 100 / last.value, change, last.value, ids)


def index_of(sample: Entry) -> Decimal | None:
    """The trophic index of a sample, none of one without chlorophyll.

    Days of stations come by the thousand with the index that the same rule found over columns.
    """
    if sample.values.get(CHLOROPHYLL) is None:
        return None
    if isinstance(told := sample.values.get(BY_RULE), Decimal):
        return told
    for found in _judged(sample, "trophic-index", date.max):
        value, label = found.answer.value, str(found.answer.label)
        if isinstance(value, Decimal) and not label.endswith(INCOMPLETE):
            return value
    return None


def blooms(scenes: Sequence[Entry], on: date) -> list[Entry]:
    """The year's scenes that show a bloom."""
    return [one for one in of_year(scenes, on) if one.area_km2]


def total_of(given: Sequence[Entry], name: str) -> Decimal:
    """The sum of a field over those that have it."""
    return sum((one.values.get(name) or Decimal(0) for one in given), Decimal(0))


def compliant(sample: Entry) -> bool:
    """Whether a sample keeps its target, its zone's class and the items of sources.

    A source without target or zone is held to class III, as a second-class zone.
    """
    rated = sample
    if sample.is_source and sample.target is None and sample.zone not in {"first", "second"}:
        values = {**sample.values, "zone": "second"}
        rated = Entry(sample.kind, sample.id, sample.place, values)
    slugs = ("target-met", "zone-class-met", "source-items-within-limit")
    told = verdicts(rated, slugs, date.max)
    return bool(told) and all(one == Verdict.MET for one in told)


def has_exceedance(water: Entry, on: date) -> bool:
    """Whether any item of finished water is beyond its limit."""
    finished = {slug for slug, kind in _book().rules if kind == "finished_water"}
    return Verdict.BREACHED in verdicts(water, finished, on)


def is_major(water: Entry, on: date) -> bool:
    """Whether black water reaches the major level."""
    return any(one.answer.label == "重大" for one in _judged(water, "blackwater-level", on))


def values_a_day() -> Decimal:
    """Four-hour values that a station gives in a day."""
    amount: Decimal = _book().values.tables["values_a_day"].rows[0].amounts[()]
    return amount


def days_of_season(on: date) -> frozenset[date]:
    """The days of the year's season up to a day."""
    season = _book().values.tables["season"].rows[0].amounts
    first = date(on.year, int(season["first_month",]), 1)
    after = date(on.year, int(season["last_month",]) + 1, 1)
    count = (min(after - timedelta(days=1), on) - first).days + 1
    return frozenset(first + timedelta(days=one) for one in range(max(count, 0)))
