"""JT/T 808 over a connection: the frames of its bytes, and what each is answered."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from yiding.ledgers.fleet.jt808 import model, reply
from yiding.ledgers.fleet.jt808.codes import code_of, is_code_of
from yiding.ledgers.fleet.jt808.decode import decode
from yiding.ledgers.fleet.jt808.faults import Fault
from yiding.ledgers.fleet.jt808.model import Message
from yiding.ledgers.fleet.jt808.packets import Packets
from yiding.ledgers.fleet.jt808.stream import Dropped, Frame, Splitter
from yiding.ledgers.telemetry.talk import Heard, Lost

#: What a terminal may send before it is authenticated.
OPENING = frozenset({model.REGISTER, model.AUTHENTICATE, model.HEARTBEAT, model.LOG_OUT,
                     model.ASK_TIME, model.ANSWER})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Practice:
    """How a place listens.

    ``secret`` makes the authentication codes. ``is_strict``: data of a terminal that has not
    authenticated are answered as failed; else they are answered as done and carry a fault, since
    an earlier platform may have registered the terminal. They are kept in both cases.
    """

    secret: bytes
    clock: Callable[[], datetime]
    is_strict: bool = False


class Conversation:
    """One terminal's connection."""

    def __init__(self, practice: Practice) -> None:
        self._practice = practice
        self._splitter = Splitter()
        self._packets = Packets()
        self._sequence = 0
        self._known: str | None = None
        self._has_told = False

    def feed(self, data: bytes, now_s: float) -> Iterator[Heard | Lost]:
        """What is complete with these bytes."""
        return self._pieces(self._splitter.feed(data), now_s)

    def close(self) -> Iterator[Heard | Lost]:
        """What was still held."""
        return self._pieces(self._splitter.close(), 0.0)

    def asked(self, now_s: float) -> bytes:
        """0x8003 for every message of which packets are missing for too long."""
        due = self._packets.due(now_s)
        return b"".join(reply.resend(one, self._next(), missing) for one, missing in due)

    def _pieces(self, pieces: Iterable[Frame | Dropped], now_s: float) -> Iterator[Heard | Lost]:
        for piece in pieces:
            if isinstance(piece, Dropped):
                yield Lost(piece.count, piece.fault)
            else:
                yield self._heard(piece, now_s)

    def _heard(self, frame: Frame, now_s: float) -> Heard:
        message = decode(frame.raw)
        if not message.is_damaged:
            self._packets.came(message, now_s)
        told, answer = self._answer(message) if reply.is_answered(message) else ((), None)
        return Heard(
            raw=frame.raw,
            faults=(*message.faults, *told),
            answer=answer,
            device=message.device,
            about=f"{message.device} {message.message:04X} {message.sequence}",
            is_damaged=message.is_damaged,
        )

    def _answer(self, message: Message) -> tuple[tuple[Fault, ...], bytes]:
        """The answer, and what is found wrong with who sends."""
        secret = self._practice.secret
        if message.message == model.REGISTER:
            code = code_of(secret, message.device)
            return (), reply.registered(message, self._next(), code)
        if message.message == model.ASK_TIME:
            return (), reply.told_time(message, self._next(), self._practice.clock())
        if message.message == model.AUTHENTICATE:
            return self._authenticated(message)
        if message.message in OPENING or message.device == self._known:
            return (), self._general(message, reply.result_of(message))
        return self._of_a_stranger(message)

    def _authenticated(self, message: Message) -> tuple[tuple[Fault, ...], bytes]:
        if is_code_of(self._practice.secret, message.device, message.code or ""):
            self._known = message.device
            return (), self._general(message, reply.Result.DONE)
        wrong = Fault("wrong_code", message.device)
        return (wrong,), self._general(message, reply.Result.FAILED)

    def _of_a_stranger(self, message: Message) -> tuple[tuple[Fault, ...], bytes]:
        """Told once a connection, or its every message would be a fault."""
        told = () if self._has_told else (Fault("not_authenticated", message.device),)
        self._has_told = True
        strict = self._practice.is_strict
        result = reply.Result.FAILED if strict else reply.result_of(message)
        return told, self._general(message, result)

    def _general(self, message: Message, result: reply.Result) -> bytes:
        return reply.general(message, self._next(), result)

    def _next(self) -> int:
        self._sequence = (self._sequence + 1) % 0x10000
        return self._sequence
