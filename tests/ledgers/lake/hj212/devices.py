"""Stations that talk to a listener over real sockets."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ledgers.lake.hj212.frames import numbered

MODULE = "yiding.ledgers.lake.hj212.listen"
ANSWERED = re.compile(rb"QN=(\d{17});ST=91;CN=9014;PW=\w*;MN=(\w+);")


@dataclass
class Device:
    """One station that sends its messages and notes which were acknowledged, by MN and QN."""

    number: int
    count: int
    acknowledged: set[tuple[bytes, bytes]] = field(default_factory=set)

    def frame(self, at: int) -> bytes:
        """The message of a number."""
        return numbered(self.number, at)

    def heard(self, data: bytes) -> bytes:
        """Note the answers in these bytes; what is left of an unfinished one."""
        self.acknowledged |= {(mn, qn) for qn, mn in ANSWERED.findall(data)}
        return data[data.rfind(b"\r\n") + 2 :] if b"\r\n" in data else data
