"""Taking 入库: a spool or files of frames into the store, in batches, each whole or not at all."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from yiding.ledgers.lake.hj212.assemble import assembler
from yiding.ledgers.lake.hj212.decode import decode
from yiding.ledgers.lake.hj212.practice import PRACTICE, Practice
from yiding.ledgers.lake.telemetry.arrivals import arrivals_of_file
from yiding.ledgers.lake.telemetry.staging import gathered
from yiding.ledgers.lake.telemetry.store import Store
from yiding.ledgers.telemetry import taking
from yiding.ledgers.telemetry.taking import BATCH, Intake, Taken


def take_spool(
    store: Store, spool: Path, practice: Practice = PRACTICE, *, batch: int = BATCH
) -> Taken:
    """What a spool holds beyond what was taken before; as `telemetry.taking.take_spool`."""
    intake = Intake(lambda record: decode(record.raw, practice), assembler, gathered)
    return taking.take_spool(store, spool, intake, batch=batch)


def take_files(
    store: Store,
    files: Iterable[Path],
    now: datetime,
    practice: Practice = PRACTICE,
    *,
    batch: int = BATCH,
) -> Taken:
    """Files of frames, one a line; `now` stands for the receipt of frames that say no time."""
    arrivals = (one for path in files for one in arrivals_of_file(path, now, practice))
    return taking.take_arrivals(store, arrivals, gathered, batch=batch)
