"""Arrivals 到报: the messages of a file of frames."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from yiding.ledgers.lake.hj212.assemble import assembler
from yiding.ledgers.lake.hj212.lines import read_file
from yiding.ledgers.lake.hj212.model import Message
from yiding.ledgers.lake.hj212.moments import moment_of
from yiding.ledgers.lake.hj212.practice import PRACTICE, Practice
from yiding.ledgers.telemetry.arrivals import Arrival


def arrivals_of_file(
    path: Path, or_else: datetime, practice: Practice = PRACTICE
) -> Iterator[Arrival[Message]]:
    """The frames of a ``.hj212`` file; each came when its QN says, else at its DataTime.

    `or_else` stands where neither is there. The same file read again gives the same.
    """
    packets = assembler()
    at = or_else
    for _, message in read_file(path, practice):
        at = _sent_at(message) or or_else
        whole = () if message.is_damaged else tuple(packets.add(message))
        yield Arrival(at, path.name, message, whole)
    for message in packets.leftovers():
        yield Arrival(_sent_at(message) or at, path.name, None, (message,))


def _sent_at(message: Message) -> datetime | None:
    qn = message.qn or ""
    sent = moment_of(qn[:14]) if len(qn) == 17 and qn.isdecimal() else None
    if sent is None:
        return message.data_time
    return sent + timedelta(milliseconds=int(qn[14:]))
