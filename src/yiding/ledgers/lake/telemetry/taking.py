"""Taking 入库: a spool or files of frames into the store, in batches, each whole or not at all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import islice
from pathlib import Path

import duckdb

from yiding.ledgers.lake.hj212.practice import PRACTICE, Practice
from yiding.ledgers.lake.telemetry.arrivals import Arrival, SpoolReader, arrivals_of_file
from yiding.ledgers.lake.telemetry.compacting import compact
from yiding.ledgers.lake.telemetry.manifest import Manifest, write_manifest
from yiding.ledgers.lake.telemetry.merging import Merged, Writer, merge_faults, merge_readings
from yiding.ledgers.lake.telemetry.staging import INCOMING, TOLD, Gathered, gathered, stage
from yiding.ledgers.lake.telemetry.store import Store

#: Frames of one batch: some 100,000 values, and what memory holds at once.
BATCH = 15_000


@dataclass(slots=True)
class Taken:
    """What a take did: frames read and damaged, values by what became of them, faults by code.

    `new` values, `revised` ones that took the place of an earlier, `known` that were there
    already, `unplaced` without MN or DataTime, which enter no figure; `batches` committed.
    """

    frames: int = 0
    damaged: int = 0
    new: int = 0
    revised: int = 0
    known: int = 0
    unplaced: int = 0
    batches: int = 0
    faults: Counter[str] = field(default_factory=Counter)

    def add(self, batch: list[Arrival], rows: Gathered, merged: Merged) -> None:
        """Count a batch that is in."""
        frames = [one.frame for one in batch if one.frame is not None]
        self.frames += len(frames)
        self.damaged += sum(one.is_damaged for one in frames)
        self.faults.update(str(row[2]) for row in rows.faults)
        self.new += merged.new
        self.revised += merged.revised
        self.known += merged.known
        self.unplaced += rows.unplaced
        self.batches += 1


def take_spool(
    store: Store, spool: Path, practice: Practice = PRACTICE, *, batch: int = BATCH
) -> Taken:
    """What a spool holds beyond what was taken before, while it may be written to.

    `StoreInUse` where another takes; `OSError` as it comes. Whatever stops it, the store holds
    every batch committed before and nothing of the others, and the next take goes on from there.
    """
    with store.locked(), store.connect() as connection:
        taken, manifest = Taken(), swept(store)
        reader = SpoolReader(spool, manifest.taken, manifest.open_packets, practice)
        for some in _batches(reader, batch):
            given_up = reader.given_up(some[-1].received_at)
            some.append(some[-1]._replace(frame=None, whole=given_up))
            places = {one.segment: one.end for one in some}
            manifest = replace(
                manifest,
                taken={**manifest.taken, **places},
                open_packets=reader.open_packets(),
            )
            manifest = _commit(store, connection, manifest, some, taken)
        compact(store, connection)
        return taken


def take_files(
    store: Store,
    files: Iterable[Path],
    now: datetime,
    practice: Practice = PRACTICE,
    *,
    batch: int = BATCH,
) -> Taken:
    """Files of frames, one a line; `now` stands for the receipt of frames that say no time."""
    with store.locked(), store.connect() as connection:
        taken, manifest = Taken(), swept(store)
        for path in files:
            for some in _batches(arrivals_of_file(path, now, practice), batch):
                manifest = _commit(store, connection, manifest, some, taken)
        compact(store, connection)
        return taken


def swept(store: Store) -> Manifest:
    """The manifest to go on from, when what no reader wants any more is removed.

    That is what the take before replaced, what an interrupted one left behind, and the places in
    segments that are no longer there.
    """
    found = store.manifest()
    there = {one: end for one, end in found.taken.items() if Path(one).exists()}
    manifest = replace(found, retired=(), taken=there)
    named = {store.folder / one for one in manifest.files()}
    for kind in ("readings", "faults"):
        for path in (store.folder / kind).glob("year=*/month=*/*"):
            if path not in named:
                path.unlink()
    for path in store.folder.glob("*.csv"):
        path.unlink()
    return manifest


def _batches(arrivals: Iterable[Arrival], size: int) -> Iterator[list[Arrival]]:
    each = iter(arrivals)
    while some := list(islice(each, size)):
        yield some


def _commit(
    store: Store,
    connection: duckdb.DuckDBPyConnection,
    manifest: Manifest,
    batch: list[Arrival],
    taken: Taken,
) -> Manifest:
    """One batch into files, and then into the manifest."""
    rows = gathered(batch)
    stage(connection, store.folder, "incoming", INCOMING, rows.readings)
    stage(connection, store.folder, "told", TOLD, rows.faults)
    committed, merged = commit(store, connection, manifest)
    taken.add(batch, rows, merged)
    return committed


def commit(
    store: Store, connection: duckdb.DuckDBPyConnection, manifest: Manifest
) -> tuple[Manifest, Merged]:
    """The tables `incoming` and `told` into the store, under what else is new in a manifest."""
    writer = Writer(store, connection, manifest.number + 1)
    readings, faults = merge_readings(writer), merge_faults(writer)
    gone = frozenset(readings.replaced)
    kept = (one for one in manifest.readings if one not in gone)
    new = replace(
        manifest,
        number=manifest.number + 1,
        readings=(*kept, *readings.added),
        faults=(*manifest.faults, *faults.added),
        retired=(*manifest.retired, *readings.replaced),
    )
    write_manifest(store.folder, new)
    return new, readings
