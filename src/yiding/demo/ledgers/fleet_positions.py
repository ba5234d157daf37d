"""公务用车: where a few vehicles were over two weeks, their orders and fences, and the alerts.

Positions are JT/T 808 frames, taken into the store as a file is; the look at them is the real one.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import partial
from itertools import pairwise
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

from django.conf import settings

from yiding.dates import is_working_day
from yiding.demo.deeds import Deed, moment
from yiding.demo.ledgers.fleet_cars import Car, Pool
from yiding.demo.ledgers.ledger_year import LedgerYear, Rows
from yiding.ledgers.fleet.jt808.encode import encode, position_body
from yiding.ledgers.fleet.jt808.header import Header
from yiding.ledgers.fleet.jt808.model import REPORT
from yiding.ledgers.fleet.jt808.position import Position
from yiding.ledgers.fleet.positions.fences import metres
from yiding.ledgers.fleet.positions.raising import raise_alerts
from yiding.ledgers.fleet.positions.store import Store
from yiding.ledgers.fleet.positions.taking import take_files
from yiding.ledgers.telemetry.series import Between
from yiding.ledgers.telemetry.store import StoreInUse

Row = dict[str, Any]
Place = tuple[float, float]
#: The days that are told, counted from the last one, and when they are brought in.
_FROM, _TO, _ORDERS_AT, _TAKEN_AT = -16, -3, -2, -1
_CARS, _NO_TERMINAL = 4, {17, 22}
_STEP_S, _PARKED_S = 30, 1200
_HOME: Place = (125.4420, 30.6210)
_SITES: dict[str, tuple[Place, ...]] = {
    "望湖区": ((125.4500, 30.6190), (125.4610, 30.6020), (125.4930, 30.5990)),
    "云湖度假区": ((125.4500, 30.6190), (125.4780, 30.5900), (125.5260, 30.5640)),
    "白岩镇": ((125.4300, 30.6330), (125.3960, 30.6550), (125.3610, 30.6590)),
    "邻市": ((125.4300, 30.6330), (125.3400, 30.6900), (125.2300, 30.7400)),
    "湖湾宾馆": ((125.4500, 30.6190), (125.4690, 30.6080), (125.4840, 30.6105)),
}
"""Where the vehicles go, by the roads from where they are kept."""
_USUAL = ("望湖区", "云湖度假区", "白岩镇")


@dataclass(frozen=True)
class Outing:
    """One way there and back: from when, where to, how long there, and whether it has an order."""

    at: datetime
    site: str
    stay_min: int
    has_order: bool = True
    km_off: float = 1.0


def deeds(year: LedgerYear, pool: Pool) -> Iterator[Deed]:
    """Fences and orders as a file, then the positions, and what they show."""
    told = _Told(year, pool)
    yield year.file(_ORDERS_AT, "公务用车电子围栏和派车单", told.rows)
    yield year.deed(_TAKEN_AT, 11, "fleet positions", told.take)


class _Told:
    """The two weeks of a few vehicles, the same for the same seed."""

    def __init__(self, year: LedgerYear, pool: Pool) -> None:
        self._year = year
        with_terminal = [one for one in pool.cars if one.nth not in _NO_TERMINAL]
        self._cars = with_terminal[::3][:_CARS]
        first = year.today + timedelta(days=_FROM)
        count = max(round((_TO - _FROM + 1) * year.share), 7)
        self._days = [first + timedelta(days=at) for at in range(count)]
        self._outings = {car.nth: list(self._made(no, car)) for no, car in enumerate(self._cars)}

    def rows(self, _: date) -> Rows:
        """电子围栏 and 派车单 as an office files them."""
        orders = [
            self._order(car, no, one)
            for car in self._cars
            for no, one in enumerate(self._outings[car.nth], 1)
            if one.has_order
        ]
        return {"fence": _fences(), "dispatch": orders}

    def take(self, at: datetime) -> None:
        """Take the positions in, and raise what they show.

        Nothing is taken where another process writes into the store just now.
        """
        between = Between(self._days[0], self._days[-1])
        store = Store.of(Path(settings.DATA_DIR))
        with TemporaryDirectory() as folder, suppress(StoreInUse):
            file = Path(folder) / "linhu.bin"
            file.write_bytes(b"".join(self._frames()))
            take_files(store, [file], at)
            raise_alerts(self._year.officer(at.date()), store, between, at)

    def _made(self, no: int, car: Car) -> Iterator[Outing]:
        """Two outings a working day, and what is out of the way for each vehicle."""
        rng = Random(f"fleet positions {self._year.seed} {car.nth}")  # noqa: S311
        working = [one for one in self._days if is_working_day(one)]
        for day in working:
            yield Outing(moment(day, 8, rng.randint(30, 55)), rng.choice(_USUAL), 75)
            yield Outing(moment(day, 14, rng.randint(0, 25)), rng.choice(_USUAL), 60)
        if working:
            yield from _ODD[no % len(_ODD)](working, self._days)

    def _order(self, car: Car, no: int, one: Outing) -> Row:
        back = one.at + _lasting(one)
        return {
            "id": f"DW-{car.nth:02}{no:02}", "order_no": f"DW-{car.nth:02}{no:02}",
            "unit": car.unit, "vehicle": car.plate, "users": ["程一"], "reason": "督查检查",
            "destination": one.site, "driver": "驾驶员甲", "source": "platform",
            "approvers": ["机关事务管理机构"], "state": "filed",
            "started_at": one.at - timedelta(minutes=5), "ended_at": back + timedelta(minutes=6),
            "km": round(Decimal(2 * _km(one.site) * one.km_off), 1),
        }  # fmt: skip

    def _frames(self) -> Iterator[bytes]:
        for car in self._cars:
            yield from _frames_of(car.terminal, self._track(car))
        stranger = Outing(moment(self._days[-1], 10), "望湖区", 20)
        yield from _frames_of("013900000000", list(_drive(stranger, 0)))

    def _track(self, car: Car) -> list[Position]:
        """Every position of a vehicle: driving, standing, and parked at night."""
        found = [
            Position(0, 2, *_e6(_HOME), 12, 0, 0, moment(day, 0) + timedelta(seconds=at))
            for day in self._days
            for at in range(0, 86_400, _PARKED_S)
        ]
        driven = 9000 * car.tenths + 6400
        for outing in sorted(self._outings[car.nth], key=lambda one: one.at):
            out = [_away(one.at, outing) for one in found]
            found = [one for one, is_away in zip(found, out, strict=True) if not is_away]
            found += _drive(outing, driven)
            driven += round(2 * _km(outing.site) * 10)
        return [_alarming(one, car, self._days) for one in sorted(found, key=_when)]


def _first_odd(working: Sequence[date], _: Sequence[date]) -> Iterator[Outing]:
    """Once without an order, once at a guest house for lunch."""
    yield Outing(moment(working[len(working) // 3], 16, 40), "望湖区", 15, has_order=False)
    yield Outing(moment(working[-2], 11, 40), "湖湾宾馆", 55)


def _second_odd(working: Sequence[date], _: Sequence[date]) -> Iterator[Outing]:
    """Once late in the evening, and once out of the city in an order."""
    yield Outing(moment(working[len(working) // 2], 21, 30), "湖湾宾馆", 40, has_order=False)
    yield Outing(moment(working[-1], 18, 0), "邻市", 10)


def _third_odd(working: Sequence[date], days: Sequence[date]) -> Iterator[Outing]:
    """Once on a day off, and an order whose kilometres are too many."""
    off = next((one for one in days if one not in working), None)
    if off is not None:
        yield Outing(moment(off, 9, 20), "云湖度假区", 120, has_order=False)
    yield Outing(moment(working[1 % len(working)], 11, 20), "望湖区", 20, km_off=1.6)


_ODD = (_first_odd, _second_odd, _third_odd)


def _fences() -> list[Row]:
    """The city, the guest house and where vehicles are kept."""
    return [
        {"id": "WL-01", "name": "临湖市域", "use": "area",
         "lat": Decimal("30.60"), "lon": Decimal("125.46"), "radius_m": 16000},
        {"id": "WL-02", "name": "湖湾宾馆", "use": "sensitive", "place_kind": "hotel",
         "corners": "125.482,30.609 125.486,30.609 125.486,30.612 125.482,30.612"},
        {"id": "WL-03", "name": "市级机关停车场", "use": "parking",
         "lat": Decimal(str(_HOME[1])), "lon": Decimal(str(_HOME[0])), "radius_m": 120},
    ]  # fmt: skip


def _km(site: str) -> float:
    return sum(metres(*one, *other) for one, other in pairwise((_HOME, *_SITES[site]))) / 1000


def _lasting(one: Outing) -> timedelta:
    """How long an outing takes: there and back at some 42 km/h, and the stay."""
    return timedelta(minutes=2 * _km(one.site) / 0.7 + one.stay_min)


def _drive(outing: Outing, driven_tenths: int) -> Iterator[Position]:
    """There, a while standing with the ignition off, and back."""
    there = (_HOME, *_SITES[outing.site])
    arrived = yield from _leg(there, outing.at, driven_tenths)
    leaving = arrived + timedelta(minutes=outing.stay_min)
    at = arrived + timedelta(minutes=5)
    while at < leaving:
        yield Position(0, 2, *_e6(there[-1]), 12, 0, 0, at, driven_tenths)
        at += timedelta(minutes=10)
    half = round(_km(outing.site) * 10)
    yield from _leg(there[::-1], leaving, driven_tenths + half)


def _leg(
    places: Sequence[Place], at: datetime, driven_tenths: int
) -> Generator[Position, None, datetime]:
    """Along some places, slower through the first of them; what it returns is the arrival."""
    driven = 0.0
    for no, (one, other) in enumerate(pairwise(places)):
        way = metres(*one, *other)
        kmh = 28 if no == 0 else 46 + 9 * no
        steps = max(round(way / (kmh / 3.6) / _STEP_S), 1)
        for step in range(steps):
            share = step / steps
            place = (one[0] + (other[0] - one[0]) * share, one[1] + (other[1] - one[1]) * share)
            tenths = driven_tenths + round((driven + way * share) / 100)
            speed = kmh * 10 + (step * 37 % 90) - 45
            yield Position(0, 3, *_e6(place), 12, speed, 90, at, tenths, 300)
            at += timedelta(seconds=_STEP_S)
        driven += way
    tenths = driven_tenths + round(driven / 100)
    yield Position(0, 3, *_e6(places[-1]), 12, 60, 90, at, tenths, 300)
    return at


def _e6(place: Place) -> tuple[int, int]:
    return round(place[1] * 1e6), round(place[0] * 1e6)


def _away(at: datetime | None, outing: Outing) -> bool:
    return at is not None and outing.at <= at <= outing.at + _lasting(outing)


def _when(one: Position) -> str:
    return str(one.at)


def _alarming(one: Position, car: Car, days: Sequence[date]) -> Position:
    """One terminal of ten loses its power in a night."""
    is_then = car.nth % 10 == 1 and one.at is not None and one.at.date() == days[len(days) // 2]
    return one._replace(alarm=1 << 8) if is_then and _hour(one) < 3 else one


def _hour(one: Position) -> int:
    return one.at.hour if one.at else 24


def _frames_of(terminal: str, track: Sequence[Position]) -> Iterator[bytes]:
    head = partial(Header, REPORT, 2013, terminal)
    for number, one in enumerate(track):
        yield encode(head(number % 0x10000), position_body(one))
