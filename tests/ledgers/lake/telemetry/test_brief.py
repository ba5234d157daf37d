"""The daily brief: what a day was, beside yesterday and last year, and what is not known."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from ledgers.lake.hj212.frames import MILLISECONDS
from ledgers.lake.telemetry.spooled import AT, LAKE, OTHER, RIVER, day_of_frames, spool
from yiding.ledgers.catalogue import ledger
from yiding.ledgers.lake.telemetry.brief import Brief, Light, Seen, a_year_before, brief, seen
from yiding.ledgers.lake.telemetry.frames import Law, Reader
from yiding.ledgers.lake.telemetry.stations import register_of
from yiding.ledgers.lake.telemetry.store import Store
from yiding.ledgers.lake.telemetry.taking import take_spool
from yiding.rules import Entry
from yiding.rules.parsing import read_entry

ON = date(2024, 7, 16)
EUTROPHIC = "w01016=26 w21011=0.083 w21001=1.6 w01004=0.35 w01019=4.6"
BETTER = "w01016=5 w21011=0.03 w21001=0.6 w01004=0.8 w01019=3"


def entry(kind: str, id_: str, **fields: str) -> Entry:
    """An entry as a person writes it."""
    return read_entry(ledger("lake").kinds[kind], id_, "320500", fields)


STATIONS = (
    entry("station", "1", code=LAKE, name="湖心", station_kind="湖体"),
    entry("station", "2", code=RIVER, name="入湖口", station_kind="入湖河道"),
    entry("station", "3", code="A320500000000003", name="西岸", station_kind="湖体"),
)
FRAMES = [
    *day_of_frames(LAKE, "20240716", EUTROPHIC, (0, 4, 8)),
    *day_of_frames(LAKE, "20240715", BETTER),
    *day_of_frames(LAKE, "20230716", BETTER),
    *day_of_frames(RIVER, "20240716", "w21011=0.083"),
    *day_of_frames(OTHER, "20240716", "w21003=0.4"),
    MILLISECONDS,
]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """A store of three days."""
    folder: Path = tmp_path_factory.mktemp("brief")
    held = Store(folder / "store")
    take_spool(held, spool(folder / "spool", FRAMES, AT))
    return held


@pytest.fixture(scope="module")
def nothing(store: Store) -> Seen:
    """The day without a registered station."""
    with Reader(store) as reader:
        return seen(reader, Law(ON, "320500"))


def told(store: Store, *entries: Entry) -> Brief:
    """The brief of the day, of these entries."""
    with Reader(store, register_of(entries)) as reader:
        return brief(seen(reader, Law(ON, "320500")), entries, ON)


def test_each_station_stands_beside_yesterday_and_last_year(store: Store) -> None:
    found = {one.station.name: one for one in told(store, *STATIONS).stations}
    lake = found["湖心"]
    assert lake.today
    assert lake.yesterday
    assert lake.last_year
    assert (lake.today.term, lake.yesterday.term, lake.last_year.term) == ("Ⅳ类", "Ⅲ类", "Ⅲ类")
    assert lake.today.pollutants == "总磷"
    assert round(lake.today.tli or 0, 4) == Decimal("58.1706")
    assert round(lake.yesterday.tli or 0, 4) == Decimal("42.2960")
    assert lake.capture_pct == Decimal("50.00")
    assert found["入湖口"].today
    assert found["入湖口"].today.term == "Ⅱ类"
    assert found["入湖口"].yesterday is None


def test_a_silent_station_is_named_and_an_unknown_one_too(store: Store) -> None:
    found = {one.station.name: one for one in told(store, *STATIONS).stations}
    assert found["西岸"].today is None
    assert found["西岸"].capture_pct is None
    assert not found[OTHER].is_registered
    assert found[OTHER].today is not None


def test_the_lake_has_the_mean_index_of_its_stations(store: Store) -> None:
    found = told(store, *STATIONS)
    assert found.tli == Decimal("58.1706")
    assert found.tli_yesterday == found.tli_last_year == Decimal("42.296")
    assert found.by_class() == {"Ⅱ类": 2, "Ⅳ类": 1}
    assert found.capture_pct == Decimal("50.00")  # 50, 100 and nothing at all


def test_nothing_entered_is_not_a_green_light(store: Store) -> None:
    found = told(store, *STATIONS)
    assert found.supply == Light(None, 0, 0)
    assert found.blackwater == Light(None, 0, 0)


def of(nothing: Seen, *entries: Entry) -> Brief:
    """The brief of the day, of these entries and no station."""
    return brief(nothing, entries, ON)


def test_the_two_bottom_lines(nothing: Seen) -> None:
    good = entry("finished_water", "g", plant="一水厂", sample_time="2024-07-01", iron="0.3")
    bad = entry("finished_water", "b", plant="一水厂", sample_time="2024-07-02", iron="0.31")
    after = entry("finished_water", "a", plant="一水厂", sample_time="2024-07-17", iron="0.31")
    assert of(nothing, good, after).supply == Light(False, 0, 2)
    assert of(nothing, good, bad, after).supply == Light(True, 1, 3)
    small = entry("blackwater", "s", found_at="2024-07-10 08:00", area_km2="1")
    major = entry("blackwater", "m", found_at="2024-07-10 08:00", area_km2="300")
    assert of(nothing, small).blackwater == Light(False, 0, 1)
    assert of(nothing, small, major).blackwater == Light(True, 1, 2)


def test_blooms_of_the_day_and_black_water_that_lasts(nothing: Seen) -> None:
    scenes = [
        entry("bloom_scene", "y", time="2024-07-15 11:00", area_km2="12"),
        entry("bloom_scene", "t", time="2024-07-16 11:00", area_km2="20"),
    ]
    waters = [
        entry("blackwater", "over", found_at="2024-07-10 08:00", ended_at="2024-07-15 18:00"),
        entry("blackwater", "last", found_at="2024-07-10 08:00", ended_at="2024-07-16 00:10"),
        entry("blackwater", "open", found_at="2024-07-16 08:00"),
        entry("blackwater", "next", found_at="2024-07-17 08:00"),
    ]
    found = of(nothing, *scenes, *waters)
    assert [one.id for one in found.blooms] == ["t"]
    assert [one.id for one in found.blackwaters] == ["last", "open"]


def test_the_faults_of_the_day_are_counted_by_kind(store: Store) -> None:
    found = told(store).faults
    assert [(one.code, one.count, one.stations) for one in found] == [
        ("data_time_format", 1, 1),
        ("missing_qn", 1, 1),
    ]
    assert found[0].last_at.date() == datetime(2024, 7, 16).date()
    assert "20160824003817000" in found[0].fault.sentence


def test_a_day_of_which_nothing_is_known(store: Store) -> None:
    with Reader(store, register_of(STATIONS)) as reader:
        before = date(2022, 5, 1)
        found = brief(seen(reader, Law(before, "320500")), STATIONS, before)
    assert [one.today for one in found.stations] == [None] * 3
    assert found.tli is None
    assert found.capture_pct == 0
    assert found.by_class() == {}
    assert found.faults == ()


def test_the_same_day_of_last_year() -> None:
    assert a_year_before(date(2024, 2, 29)) == date(2023, 2, 28)
    assert a_year_before(ON) == date(2023, 7, 16)
