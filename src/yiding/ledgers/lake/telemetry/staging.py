"""Staging 暂列: what stations sent as rows of the store."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from yiding.ledgers.lake.factors import BY_CODE
from yiding.ledgers.lake.hj212.faults import Fault
from yiding.ledgers.lake.hj212.model import Message
from yiding.ledgers.lake.telemetry.store import READINGS
from yiding.ledgers.telemetry.arrivals import Arrival
from yiding.ledgers.telemetry.series import FAULTS
from yiding.ledgers.telemetry.staging import Gathered, Row, fault_row, is_of_our_time, local

#: Of a message without CN.
UNNAMED = "-"


def gathered(arrivals: Iterable[Arrival[Message]]) -> Gathered:
    """The rows of some arrivals, in their order; unplaced are values without MN or DataTime."""
    readings: list[Row] = []
    faults: list[Row] = []
    unplaced = 0
    for one in arrivals:
        received = local(one.received_at)
        faults += (
            fault_row(message.mn, message.cn, fault, one.peer, one.received_at)
            for message, fault in _faults(one)
        )
        for message in one.whole:
            is_placed = bool(message.mn) and is_of_our_time(message.data_time)
            unplaced += 0 if is_placed else len(message.readings)
            readings += _rows(message, received, len(readings)) if is_placed else ()
    return Gathered({READINGS.name: readings, FAULTS.name: faults}, unplaced)


def _rows(message: Message, received: str, first: int) -> Iterator[Row]:
    at = local(message.data_time) if message.data_time else None
    command = message.cn or UNNAMED
    for seq, (code, statistic, _, value, flag, is_valid) in enumerate(message.readings, first):
        factor = BY_CODE[code].name if code in BY_CODE else code
        number = None if value is None else str(value)
        yield message.mn, command, factor, statistic, at, number, flag, is_valid, received, seq


def _faults(arrival: Arrival[Message]) -> Iterator[tuple[Message, Fault]]:
    """Those of a damaged frame, else those of the messages it made whole."""
    if arrival.frame is not None and arrival.frame.is_damaged:
        yield from ((arrival.frame, fault) for fault in arrival.frame.faults)
    for message in arrival.whole:
        yield from ((message, fault) for fault in message.faults)
