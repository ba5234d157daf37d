"""Compacting 归并: many small files of a month into one, sorted, so that reading opens few."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

import duckdb

from yiding.ledgers.lake.telemetry.manifest import write_manifest
from yiding.ledgers.lake.telemetry.merging import (
    FAULT_COLUMNS,
    FAULT_ORDER,
    READING_COLUMNS,
    READING_ORDER,
    Writer,
)
from yiding.ledgers.lake.telemetry.store import Store

#: A month of more files than this is made one.
MOST = 8


def compact(store: Store, connection: duckdb.DuckDBPyConnection, most: int = MOST) -> int:
    """Make one file of every month that has more than `most`; how many months were made one.

    The store must be locked. The files of before are kept for their readers until the next take.
    """
    before = store.manifest()
    writer = Writer(store, connection, before.number + 1)
    readings, made = _compacted(writer, before.readings, (READING_COLUMNS, READING_ORDER), most)
    faults, more = _compacted(writer, before.faults, (FAULT_COLUMNS, FAULT_ORDER), most)
    if not made + more:
        return 0
    gone = {*before.readings, *before.faults} - {*readings, *faults}
    new = replace(
        before,
        number=before.number + 1,
        readings=readings,
        faults=faults,
        retired=(*before.retired, *sorted(gone)),
    )
    write_manifest(store.folder, new)
    return made + more


def _compacted(
    writer: Writer, files: tuple[str, ...], what: tuple[str, str], most: int
) -> tuple[tuple[str, ...], int]:
    """The files after compacting, and how many months were."""
    months: dict[str, list[str]] = defaultdict(list)
    for one in files:
        months[one.rpartition("/")[0]].append(one)
    kept: list[str] = []
    made = 0
    for folder, held in sorted(months.items()):
        is_many = len(held) > most
        kept += [writer.write_together(folder, held, *what)] if is_many else held
        made += is_many
    return tuple(kept), made
