"""The store as columns: judged like single entries, and daily means of what is there."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from ledgers.lake.telemetry.spooled import LAKE, OTHER, REGISTER, RIVER, day_of_frames, frame, spool
from yiding.ledgers.catalogue import ledger
from yiding.ledgers.lake.telemetry.days import StationDay, capture_of, station_days
from yiding.ledgers.lake.telemetry.frames import Law, Reader, classed, rows_of
from yiding.ledgers.lake.telemetry.judged_days import judged
from yiding.ledgers.lake.telemetry.store import Store
from yiding.ledgers.lake.telemetry.taking import take_spool
from yiding.ledgers.telemetry.series import Between
from yiding.rules.judging import judge
from yiding.rules.parsing import read_entry

LAW = Law(date(2024, 7, 16), "320500")
DAY = Between(date(2024, 7, 16), date(2024, 7, 16))
#: Limits, one step beyond them, and what has none: class III to IV of the lake's phosphorus, …
VALUES = (
    "w21011=0.050 w21001=1.62 w01009=4.90 w01019=5.1 w21003=0.21 w01001=8.42 w01010=29.6",
    "w21011=0.051 w21001=1.5 w01009=5.00 w01019=6.1 w21003=2.01 w01001=9.01 w01014=410",
    "w21011=0.4 w21001=0.2 w01009=1.99 w01019=2 w21003=0 w01001=6 w01016=26",
)


def reader_of(tmp_path: Path, frames: list[bytes]) -> Reader:
    """A reader over a store of some frames."""
    store = Store(tmp_path / "store")
    take_spool(store, spool(tmp_path / "spool", frames))
    return Reader(store, REGISTER)


@pytest.fixture
def reader(tmp_path: Path) -> Iterator[Reader]:
    """Three stations, of which one is not registered, with values of many classes and two flags."""
    frames = [
        frame(mn, f"20240716{hour:02}0000", values, flag=flag)
        for mn in (LAKE, RIVER, OTHER)
        for hour, values in zip((0, 4, 8), VALUES, strict=True)
        for flag in ("N" if hour != 4 else "D",)
    ]
    with reader_of(tmp_path, frames) as opened:
        yield opened


def test_a_column_is_classed_like_single_entries(reader: Reader) -> None:
    names = ("station", "factor", "amount", "flag", "body", "is_valid", "class", "class_term")
    rows = rows_of(classed(reader.readings(DAY), LAW).select(*names))
    assert len(rows) == 63
    for station, factor, amount, flag, body, is_valid, number, term in rows:
        fields = {"factor": factor, "value": str(amount), "flag": flag, "body": body}
        told = as_single({name: one for name, one in fields.items() if one})
        assert (is_valid, number, term) == told, (station, fields)
    assert {row[6] for row in rows} == {1, 2, 3, 4, 5, 6, None}


def as_single(fields: dict[str, str]) -> tuple[bool, int | None, str | None]:
    """What the two rules say of one entry."""
    book = ledger("lake")
    entry = read_entry(book.kinds["reading"], "1", LAW.place, fields)
    said = {
        rule.source.slug: [one.answer for one in judge(rule, book.values, entry, LAW.on)]
        for rule in book.rules_for("reading")
    }
    of_class = said["class-of-reading"]
    known = of_class and of_class[0].value is not None
    number = int(of_class[0].value) if known else None
    return said["reading-counts"][0].label == "有效", number, of_class[0].label if known else None


def test_a_phosphorus_without_its_body_of_water_has_no_class(reader: Reader) -> None:
    frame = classed(reader.readings(DAY, [OTHER], ["total_phosphorus"]), LAW)
    assert {row[0] for row in rows_of(frame.select("class"))} <= {None, 6}
    of_lake = classed(reader.readings(DAY, [LAKE], ["total_phosphorus"]), LAW)
    assert rows_of(of_lake.select("class", "amount").sort("amount")) == [
        (3, 0.05), (None, 0.051), (6, 0.4),
    ]  # fmt: skip


def test_readings_are_of_the_days_stations_and_factors_asked_for(tmp_path: Path) -> None:
    frames = [frame(mn, at, "w21011=0.05 w21001=1") for mn in (LAKE, RIVER) for at in (
        "20240715235959", "20240716000000", "20240716235959", "20240717000000", "20240801000000"
    )]  # fmt: skip
    with reader_of(tmp_path, frames) as reader:
        wanted = reader.readings(DAY, [LAKE], ["total_nitrogen"])
        assert rows_of(wanted.select("station", "factor", "sample_time").sort("sample_time")) == [
            (LAKE, "total_nitrogen", datetime(2024, 7, 16)),
            (LAKE, "total_nitrogen", datetime(2024, 7, 16, 23, 59, 59)),
        ]
        assert rows_of(reader.readings(DAY, [], None)) == []
        assert rows_of(reader.readings(Between(date(2019, 1, 1), date(2019, 3, 1)))) == []
        july = Between(date(2024, 7, 1), date(2024, 8, 31))
        assert len(rows_of(reader.readings(july))) == 20


def days(reader: Reader, between: Between = DAY) -> list[StationDay]:
    return list(station_days(reader, [between], LAW))


def test_a_daily_mean_is_of_the_valid_values_that_came(tmp_path: Path) -> None:
    frames = [
        frame(LAKE, "20240716000000", "w21011=0.04 w21001=1.0"),
        frame(LAKE, "20240716040000", "w21011=0.07"),
        frame(LAKE, "20240716080000", "w21011=9", flag="D"),
    ]
    with reader_of(tmp_path, frames) as reader:
        (day,) = days(reader)
    assert day.means == {"total_phosphorus": Decimal("0.055"), "total_nitrogen": Decimal("1.0")}
    assert day.windows == {"total_phosphorus": 2, "total_nitrogen": 1}


def test_a_day_without_a_valid_value_is_missing_and_not_nought(tmp_path: Path) -> None:
    frames = [
        frame(LAKE, "20240715000000", "w21011=0.05"),
        frame(LAKE, "20240716000000", "w21011=0.05", flag="M"),
        frame(LAKE, "20240717000000", "w21011=0.06"),
    ]
    with reader_of(tmp_path, frames) as reader:
        found = days(reader, Between(date(2024, 7, 1), date(2024, 8, 2)))
    assert [(one.day.day, one.means["total_phosphorus"]) for one in found] == [
        (15, Decimal("0.05")), (17, Decimal("0.06")),
    ]  # fmt: skip


def test_of_several_commands_the_hours_make_the_mean(tmp_path: Path) -> None:
    frames = [
        frame(LAKE, "20240716000000", "w21011=0.04"),
        frame(LAKE, "20240716000000", "w21011=0.09", CN="2031"),
        frame(LAKE, "20240716000000", "w21011=0.08", CN="2051"),
        frame(RIVER, "20240716000000", "w21011=0.09", CN="2031"),
    ]
    with reader_of(tmp_path, frames) as reader:
        means = {one.station: one.means["total_phosphorus"] for one in days(reader)}
    assert means == {LAKE: Decimal("0.04"), RIVER: Decimal("0.09")}


def test_the_index_of_a_day_is_that_of_the_worked_example(tmp_path: Path) -> None:
    parameters = "w01016=26 w21011=0.083 w21001=1.6 w01004=0.35 w01019=4.6"
    frames = [
        *day_of_frames(LAKE, "20240716", parameters),
        *day_of_frames(RIVER, "20240716", parameters),
        *day_of_frames(LAKE, "20240715", "w21011=0.05 w21001=1.0 w01004=0.5 w01019=4"),
        *day_of_frames(LAKE, "20240714", "w21011=0.05"),
    ]
    with reader_of(tmp_path, frames) as reader:
        found = {
            (one.station, one.day.day): one
            for one in days(reader, Between(date(2024, 7, 14), date(2024, 7, 16)))
        }
    told = found[LAKE, 16]
    assert round(told.tli or 0, 4) == Decimal("58.1706")
    assert told.grade == "轻度富营养"
    partial = found[LAKE, 15]
    assert round(partial.tli or 0, 4) == Decimal("50.6582")
    assert partial.is_incomplete
    assert partial.grade == "轻度富营养（不完整）"
    assert found[LAKE, 14].tli is None
    assert found[RIVER, 16].tli is None


def test_a_zero_has_no_logarithm_and_no_index(tmp_path: Path) -> None:
    frames = day_of_frames(LAKE, "20240716", "w01016=0 w21011=0.083 w21001=1.6")
    with reader_of(tmp_path, frames) as reader:
        (day,) = days(reader)
    assert day.means["chlorophyll_a"] == 0
    assert day.tli is None


def test_a_station_is_of_the_class_of_its_worst_mean(tmp_path: Path) -> None:
    values = "w01009=4.90 w01019=5.1 w21003=0.21 w21011=0.083 w21001=1.62"
    frames = [
        *day_of_frames(LAKE, "20240716", values),
        *day_of_frames(RIVER, "20240716", "w21011=0.083"),
    ]
    with reader_of(tmp_path, frames) as reader:
        lake, river = (judged(one, REGISTER, LAW) for one in days(reader))
    assert (lake.number, lake.term, lake.pollutants) == (4, "Ⅳ类", "总磷、溶解氧")
    assert (river.number, river.term, river.pollutants) == (2, "Ⅱ类", None)


def test_the_capture_rate_is_of_four_hour_windows(tmp_path: Path) -> None:
    hours = [0, 1, 2, 4, 8, 23]
    with reader_of(tmp_path, day_of_frames(LAKE, "20240716", "w21011=0.05", hours)) as reader:
        (day,) = days(reader)
    assert day.values == {"total_phosphorus": 6}
    assert day.windows == {"total_phosphorus": 4}
    assert capture_of(1, 4) == Decimal("66.67")
    assert capture_of(0, 0) is None
