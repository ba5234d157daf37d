"""HJ 212 over a connection: the frames of its bytes, and what each is answered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from yiding.ledgers.lake.hj212.decode import decode
from yiding.ledgers.lake.hj212.practice import PRACTICE, Practice
from yiding.ledgers.lake.hj212.reply import reply_to
from yiding.ledgers.lake.hj212.stream import Dropped, Frame, Splitter
from yiding.ledgers.telemetry.talk import Heard, Lost


class Conversation:
    """One device's connection."""

    def __init__(self, practice: Practice = PRACTICE) -> None:
        self._practice = practice
        self._splitter = Splitter()

    def feed(self, data: bytes, now_s: float) -> Iterator[Heard | Lost]:  # noqa: ARG002 - as asked
        """What is complete with these bytes."""
        return self._pieces(self._splitter.feed(data))

    def close(self) -> Iterator[Heard | Lost]:
        """What was still held."""
        return self._pieces(self._splitter.close())

    def asked(self, now_s: float) -> bytes:  # noqa: ARG002 - a station sends again by itself
        """Nothing."""
        return b""

    def _pieces(self, pieces: Iterable[Frame | Dropped]) -> Iterator[Heard | Lost]:
        for piece in pieces:
            if isinstance(piece, Dropped):
                yield Lost(piece.count, piece.fault)
            else:
                yield self._heard(piece)

    def _heard(self, frame: Frame) -> Heard:
        message = decode(frame.raw, self._practice, is_sound=frame.is_sound)
        return Heard(
            raw=frame.raw,
            faults=message.faults,
            answer=reply_to(message),
            device=message.mn,
            about=f"MN={message.mn} QN={message.qn or ''} CN={message.cn}",
            is_damaged=message.is_damaged,
        )
