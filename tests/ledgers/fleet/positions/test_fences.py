"""Fences: within or not, in Python as over columns."""

from __future__ import annotations

from random import Random

import duckdb
import pytest

from ledgers.fleet.positions.tracks import fence
from yiding.ledgers.fleet.positions.fences import Fence, fences_of, metres
from yiding.ledgers.fleet.positions.register import tidy_plate

TRIANGLE = Fence("T", "T", "area", corners=((120.0, 31.0), (121.0, 31.0), (120.5, 32.0)))
HOLLOW = Fence(
    "H", "H", "area",
    corners=((120.0, 31.0), (121.0, 31.0), (121.0, 32.0), (120.5, 31.2), (120.0, 32.0)),
)  # fmt: skip
CIRCLE = Fence("C", "C", "area", centre=(120.5, 31.5), radius_m=30_000)


@pytest.mark.parametrize(
    ("shape", "lon", "lat", "is_within"),
    [
        (TRIANGLE, 120.5, 31.5, True), (TRIANGLE, 120.1, 31.9, False),
        (TRIANGLE, 119.9, 31.5, False),
        (HOLLOW, 120.5, 31.5, False), (HOLLOW, 120.9, 31.7, True), (HOLLOW, 120.1, 31.7, True),
        (CIRCLE, 120.5, 31.769, True), (CIRCLE, 120.5, 31.770, False),
        (CIRCLE, 120.816, 31.5, True), (CIRCLE, 120.817, 31.5, False),
    ],
)  # fmt: skip
def test_within_or_not(shape: Fence, lon: float, lat: float, *, is_within: bool) -> None:
    assert shape.contains(lon, lat) is is_within


@pytest.mark.parametrize("shape", [TRIANGLE, HOLLOW, CIRCLE], ids=["triangle", "hollow", "circle"])
def test_columns_say_what_python_says(shape: Fence) -> None:
    rng = Random(3)  # noqa: S311
    places = [(rng.uniform(119.8, 121.2), rng.uniform(30.8, 32.2)) for _ in range(3000)]
    rows = [(round(lon * 1e6), round(lat * 1e6)) for lon, lat in places]
    query = (
        f"SELECT {shape.sql()} FROM (SELECT unnest(?::INTEGER[]) AS lon_e6, "  # noqa: S608
        "unnest(?::INTEGER[]) AS lat_e6)"
    )
    columns = [list(one) for one in zip(*rows, strict=True)]
    told = [row[0] for row in duckdb.execute(query, columns).fetchall()]
    here = [shape.contains(lon / 1e6, lat / 1e6) for lon, lat in rows]
    differing = sum(one != other for one, other in zip(told, here, strict=True))
    # a flat circle is not the round one: within a few metres of its bound
    assert differing <= (3 if shape is CIRCLE else 0)
    assert 300 < sum(here) < 2700


def test_a_degree_of_latitude_is_a_hundred_and_eleven_kilometres() -> None:
    assert metres(120, 31, 120, 32) == pytest.approx(111_194.9, abs=0.1)
    assert metres(120, 60, 121, 60) == pytest.approx(55_597, rel=1e-3)


def test_a_fence_is_read_of_its_entry() -> None:
    words = {
        "半径": fence("圆", use="parking", lat=31, lon=120, radius_m=50),
        "边界": fence("角", use="area", corners="120.58,31.30 120.60 31.30；120.59，31.32"),
        "两点": fence("线", use="area", corners="120.58,31.30 120.60,31.30"),
        "无形": fence("空", use="area"),
        "无用途": fence("何", lat=31, lon=120, radius_m=50),
    }
    round_one, cornered = fences_of(words.values())
    assert (round_one.centre, round_one.radius_m) == ((120.0, 31.0), 50)
    assert cornered.corners == ((120.58, 31.3), (120.6, 31.3), (120.59, 31.32))


def test_plates_are_compared_without_their_dot() -> None:
    assert tidy_plate("苏E·a1b2c") == tidy_plate("苏e A1B2C") == "苏EA1B2C"
