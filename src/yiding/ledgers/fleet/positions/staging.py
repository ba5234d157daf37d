"""Staging 暂列: what terminals sent as rows of the store."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from yiding.ledgers.fleet.jt808.faults import Fault
from yiding.ledgers.fleet.jt808.model import Message
from yiding.ledgers.fleet.jt808.position import Position
from yiding.ledgers.fleet.positions.store import POSITIONS
from yiding.ledgers.telemetry.arrivals import Arrival
from yiding.ledgers.telemetry.series import FAULTS
from yiding.ledgers.telemetry.staging import Gathered, Row, fault_row, is_of_our_time, local


def gathered(arrivals: Iterable[Arrival[Message]]) -> Gathered:
    """The rows of some arrivals, in their order; unplaced are positions without a time."""
    positions: list[Row] = []
    faults: list[Row] = []
    unplaced = 0
    for one in arrivals:
        received = local(one.received_at)
        faults += (
            fault_row(message.device, f"{message.message:04X}", fault, one.peer, one.received_at)
            for message, fault in _faults(one)
        )
        for message in one.whole:
            for position in message.positions:
                if message.device and is_of_our_time(position.at):
                    positions.append(_row(message.device, position, received, len(positions)))
                else:
                    unplaced += 1
    return Gathered({POSITIONS.name: positions, FAULTS.name: faults}, unplaced)


def _row(device: str, one: Position, received: str, seq: int) -> Row:
    assert one.at is not None  # noqa: S101 - only what has a time is a row
    items = ";".join(f"{number:02X}={value.hex().upper()}" for number, value in one.items)
    return (
        device, local(one.at), one.lat_e6, one.lon_e6, one.altitude_m, one.speed_tenths,
        one.direction, one.alarm, one.status, one.mileage_tenths, one.fuel_tenths, items or None,
        received, seq,
    )  # fmt: skip


def _faults(arrival: Arrival[Message]) -> Iterator[tuple[Message, Fault]]:
    """Those of a damaged frame, else those of the messages it made whole."""
    if arrival.frame is not None and arrival.frame.is_damaged:
        yield from ((arrival.frame, fault) for fault in arrival.frame.faults)
    for message in arrival.whole:
        yield from ((message, fault) for fault in message.faults)
