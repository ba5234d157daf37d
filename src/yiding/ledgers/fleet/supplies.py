"""Supplies 供数: trips worked out of positions, as entries for the figures.

They are no rows of the database: a city drives millions a year. Figures read them here, those of
registered vehicles over the twelve months up to the day, each with the order in which it began.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache
from pathlib import Path

from django.conf import settings

from yiding.ledgers.base.figures import supply_entries
from yiding.ledgers.fleet.positions import trips
from yiding.ledgers.fleet.positions.alerts import is_off_day, is_outside_hours, trip_key
from yiding.ledgers.fleet.positions.practice import Practice, practice_of
from yiding.ledgers.fleet.positions.raising import KINDS, register_at
from yiding.ledgers.fleet.positions.register import Register
from yiding.ledgers.fleet.positions.store import Store
from yiding.ledgers.fleet.positions.trips import Trip
from yiding.ledgers.telemetry.series import Between
from yiding.registry.models import Jurisdiction
from yiding.rules import Entry

YEAR = timedelta(days=365)


def register() -> None:
    """Make them known to the figures."""
    supply_entries("fleet", "trip", trips_of, state=_state, reads=KINDS)


def trips_of(jurisdiction: Jurisdiction, _: str, on: date) -> Iterable[Entry]:
    """The trips of a year's registered vehicles up to a day, as entries of kind ``trip``."""
    store = _store()
    number = store.manifest().number
    known = register_at(jurisdiction) if number else Register()
    if not known.by_terminal:
        return
    practice = practice_of(jurisdiction.code, on)
    for trip in _year(store, number, _Known(known), practice, on):
        vehicle = known.by_terminal[trip.terminal]
        values = {
            "vehicle": vehicle.plate,
            "unit": vehicle.unit or None,
            "terminal": vehicle.terminal,
            "starts_at": trip.starts_at,
            "ends_at": trip.ends_at,
            "km": Decimal(str(trip.km)),
            "points": Decimal(trip.points),
            "distance_m": Decimal(str(trip.moved_m)),
            "max_speed_kmh": Decimal(str(trip.fastest_kmh)),
            "dispatch": trip.order,
            "is_ordered": trip.order is not None,
            "is_off_day": is_off_day(trip.starts_at.date()),
            "is_in_hours": not is_outside_hours(trip.starts_at, trip.ends_at, practice),
        }
        kept = {name: one for name, one in values.items() if one is not None}
        yield Entry("trip", trip_key(vehicle, trip), jurisdiction.code, kept)


class _Known:
    """A register that is the same as another of the same vehicles and orders."""

    def __init__(self, register: Register) -> None:
        self.register = register
        self._says = (tuple(register.by_terminal.items()), register.orders)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Known) and self._says == other._says

    def __hash__(self) -> int:
        return hash(self._says)


@lru_cache(maxsize=4)
def _year(store: Store, _: int, known: _Known, practice: Practice, on: date) -> tuple[Trip, ...]:
    """The trips of a year, worked out once for each state of the store (its manifest's number)."""
    between = Between(on - YEAR, on)
    with store.connect() as connection:
        trips.work_out(connection, store, between, practice, known.register.by_terminal)
        trips.join_orders(connection, known.register.orders, practice.slack)
        return tuple(trips.trips_in(connection))


def _state(_: Jurisdiction) -> str:
    return str(_store().manifest().number)


def _store() -> Store:
    return Store.of(Path(settings.DATA_DIR))
