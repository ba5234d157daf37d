"""Frames of terminals: the worked examples byte for byte, and made ones of any sort."""

from __future__ import annotations

from datetime import datetime, timedelta

from yiding.ledgers.fleet.jt808.encode import encode, position_body
from yiding.ledgers.fleet.jt808.header import Header
from yiding.ledgers.fleet.jt808.model import REPORT
from yiding.ledgers.fleet.jt808.position import Position
from yiding.rules.parsing import BEIJING

SHOWN = bytes.fromhex(
    "7E 02 00 00 26 12 34 56 78 90 12 00 7D 02 00 00 00 01 00 00 00 02 00 BA 7F 0E 07 E4 F1 1C"
    "00 28 00 3C 00 00 18 10 15 10 10 10 01 04 00 00 00 64 02 02 00 7D 01 13 7E"
)
SUZHOU = bytes.fromhex(
    "7E 02 00 00 26 01 39 12 34 56 78 00 01 00 00 00 00 00 08 00 03 01 DD 95 B8 07 2F FB 28 00"
    "0C 01 A7 00 5A 25 03 10 08 30 05 01 04 00 12 D6 87 02 02 01 60 C8 7E"
)
NO_FIX = bytes.fromhex(
    "7E 02 00 00 1C 01 39 12 34 56 78 00 02 00 00 00 20 00 00 00 01 00 00 00 00 00 00 00 00 00"
    "00 00 00 00 00 25 03 10 08 30 35 36 7E"
)
GOLDEN = (SHOWN, SUZHOU, NO_FIX)
PHONE = "013912345678"
AT = datetime(2025, 3, 10, 8, 30, 5, tzinfo=BEIJING)


def position(at: datetime | None = AT, **given: object) -> Position:
    """On the road in Suzhou, 42.3 km/h to the east, unless something else is given."""
    base = Position(0, 3, 31_299_000, 120_585_000, 12, 423, 90, at)
    return base._replace(**given)  # type: ignore[arg-type]


def header(message: int = REPORT, sequence: int = 1, **given: object) -> Header:
    """Of the edition of 2013, unless something else is given."""
    base = Header(message, 2013, PHONE, sequence)
    return base._replace(**given)  # type: ignore[arg-type]


def report(sequence: int = 1, at: datetime | None = AT, **given: object) -> bytes:
    """A position report."""
    return encode(header(sequence=sequence), position_body(position(at, **given)))


def numbered(device: int, number: int) -> bytes:
    """The position of one of many terminals, a second after its last one."""
    phone = f"{13900000000 + device:012}"
    at = AT + timedelta(seconds=number)
    version = 2019 if device % 2 else 2013
    head = Header(REPORT, version, phone, number % 0x10000, 1)
    return encode(head, position_body(position(at, mileage_tenths=1000 + number)))
