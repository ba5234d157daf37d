"""Packets that a connection still owes: what to ask for again, and when."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from dataclasses import dataclass, field

from yiding.ledgers.fleet.jt808.model import Message

#: Seconds without a further packet before the missing are asked for, and how often they are: ours.
PATIENCE_S, TIMES = 10.0, 3
#: Unfinished messages of one connection that are kept in mind; beyond them the oldest is let go.
MOST = 64
#: A message of more packets than this is not asked for.
MOST_PACKETS = 4096


@dataclass(slots=True)
class Owed:
    """A message of which packets have come: one of them, their numbers, and when the last came."""

    one: Message
    have: set[int]
    last_s: float
    times: int = 0

    def missing(self) -> list[int]:
        """The numbers of the packets that have not come."""
        return [at for at in range(1, (self.one.pnum or 0) + 1) if at not in self.have]


@dataclass(slots=True)
class Packets:
    """What one terminal's connection has sent of messages in packets."""

    patience_s: float = PATIENCE_S
    _open: dict[Hashable, Owed] = field(default_factory=dict)

    def came(self, message: Message, now_s: float) -> None:
        """A packet has come; when it was the last one, nothing more is owed."""
        if message.pno is None or not 0 < (message.pnum or 0) <= MOST_PACKETS:
            return
        owed = self._open.setdefault(message.key, Owed(message, set(), now_s))
        owed.have.add(message.pno)
        owed.last_s = now_s
        if len(owed.have) == message.pnum:
            del self._open[message.key]
        elif len(self._open) > MOST:
            del self._open[next(iter(self._open))]

    def due(self, now_s: float) -> Iterator[tuple[Message, list[int]]]:
        """The messages to ask for now, each with what is missing; after a few times no more."""
        for key, owed in list(self._open.items()):
            if now_s - owed.last_s < self.patience_s:
                continue
            if owed.times >= TIMES:
                del self._open[key]
                continue
            owed.times += 1
            owed.last_s = now_s
            yield owed.one, owed.missing()
