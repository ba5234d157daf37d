"""A message as bytes: what the receiving side sends, and what tests and demonstrations feed it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from struct import Struct

from yiding.ledgers.fleet.jt808.frame import framed
from yiding.ledgers.fleet.jt808.header import Header, written
from yiding.ledgers.fleet.jt808.position import (
    FUEL,
    LENGTHS,
    MILEAGE,
    RECORDER_SPEED,
    SOUTH,
    WEST,
    Position,
)
from yiding.rules.parsing import BEIJING

_BASE = Struct(">IIIIHHH")


def encode(header: Header, body: bytes = b"") -> bytes:
    """A whole frame; ValueError of a body that must be sent in packets."""
    return framed(written(header, body))


def in_packets(header: Header, body: bytes, size: int) -> list[bytes]:
    """The frames of a message in packets of so many bytes, numbered on from the header's."""
    pieces = [body[at : at + size] for at in range(0, len(body), size)] or [b""]
    return [
        encode(
            header._replace(
                sequence=(header.sequence + at) % 0x10000, pnum=len(pieces), pno=at + 1
            ),
            piece,
        )
        for at, piece in enumerate(pieces)
    ]


def position_body(one: Position) -> bytes:
    """The body of a position report; its place is 0, 0 where it has none."""
    lat, lon = one.lat_e6 or 0, one.lon_e6 or 0
    status = one.status | (SOUTH if lat < 0 else 0) | (WEST if lon < 0 else 0)
    base = _BASE.pack(
        one.alarm, status, abs(lat), abs(lon), one.altitude_m, one.speed_tenths, one.direction
    )
    known = (
        (MILEAGE, one.mileage_tenths),
        (FUEL, one.fuel_tenths),
        (RECORDER_SPEED, one.recorder_tenths),
    )
    items = [
        (number, value.to_bytes(LENGTHS[number], "big"))
        for number, value in known
        if value is not None
    ]
    tail = (bytes((number, len(value))) + value for number, value in (*items, *one.items))
    return base + bcd(one.at) + b"".join(tail)


def batch_body(positions: Sequence[bytes], kind: int = 0) -> bytes:
    """The body of a batch of positions; ``kind`` 0 usual, 1 made up for a blind spot."""
    head = len(positions).to_bytes(2, "big") + bytes((kind,))
    return head + b"".join(len(one).to_bytes(2, "big") + one for one in positions)


def bcd(moment: datetime | None) -> bytes:
    """YYMMDDhhmmss of China's time; noughts of no time."""
    return bytes.fromhex(f"{moment.astimezone(BEIJING):%y%m%d%H%M%S}") if moment else bytes(6)
