"""The messages of the protocol, byte for byte and unseen ones."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ledgers.fleet.jt808.frames import AT, GOLDEN, NO_FIX, SHOWN, SUZHOU, header, position, report
from yiding.ledgers.fleet.jt808 import model
from yiding.ledgers.fleet.jt808.assemble import assembler
from yiding.ledgers.fleet.jt808.decode import decode
from yiding.ledgers.fleet.jt808.encode import batch_body, bcd, encode, in_packets, position_body
from yiding.ledgers.fleet.jt808.frame import checksum, escaped, framed, unescaped
from yiding.ledgers.fleet.jt808.header import Header
from yiding.ledgers.fleet.jt808.model import Message
from yiding.ledgers.fleet.jt808.position import Position
from yiding.rules.parsing import BEIJING


def only(raw: bytes) -> tuple[Message, Position]:
    """The message and its one position."""
    message = decode(raw)
    (one,) = message.positions
    return message, one


def test_the_escaped_frame_of_2018() -> None:
    message, one = only(SHOWN)
    assert (message.message, message.terminal, message.sequence) == (0x200, "123456789012", 126)
    assert (message.version, message.faults) == (2013, ())
    assert (one.alarm, one.status, one.is_positioned, one.is_acc_on) == (1, 2, True, False)
    assert (one.lat, one.lon) == (Decimal("12.222222"), Decimal("132.444444"))
    assert (one.altitude_m, one.speed_kmh, one.direction) == (40, 6, 0)
    assert one.at == datetime(2018, 10, 15, 10, 10, 10, tzinfo=BEIJING)
    assert (one.mileage_km, one.fuel_l) == (10, Decimal("12.5"))
    assert SHOWN[-2] == 0x13


def test_the_frame_of_suzhou() -> None:
    message, one = only(SUZHOU)
    assert (message.terminal, message.device) == ("013912345678", "13912345678")
    assert (one.is_acc_on, one.is_positioned) == (True, True)
    assert (one.lat, one.lon) == (Decimal("31.299000"), Decimal("120.585000"))
    assert (one.altitude_m, one.speed_kmh, one.direction) == (12, Decimal("42.3"), 90)
    assert (one.at, one.mileage_km, one.fuel_l) == (AT, Decimal("123456.7"), Decimal("35.2"))
    assert one.as_json()["status_names"] == ["ACC开", "定位", "北斗"]


def test_without_a_fix_the_place_is_dropped_and_the_alarm_kept() -> None:
    message, one = only(NO_FIX)
    assert (one.lat, one.lon, one.is_positioned) == (None, None, False)
    assert one.as_json()["alarm_names"] == ["GNSS天线未接或剪断"]
    assert (message.sequence, message.faults) == (2, ())


@pytest.mark.parametrize("raw", GOLDEN, ids=range(3))
def test_what_was_decoded_is_encoded_byte_for_byte(raw: bytes) -> None:
    message, one = only(raw)
    head = Header(message.message, message.version, message.terminal, message.sequence)
    assert encode(head, position_body(one)) == raw


def test_south_and_west_have_their_sign() -> None:
    raw = report(lat_e6=-33_868_800, lon_e6=-70_123_456)
    message, one = only(raw)
    assert (one.lat_e6, one.lon_e6) == (-33_868_800, -70_123_456)
    assert (one.status & 0b1111, message.faults) == (0b1111, ())


def test_the_header_of_2019() -> None:
    head = Header(model.REPORT, 2019, "00000000013912345678", 65535, 1)
    raw = encode(head, position_body(position()))
    assert raw[3:5] == bytes.fromhex("401C")
    message, one = only(raw)
    assert (message.version, message.protocol, message.sequence) == (2019, 1, 65535)
    assert message.terminal == "00000000013912345678"
    assert message.device == decode(SUZHOU).device
    assert one.at == AT


def test_items_that_are_not_read_are_kept_as_they_came() -> None:
    one = position(items=((0x30, b"\x1f"), (0xEB, b"\x7e\x7d")), recorder_tenths=420)
    message, found = only(encode(header(), position_body(one)))
    assert found.items == ((0x30, b"\x1f"), (0xEB, b"\x7e\x7d"))
    assert (found.recorder_tenths, message.faults) == (420, ())
    assert found.as_json()["items"] == {"30": "1F", "EB": "7E7D"}


def test_a_batch_is_its_positions() -> None:
    several = [position(AT.replace(second=at), mileage_tenths=at) for at in range(5)]
    body = batch_body([position_body(one) for one in several], kind=1)
    message = decode(encode(header(model.BATCH), body))
    assert message.positions == tuple(several)
    assert message.faults == ()


def test_an_answer_to_a_query_holds_a_position() -> None:
    body = b"\x00\x07" + position_body(position())
    assert decode(encode(header(model.QUERIED), body)).positions == (position(),)


@pytest.mark.parametrize(("version", "sizes"), [(2013, (5, 20, 7)), (2019, (11, 30, 30))])
def test_a_registration_of_either_edition(version: int, sizes: tuple[int, int, int]) -> None:
    words = [b"70111", b"KT-20", b"T1"]
    filled = [one.ljust(size, b"\0") for one, size in zip(words, sizes, strict=True)]
    body = b"\x00\x20\x02\x05" + b"".join(filled) + b"\x02" + "苏E12345".encode("gbk")
    message = decode(encode(header(model.REGISTER, version=version), body))
    assert message.registration == (32, 0x205, "70111", "KT-20", "T1", 2, "苏E12345")
    assert message.faults == ()


def test_an_authentication_of_either_edition() -> None:
    old = decode(encode(header(model.AUTHENTICATE), b"0123abcd"))
    body = b"\x08" + b"0123abcd" + b"866123456789012" + b"V1.0".ljust(20, b"\0")
    new = decode(encode(header(model.AUTHENTICATE, version=2019), body))
    assert (old.code, new.code, old.faults, new.faults) == ("0123abcd", "0123abcd", (), ())
    assert "0123abcd" not in str(new.as_json())


@pytest.mark.parametrize("number", [model.HEARTBEAT, model.LOG_OUT, model.ASK_TIME, model.ANSWER])
def test_a_message_without_a_reading_has_no_fault(number: int) -> None:
    message = decode(encode(header(number)))
    assert (message.faults, message.positions) == ((), ())
    assert message.name is not None


@pytest.mark.parametrize("size", [1, 7, 100, 1023])
def test_packets_are_joined_in_any_order(size: int) -> None:
    several = [position(AT.replace(second=at)) for at in range(40)]
    body = batch_body([position_body(one) for one in several])
    frames = in_packets(header(model.BATCH, sequence=65530), body, size)
    Random(808).shuffle(frames)  # noqa: S311 - the same at every run
    packets = assembler()
    found = [one for raw in frames for one in packets.add(decode(raw))]
    assert [one.positions for one in found] == [tuple(several)]
    assert (found[0].faults, packets.leftovers()) == ((), [])


def test_a_message_in_one_packet_is_joined_too() -> None:
    (raw,) = in_packets(header(), position_body(position()), 1023)
    (message,) = assembler().add(decode(raw))
    assert message.positions == (position(),)


def test_missing_packets_are_told_and_the_rest_is_read() -> None:
    frames = in_packets(header(), position_body(position(items=((0x30, b"\x1f"),))), 28)
    packets = assembler()
    assert packets.add(decode(frames[0])) == []
    (left,) = packets.leftovers()
    assert [fault.code for fault in left.faults] == ["missing_parts"]
    assert left.positions == (position(),)


def test_the_time_of_bcd_is_beijings() -> None:
    assert bcd(AT.astimezone(BEIJING)) == bytes.fromhex("250310083005")


@given(st.binary(max_size=80))
def test_escaping_hides_every_mark_and_is_undone(raw: bytes) -> None:
    hidden = escaped(raw)
    assert b"\x7e" not in hidden
    assert unescaped(hidden, []) == raw


@given(st.binary(max_size=200))
def test_the_check_code_is_every_byte_exclusive_or(raw: bytes) -> None:
    plain = 0
    for one in raw:
        plain ^= one
    assert checksum(raw) == plain


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=120))
def test_any_bytes_are_a_message(raw: bytes) -> None:
    for frame in (raw, framed(raw), framed(b"\x02\x00\x00\x30" + raw)):
        message = decode(frame)
        assert message.as_json()["faults"] is not None
        assert replace(message, faults=()) is not None


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=90), st.sampled_from(sorted(model.MESSAGES)), st.booleans())
def test_any_body_of_any_message_is_decoded(body: bytes, number: int, is_new: bool) -> None:
    version = 2019 if is_new else 2013
    message = decode(encode(header(number, version=version), body))
    assert (message.message, message.body, message.is_damaged) == (number, body, False)
