"""Measure the messages of monitoring stations: ``python -m bench.hj212``.

Decodes a million messages, then lets two hundred devices talk to a real listener on this machine,
each message acknowledged only when it is on the disk. Prints Markdown tables.
"""

# ruff: noqa: S603 - the command is our own
from __future__ import annotations

import argparse
import asyncio
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice
from pathlib import Path

from bench.report import processor, table
from yiding.ledgers.lake.hj212 import readback
from yiding.ledgers.lake.hj212.decode import decode
from yiding.ledgers.lake.hj212.frame import framed
from yiding.ledgers.lake.hj212.listen import run
from yiding.ledgers.lake.hj212.practice import CHINA
from yiding.ledgers.lake.hj212.stream import Frame, Splitter
from yiding.ledgers.telemetry.connection import Manner

FACTORS = ("w01010", "w01001", "w01009", "w01019", "w21003", "w21011", "w21001")
#: On the disk of the checkout: a folder in memory would flush for nothing.
PLACE = Path(__file__).resolve().parent.parent / "out"
DIFFERENT = 10_000
PACKET = 1460
IN_FLIGHT = 32


@dataclass(frozen=True)
class Measured:
    """One row: how many messages in how much wall and processor time."""

    name: str
    messages: int
    wall_s: float
    cpu_s: float

    def row(self) -> tuple[str, ...]:
        """Words and numbers of the table."""
        rate = f"{self.messages / self.wall_s:,.0f}"
        micros = f"{self.cpu_s * 1e6 / self.messages:.1f}"
        return self.name, f"{self.messages:,}", f"{self.wall_s:.1f}", rate, micros


def main() -> None:
    """The command: ``python -m bench.hj212 [--count N] [--devices N] [--each N]``."""
    wish = _arguments()
    if wish.part == "serve":
        _serve(wish.spool)
        return
    frames = [_frame(at, at) for at in range(DIFFERENT)]
    works = _decoding(frames, wish.count)
    served, answers = _listening(wish.devices, wish.each)
    head = ("Work", "messages", "wall s", "messages/s", "CPU µs each")
    print(_where(frames[0]), table(head, [one.row() for one in works]), sep="\n\n")
    print("", _listener_table(served, answers), _memory(), sep="\n\n")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.hj212", description=__doc__)
    parser.add_argument("part", nargs="?", choices=("serve",), help="listen only, in this process")
    parser.add_argument("--count", type=int, default=1_000_000, help="messages to decode")
    parser.add_argument("--devices", type=int, default=200)
    parser.add_argument("--each", type=int, default=250, help="messages of each device")
    parser.add_argument("--spool", type=Path, default=Path("spool"))
    return parser.parse_args()


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


def _decoding(frames: list[bytes], count: int) -> list[Measured]:
    stream = b"".join(frames)
    return [
        _measured("decode: CRC and all values 解码", count, lambda: _decode_all(frames, count)),
        _measured(
            "split a stream of packets and decode 拆包并解码", count,
            lambda: _split_all(stream, count // DIFFERENT),
        ),
    ]  # fmt: skip


def _measured(name: str, count: int, work: Callable[[], int]) -> Measured:
    wall, cpu = time.perf_counter(), time.process_time()
    done = work()
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    if done != count:
        raise SystemExit(f"{name}: {done} of {count} messages")
    return Measured(name, count, wall, cpu)


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


def _serve(spool: Path) -> None:
    manner = Manner(
        lambda: datetime.now(CHINA), print, lambda port, _: print("port", port, flush=True)
    )
    run("127.0.0.1", 0, spool, manner)
    used = resource.getrusage(resource.RUSAGE_SELF)
    print(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, flush=True)


@dataclass(frozen=True)
class Served:
    """What the listener's process used, and what stood in its spool afterwards."""

    cpu_s: float
    memory_mib: float
    spooled: int


def _listening(devices: int, each: int) -> tuple[Served, Measured]:
    PLACE.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=PLACE) as folder:
        spool = Path(folder) / "spool"
        command = [sys.executable, "-m", "bench.hj212", "serve", "--spool", str(spool)]
        server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        assert server.stdout is not None  # noqa: S101
        port = int(server.stdout.readline().split()[1])
        name = f"listener: {devices} devices, on the disk and acknowledged 接收并应答"
        answers = _measured(name, devices * each, lambda: asyncio.run(_all(devices, each, port)))
        server.terminate()
        cpu, memory = server.communicate(timeout=60)[0].split()
        spooled = sum(1 for _ in readback.messages(spool))
        return Served(float(cpu), float(memory), spooled), answers


async def _all(devices: int, each: int, port: int) -> int:
    return sum(await asyncio.gather(*(_device(number, each, port) for number in range(devices))))


async def _device(number: int, each: int, port: int) -> int:
    """Send so many messages, a few of them under way at once; how many were acknowledged."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    frames = (_frame(number, at) for at in range(each))
    heard = 0
    _send(frames, writer, IN_FLIGHT)
    while heard < each and (data := await reader.read(65_536)):
        news = data.count(b"\n")
        heard += news
        _send(frames, writer, news)
    writer.close()
    return heard


def _send(frames: Iterator[bytes], writer: asyncio.StreamWriter, count: int) -> None:
    batch = list(islice(frames, count))
    writer.write(b"".join(batch))


def _listener_table(served: Served, answers: Measured) -> str:
    if served.spooled != answers.messages:
        raise SystemExit(f"{served.spooled} of {answers.messages} messages in the spool")
    head = ("Listener", "messages", "wall s", "acknowledged/s", "its CPU µs each", "its MiB")
    name, messages, wall, rate, _ = answers.row()
    micros = f"{served.cpu_s * 1e6 / answers.messages:.1f}"
    return table(head, [(name, messages, wall, rate, micros, f"{served.memory_mib:.0f}")])


def _memory() -> str:
    largest = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return f"The decoding process at its largest: {largest:.0f} MiB."


def _where(frame: bytes) -> str:
    return (
        f"# HJ 212\n\nMeasured on {date.today().isoformat()}: {processor()}, {os.cpu_count()} "
        f"processors; before it ended, {os.getloadavg()[0]:.1f} processes wanted one. Messages of "
        f"{len(frame)} bytes with {len(FACTORS)} values. The devices run on the same machine and "
        "share its processors with the listener."
    )


if __name__ == "__main__":
    main()
