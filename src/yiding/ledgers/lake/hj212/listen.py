"""The listener: stations connect, their frames go to the spool, and then are acknowledged."""

from __future__ import annotations

import threading
from functools import partial
from pathlib import Path

from yiding.ledgers.lake.hj212.practice import PRACTICE, Practice
from yiding.ledgers.lake.hj212.talk import Conversation
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
    practice: Practice = PRACTICE,
) -> Counters:
    """Hear stations until SIGTERM, SIGINT or ``stop``; errors as `telemetry.listen.run`."""
    return listen.run(host, port, spool_dir, partial(Conversation, practice), manner, stop=stop)
