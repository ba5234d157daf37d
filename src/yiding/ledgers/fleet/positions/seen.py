"""Seen 在线: on which days a terminal told where it was, and what alarms it gave."""

# ruff: noqa: S608 - columns are named here, paths are quoted
from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import NamedTuple

import duckdb

from yiding.ledgers.fleet.positions.moves import only
from yiding.ledgers.fleet.positions.store import POSITIONS, Store
from yiding.ledgers.telemetry.series import Between
from yiding.ledgers.telemetry.store import rows_in
from yiding.rules.parsing import BEIJING

ALARMS = {"overspeed": (1,), "terminal": (4, 5, 6, 7, 8)}
"""Alarms that are shown to a person, by kind of alert: bits of the terminal's alarm word."""


class Alarm(NamedTuple):
    """A terminal's alarms of one kind on a day: how many, from when to when, all bits at once."""

    terminal: str
    kind: str
    first_at: datetime
    last_at: datetime
    times: int
    bits: int
    lon: float | None
    lat: float | None


def days_seen(
    connection: duckdb.DuckDBPyConnection, store: Store, between: Between
) -> dict[str, set[date]]:
    """Of each terminal the days of a span on which it sent any position."""
    source = rows_in(POSITIONS, store.files_of(POSITIONS, between))
    found = connection.execute(
        f"SELECT DISTINCT terminal, located_at::DATE FROM {source}"
    ).fetchall()
    seen: dict[str, set[date]] = {}
    for terminal, day in found:
        seen.setdefault(terminal, set()).add(day)
    return seen


def alarms_of(
    connection: duckdb.DuckDBPyConnection,
    store: Store,
    between: Between,
    terminals: Iterable[str],
) -> list[Alarm]:
    """The alarms of a span of days, a row a terminal, kind and day."""
    source = rows_in(POSITIONS, store.files_of(POSITIONS, between))
    whose = only(connection, terminals)
    return [
        Alarm(terminal, kind, first.replace(tzinfo=BEIJING), last.replace(tzinfo=BEIJING), *rest)
        for kind, bits in ALARMS.items()
        for terminal, first, last, *rest in connection.execute(
            _query(source, whose, sum(1 << at for at in bits))
        ).fetchall()
    ]


def _query(source: str, whose: str, mask: int) -> str:
    return f"""SELECT terminal, min(located_at), max(located_at), count(*), bit_or(alarm & {mask}),
      arg_min(lon_e6, located_at) / 1e6, arg_min(lat_e6, located_at) / 1e6
    FROM {source} WHERE alarm & {mask} <> 0 AND {whose}
    GROUP BY terminal, located_at::DATE ORDER BY 1, 2"""


def gone_silent(seen: dict[str, set[date]], between: Between, days: int) -> list[tuple[str, date]]:
    """The terminals that have said nothing for just so many days on a day of a span."""
    found = []
    for span in between.days():
        last = span.first - timedelta(days=days)
        quiet = {last + timedelta(days=at) for at in range(1, days + 1)}
        found += [(one, span.first) for one, told in seen.items()
                  if last in told and not told & quiet]  # fmt: skip
    return found
