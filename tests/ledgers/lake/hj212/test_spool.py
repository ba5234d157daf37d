"""The spool: what is appended is read back; what is torn is cut; nothing else is lost."""

from __future__ import annotations

import resource
import stat
from collections.abc import Callable
from datetime import datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledgers.lake.hj212.frames import LAKE, MILLISECONDS, STANDARD, frame_of, numbered
from yiding.ledgers.lake.hj212 import readback
from yiding.ledgers.lake.hj212.decode import decode
from yiding.ledgers.lake.hj212.practice import CHINA
from yiding.ledgers.telemetry.record import Record, packed, scan
from yiding.ledgers.telemetry.spool import Spool, SpoolInUse, records, segments, stretches

NOON = datetime(2024, 7, 16, 12, 0, 0, 123456, tzinfo=CHINA)


def record_of(raw: bytes, seconds: float = 0) -> Record:
    codes = tuple(fault.code for fault in decode(raw).faults)
    return Record(NOON + timedelta(seconds=seconds), "10.0.0.3:41022", codes, raw)


def fill(folder: Path, *frames: bytes) -> None:
    with Spool(folder) as spool:
        for at, raw in enumerate(frames):
            spool.append([record_of(raw, at)])


RECORDS = st.builds(
    Record,
    st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1)).map(lambda d: d.replace(tzinfo=CHINA)),
    st.text("0123456789.:[]", max_size=40),
    st.lists(st.sampled_from(["crc_mismatch", "missing_qn"]), max_size=2).map(tuple),
    st.binary(max_size=200),
)


@given(st.lists(RECORDS, max_size=5), st.binary(max_size=20))
def test_records_come_back_around_any_junk(records: list[Record], junk: bytes) -> None:
    data = junk.join(packed(each) for each in records)
    assert [each.record for each in scan(data) if each.record] == records


def test_what_is_appended_is_read_back(tmp_path: Path) -> None:
    folder = tmp_path / "spool"
    sent = [record_of(STANDARD), record_of(MILLISECONDS, 1), record_of(LAKE, 2)]
    with Spool(folder) as spool:
        spool.append(sent[:2])
        spool.append(sent[2:])
        assert list(records(folder)) == sent
    assert sent[1].faults == ("missing_qn", "data_time_format")


def test_the_spool_is_its_owners_alone(tmp_path: Path) -> None:
    folder = tmp_path / "spool"
    fill(folder, LAKE)
    modes = [stat.S_IMODE(path.stat().st_mode) for path in (folder, *folder.iterdir())]
    assert modes == [0o700, 0o600, 0o600]


@pytest.mark.parametrize("torn", [1, 5, 30, len(packed(record_of(LAKE))) - 1])
def test_a_torn_tail_is_cut_and_no_whole_record_is_lost(tmp_path: Path, torn: int) -> None:
    fill(tmp_path, STANDARD, LAKE)
    (segment,) = segments(tmp_path)
    whole = segment.read_bytes()
    segment.write_bytes(whole + packed(record_of(LAKE, 9))[:torn])
    with Spool(tmp_path) as spool:
        assert spool.cut_bytes == torn
        assert segment.read_bytes() == whole
        spool.append([record_of(MILLISECONDS)])
    assert [each.raw for each in records(tmp_path)] == [STANDARD, LAKE, MILLISECONDS]


def test_zeros_at_the_end_are_cut_too(tmp_path: Path) -> None:
    fill(tmp_path, LAKE)
    (segment,) = segments(tmp_path)
    with segment.open("ab") as file:
        file.write(b"\0" * 4096)
    with Spool(tmp_path) as spool:
        assert spool.cut_bytes == 4096


def test_damage_in_the_middle_costs_one_record(tmp_path: Path) -> None:
    fill(tmp_path, STANDARD, LAKE, MILLISECONDS)
    (segment,) = segments(tmp_path)
    data = bytearray(segment.read_bytes())
    data[data.index(LAKE) + 20] ^= 1
    segment.write_bytes(data)
    with Spool(tmp_path) as spool:
        assert spool.cut_bytes == 0
    assert [each.raw for each in records(tmp_path)] == [STANDARD, MILLISECONDS]
    assert sum(each.record is None for each in stretches(tmp_path)) == 1


def test_segments_change_with_the_hour_and_with_the_size(tmp_path: Path) -> None:
    with Spool(tmp_path, segment_bytes=500) as spool:
        for hours in (0, 0, 0, 1, 2):
            spool.append([record_of(LAKE, hours * 3600)])
    with Spool(tmp_path, segment_bytes=500) as spool:
        spool.append([record_of(LAKE, 3 * 3600)])
    assert [path.stem for path in segments(tmp_path)] == [
        "00000001-2024071612", "00000002-2024071612", "00000003-2024071613",
        "00000004-2024071614", "00000005-2024071615",
    ]  # fmt: skip
    assert len(list(records(tmp_path))) == 6


def test_one_process_writes_at_a_time(tmp_path: Path) -> None:
    with Spool(tmp_path), pytest.raises(SpoolInUse, match=r"另一个进程正在写入.*。"):
        Spool(tmp_path)
    with Spool(tmp_path) as spool:
        assert spool.cut_bytes == 0


@pytest.fixture
def small_files() -> Callable[[int], None]:
    """Sets how long a file may grow: the disk is full, as far as this process can tell."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    yield lambda size: resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_what_a_full_disk_refuses_is_taken_back(
    tmp_path: Path, small_files: Callable[[int], None]
) -> None:
    with Spool(tmp_path) as spool:
        spool.append([record_of(STANDARD)])
        small_files(segments(tmp_path)[0].stat().st_size + 50)
        with pytest.raises(OSError, match="File too large"):
            spool.append([record_of(LAKE)])
        assert [each.raw for each in records(tmp_path)] == [STANDARD]
        small_files(1_000_000)
        spool.append([record_of(MILLISECONDS)])
    assert [each.raw for each in records(tmp_path)] == [STANDARD, MILLISECONDS]
    assert len(segments(tmp_path)) == 2


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
