"""The listener: terminals connect, their frames go to the spool, and then are acknowledged."""

from __future__ import annotations

import threading
from functools import partial
from pathlib import Path

from yiding.ledgers.fleet.jt808.codes import secret_of
from yiding.ledgers.fleet.jt808.talk import Conversation, Practice
from yiding.ledgers.telemetry import listen
from yiding.ledgers.telemetry.connection import Manner
from yiding.ledgers.telemetry.counters import Counters


def run(  # noqa: PLR0913 - where, how, and until when
    host: str,
    port: int,
    spool_dir: Path,
    manner: Manner,
    stop: threading.Event | None = None,
    *,
    is_strict: bool = False,
) -> Counters:
    """Hear terminals until SIGTERM, SIGINT or ``stop``; errors as `telemetry.listen.run`."""
    practice = Practice(secret_of(spool_dir), manner.clock, is_strict)
    return listen.run(host, port, spool_dir, partial(Conversation, practice), manner, stop=stop)
