"""Off the fence 越界: movement outside the area that a vehicle is to stay in."""

# ruff: noqa: S608 - columns are named here, paths are quoted
from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

import duckdb

from yiding.ledgers.fleet.positions.fences import Fence
from yiding.ledgers.fleet.positions.moves import is_moving, only
from yiding.ledgers.fleet.positions.practice import Practice
from yiding.ledgers.fleet.positions.store import POSITIONS, Store
from yiding.ledgers.telemetry.series import Between
from yiding.ledgers.telemetry.store import rows_in
from yiding.rules.parsing import BEIJING


class Outside(NamedTuple):
    """A terminal outside its area: from when to when, and where it first was so."""

    terminal: str
    starts_at: datetime
    ends_at: datetime
    lon: float
    lat: float
    fences: tuple[Fence, ...]


def outsides(
    connection: duckdb.DuckDBPyConnection,
    store: Store,
    between: Between,
    practice: Practice,
    areas: Mapping[tuple[Fence, ...], Sequence[str]],
) -> Iterator[Outside]:
    """The stretches outside, of each set of areas with the terminals that it is for.

    A stretch ends with a pause as a trip does, and where the vehicle is inside for so long. Shorter
    ones than the practice asks about are left out.
    """
    source = rows_in(POSITIONS, store.files_of(POSITIONS, between))
    for fences, terminals in areas.items():
        whose = only(connection, terminals)
        query = _query(source, f"{is_moving(practice)} AND {whose}", fences, practice)
        for terminal, first, last, lon, lat in connection.execute(query).fetchall():
            starts_at, ends_at = first.replace(tzinfo=BEIJING), last.replace(tzinfo=BEIJING)
            yield Outside(terminal, starts_at, ends_at, lon / 1e6, lat / 1e6, fences)


def _query(source: str, where: str, fences: tuple[Fence, ...], practice: Practice) -> str:
    """Outside means: some area holds that day, and the place is within none that does."""
    held = " OR ".join(f"({_held(one)})" for one in fences)
    inside = " OR ".join(f"({_held(one)} AND {one.sql()})" for one in fences)
    pause, least = practice.pause.total_seconds(), practice.outside.total_seconds()
    return f"""
    WITH beyond AS (
      SELECT terminal, located_at, lon_e6, lat_e6, coalesce(located_at - lag(located_at) OVER mine
        > INTERVAL {int(pause)} SECOND, true) AS begins
      FROM {source} WHERE {where} AND ({held}) AND NOT ({inside})
      WINDOW mine AS (PARTITION BY terminal ORDER BY located_at)),
    numbered AS (
      SELECT *, count_if(begins) OVER (PARTITION BY terminal ORDER BY located_at) AS number
      FROM beyond)
    SELECT terminal, min(located_at), max(located_at), arg_min(lon_e6, located_at),
      arg_min(lat_e6, located_at)
    FROM numbered GROUP BY terminal, number
    HAVING max(located_at) - min(located_at) >= INTERVAL {int(least)} SECOND ORDER BY 1, 2"""


def _held(fence: Fence) -> str:
    return f"located_at::DATE BETWEEN DATE '{fence.since}' AND DATE '{fence.until}'"
