"""Packets of one message joined again, by MN, QN and CN (HJ 212-2017 table 3)."""

from __future__ import annotations

from dataclasses import replace

from yiding.ledgers.lake.hj212.faults import Fault
from yiding.ledgers.lake.hj212.model import Message
from yiding.ledgers.telemetry.assemble import Assembler


def assembler(capacity: int = 1000) -> Assembler[Message]:
    """Joins packets; holds at most ``capacity`` unfinished messages, the oldest goes first."""
    return Assembler(joined, capacity)


def joined(parts: dict[int, Message]) -> Message:
    """One message of its packets, in the order of their numbers; ``pno`` is None again."""
    packets = [parts[number] for number in sorted(parts)]
    times = list(dict.fromkeys(packet.data_time for packet in packets if packet.data_time))
    return replace(
        packets[0],
        pno=None,
        data_time=times[0] if times else None,
        readings=tuple(reading for packet in packets for reading in packet.readings),
        fields=tuple(each for packet in packets for each in packet.fields),
        faults=(*_faults(packets, bool(times)), *_missing(packets)),
    )


def _faults(packets: list[Message], has_time: bool) -> list[Fault]:
    """The packets' own faults once each; DataTime need not stand in every packet."""
    own = dict.fromkeys(fault for packet in packets for fault in packet.faults)
    found = [fault for fault in own if not (has_time and fault.code == "missing_data_time")]
    times = dict.fromkeys(packet.data_time for packet in packets if packet.data_time)
    if len(times) > 1:
        found.append(Fault("parts_disagree", "、".join(f"{time:%Y%m%d%H%M%S}" for time in times)))
    return found


def _missing(packets: list[Message]) -> list[Fault]:
    wanted = max(packet.pnum or 0 for packet in packets)
    if len(packets) >= wanted:
        return []
    return [Fault("missing_parts", f"共{wanted}包，收到{len(packets)}包")]
