"""A track 轨迹: where one vehicle was on one day, thinned, with its trips and its stops."""

# ruff: noqa: S608 - columns are named here, paths are quoted
from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from yiding.ledgers.fleet.jt808.position import ACC
from yiding.ledgers.fleet.positions import stops, trips
from yiding.ledgers.fleet.positions.moves import only
from yiding.ledgers.fleet.positions.practice import Practice
from yiding.ledgers.fleet.positions.register import Register
from yiding.ledgers.fleet.positions.stops import Stop
from yiding.ledgers.fleet.positions.store import POSITIONS, Store
from yiding.ledgers.fleet.positions.trips import Trip
from yiding.ledgers.telemetry.series import Between
from yiding.ledgers.telemetry.store import rows_in
from yiding.rules.parsing import BEIJING

#: So many places at most are drawn.
MOST = 600


class Seen(NamedTuple):
    """A place of a track: when, degrees east and north, km/h, and whether it moved."""

    at: datetime
    lon: float
    lat: float
    kmh: float
    is_moving: bool


@dataclass(frozen=True, slots=True)
class Track:
    """A vehicle's day: places, trips that began on it, stops between them."""

    places: tuple[Seen, ...] = ()
    trips: tuple[Trip, ...] = ()
    stops: tuple[Stop, ...] = ()
    count: int = 0

    @property
    def km(self) -> float:
        """What was driven."""
        return sum(one.km for one in self.trips)


def last_day(store: Store, on: date) -> date | None:
    """The last day up to one that has positions."""
    days = [one.first for one in store.spans(POSITIONS) if one.first <= on]
    return days[-1] if days else None


def terminals_on(store: Store, day: date) -> frozenset[str]:
    """The terminals that told a place on a day."""
    files = store.files_of(POSITIONS, Between(day, day))
    with store.connect() as connection:
        found = connection.execute(
            f"SELECT DISTINCT terminal FROM {rows_in(POSITIONS, files)} WHERE lat_e6 IS NOT NULL"
        ).fetchall()
    return frozenset(row[0] for row in found)


def track_of(store: Store, register: Register, practice: Practice, day: date) -> Track:
    """The track of a register's one vehicle on a day."""
    between = Between(day, day)
    with store.connect() as connection:
        trips.work_out(connection, store, between, practice, register.by_terminal)
        trips.join_orders(connection, register.orders, practice.slack)
        stops.work_out(connection)
        driven = tuple(trips.trips_in(connection))
        stood = tuple(
            one
            for terminal in register.by_terminal
            for one in stops.stops_of(connection, terminal, *_moments(day))
        )
        whose = only(connection, register.by_terminal)
        source = rows_in(POSITIONS, store.files_of(POSITIONS, between))
        where = f"FROM {source} WHERE {whose} AND lat_e6 IS NOT NULL"
        count = int(connection.execute(f"SELECT count(*) {where}").fetchall()[0][0])
        found = connection.execute(
            f"SELECT located_at, lon_e6, lat_e6, speed_tenths, status & {ACC} = {ACC} FROM "
            f"(SELECT *, row_number() OVER (ORDER BY located_at) AS nth {where}) "
            f"WHERE nth % {count // MOST + 1} = 0 OR nth = 1 OR nth = {count} ORDER BY located_at"
        ).fetchall()
    places = tuple(
        Seen(at.replace(tzinfo=BEIJING), lon / 1e6, lat / 1e6, tenths / 10,
             is_on and tenths >= practice.moving_tenths)
        for at, lon, lat, tenths, is_on in found
    )  # fmt: skip
    return Track(places, driven, stood, count)


def _moments(day: date) -> tuple[datetime, datetime]:
    first = datetime(day.year, day.month, day.day, tzinfo=BEIJING)
    return first, first.replace(hour=23, minute=59, second=59)


def stretches(
    track: Track, practice: Practice, bounds: Sequence[float]
) -> Iterator[tuple[int, list[Seen]]]:
    """The places in motion, cut where the vehicle paused and where its speed passes a bound.

    Each with its pace, 1 below the first bound; the last place of one is the first of the next.
    """
    now: list[Seen] = []
    pace = 0
    for one in track.places:
        if not one.is_moving or (now and one.at - now[-1].at > practice.pause):
            if len(now) > 1:
                yield pace, now
            now = []
        if not one.is_moving:
            continue
        mine = 1 + sum(one.kmh >= bound for bound in bounds)
        if now and mine != pace:
            yield pace, [*now, one]
            now = []
        now.append(one)
        pace = mine
    if len(now) > 1:
        yield pace, now
