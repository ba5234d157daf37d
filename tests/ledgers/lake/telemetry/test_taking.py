"""Taken once, whatever comes again; later values in the place of earlier ones."""

from __future__ import annotations

import random
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from ledgers.lake.hj212.frames import GOLDEN, MILLISECONDS, frame_of
from ledgers.lake.telemetry.spooled import AT, LAKE, frame, rows, spool
from yiding.ledgers.lake.telemetry.store import Store
from yiding.ledgers.lake.telemetry.taking import take_files, take_spool
from yiding.ledgers.telemetry.compacting import compact
from yiding.ledgers.telemetry.manifest import NAME, UnknownStore
from yiding.ledgers.telemetry.record import Record
from yiding.ledgers.telemetry.spool import Spool
from yiding.ledgers.telemetry.store import StoreInUse, parquet


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store.of(tmp_path)


def test_a_spool_is_in_the_store_and_taking_it_again_adds_nothing(
    store: Store, tmp_path: Path
) -> None:
    folder = spool(tmp_path / "spool", GOLDEN)
    first = take_spool(store, folder)
    held, manifest = rows(store), store.manifest()
    assert (first.frames, first.new, first.damaged) == (3, 10, 0)
    assert first.faults == {"missing_qn": 1, "data_time_format": 1}
    assert len(held) == 10

    again = take_spool(store, folder)
    assert (again.frames, again.new, again.known) == (0, 0, 0)
    assert store.manifest() == manifest
    assert rows(store) == held


def test_a_copy_of_the_spool_adds_nothing_either(store: Store, tmp_path: Path) -> None:
    take_spool(store, spool(tmp_path / "one", GOLDEN))
    held, faults = rows(store), store.faults_of(None)
    copied = take_spool(store, spool(tmp_path / "two", GOLDEN))
    assert (copied.frames, copied.new, copied.known) == (3, 0, 10)
    assert rows(store) == held
    assert store.faults_of(None) == faults


def test_what_the_listener_writes_on_is_taken_on(store: Store, tmp_path: Path) -> None:
    folder = tmp_path / "spool"
    with Spool(folder) as opened:
        opened.append([Record(AT, "p", (), frame(LAKE, "20240716040000", "w21011=0.05"))])
        assert take_spool(store, folder).new == 1
        opened.append([Record(AT, "p", (), frame(LAKE, "20240716080000", "w21011=0.06"))])
        assert take_spool(store, folder).new == 1
    assert [row[3] for row in rows(store)] == [0.05, 0.06]


@pytest.mark.parametrize("batch", [1, 2, 100])
def test_a_later_value_takes_the_place_of_an_earlier(
    store: Store, tmp_path: Path, batch: int
) -> None:
    values = ["w21011=0.05 w21001=1.0", "w21011=0.07 w21001=1.0"]
    frames = [
        frame(LAKE, "20240716040000", one, AT + timedelta(minutes=n))
        for n, one in enumerate(values)
    ]
    take_spool(store, spool(tmp_path / "spool", frames), batch=batch)
    at = datetime(2024, 7, 16, 4)
    assert rows(store) == [
        (LAKE, "total_nitrogen", at, 1.0, 0),
        (LAKE, "total_phosphorus", at, 0.07, 1),
    ]


def test_an_earlier_value_that_is_taken_later_is_left_out(store: Store, tmp_path: Path) -> None:
    new = frame(LAKE, "20240716040000", "w21011=0.07")
    old = frame(LAKE, "20240716040000", "w21011=0.05")
    take_spool(store, spool(tmp_path / "new", [new], AT))
    taken = take_spool(store, spool(tmp_path / "old", [old], AT - timedelta(days=1)))
    assert (taken.new, taken.revised, taken.known) == (0, 0, 1)
    assert rows(store, "value, revision") == [(0.07, 0)]


def test_a_value_with_another_flag_is_another_value(store: Store, tmp_path: Path) -> None:
    sound = frame(LAKE, "20240716040000", "w21011=0.07")
    doubted = frame(LAKE, "20240716040000", "w21011=0.07", flag="D")
    take_spool(store, spool(tmp_path / "spool", [sound, doubted]), batch=1)
    assert rows(store, "value, flag, is_valid, revision") == [(0.07, "D", False, 1)]


def test_any_split_into_batches_gives_the_same_store(tmp_path: Path) -> None:
    chance = random.Random(212)  # noqa: S311 - the same at every run
    frames = [
        frame(
            f"A3205{chance.randrange(3):011d}",
            f"2024{chance.choice(('0630', '0701', '0716'))}{chance.randrange(0, 24, 4):02}0000",
            f"w21011=0.0{chance.randrange(1, 10)}",
            AT + timedelta(seconds=n),
        )
        for n in range(120)
    ]
    folder = spool(tmp_path / "spool", frames)
    whole, parts = Store(tmp_path / "whole"), Store(tmp_path / "parts")
    take_spool(whole, folder)
    take_spool(parts, folder, batch=11)
    columns = "station, factor, data_time, value, flag"
    assert rows(parts, columns) == rows(whole, columns)
    keys = rows(parts, "station, command, factor, statistic, data_time")
    assert len(keys) == len(set(keys)) > 40
    assert parts.manifest().number > whole.manifest().number


