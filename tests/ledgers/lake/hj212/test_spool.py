"""The spool read back: repetitions left out, packets joined, values as rows and columns."""

from __future__ import annotations

from datetime import datetime, timedelta
from decimal import Decimal
from pathlib import Path

from ledgers.lake.hj212.frames import LAKE, MILLISECONDS, STANDARD, frame_of, numbered
from yiding.ledgers.lake.hj212 import readback
from yiding.ledgers.lake.hj212.decode import decode
from yiding.ledgers.lake.hj212.practice import CHINA
from yiding.ledgers.telemetry.record import Record
from yiding.ledgers.telemetry.spool import Spool

NOON = datetime(2024, 7, 16, 12, 0, 0, 123456, tzinfo=CHINA)


def record_of(raw: bytes, seconds: float = 0) -> Record:
    codes = tuple(fault.code for fault in decode(raw).faults)
    return Record(NOON + timedelta(seconds=seconds), "10.0.0.3:41022", codes, raw)


def fill(folder: Path, *frames: bytes) -> None:
    with Spool(folder) as spool:
        for at, raw in enumerate(frames):
            spool.append([record_of(raw, at)])


def test_repetitions_are_read_once_and_damage_hides_none(tmp_path: Path) -> None:
    damaged = LAKE.replace(b"29.6", b"99.6")
    fill(tmp_path, damaged, LAKE, STANDARD, LAKE, MILLISECONDS, MILLISECONDS, LAKE)
    found = [received.message for received in readback.messages(tmp_path)]
    assert found == [decode(LAKE), decode(STANDARD), decode(MILLISECONDS)]


def test_one_qn_for_different_data_loses_none(tmp_path: Path) -> None:
    cp = "DataTime=202407160400{0:02};w21011-Rtd={0},w21011-Flag=N"
    stuck = [frame_of(cp.format(at)) for at in range(3)]
    fill(tmp_path, *stuck, stuck[0])
    assert [row.value for row in readback.readings(tmp_path)] == [0, 1, 2]


def test_packets_become_one_message_at_the_time_of_the_first(tmp_path: Path) -> None:
    cps = [f"DataTime=20240716040000;{f}-Avg=1,{f}-Flag=N" for f in ("w21011", "w21001")]
    first, second = (
        frame_of(cp, Flag="7", PNUM="2", PNO=str(at)) for at, cp in enumerate(cps, start=1)
    )
    fill(tmp_path, first, first, STANDARD, second)
    rows = list(readback.readings(tmp_path))
    assert [(row.factor, row.revision) for row in rows] == [("w21011", 0), ("w21001", 0)]
    assert {row.received_at for row in rows} == {NOON}
    lonely = frame_of(cps[0], QN="20240716090000000", Flag="7", PNUM="2", PNO="1")
    fill(tmp_path, lonely)
    *_, last = readback.messages(tmp_path)
    assert [fault.code for fault in last.message.faults] == ["missing_parts"]


def test_a_value_sent_anew_is_a_revision(tmp_path: Path) -> None:
    cp = "DataTime=20240716040000;w21011-Avg={},w21011-Flag=N"
    again = frame_of(cp.format("0.079"), QN="20240716090000000")
    fill(tmp_path, frame_of(cp.format("0.083")), again, again)
    rows = list(readback.readings(tmp_path))
    assert [(row.value, row.revision) for row in rows] == [
        (Decimal("0.083"), 0), (Decimal("0.079"), 1),
    ]  # fmt: skip


def test_readings_come_as_columns(tmp_path: Path) -> None:
    fill(tmp_path, LAKE, *(numbered(1, at) for at in range(5)))
    batches = list(readback.columns(readback.readings(tmp_path), size=10))
    assert [len(batch["value"]) for batch in batches] == [10, 2]
    first = batches[0]
    assert list(first) == list(readback.StoredReading._fields)
    assert first["factor"][:3] == ["w01010", "w01001", "w01009"]
    assert first["data_time"][0] == datetime(2024, 7, 16, 4, tzinfo=CHINA)
    assert {len(column) for column in first.values()} == {10}


def test_the_memory_of_repetitions_is_bounded() -> None:
    memory = readback.Memory(capacity=100)
    assert [memory.met(at % 50) for at in range(150)] == [0] * 50 + [1] * 50 + [2] * 50
    for at in range(1000):
        memory.met(at)
    assert memory.met(950) == 1
    assert memory.met(7) == 0


def test_a_spool_that_is_not_there_is_empty(tmp_path: Path) -> None:
    assert list(readback.readings(tmp_path / "none")) == []
