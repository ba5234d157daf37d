"""The track map: one vehicle's day as a drawing, on the page of who may open the vehicle."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client

from ledgers.fleet.positions.tracks import OTHER_PHONE, PHONE, PLATE, at, drive, stand, taken
from web.conftest import client_for
from world import World, make_world
from yiding.ledgers.base.drawing import Leg, Point, Zone, track_map
from yiding.ledgers.base.reading import Given
from yiding.ledgers.base.store import Writing, put_entry
from yiding.ledgers.fleet.positions.practice import practice_of
from yiding.ledgers.fleet.positions.register import Register, Vehicle
from yiding.ledgers.fleet.positions.track import Track, stretches, track_of
from yiding.ledgers.panel import panels_of

MONDAY = date(2025, 3, 10)
PRACTICE = practice_of()
ALONE = Register({PHONE.lstrip("0"): Vehicle(PLATE, PLATE, "", PHONE)})


def day_of(folder: Path) -> Track:
    """Two drives with half an hour between them, slow, then fast."""
    store = taken(
        folder,
        drive(at("03-10 09:00"), 20, kmh=15),
        stand(at("03-10 09:21"), 25, lon=120.045),
        drive(at("03-10 09:50"), 20, kmh=72, lon=120.045),
        stand(at("03-10 22:00"), 60, lon=120.3),
    )
    return track_of(store, ALONE, PRACTICE, MONDAY)


def test_a_track_has_its_trips_stops_and_places(tmp_path: Path) -> None:
    found = day_of(tmp_path)
    assert [f"{one.starts_at:%H:%M}" for one in found.trips] == ["09:00", "09:50"]
    assert [(f"{one.starts_at:%H:%M}", one.lasting.seconds) for one in found.stops] == [
        ("09:20", 1800)
    ]
    assert (found.count, len(found.places)) == (41 + 6 + 41 + 13, 101)
    assert found.km == pytest.approx(29, abs=0.1)


def test_legs_are_cut_by_speed_and_by_pauses(tmp_path: Path) -> None:
    told = [(pace, len(places)) for pace, places in stretches(day_of(tmp_path), PRACTICE, (20, 60))]
    assert told == [(1, 41), (3, 41)]


def test_a_day_of_many_positions_is_thinned(tmp_path: Path) -> None:
    store = taken(tmp_path, drive(at("03-10 09:00"), 60, step_s=1))
    found = track_of(store, ALONE, PRACTICE, MONDAY)
    assert found.count == 3601
    assert 500 < len(found.places) <= 602
    assert (found.places[0].at, found.places[-1].at) == (at("03-10 09:00"), at("03-10 10:00"))


def test_a_drawing_names_itself_and_cuts_zones_at_its_edge() -> None:
    legs = [Leg(((120.0, 31.0), (120.1, 31.1)), 2, "09:00")]
    far = Zone(((119.0, 30.0), (121.0, 30.0), (121.0, 32.0)), "老城 & 新区", is_strict=True)
    told = track_map(
        legs, [Point(120.0, 31.0, "出发", "closed")], [far], title="轨迹", description="北在上"
    )
    assert '<polyline class="track p-2"' in told
    assert 'class="zone strict"' in told
    assert "老城 &amp; 新区" in told
    assert told.count("<svg") == 2


@pytest.fixture
def city(db: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> World:
    """A vehicle of the water bureau and one of the finance bureau, both on the road on Monday."""
    monkeypatch.setattr(settings, "DATA_DIR", tmp_path, raising=False)
    world = make_world()
    writing = Writing(world["supervisor"], "fleet", at("03-01 09:00"))
    for plate, unit, phone in ((PLATE, "water", PHONE), ("苏E10002", "finance", OTHER_PHONE)):
        fields = {"plate": plate, "unit": world.units[unit].name, "terminal_id": phone}
        put_entry(writing, Given("vehicle", plate, fields))
        taken(tmp_path, drive(at("03-10 09:00"), 30), phone=phone)
    order = {"order_no": "D1", "unit": world.units["water"].name, "vehicle": PLATE,
             "started_at": "2025-03-10 08:50", "ended_at": "2025-03-10 09:40",
             "destination": "望湖区"}  # fmt: skip
    put_entry(writing, Given("dispatch", "D1", order))
    fence = {"name": "老城", "use": "活动范围", "lat": "0", "lon": "120", "radius_m": "5000"}
    put_entry(writing, Given("fence", "F1", fence))
    return world


def page(client: Client, query: str) -> str:
    return client.get(f"/ledgers/fleet/{query}").content.decode()


def test_the_page_shows_the_track_asked_for(city: World) -> None:
    told = page(client_for(city["supervisor"]), f"?vehicle={PLATE}&day=2025-03-10")
    assert 'id="panel-track"' in told
    assert f"{PLATE} 的轨迹" in told
    assert "1 次行程，18.0 公里。" in told
    assert 'class="zone"' in told
    assert "望湖区" in told
    assert "苏E10002" in told


def test_without_a_question_it_is_the_last_day_there_is(city: World) -> None:
    told = page(client_for(city["supervisor"]), "")
    assert "2025-03-10" in told
    assert 'class="track p-2"' in told


def test_another_units_vehicle_is_not_shown(city: World) -> None:
    client = client_for(city["liaison@finance"])
    told = page(client, f"?vehicle={PLATE}&day=2025-03-10")
    assert PLATE not in told.split('id="panel-track"')[1].split("<form")[0]
    assert "苏E10002 的轨迹" in told


def test_in_english_too(city: World) -> None:
    client = client_for(city["supervisor"])
    client.cookies.load({settings.LANGUAGE_COOKIE_NAME: "en"})
    told = page(client, f"?vehicle={PLATE}&day=2025-03-10")
    assert "Track of" in told
    assert "1 trip, 18.0 km" in told


def test_the_ledger_has_the_panel() -> None:
    assert [one.slug for one in panels_of("fleet")][-1] == "track"
