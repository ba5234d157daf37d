"""What indicators are made of: the year up to a day, vehicles held, sums, and verdicts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from yiding.dates.calendar import add_months
from yiding.ledgers.catalogue import ledger
from yiding.ledgers.fleet.choices import HELD
from yiding.rules import Entry, Verdict
from yiding.rules.judging import judge

NONE = Decimal(0)
TEN_THOUSAND = Decimal(10_000)
YEAR = 12


def day_of(moment: date | datetime | None) -> date | None:
    """The day of a moment, as its own zone has it."""
    return moment.date() if isinstance(moment, datetime) else moment


def in_year(day: date | datetime | None, on: date) -> bool:
    """Whether a day lies in the twelve months that end with another, itself included."""
    held = day_of(day)
    return held is not None and add_months(on, -YEAR) < held <= on


def of_year(entries: Iterable[Entry], name: str, on: date) -> list[Entry]:
    """The entries whose day or moment lies in the twelve months up to a day."""
    return [one for one in entries if in_year(one.values.get(name), on)]


def saying(entries: Iterable[Entry], *names: str) -> list[Entry]:
    """The entries that say all of these."""
    return [one for one in entries if all(one.values.get(name) is not None for name in names)]


def sum_of(entries: Iterable[Entry], name: str) -> Decimal:
    """A field's sum; what is not told adds nothing."""
    return sum((Decimal(one.values.get(name) or 0) for one in entries), NONE)


def is_held(car: Entry) -> bool:
    """Whether a vehicle takes up a place: in use, in repair, sealed or asked to be renewed."""
    return car.state is None or car.state in HELD


def held(cars: Iterable[Entry]) -> list[Entry]:
    """The vehicles that are held."""
    return [one for one in cars if is_held(one)]


def vehicles_beside(entries: Sequence[Entry]) -> list[Entry]:
    """The vehicles of the units that entries are of; all there are where no unit is told."""
    if not entries:
        return []
    units = {one.unit for one in entries if one.unit is not None}
    beside = entries[0].batch.of_kind("vehicle")
    return [one for one in beside if not units or one.unit in units]


def average_held(entries: Sequence[Entry], on: date) -> Decimal:
    """The mean of the vehicles held at the beginning and at the end of the year up to a day."""
    cars = vehicles_beside(entries)
    gone = _disposal_days(entries)
    ends = (add_months(on, -YEAR), on)
    counts = [sum(_is_held_on(one, day, gone) for one in cars) for day in ends]
    return Decimal(sum(counts)) / len(counts)


def _disposal_days(entries: Sequence[Entry]) -> dict[str, date]:
    """The day each vehicle was disposed of, by its plate."""
    beside = entries[0].batch.of_kind("disposal") if entries else ()
    return {one.vehicle: one.disposed_on for one in saying(beside, "vehicle", "disposed_on")}


def _is_held_on(car: Entry, day: date, gone: dict[str, date]) -> bool:
    """Registered by then, and not yet disposed of."""
    begun = car.registration_date or car.purchase_date
    left = gone.get(car.plate or car.id)
    if (begun is not None and begun > day) or car.state in {"planned", "bought"}:
        return False
    return is_held(car) if left is None else day < left


def verdicts(entry: Entry, slugs: Iterable[str], on: date) -> set[Verdict]:
    """What rules say of an entry, as the check would."""
    fleet = ledger("fleet")
    entry.batch.on = on
    rules = (rule for slug in slugs for rule in fleet.rule_named(slug) if rule.kind == entry.kind)
    return {one.verdict for rule in rules for one in judge(rule, fleet.values, entry, on)}


def days_between(start: Any, end: Any) -> Iterator[date]:
    """The days of an order from its start to its end, both included; of one without end, one."""
    first, last = day_of(start), day_of(end) or day_of(start)
    if first is not None and last is not None:
        yield from (first + timedelta(days=at) for at in range((last - first).days + 1))
