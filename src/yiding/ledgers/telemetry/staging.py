"""Staging 暂列: rows of Python into a table of the engine, a batch at a time, as CSV.

No row is inserted by itself and nothing but the standard library writes the columns.
"""

# ruff: noqa: S608 - columns and tables are named by the series
from __future__ import annotations

import csv
import os
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from tempfile import mkstemp
from typing import NamedTuple

import duckdb

from yiding.ledgers.telemetry.faults import Fault
from yiding.ledgers.telemetry.series import Series
from yiding.rules.parsing import BEIJING

#: A clock that shows a year outside these is wrong: such rows are of no time.
FIRST_YEAR, AFTER_YEAR = 1990, 2100
Row = tuple[object, ...]


class Gathered(NamedTuple):
    """What some arrivals come to: rows by the name of their series, and what is of no place or
    time and enters none."""

    rows: Mapping[str, Sequence[Row]]
    unplaced: int = 0


def is_of_our_time(moment: datetime | None) -> bool:
    """Whether there is a time and some device may have measured then."""
    return moment is not None and FIRST_YEAR <= moment.year < AFTER_YEAR


def local(moment: datetime) -> str:
    """China's time as the store keeps it."""
    return moment.astimezone(BEIJING).replace(tzinfo=None).isoformat(" ")


def fault_row(station: str, command: str, fault: Fault, peer: str, received_at: datetime) -> Row:
    """A fault as a row of its series."""
    return station, command, fault.code, fault.found, peer, local(received_at)


def stage(
    connection: duckdb.DuckDBPyConnection, folder: Path, series: Series, rows: Sequence[Row]
) -> None:
    """Make the series' table of some rows; what stood under its name is gone."""
    columns = dict(series.columns)
    declared = ", ".join(f"{name} {kind}" for name, kind in columns.items())
    connection.execute(f"CREATE OR REPLACE TEMP TABLE {series.table} ({declared})")
    if not rows:
        return
    handle, name = mkstemp(suffix=".csv", dir=folder)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(rows)
        connection.execute(
            f"INSERT INTO {series.table} SELECT * FROM read_csv(?, header=false, "
            f"columns={columns}, nullstr='', quote='\"', escape='\"', strict_mode=false)",
            [name],
        )
    finally:
        Path(name).unlink()
