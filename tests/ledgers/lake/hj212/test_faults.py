"""Every fault a message may have, each from bytes that have it alone."""

from __future__ import annotations

import pytest

from ledgers.lake.hj212.frames import LAKE, STANDARD, frame_of, segment_of
from yiding.ledgers.lake.hj212.assemble import assembler
from yiding.ledgers.lake.hj212.crc import crc_text
from yiding.ledgers.lake.hj212.decode import decode
from yiding.ledgers.lake.hj212.faults import CODES, Fault

TIME = "DataTime=20240716040000"
ODD_BYTES = segment_of().replace(b"Flag=N", b"Flag=N,Info-X=\xb9\xa4")
LONG_CP = f"{TIME};x-Info=".ljust(951, "0")
LONG_SEGMENT = segment_of(LONG_CP)


def unchecked(segment: bytes) -> bytes:
    """A frame of any length."""
    return b"##%04d%s%s\r\n" % (len(segment), segment, crc_text(segment))


BROKEN: list[tuple[list[str], bytes]] = [
    (["no_header"], b"x" + LAKE[2:]),
    (["no_header"], b"junk" + LAKE),
    (["bad_length"], LAKE.replace(b"##0312", b"##03x2")),
    (["length_mismatch"], LAKE.replace(b"##0312", b"##0313")),
    (["length_mismatch"], LAKE.replace(b"##0312", b"##0300")),
    (["crc_mismatch"], LAKE.replace(b"BDC1", b"BDC2")),
    (["crc_mismatch"], LAKE.replace(b"29.6", b"29.7")),
    (["crc_missing"], LAKE.replace(b"&&BDC1", b"&&")),
    (["crc_missing"], LAKE.replace(b"&&BDC1", b"&&BDCX")),
    (["crc_lower_case"], LAKE.replace(b"BDC1", b"bdc1")),
    (["bad_terminator"], LAKE[:-2] + b"\n"),
    (["bad_terminator"], LAKE[:-2]),
    (["not_utf8"], unchecked(ODD_BYTES)),
    (["missing_qn"], frame_of(QN=None)),
    (["bad_qn"], frame_of(QN="2024071608")),
    (["bad_qn"], frame_of(QN="20241316080000000")),
    (["unknown_st"], frame_of(ST="99")),
    (["unknown_cn"], frame_of(CN="2099")),
    (["missing_mn"], frame_of(MN=None)),
    (["mn_format"], frame_of(MN="Z320500000000001")),
    (["mn_format"], frame_of(MN="A" * 25)),
    (["bad_flag"], frame_of(Flag="N")),
    (["bad_flag"], frame_of(Flag="256")),
    (["version_unread"], frame_of(Flag="9")),
    (["repeated_field"], frame_of(Flag="5;ST=32")),
    (["bad_item"], frame_of(f"{TIME};w21011")),
    (["bad_item"], frame_of(f"{TIME};")),
    (["missing_cp"], unchecked(segment_of().partition(b"CP=")[0])),
    (["missing_cp_end"], unchecked(segment_of()[:-2])),
    (["cp_too_long"], frame_of(LONG_CP, PW="", MN="A1")),
    (["segment_too_long", "cp_too_long"], unchecked(LONG_SEGMENT)),
    (["missing_data_time"], frame_of("w21011-Avg=0.083,w21011-Flag=N")),
    (["data_time_format"], frame_of("DataTime=2024-07-16 04:00:00")),
    (["data_time_format"], frame_of("DataTime=202407160400")),
    (["data_time_format"], frame_of("DataTime=20240732040000")),
    (["unknown_factor"], frame_of(f"{TIME};w99999-Avg=1,w99999-Flag=N")),
    (["unknown_flag_letter"], frame_of(f"{TIME};w21011-Avg=1,w21011-Flag=Q")),
    (["not_a_number"], frame_of(f"{TIME};w21011-Avg=未检出,w21011-Flag=N")),
    (["not_a_number"], frame_of(f"{TIME};w21011-Avg=NaN,w21011-Flag=N")),
    (["not_a_number"], frame_of(f"{TIME};w21011-Avg=,w21011-Flag=N")),
    (["not_a_number"], frame_of(f"{TIME};w21011-Avg=1_0,w21011-Flag=N")),
    (["number_form"], frame_of(f"{TIME};w19011-Avg=1.2E7,w19011-Flag=N")),
    (["bad_parts"], frame_of(Flag="7", PNUM="2", PNO="3")),
    (["bad_parts"], frame_of(Flag="7", PNUM="2", PNO=None)),
    (["flag_and_parts"], frame_of(Flag="7")),
    (["flag_and_parts"], frame_of(Flag="5", PNUM="2", PNO="1")),
    (["interval_out_of_range"], frame_of("RtdInterval=29", CN="1062")),
    (["interval_out_of_range"], frame_of("MinInterval=7", CN="1064")),
]


