"""Merging 并入: rows that came into the files of their months, each reading once.

A reading is known by station, command, factor, statistic and time. The same again adds nothing; a
value that came later takes the place of the earlier one and counts a revision; one that came
earlier than what is there is left out. Files are never changed: new ones take their place.
"""

# ruff: noqa: S608 - columns and tables are named here, paths are quoted
from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path

import duckdb

from yiding.ledgers.lake.telemetry.manifest import flush_folder
from yiding.ledgers.lake.telemetry.store import Between, Store, month_folder, parquet, quoted

KEY = "station, command, factor, statistic, data_time"
READING_ORDER = "data_time::DATE, station, factor, statistic, data_time"
READING_COLUMNS = f"{KEY}, value, flag, is_valid, received_at, revision"
FAULT_COLUMNS = "station, command, code, found, peer, received_at"
FAULT_ORDER = "received_at, station, code"
_DIFFERS = (
    "(f.value IS DISTINCT FROM o.value OR f.flag IS DISTINCT FROM o.flag "
    "OR f.is_valid IS DISTINCT FROM o.is_valid)"
)


@dataclass(slots=True)
class Merged:
    """What a merge did: files to add, files they replace, and how many rows of each sort."""

    added: list[str] = field(default_factory=list)
    replaced: list[str] = field(default_factory=list)
    new: int = 0
    revised: int = 0
    known: int = 0


@dataclass(slots=True)
class Writer:
    """Writes the files of one change, each under a name of its own."""

    store: Store
    connection: duckdb.DuckDBPyConnection
    number: int
    _count: int = 0

    def write(self, kind: str, day: date, query: str) -> str:
        """The rows of a query as a file of a month; its path within the store."""
        return self._written(f"{kind}/{month_folder(day)}", query)

    def write_together(self, folder: str, files: list[str], columns: str, order: str) -> str:
        """Some files of a month as one, sorted; its path within the store."""
        source = parquet(self.store.folder / one for one in files)
        return self._written(folder, f"SELECT {columns} FROM {source} ORDER BY {order}")

    def _written(self, folder: str, query: str) -> str:
        name = f"{folder}/{self.number:08}-{self._count}.parquet"
        self._count += 1
        path = self.store.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_suffix(".part")
        self.connection.execute(
            f"COPY ({query}) TO {quoted(part)} (FORMAT parquet, COMPRESSION zstd)"
        )
        _flush(part)
        part.replace(path)
        flush_folder(path.parent)
        return name


def merge_readings(writer: Writer) -> Merged:
    """The rows of the table `incoming` into files."""
    writer.connection.execute(
        f"""CREATE OR REPLACE TEMP TABLE fresh AS
        SELECT {KEY}, (one).value AS value, (one).flag AS flag, (one).is_valid AS is_valid,
          (one).received_at AS received_at, differing - 1 AS revision, came
        FROM (SELECT {KEY}, count(*) AS came,
            count(DISTINCT struct_pack(value, flag, is_valid)) AS differing,
            arg_max(struct_pack(value, flag, is_valid, received_at),
              struct_pack(received_at, seq)) AS one
          FROM incoming GROUP BY ALL)"""
    )
    merged = Merged()
    came = _number(writer, "SELECT coalesce(sum(came), 0) FROM fresh")
    for span in _months(writer.connection, "fresh", "data_time"):
        _merge_month(writer, span, merged)
    merged.known = came - merged.new - merged.revised
    return merged


