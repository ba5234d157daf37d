"""Alerts 预警: what a person is to look at, out of trips, stops, fences, orders and terminals.

An alert states what was measured and concludes nothing. The same positions and orders give the
same alerts under the same keys.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from yiding.dates import UnknownCalendarYear, is_working_day
from yiding.ledgers.fleet.jt808.position import ALARM_BITS, named
from yiding.ledgers.fleet.positions.fences import AREA, PARKING, SENSITIVE, Fence
from yiding.ledgers.fleet.positions.outside import Outside
from yiding.ledgers.fleet.positions.practice import Practice
from yiding.ledgers.fleet.positions.register import Order, Register, Vehicle
from yiding.ledgers.fleet.positions.seen import Alarm
from yiding.ledgers.fleet.positions.stops import Stop
from yiding.ledgers.fleet.positions.trips import Trip
from yiding.rules.parsing import BEIJING

RAISED = "raised"


@dataclass(frozen=True, slots=True)
class Alert:
    """One alert as an entry of the ledger: its key, and its fields by their English names."""

    key: str
    values: Mapping[str, Any]


def _alert(vehicle: Vehicle, kind: str, at: datetime, detail: str, **values: Any) -> Alert:
    told = {
        "vehicle": vehicle.plate,
        "unit": vehicle.unit or None,
        "terminal": vehicle.terminal or None,
        "alert_kind": kind,
        "raised_at": at,
        "state": RAISED,
        "detail": detail,
        **values,
    }
    return Alert(
        f"{vehicle.plate}-{kind}-{at:%Y%m%d%H%M%S}",
        {name: one for name, one in told.items() if one is not None},
    )


def trip_key(vehicle: Vehicle, trip: Trip) -> str:
    """A trip by its vehicle and its beginning."""
    return f"{vehicle.plate}-{trip.starts_at:%Y%m%d%H%M%S}"


def of_trips(trips: Iterable[Trip], register: Register, practice: Practice) -> Iterator[Alert]:
    """Trips without an order that left the parking place: on days off, outside hours, or in them.

    One alert a trip, of the sort that says most; in a year without a published calendar every day
    counts as a working day.
    """
    for trip in trips:
        vehicle = register.by_terminal.get(trip.terminal)
        if vehicle is None or trip.order is not None or trip.moved_m <= practice.radius_m:
            continue
        kind, when = _kind_of(trip, practice)
        detail = (
            f"{when}行驶{trip.km:.1f}公里，离起点最远{trip.moved_m:.0f}米，没有派车单覆盖，请核查。"
        )
        yield _alert(
            vehicle, kind, trip.starts_at, detail,
            ends_at=trip.ends_at, lon=_degrees(trip.start[0]), lat=_degrees(trip.start[1]),
            distance_m=Decimal(f"{trip.moved_m:.0f}"), fence_radius_m=practice.radius_m,
            is_ordered=False, minutes=_minutes(trip.ends_at - trip.starts_at),
            trip=trip_key(vehicle, trip),
        )  # fmt: skip


def _kind_of(trip: Trip, practice: Practice) -> tuple[str, str]:
    if is_off_day(trip.starts_at.date()):
        return "holiday", "休息日"
    if is_outside_hours(trip.starts_at, trip.ends_at, practice):
        return "out_of_hours", "非工作时间"
    return "no_order", "工作时间"


def is_off_day(day: date) -> bool:
    """Whether it is no working day by the State Council's calendar."""
    try:
        return not is_working_day(day)
    except UnknownCalendarYear:
        return False


def is_outside_hours(starts_at: datetime, ends_at: datetime, practice: Practice) -> bool:
    """Whether a trip begins before the hours, or after them, or ends after them."""
    day = datetime.combine(starts_at.date(), time(), BEIJING)
    opens_at, closes_at = day + practice.opens_at, day + practice.closes_at
    return not opens_at <= starts_at <= closes_at or ends_at > closes_at


