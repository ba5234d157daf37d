"""Positions taken once, whatever comes again, by day, from the spool and from files."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from ledgers.fleet.jt808.frames import AT, GOLDEN, NO_FIX, SUZHOU, header, position, report
from ledgers.fleet.positions.spooled import rows, spool
from yiding.ledgers.fleet.jt808 import model
from yiding.ledgers.fleet.jt808.encode import batch_body, encode, in_packets, position_body
from yiding.ledgers.fleet.positions.store import POSITIONS, Store
from yiding.ledgers.fleet.positions.taking import take_files, take_spool
from yiding.ledgers.telemetry.series import FAULTS, Between

DEVICE = "13912345678"


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store.of(tmp_path)


def test_a_spool_is_in_the_store_and_taking_it_again_adds_nothing(
    store: Store, tmp_path: Path
) -> None:
    folder = spool(tmp_path / "spool", GOLDEN)
    first = take_spool(store, folder)
    assert (first.frames, first.new, first.damaged, first.faults) == (3, 3, 0, {})
    held = rows(store)
    assert held == [
        ("123456789012", datetime(2018, 10, 15, 10, 10, 10), 12_222_222, 132_444_444, 0),
        (DEVICE, datetime(2025, 3, 10, 8, 30, 5), 31_299_000, 120_585_000, 0),
        (DEVICE, datetime(2025, 3, 10, 8, 30, 35), None, None, 0),
    ]
    numbers = "speed_tenths, alarm, status, mileage_tenths, fuel_tenths"
    assert rows(store, numbers)[1:] == [(60, 1, 2, 100, 125), (423, 0, 524291, 1234567, 352)]
    assert take_spool(store, folder).frames == 0
    again = take_spool(store, spool(tmp_path / "copy", GOLDEN))
    assert (again.new, again.known, again.revised) == (0, 3, 0)
    assert rows(store) == held


def test_each_day_has_files_of_its_own(store: Store, tmp_path: Path) -> None:
    frames = [report(at, AT + timedelta(hours=9 * at)) for at in range(6)]
    take_spool(store, spool(tmp_path / "spool", frames))
    days = [datetime(2025, 3, day).date() for day in (10, 11, 12)]
    assert [one.first for one in store.spans(POSITIONS)] == days
    (one,) = store.files_of(POSITIONS, Between(days[1], days[1]))
    assert "/positions/year=2025/month=03/day=11/" in one


def test_both_editions_of_one_terminal_are_one(store: Store, tmp_path: Path) -> None:
    new = encode(header(terminal="0" * 8 + "0" + DEVICE, version=2019), position_body(position()))
    taken = take_spool(store, spool(tmp_path / "spool", [report(), new]))
    assert (taken.new, taken.known) == (1, 1)


def test_a_corrected_position_takes_the_place_of_the_first(store: Store, tmp_path: Path) -> None:
    folder = spool(tmp_path / "spool", [report(), report(2, lat_e6=31_300_000)])
    take_spool(store, folder, batch=1)
    assert rows(store, "lat_e6, revision") == [(31_300_000, 1)]


def test_a_batch_in_packets_over_two_takes_is_whole(store: Store, tmp_path: Path) -> None:
    several = [position_body(position(AT + timedelta(seconds=at))) for at in range(9)]
    frames = in_packets(header(model.BATCH, 65530), batch_body(several), 50)
    folder = tmp_path / "spool"
    spool(folder, frames[:3])
    assert take_spool(store, folder).new == 0
    spool(folder, frames[3:])
    taken = take_spool(store, folder)
    assert (taken.new, taken.faults) == (9, {})


def test_faults_are_listed_and_what_has_no_time_is_counted(store: Store, tmp_path: Path) -> None:
    frames = [SUZHOU.replace(b"\xc8\x7e", b"\xc9\x7e"), report(at=None), NO_FIX]
    taken = take_spool(store, spool(tmp_path / "spool", frames))
    assert (taken.damaged, taken.unplaced, taken.new) == (1, 1, 1)
    assert taken.faults == {"checksum_mismatch": 1, "bad_time": 1}
    with store.connect() as connection:
        found = connection.read_parquet(store.files_of(FAULTS)).project("station, command, code")
        assert sorted(found.fetchall()) == [
            (DEVICE, "0200", "bad_time"), (DEVICE, "0200", "checksum_mismatch"),
        ]  # fmt: skip


@pytest.mark.parametrize(
    "written",
    [
        b"".join(GOLDEN),
        b"".join(raw.hex().encode() + b"\n" for raw in GOLDEN),
        b" ".join(raw.hex(" ").upper().encode() for raw in GOLDEN),
        b"".join(b"2025-03-10 08:30:05 recv: " + raw.hex().encode() + b" ok\n" for raw in GOLDEN),
    ],
    ids=["binary", "hex", "spaced", "log"],
)
def test_a_file_of_frames_is_taken_however_it_is_written(
    store: Store, tmp_path: Path, written: bytes
) -> None:
    path = tmp_path / "frames.txt"
    path.write_bytes(written)
    first = take_files(store, [path], AT)
    again = take_files(store, [path], AT + timedelta(days=1))
    assert (first.frames, first.new, again.new, again.known) == (3, 3, 0, 3)
    assert first.faults == {}


def test_junk_in_a_file_is_listed(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "frames.bin"
    path.write_bytes(b"\x00\x01\x02" + SUZHOU)
    taken = take_files(store, [path], AT)
    assert (taken.new, taken.faults) == (1, {"junk": 1})
