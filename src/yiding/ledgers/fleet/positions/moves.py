"""Moves 行驶段: positions of a vehicle in motion, gathered where the columns lie.

A vehicle's trip lasts until it has not moved for a pause. Two positions within one span of that
length are never further apart, so a day is gathered span by span, each a row, and only those few
rows are put in order and cut into trips. Days follow one another as spans do: midnight ends none.
"""

# ruff: noqa: S608 - columns are named here, paths are quoted
from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta

import duckdb

from yiding.ledgers.fleet.jt808.position import ACC
from yiding.ledgers.fleet.positions.practice import Practice
from yiding.ledgers.fleet.positions.store import POSITIONS, Store
from yiding.ledgers.telemetry.series import Between
from yiding.ledgers.telemetry.store import parquet

#: So many files at most are read by one query.
FILES_AT_ONCE = 16
_MOVE = """
terminal, min(located_at) AS first_at, max(located_at) AS last_at, count(*) AS points,
arg_min(lat_e6, located_at) AS lat, arg_min(lon_e6, located_at) AS lon,
arg_max(lat_e6, located_at) AS last_lat, arg_max(lon_e6, located_at) AS last_lon,
min(lat_e6) AS low_lat, max(lat_e6) AS high_lat, min(lon_e6) AS low_lon, max(lon_e6) AS high_lon,
min(mileage_tenths) AS low_km, max(mileage_tenths) AS high_km,
sum(speed_tenths) AS speeds, max(speed_tenths) AS fastest
"""


def is_moving(practice: Practice) -> str:
    """A position with a place, at some speed, the ignition on."""
    return (
        f"speed_tenths >= {practice.moving_tenths} AND status & {ACC} = {ACC} "
        "AND lat_e6 IS NOT NULL"
    )


def gather(
    connection: duckdb.DuckDBPyConnection,
    store: Store,
    between: Between,
    practice: Practice,
    terminals: Iterable[str] | None = None,
) -> None:
    """Make the table `moves` of a span of days; of some terminals or of all.

    The days beside it are looked at too, since a trip may begin before or end after it.
    """
    wide = Between(between.first - timedelta(days=1), between.last + timedelta(days=1))
    connection.execute(f"CREATE OR REPLACE TEMP TABLE moves AS {_query(None, practice)} LIMIT 0")
    whose = "" if terminals is None else f"AND {only(connection, terminals)}"
    for files in _batches(store.files_of(POSITIONS, wide)):
        connection.execute(f"INSERT INTO moves {_query(files, practice, whose)}")


def only(connection: duckdb.DuckDBPyConnection, terminals: Iterable[str]) -> str:
    """A condition: rows of these terminals alone."""
    made = "CREATE OR REPLACE TEMP TABLE asked AS SELECT DISTINCT unnest(?::VARCHAR[]) AS terminal"
    connection.execute(made, [list(terminals)])
    return "terminal IN (SELECT terminal FROM asked)"


def _query(files: list[str] | None, practice: Practice, whose: str = "") -> str:
    source = parquet(files) if files else _nothing()
    span_us = int(practice.pause.total_seconds() * 1e6)
    return (
        f"SELECT {_MOVE} FROM {source} WHERE {is_moving(practice)} {whose} "
        f"GROUP BY terminal, epoch_us(located_at) // {span_us}"
    )


def _nothing() -> str:
    columns = ", ".join(f"NULL::{kind} AS {name}" for name, kind in POSITIONS.columns.items())
    return f"(SELECT {columns})"


def _batches(files: list[str]) -> Iterator[list[str]]:
    return (files[at : at + FILES_AT_ONCE] for at in range(0, len(files), FILES_AT_ONCE))