def of_outsides(
    found: Iterable[Outside], trips: Mapping[str, list[Trip]], register: Register
) -> Iterator[Alert]:
    """Vehicles outside the area that they are to stay in, with an order or without."""
    for one in found:
        vehicle = register.by_terminal[one.terminal]
        within = (each for each in trips.get(one.terminal, ())
                  if each.starts_at <= one.starts_at <= each.ends_at)  # fmt: skip
        trip = next(within, None)
        order = trip.order if trip else None
        names = "、".join(fence.name for fence in one.fences)
        detail = f"驶出“{names}”，{'持派车单' + order if order else '没有派车单'}，请核查。"
        circles = [fence.radius_m for fence in one.fences if fence.centre]
        yield _alert(
            vehicle, "out_of_fence", one.starts_at, detail,
            ends_at=one.ends_at, lon=_degrees(one.lon), lat=_degrees(one.lat),
            fence_radius_m=Decimal(str(max(circles))) if circles else None,
            is_ordered=order is not None, dispatch=order, place=names,
            minutes=_minutes(one.ends_at - one.starts_at),
            trip=trip_key(vehicle, trip) if trip else None,
        )  # fmt: skip


def of_sensitive_stops(stops: Iterable[tuple[Fence, Stop]], register: Register) -> Iterator[Alert]:
    """Stops at places where a stop is to be explained."""
    for fence, stop in stops:
        detail = f"在“{fence.name}”停留{_lasting(stop)}，请核查。"
        yield _of_stop(stop, register, "sensitive_stop", detail, fence)


def of_long_stops(
    stops: Iterable[Stop], register: Register, parked: Iterable[Fence]
) -> Iterator[Alert]:
    """Long stops in an order's time, anywhere but where vehicles are parked."""
    places = list(parked)
    for stop in stops:
        if not any(one.contains(stop.lon, stop.lat) for one in places):
            detail = f"派车单{stop.order}期间停留{_lasting(stop)}，请核查。"
            yield _of_stop(stop, register, "other", detail, None)


def _of_stop(stop: Stop, register: Register, kind: str, detail: str, fence: Fence | None) -> Alert:
    vehicle = register.by_terminal[stop.terminal]
    return _alert(
        vehicle, kind, stop.starts_at, detail,
        ends_at=stop.ends_at, lon=_degrees(stop.lon), lat=_degrees(stop.lat),
        place_kind=fence.place_kind if fence else None, place=fence.name if fence else None,
        minutes=_minutes(stop.lasting), dispatch=stop.order, is_ordered=stop.order is not None,
    )  # fmt: skip


def of_orders(
    tracked: Mapping[str, tuple[datetime, datetime, float]],
    register: Register,
    practice: Practice,
    seen: Mapping[str, set[date]],
    between: tuple[date, date],
) -> Iterator[Alert]:
    """Orders done in a span that their tracks do not bear out.

    ``tracked`` are of each order its first beginning, its last end and its kilometres. An order
    that began before the span is left to a look at a longer one.
    """
    for order, terminals in _done(register, between):
        on = _day(order.starts_at)
        is_seen = any(on in seen.get(terminal, ()) for terminal in terminals)
        differs = _differs(order, tracked.get(order.key), practice, is_seen=is_seen)
        if differs:
            at = order.starts_at.astimezone(BEIJING)
            detail = f"派车单{order.key}与轨迹不符：{'；'.join(differs)}。请核查。"
            yield _alert(
                register.by_terminal[order.terminal], "mismatch", at, detail,
                ends_at=order.ends_at, dispatch=order.key, is_ordered=True,
            )  # fmt: skip


def _done(register: Register, between: tuple[date, date]) -> Iterator[tuple[Order, list[str]]]:
    """The orders done within a span, each once, with the terminals its vehicle may come under."""
    found: dict[str, tuple[Order, list[str]]] = {}
    for one in register.orders:
        if one.is_done and between[0] <= _day(one.starts_at) <= _day(one.ends_at) <= between[1]:
            found.setdefault(one.key, (one, []))[1].append(one.terminal)
    return iter(found.values())


