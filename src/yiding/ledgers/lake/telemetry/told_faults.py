"""Faults 报文缺陷 as stored: how many of each kind in a span of days, with one to look at."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from yiding.ledgers.lake.hj212.faults import CODES, Fault
from yiding.ledgers.lake.telemetry.frames import Reader
from yiding.ledgers.telemetry.series import Between


@dataclass(frozen=True, slots=True)
class FaultCount:
    """A kind of fault: how often, of how many stations, and the last one as it was found."""

    code: str
    count: int
    stations: int
    last_station: str
    last_at: datetime
    found: str

    @property
    def fault(self) -> Fault:
        """The last one, with its title and its sentences."""
        return Fault(self.code, self.found)


def faults_between(
    reader: Reader, between: Between, stations: Iterable[str] | None = None
) -> list[FaultCount]:
    """The faults received in a span of days, the most frequent kind first.

    `stations` by code; of all, and of devices that name themselves wrongly, where none are given.
    """
    files = reader.store.faults_of(between)
    if not files:
        return []
    wanted = None if stations is None else list(stations)
    rows = reader.connection.execute(
        """SELECT code, count(*), count(DISTINCT station), arg_max(coalesce(station, ''),
          received_at), max(received_at), arg_max(coalesce(found, ''), received_at)
        FROM read_parquet(?, hive_partitioning=false) WHERE received_at >= ?::DATE
          AND received_at < ?::DATE + INTERVAL 1 DAY
          AND (?::VARCHAR[] IS NULL OR list_contains(?::VARCHAR[], station))
        GROUP BY code ORDER BY 2 DESC, 1""",
        [files, between.first, between.last, wanted, wanted],
    ).fetchall()
    return [FaultCount(*row) for row in rows if row[0] in CODES]
