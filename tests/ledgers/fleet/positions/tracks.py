"""Tracks made by hand: a vehicle that drives east, stands, drives on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from yiding.ledgers.fleet.jt808.encode import encode, position_body
from yiding.ledgers.fleet.jt808.header import Header
from yiding.ledgers.fleet.jt808.model import REPORT
from yiding.ledgers.fleet.jt808.position import Position
from yiding.ledgers.fleet.positions.fences import DEGREE_M
from yiding.ledgers.fleet.positions.store import Store
from yiding.ledgers.fleet.positions.taking import take_files
from yiding.rules import Entry
from yiding.rules.parsing import BEIJING

PHONE, PLATE = "013900000001", "苏E10001"
OTHER_PHONE, OTHER_PLATE = "013900000002", "苏E10002"
EQUATOR = 0.0
"""The tracks lie on the equator: a degree of longitude is as long as one of latitude."""


def at(written: str) -> datetime:
    """``03-10 08:30``, of 2025: a Monday."""
    return datetime.strptime(f"2025-{written}", "%Y-%m-%d %H:%M").replace(tzinfo=BEIJING)


def drive(
    since: datetime,
    minutes: float,
    *,
    kmh: float = 36.0,
    step_s: int = 30,
    lon: float = 120.0,
    **given: Any,
) -> list[Position]:
    """Positions of a drive to the east at one speed, from its first to its last moment."""
    count = int(minutes * 60 / step_s)
    per_step = kmh / 3.6 * step_s / DEGREE_M
    base = Position(0, 3, 0, 0, 0, round(kmh * 10), 90, since)
    return [
        base._replace(
            lat_e6=round(EQUATOR * 1e6),
            lon_e6=round((lon + per_step * n) * 1e6),
            at=since + timedelta(seconds=step_s * n),
            **given,
        )
        for n in range(count + 1)
    ]


def stand(since: datetime, minutes: float, lon: float = 120.0, step_s: int = 300) -> list[Position]:
    """Positions of a vehicle that stands with its ignition off."""
    return [one._replace(status=2) for one in drive(since, minutes, kmh=0, step_s=step_s, lon=lon)]


def frames(positions: list[Position], phone: str = PHONE) -> Iterator[bytes]:
    """Each as a report."""
    for number, one in enumerate(positions):
        yield encode(Header(REPORT, 2013, phone, number % 0x10000), position_body(one))


def taken(folder: Path, *tracks: list[Position], phone: str = PHONE) -> Store:
    """A store in a folder with these tracks of one terminal beside what it holds."""
    store = Store.of(folder)
    path = folder / f"{phone}.bin"
    path.write_bytes(b"".join(raw for track in tracks for raw in frames(track, phone)))
    take_files(store, [path], at("03-31 12:00"))
    return store


def vehicle(plate: str = PLATE, phone: str = PHONE, unit: str = "市财政局") -> Entry:
    """A vehicle with its terminal."""
    return Entry("vehicle", plate, "320500", {"plate": plate, "unit": unit, "terminal_id": phone})


def order(key: str, starts: str, ends: str | None, plate: str = PLATE, **given: Any) -> Entry:
    """A dispatch order from when to when; without an end it is still out."""
    values = {"order_no": key, "vehicle": plate, "started_at": at(starts), **given}
    if ends is not None:
        values["ended_at"] = at(ends)
    return Entry("dispatch", key, "320500", values)


def fence(key: str, **given: Any) -> Entry:
    """A fence."""
    return Entry("fence", key, "320500", {"name": key, **given})
