"""Trips 行程: moves without a pause between them, with the order that covers each."""

# ruff: noqa: S608 - columns are named here, numbers are our own
from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import duckdb

from yiding.ledgers.fleet.positions.fences import DEGREE_M
from yiding.ledgers.fleet.positions.moves import gather
from yiding.ledgers.fleet.positions.practice import Practice
from yiding.ledgers.fleet.positions.register import OPEN, Order
from yiding.ledgers.fleet.positions.store import Store
from yiding.ledgers.telemetry.series import Between
from yiding.rules.parsing import BEIJING


@dataclass(frozen=True, slots=True)
class Trip:
    """One trip of a terminal; times are China's, places degrees east and north.

    ``km`` by the odometer where it is there and to be believed, else by speed and time;
    ``moved_m`` is how far it came from where it began, at the most; ``order`` the key of the order
    in which it began.
    """

    terminal: str
    starts_at: datetime
    ends_at: datetime
    points: int
    start: tuple[float, float]
    end: tuple[float, float]
    km: float
    moved_m: float
    fastest_kmh: float
    order: str | None = None


def work_out(
    connection: duckdb.DuckDBPyConnection,
    store: Store,
    between: Between,
    practice: Practice,
    terminals: Iterable[str] | None = None,
) -> None:
    """Make the table `trips` of those that begin in a span of days."""
    gather(connection, store, between, practice, terminals)
    connection.execute(f"CREATE OR REPLACE TEMP TABLE trips AS {_query(between, practice)}")


def _query(between: Between, practice: Practice) -> str:
    """Moves put in order, cut where the pause is longer, and each stretch made one row.

    A move's kilometres by speed reach to the next move: what was driven between two spans counts.
    """
    pause = int(practice.pause.total_seconds())
    return f"""
    WITH cut AS (
      SELECT *, lead(first_at) OVER mine AS next_at,
        coalesce(first_at - lag(last_at) OVER mine > INTERVAL {pause} SECOND, true) AS begins
      FROM moves WINDOW mine AS (PARTITION BY terminal ORDER BY first_at)),
    numbered AS (
      SELECT *, count_if(begins) OVER (PARTITION BY terminal ORDER BY first_at) AS number,
        CASE WHEN next_at - last_at <= INTERVAL {pause} SECOND THEN next_at ELSE last_at END
          - first_at AS lasting
      FROM cut),
    whole AS (
      SELECT terminal, min(first_at) AS starts_at, max(last_at) AS ends_at,
        sum(points)::BIGINT AS points,
        arg_min(lon, first_at) AS lon, arg_min(lat, first_at) AS lat,
        arg_max(last_lon, first_at) AS last_lon, arg_max(last_lat, first_at) AS last_lat,
        min(low_lon) AS low_lon, max(high_lon) AS high_lon,
        min(low_lat) AS low_lat, max(high_lat) AS high_lat,
        (max(high_km)::BIGINT - min(low_km)::BIGINT) / 10 AS odometer_km,
        sum(speeds / points / 10 * epoch(lasting) / 3600) AS speed_km, max(fastest) AS fastest
      FROM numbered GROUP BY terminal, number)
    SELECT terminal, starts_at, ends_at, points, lon, lat, last_lon, last_lat,
      CASE WHEN odometer_km > 0 AND odometer_km <= {practice.most_km} THEN odometer_km
        ELSE speed_km END AS km,
      sqrt((greatest(high_lon - lon, lon - low_lon) * cos(radians(lat / 1e6))) ** 2
        + greatest(high_lat - lat, lat - low_lat) ** 2) * {DEGREE_M / 1e6} AS moved_m,
      fastest / 10 AS fastest_kmh
    FROM whole WHERE starts_at >= DATE '{between.first}'
      AND starts_at < DATE '{between.last}' + INTERVAL 1 DAY"""


def join_orders(
    connection: duckdb.DuckDBPyConnection, orders: Sequence[Order], slack: timedelta
) -> None:
    """Give each row of `trips` the order in which it began, the last to end of several.

    The result is the table `ordered`. Of each order the latest end of those before it is kept, so
    that looking at one finds whether any covers a trip.
    """
    rows = [
        (one.terminal, plain(one.starts_at - slack), plain(_end(one, slack)), one.key)
        for one in orders
    ]
    columns = [list(one) for one in zip(*rows, strict=True)] or [[], [], [], []]
    connection.execute(
        """CREATE OR REPLACE TEMP TABLE orders AS
        SELECT terminal, from_at, max(to_at) OVER before AS to_at,
          arg_max(key, to_at) OVER before AS key
        FROM (SELECT unnest(?::VARCHAR[]) AS terminal, unnest(?::TIMESTAMP[]) AS from_at,
          unnest(?::TIMESTAMP[]) AS to_at, unnest(?::VARCHAR[]) AS key)
        WINDOW before AS (PARTITION BY terminal ORDER BY from_at)""",
        columns,
    )
    connection.execute(
        """CREATE OR REPLACE TEMP TABLE ordered AS
        SELECT t.*, CASE WHEN o.to_at >= t.starts_at THEN o.key END AS "order"
        FROM trips t ASOF LEFT JOIN orders o
          ON o.terminal = t.terminal AND o.from_at <= t.starts_at"""
    )


def _end(order: Order, slack: timedelta) -> datetime:
    return OPEN if order.ends_at == OPEN else order.ends_at + slack


def plain(moment: datetime) -> datetime:
    """China's time without a zone, as the store keeps it."""
    return moment.astimezone(BEIJING).replace(tzinfo=None)


_COLUMNS = (
    "terminal, starts_at, ends_at, points, lon, lat, last_lon, last_lat, km, moved_m, fastest_kmh, "
    '"order"'
)


def trips_in(
    connection: duckdb.DuckDBPyConnection, where: str = "true", limit: int | None = None
) -> Iterator[Trip]:
    """The rows of `ordered`, by terminal and time, a batch at a time."""
    end = "" if limit is None else f"LIMIT {limit}"
    found = connection.execute(
        f"SELECT {_COLUMNS} FROM ordered WHERE {where} ORDER BY terminal, starts_at {end}"
    )
    while rows := found.fetchmany(5000):
        yield from map(_trip, rows)


def _trip(row: tuple[Any, ...]) -> Trip:
    terminal, starts_at, ends_at, points, lon, lat, last_lon, last_lat, *rest = row
    km, moved_m, fastest_kmh, order = rest
    return Trip(
        terminal,
        starts_at.replace(tzinfo=BEIJING),
        ends_at.replace(tzinfo=BEIJING),
        points,
        (lon / 1e6, lat / 1e6),
        (last_lon / 1e6, last_lat / 1e6),
        round(float(km), 3),
        round(float(moved_m), 1),
        float(fastest_kmh),
        order,
    )