@pytest.mark.parametrize(("wanted", "frame"), BROKEN, ids=range(len(BROKEN)))
def test_a_broken_message_has_its_fault_and_is_decoded(wanted: list[str], frame: bytes) -> None:
    message = decode(frame)
    assert [fault.code for fault in message.faults] == wanted
    assert message.mn or wanted == ["missing_mn"]


def test_a_broken_frame_keeps_its_readings() -> None:
    of_the_frame = {"no_header", "bad_length", "length_mismatch", "bad_terminator", "crc_missing"}
    frames = [frame for wanted, frame in BROKEN if wanted[0] in of_the_frame]
    assert len(frames) == 9
    assert {decode(frame).readings for frame in frames} == {decode(LAKE).readings}


def test_only_a_crc_that_does_not_fit_makes_a_message_damaged() -> None:
    damaged = {wanted[0] for wanted, frame in BROKEN if decode(frame).is_damaged}
    assert damaged == {"crc_missing", "crc_mismatch"}


def test_an_exponent_is_read_and_an_absent_value_is_not() -> None:
    density = decode(frame_of(f"{TIME};w19011-Avg=1.2E7,w19011-Flag=N")).readings[0]
    absent = decode(frame_of(f"{TIME};w21011-Avg=<0.02,w21011-Flag=N")).readings[0]
    assert (density.value, density.is_valid) == (12_000_000, True)
    assert (absent.value, absent.text, absent.is_valid) == (None, "<0.02", False)


def test_times_in_other_forms_are_read_where_they_are_clear() -> None:
    wanted = decode(LAKE).data_time
    for text in ("2024-07-16 04:00:00", "2024/07/16 04:00", "202407160400", "20240716040000000"):
        assert decode(frame_of(f"DataTime={text}")).data_time == wanted
    for text in ("16.07.2024", "20240732040000", "20240716", "20240716250000"):
        assert decode(frame_of(f"DataTime={text}")).data_time is None


def test_two_faults_are_both_told() -> None:
    message = decode(STANDARD.replace(b"##0101", b"##0102")[:-2] + b"\n")
    assert [fault.code for fault in message.faults] == ["bad_terminator", "length_mismatch"]
    assert message.faults[1].found == "写明102，实为101"


def parts(*numbers: int, of: int, time: str = TIME) -> list[bytes]:
    """Packets of one message; each with one factor."""
    names = {1: "w21011", 2: "w21001", 3: "w21003"}
    return [
        frame_of(f"{time};{names[n]}-Avg=1,{names[n]}-Flag=N", Flag="7", PNUM=str(of), PNO=str(n))
        for n in numbers
    ]


def test_packets_are_joined_in_any_order() -> None:
    packets = assembler()
    found = [each for frame in parts(3, 1, 2, of=3) for each in packets.add(decode(frame))]
    assert len(found) == 1
    assert [reading.factor for reading in found[0].readings] == ["w21011", "w21001", "w21003"]
    assert (found[0].faults, found[0].is_split) == ((), False)
    assert packets.leftovers() == []


def test_missing_packets_and_packets_that_disagree_are_told() -> None:
    packets = assembler()
    for frame in parts(1, 3, of=3):
        assert packets.add(decode(frame)) == []
    (left,) = packets.leftovers()
    assert left.faults == (Fault("missing_parts", "共3包，收到2包"),)
    other = parts(2, of=2, time="DataTime=20240716050000")
    found = [each for f in parts(1, of=2) + other for each in packets.add(decode(f))]
    assert [fault.code for fault in found[0].faults] == ["parts_disagree"]


def test_an_assembler_holds_no_more_than_it_may() -> None:
    packets = assembler(capacity=2)
    frames = [frame_of(Flag="7", PNUM="2", PNO="1", MN=f"A{at}") for at in range(4)]
    told = [each.mn for frame in frames for each in packets.add(decode(frame))]
    assert told == ["A0", "A1"]
    assert [each.mn for each in packets.leftovers()] == ["A2", "A3"]


#: Told by the stream, the assembler and the listener; see their tests.
ELSEWHERE = {
    "missing_parts", "parts_disagree", "junk", "false_header", "unfinished", "idle",
    "too_many_connections", "not_saved",
}  # fmt: skip


def test_every_code_is_tested() -> None:
    assert {code for wanted, _ in BROKEN for code in wanted} | ELSEWHERE == CODES


@pytest.mark.parametrize("code", sorted(CODES))
def test_every_sentence_says_what_was_found(code: str) -> None:
    fault = Fault(code, "“原样”")
    assert fault.sentence.endswith("。")
    assert fault.sentence_en.endswith(".")
    is_shown = "“原样”" in fault.sentence
    assert is_shown or code in {"missing_qn", "missing_mn", "missing_cp", "missing_data_time"}
