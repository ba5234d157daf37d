"""Arrivals 到报: the messages of a spool from where it was left, or of a file of frames."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from yiding.ledgers.lake.hj212.assemble import Assembler
from yiding.ledgers.lake.hj212.decode import decode
from yiding.ledgers.lake.hj212.lines import read_file
from yiding.ledgers.lake.hj212.model import Message
from yiding.ledgers.lake.hj212.moments import moment_of
from yiding.ledgers.lake.hj212.practice import PRACTICE, Practice
from yiding.ledgers.telemetry.record import Record, scan
from yiding.ledgers.telemetry.spool import segments

#: Packets that are not complete after so long are taken as they are.
PATIENCE = timedelta(days=1)
Place = tuple[str, int]


class Arrival(NamedTuple):
    """A frame read: when it came, from whom, and the whole messages it gave.

    `frame` is none where packets are given up without a further one. `segment` and `end` are
    where its record ends in the spool; empty and 0 for a file.
    """

    received_at: datetime
    peer: str
    frame: Message | None
    whole: tuple[Message, ...]
    segment: str = ""
    end: int = 0


class SpoolReader:
    """Reads a spool on from where it was left; `open_packets` are the places to read again."""

    def __init__(
        self,
        folder: Path,
        taken: Mapping[str, int],
        open_packets: Sequence[Place] = (),
        practice: Practice = PRACTICE,
    ) -> None:
        self._folder = folder.resolve()
        self._taken = taken
        self._practice = practice
        self._assembler = Assembler()
        self._open: dict[tuple[str, str | None, str], list[Place]] = {}
        self._since: dict[tuple[str, str | None, str], datetime] = {}
        self._again(open_packets)

    def open_packets(self) -> tuple[Place, ...]:
        """The records whose message is not complete yet."""
        return tuple(place for places in self._open.values() for place in places)

    def __iter__(self) -> Iterator[Arrival]:
        found = segments(self._folder)
        for path in found:
            yield from self._segment(path, is_last=path == found[-1])

    def _again(self, places: Sequence[Place]) -> None:
        """Take up packets that were left open; what is gone from the spool is let go."""
        for segment, start in places:
            path = Path(segment)
            data = path.read_bytes()[start:] if path.exists() else b""
            found = next(iter(scan(data)), None)
            if found is not None and found.record is not None:
                self._whole(found.record, decode(found.record.raw, self._practice), segment, start)

    def _segment(self, path: Path, *, is_last: bool) -> Iterator[Arrival]:
        name, start = str(path), self._taken.get(str(path), 0)
        if start == path.stat().st_size:
            return
        data = path.read_bytes()
        for found in scan(data[start:] if start else data):
            if found.record is not None:
                message = decode(found.record.raw, self._practice)
                whole = self._whole(found.record, message, name, start + found.start)
                yield _arrival(found.record, message, whole, name, start + found.end)
            elif is_last and start + found.end == len(data):
                return  # what is being written now: it is whole the next time

    def _whole(
        self, record: Record, message: Message, segment: str, start: int
    ) -> tuple[Message, ...]:
        if message.is_damaged:
            return ()
        if message.is_split:
            self._open.setdefault(_key(message), []).append((segment, start))
            self._since.setdefault(_key(message), record.received_at)
        found = self._assembler.add(message)
        for one in found:
            if one.pnum is not None:  # joined of packets: one that stands alone may share its key
                self._open.pop(_key(one), None)
                self._since.pop(_key(one), None)
        return tuple(found)

    def given_up(self, at: datetime) -> tuple[Message, ...]:
        """The messages whose packets did not all come in a day; they are open no more."""
        if not any(at - since > PATIENCE for since in self._since.values()):
            return ()
        old = {key for key, since in self._since.items() if at - since > PATIENCE}
        held = self._assembler.leftovers()
        young = [place for key, places in self._open.items() if key not in old for place in places]
        self._open, self._since = {}, {}
        self._again(young)
        return tuple(one for one in held if _key(one) in old)


def _arrival(
    record: Record, message: Message, whole: tuple[Message, ...], segment: str, end: int
) -> Arrival:
    return Arrival(record.received_at, record.peer, message, whole, segment, end)


def _key(message: Message) -> tuple[str, str | None, str]:
    return message.mn, message.qn, message.cn


def arrivals_of_file(
    path: Path, or_else: datetime, practice: Practice = PRACTICE
) -> Iterator[Arrival]:
    """The frames of a ``.hj212`` file; each came when its QN says, else at its DataTime.

    `or_else` stands where neither is there. The same file read again gives the same.
    """
    assembler = Assembler()
    at = or_else
    for _, message in read_file(path, practice):
        at = _sent_at(message) or or_else
        whole = () if message.is_damaged else tuple(assembler.add(message))
        yield Arrival(at, path.name, message, whole)
    for message in assembler.leftovers():
        yield Arrival(_sent_at(message) or at, path.name, None, (message,))


def _sent_at(message: Message) -> datetime | None:
    qn = message.qn or ""
    sent = moment_of(qn[:14]) if len(qn) == 17 and qn.isdecimal() else None
    if sent is None:
        return message.data_time
    return sent + timedelta(milliseconds=int(qn[14:]))
