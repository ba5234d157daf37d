"""Frames of stations as `yiding check` takes them: from a file of lines, or as an entry."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest

from ledgers.lake.asked import Told, checked, findings
from yiding.ledgers.checking import finding_as_json
from yiding.ledgers.lake.columns import COLUMNS

STANDARD = (
    "##0101QN=20160801085857223;ST=32;CN=1062;PW=100000;MN=010000A8900016F000169DC0;Flag=5;"
    "CP=&&RtdInterval=30&&1C80"
)
MILLISECONDS = (
    "##0139ST=32;CN=2011;PW=123456;MN=LD130133000015;CP=&&DataTime=20160824003817000;"
    "B01-Rtd=36.91;011-Rtd=231.0,011-Flag=N;060-Rtd=1.803,060-Flag=N&&4980"
)
STATION = (
    "##0312QN=20240716080000000;ST=21;CN=2061;PW=123456;MN=A320500000000001;Flag=5;"
    "CP=&&DataTime=20240716040000;w01010-Avg=29.6,w01010-Flag=N;w01001-Avg=8.42,w01001-Flag=N;"
    "w01009-Avg=4.90,w01009-Flag=N;w01019-Avg=5.1,w01019-Flag=N;w21003-Avg=0.21,w21003-Flag=N;"
    "w21011-Avg=0.083,w21011-Flag=N;w21001-Avg=1.62,w21001-Flag=N&&BDC1"
)


def told_of(lines: list[str]) -> list[tuple[Told, ...]]:
    """The findings of each line of a file."""
    raw = "\r\n".join(lines).encode()
    given = COLUMNS.frames[".hj212"](raw.splitlines())
    return [tuple(map(finding_as_json, one.findings)) for one in checked(*given)]


def test_a_file_of_frames_is_decoded_line_by_line() -> None:
    """The standard's own message is valid; each value of a water station has its class."""
    first, _, third = told_of([STANDARD, MILLISECONDS, STATION])
    assert [(one["label"], one["value"]) for one in first] == [("有效", "1C80")]
    labels = {one["label"] for one in third}
    assert {"有效", "溶解氧Ⅳ类", "高锰酸盐指数Ⅲ类", "氨氮Ⅱ类", "总氮Ⅴ类", "pHⅠ类"} <= labels


def test_what_breaks_the_standard_is_listed_and_the_rest_read() -> None:
    """Milliseconds in DataTime are a fault, and the moment is read."""
    given = COLUMNS.frames[".hj212"]([MILLISECONDS.encode()])
    (one,) = checked(*given)
    assert any("DataTime" in fault for fault in one.entry.faults)
    assert one.entry.data_time == datetime(
        2016, 8, 24, 0, 38, 17, tzinfo=timezone(timedelta(hours=8))
    )
    assert len(one.entry.readings) == 3


@pytest.mark.parametrize("ending", ["", "\r\n", "\n", r"\r\n"])
def test_an_entry_holds_a_frame_with_or_without_its_end(ending: str) -> None:
    """As a JSON string is written by hand or by a program."""
    (told,) = findings("frame", {"raw": STANDARD + ending}, "frame-is-sound")
    assert (told["verdict"], told["label"]) == ("computed", "有效")


@pytest.mark.parametrize(
    ("raw", "label"),
    [
        (STANDARD[:-4] + "1C08", "CRC不符"),
        (STANDARD.replace("##0101", "##0100"), "长度不符"),
        (STANDARD.replace("Interval=30", "Interval=31"), "CRC不符"),
    ],
)
def test_a_broken_frame_is_breached_by_name(raw: str, label: str) -> None:
    """Wrong CRC or length."""
    told = findings("frame", {"raw": raw}, "frame-is-sound")
    assert [(one["verdict"], one["label"]) for one in told] == [("breached", label)]


def test_a_damaged_frame_gives_no_class() -> None:
    """Its values may not be those that were sent."""
    raw = STATION.replace("w21011-Avg=0.083", "w21011-Avg=0.003")
    assert findings("frame", {"raw": raw}, "class-of-framed-readings") == []


@pytest.mark.parametrize(("kind", "label"), [("入湖河道", "总磷Ⅱ类"), ("湖体", "总磷Ⅳ类")])
def test_phosphorus_is_classed_by_the_stations_water(kind: str, label: str) -> None:
    """The station is found by its MN."""
    station = {"kind": "station", "id": "s", "fields": {"mn": "A320500000000001", "kind": kind}}
    one = checked({"kind": "frame", "id": "f", "fields": {"raw": STATION}}, station)[0]
    assert label in {finding.answer.label for finding in one.findings}


def test_an_edition_that_is_not_loaded_is_kept_unread() -> None:
    """Version bits of a later edition: sound, and nothing decoded."""
    raw = "##0035ST=21;MN=A;Flag=9;CP=&&w21011-Avg=1&&"
    segment = raw[6:].encode()
    from_scratch = f"##{len(segment):04d}{segment.decode()}{crc(segment):04X}"
    (told,) = findings("frame", {"raw": from_scratch}, "frame-is-sound")
    assert told["label"] == "有效，版本未载"
    assert findings("frame", {"raw": from_scratch}, "class-of-framed-readings") == []


def crc(segment: bytes) -> int:
    """HJ 212-2017 annex A, bit by bit."""
    register = 0xFFFF
    for byte in segment:
        register = (register >> 8) ^ byte
        for _ in range(8):
            register = (register >> 1) ^ 0xA001 if register & 1 else register >> 1
    return register
