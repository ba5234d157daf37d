"""One device's connection: bytes to frames, frames to the disk, answers back."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import cast

from yiding.ledgers.telemetry.commit import Committer, Waiting
from yiding.ledgers.telemetry.counters import Counters
from yiding.ledgers.telemetry.faults import Fault
from yiding.ledgers.telemetry.record import Record
from yiding.ledgers.telemetry.talk import Heard, Lost, Talk


@dataclass(frozen=True, slots=True)
class Limits:
    """What a listener bears.

    ``connections`` at once, ``idle_s`` seconds without a whole frame before a connection is
    closed, ``unsettled`` frames of one connection on their way to the disk before no more is read
    from it, ``gather_s`` seconds that frames are gathered for one fsync, ``stop_s`` seconds that
    answers may take to leave when the listener stops.
    """

    connections: int = 1000
    idle_s: float = 900.0
    unsettled: int = 64
    gather_s: float = 0.002
    stop_s: float = 5.0


@dataclass(frozen=True, slots=True)
class Manner:
    """How to listen: ``clock`` gives the moment of receipt with its zone, ``on_fault`` takes one
    line a fault, ``on_ready`` the port (the one chosen, for port 0) and the live counters."""

    clock: Callable[[], datetime]
    on_fault: Callable[[str], None]
    on_ready: Callable[[int, Counters], None] | None = None
    limits: Limits = Limits()


@dataclass(slots=True)
class House:
    """What all connections of one listener share."""

    talk: Callable[[], Talk]
    manner: Manner
    counters: Counters
    committer: Committer
    connections: set[Connection]
    is_stopping: bool = False


class Connection(asyncio.Protocol):
    """The protocol of one connection; asyncio calls it, the committer settles its frames."""

    def __init__(self, house: House) -> None:
        self._house = house
        self._talk = house.talk()
        self._unsettled = 0
        self._may_write = True
        self._has_ended = False
        self.peer = ""
        self.last_frame_s = asyncio.get_running_loop().time()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """A device has connected; one too many is refused."""
        self._transport = cast("asyncio.Transport", transport)
        self.peer = _name(transport.get_extra_info("peername"))
        house = self._house
        house.counters.connections += 1
        if len(house.connections) >= house.manner.limits.connections:
            house.counters.refused_connections += 1
            self._tell(Fault("too_many_connections", str(house.manner.limits.connections)))
            self._transport.abort()
            return
        house.connections.add(self)
        house.counters.open_connections = len(house.connections)

    def data_received(self, data: bytes) -> None:
        """Bytes have come."""
        self._house.counters.bytes_received += len(data)
        self._take(self._talk.feed(data, asyncio.get_running_loop().time()))

    def eof_received(self) -> bool:
        """The device sends no more: what it sent is answered before the connection closes."""
        self._has_ended = True
        self._take(self._talk.close())
        return True

    def connection_lost(self, exc: Exception | None) -> None:  # noqa: ARG002 - asyncio names it
        """The connection is gone: what was received is stored all the same."""
        house = self._house
        if self in house.connections and not house.is_stopping and not self._has_ended:
            self._take(self._talk.close())
        house.connections.discard(self)
        house.counters.open_connections = len(house.connections)

    def pause_writing(self) -> None:
        """The device does not read its answers: read no more from it."""
        self._may_write = False
        self.regulate()

    def resume_writing(self) -> None:
        """The device reads again."""
        self._may_write = True
        self.regulate()

    def settled(self, count: int, answers: list[bytes]) -> None:
        """Frames are on the disk: answer them."""
        self._unsettled -= count
        if answers and not self._transport.is_closing():
            self._house.counters.acknowledged += len(answers)
            self._transport.write(b"".join(answers))
        self.regulate()

    def not_saved(self, count: int, why: str) -> None:
        """Frames could not be written: no answer, the device will send them again."""
        self._unsettled -= count
        self._tell(Fault("not_saved", f"{count}包，{why}"))
        self.regulate()

    def look_after(self, now_s: float) -> None:
        """Ask the device for what it still owes; close what has been idle for too long."""
        question = self._talk.asked(now_s)
        if question and self._may_write and not self._transport.is_closing():
            self._transport.write(question)
        self._close_if_idle(now_s)

    def _close_if_idle(self, now_s: float) -> None:
        """Close a connection that has brought no whole frame for too long."""
        limit = self._house.manner.limits.idle_s
        if now_s - self.last_frame_s > limit and not self._unsettled:
            self._tell(Fault("idle", f"{limit:g}秒"))
            # who does not even read its answers would keep a closing connection open
            is_read = self._transport.get_write_buffer_size() == 0
            self.close() if is_read else self.abort()

    def close(self) -> None:
        """Let the answers written go out, then close."""
        self._transport.close()

    def abort(self) -> None:
        """Close at once."""
        self._transport.abort()

    def regulate(self) -> None:
        """Read from the device only while its frames and its answers keep moving."""
        if self._has_ended:
            if not self._unsettled:
                self.close()
            return
        is_full = self._unsettled >= self._house.manner.limits.unsettled
        if self._house.is_stopping or is_full or not self._may_write:
            self._transport.pause_reading()
        else:
            self._transport.resume_reading()

    def _take(self, pieces: Iterable[Heard | Lost]) -> None:
        for piece in pieces:
            if isinstance(piece, Heard):
                self._store(piece)
            else:
                self._house.counters.bytes_dropped += piece.length
                self._tell(piece.fault)
        self.regulate()

    def _store(self, heard: Heard) -> None:
        house = self._house
        self.last_frame_s = asyncio.get_running_loop().time()
        self._count(heard)
        codes = tuple(fault.code for fault in heard.faults)
        record = Record(house.manner.clock(), self.peer, codes, heard.raw)
        self._unsettled += 1
        house.committer.submit(Waiting(record, self, heard.answer))

    def _count(self, heard: Heard) -> None:
        counters = self._house.counters
        counters.damaged += heard.is_damaged
        counters.faulty += bool(heard.faults)
        if heard.device and not heard.is_damaged:
            counters.saw(heard.device)
        for fault in heard.faults:
            self._tell(fault, f" {heard.about}")

    def _tell(self, fault: Fault, about: str = "") -> None:
        self._house.counters.faults += 1
        moment = self._house.manner.clock().isoformat(timespec="milliseconds")
        self._house.manner.on_fault(f"{moment} {self.peer}{about} {fault.code} {fault.sentence}")


def _name(peer: object) -> str:
    """10.0.0.3:41022, or [::1]:41022."""
    if not isinstance(peer, tuple) or len(peer) < 2:
        return str(peer or "")
    host, port = peer[:2]
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
