"""Measure positions by the million: ``python -m bench.positions [--rows 20000000]``.

Writes made-up positions of a thousand vehicles through the store's own merging, then finds the
trips that no order covers, and everything a person is to see; beside the first the same query
written by hand in SQL over the same files, with all the memory it wants. Each work runs in a
process of its own.
"""

# ruff: noqa: S608 - the queries are our own
from __future__ import annotations

import os
import tempfile
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import duckdb

from bench.alone import Work, alone, arguments, report, size_mib, works_table
from bench.report import processor
from yiding.ledgers.fleet.positions import trips
from yiding.ledgers.fleet.positions.practice import practice_of
from yiding.ledgers.fleet.positions.register import Order, Register, Vehicle
from yiding.ledgers.fleet.positions.store import POSITIONS, Store
from yiding.ledgers.fleet.positions.watching import watch
from yiding.ledgers.telemetry.compacting import compact
from yiding.ledgers.telemetry.series import Between
from yiding.ledgers.telemetry.staging import stage
from yiding.ledgers.telemetry.store import parquet
from yiding.ledgers.telemetry.taking import commit
from yiding.rules.parsing import BEIJING

PLACE = Path(__file__).resolve().parent.parent / "out"
FIRST = date(2025, 3, 3)
VEHICLES = 1000
#: Four drives a day of so many positions each, one every ten seconds.
DRIVES, POINTS = (8, 10, 14, 18), 180
A_DAY = VEHICLES * len(DRIVES) * POINTS
PRACTICE = practice_of("320500", FIRST)


def main() -> None:
    """The command."""
    wish = arguments("bench.positions", __doc__ or "", _PARTS, 20_000_000)
    if wish.part:
        report(wish.part, _PARTS[wish.part], wish.store, wish.rows)
        return
    PLACE.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=PLACE) as folder:
        store = Path(folder) / "store"
        works = [alone("bench.positions", part, wish.rows, store) for part in _PARTS]
        size = size_mib(store)
    table = works_table(works, WORDS, "positions")
    print(_where(wish.rows, size), table, _ratio(works), sep="\n\n")


