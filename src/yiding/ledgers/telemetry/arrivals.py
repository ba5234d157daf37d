"""Arrivals 到报: the messages of a spool from where it was left."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Generic, NamedTuple

from yiding.ledgers.telemetry.assemble import Assembler, M
from yiding.ledgers.telemetry.record import Record, scan
from yiding.ledgers.telemetry.spool import segments

#: Packets that are not complete after so long are taken as they are.
PATIENCE = timedelta(days=1)
Place = tuple[str, int]


class Arrival(NamedTuple, Generic[M]):
    """A frame read: when it came, from whom, and the whole messages it gave.

    `frame` is none where packets are given up without a further one. `segment` and `end` are
    where its record ends in the spool; empty and 0 for a file.
    """

    received_at: datetime
    peer: str
    frame: M | None
    whole: tuple[M, ...]
    segment: str = ""
    end: int = 0


class SpoolReader(Generic[M]):
    """Reads a spool on from where it was left; `open_packets` are the places to read again."""

    def __init__(
        self,
        folder: Path,
        tongue: tuple[Callable[[Record], M], Assembler[M]],
        taken: Mapping[str, int],
        open_packets: Sequence[Place] = (),
    ) -> None:
        self._folder = folder.resolve()
        self._decode, self._assembler = tongue
        self._taken = taken
        self._open: dict[Hashable, list[Place]] = {}
        self._since: dict[Hashable, datetime] = {}
        self._again(open_packets)

    def open_packets(self) -> tuple[Place, ...]:
        """The records whose message is not complete yet."""
        return tuple(place for places in self._open.values() for place in places)

    def __iter__(self) -> Iterator[Arrival[M]]:
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
                self._whole(found.record, self._decode(found.record), segment, start)

    def _segment(self, path: Path, *, is_last: bool) -> Iterator[Arrival[M]]:
        name, start = str(path), self._taken.get(str(path), 0)
        if start == path.stat().st_size:
            return
        data = path.read_bytes()
        for found in scan(data[start:] if start else data):
            if found.record is not None:
                message = self._decode(found.record)
                whole = self._whole(found.record, message, name, start + found.start)
                yield _arrival(found.record, message, whole, name, start + found.end)
            elif is_last and start + found.end == len(data):
                return  # what is being written now: it is whole the next time

    def _whole(self, record: Record, message: M, segment: str, start: int) -> tuple[M, ...]:
        if message.is_damaged:
            return ()
        if message.pno is not None:
            self._open.setdefault(message.key, []).append((segment, start))
            self._since.setdefault(message.key, record.received_at)
        found = self._assembler.add(message)
        for one in found:
            if one.pnum is not None:  # joined of packets: one that stands alone may share its key
                self._open.pop(one.key, None)
                self._since.pop(one.key, None)
        return tuple(found)

    def given_up(self, at: datetime) -> tuple[M, ...]:
        """The messages whose packets did not all come in a day; they are open no more."""
        if not any(at - since > PATIENCE for since in self._since.values()):
            return ()
        old = {key for key, since in self._since.items() if at - since > PATIENCE}
        held = self._assembler.leftovers()
        young = [place for key, places in self._open.items() if key not in old for place in places]
        self._open, self._since = {}, {}
        self._again(young)
        return tuple(one for one in held if one.key in old)


def _arrival(
    record: Record, message: M, whole: tuple[M, ...], segment: str, end: int
) -> Arrival[M]:
    return Arrival(record.received_at, record.peer, message, whole, segment, end)
