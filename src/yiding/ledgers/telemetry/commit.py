"""Group commit: one write and one fsync for all frames that came within a few milliseconds."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple, Protocol

from yiding.ledgers.telemetry.counters import Counters
from yiding.ledgers.telemetry.record import Record
from yiding.ledgers.telemetry.spool import Spool


class Sender(Protocol):
    """Who handed in frames and waits to hear of them."""

    def settled(self, count: int, answers: list[bytes]) -> None:
        """So many of its frames are dealt with; these answers may go out now."""

    def not_saved(self, count: int, why: str) -> None:
        """So many of its frames were not written, and must not be answered."""


class Waiting(NamedTuple):
    """A frame on its way to the disk."""

    record: Record
    sender: Sender
    answer: bytes | None


class Committer:
    """Takes frames, writes them in batches in a thread of its own, then tells the senders.

    What comes while one batch is being written makes the next. A disk that refuses is told to the
    senders and tried again with the next batch; nothing refused is ever answered.
    """

    def __init__(self, spool: Spool, counters: Counters, gather_s: float) -> None:
        self._spool = spool
        self._counters = counters
        self._gather_s = gather_s
        self._waiting: list[Waiting] = []
        self._wake = asyncio.Event()
        self._is_finishing = False
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="spool")
        self.task = asyncio.get_running_loop().create_task(self._run())

    def submit(self, waiting: Waiting) -> None:
        """Put a frame in the next batch."""
        self._waiting.append(waiting)
        self._wake.set()

    async def finish(self) -> None:
        """Write what is waiting, then stop."""
        self._is_finishing = True
        self._wake.set()
        await self.task
        self._thread.shutdown()

    async def _run(self) -> None:
        while self._waiting or not self._is_finishing:
            await self._wake.wait()
            if not self._is_finishing:
                await asyncio.sleep(self._gather_s)
            self._wake.clear()
            batch, self._waiting = self._waiting, []
            if batch:
                await self._commit(batch)

    async def _commit(self, batch: list[Waiting]) -> None:
        records = [each.record for each in batch]
        loop = asyncio.get_running_loop()
        try:
            await loop.run_in_executor(self._thread, self._spool.append, records)
        except OSError as error:
            self._counters.unsaved += len(batch)
            for sender, mine in _by_sender(batch).items():
                sender.not_saved(len(mine), error.strerror or str(error))
            return
        self._counters.commits += 1
        self._counters.messages += len(batch)
        for sender, mine in _by_sender(batch).items():
            sender.settled(len(mine), [each.answer for each in mine if each.answer])


def _by_sender(batch: list[Waiting]) -> dict[Sender, list[Waiting]]:
    senders: dict[Sender, list[Waiting]] = {}
    for each in batch:
        senders.setdefault(each.sender, []).append(each)
    return senders
