"""Measure the messages of monitoring stations: ``python -m bench.hj212``.

Decodes a million messages, then lets two hundred devices talk to a real listener on this machine,
each message acknowledged only when it is on the disk. Prints Markdown tables.
"""

from __future__ import annotations

from bench.devices import Measured, Spoken, measured, serve, told, wish_of
from yiding.ledgers.lake.hj212.decode import decode
from yiding.ledgers.lake.hj212.frame import framed
from yiding.ledgers.lake.hj212.listen import run
from yiding.ledgers.lake.hj212.stream import Frame, Splitter

FACTORS = ("w01010", "w01001", "w01009", "w01019", "w21003", "w21011", "w21001")
DIFFERENT = 10_000
PACKET = 1460


def main() -> None:
    """The command: ``python -m bench.hj212 [--count N] [--devices N] [--each N]``."""
    wish = wish_of(SPOKEN, __doc__ or "")
    if wish.part == "serve":
        serve(SPOKEN, wish.spool)
        return
    frames = [_frame(at, at) for at in range(DIFFERENT)]
    head = f"# HJ 212\n\nMessages of {len(frames[0])} bytes with {len(FACTORS)} values."
    told(SPOKEN, wish, head, _decoding(frames, wish.count))


def _frame(device: int, number: int) -> bytes:
    """Seven values of one hour, 300 bytes and more, different for every number."""
    day, hour, second = number // 86_400 % 28 + 1, number // 3600 % 24, number % 3600
    moment = f"202407{day:02}{hour:02}{second // 60:02}{second % 60:02}"
    values = ";".join(
        f"{factor}-Avg={(number * 37 + at) % 3000 / 100:.2f},{factor}-Flag=N"
        for at, factor in enumerate(FACTORS)
    )
    head = f"QN={moment}{number % 1000:03};ST=21;CN=2061;PW=123456;MN=A3205{device:011};Flag=5;"
    return framed(f"{head}CP=&&DataTime={moment[:10]}0000;{values}&&".encode())


SPOKEN = Spoken("bench.hj212", run, _frame, b"\n")


def _decoding(frames: list[bytes], count: int) -> list[Measured]:
    stream = b"".join(frames)
    return [
        measured("decode: CRC and all values 解码", count, lambda: _decode_all(frames, count)),
        measured(
            "split a stream of packets and decode 拆包并解码", count,
            lambda: _split_all(stream, count // DIFFERENT),
        ),
    ]  # fmt: skip


def _decode_all(frames: list[bytes], count: int) -> int:
    done = 0
    for _ in range(count // len(frames)):
        for raw in frames:
            done += len(decode(raw).readings) == len(FACTORS)
    return done


def _split_all(stream: bytes, rounds: int) -> int:
    splitter, done = Splitter(), 0
    for _ in range(rounds):
        for at in range(0, len(stream), PACKET):
            for piece in splitter.feed(stream[at : at + PACKET]):
                if isinstance(piece, Frame):
                    done += not decode(piece.raw, is_sound=piece.is_sound).faults
    return done


if __name__ == "__main__":
    main()
