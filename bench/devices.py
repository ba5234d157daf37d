"""Devices that talk to a real listener on this machine, and what decoding takes without one."""

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
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice
from pathlib import Path

from bench.report import processor, table
from yiding.ledgers.telemetry.connection import Manner
from yiding.ledgers.telemetry.counters import Counters
from yiding.ledgers.telemetry.spool import records
from yiding.rules.parsing import BEIJING

#: On the disk of the checkout: a folder in memory would flush for nothing.
PLACE = Path(__file__).resolve().parent.parent / "out"
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


@dataclass(frozen=True)
class Spoken:
    """A protocol as the bench needs it.

    ``module`` serves when run with ``serve``, by ``run``; ``frame`` is a device's message of a
    number; every answer holds ``mark`` so many ``times``.
    """

    module: str
    run: Callable[[str, int, Path, Manner], Counters]
    frame: Callable[[int, int], bytes]
    mark: bytes
    times: int = 1


def wish_of(spoken: Spoken, about: str) -> argparse.Namespace:
    """What the bench of a protocol is asked for."""
    parser = argparse.ArgumentParser(prog=f"python -m {spoken.module}", description=about)
    parser.add_argument("part", nargs="?", choices=("serve",), help="listen only, in this process")
    parser.add_argument("--count", type=int, default=1_000_000, help="messages to decode")
    parser.add_argument("--devices", type=int, default=200)
    parser.add_argument("--each", type=int, default=250, help="messages of each device")
    parser.add_argument("--spool", type=Path, default=Path("spool"))
    return parser.parse_args()


def told(spoken: Spoken, wish: argparse.Namespace, head: str, works: Sequence[Measured]) -> None:
    """Let the devices talk, then print the page: what it is, decoding, the listener, memory."""
    served, answers = _listening(spoken, wish.devices, wish.each)
    heads = ("Work", "messages", "wall s", "messages/s", "CPU µs each")
    print(f"{head}\n\n{_where()}", table(heads, [one.row() for one in works]), sep="\n\n")
    print("", _listener_table(served, answers), _memory(), sep="\n\n")


def measured(name: str, count: int, work: Callable[[], int]) -> Measured:
    """A work that says how many messages it did; another number ends the bench."""
    wall, cpu = time.perf_counter(), time.process_time()
    done = work()
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    if done != count:
        raise SystemExit(f"{name}: {done} of {count} messages")
    return Measured(name, count, wall, cpu)


def serve(spoken: Spoken, spool: Path) -> None:
    """Listen at a free port, told on the first line; on the last, processor seconds and MiB."""
    manner = Manner(
        lambda: datetime.now(BEIJING),
        lambda line: print(line, file=sys.stderr),
        lambda port, _: print("port", port, flush=True),
    )
    spoken.run("127.0.0.1", 0, spool, manner)
    used = resource.getrusage(resource.RUSAGE_SELF)
    print(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, flush=True)


@dataclass(frozen=True)
class Served:
    """What the listener's process used, and what stood in its spool afterwards."""

    cpu_s: float
    memory_mib: float
    spooled: int


def _listening(spoken: Spoken, devices: int, each: int) -> tuple[Served, Measured]:
    PLACE.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=PLACE) as folder:
        spool = Path(folder) / "spool"
        command = [sys.executable, "-m", spoken.module, "serve", "--spool", str(spool)]
        pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}
        server = subprocess.Popen(command, text=True, **pipes)  # type: ignore[call-overload]
        port = int(server.stdout.readline().split()[1])
        name = f"listener: {devices} devices, on the disk and acknowledged 接收并应答"
        answers = measured(
            name, devices * each, lambda: asyncio.run(_all(spoken, devices, each, port))
        )
        server.terminate()
        cpu, memory = server.communicate(timeout=60)[0].split()
        spooled = sum(1 for _ in records(spool))
        return Served(float(cpu), float(memory), spooled), answers


async def _all(spoken: Spoken, devices: int, each: int, port: int) -> int:
    talks = (_device(spoken, number, each, port) for number in range(devices))
    return sum(await asyncio.gather(*talks))


async def _device(spoken: Spoken, number: int, each: int, port: int) -> int:
    """Send so many messages, a few of them under way at once; how many were acknowledged."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    frames = (spoken.frame(number, at) for at in range(each))
    heard = marks = 0
    _send(frames, writer, IN_FLIGHT)
    while heard < each and (data := await reader.read(65_536)):
        marks += data.count(spoken.mark)
        news = marks // spoken.times - heard
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


def _where() -> str:
    return (
        f"Measured on {date.today().isoformat()}: {processor()}, {os.cpu_count()} processors; "
        f"before it ended, {os.getloadavg()[0]:.1f} processes wanted one. The devices run on the "
        "same machine and share its processors with the listener."
    )
