"""Every fault a message may have, each from bytes that have it alone."""

from __future__ import annotations

import pytest

from ledgers.fleet.jt808.frames import AT, PHONE, SUZHOU, header, position, report
from yiding.ledgers.fleet.jt808 import model
from yiding.ledgers.fleet.jt808.decode import decode
from yiding.ledgers.fleet.jt808.encode import batch_body, encode, position_body
from yiding.ledgers.fleet.jt808.faults import CODES, Fault
from yiding.ledgers.fleet.jt808.frame import framed
from yiding.ledgers.fleet.jt808.header import Header, written
from yiding.ledgers.telemetry.faults import LISTENING

BODY = position_body(position())


def with_header(at: int, value: bytes, number: int = model.REPORT, body: bytes = BODY) -> bytes:
    """A frame whose header has other bytes in one place, the check code made anew."""
    plain = bytearray(written(header(number), body))
    plain[at : at + len(value)] = value
    return framed(bytes(plain))


def with_time(digits: str) -> bytes:
    """A report whose time is other digits."""
    return encode(header(), BODY[:22] + bytes.fromhex(digits))


REGISTRATION = b"\0\x20\2\5" + b"\0" * 32 + b"\2"
BROKEN: list[tuple[list[str], bytes]] = [
    (["too_short"], framed(b"\x02\x00\x00\x1c\x01")),
    (["too_short", "checksum_mismatch"], b"\x7e\x7e"),
    (["checksum_mismatch"], SUZHOU.replace(b"\xc8\x7e", b"\xc9\x7e")),
    (["checksum_mismatch"], SUZHOU.replace(b"\x25\x03\x10", b"\x25\x03\x11")),
    (["bad_escape"], encode(header(), BODY[:28] + b"\x30\x01\x7d").replace(b"\x7d\x01", b"\x7d")),
    (["length_mismatch"], with_header(2, b"\x00\x1d")),
    (["length_mismatch"], with_header(2, b"\x00\x1b")),
    (["terminal_not_bcd"], with_header(4, b"\xab")),
    (["unknown_message"], encode(header(0x0F01), b"whatever")),
    (["encrypted"], encode(header(encryption=1), BODY)),
    (["bad_parts"], encode(header(pnum=2, pno=3), BODY)),
    (["body_short"], encode(header(), BODY[:27])),
    (["body_short"], encode(header(model.BATCH), b"\0\1")),
    (["body_short"], encode(header(model.REGISTER), b"\0\x20")),
    (["body_short"], encode(header(model.AUTHENTICATE, version=2019), b"\x08abc")),
    (["bad_time"], with_time("250230083005")),
    (["bad_time"], with_time("25031008300A")),
    (["bad_time"], with_time("000000000000")),
    (["out_of_range"], report(lat_e6=90_000_001)),
    (["out_of_range"], report(lon_e6=180_000_001)),
    (["items_cut"], encode(header(), BODY + b"\x01\x04\0")),
    (["items_cut"], encode(header(), BODY + b"\x30")),
    (["items_cut", "batch_count"], encode(header(model.BATCH), b"\0\1\0\0\x40" + BODY)),
    (["item_length"], encode(header(), BODY + b"\x01\x02\0\0")),
    (["batch_count"], encode(header(model.BATCH), b"\0\2" + batch_body([BODY])[2:])),
    (["not_text"], encode(header(model.AUTHENTICATE), b"\xff\xff")),
    (["not_text"], encode(header(model.REGISTER), REGISTRATION + b"\xff")),
]  # fmt: skip


def codes(raw: bytes) -> list[str]:
    return [fault.code for fault in decode(raw).faults]


@pytest.mark.parametrize(("wanted", "raw"), BROKEN, ids=range(len(BROKEN)))
def test_a_broken_message_has_its_fault(wanted: list[str], raw: bytes) -> None:
    if wanted == ["bad_escape"]:
        assert "bad_escape" in codes(raw)
    else:
        assert codes(raw) == wanted


def test_only_what_may_be_other_bytes_is_damaged() -> None:
    damaged = {wanted[0] for wanted, raw in BROKEN if decode(raw).is_damaged}
    assert damaged - {"bad_escape"} == {"too_short", "checksum_mismatch"}


def test_a_position_survives_what_does_not_concern_it() -> None:
    for code in ("length_mismatch", "terminal_not_bcd", "bad_parts", "items_cut", "item_length"):
        raw = next(raw for wanted, raw in BROKEN if wanted == [code])
        (one,) = decode(raw).positions
        assert (one.lat_e6, one.at) == (31_299_000, AT)


def test_ninety_and_one_hundred_and_eighty_are_places() -> None:
    (one,) = decode(report(lat_e6=90_000_000, lon_e6=180_000_000)).positions
    assert (one.lat_e6, one.lon_e6) == (90_000_000, 180_000_000)


def test_a_body_too_long_for_one_frame_is_refused() -> None:
    assert len(decode(encode(Header(0x900, 2013, PHONE, 1), bytes(1023))).body) == 1023
    with pytest.raises(ValueError, match="请分包"):
        encode(Header(0x900, 2013, PHONE, 1), bytes(1024))


#: Told by the stream, the assembler and the listener; see their tests.
ELSEWHERE = {
    "missing_parts", "junk", "too_long", "unfinished", "wrong_code", "not_authenticated",
    *LISTENING,
}  # fmt: skip


def test_every_code_is_tested() -> None:
    assert {code for wanted, _ in BROKEN for code in wanted} | ELSEWHERE == CODES


@pytest.mark.parametrize("code", sorted(CODES))
def test_every_sentence_says_what_was_found(code: str) -> None:
    fault = Fault(code, "“原样”")
    assert fault.sentence.endswith("。")
    assert fault.sentence_en.endswith(".")
    assert "“原样”" in fault.sentence
