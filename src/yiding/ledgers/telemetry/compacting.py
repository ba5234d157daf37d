"""Compacting 归并: many small files of a month or a day into one, sorted."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

import duckdb

from yiding.ledgers.telemetry.manifest import write_manifest
from yiding.ledgers.telemetry.merging import Writer
from yiding.ledgers.telemetry.series import Series
from yiding.ledgers.telemetry.store import Store

#: A month, or a day, of more files than this is made one.
MOST = 8


def compact(store: Store, connection: duckdb.DuckDBPyConnection, most: int = MOST) -> int:
    """Make one file of every folder that has more than `most`; how many folders were made so.

    The store must be locked. The files of before are kept for their readers until the next take.
    """
    before = store.manifest()
    writer = Writer(store, connection, before.number + 1)
    made, files = 0, {}
    for series in store.series:
        files[series.name], more = _compacted(writer, series, before.of(series.name), most)
        made += more
    if not made:
        return 0
    after = replace(before, number=before.number + 1, files=files, retired=())
    gone = before.named() - after.named() - set(before.retired)
    kept = replace(after, retired=(*before.retired, *sorted(gone)))
    write_manifest(store.folder, store.schema, kept)
    return made


def _compacted(
    writer: Writer, series: Series, files: tuple[str, ...], most: int
) -> tuple[tuple[str, ...], int]:
    """The files after compacting, and how many folders were."""
    folders: dict[str, list[str]] = defaultdict(list)
    for one in files:
        folders[one.rpartition("/")[0]].append(one)
    kept: list[str] = []
    made = 0
    for folder, held in sorted(folders.items()):
        is_many = len(held) > most
        kept += [writer.write_together(series, folder, held)] if is_many else held
        made += is_many
    return tuple(kept), made
