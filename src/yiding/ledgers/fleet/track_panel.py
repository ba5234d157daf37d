"""The track map 轨迹图 on the ledger's page: one vehicle's day, its stops, fences and orders."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from math import cos, pi, radians, sin
from pathlib import Path
from urllib.parse import urlencode

from django.conf import settings
from django.utils.translation import gettext as _

from yiding.ledgers.base.drawing import Leg, Point, Zone, track_map
from yiding.ledgers.fleet.positions.fences import DEGREE_M, SENSITIVE, Fence
from yiding.ledgers.fleet.positions.practice import Practice, practice_of
from yiding.ledgers.fleet.positions.register import (
    Order,
    Register,
    Vehicle,
    register_of,
    tidy_plate,
)
from yiding.ledgers.fleet.positions.store import Store
from yiding.ledgers.fleet.positions.track import Track, last_day, stretches, terminals_on, track_of
from yiding.ledgers.fleet.positions.trips import Trip
from yiding.ledgers.panel import Panel, Shown, Sight, panel
from yiding.rules.parsing import BEIJING

#: Speeds in km/h at which the line is drawn otherwise.
PACES = (20, 60, 100)
CORNERS = 48
#: Vehicles named above the map, and stops marked on it.
NAMED, MARKED = 24, 12


@dataclass(frozen=True)
class OrderRow:
    """An order of the day in words."""

    key: str
    href: str
    starts: str
    ends: str
    destination: str
    km: str


@dataclass(frozen=True)
class TripRow:
    """A trip in words; ``order`` is empty where none covers it."""

    starts: str
    ends: str
    km: str
    fastest: str
    order: str


@panel("vehicle", "dispatch", "fence", "alert", most=20000)
def track(sight: Sight) -> Panel | None:
    """Where a vehicle was: the one in ``?vehicle=`` on ``?day=``, else the first of the last day.

    Only vehicles that the reader may open are there.
    """
    register = register_of(one.entry for one in sight.entries)
    store = _store()
    day = _day_asked(sight, store)
    if day is None or not register.by_terminal:
        return None
    vehicles = _seen_on(store, register, day)
    asked = register.named(sight.query.get("vehicle", ""))
    vehicle = asked or next(iter(vehicles), None)
    if vehicle is None:
        return None
    context = _context(sight, register, _Chosen(store, vehicle, day), vehicles)
    return Panel("轨迹", "Track", "fleet/track.html", context)


@dataclass(frozen=True)
class _Chosen:
    """Whose track of which day."""

    store: Store
    vehicle: Vehicle
    day: date

    def href(self, **other: str) -> str:
        """The address of another vehicle's track, or of another day's."""
        asked = {"vehicle": self.vehicle.plate, "day": self.day.isoformat(), **other}
        return f"?{urlencode(asked)}#panel-track"


@dataclass(frozen=True)
class _Whose:
    """A vehicle under the terminals its positions may come under, and its orders."""

    vehicles: tuple[tuple[str, Vehicle], ...]
    orders: tuple[Order, ...]


def _whose(register: Register, vehicle: Vehicle) -> _Whose:
    vehicles = tuple((key, one) for key, one in register.by_terminal.items() if one == vehicle)
    terminals = {key for key, _vehicle in vehicles}
    return _Whose(vehicles, tuple(one for one in register.orders if one.terminal in terminals))


def _context(
    sight: Sight, register: Register, chosen: _Chosen, vehicles: Sequence[Vehicle]
) -> dict[str, object]:
    practice = practice_of(sight.place, chosen.day)
    store, whose = chosen.store, _whose(register, chosen.vehicle)
    found = _track(store, store.manifest().number, whose, practice, chosen.day)
    before, after = (chosen.day + timedelta(days=step) for step in (-1, 1))
    return {
        "vehicle": chosen.vehicle.plate,
        "unit": chosen.vehicle.unit,
        "day": chosen.day,
        "before": chosen.href(day=before.isoformat()),
        "after": chosen.href(day=after.isoformat()) if after <= sight.on else "",
        "vehicles": [
            (one.plate, chosen.href(vehicle=one.plate), one == chosen.vehicle)
            for one in vehicles[:NAMED]
        ],
        "more": max(len(vehicles) - NAMED, 0),
        "map": _map(found, register.fences_of(chosen.vehicle, chosen.day), practice, chosen),
        "count": found.count,
        "km": f"{found.km:.1f}",
        "trips": [_trip_row(one) for one in found.trips],
        "orders": list(_order_rows(sight, chosen)),
        "alerts": list(_alerts(sight, chosen)),
        "paces": PACES,
    }


def _map(found: Track, fences: Sequence[Fence], practice: Practice, chosen: _Chosen) -> str:
    if not found.places:
        return ""
    legs = [
        Leg(tuple((one.lon, one.lat) for one in places), pace, _clock(places[0].at))
        for pace, places in stretches(found, practice, PACES)
    ]
    zones = [Zone(tuple(_outline(one)), one.name, one.use == SENSITIVE) for one in fences]
    title = _("%(plate)s 的轨迹") % {"plate": chosen.vehicle.plate}
    about = _("线按车速分四种，点是停留，框是围栏，北在上。")
    return track_map(legs, list(_points(found)), zones, title=title, description=about)


def _points(found: Track) -> Iterator[Point]:
    """Where it began, where it stood longest, where it was last."""
    if not found.trips:
        last = found.places[-1]
        yield Point(last.lon, last.lat, _("停放"), "ink", _clock(last.at))
        return
    first, last_trip = found.trips[0], found.trips[-1]
    longest = sorted(found.stops, key=lambda one: one.lasting, reverse=True)[:MARKED]
    for stop in sorted(longest, key=lambda one: one.starts_at):
        words = _("停 %(n)s 分") % {"n": int(stop.lasting.total_seconds() // 60)}
        note = f"{_clock(stop.starts_at)}–{_clock(stop.ends_at)}"
        yield Point(stop.lon, stop.lat, words, "soon", note)
    yield Point(*first.start, _("出发"), "closed", _clock(first.starts_at))
    yield Point(*last_trip.end, _("到达"), "ink", _clock(last_trip.ends_at))


def _outline(fence: Fence) -> Iterator[tuple[float, float]]:
    """The corners of a fence; of a circle many."""
    if fence.centre is None:
        yield from fence.corners
        return
    lon, lat = fence.centre
    high = fence.radius_m / DEGREE_M
    wide = high / cos(radians(lat))
    for at in range(CORNERS):
        turn = 2 * pi * at / CORNERS
        yield lon + wide * cos(turn), lat + high * sin(turn)


def _trip_row(trip: Trip) -> TripRow:
    starts, ends = _clock(trip.starts_at), _clock(trip.ends_at)
    return TripRow(starts, ends, f"{trip.km:.1f}", f"{trip.fastest_kmh:.0f}", trip.order or "")


def _order_rows(sight: Sight, chosen: _Chosen) -> Iterator[OrderRow]:
    """The orders of the vehicle that touch the day."""
    for one in sight.of_kind("dispatch"):
        entry = one.entry
        starts = entry.started_at or entry.planned_start_at
        ends = entry.ended_at or entry.planned_end_at
        if starts is None or not _is_of(entry.vehicle, chosen.vehicle):
            continue
        if _day_of(starts) <= chosen.day and (ends is None or chosen.day <= _day_of(ends)):
            km = "" if entry.km is None else f"{entry.km:f}"
            destination = str(entry.destination or "")
            told = (_stamp(starts, chosen.day), _stamp(ends, chosen.day) if ends else "")
            yield OrderRow(entry.id, one.href, *told, destination, km)


def _alerts(sight: Sight, chosen: _Chosen) -> Iterator[Shown]:
    """The alerts of the vehicle that were raised on the day."""
    for one in sight.of_kind("alert"):
        at = one.entry.raised_at
        is_then = at is not None and _day_of(at) == chosen.day
        if is_then and _is_of(one.entry.vehicle, chosen.vehicle):
            yield one


def _is_of(written: str | None, vehicle: Vehicle) -> bool:
    return written is not None and tidy_plate(written) in vehicle.names


def _day_of(moment: datetime) -> date:
    return moment.astimezone(BEIJING).date() if moment.tzinfo else moment.date()


def _clock(moment: datetime) -> str:
    return f"{moment:%H:%M}"


def _stamp(moment: datetime, day: date) -> str:
    """A time of the day, or with its date where it is of another."""
    return f"{moment:%H:%M}" if _day_of(moment) == day else f"{moment:%m-%d %H:%M}"


def _day_asked(sight: Sight, store: Store) -> date | None:
    """The day asked for, no later than the page's; else the last of which something is known."""
    try:
        return min(date.fromisoformat(sight.query.get("day", "")), sight.on)
    except ValueError:
        return last_day(store, sight.on)


def _seen_on(store: Store, register: Register, day: date) -> list[Vehicle]:
    """The vehicles that told a place on a day, by plate."""
    seen = _terminals(store, store.manifest().number, day)
    found = {one for terminal, one in register.by_terminal.items() if terminal in seen}
    return sorted(found, key=lambda one: one.plate)


def _store() -> Store:
    return Store.of(Path(settings.DATA_DIR))


@lru_cache(maxsize=64)
def _terminals(store: Store, _number: int, day: date) -> frozenset[str]:
    return terminals_on(store, day)


@lru_cache(maxsize=64)
def _track(store: Store, _number: int, whose: _Whose, practice: Practice, day: date) -> Track:
    """Worked out once for each state of the store (its manifest's number)."""
    return track_of(store, Register(dict(whose.vehicles), whose.orders), practice, day)
