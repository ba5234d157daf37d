r"""The frame around a data segment: ``##`` + length of 4 digits + segment + CRC + ``\r\n``."""

from __future__ import annotations

import re

from yiding.ledgers.lake.hj212.crc import crc_text
from yiding.ledgers.lake.hj212.faults import Fault, quoted, without_password
from yiding.ledgers.lake.hj212.practice import SEGMENT_LIMIT

HEADER, TERMINATOR = b"##", b"\r\n"
#: What a frame has beside its segment: header, length, CRC, terminator.
BESIDE = 12
CRC_DIGITS = re.compile(rb"[0-9A-Fa-f]{4}")
SEGMENT_BEGINS = re.compile(rb"(?:QN|ST|CN|PW|MN|Flag|PNUM|PNO|CP)=")


def framed(segment: bytes) -> bytes:
    """The segment with its header, length, CRC and terminator.

    ValueError of a segment longer than the standard allows: it must be sent in packets.
    """
    if len(segment) > SEGMENT_LIMIT:
        raise ValueError(f"数据段长{len(segment)}，超过1024字符(HJ 212-2017 6.3)。请分包编码。")
    return b"##%04d%s%s\r\n" % (len(segment), segment, crc_text(segment))


def is_whole(raw: bytes) -> bool:
    """Do header, stated length, CRC and terminator all fit?"""
    is_formed = raw[:2] == HEADER and raw[-2:] == TERMINATOR and raw[2:6].isdigit()
    if not is_formed or int(raw[2:6]) != len(raw) - BESIDE:
        return False
    return raw[-6:-2] == crc_text(raw[6:-6])


def opened(raw: bytes, faults: list[Fault]) -> bytes:
    """The data segment of a frame, as far as one can be told; what is wrong is added to faults."""
    if is_whole(raw):
        return raw[6:-6]
    body = _without_terminator(raw, faults)
    begin, stated = _after_header(body, faults)
    segment, crc = _segment_and_crc(body, begin)
    if CRC_DIGITS.fullmatch(crc) is None or crc_text(segment) != crc.upper():
        segment, crc = _by_stated_length(body, begin, stated, segment, crc)
    if stated is not None and stated != len(segment):
        faults.append(Fault("length_mismatch", f"写明{stated}，实为{len(segment)}"))
    faults.extend(_crc_faults(segment, crc))
    return segment


def _without_terminator(raw: bytes, faults: list[Fault]) -> bytes:
    if raw.endswith(TERMINATOR):
        return raw[:-2]
    body = raw.rstrip(b"\r\n \0")
    faults.append(Fault("bad_terminator", quoted(without_password(raw)[-2:])))
    return body


def _after_header(body: bytes, faults: list[Fault]) -> tuple[int, int | None]:
    """Where the segment begins and the length stated, None where none can be read."""
    if not body.startswith(HEADER):
        faults.append(Fault("no_header", quoted(body[:2])))
        mark = body.find(HEADER)
        if mark < 0:
            return _first_field(body, 0), None
        body, before = body[mark:], mark
    else:
        before = 0
    digits = body[2:6]
    if len(digits) == 4 and digits.isdigit():
        return before + 6, int(digits)
    faults.append(Fault("bad_length", quoted(digits)))
    return _first_field(body, 2) + before, None


def _first_field(body: bytes, fallback: int) -> int:
    """Where a segment begins that no header announces: at its first field."""
    found = SEGMENT_BEGINS.search(body)
    return found.start() if found else fallback


def _segment_and_crc(body: bytes, begin: int) -> tuple[bytes, bytes]:
    """The last four characters are the CRC, unless they are none and CP does not end before."""
    content = body[begin:]
    has_crc = CRC_DIGITS.fullmatch(content[-4:]) or content[-6:-4] == b"&&"
    return (content[:-4], content[-4:]) if has_crc else (content, b"")


def _by_stated_length(
    body: bytes, begin: int, stated: int | None, segment: bytes, crc: bytes
) -> tuple[bytes, bytes]:
    """Segment and CRC by the stated length where the CRC fits there: more stands behind it."""
    if stated is None:
        return segment, crc
    end = begin + stated
    inside, there = body[begin:end], body[end : end + 4]
    fits = len(there) == 4 and crc_text(inside) == there.upper()
    return (inside, there) if fits else (segment, crc)


def _crc_faults(segment: bytes, crc: bytes) -> list[Fault]:
    if CRC_DIGITS.fullmatch(crc) is None:
        return [Fault("crc_missing", quoted(crc or without_password(segment)[-4:]))]
    right = crc_text(segment)
    if crc == right:
        return []
    if crc.upper() == right:
        return [Fault("crc_lower_case", quoted(crc))]
    return [Fault("crc_mismatch", f"写明{crc.decode()}，应为{right.decode()}")]
