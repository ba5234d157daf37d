"""How entries stand on a day: inspected, overdue, of whom; what happened in a year."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal

from yiding.dates.calendar import add_months
from yiding.ledgers.catalogue import ledger
from yiding.ledgers.checking import complete_beside
from yiding.ledgers.lightning.neighbours import named, reported_days
from yiding.rules import Entry, Verdict
from yiding.rules.finding import Answer
from yiding.rules.judging import judge

YEAR = 12
"""Months that a yearly figure looks back."""


def due(entry: Entry, on: date) -> Answer | None:
    """What the rule of the interval says on a day, by the reports there were then."""
    lightning = ledger("lightning")
    complete_beside(lightning.kinds[entry.kind], entry)
    told = {**entry.values, "last_inspected_on": last_inspection(entry, on)}
    asked = Entry(entry.kind, entry.id, entry.place, told, batch=entry.batch)
    rules = (one for one in lightning.rule_named("inspected-in-time") if one.kind == entry.kind)
    found = [one for rule in rules for one in judge(rule, lightning.values, asked, on)]
    return found[0].answer if found else None


def said_of(entry: Entry, slug: str, on: date) -> Verdict | None:
    """What a rule says of an entry on a day."""
    lightning = ledger("lightning")
    entry.batch.on = on
    complete_beside(lightning.kinds[entry.kind], entry)
    rules = (one for one in lightning.rule_named(slug) if one.kind == entry.kind)
    found = [one.verdict for rule in rules for one in judge(rule, lightning.values, entry, on)]
    return found[0] if found else None


def owner_of(entry: Entry) -> Entry | None:
    """The site of a structure, of a device, or of a device's structure; a site is its own."""
    if entry.kind == "site":
        return entry
    own = named(entry, "site", entry.site, ("uscc", "name"))
    if own is not None or entry.structure is None:
        return own
    structure = named(entry, "structure", entry.structure, ("name",))
    return None if structure is None else owner_of(structure)


def last_inspection(entry: Entry, on: date) -> date | None:
    """The latest day up to a day on which the entry, or a device's structure, was inspected."""
    of = [(entry.kind, entry.id), (entry.kind, entry.name), ("structure", entry.structure)]
    days = [day for field, name in of if name for day in reported_days(entry, field, name, on)]
    own = entry.last_inspected_on
    told = [*days, own] if own is not None and own <= on else days
    return max(told, default=None)


def is_asked(answer: Answer | None) -> bool:
    """Whether the interval decides: neither silent nor undetermined."""
    return answer is not None and answer.verdict != Verdict.UNDETERMINED


def is_key(entry: Entry) -> bool:
    """Whether the entry's site is on the list of key units."""
    site = owner_of(entry)
    return site is not None and bool(site.is_key_unit)


def department_of(entry: Entry) -> str | None:
    """The department that supervises the entry's site: on record, else by its category."""
    site = owner_of(entry)
    if site is None:
        return None
    by_category = ledger("lightning").values.tables["authority"].rows[0].amounts
    told: str | None = site.supervising_department or by_category.get((site.category,))
    return told


def within_year(entries: Iterable[Entry], field: str, on: date) -> list[Entry]:
    """Those whose day lies in the twelve months up to a day, itself included."""
    first = add_months(on, -YEAR)
    days = ((one, day_of(one.values.get(field))) for one in entries)
    return [one for one, day in days if day is not None and first < day <= on]


def day_of(value: date | datetime | None) -> date | None:
    """The day of a moment."""
    return value.date() if isinstance(value, datetime) else value


def of_latest_year(returns: Iterable[Entry], on: date) -> list[Entry]:
    """The yearly statistics of the latest year not after the day's, one a district."""
    told = [one for one in returns if one.year is not None and one.year <= on.year]
    latest = max((one.year for one in told), default=None)
    return [one for one in told if one.year == latest]


def is_ground(strike: Entry) -> bool:
    """A flash to the ground; one whose kind is not told counts as such."""
    return strike.strike_kind in (None, "cg")


class Strikes:
    """Ground flashes by time, to be asked which fell where a warning was out."""

    def __init__(self, strikes: Iterable[Entry]) -> None:
        told = [one for one in strikes if is_ground(one) and one.occurred_at is not None]
        self._strikes = sorted(told, key=lambda one: one.occurred_at)
        self._times = [one.occurred_at for one in self._strikes]

    def under(self, warning: Entry) -> list[Entry]:
        """Those in the warning's area from its issue to its end."""
        ends = end_of(warning)
        if warning.issued_at is None or ends is None:
            return []
        first = bisect_left(self._times, warning.issued_at)
        last = bisect_right(self._times, ends)
        return [one for one in self._strikes[first:last] if _is_inside(one, warning)]


def end_of(warning: Entry) -> datetime | None:
    """When a warning ended: lifted, else run out, else its hours over."""
    told: datetime | None = warning.lifted_at or warning.valid_to
    if told is None and warning.issued_at is not None and warning.window_h is not None:
        hours: timedelta = timedelta(hours=float(warning.window_h))
        return warning.issued_at + hours  # type: ignore[no-any-return]
    return told


def _is_inside(strike: Entry, warning: Entry) -> bool:
    """By the names of the area; without one, by the place of the warning."""
    names = [one for one in (strike.county, strike.city, strike.province) if one]
    if warning.area and names:
        return any(name in warning.area or warning.area in name for name in names)
    return strike.place[:4] == warning.place[:4]


def median(numbers: Sequence[Decimal]) -> Decimal | None:
    """The middle one, or the mean of the two in the middle."""
    ordered = sorted(numbers)
    half = len(ordered) // 2
    if not ordered:
        return None
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2
