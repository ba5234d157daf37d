"""Positions into trips: where one begins and ends, how far it went, whose order it was."""

from __future__ import annotations

import random
from datetime import date, timedelta
from pathlib import Path

import pytest

from ledgers.fleet.positions.tracks import PLATE, at, drive, order, stand, taken, vehicle
from yiding.ledgers.fleet.jt808.position import Position
from yiding.ledgers.fleet.positions import trips
from yiding.ledgers.fleet.positions.practice import practice_of
from yiding.ledgers.fleet.positions.register import Register, register_of
from yiding.ledgers.fleet.positions.store import Store
from yiding.ledgers.fleet.positions.trips import Trip
from yiding.ledgers.telemetry.series import Between

DAY = Between(date(2025, 3, 10), date(2025, 3, 10))
PRACTICE = practice_of()


def found(store: Store, between: Between = DAY, register: Register | None = None) -> list[Trip]:
    """The trips that begin in a span."""
    with store.connect() as connection:
        trips.work_out(connection, store, between, PRACTICE)
        trips.join_orders(connection, register.orders if register else (), PRACTICE.slack)
        return list(trips.trips_in(connection))


def spans(store: Store, between: Between = DAY) -> list[tuple[str, str]]:
    return [
        (f"{one.starts_at:%d %H:%M}", f"{one.ends_at:%d %H:%M}") for one in found(store, between)
    ]


def test_the_settings_are_what_the_tests_reckon_with() -> None:
    assert (PRACTICE.moving_tenths, PRACTICE.pause) == (50, timedelta(minutes=10))
    assert (PRACTICE.radius_m, PRACTICE.slack) == (50, timedelta(minutes=15))


def test_a_drive_is_a_trip_with_its_figures(tmp_path: Path) -> None:
    (trip,) = found(taken(tmp_path, stand(at("03-10 08:00"), 30), drive(at("03-10 08:30"), 20)))
    assert (trip.starts_at, trip.ends_at) == (at("03-10 08:30"), at("03-10 08:50"))
    assert (trip.terminal, trip.points, trip.fastest_kmh) == ("13900000001", 41, 36.0)
    assert trip.km == pytest.approx(12, abs=0.001)
    assert trip.moved_m == pytest.approx(12_000, rel=1e-4)
    assert trip.start == (120.0, 0.0)
    assert trip.end[0] == pytest.approx(120.107918, abs=2e-6)


def test_the_odometer_counts_before_speed_where_it_is_to_be_believed(tmp_path: Path) -> None:
    one = [each._replace(mileage_tenths=1000 + 2 * n)
           for n, each in enumerate(drive(at("03-10 08:30"), 10))]  # fmt: skip
    wild = [each._replace(mileage_tenths=0 if n == 0 else 4_000_000)
            for n, each in enumerate(drive(at("03-10 10:30"), 10))]  # fmt: skip
    first, second = found(taken(tmp_path, one, wild))
    assert first.km == 4.0
    assert second.km == pytest.approx(6, abs=0.001)


@pytest.mark.parametrize(("pause_s", "count"), [(600, 1), (601, 2)])
def test_a_trip_ends_with_a_pause(tmp_path: Path, pause_s: int, count: int) -> None:
    again = at("03-10 08:40") + timedelta(seconds=pause_s)
    store = taken(tmp_path, drive(at("03-10 08:30"), 10), drive(again, 10, lon=120.05))
    assert len(found(store)) == count


@pytest.mark.parametrize(("kmh", "count"), [(4.9, 0), (5.0, 1)])
def test_slow_creeping_is_no_trip(tmp_path: Path, kmh: float, count: int) -> None:
    assert len(found(taken(tmp_path, drive(at("03-10 08:30"), 10, kmh=kmh)))) == count


def test_ignition_off_or_no_place_is_no_movement(tmp_path: Path) -> None:
    towed = drive(at("03-10 08:30"), 10, status=2)
    lost = drive(at("03-10 10:30"), 10, status=1)
    assert found(taken(tmp_path, towed, lost)) == []


