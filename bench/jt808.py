"""Measure the messages of vehicle terminals: ``python -m bench.jt808``.

Decodes a million positions, then lets two hundred terminals talk to a real listener on this
machine, each message acknowledged only when it is on the disk. Prints Markdown tables.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from bench.devices import Measured, Spoken, measured, serve, told, wish_of
from yiding.ledgers.fleet.jt808.decode import decode
from yiding.ledgers.fleet.jt808.encode import encode, position_body
from yiding.ledgers.fleet.jt808.header import Header
from yiding.ledgers.fleet.jt808.listen import run
from yiding.ledgers.fleet.jt808.model import REPORT
from yiding.ledgers.fleet.jt808.position import Position
from yiding.ledgers.fleet.jt808.stream import Frame, Splitter
from yiding.rules.parsing import BEIJING

DIFFERENT = 10_000
PACKET = 1460
FIRST = datetime(2025, 3, 10, 8, tzinfo=BEIJING)


def main() -> None:
    """The command: ``python -m bench.jt808 [--count N] [--devices N] [--each N]``."""
    wish = wish_of(SPOKEN, __doc__ or "")
    if wish.part == "serve":
        serve(SPOKEN, wish.spool)
        return
    frames = [_frame(at, at) for at in range(DIFFERENT)]
    head = f"# JT/T 808\n\nPositions of {len(frames[0])} bytes with mileage and fuel."
    told(SPOKEN, wish, head, _decoding(frames, wish.count))


def _frame(device: int, number: int) -> bytes:
    """A position on the road, different for every number, of either edition."""
    one = Position(
        0, 3, 31_299_000 + number * 7, 120_585_000 + number * 11, 12, 423, number % 360,
        FIRST + timedelta(seconds=number * 10), 1_000_000 + number, 352,
    )  # fmt: skip
    version = 2019 if device % 2 else 2013
    head = Header(REPORT, version, f"{13900000000 + device:012}", number % 0x10000, 1)
    return encode(head, position_body(one))


#: Every answer stands between two marks.
SPOKEN = Spoken("bench.jt808", run, _frame, b"\x7e", 2)


def _decoding(frames: list[bytes], count: int) -> list[Measured]:
    stream = b"".join(frames)
    return [
        measured("decode: check code and position 解码", count, lambda: _decode_all(frames, count)),
        measured(
            "split a stream of packets and decode 拆包并解码", count,
            lambda: _split_all(stream, count // DIFFERENT),
        ),
    ]  # fmt: skip


def _decode_all(frames: list[bytes], count: int) -> int:
    done = 0
    for _ in range(count // len(frames)):
        for raw in frames:
            done += len(decode(raw).positions)
    return done


def _split_all(stream: bytes, rounds: int) -> int:
    splitter, done = Splitter(), 0
    for _ in range(rounds):
        for at in range(0, len(stream), PACKET):
            for piece in splitter.feed(stream[at : at + PACKET]):
                if isinstance(piece, Frame):
                    done += not decode(piece.raw).faults
    return done


if __name__ == "__main__":
    main()