def _merge_month(writer: Writer, span: Between, merged: Merged) -> None:
    """One month: leave out what is known, take out what is superseded, write what is left."""
    files = writer.store.readings_of(span)
    in_month = _in_month("data_time", span)
    if files:
        _meet(writer.connection, files, in_month)
        merged.revised += _number(writer, "SELECT count(*) FROM met WHERE wins")
        for (name,) in writer.connection.execute(
            "SELECT DISTINCT filename FROM met WHERE wins ORDER BY 1"
        ).fetchall():
            _take_out(writer, span, name, merged)
        merged.new -= _number(writer, "SELECT count(*) FROM met WHERE wins")
    left = _number(writer, f"SELECT count(*) FROM fresh WHERE {in_month}")
    if left:
        merged.new += left
        query = f"SELECT {READING_COLUMNS} FROM fresh WHERE {in_month} ORDER BY {READING_ORDER}"
        merged.added.append(writer.write("readings", span.first, query))


def _meet(connection: duckdb.DuckDBPyConnection, files: list[str], in_month: str) -> None:
    """Which fresh rows are there already; of these only the ones that win are kept."""
    low, high = connection.execute(
        f"SELECT min(data_time), max(data_time) FROM fresh WHERE {in_month}"
    ).fetchall()[0]
    connection.execute(
        f"""CREATE OR REPLACE TEMP TABLE met AS
        SELECT {_of("f")}, o.revision AS before, o.filename AS filename,
          {_DIFFERS} AND f.received_at >= o.received_at AS wins
        FROM fresh f JOIN (SELECT * FROM read_parquet(?, filename=true, hive_partitioning=false)
          WHERE data_time BETWEEN ? AND ?) o USING ({KEY})""",
        [files, low, high],
    )
    connection.execute(f"DELETE FROM fresh f USING met WHERE NOT met.wins AND {_same('f', 'met')}")
    connection.execute(
        "UPDATE fresh AS f SET revision = f.revision + met.before + 1 FROM met "
        f"WHERE met.wins AND {_same('f', 'met')}"
    )


def _take_out(writer: Writer, span: Between, name: str, merged: Merged) -> None:
    """A file again without the rows that were superseded."""
    query = (
        f"SELECT {READING_COLUMNS} FROM {parquet([name])} o "
        f"ANTI JOIN (SELECT * FROM met WHERE wins) w USING ({KEY})"
    )
    merged.added.append(writer.write("readings", span.first, query))
    merged.replaced.append(str(Path(name).relative_to(writer.store.folder)))


def merge_faults(writer: Writer) -> Merged:
    """The rows of the table `told` into files; a fault that is there already adds nothing."""
    merged = Merged()
    for span in _months(writer.connection, "told", "received_at"):
        where = _in_month("received_at", span)
        query = f"SELECT DISTINCT {FAULT_COLUMNS} FROM told WHERE {where}"
        if files := writer.store.faults_of(span):
            query += f" EXCEPT SELECT {FAULT_COLUMNS} FROM {parquet(files)} WHERE {where}"
        if new := _number(writer, f"SELECT count(*) FROM ({query})"):
            merged.new += new
            ordered = f"SELECT * FROM ({query}) ORDER BY {FAULT_ORDER}"
            merged.added.append(writer.write("faults", span.first, ordered))
    return merged


def _months(connection: duckdb.DuckDBPyConnection, table: str, column: str) -> Iterator[Between]:
    """The months that the rows of a table touch."""
    rows = connection.execute(
        f"SELECT DISTINCT date_trunc('month', {column}) FROM {table} ORDER BY 1"
    ).fetchall()
    for (first,) in rows:
        day = first.date() if isinstance(first, datetime) else first
        yield next(Between(day, day + timedelta(days=40)).months())


def _in_month(column: str, span: Between) -> str:
    after = span.last + timedelta(days=1)
    return f"{column} >= TIMESTAMP '{span.first}' AND {column} < TIMESTAMP '{after}'"


def _number(writer: Writer, query: str) -> int:
    return int(writer.connection.execute(query).fetchall()[0][0])


def _of(alias: str) -> str:
    return ", ".join(f"{alias}.{name}" for name in KEY.split(", "))


def _same(one: str, other: str) -> str:
    return " AND ".join(f"{one}.{name} = {other}.{name}" for name in KEY.split(", "))


def _flush(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
