"""Alerts in the ledger: raised once, checked by a person; kilometres in figures."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest
from django.conf import settings

from ledgers.fleet.positions.tracks import OTHER_PHONE, PHONE, PLATE, at, drive, taken
from world import World, make_world
from yiding.followup.refusals import Refused
from yiding.ledgers.base.figures import Asked, figure_of
from yiding.ledgers.base.models import Entry, Import
from yiding.ledgers.base.reading import Given
from yiding.ledgers.base.store import Writing, change_entry, put_entry
from yiding.ledgers.fleet.positions.raising import Raised, raise_alerts
from yiding.ledgers.fleet.positions.seeing import register_at
from yiding.ledgers.fleet.positions.store import Store
from yiding.ledgers.telemetry.series import Between

MONDAY = date(2025, 3, 10)
NIGHT = at("03-11 01:00")


@pytest.fixture
def city(db: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> World:
    """A city with a vehicle of the water bureau, which drove twice on Monday, once in an order."""
    monkeypatch.setattr(settings, "DATA_DIR", tmp_path, raising=False)
    world = make_world()
    unit = world.units["water"].name
    keep(world, "vehicle", PLATE, plate=PLATE, unit=unit, terminal_id=PHONE)
    keep(world, "dispatch", "D1", order_no="D1", unit=unit, vehicle=PLATE,
         started_at="2025-03-10 13:00", ended_at="2025-03-10 14:00")  # fmt: skip
    taken(tmp_path, drive(at("03-10 09:00"), 30), drive(at("03-10 13:05"), 50, lon=120.2))
    taken(tmp_path, drive(at("03-10 09:00"), 30), phone=OTHER_PHONE)
    return world


def keep(world: World, kind: str, key: str, **fields: str) -> Entry:
    """An entry of the city's, as the supervision office writes it."""
    writing = Writing(world["supervisor"], "fleet", at("03-01 09:00"))
    return put_entry(writing, Given(kind, key, fields))


def look(world: World, by: str = "supervisor", moment: datetime = NIGHT) -> Raised:
    """Monday's look."""
    store = Store.of(Path(settings.DATA_DIR))
    return raise_alerts(world[by], store, Between(MONDAY, MONDAY), moment)


def test_an_alert_is_an_entry_of_the_vehicles_unit_for_a_person_to_check(city: World) -> None:
    found = look(city)
    assert (found.new, found.known, found.wrong) == ({"no_order": 1}, 0, ())
    assert found.watched.unknown == {"13900000002": 1}
    (row,) = Entry.objects.filter(kind="alert")
    assert row.key == f"{PLATE}-no_order-20250310090000"
    assert row.unit == city.units["water"]
    assert row.verdict == "undetermined"
    told = {"alert_kind": "no_order", "state": "raised", "is_ordered": False, "vehicle": PLATE}
    assert told.items() <= row.fields.items()
    assert row.fields["raised_at"] == "2025-03-10T09:00:00+08:00"
    assert (row.fields["lat"], row.fields["distance_m"]) == ("0", "18000")


def test_the_same_look_again_writes_nothing(city: World) -> None:
    look(city)
    again = look(city)
    assert (again.new, again.known) == ({}, 1)
    assert Entry.objects.filter(kind="alert").count() == 1
    assert Import.objects.count() == 1


def test_what_a_person_found_stays(city: World) -> None:
    look(city)
    row = Entry.objects.get(kind="alert")
    writing = Writing(city["supervisor"], "fleet", at("03-12 09:00"))
    change_entry(writing, row, {"outcome": "排除", "checked_by": "某人"})
    look(city, moment=at("03-13 01:00"))
    row.refresh_from_db()
    assert (row.fields["outcome"], row.revision, row.verdict) == ("excluded", 2, "computed")


def test_who_may_not_write_raises_nothing(city: World) -> None:
    with pytest.raises(Refused):
        look(city, by="auditor")
    assert not Entry.objects.filter(kind="alert").exists()


def test_the_share_of_kilometres_with_an_order_is_of_registered_vehicles(city: World) -> None:
    found = figure_of(Asked("fleet/order-coverage", city.jurisdiction, date(2025, 3, 31)))
    # 18 km without, 30 km with an order
    assert found.value == pytest.approx(62.5)


def test_orders_of_other_times_are_not_read(city: World) -> None:
    unit = city.units["water"].name
    days = {"OLD": "2024-12-07", "OLDEST": "2024-12-09", "LATE": "2025-03-13", "SOON": "2025-03-11"}
    for key, day in days.items():
        keep(city, "dispatch", key, unit=unit, vehicle=PLATE, started_at=f"{day} 08:00")
    keep(city, "dispatch", "PLAN", unit=unit, vehicle=PLATE, planned_start_at="2025-03-10 08:00")
    found = register_at(city.jurisdiction, Between(MONDAY, MONDAY))
    assert {one.key for one in found.orders} == {"D1", "OLDEST", "SOON", "PLAN"}
