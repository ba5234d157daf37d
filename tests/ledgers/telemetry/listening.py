"""Listeners for the tests: in a thread of this process, or in a process of their own."""

from __future__ import annotations

import asyncio
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from queue import Queue
from typing import Protocol

from yiding.ledgers.telemetry.connection import Limits, Manner
from yiding.ledgers.telemetry.counters import Counters
from yiding.ledgers.telemetry.record import Record
from yiding.ledgers.telemetry.spool import Spool
from yiding.rules.parsing import BEIJING

NOON = datetime(2024, 7, 16, 12, tzinfo=BEIJING)
SERVER = """
import sys
from datetime import datetime
from pathlib import Path
from {module} import run
from yiding.ledgers.telemetry.connection import Manner
from yiding.rules.parsing import BEIJING
manner = Manner(
    clock=lambda: datetime.now(BEIJING),
    on_fault=lambda line: print(line, flush=True),
    on_ready=lambda port, counters: print("port", port, flush=True),
)
print("stopped", run("127.0.0.1", 0, Path(sys.argv[1]), manner).as_dict(), flush=True)
"""


@contextmanager
def process_of(module: str, spool: Path) -> Iterator[tuple[subprocess.Popen[str], int]]:
    """The ``run`` of a module in a process, and its port; killed at the end if it still runs."""
    command = [sys.executable, "-c", SERVER.format(module=module), str(spool)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        yield process, int(process.stdout.readline().split()[1])
    finally:
        process.kill()
        process.wait(10)
        process.stdout.close()


@dataclass
class Running:
    """A listener in a thread of this process."""

    port: int
    counters: Counters
    lines: list[str]
    stop: threading.Event
    thread: threading.Thread

    def connect(self) -> socket.socket:
        """A device of its own."""
        return socket.create_connection(("127.0.0.1", self.port), timeout=5)

    def end(self) -> Counters:
        """Stop it in good order."""
        self.stop.set()
        self.thread.join(10)
        assert not self.thread.is_alive()
        return self.counters


@contextmanager
def running(
    run: Callable[..., Counters],
    spool: Path,
    limits: Limits = Limits(),  # noqa: B008
    **more: object,
) -> Iterator[Running]:
    """A protocol's ``run`` until the test has looked at it; it is always noon."""
    ready: Queue[tuple[int, Counters]] = Queue()
    lines: list[str] = []
    stop = threading.Event()
    manner = Manner(
        lambda: NOON,
        lines.append,
        lambda port, counters: ready.put((port, counters)),
        limits=limits,
    )
    where = ("127.0.0.1", 0, spool, manner, stop)
    thread = threading.Thread(target=run, args=where, kwargs=more)
    thread.start()
    port, counters = ready.get(timeout=5)
    here = Running(port, counters, lines, stop, thread)
    try:
        yield here
    finally:
        here.end()


def wait_until(is_so: Callable[[], bool]) -> None:
    """For five seconds at most."""
    deadline = time.monotonic() + 5
    while not is_so():
        assert time.monotonic() < deadline
        time.sleep(0.01)


class Gated(Spool):
    """A spool whose disk is slow: it flushes when the gate opens."""

    gate = threading.Event()

    def append(self, records: Sequence[Record]) -> None:
        """Wait, then append."""
        assert self.gate.wait(5)
        super().append(records)


class Talker(Protocol):
    """A device that sends what it has and hears its answers."""

    count: int
    acknowledged: set[tuple[bytes, bytes]]

    def frame(self, at: int) -> bytes:
        """The message of a number."""

    def heard(self, data: bytes) -> bytes:
        """Note the answers in these bytes; what is left of an unfinished one."""


def talk_all(devices: Sequence[Talker], port: int, pause_s: float = 0.0) -> None:
    """All devices at once, until each is answered or its line is cut."""

    async def main() -> None:
        await asyncio.gather(*(_talk(each, port, pause_s) for each in devices))

    asyncio.run(main())


async def _talk(device: Talker, port: int, pause_s: float) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        listening = asyncio.create_task(_hear(device, reader))
        for at in range(device.count):
            writer.write(device.frame(at))
            await writer.drain()
            await asyncio.sleep(pause_s)
        await listening
    except ConnectionError:
        return
    finally:
        writer.close()


async def _hear(device: Talker, reader: asyncio.StreamReader) -> None:
    left = b""
    while len(device.acknowledged) < device.count and (data := await reader.read(65536)):
        left = device.heard(left + data)


Kept = Callable[[Path], set[tuple[bytes, bytes]]]


def two_hundred_at_once(
    module: str, spool: Path, device: Callable[[int, int], Talker], kept: Kept
) -> int:
    """Each sends twenty messages: how many were acknowledged, all of which stand in the spool."""
    devices = [device(number, 20) for number in range(200)]
    with process_of(module, spool) as (process, port):
        talk_all(devices, port)
        on_disk = kept(spool)
        process.send_signal(signal.SIGTERM)
        said = process.communicate(timeout=10)[0]
    acknowledged = set().union(*(one.acknowledged for one in devices))
    assert acknowledged == on_disk
    assert "'messages': 4000, 'acknowledged': 4000, 'damaged': 0" in said
    assert "'devices': 200" in said
    return len(acknowledged)


def killed_after(
    after_s: float, module: str, spool: Path, device: Callable[[int, int], Talker], kept: Kept
) -> int:
    """How many were acknowledged of 3,200; none is lost when the spool is opened again."""
    devices = [device(number, 400) for number in range(8)]
    with process_of(module, spool) as (process, port):
        threading.Timer(after_s, process.kill).start()
        talk_all(devices, port, pause_s=0.002)
        assert process.wait(10) == -signal.SIGKILL
    acknowledged = set().union(*(one.acknowledged for one in devices))
    before = kept(spool)
    with Spool(spool):
        assert acknowledged <= kept(spool) == before
    return len(acknowledged)
