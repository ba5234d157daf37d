"""A listener in a process of its own, and devices that talk to it over real sockets."""

from __future__ import annotations

import asyncio
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from ledgers.lake.hj212.frames import numbered

SERVER = """
import sys
from datetime import datetime
from pathlib import Path
from yiding.ledgers.telemetry.connection import Manner
from yiding.ledgers.lake.hj212.listen import run
from yiding.ledgers.lake.hj212.practice import CHINA
manner = Manner(
    clock=lambda: datetime.now(CHINA),
    on_fault=lambda line: print(line, flush=True),
    on_ready=lambda port, counters: print("port", port, flush=True),
)
print("stopped", run("127.0.0.1", 0, Path(sys.argv[1]), manner).as_dict(), flush=True)
"""
ANSWERED = re.compile(rb"QN=(\d{17});ST=91;CN=9014;PW=\w*;MN=(\w+);")


@contextmanager
def listener(spool: Path) -> Iterator[tuple[subprocess.Popen[str], int]]:
    """The process and its port; killed at the end if it still runs."""
    command = [sys.executable, "-c", SERVER, str(spool)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        yield process, int(process.stdout.readline().split()[1])
    finally:
        process.kill()
        process.wait(10)
        process.stdout.close()


@dataclass
class Device:
    """One device that sends its messages and notes which were acknowledged."""

    number: int
    count: int
    acknowledged: set[tuple[bytes, bytes]] = field(default_factory=set)

    async def talk(self, port: int, pause_s: float = 0.0) -> None:
        """Send all messages, a few at once; return when all are answered or the line is cut."""
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        try:
            listening = asyncio.create_task(self._hear(reader))
            for at in range(self.count):
                writer.write(numbered(self.number, at))
                await writer.drain()
                await asyncio.sleep(pause_s)
            await listening
        except ConnectionError:
            return
        finally:
            writer.close()

    async def _hear(self, reader: asyncio.StreamReader) -> None:
        heard = b""
        while len(self.acknowledged) < self.count and (data := await reader.read(65536)):
            heard += data
            self.acknowledged |= {(mn, qn) for qn, mn in ANSWERED.findall(heard)}
            heard = heard[heard.rfind(b"\r\n") + 2 :] if b"\r\n" in heard else heard


def talk_all(devices: list[Device], port: int, pause_s: float = 0.0) -> None:
    """All devices at once, until each is answered or its line is cut."""

    async def main() -> None:
        await asyncio.gather(*(each.talk(port, pause_s) for each in devices))

    asyncio.run(main())