def _days(rows: int) -> int:
    return -(-rows // A_DAY)


def _span(rows: int) -> Between:
    return Between(FIRST, FIRST + timedelta(days=_days(rows) - 1))


def _terminal(number: int) -> str:
    return f"139{number:08}"


def _write(folder: Path, rows: int) -> str:
    """A day a batch, as a take commits it; the engine makes the tracks up."""
    store, new = Store(folder), 0
    with store.locked(), store.connect() as connection:
        manifest = store.manifest()
        for day in range(_days(rows)):
            for series in store.series:
                stage(connection, store.folder, series, [])
            connection.execute(_made_up(FIRST + timedelta(days=day)))
            manifest, merged = commit(store, connection, manifest)
            new += merged.new
        compact(store, connection)
    return f"{new:,} rows"


def _made_up(day: date) -> str:
    """A day of every vehicle, the same at every run: chance is a hash of who and when."""
    hours = ", ".join(map(str, DRIVES))
    return f"""INSERT INTO incoming
    SELECT '139' || lpad(v::VARCHAR, 8, '0'), moment,
      31300000 + (v % 100) * 1000 + ((where_to % 2)::INTEGER * 2 - 1) * n * 500,
      120600000 + (v // 100) * 1000 + n * 700, 10, 300 + (where_to % 300)::INTEGER, 90, 0, 3,
      (hour * 400 + n)::UINTEGER + 100000, NULL, NULL, moment, n
    FROM (SELECT v.range AS v, h.hour AS hour, n.range AS n, hash(v.range, h.hour, '{day}') AS
          where_to, TIMESTAMP '{day}' + INTERVAL (h.hour) HOUR
          + INTERVAL (hash(v.range, h.hour, '{day}') % 1800) SECOND
          + INTERVAL (n.range * 10) SECOND AS moment
        FROM range({VEHICLES}) v, (SELECT unnest([{hours}]) AS hour) h, range({POINTS}) n)"""


def _orders(rows: int) -> list[Order]:
    """Nine of ten drives have one, from a quarter before the hour for two hours."""
    found = []
    for day in _span(rows).days():
        for number in range(VEHICLES):
            for hour in DRIVES:
                if (number * 7 + hour + day.first.day) % 10:
                    at = datetime(day.first.year, day.first.month, day.first.day, hour,
                                  tzinfo=BEIJING)  # fmt: skip
                    terminal = _terminal(number)
                    key = f"{terminal}-{at:%Y%m%d%H}"
                    found.append(Order(key, terminal, at, at + timedelta(hours=1, minutes=30)))
    return found


def _unordered(folder: Path, rows: int) -> str:
    """The trips that left the parking place while no order covered them."""
    store = Store(folder)
    with store.connect() as connection:
        trips.work_out(connection, store, _span(rows), PRACTICE)
        trips.join_orders(connection, _orders(rows), PRACTICE.slack)
        return _told(connection.execute(
            'SELECT count(*), sum(points), sum(epoch(ends_at - starts_at))::BIGINT FROM ordered '
            f'WHERE "order" IS NULL AND moved_m > {PRACTICE.radius_m}'
        ))  # fmt: skip


def _told(found: Any) -> str:
    count, points, seconds = found.fetchall()[0]
    return f"{count:,} trips, {points:,} positions, {seconds:,} s"


def _unordered_by_hand(folder: Path, rows: int) -> str:
    """The same as one query, as anybody would write it: a window, a running number, a group."""
    files = parquet(Store(folder).files_of(POSITIONS))
    slack = int(PRACTICE.slack.total_seconds())
    orders = _orders(rows)
    with duckdb.connect(config={"threads": 2}) as connection:
        connection.execute(
            "CREATE TEMP TABLE orders AS SELECT unnest(?::VARCHAR[]) AS terminal, "
            "unnest(?::TIMESTAMP[]) AS from_at, unnest(?::TIMESTAMP[]) AS to_at",
            [
                [one.terminal for one in orders],
                [one.starts_at.replace(tzinfo=None) for one in orders],
                [one.ends_at.replace(tzinfo=None) for one in orders],
            ],
        )
        return _told(
            connection.execute(f"""
        WITH moving AS (SELECT terminal, located_at, lat_e6 / 1e6 AS lat, lon_e6 / 1e6 AS lon,
            CASE WHEN located_at - lag(located_at) OVER mine <= INTERVAL 10 MINUTE THEN 0 ELSE 1
              END AS begins
          FROM {files} WHERE speed_tenths >= 50 AND status & 1 = 1 AND lat_e6 IS NOT NULL
          WINDOW mine AS (PARTITION BY terminal ORDER BY located_at)),
        numbered AS (SELECT *, sum(begins) OVER (PARTITION BY terminal ORDER BY located_at) AS trip
          FROM moving),
        trips AS (SELECT terminal, trip, min(located_at) AS starts_at, max(located_at) AS ends_at,
            count(*) AS points, arg_min(lat, located_at) AS lat, arg_min(lon, located_at) AS lon,
            min(lat) AS south, max(lat) AS north, min(lon) AS west, max(lon) AS east
          FROM numbered GROUP BY terminal, trip)
        SELECT count(*), sum(points), sum(epoch(ends_at - starts_at))::BIGINT FROM trips t
        WHERE 111195 * sqrt((greatest(east - lon, lon - west) * cos(radians(lat))) ** 2
            + greatest(north - lat, lat - south) ** 2) > 50
          AND NOT EXISTS (SELECT 1 FROM orders o WHERE o.terminal = t.terminal
            AND t.starts_at BETWEEN o.from_at - INTERVAL {slack} SECOND
              AND o.to_at + INTERVAL {slack} SECOND)""")
        )


def _watch(folder: Path, rows: int) -> str:
    """Everything: trips, stops, orders against tracks, alarms, silence."""
    numbers = range(VEHICLES)
    known = {
        _terminal(one): Vehicle(f"苏E{one:05}", f"苏E{one:05}", "", _terminal(one))
        for one in numbers
    }
    found = watch(Store(folder), Register(known, tuple(_orders(rows))), PRACTICE, _span(rows))
    return f"{found.trips:,} trips, {found.km:,.0f} km, {len(found.alerts):,} alerts"


_PARTS: dict[str, Work] = {
    "write": _write,
    "unordered": _unordered,
    "unordered-by-hand": _unordered_by_hand,
    "watch": _watch,
}
WORDS = {
    "write": "write: merged and on the disk 入库",
    "unordered": "trips without an order 无单行程",
    "unordered-by-hand": "the same as one SQL query by hand, memory unbounded",
    "watch": "everything a person is to see 全部研判",
}


def _ratio(works: list[dict[str, Any]]) -> str:
    by = {one["work"]: one for one in works}
    ours, hand = by["unordered"], by["unordered-by-hand"]
    cpu, wall = ours["cpu_s"] / hand["cpu_s"], ours["wall_s"] / hand["wall_s"]
    return (
        f"Trips without an order: {ours['told']}, the same by hand. Ours takes {cpu:.2f} times the "
        f"processor's time and {wall:.2f} times the wall's of the query by hand. Everything: "
        f"{by['watch']['told']}."
    )


def _where(rows: int, size: float) -> str:
    days = _days(rows)
    return (
        f"# Positions of the fleet\n\nMeasured on {date.today().isoformat()}: {processor()}, "
        f"{os.cpu_count()} processors; before it ended, {os.getloadavg()[0]:.1f} processes wanted "
        f"one. {VEHICLES:,} vehicles on {days:,} days, {len(DRIVES)} drives a day of {POINTS} "
        f"positions, {len(_orders(rows)):,} orders; {size:,.0f} MiB on the disk. The store's "
        "engine has two threads and may hold 256 MB."
    )


if __name__ == "__main__":
    main()
