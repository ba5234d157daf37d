"""Merging 并入: rows that came into the files of their months or days, each row once.

A row is known by its key. The same again adds nothing; one that came later takes the place of the
earlier one and counts a revision; one that came earlier than what is there is left out. Files are
never changed: new ones take their place.
"""

# ruff: noqa: S608 - columns and tables are named here, paths are quoted
from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path

import duckdb

from yiding.ledgers.telemetry.manifest import flush_folder
from yiding.ledgers.telemetry.series import Between, Series
from yiding.ledgers.telemetry.store import Store, parquet, quoted


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

    def write(self, series: Series, day: date, query: str) -> str:
        """The rows of a query as a file of a month or a day; its path within the store."""
        return self._written(f"{series.name}/{series.folder(day)}", query)

    def write_together(self, series: Series, folder: str, files: list[str]) -> str:
        """Some files of one folder as one, sorted; its path within the store."""
        source = parquet(self.store.folder / one for one in files)
        return self._written(
            folder, f"SELECT {series.stored} FROM {source} ORDER BY {series.order}"
        )

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


def merge(writer: Writer, series: Series) -> Merged:
    """The rows of the series' table into files."""
    return _merge_by_key(writer, series) if series.key else _merge_whole_rows(writer, series)


def _merge_by_key(writer: Writer, series: Series) -> Merged:
    key, says = ", ".join(series.key), ", ".join(series.says)
    columns = ", ".join(f"(one).{name} AS {name}" for name in (*series.says, "received_at"))
    writer.connection.execute(
        f"""CREATE OR REPLACE TEMP TABLE fresh AS
        SELECT {key}, {columns}, differing - 1 AS revision, came
        FROM (SELECT {key}, count(*) AS came,
            count(DISTINCT struct_pack({says})) AS differing,
            arg_max(struct_pack({says}, received_at), struct_pack(received_at, seq)) AS one
          FROM {series.table} GROUP BY ALL)"""
    )
    merged = Merged()
    came = _number(writer, "SELECT coalesce(sum(came), 0) FROM fresh")
    for span in _spans(writer.connection, series, "fresh"):
        _merge_span(writer, series, span, merged)
    merged.known = came - merged.new - merged.revised
    return merged


def _merge_span(writer: Writer, series: Series, span: Between, merged: Merged) -> None:
    """One part: leave out what is known, take out what is superseded, write what is left."""
    files = writer.store.files_of(series, span)
    within = _within(series.at, span)
    if files:
        _meet(writer.connection, series, files, within)
        merged.revised += _number(writer, "SELECT count(*) FROM met WHERE wins")
        for (name,) in writer.connection.execute(
            "SELECT DISTINCT filename FROM met WHERE wins ORDER BY 1"
        ).fetchall():
            _take_out(writer, series, (span, name), merged)
        merged.new -= _number(writer, "SELECT count(*) FROM met WHERE wins")
    left = _number(writer, f"SELECT count(*) FROM fresh WHERE {within}")
    if left:
        merged.new += left
        query = f"SELECT {series.stored} FROM fresh WHERE {within} ORDER BY {series.order}"
        merged.added.append(writer.write(series, span.first, query))


def _meet(
    connection: duckdb.DuckDBPyConnection, series: Series, files: list[str], within: str
) -> None:
    """Which fresh rows are there already; of these only the ones that win are kept."""
    key, at = ", ".join(series.key), series.at
    differs = " OR ".join(f"f.{name} IS DISTINCT FROM o.{name}" for name in series.says)
    low, high = connection.execute(
        f"SELECT min({at}), max({at}) FROM fresh WHERE {within}"
    ).fetchall()[0]
    connection.execute(
        f"""CREATE OR REPLACE TEMP TABLE met AS
        SELECT {", ".join(f"f.{name}" for name in series.key)}, o.revision AS before,
          o.filename AS filename, ({differs}) AND f.received_at >= o.received_at AS wins
        FROM fresh f JOIN (SELECT * FROM read_parquet(?, filename=true, hive_partitioning=false)
          WHERE {at} BETWEEN ? AND ?) o USING ({key})""",
        [files, low, high],
    )
    same = " AND ".join(f"f.{name} = met.{name}" for name in series.key)
    connection.execute(f"DELETE FROM fresh f USING met WHERE NOT met.wins AND {same}")
    connection.execute(
        "UPDATE fresh AS f SET revision = f.revision + met.before + 1 FROM met "
        f"WHERE met.wins AND {same}"
    )


def _take_out(writer: Writer, series: Series, where: tuple[Between, str], merged: Merged) -> None:
    """A file again without the rows that were superseded."""
    span, name = where
    query = (
        f"SELECT {series.stored} FROM {parquet([name])} o "
        f"ANTI JOIN (SELECT * FROM met WHERE wins) w USING ({', '.join(series.key)})"
    )
    merged.added.append(writer.write(series, span.first, query))
    merged.replaced.append(Path(name).relative_to(writer.store.folder).as_posix())


def _merge_whole_rows(writer: Writer, series: Series) -> Merged:
    """A row that is there already adds nothing."""
    merged = Merged()
    for span in _spans(writer.connection, series, series.table):
        within = _within(series.at, span)
        query = f"SELECT DISTINCT {series.stored} FROM {series.table} WHERE {within}"
        if files := writer.store.files_of(series, span):
            query += f" EXCEPT SELECT {series.stored} FROM {parquet(files)} WHERE {within}"
        if new := _number(writer, f"SELECT count(*) FROM ({query})"):
            merged.new += new
            ordered = f"SELECT * FROM ({query}) ORDER BY {series.order}"
            merged.added.append(writer.write(series, span.first, ordered))
    return merged


def _spans(connection: duckdb.DuckDBPyConnection, series: Series, table: str) -> Iterator[Between]:
    """The months, or the days, that the rows of a table touch."""
    rows = connection.execute(
        f"SELECT DISTINCT date_trunc('{series.by}', {series.at}) FROM {table} ORDER BY 1"
    ).fetchall()
    for (first,) in rows:
        day = first.date() if isinstance(first, datetime) else first
        yield next(iter(series.spans(Between(day, day + timedelta(days=40)))))


def _within(column: str, span: Between) -> str:
    after = span.last + timedelta(days=1)
    return f"{column} >= TIMESTAMP '{span.first}' AND {column} < TIMESTAMP '{after}'"


def _number(writer: Writer, query: str) -> int:
    return int(writer.connection.execute(query).fetchall()[0][0])


def _flush(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
