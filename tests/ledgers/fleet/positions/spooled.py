"""Spools and stores for the tests: a few terminals, made the same every time."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from ledgers.fleet.jt808.frames import AT
from yiding.ledgers.fleet.positions.store import POSITIONS, Store
from yiding.ledgers.telemetry.record import Record
from yiding.ledgers.telemetry.spool import Spool
from yiding.ledgers.telemetry.store import rows_in


def spool(folder: Path, frames: Iterable[bytes], at: datetime = AT) -> Path:
    """The frames in a spool, one a second."""
    with Spool(folder) as opened:
        records = [
            Record(at + timedelta(seconds=n), "127.0.0.1:9", (), raw)
            for n, raw in enumerate(frames)
        ]
        opened.append(records)
    return folder


def rows(
    store: Store, columns: str = "terminal, located_at, lat_e6, lon_e6, revision"
) -> list[Any]:
    """What the store holds, in order."""
    with store.connect() as connection:
        source = rows_in(POSITIONS, store.files_of(POSITIONS))
        query = f"SELECT {columns} FROM {source} ORDER BY ALL"  # noqa: S608 - ours
        return connection.execute(query).fetchall()
