"""What an entry takes from those checked together with it: its vehicle, its orders, its quota."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal
from typing import Any

from yiding.ledgers.fleet.choices import HELD
from yiding.rules import Entry

FROM_VEHICLE = ("registration_date", "purchase_date", "odometer_km", "unit", "vehicle_kind")


def vehicle_of(entry: Entry) -> Entry | None:
    """The vehicle an entry names, by id or by plate."""
    named = entry.vehicle or entry.plate
    if named is None:
        return None
    found = entry.batch.look_up("vehicle", named)
    return found or next(entry.batch.referring("vehicle", "plate", named), None)


def related_renewal(renewal: Entry) -> dict[str, Any]:
    """Age, distance, unit and kind of the vehicle to be replaced."""
    car = vehicle_of(renewal)
    told = {} if car is None else {name: car.values.get(name) for name in FROM_VEHICLE}
    return {name: one for name, one in told.items() if one is not None}


def related_vehicle(car: Entry) -> dict[str, Any]:
    """The day the vehicle it replaces was disposed of."""
    if car.replaces is None:
        return {}
    found = car.batch.referring("disposal", "vehicle", car.replaces)
    days = [one.disposed_on for one in found if one.disposed_on is not None]
    return {"old_disposed_on": min(days)} if days else {}


def related_cost(cost: Entry) -> dict[str, Any]:
    """Tank and grade of its vehicle."""
    car = vehicle_of(cost)
    told = {} if car is None else {"tank_l": car.tank_l, "required_grade": car.fuel_grade}
    return {name: one for name, one in told.items() if one is not None}


def related_quota(quota: Entry) -> dict[str, Any]:
    """The vehicles of the unit and kind that take up a place; none told where its unit has none."""
    names = (("quota_id", quota.id), ("unit", quota.unit))
    told = (quota.batch.referring("vehicle", field, one) for field, one in names if one is not None)
    if all(next(one, None) is None for one in told):
        return {}
    return {"in_use": Decimal(len(vehicles_of(quota)))}


def vehicles_of(quota: Entry) -> list[Entry]:
    """The vehicles held under a quota: those that name it, else those of its unit and kind."""
    named = quota.batch.referring("vehicle", "quota_id", quota.id)
    found = {one.id: one for one in named}
    if quota.unit is not None and quota.vehicle_kind is not None:
        of_unit = quota.batch.referring("vehicle", "unit", quota.unit)
        fitting = (one for one in of_unit if one.vehicle_kind == quota.vehicle_kind)
        found |= {one.id: one for one in fitting if one.quota_id in {None, quota.id}}
    return [one for one in found.values() if one.state is None or one.state in HELD]


def related_trip(trip: Entry) -> dict[str, Any]:
    """Whether an order covers it, where orders are there to look at."""
    moment = trip.starts_at or trip.at
    if moment is None or next(trip.batch.of_kind("dispatch"), None) is None:
        return {}
    return {"is_ordered": any(_covers(one, moment) for one in _orders_of(trip))}


def _orders_of(trip: Entry) -> Iterator[Entry]:
    """The orders of its vehicle, by plate or by id."""
    car = vehicle_of(trip)
    names = dict.fromkeys((trip.vehicle, car and car.id, car and car.plate))
    return (
        one for name in names if name for one in trip.batch.referring("dispatch", "vehicle", name)
    )


def _covers(order: Entry, moment: datetime) -> bool:
    """Whether a moment lies between its start and its end, both included."""
    start, end = order.started_at or order.planned_start_at, order.ended_at or order.planned_end_at
    if order.state == "cancelled" or start is None:
        return False
    return bool(start <= moment and (end is None or moment <= end))