def test_a_damaged_frame_leaves_its_fault_and_no_value(store: Store, tmp_path: Path) -> None:
    damaged = frame(LAKE, "20240716040000", "w21011=0.05").replace(b"=0.05", b"=0.06")
    taken = take_spool(store, spool(tmp_path / "spool", [damaged]))
    assert (taken.damaged, taken.new) == (1, 0)
    assert taken.faults == {"crc_mismatch": 1}
    with store.connect() as connection:
        found = connection.execute(
            f"SELECT station, code, peer FROM {parquet(store.faults_of(None))}"  # noqa: S608
        ).fetchall()
    assert found == [(LAKE, "crc_mismatch", "127.0.0.1:9")]


def test_values_without_a_time_or_a_station_are_counted_and_not_kept(
    store: Store, tmp_path: Path
) -> None:
    nowhere = frame_of(MN=None)
    never = frame_of("w21011-Avg=0.083,w21011-Flag=N")
    strange = [frame(LAKE, one, "w21011=0.05") for one in ("99991231200000", "00010101000000")]
    taken = take_spool(store, spool(tmp_path / "spool", [nowhere, never, *strange]))
    assert (taken.unplaced, taken.new) == (4, 0)
    assert set(taken.faults) == {"missing_mn", "missing_data_time"}
    assert rows(store) == []


def test_packets_that_come_in_two_takes_make_one_message(store: Store, tmp_path: Path) -> None:
    folder = tmp_path / "spool"
    first, second = (
        frame(LAKE, "20240716040000", one, Flag="7", PNUM="2", PNO=str(n))
        for n, one in enumerate(("w21011=0.05", "w21001=1.5"), 1)
    )
    spool(folder, [first])
    assert take_spool(store, folder).new == 0
    assert len(store.manifest().open_packets) == 1
    spool(folder, [second])
    taken = take_spool(store, folder)
    assert (taken.new, taken.faults) == (2, {})
    assert store.manifest().open_packets == ()


def test_a_packet_whose_other_never_comes_is_taken_after_a_day(
    store: Store, tmp_path: Path
) -> None:
    folder = tmp_path / "spool"
    spool(folder, [frame(LAKE, "20240716040000", "w21011=0.05", Flag="7", PNUM="2", PNO="1")])
    take_spool(store, folder)
    spool(folder, [frame(LAKE, "20240718040000", "w21011=0.06")], AT + timedelta(days=2))
    taken = take_spool(store, folder)
    assert (taken.frames, taken.new, taken.faults) == (1, 2, {"missing_parts": 1})


def test_a_file_taken_twice_adds_nothing(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "july.hj212"
    path.write_bytes(b"".join(GOLDEN) + b"\n" + MILLISECONDS)
    first = take_files(store, [path], AT)
    held = rows(store)
    again = take_files(store, [path], AT + timedelta(days=1))
    assert (first.frames, first.new, again.new) == (4, 10, 0)
    assert again.known == 13
    assert rows(store) == held


def test_compacting_keeps_every_row(store: Store, tmp_path: Path) -> None:
    frames = [
        frame(LAKE, f"20240716{hour:02}0000", "w21011=0.05", AT + timedelta(minutes=hour))
        for hour in range(8)
    ]
    take_spool(store, spool(tmp_path / "spool", frames), batch=1)
    held = rows(store)
    assert len(store.manifest().of("readings")) == 8
    with store.locked(), store.connect() as connection:
        assert compact(store, connection, most=7) == 1
        assert compact(store, connection, most=7) == 0
    assert len(store.manifest().of("readings")) == 1
    assert rows(store) == held
    assert take_spool(store, tmp_path / "spool").known == 0


def test_who_reads_while_another_takes_keeps_the_files(store: Store, tmp_path: Path) -> None:
    old = frame(LAKE, "20240716040000", "w21011=0.05")
    take_spool(store, spool(tmp_path / "old", [old]))
    held = [Path(one) for one in store.readings_of(None)]
    newer = [frame(LAKE, "20240716040000", f"w21011=0.0{n}") for n in range(6, 9)]
    take_spool(store, spool(tmp_path / "new", newer, AT + timedelta(days=1)), batch=1)
    assert rows(store, "value, revision") == [(0.08, 3)]
    assert all(one.exists() for one in held)
    take_spool(store, tmp_path / "new")
    assert not any(one.exists() for one in held)
    assert rows(store, "value, revision") == [(0.08, 3)]


def test_a_take_compacts_a_month_of_many_files(store: Store, tmp_path: Path) -> None:
    frames = [frame(LAKE, f"20240716{hour:02}0000", "w21011=0.05") for hour in range(12)]
    take_spool(store, spool(tmp_path / "spool", frames), batch=1)
    assert len(store.manifest().of("readings")) == 1
    assert len(rows(store)) == 12


def test_two_cannot_take_at_once(store: Store, tmp_path: Path) -> None:
    with store.locked(), pytest.raises(StoreInUse, match="另一个进程"):
        take_spool(store, spool(tmp_path / "spool", GOLDEN))
    assert rows(store) == []


def test_a_store_of_another_edition_is_left_alone(store: Store, tmp_path: Path) -> None:
    store.folder.mkdir(parents=True)
    (store.folder / NAME).write_text('{"schema": "yiding/lake-store/9"}', "utf-8")
    with pytest.raises(UnknownStore, match="yiding/lake-store/9"):
        take_spool(store, spool(tmp_path / "spool", GOLDEN))
