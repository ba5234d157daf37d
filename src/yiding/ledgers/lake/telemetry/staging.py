"""Staging 暂列: rows of Python into a table of the engine, a batch at a time, as CSV.

No row is inserted by itself and nothing but the standard library writes the columns.
"""

# ruff: noqa: S608 - columns and tables are named here
from __future__ import annotations

import csv
import os
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from tempfile import mkstemp
from typing import NamedTuple

import duckdb

from yiding.ledgers.lake.factors import BY_CODE
from yiding.ledgers.lake.hj212.faults import Fault
from yiding.ledgers.lake.hj212.model import Message
from yiding.ledgers.lake.hj212.practice import CHINA
from yiding.ledgers.lake.telemetry.arrivals import Arrival

INCOMING = {
    "station": "VARCHAR",
    "command": "VARCHAR",
    "factor": "VARCHAR",
    "statistic": "VARCHAR",
    "data_time": "TIMESTAMP",
    "value": "DOUBLE",
    "flag": "VARCHAR",
    "is_valid": "BOOLEAN",
    "received_at": "TIMESTAMP",
    "seq": "BIGINT",
}
"""Readings as they come: factor by its name where it has one, else by its code."""
TOLD = {
    "station": "VARCHAR",
    "command": "VARCHAR",
    "code": "VARCHAR",
    "found": "VARCHAR",
    "peer": "VARCHAR",
    "received_at": "TIMESTAMP",
}
"""Faults as they come: a code of the protocol's and what was found, without any password."""
#: A clock that shows a year outside these is wrong: such values are of no time.
FIRST_YEAR, AFTER_YEAR = 1990, 2100
#: Of a message without CN.
UNNAMED = "-"
Row = tuple[object, ...]


class Gathered(NamedTuple):
    """What some arrivals come to: rows of readings, rows of faults, values of no place or time."""

    readings: list[Row]
    faults: list[Row]
    unplaced: int


def gathered(arrivals: Iterable[Arrival]) -> Gathered:
    """The rows of some arrivals, in their order."""
    readings: list[Row] = []
    faults: list[Row] = []
    unplaced = 0
    for one in arrivals:
        received = _local(one.received_at)
        faults += (_fault_row(fault, message, one, received) for message, fault in _faults(one))
        for message in one.whole:
            is_placed = bool(message.mn) and _is_of_our_time(message.data_time)
            unplaced += 0 if is_placed else len(message.readings)
            readings += _rows(message, received, len(readings)) if is_placed else ()
    return Gathered(readings, faults, unplaced)


def _is_of_our_time(moment: datetime | None) -> bool:
    """Whether there is a time and some device may have measured then."""
    return moment is not None and FIRST_YEAR <= moment.year < AFTER_YEAR


def _rows(message: Message, received: str, first: int) -> Iterator[Row]:
    at = _local(message.data_time) if message.data_time else None
    command = message.cn or UNNAMED
    for seq, (code, statistic, _, value, flag, is_valid) in enumerate(message.readings, first):
        factor = BY_CODE[code].name if code in BY_CODE else code
        number = None if value is None else str(value)
        yield message.mn, command, factor, statistic, at, number, flag, is_valid, received, seq


def _faults(arrival: Arrival) -> Iterator[tuple[Message, Fault]]:
    """Those of a damaged frame, else those of the messages it made whole."""
    if arrival.frame is not None and arrival.frame.is_damaged:
        yield from ((arrival.frame, fault) for fault in arrival.frame.faults)
    for message in arrival.whole:
        yield from ((message, fault) for fault in message.faults)


def _fault_row(fault: Fault, message: Message, arrival: Arrival, received: str) -> Row:
    return message.mn, message.cn, fault.code, fault.found, arrival.peer, received


def _local(moment: datetime) -> str:
    return moment.astimezone(CHINA).replace(tzinfo=None).isoformat(" ")


def stage(
    connection: duckdb.DuckDBPyConnection,
    folder: Path,
    table: str,
    columns: dict[str, str],
    rows: Sequence[Row],
) -> None:
    """Make a table of some rows; what stood under its name is gone."""
    declared = ", ".join(f"{name} {kind}" for name, kind in columns.items())
    connection.execute(f"CREATE OR REPLACE TEMP TABLE {table} ({declared})")
    if not rows:
        return
    handle, name = mkstemp(suffix=".csv", dir=folder)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(rows)
        connection.execute(
            f"INSERT INTO {table} SELECT * FROM read_csv(?, header=false, columns={columns}, "
            "nullstr='', quote='\"', escape='\"', strict_mode=false)",
            [name],
        )
    finally:
        Path(name).unlink()
