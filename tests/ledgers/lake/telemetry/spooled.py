"""Spools and stores for the tests: a few stations, days and frames, made the same every time."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from ledgers.lake.hj212.frames import frame_of
from yiding.ledgers.lake.hj212.practice import CHINA
from yiding.ledgers.lake.telemetry.stations import Register, Station
from yiding.ledgers.lake.telemetry.store import Store
from yiding.ledgers.telemetry.record import Record
from yiding.ledgers.telemetry.spool import Spool
from yiding.ledgers.telemetry.store import parquet

AT = datetime(2024, 7, 16, 8, tzinfo=CHINA)
LAKE, RIVER, OTHER = "A320500000000001", "A320500000000002", "A320500000000009"
REGISTER = Register({LAKE: Station(LAKE, "湖心", "lake"), RIVER: Station(RIVER, "入湖口", "river")})


def frame(
    mn: str, data_time: str, values: str, qn: datetime = AT, flag: str = "N", **fields: str
) -> bytes:
    """``values`` such as ``w21011=0.05 w21001=1.0``: hour means, all with one flag."""
    cp = ";".join(
        f"{code}-Avg={value},{code}-Flag={flag}"
        for code, _, value in (one.partition("=") for one in values.split())
    )
    at = f"{qn:%Y%m%d%H%M%S}000"
    return frame_of(f"DataTime={data_time};{cp}", QN=at, MN=mn, **fields)


def day_of_frames(
    mn: str, day: str, values: str, hours: Iterable[int] = range(0, 24, 4)
) -> list[bytes]:
    """The same values in some four-hour windows of a day."""
    return [frame(mn, f"{day}{hour:02}0000", values) for hour in hours]


def spool(folder: Path, frames: Iterable[bytes], at: datetime = AT) -> Path:
    """The frames in a spool, one a second."""
    with Spool(folder) as opened:
        records = [
            Record(at + timedelta(seconds=n), "127.0.0.1:9", (), raw)
            for n, raw in enumerate(frames)
        ]
        opened.append(records)
    return folder


def rows(store: Store, columns: str = "station, factor, data_time, value, revision") -> list[Any]:
    """What the store holds, in order."""
    files = store.readings_of(None)
    if not files:
        return []
    with store.connect() as connection:
        query = f"SELECT {columns} FROM {parquet(files)} ORDER BY ALL"  # noqa: S608 - ours
        return connection.execute(query).fetchall()