def test_midnight_ends_no_trip_and_each_trip_is_of_the_day_it_began(tmp_path: Path) -> None:
    store = taken(tmp_path, drive(at("03-10 23:50"), 20), drive(at("03-11 09:00"), 5))
    assert spans(store) == [("10 23:50", "11 00:10")]
    tuesday = date(2025, 3, 11)
    assert spans(store, Between(tuesday, tuesday)) == [("11 09:00", "11 09:05")]
    assert len(spans(store, Between(DAY.first, tuesday))) == 2


def test_terminals_are_kept_apart(tmp_path: Path) -> None:
    taken(tmp_path, drive(at("03-10 08:30"), 5))
    store = taken(tmp_path, drive(at("03-10 08:32"), 5), phone="013900000002")
    assert [one.terminal for one in found(store)] == ["13900000001", "13900000002"]


def by_hand(positions: list[Position]) -> list[tuple[object, object, int]]:
    """Trips one position after another, as anybody would."""
    told: list[list[Position]] = []
    for one in sorted(positions, key=lambda each: str(each.at)):
        assert one.at is not None
        if one.speed_tenths < 50 or not one.is_acc_on or one.lat_e6 is None:
            continue
        last = told[-1][-1].at if told else None
        if last is None or one.at - last > timedelta(minutes=10):
            told.append([])
        told[-1].append(one)
    return [(each[0].at, each[-1].at, len(each)) for each in told]


@pytest.mark.parametrize("seed", range(4))
def test_spans_gathered_give_the_trips_of_one_position_after_another(
    tmp_path: Path, seed: int
) -> None:
    rng = random.Random(seed)  # noqa: S311
    moment, track = at("03-09 12:00"), []
    while moment < at("03-11 12:00"):
        moment += timedelta(seconds=rng.choice((10, 30, 200, 590, 600, 601, 1500)))
        speed, status = rng.choice((0, 49, 50, 400)), rng.choice((2, 3, 3, 3))
        place = rng.randrange(10**6)
        track.append(Position(0, status, place, place, 0, speed, 0, moment))
    wide = Between(date(2025, 3, 9), date(2025, 3, 11))
    whole = found(taken(tmp_path, track), wide)
    assert [(one.starts_at, one.ends_at, one.points) for one in whole] == by_hand(track)
    days = [one for day in wide.days() for one in found(Store.of(tmp_path), day)]
    assert days == whole


ORDERS = [
    order("D1", "03-10 08:00", "03-10 12:00"),
    order("D2", "03-10 09:00", "03-10 09:30"),
    order("D3", "03-10 14:00", "03-10 16:00", state="cancelled"),
    order("D4", "03-10 18:00", None),
    order("D5", "03-10 08:00", "03-10 20:00", plate="苏E99999"),
]


@pytest.mark.parametrize(
    ("starts", "wanted"),
    [
        ("07:44", None), ("07:45", "D1"), ("08:30", "D1"), ("09:15", "D1"), ("11:00", "D1"),
        ("12:15", "D1"), ("12:16", None), ("14:30", None), ("17:45", "D4"), ("23:30", "D4"),
    ],
)  # fmt: skip
def test_a_trip_has_the_order_in_which_it_began(
    tmp_path: Path, starts: str, wanted: str | None
) -> None:
    register = register_of([vehicle(), *ORDERS])
    (trip,) = found(taken(tmp_path, drive(at(f"03-10 {starts}"), 5)), register=register)
    assert trip.order == wanted


def test_an_order_may_name_its_vehicle_in_any_writing(tmp_path: Path) -> None:
    plate = f"{PLATE[:2]}·{PLATE[2:].lower()}"
    register = register_of([vehicle(), order("D1", "03-10 08:00", "03-10 12:00", plate=plate)])
    (trip,) = found(taken(tmp_path, drive(at("03-10 08:30"), 5)), register=register)
    assert trip.order == "D1"


def test_an_empty_store_has_no_trips(tmp_path: Path) -> None:
    assert found(Store.of(tmp_path)) == []