def _day(moment: datetime) -> date:
    return moment.astimezone(BEIJING).date()


def _differs(
    order: Order,
    track: tuple[datetime, datetime, float] | None,
    practice: Practice,
    *,
    is_seen: bool,
) -> list[str]:
    """What the order and its track say differently."""
    if track is None:
        return ["派车期间终端在线而没有行驶"] if is_seen else []
    first, last, km = track
    told = []
    if first - order.starts_at > practice.apart:
        told.append(f"写明{_clock(order.starts_at)}出车，轨迹{_clock(first)}才动")
    if abs(last - order.ends_at) > practice.apart:
        told.append(f"写明{_clock(order.ends_at)}归队，轨迹到{_clock(last)}为止")
    if order.km and km and abs(order.km - km) / km * 100 > practice.apart_percent:
        told.append(f"写明{order.km:g}公里，轨迹{km:.1f}公里")
    return told


def of_alarms(alarms: Iterable[Alarm], register: Register) -> Iterator[Alert]:
    """Alarms of the terminals themselves, one a day and kind."""
    for one in alarms:
        vehicle = register.by_terminal[one.terminal]
        names = "、".join(named(one.bits, ALARM_BITS))
        detail = f"终端报“{names}”{one.times}次，请核查。"
        lon, lat = (None if each is None else _degrees(each) for each in (one.lon, one.lat))
        yield _alert(vehicle, one.kind, one.first_at, detail, ends_at=one.last_at, lon=lon, lat=lat)


def of_silent(silent: Iterable[tuple[str, date]], register: Register, days: int) -> Iterator[Alert]:
    """Terminals of registered vehicles that have said nothing for some days."""
    for terminal, day in silent:
        vehicle = register.by_terminal.get(terminal)
        if vehicle is not None:
            at = datetime.combine(day, time(), BEIJING)
            yield _alert(vehicle, "offline", at, f"终端已{days}天没有定位，请核查。")


def areas_of(register: Register, between: tuple[date, date]) -> dict[tuple[Fence, ...], list[str]]:
    """The sets of areas that hold in a span, each with the terminals that it is for."""
    found: dict[tuple[Fence, ...], list[str]] = {}
    for terminal, vehicle in register.by_terminal.items():
        fences = tuple(_holding(register, vehicle, AREA, between))
        if fences:
            found.setdefault(fences, []).append(terminal)
    return found


def fences_for(register: Register, use: str, between: tuple[date, date]) -> dict[Fence, list[str]]:
    """Each fence of a use that holds in a span, with the terminals that it is for."""
    found: dict[Fence, list[str]] = {}
    for terminal, vehicle in register.by_terminal.items():
        for fence in _holding(register, vehicle, use, between):
            found.setdefault(fence, []).append(terminal)
    return found


def parking_of(register: Register) -> list[Fence]:
    """Where vehicles are parked."""
    return [one for one in register.fences if one.use == PARKING]


def sensitive_of(register: Register, between: tuple[date, date]) -> dict[Fence, list[str]]:
    """Where a stop is to be explained."""
    return fences_for(register, SENSITIVE, between)


def _holding(
    register: Register, vehicle: Vehicle, use: str, between: tuple[date, date]
) -> Iterator[Fence]:
    """The fences of a use that are for a vehicle on some day of a span."""
    for one in register.fences:
        first, last = max(one.since, between[0]), min(one.until, between[1])
        if one.use == use and first <= last and one.holds(vehicle.names, vehicle.unit, first):
            yield one


def _degrees(value: float) -> Decimal:
    return Decimal(f"{value:.6f}")


def _minutes(span: timedelta) -> Decimal:
    return Decimal(int(span.total_seconds())) // 60


def _lasting(stop: Stop) -> str:
    hours, minutes = divmod(int(stop.lasting.total_seconds()) // 60, 60)
    return f"{hours}小时{minutes}分" if hours else f"{minutes}分"


def _clock(moment: datetime) -> str:
    return f"{moment.astimezone(BEIJING):%m-%d %H:%M}"
