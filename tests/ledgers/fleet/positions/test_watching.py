"""What a day of positions shows a person: hand-made tracks, and what is raised of each."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from ledgers.fleet.positions.tracks import (
    OTHER_PHONE,
    OTHER_PLATE,
    PLATE,
    at,
    drive,
    fence,
    order,
    stand,
    taken,
    vehicle,
)
from yiding.ledgers.fleet.positions.practice import practice_of
from yiding.ledgers.fleet.positions.register import register_of
from yiding.ledgers.fleet.positions.store import Store
from yiding.ledgers.fleet.positions.watching import Watched, watch
from yiding.ledgers.telemetry.series import Between
from yiding.rules import Entry

MONDAY = date(2025, 3, 10)
SATURDAY = date(2025, 3, 15)
PRACTICE = practice_of("320500", MONDAY)


def watched(store: Store, *entries: Entry, on: date = MONDAY, days: int = 1) -> Watched:
    """A look at some days with these entries in the ledger."""
    between = Between(on, on + timedelta(days=days - 1))
    return watch(store, register_of([vehicle(), *entries]), PRACTICE, between)


def raised(told: Watched) -> list[tuple[str, str]]:
    """Kind and moment of each alert."""
    return [
        (str(one.values["alert_kind"]), f"{one.values['raised_at']:%m-%d %H:%M}")
        for one in told.alerts
    ]


def test_movement_without_an_order_is_raised_with_what_was_measured(tmp_path: Path) -> None:
    told = watched(taken(tmp_path, drive(at("03-10 09:00"), 30)))
    (one,) = told.alerts
    assert one.key == f"{PLATE}-no_order-20250310090000"
    expected: dict[str, Any] = {
        "vehicle": PLATE, "unit": "市财政局", "terminal": "013900000001",
        "alert_kind": "no_order", "state": "raised", "raised_at": at("03-10 09:00"),
        "ends_at": at("03-10 09:30"), "is_ordered": False, "minutes": 30,
        "distance_m": 18000, "fence_radius_m": 50, "lon": 120, "lat": 0,
        "trip": f"{PLATE}-20250310090000",
    }  # fmt: skip
    assert expected.items() <= dict(one.values).items()
    assert one.values["detail"] == (
        "工作时间行驶18.0公里，离起点最远18000米，没有派车单覆盖，请核查。"
    )
    assert (told.trips, told.km, told.ordered_km) == (1, pytest.approx(18, abs=0.01), 0)


def test_with_an_order_nothing_is_raised(tmp_path: Path) -> None:
    told = watched(
        taken(tmp_path, drive(at("03-10 09:00"), 60)), order("D1", "03-10 08:50", "03-10 10:10")
    )
    assert raised(told) == []
    assert told.ordered_km == told.km == pytest.approx(36, abs=0.01)


@pytest.mark.parametrize(("minutes", "count"), [(0.5, 0), (1.0, 1)])
def test_within_the_radius_of_the_parking_place_nothing_is_raised(
    tmp_path: Path, minutes: float, count: int
) -> None:
    # 6 km/h: 50 metres in half a minute
    store = taken(tmp_path, drive(at("03-10 09:00"), minutes, kmh=6, step_s=6))
    assert len(watched(store).alerts) == count


@pytest.mark.parametrize(
    ("starts", "minutes", "kind"),
    [
        ("03-10 06:59", 20, "out_of_hours"), ("03-10 07:00", 20, "no_order"),
        ("03-10 19:40", 20, "no_order"), ("03-10 19:41", 20, "out_of_hours"),
        ("03-10 20:01", 5, "out_of_hours"), ("03-15 10:00", 20, "holiday"),
        ("04-04 10:00", 20, "holiday"), ("04-27 10:00", 20, "no_order"),
    ],
)  # fmt: skip
def test_hours_and_days_off_by_the_calendar(
    tmp_path: Path, starts: str, minutes: int, kind: str
) -> None:
    told = watched(taken(tmp_path, drive(at(starts), minutes)), on=at(starts).date())
    assert raised(told) == [(kind, starts)]


def test_a_stranger_is_listed_and_never_alerted(tmp_path: Path) -> None:
    taken(tmp_path, drive(at("03-10 09:00"), 30))
    store = taken(tmp_path, drive(at("03-10 22:00"), 30), phone=OTHER_PHONE)
    told = watched(store)
    assert raised(told) == [("no_order", "03-10 09:00")]
    assert told.unknown == {"13900000002": 1}
    assert told.trips == 1


CIRCLE = fence("老城", use="area", lat=Decimal(0), lon=Decimal(120), radius_m=Decimal(5000))
SQUARE = fence("老城", use="area", corners="119.9,-0.1 120.0449,-0.1 120.0449,0.1 119.9,0.1")


@pytest.mark.parametrize("area", [CIRCLE, SQUARE], ids=["circle", "polygon"])
def test_off_the_fence_is_raised_where_it_began(tmp_path: Path, area: Entry) -> None:
    store = taken(tmp_path, drive(at("03-10 09:00"), 30))
    told = watched(store, order("D1", "03-10 08:50", "03-10 09:40"), area)
    (one,) = told.alerts
    # 36 km/h east: 5 km after 8 minutes 20 seconds, told by the position of 8:30
    assert (one.values["alert_kind"], one.values["ends_at"]) == ("out_of_fence", at("03-10 09:30"))
    assert one.values["raised_at"] == at("03-10 09:08") + timedelta(seconds=30)
    assert (one.values["dispatch"], one.values["is_ordered"]) == ("D1", True)
    assert one.values["place"] == "老城"
    assert "驶出“老城”，持派车单D1，请核查。" in one.values["detail"]


@pytest.mark.parametrize(
    ("change", "count"),
    [
        ({}, 1), ({"vehicles": (OTHER_PLATE,)}, 0), ({"vehicles": (PLATE,)}, 1),
        ({"unit": "市审计局"}, 0), ({"unit": "市财政局"}, 1), ({"until": date(2025, 3, 9)}, 0),
        ({"since": MONDAY, "until": MONDAY}, 1), ({"use": "parking"}, 0),
    ],
)  # fmt: skip
def test_a_fence_holds_for_its_vehicles_in_its_time(
    tmp_path: Path, change: dict[str, Any], count: int
) -> None:
    store = taken(tmp_path, drive(at("03-10 09:00"), 30))
    area = Entry("fence", "F", "320500", {**CIRCLE.values, **change})
    told = watched(store, order("D1", "03-10 08:50", "03-10 09:40"), area)
    assert len(told.alerts) == count


@pytest.mark.parametrize(("minutes", "count"), [(14, 0), (15, 1)])
def test_a_stop_at_a_sensitive_place_is_raised(tmp_path: Path, minutes: int, count: int) -> None:
    there = at("03-10 09:20") + timedelta(minutes=minutes)
    store = taken(tmp_path, drive(at("03-10 09:00"), 20), drive(there, 20, lon=120.108))
    hotel = fence(
        "湖滨酒店", use="sensitive", place_kind="hotel",
        lat=Decimal(0), lon=Decimal("120.108"), radius_m=Decimal(200),
    )  # fmt: skip
    told = watched(store, order("D1", "03-10 08:50", "03-10 10:10"), hotel)
    assert len(told.alerts) == count
    if count:
        (one,) = told.alerts
        assert (one.values["alert_kind"], one.values["minutes"]) == ("sensitive_stop", 15)
        assert (one.values["place_kind"], one.values["dispatch"]) == ("hotel", "D1")
        assert "在“湖滨酒店”停留15分" in one.values["detail"]


@pytest.mark.parametrize(("hours", "use", "count"), [(4, None, 1), (3, None, 0), (4, "parking", 0)])
def test_a_long_stop_within_an_order_is_raised_unless_parked(
    tmp_path: Path, hours: int, use: str | None, count: int
) -> None:
    back = at("03-10 09:20") + timedelta(hours=hours)
    store = taken(tmp_path, drive(at("03-10 09:00"), 20), drive(back, 20, lon=120.108))
    home = fence("停车场", use=use, lat=Decimal(0), lon=Decimal("120.108"), radius_m=Decimal(200))
    ends = f"{back + timedelta(minutes=25):%m-%d %H:%M}"
    told = watched(store, order("D1", "03-10 09:00", ends), *([home] if use else []))
    assert raised(told) == [("other", "03-10 09:20")] * count


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"starts": "03-10 08:29"}, "写明03-10 08:29出车，轨迹03-10 09:00才动"),
        ({"ends": "03-10 10:31"}, "写明03-10 10:31归队，轨迹到03-10 10:00为止"),
        ({"km": Decimal("39.7")}, "写明39.7公里，轨迹36.0公里"),
        ({"starts": "03-10 08:30", "ends": "03-10 10:30", "km": Decimal("39.5")}, ""),
    ],
)
def test_an_order_that_its_track_does_not_bear_out(
    tmp_path: Path, given: dict[str, Any], said: str
) -> None:
    told = {"starts": "03-10 09:00", "ends": "03-10 10:00", **given}
    store = taken(tmp_path, drive(at("03-10 09:00"), 60))
    found = watched(store, order("D1", told.pop("starts"), told.pop("ends"), **told))
    assert raised(found) == ([("mismatch", f"{at_of(found)}")] if said else [])
    assert all(said in one.values["detail"] for one in found.alerts)


def at_of(told: Watched) -> str:
    return f"{told.alerts[0].values['raised_at']:%m-%d %H:%M}"


def test_an_order_without_any_movement(tmp_path: Path) -> None:
    told = watched(
        taken(tmp_path, stand(at("03-10 08:00"), 300)), order("D1", "03-10 09:00", "03-10 10:00")
    )
    assert raised(told) == [("mismatch", "03-10 09:00")]
    assert "终端在线而没有行驶" in told.alerts[0].values["detail"]
    absent = watched(Store.of(tmp_path / "none"), order("D1", "03-10 09:00", "03-10 10:00"))
    assert raised(absent) == []


def test_the_terminals_own_alarms_once_a_day_and_kind(tmp_path: Path) -> None:
    cut = stand(at("03-10 08:00"), 30)
    wild = [one._replace(alarm=1 << 5 if n % 2 else 1 << 8) for n, one in enumerate(cut)]
    fast = drive(at("03-10 09:00"), 10, alarm=1 << 1)
    store = taken(tmp_path, wild, fast)
    told = watched(store, order("D1", "03-10 08:59", "03-10 09:11"))
    assert raised(told) == [("terminal", "03-10 08:00"), ("overspeed", "03-10 09:00")]
    assert "“GNSS天线未接或剪断、主电源掉电”7次" in told.alerts[0].values["detail"]


def test_a_terminal_that_falls_silent_is_raised_once(tmp_path: Path) -> None:
    store = taken(tmp_path, stand(at("03-10 08:00"), 30), stand(at("03-20 08:00"), 30))
    assert raised(watched(store, days=12)) == [("offline", "03-13 00:00")]
    assert raised(watched(store, on=date(2025, 3, 13))) == [("offline", "03-13 00:00")]
    assert raised(watched(store, on=date(2025, 3, 14))) == []


def test_day_by_day_gives_what_the_whole_span_gives(tmp_path: Path) -> None:
    days = [at(f"03-{day:02} {hour:02}:00") for day in range(10, 17) for hour in (6, 9, 22)]
    store = taken(tmp_path, *(drive(one, 20, lon=120 + n / 10) for n, one in enumerate(days)))
    whole = watched(store, CIRCLE, days=7)
    singly = [
        one
        for back in range(7)
        for one in watched(store, CIRCLE, on=MONDAY + timedelta(days=back)).alerts
    ]
    assert list(whole.alerts) == singly
    assert len({one.key for one in singly}) == len(singly) > 21
