"""Taking 入库: a spool, files of frames or sheets of positions into the store, each row once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path

from yiding.ledgers.fleet.jt808.assemble import assembler
from yiding.ledgers.fleet.jt808.decode import decode
from yiding.ledgers.fleet.jt808.lines import read_file
from yiding.ledgers.fleet.jt808.model import Message
from yiding.ledgers.fleet.jt808.stream import Dropped
from yiding.ledgers.fleet.positions.sheets import SUFFIXES, take_sheet
from yiding.ledgers.fleet.positions.staging import gathered
from yiding.ledgers.fleet.positions.store import Store
from yiding.ledgers.telemetry import taking
from yiding.ledgers.telemetry.arrivals import Arrival
from yiding.ledgers.telemetry.taking import BATCH, Intake, Taken

INTAKE: Intake[Message] = Intake(lambda record: decode(record.raw), assembler, gathered)


def take_spool(store: Store, spool: Path, *, batch: int = BATCH) -> Taken:
    """What a spool holds beyond what was taken before; as `telemetry.taking.take_spool`."""
    return taking.take_spool(store, spool, INTAKE, batch=batch)


def take_files(store: Store, files: Iterable[Path], now: datetime, *, batch: int = BATCH) -> Taken:
    """Files of frames, and sheets of positions (``.csv``, ``.parquet``) by their heads.

    `now` stands for the receipt of frames that say no time. `UnreadableSheet` says which sheet has
    no terminal, time or place, or which head it does not know.
    """
    taken = Taken()
    for path in files:
        if path.suffix.lower() in SUFFIXES:
            taken.join(take_sheet(store, path, now))
        else:
            taken.join(taking.take_arrivals(store, _arrivals(path, now), gathered, batch=batch))
    return taken


def _arrivals(path: Path, or_else: datetime) -> Iterator[Arrival[Message]]:
    """The frames of a file; each came when its last position says, else at `or_else`."""
    packets = assembler()
    at = or_else
    for message in read_file(path):
        if isinstance(message, Dropped):
            lost = Message(faults=(message.fault,))
            yield Arrival(at, path.name, None, (lost,))
            continue
        whole = () if message.is_damaged else tuple(packets.add(message))
        at = _sent_at(whole) or at
        yield Arrival(at, path.name, message, whole)
    for message in packets.leftovers():
        yield Arrival(_sent_at((message,)) or at, path.name, None, (message,))


def _sent_at(messages: tuple[Message, ...]) -> datetime | None:
    times = [one.at for message in messages for one in message.positions if one.at]
    return max(times, default=None)
