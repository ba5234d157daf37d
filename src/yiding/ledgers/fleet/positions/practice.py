"""How a place makes trips and alerts of positions: settings of a day, each with its source."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Any

from yiding.rules.places import COUNTRY, chain
from yiding.rules.values import Table, read_values


@dataclass(frozen=True, slots=True)
class Practice:
    """The settings of a place (区划代码) on a day.

    ``moving_tenths`` tenths of km/h from which a vehicle moves, ``pause`` without movement that
    ends a trip, ``most_km`` that an odometer may go in one trip, ``slack`` round an order,
    ``sensitive_stop`` and ``long_stop`` that are asked about, ``outside`` a fence that is,
    ``radius_m`` of the parking place, hours from ``opens_at`` to ``closes_at``, ``apart`` between
    order and track, ``apart_percent`` between their kilometres, ``silent_days`` of a terminal.
    """

    moving_tenths: int
    pause: timedelta
    most_km: Decimal
    slack: timedelta
    sensitive_stop: timedelta
    long_stop: timedelta
    outside: timedelta
    radius_m: Decimal
    opens_at: timedelta
    closes_at: timedelta
    apart: timedelta
    apart_percent: Decimal
    silent_days: int


def practice_of(place: str = COUNTRY, on: date | None = None) -> Practice:
    """The settings of a place on a day, its own before its province's and the country's."""
    day = on or date.max
    number = _Numbers(place, day)
    return Practice(
        moving_tenths=int(number("trip", "moving_kmh") * 10),
        pause=number.minutes("trip", "pause_minutes"),
        most_km=number("trip", "most_km"),
        slack=number.minutes("order", "slack_minutes"),
        sensitive_stop=number.minutes("stop", "sensitive_minutes"),
        long_stop=number.minutes("stop", "long_minutes"),
        outside=number.minutes("stop", "outside_minutes"),
        radius_m=number("fence_radius"),
        opens_at=timedelta(hours=float(number("working_hours", "from"))),
        closes_at=timedelta(hours=float(number("working_hours", "to"))),
        apart=number.minutes("track_tolerance", "minutes"),
        apart_percent=number("track_tolerance", "percent"),
        silent_days=int(number("silent")),
    )


@dataclass(frozen=True, slots=True)
class _Numbers:
    """The amounts of a place on a day, by table and key."""

    place: str
    on: date

    def __call__(self, table: str, *key: str) -> Decimal:
        found = _tables()[table].find(key, chain(self.place), self.on)
        if found is None:
            raise LookupError(f"{table} {key}: no row for {self.place} on {self.on}")
        amount: Any = found[1]
        return Decimal(amount)

    def minutes(self, table: str, *key: str) -> timedelta:
        """An amount of minutes."""
        return timedelta(minutes=float(self(table, *key)))


@cache
def _tables() -> dict[str, Table]:
    """Those of the positions, and those of the ledger's rules: a threshold stands once."""
    own = files(__package__).joinpath("practice.toml")
    rules = files("yiding.ledgers.fleet").joinpath("values.toml")
    return {**read_values(rules.read_bytes()).tables, **read_values(own.read_bytes()).tables}
