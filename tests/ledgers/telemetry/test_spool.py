"""The spool: what is appended is read back; what is torn is cut; nothing else is lost."""

from __future__ import annotations

import resource
import stat
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yiding.ledgers.telemetry.record import Record, packed, scan
from yiding.ledgers.telemetry.spool import Spool, SpoolInUse, records, segments, stretches
from yiding.rules.parsing import BEIJING

NOON = datetime(2024, 7, 16, 12, 0, 0, 123456, tzinfo=BEIJING)
ONE, TWO, THREE = (bytes((at,)) * length for at, length in ((65, 120), (66, 330), (67, 90)))


def record_of(raw: bytes, seconds: float = 0) -> Record:
    return Record(NOON + timedelta(seconds=seconds), "10.0.0.3:41022", ("junk", "idle"), raw)


def fill(folder: Path, *frames: bytes) -> None:
    with Spool(folder) as spool:
        for at, raw in enumerate(frames):
            spool.append([record_of(raw, at)])


RECORDS = st.builds(
    Record,
    st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1)).map(
        lambda d: d.replace(tzinfo=BEIJING)
    ),
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
    sent = [record_of(ONE), record_of(THREE, 1), record_of(TWO, 2)]
    with Spool(folder) as spool:
        spool.append(sent[:2])
        spool.append(sent[2:])
        assert list(records(folder)) == sent


def test_the_spool_is_its_owners_alone(tmp_path: Path) -> None:
    folder = tmp_path / "spool"
    fill(folder, TWO)
    modes = [stat.S_IMODE(path.stat().st_mode) for path in (folder, *folder.iterdir())]
    assert modes == [0o700, 0o600, 0o600]


@pytest.mark.parametrize("torn", [1, 5, 30, len(packed(record_of(TWO))) - 1])
def test_a_torn_tail_is_cut_and_no_whole_record_is_lost(tmp_path: Path, torn: int) -> None:
    fill(tmp_path, ONE, TWO)
    (segment,) = segments(tmp_path)
    whole = segment.read_bytes()
    segment.write_bytes(whole + packed(record_of(TWO, 9))[:torn])
    with Spool(tmp_path) as spool:
        assert spool.cut_bytes == torn
        assert segment.read_bytes() == whole
        spool.append([record_of(THREE)])
    assert [each.raw for each in records(tmp_path)] == [ONE, TWO, THREE]


def test_zeros_at_the_end_are_cut_too(tmp_path: Path) -> None:
    fill(tmp_path, TWO)
    (segment,) = segments(tmp_path)
    with segment.open("ab") as file:
        file.write(b"\0" * 4096)
    with Spool(tmp_path) as spool:
        assert spool.cut_bytes == 4096


def test_damage_in_the_middle_costs_one_record(tmp_path: Path) -> None:
    fill(tmp_path, ONE, TWO, THREE)
    (segment,) = segments(tmp_path)
    data = bytearray(segment.read_bytes())
    data[data.index(TWO) + 20] ^= 1
    segment.write_bytes(data)
    with Spool(tmp_path) as spool:
        assert spool.cut_bytes == 0
    assert [each.raw for each in records(tmp_path)] == [ONE, THREE]
    assert sum(each.record is None for each in stretches(tmp_path)) == 1


def test_segments_change_with_the_hour_and_with_the_size(tmp_path: Path) -> None:
    with Spool(tmp_path, segment_bytes=500) as spool:
        for hours in (0, 0, 0, 1, 2):
            spool.append([record_of(TWO, hours * 3600)])
    with Spool(tmp_path, segment_bytes=500) as spool:
        spool.append([record_of(TWO, 3 * 3600)])
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
        spool.append([record_of(ONE)])
        small_files(segments(tmp_path)[0].stat().st_size + 50)
        with pytest.raises(OSError, match="File too large"):
            spool.append([record_of(TWO)])
        assert [each.raw for each in records(tmp_path)] == [ONE]
        small_files(1_000_000)
        spool.append([record_of(THREE)])
    assert [each.raw for each in records(tmp_path)] == [ONE, THREE]
    assert len(segments(tmp_path)) == 2
