"""Stops 停留: where a vehicle stood between two trips."""

# ruff: noqa: S608 - columns are named here, numbers are our own
from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, NamedTuple

import duckdb

from yiding.ledgers.fleet.positions.fences import Fence
from yiding.ledgers.fleet.positions.trips import plain
from yiding.rules.parsing import BEIJING


class Stop(NamedTuple):
    """A stop of a terminal: from when to when, where, and in which order, if in one."""

    terminal: str
    starts_at: datetime
    ends_at: datetime
    lon: float
    lat: float
    order: str | None

    @property
    def lasting(self) -> timedelta:
        """How long."""
        return self.ends_at - self.starts_at


def work_out(connection: duckdb.DuckDBPyConnection) -> None:
    """Make the table `stops` of what stands in `ordered`; after its last trip none is known."""
    connection.execute(
        """CREATE OR REPLACE TEMP TABLE stops AS
        SELECT terminal, ends_at AS starts_at, next_at AS ends_at, last_lon AS lon_e6,
          last_lat AS lat_e6, "order", "order" IS NOT DISTINCT FROM next_order AS is_in_order
        FROM (SELECT *, lead(starts_at) OVER mine AS next_at, lead("order") OVER mine AS next_order
          FROM ordered WINDOW mine AS (PARTITION BY terminal ORDER BY starts_at))
        WHERE next_at IS NOT NULL"""
    )


def stops_within(
    connection: duckdb.DuckDBPyConnection, fence: Fence, least: timedelta, terminals: list[str]
) -> list[Stop]:
    """The stops of at least so long within a fence, of some terminals, while it holds."""
    query = f"""SELECT terminal, starts_at, ends_at, lon_e6 / 1e6, lat_e6 / 1e6, "order"
      FROM stops WHERE {_lasting(least)} AND {fence.sql()} AND list_contains(?, terminal)
        AND starts_at::DATE BETWEEN ? AND ? ORDER BY terminal, starts_at"""
    found = connection.execute(query, [terminals, fence.since, fence.until]).fetchall()
    return [_stop(row) for row in found]


def stops_in_orders(connection: duckdb.DuckDBPyConnection, least: timedelta) -> list[Stop]:
    """The stops of at least so long between two trips of one order."""
    query = f"""SELECT terminal, starts_at, ends_at, lon_e6 / 1e6, lat_e6 / 1e6, "order"
      FROM stops WHERE {_lasting(least)} AND is_in_order AND "order" IS NOT NULL
      ORDER BY terminal, starts_at"""
    return [_stop(row) for row in connection.execute(query).fetchall()]


def stops_of(
    connection: duckdb.DuckDBPyConnection, terminal: str, since: datetime, until: datetime
) -> list[Stop]:
    """Every stop of a terminal that began in a time."""
    query = """SELECT terminal, starts_at, ends_at, lon_e6 / 1e6, lat_e6 / 1e6, "order"
      FROM stops WHERE terminal = ? AND starts_at BETWEEN ? AND ? ORDER BY starts_at"""
    found = connection.execute(query, [terminal, plain(since), plain(until)]).fetchall()
    return [_stop(row) for row in found]


def _lasting(least: timedelta) -> str:
    return f"ends_at - starts_at >= INTERVAL {int(least.total_seconds())} SECOND"


def _stop(row: tuple[Any, ...]) -> Stop:
    terminal, starts_at, ends_at, lon, lat, order = row
    return Stop(
        terminal,
        starts_at.replace(tzinfo=BEIJING),
        ends_at.replace(tzinfo=BEIJING),
        lon,
        lat,
        order,
    )
