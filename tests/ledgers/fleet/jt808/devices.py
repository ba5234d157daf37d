"""Terminals that talk to a listener over real sockets."""

from __future__ import annotations

from dataclasses import dataclass, field

from ledgers.fleet.jt808.frames import numbered
from yiding.ledgers.fleet.jt808 import reply
from yiding.ledgers.fleet.jt808.decode import decode
from yiding.ledgers.fleet.jt808.frame import MARK
from yiding.ledgers.fleet.jt808.stream import Frame, Splitter

MODULE = "yiding.ledgers.fleet.jt808.listen"


def answers(data: bytes) -> list[tuple[int, str, bytes]]:
    """Each answer in some bytes: its ID, the terminal, its body."""
    found = [decode(one.raw) for one in Splitter().feed(data) if isinstance(one, Frame)]
    return [(one.message, one.device, one.body) for one in found]


@dataclass
class Terminal:
    """One terminal that sends its positions and notes which were acknowledged, by number."""

    number: int
    count: int
    acknowledged: set[tuple[bytes, bytes]] = field(default_factory=set)

    def frame(self, at: int) -> bytes:
        """The message of a number."""
        return numbered(self.number, at)

    def heard(self, data: bytes) -> bytes:
        """Note the answers in these bytes; what is left of an unfinished one."""
        for message, device, body in answers(data):
            if message == reply.GENERAL and body[-1] == reply.Result.DONE:
                self.acknowledged.add((device.encode(), body[:2]))
        end = data.rfind(MARK)
        return data[end + 1 :] if data.count(MARK) % 2 == 0 else data[end:]
