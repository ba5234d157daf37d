"""The spool read back: messages without repetitions, readings as rows and columns."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from datetime import datetime
from decimal import Decimal
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from yiding.ledgers.lake.hj212.assemble import assembler
from yiding.ledgers.lake.hj212.decode import decode
from yiding.ledgers.lake.hj212.model import Message
from yiding.ledgers.lake.hj212.practice import PRACTICE, Practice
from yiding.ledgers.telemetry.spool import records

REMEMBERED = 500_000


class StoredReading(NamedTuple):
    """One row: what a station measured, when it came, whether it replaces an earlier value.

    ``mn`` station, ``st`` system, ``cn`` command, ``factor`` code, ``statistic`` Rtd … Cou,
    ``data_time`` +08:00 as in Message.period, ``value`` in the factor's own unit, ``flag`` letter,
    ``is_valid`` by the practice, ``received_at``, ``revision`` 0 for the first value of this
    station, command, factor, statistic and time, then 1, 2, … for later messages of their own QN.
    """

    mn: str
    st: str
    cn: str
    factor: str
    statistic: str
    data_time: datetime | None
    value: Decimal | None
    flag: str | None
    is_valid: bool
    received_at: datetime
    revision: int


class Received(NamedTuple):
    """A message with the moment its first packet came."""

    message: Message
    received_at: datetime


class Memory:
    """Counts how often a key was met, among at least the last ``capacity`` different ones."""

    def __init__(self, capacity: int = REMEMBERED) -> None:
        self._capacity = capacity
        self._now: dict[int, int] = {}
        self._before: dict[int, int] = {}

    def met(self, key: Hashable) -> int:
        """How often this key was met before."""
        mark = hash(key)
        count = self._now.get(mark)
        if count is None:
            count = self._before.get(mark, 0)
        self._now[mark] = count + 1
        if len(self._now) >= self._capacity:
            self._now, self._before = {}, self._now
        return count


def messages(
    folder: Path, practice: Practice = PRACTICE, *, memory: Memory | None = None
) -> Iterator[Received]:
    """Each sound message once, packets joined; one whose packets never came stands at the end.

    A repetition has the MN, QN, CN and PNO of an earlier frame and says the same; a device that
    uses one QN for different data loses none. A damaged frame is left out and hides no other: the
    device sends it again.
    """
    seen = Memory() if memory is None else memory
    packets = assembler()
    first_at: dict[tuple[str, str | None, str], datetime] = {}
    for record in records(folder):
        message = decode(record.raw, practice)
        if message.is_damaged or seen.met(_identity(message)):
            continue
        if message.is_split:
            first_at.setdefault(message.key, record.received_at)
        yield from _received(packets.add(message), first_at, record.received_at)
    yield from _received(packets.leftovers(), first_at, None)


def readings(folder: Path, practice: Practice = PRACTICE) -> Iterator[StoredReading]:
    """The values of every message of the spool, without repetitions."""
    memory = Memory()
    for message, received_at in messages(folder, practice):
        at, mn, st, cn = message.data_time, message.mn, message.st, message.cn
        for factor, statistic, _, value, flag, is_valid in message.readings:
            revision = memory.met((mn, cn, factor, statistic, at))
            yield StoredReading(
                mn, st, cn, factor, statistic, at, value, flag, is_valid, received_at, revision
            )


def columns(rows: Iterable[StoredReading], size: int = 50_000) -> Iterator[dict[str, list[object]]]:
    """The rows in batches of columns by name, as the writers of Parquet take them."""
    each = iter(rows)
    while batch := list(islice(each, size)):
        yield {
            name: list(column)
            for name, column in zip(StoredReading._fields, zip(*batch, strict=True), strict=True)
        }


def _identity(message: Message) -> Hashable:
    said = message.data_time, message.readings, message.fields
    return message.mn, message.qn, message.cn, message.pno, said


def _received(
    found: list[Message],
    first_at: dict[tuple[str, str | None, str], datetime],
    received_at: datetime | None,
) -> Iterator[Received]:
    for message in found:
        is_joined = message.pnum is not None and message.pno is None
        at = first_at.pop(message.key, None) if is_joined else received_at
        if at is not None:
            yield Received(message, at)
