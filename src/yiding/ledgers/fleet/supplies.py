"""Supplies 供数: what was driven, worked out of positions, as entries for the figures.

Trips are no rows of the database: a city drives millions a year. Figures read them here, those of
a vehicle and month together, in orders and without apart, over the twelve months up to the day.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from django.conf import settings

from yiding.ledgers.base.figures import supply_entries
from yiding.ledgers.fleet.positions import trips
from yiding.ledgers.fleet.positions.practice import Practice, practice_of
from yiding.ledgers.fleet.positions.register import Register
from yiding.ledgers.fleet.positions.seeing import KINDS, register_at
from yiding.ledgers.fleet.positions.store import Store
from yiding.ledgers.telemetry.series import Between
from yiding.registry.models import Jurisdiction
from yiding.rules import Entry
from yiding.rules.parsing import BEIJING

YEAR = timedelta(days=365)


def register() -> None:
    """Make them known to the figures."""
    supply_entries("fleet", "trip", driven, state=_state, reads=KINDS)


def driven(jurisdiction: Jurisdiction, _: str, on: date) -> Iterable[Entry]:
    """What registered vehicles drove in the year up to a day, as entries of kind ``trip``."""
    store = _store()
    number = store.manifest().number
    known = register_at(jurisdiction, Between(on - YEAR, on)) if number else Register()
    if not known.by_terminal:
        return
    practice = practice_of(jurisdiction.code, on)
    for one in _year(store, number, _Known(known), practice, on):
        vehicle = known.by_terminal[one.terminal]
        values = {
            "vehicle": vehicle.plate,
            "starts_at": one.first_at.replace(tzinfo=BEIJING),
            "ends_at": one.last_at.replace(tzinfo=BEIJING),
            "km": Decimal(f"{one.km:.3f}"),
            "points": Decimal(one.points),
            "is_ordered": one.is_ordered,
            **({"unit": vehicle.unit} if vehicle.unit else {}),
        }
        key = f"{vehicle.plate}-{one.first_at:%Y%m}-{'ordered' if one.is_ordered else 'free'}"
        yield Entry("trip", key, jurisdiction.code, values)


class _Driven(NamedTuple):
    """A vehicle's trips of a month, those in orders or the others."""

    terminal: str
    is_ordered: bool
    first_at: datetime
    last_at: datetime
    km: float
    points: int


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
def _year(store: Store, _: int, known: _Known, practice: Practice, on: date) -> tuple[_Driven, ...]:
    """The months of a year, worked out once for each state of the store (its manifest's number)."""
    between = Between(on - YEAR, on)
    with store.connect() as connection:
        trips.work_out(connection, store, between, practice, known.register.by_terminal)
        trips.join_orders(connection, known.register.orders, practice.slack)
        found = connection.execute(
            """SELECT terminal, "order" IS NOT NULL, min(starts_at), max(ends_at), sum(km),
              sum(points)::BIGINT
            FROM ordered GROUP BY 1, 2, date_trunc('month', starts_at) ORDER BY 1, 3, 2"""
        ).fetchall()
        return tuple(_Driven(*row) for row in found)


def _state(_: Jurisdiction) -> str:
    return str(_store().manifest().number)


def _store() -> Store:
    return Store.of(Path(settings.DATA_DIR))
