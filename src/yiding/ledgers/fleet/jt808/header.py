"""The header of a message, of 2013 and of 2019 (JT/T 808, message header)."""

from __future__ import annotations

from struct import Struct
from typing import NamedTuple

from yiding.ledgers.fleet.jt808.faults import Fault

IS_SPLIT, IS_2019 = 1 << 13, 1 << 14
LENGTH, ENCRYPTION = 0x03FF, 0x1C00
_START = Struct(">HH")
_PARTS = Struct(">HH")
DIGITS = {2013: 6, 2019: 10}
"""How many bytes of BCD a terminal's number has."""
SIZES = {2013: 12, 2019: 17}
"""How long a header is, without the numbers of a packet."""


class Header(NamedTuple):
    """What a header says.

    ``message`` is the ID, ``terminal`` all digits as sent, ``sequence`` the running number,
    ``protocol`` the edition's own number (0 before 2019), ``pnum`` and ``pno`` of a packet.
    """

    message: int
    version: int
    terminal: str
    sequence: int
    protocol: int = 0
    encryption: int = 0
    pnum: int | None = None
    pno: int | None = None


def read_header(plain: bytes, faults: list[Fault]) -> tuple[Header, bytes] | None:
    """The header and the body behind it; none where the bytes are too few for a header."""
    if len(plain) < SIZES[2013]:
        return None
    message, properties = _START.unpack_from(plain)
    version = 2019 if properties & IS_2019 else 2013
    size = SIZES[version]
    body_at = size + (4 if properties & IS_SPLIT else 0)
    if len(plain) < body_at:
        return None
    digits = plain[size - 2 - DIGITS[version] : size - 2].hex()
    if not digits.isdecimal():
        faults.append(Fault("terminal_not_bcd", digits.upper()))
    body = plain[body_at:]
    if len(body) != properties & LENGTH:
        words = f"写明{properties & LENGTH}，实为{len(body)}"
        faults.append(Fault("length_mismatch", words))
    header = Header(
        message=message,
        version=version,
        terminal=digits.upper(),
        sequence=int.from_bytes(plain[size - 2 : size], "big"),
        protocol=plain[4] if version == 2019 else 0,
        encryption=(properties & ENCRYPTION) >> 10,
    )
    return (_of_a_packet(header, plain, faults) if properties & IS_SPLIT else header), body


def _of_a_packet(header: Header, plain: bytes, faults: list[Fault]) -> Header:
    pnum, pno = _PARTS.unpack_from(plain, SIZES[header.version])
    if 0 < pno <= pnum:
        return header._replace(pnum=pnum, pno=pno)
    faults.append(Fault("bad_parts", f"{pno}/{pnum}"))
    return header


def written(header: Header, body: bytes) -> bytes:
    """The header and the body as sent; ValueError of a body longer than 1023 bytes."""
    if len(body) > LENGTH:
        raise ValueError(f"消息体长{len(body)}字节，超过{LENGTH}。请分包。")
    is_2019 = header.version == 2019
    properties = len(body) | (header.encryption << 10) | (IS_2019 if is_2019 else 0)
    properties |= IS_SPLIT if header.pno else 0
    number = bytes.fromhex(header.terminal.zfill(2 * DIGITS[header.version]))
    return b"".join((
        _START.pack(header.message, properties),
        bytes((header.protocol or 1,)) if is_2019 else b"",
        number,
        header.sequence.to_bytes(2, "big"),
        _PARTS.pack(header.pnum or 1, header.pno) if header.pno else b"",
        body,
    ))  # fmt: skip
