"""What ``yiding lake`` and ``yiding fleet`` have in common: hearing devices, taking it in."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from yiding.cli.messages import Say
from yiding.cli.usage import DONE, UNREADABLE, UNSERVED, UsageError
from yiding.ledgers.telemetry.connection import Manner
from yiding.ledgers.telemetry.counters import Counters
from yiding.ledgers.telemetry.faults import Fault
from yiding.ledgers.telemetry.listen import CannotListen
from yiding.ledgers.telemetry.manifest import UnknownStore
from yiding.ledgers.telemetry.spool import SpoolInUse
from yiding.ledgers.telemetry.store import StoreInUse
from yiding.ledgers.telemetry.taking import Taken
from yiding.rules.parsing import BEIJING

#: Seconds between two lines of counters, where there is something new to count.
TOLD_EVERY_S = 30.0
Verb = TypeVar("Verb")
Run = Callable[[str, int, Path, Manner], Counters]
"""A protocol's listener: host, port, spool, manner."""


@dataclass(frozen=True, slots=True)
class Hearing:
    """Where to listen, and where what is heard is kept."""

    host: str
    port: int
    spool: Path


def data_dir(say: Say) -> Path:
    """Where this deployment keeps its data; no database is opened for it."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "yiding.settings")
    try:
        from django.conf import settings  # noqa: PLC0415 - the library's install has none
    except ModuleNotFoundError as error:
        raise UsageError(say, "needs-server") from error
    return Path(settings.DATA_DIR)


def hear(run: Run, where: Hearing, say: Say) -> int:
    """Hear devices until told to stop; what has come by then is written and answered."""
    if not 0 < where.port < 65536:
        raise UsageError(say, "bad-port", given=where.port)
    stopped = threading.Event()

    def ready(port: int, counters: Counters) -> None:
        tell(say("telemetry-listening", host=where.host, port=port, spool=where.spool))
        threading.Thread(target=_count, args=(counters, stopped, say), daemon=True).start()

    manner = Manner(lambda: datetime.now(BEIJING), tell, ready)
    try:
        counters = run(where.host, where.port, where.spool, manner)
    except CannotListen:
        tell(say("telemetry-cannot-listen", host=where.host, port=where.port))
        return UNSERVED
    except SpoolInUse as why:
        tell(say("telemetry-in-use", problem=why))
        return UNSERVED
    except OSError as why:
        tell(say("unwritable", name=where.spool, problem=why))
        return UNSERVED
    finally:
        stopped.set()
    tell(say("telemetry-stopped", **counters.as_dict()))
    return DONE


def _count(counters: Counters, stopped: threading.Event, say: Say) -> None:
    """A line now and then, while anything happens."""
    told = counters.as_dict()
    while not stopped.wait(TOLD_EVERY_S):
        if (now := counters.as_dict()) != told:
            tell(say("telemetry-counters", **now))
            told = now


def tell(sentence: str) -> None:
    """Say something beside the results."""
    print(sentence, file=sys.stderr, flush=True)


@dataclass(frozen=True, slots=True)
class Bringing:
    """What is brought into a store: some files, else a spool; `command` is the listener's."""

    files: tuple[Path, ...]
    spool: Path
    store: Path
    command: str


def bring(what: Bringing, take: Callable[[], Taken], say: Say) -> Taken | int:
    """What `take` did, or the exit code where it could not; what is not there is named before."""
    missing = [str(one) for one in what.files if not one.is_file()]
    if missing or not (what.files or what.spool.is_dir()):
        names = "、".join(missing or [str(what.spool)])
        tell(say("telemetry-nothing-there", names=names, command=what.command))
        return UNREADABLE
    try:
        return take()
    except (StoreInUse, UnknownStore) as why:
        tell(say("telemetry-in-use", problem=why))
    except OSError as why:
        tell(say("unwritable", name=what.store, problem=why))
    return UNSERVED


def take_told(
    what: Bringing, take: Callable[[], Taken], told: Callable[[Taken], Iterable[str]], say: Say
) -> int:
    """Bring it in and print what was done."""
    taken = bring(what, take, say)
    if isinstance(taken, int):
        return taken
    for line in told(taken):
        print(line)
    return DONE


def verb_of(verbs: Mapping[str, Verb], given: str, key: str, say: Say) -> Verb:
    """The verb of a name; wrong usage, told by the sentence `key`, names those there are."""
    found = verbs.get(given)
    if found is None:
        raise UsageError(say, key, given=given, known="、".join(verbs))
    return found


def faults_told(taken: Taken, kind: type[Fault], say: Say) -> Iterable[str]:
    """The faults of a take by kind, the most frequent first."""
    if not taken.faults:
        yield say("telemetry-no-faults")
    for code, count in taken.faults.most_common():
        yield say("telemetry-fault", code=code, title=kind(code).title, count=count)
