"""Packets of one message joined again (JT/T 808, packets)."""

from __future__ import annotations

from yiding.ledgers.fleet.jt808.decode import joined
from yiding.ledgers.fleet.jt808.model import Message
from yiding.ledgers.telemetry.assemble import Assembler


def assembler(capacity: int = 1000) -> Assembler[Message]:
    """Joins packets; holds at most ``capacity`` unfinished messages, the oldest goes first."""
    return Assembler(joined, capacity)
