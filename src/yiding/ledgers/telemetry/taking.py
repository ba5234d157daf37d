"""Taking 入库: a spool or files of frames into the store, in batches, each whole or not at all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, fields, replace
from itertools import islice
from pathlib import Path
from typing import Generic

import duckdb

from yiding.ledgers.telemetry.arrivals import Arrival, SpoolReader
from yiding.ledgers.telemetry.assemble import Assembler, M
from yiding.ledgers.telemetry.compacting import compact
from yiding.ledgers.telemetry.manifest import Manifest, write_manifest
from yiding.ledgers.telemetry.merging import Merged, Writer, merge
from yiding.ledgers.telemetry.record import Record
from yiding.ledgers.telemetry.series import FAULTS
from yiding.ledgers.telemetry.staging import Gathered, stage
from yiding.ledgers.telemetry.store import Store

#: Frames of one batch: some 100,000 values, and what memory holds at once.
BATCH = 15_000


@dataclass(slots=True)
class Taken:
    """What a take did: frames read and damaged, values by what became of them, faults by code.

    `new` values, `revised` ones that took the place of an earlier, `known` that were there
    already, `unplaced` of no known sender or time, which enter no figure; `batches` committed.
    """

    frames: int = 0
    damaged: int = 0
    new: int = 0
    revised: int = 0
    known: int = 0
    unplaced: int = 0
    batches: int = 0
    faults: Counter[str] = field(default_factory=Counter)

    def add(self, batch: Sequence[Arrival[M]], rows: Gathered, merged: Merged) -> None:
        """Count a batch that is in."""
        frames = [one.frame for one in batch if one.frame is not None]
        self.frames += len(frames)
        self.damaged += sum(one.is_damaged for one in frames)
        self.faults.update(str(row[2]) for row in rows.rows.get(FAULTS.name, ()))
        self.new += merged.new
        self.revised += merged.revised
        self.known += merged.known
        self.unplaced += rows.unplaced
        self.batches += 1

    def join(self, other: Taken) -> None:
        """Count what another take did to this one."""
        for one in fields(self):
            mine, theirs = getattr(self, one.name), getattr(other, one.name)
            setattr(self, one.name, mine + theirs)


@dataclass(frozen=True, slots=True)
class Intake(Generic[M]):
    """How a protocol's records become rows.

    ``decode`` a record, join packets by ``assembler``, make rows of what some arrivals say.
    """

    decode: Callable[[Record], M]
    assembler: Callable[[], Assembler[M]]
    gathered: Callable[[list[Arrival[M]]], Gathered]


def take_spool(store: Store, spool: Path, intake: Intake[M], *, batch: int = BATCH) -> Taken:
    """What a spool holds beyond what was taken before, while it may be written to.

    `StoreInUse` where another takes; `OSError` as it comes. Whatever stops it, the store holds
    every batch committed before and nothing of the others, and the next take goes on from there.
    """
    with store.locked(), store.connect() as connection:
        taken, manifest = Taken(), swept(store)
        tongue = intake.decode, intake.assembler()
        reader = SpoolReader(spool, tongue, manifest.taken, manifest.open_packets)
        for some in _batches(reader, batch):
            given_up = reader.given_up(some[-1].received_at)
            some.append(some[-1]._replace(frame=None, whole=given_up))
            places = {one.segment: one.end for one in some}
            manifest = replace(
                manifest,
                taken={**manifest.taken, **places},
                open_packets=reader.open_packets(),
            )
            rows = intake.gathered(some)
            manifest, merged = _put(store, connection, manifest, rows)
            taken.add(some, rows, merged)
        compact(store, connection)
        return taken


def take_arrivals(
    store: Store,
    arrivals: Iterable[Arrival[M]],
    gathered: Callable[[list[Arrival[M]]], Gathered],
    *,
    batch: int = BATCH,
) -> Taken:
    """What files say, in the order given; errors as `take_spool`."""
    with store.locked(), store.connect() as connection:
        taken, manifest = Taken(), swept(store)
        for some in _batches(arrivals, batch):
            rows = gathered(some)
            manifest, merged = _put(store, connection, manifest, rows)
            taken.add(some, rows, merged)
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
    named = {store.folder / one for one in manifest.named()}
    for series in store.series:
        for path in (store.folder / series.name).rglob("*.*"):
            if path.is_file() and path not in named:
                path.unlink()
    for path in store.folder.glob("*.csv"):
        path.unlink()
    return manifest


def _batches(arrivals: Iterable[Arrival[M]], size: int) -> Iterator[list[Arrival[M]]]:
    each = iter(arrivals)
    while some := list(islice(each, size)):
        yield some


def _put(
    store: Store, connection: duckdb.DuckDBPyConnection, manifest: Manifest, rows: Gathered
) -> tuple[Manifest, Merged]:
    """One batch into files, and then into the manifest."""
    for series in store.series:
        stage(connection, store.folder, series, rows.rows.get(series.name, ()))
    return commit(store, connection, manifest)


def commit(
    store: Store, connection: duckdb.DuckDBPyConnection, manifest: Manifest
) -> tuple[Manifest, Merged]:
    """The tables of the series into the store, under what else is new in a manifest.

    What is told of the merging is the first series'.
    """
    writer = Writer(store, connection, manifest.number + 1)
    found = {series.name: merge(writer, series) for series in store.series}
    files = {
        name: (*(one for one in manifest.of(name) if one not in merged.replaced), *merged.added)
        for name, merged in found.items()
    }
    replaced = (one for merged in found.values() for one in merged.replaced)
    new = replace(
        manifest,
        number=manifest.number + 1,
        files=files,
        retired=(*manifest.retired, *replaced),
    )
    write_manifest(store.folder, store.schema, new)
    return new, found[store.series[0].name]
