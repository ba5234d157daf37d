"""The way back: what is encoded is decoded to the same message; answers; files of frames."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledgers.lake.hj212.frames import GOLDEN, LAKE, MILLISECONDS, STANDARD, frame_of
from yiding.ledgers.lake.hj212 import codes, reply
from yiding.ledgers.lake.hj212.decode import decode
from yiding.ledgers.lake.hj212.encode import encode
from yiding.ledgers.lake.hj212.lines import read_file
from yiding.ledgers.lake.hj212.model import Message, Reading
from yiding.ledgers.lake.hj212.practice import CHINA

MOMENTS = st.datetimes(datetime(2005, 1, 1), datetime(2099, 12, 31)).map(
    lambda moment: moment.replace(microsecond=0, tzinfo=CHINA)
)
NUMBERS = st.decimals(-9999, 10**7, places=3, allow_nan=False)


@st.composite
def conforming(draw: st.DrawFn) -> Message:
    """A message of 2017 that breaks no rule."""
    factors = draw(st.lists(st.sampled_from(sorted(codes.FACTORS)), unique=True, max_size=5))
    readings = []
    for factor in factors:
        flag = draw(st.sampled_from(sorted(codes.FLAGS)))
        kinds = st.lists(st.sampled_from(sorted(codes.STATISTICS)), unique=True, min_size=1)
        for kind in draw(kinds):
            text = f"{draw(NUMBERS):f}"
            readings.append(Reading(factor, kind, text, Decimal(text), flag, flag in "NS"))
    pnum = draw(st.none() | st.integers(1, 9))
    return Message(
        qn=f"{draw(MOMENTS):%Y%m%d%H%M%S}{draw(st.integers(0, 999)):03}",
        st=draw(st.sampled_from(sorted(codes.SYSTEMS))),
        cn=draw(st.sampled_from(sorted(codes.COMMANDS))),
        mn=draw(st.text("0123456789ABCDEF", min_size=1, max_size=24)),
        flag=draw(st.sampled_from([4, 5])) + 2 * (pnum is not None),
        pnum=pnum,
        pno=pnum and draw(st.integers(1, pnum)),
        data_time=draw(MOMENTS),
        readings=tuple(readings),
        fields=draw(st.sampled_from([(), (("RtdInterval", "30"),), (("Info", "进水口"),)])),
        pw=draw(st.text("abc123", max_size=6)),
    )


@given(conforming())
def test_what_is_encoded_is_decoded_to_the_same(message: Message) -> None:
    frame = encode(message)
    assert decode(frame) == message
    assert encode(decode(frame)) == frame


@pytest.mark.parametrize("frame", [STANDARD, LAKE], ids=["standard", "lake"])
def test_the_golden_messages_come_back_byte_for_byte(frame: bytes) -> None:
    assert encode(decode(frame)) == frame


def test_what_is_too_long_for_one_packet_is_refused() -> None:
    message = replace(decode(LAKE), fields=(("Info", "x" * 900),))
    with pytest.raises(ValueError, match=r"超过950字符.*请分包"):
        encode(message)


def test_data_that_want_an_answer_are_answered_by_9014() -> None:
    answer = reply.reply_to(decode(LAKE))
    assert answer is not None
    message = decode(answer)
    assert message.faults == ()
    assert (message.qn, message.mn, message.pw) == (
        "20240716080000000",
        "A320500000000001",
        "123456",
    )
    assert (message.st, message.cn_name, message.flag) == ("91", "数据应答", 4)
    assert message.fields == ()
    assert reply.reply_to(message) is None


def test_a_request_is_refused_by_9011() -> None:
    for frame, code in ((STANDARD, "2"), (frame_of(CN="2099"), "8")):
        answer = decode(reply.reply_to(decode(frame)) or b"")
        assert (answer.cn, answer.fields) == ("9011", (("QnRtn", code),))


NOT_ANSWERED = {
    "no answer wanted": frame_of(Flag="4"),
    "no Flag": MILLISECONDS,
    "no QN": frame_of(QN=None),
    "damaged": LAKE.replace(b"29.6", b"29.7"),
    "an answer": frame_of("", ST="91", CN="9014"),
    "another edition": frame_of(Flag="9"),
}


@pytest.mark.parametrize("why", NOT_ANSWERED)
def test_what_is_not_answered(why: str) -> None:
    assert reply.reply_to(decode(NOT_ANSWERED[why])) is None


def test_a_message_of_2005_is_answered_in_its_edition() -> None:
    answer = decode(reply.reply_to(decode(frame_of(Flag="1"))) or b"")
    assert (answer.cn, answer.flag, answer.version) == ("9014", 0, 2005)


def test_results_and_notices_have_their_commands_and_codes() -> None:
    request = decode(STANDARD)
    found = decode(reply.execution_result(request, 6))
    assert (found.cn_name, found.fields) == ("执行结果", (("ExeRtn", "6"),))
    assert codes.EXECUTION_RESULTS[6] == "系统故障"
    assert decode(reply.notice_answer(request)).cn_name == "通知应答"
    with pytest.raises(ValueError, match=r"QnRtn=10不在.*表7"):
        reply.request_answer(request, 10)


def test_a_file_of_frames_is_read_line_by_line(tmp_path: Path) -> None:
    path = tmp_path / "lake.hj212"
    standard, milliseconds, lake = (frame[:-2] for frame in GOLDEN)
    broken = lake.replace(b"BDC1", b"0000")
    path.write_bytes(
        b"\xef\xbb\xbf" + standard + b"\r\n\r\n" + milliseconds + b"\n  \n" + broken + b"\n" + lake
    )
    found = list(read_file(path))
    assert [line.number for line in found] == [1, 3, 5, 6]
    assert [[fault.code for fault in line.message.faults] for line in found] == [
        [], ["missing_qn", "data_time_format"], ["crc_mismatch"], [],
    ]  # fmt: skip


def test_a_file_of_anything_is_read_without_an_error(tmp_path: Path) -> None:
    path = tmp_path / "junk.hj212"
    path.write_bytes(b"\0\xff" * 100_000 + b"\nfoo\n" + LAKE)
    found = list(read_file(path))
    assert found[-1].message == decode(LAKE)
    assert all(line.message.faults for line in found[:-1])
