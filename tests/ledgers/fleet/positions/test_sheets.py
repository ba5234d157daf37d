"""Exports of GPS platforms by their heads: Chinese, English, with units, in GBK, as Parquet."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import duckdb
import pytest

from ledgers.fleet.jt808.frames import AT
from ledgers.fleet.positions.spooled import rows
from yiding.ledgers.fleet.positions.sheets import UnreadableSheet
from yiding.ledgers.fleet.positions.store import Store
from yiding.ledgers.fleet.positions.taking import take_files

NOON = datetime(2025, 3, 10, 12)
COLUMNS = "terminal, located_at, lat_e6, lon_e6, speed_tenths, status, mileage_tenths"


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store.of(tmp_path)


def sheet(folder: Path, text: str, encoding: str = "utf-8", name: str = "gps.csv") -> Path:
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_chinese_heads_with_units(store: Store, tmp_path: Path, encoding: str) -> None:
    text = (
        "车牌号码,终端手机号,GPS时间,经度(°),纬度（°）,速度(km/h),方向,ACC,里程(km),位置描述\n"
        "苏E12345,013912345678,2025-03-10 12:00:00,120.585,31.299,42.3,90,开,123456.7,人民路\n"
        "苏E12345,013912345678,2025/3/10 12:00:30,120.586,31.299,0,90,关,123456.9,人民路\n"
    )
    taken = take_files(store, [sheet(tmp_path, text, encoding)], AT)
    assert (taken.frames, taken.new, taken.unplaced) == (2, 2, 0)
    assert rows(store, COLUMNS) == [
        ("13912345678", NOON, 31_299_000, 120_585_000, 423, 3, 1234567),
        ("13912345678", NOON.replace(second=30), 31_299_000, 120_586_000, 0, 2, 1234569),
    ]


def test_english_heads_a_plate_and_metres(store: Store, tmp_path: Path) -> None:
    text = (
        "plate,time,lng,lat,speed (m/s),mileage(m)\n"
        "苏E·12345,2025-03-10T12:00:00+08:00,120.5,31.2,10,2500\n"
        "苏E12345,2025-03-10T04:00:01Z,120.5,31.2,0,2500\n"
        "苏E12345,1741579202,120.5,31.2,0,\n"
        "苏E12345,1741579203000,0,0,0,\n"
    )
    take_files(store, [sheet(tmp_path, text)], AT)
    assert rows(store, COLUMNS) == [
        ("苏E12345", NOON, 31_200_000, 120_500_000, 360, 3, 25),
        ("苏E12345", NOON.replace(second=1), 31_200_000, 120_500_000, 0, 2, 25),
        ("苏E12345", NOON.replace(second=2), 31_200_000, 120_500_000, 0, 2, None),
        ("苏E12345", NOON.replace(second=3), None, None, 0, 2, None),
    ]


def test_rows_without_a_time_or_a_vehicle_are_counted(store: Store, tmp_path: Path) -> None:
    text = (
        "终端号,时间,经度,纬度,速度,油量\n"
        "1,昨天,120,31,5,\n,2025-03-10 12:00:00,120,31,5,\n"
        "3,2025-03-10 12:00:00,191,31,-5,-1\n"
    )
    taken = take_files(store, [sheet(tmp_path, text)], AT)
    assert (taken.frames, taken.new, taken.unplaced) == (3, 1, 2)
    assert rows(store, "terminal, lat_e6, speed_tenths, fuel_tenths") == [("3", None, 0, None)]


def test_a_parquet_is_taken_and_taken_again_adds_nothing(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "gps.parquet"
    duckdb.sql(
        f"""COPY (SELECT '1390000' || range // 100 AS terminal_id, 31.2 AS latitude,
        TIMESTAMP '2025-03-10 12:00:00' + range * INTERVAL 10 SECOND AS gps_time,
        120.5 + range / 1e4 AS longitude, 36.0 AS speed FROM range(1000)) TO '{path}'"""  # noqa: S608 - ours
    )
    assert take_files(store, [path], AT).new == 1000
    again = take_files(store, [path], AT)
    assert (again.new, again.known) == (0, 1000)


@pytest.mark.parametrize(
    ("heads", "missing"),
    [
        ("终端号,时间,经度,纬度", "速度"),
        ("时间,经度,纬度,速度", "终端号或车牌号"),
        ("终端号,经度,速度", "时间、纬度"),
    ],
)
def test_a_sheet_without_a_needed_head_is_refused(
    store: Store, tmp_path: Path, heads: str, missing: str
) -> None:
    with pytest.raises(UnreadableSheet, match=rf"gps.csv：缺少{missing}，表头是.*请补上"):
        take_files(store, [sheet(tmp_path, f"{heads}\n1,2,3,4\n")], AT)
    assert rows(store) == []
