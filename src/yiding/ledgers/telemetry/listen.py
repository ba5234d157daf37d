"""The listener: devices connect, their frames go to the spool, and then are acknowledged."""

from __future__ import annotations

import asyncio
import errno
import signal
import threading
from collections.abc import Callable
from pathlib import Path

from yiding.ledgers.telemetry.commit import Committer
from yiding.ledgers.telemetry.connection import Connection, House, Manner
from yiding.ledgers.telemetry.counters import Counters
from yiding.ledgers.telemetry.spool import Spool
from yiding.ledgers.telemetry.talk import Talk

BACKLOG = 512
LOOKED_AFTER_S = 0.2
REASONS = {
    errno.EADDRINUSE: "端口已被占用。请停止占用它的程序，或者换一个端口",
    errno.EACCES: "没有权限使用这个端口。请换一个1024以上的端口",
    errno.EADDRNOTAVAIL: "本机没有这个地址。请换成本机的地址，或者用0.0.0.0",
}


class CannotListen(Exception):
    """The address cannot be used; says which, why and the remedy."""

    def __init__(self, host: str, port: int, error: OSError) -> None:
        reason = REASONS.get(error.errno or 0, f"{error.strerror or error}。请检查地址和端口")
        super().__init__(f"{host}:{port}：{reason}。")


def run(  # noqa: PLR0913 - where, what is spoken, how, and until when
    host: str,
    port: int,
    spool_dir: Path,
    talk: Callable[[], Talk],
    manner: Manner,
    *,
    stop: threading.Event | None = None,
) -> Counters:
    """Listen until SIGTERM, SIGINT or ``stop``; then write what has come, answer it and close.

    ``talk`` makes what a connection speaks, one for each.

    Raises CannotListen where the address cannot be used, SpoolInUse or OSError where the spool
    cannot be written.
    """

    async def main() -> Counters:
        stopped = asyncio.Event()
        _on_signals(stopped)
        watching = asyncio.create_task(_watch(stop, stopped)) if stop else None
        with Spool(spool_dir) as spool:
            counters = await listen((host, port), spool, talk, manner, stopped)
        if watching:
            watching.cancel()
        return counters

    return asyncio.run(main())


async def listen(
    where: tuple[str, int],
    spool: Spool,
    talk: Callable[[], Talk],
    manner: Manner,
    stopped: asyncio.Event,
) -> Counters:
    """The same inside a running loop, with a spool that is open already, until ``stopped``."""
    counters = Counters()
    committer = Committer(spool, counters, manner.limits.gather_s)
    house = House(talk, manner, counters, committer, set())
    loop = asyncio.get_running_loop()
    try:
        server = await loop.create_server(lambda: Connection(house), *where, backlog=BACKLOG)
    except OSError as error:
        await committer.finish()
        raise CannotListen(*where, error) from error
    if manner.on_ready:
        manner.on_ready(server.sockets[0].getsockname()[1], counters)
    looking, stopping = loop.create_task(_look_after(house)), loop.create_task(stopped.wait())
    # a committer that ends by itself has failed: let go, and its error rises from finish()
    await asyncio.wait({stopping, committer.task}, return_when=asyncio.FIRST_COMPLETED)
    looking.cancel()
    stopping.cancel()
    server.close()
    await _let_go(house)
    return counters


async def _let_go(house: House) -> None:
    """Read no more, write what has come, send its answers, close."""
    house.is_stopping = True
    for connection in house.connections:
        connection.regulate()
    await house.committer.finish()
    for connection in list(house.connections):
        connection.close()
    loop = asyncio.get_running_loop()
    until = loop.time() + house.manner.limits.stop_s
    while house.connections and loop.time() < until:
        await asyncio.sleep(0.01)
    for connection in list(house.connections):
        connection.abort()


async def _look_after(house: House) -> None:
    loop = asyncio.get_running_loop()
    while True:
        await asyncio.sleep(min(5.0, house.manner.limits.idle_s / 4))
        for connection in list(house.connections):
            connection.look_after(loop.time())


async def _watch(stop: threading.Event, stopped: asyncio.Event) -> None:
    """An event of another thread, looked after a few times a second."""
    while not stop.is_set():
        await asyncio.sleep(LOOKED_AFTER_S)
    stopped.set()


def _on_signals(stopped: asyncio.Event) -> None:
    """Stop in good order on SIGTERM and SIGINT, where this thread may hear of them."""
    if threading.current_thread() is not threading.main_thread():
        return
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        try:
            loop.add_signal_handler(number, stopped.set)
        except NotImplementedError:  # Windows stops by the event alone
            return
