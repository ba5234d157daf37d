"""``yiding lake``: hear the stations, take what they sent into the store, tell a day."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from yiding.cli.messages import Say
from yiding.cli.usage import DONE, UNREADABLE, UNSERVED, UsageError, language_of
from yiding.ledgers.lake.hj212.faults import Fault
from yiding.ledgers.lake.hj212.listen import run
from yiding.ledgers.lake.hj212.practice import CHINA
from yiding.ledgers.lake.telemetry.store import Store
from yiding.ledgers.lake.telemetry.taking import take_files, take_spool
from yiding.ledgers.telemetry.connection import Manner
from yiding.ledgers.telemetry.counters import Counters
from yiding.ledgers.telemetry.listen import CannotListen
from yiding.ledgers.telemetry.manifest import UnknownStore
from yiding.ledgers.telemetry.spool import SpoolInUse
from yiding.ledgers.telemetry.store import StoreInUse
from yiding.ledgers.telemetry.taking import Taken

#: Seconds between two lines of counters, where there is something new to count.
TOLD_EVERY_S = 30.0


@dataclass(frozen=True, slots=True)
class Wish:
    """What was written on the command line."""

    verb: str
    files: tuple[Path, ...]
    host: str
    port: int
    spool: Path | None
    on: str | None
    place: str | None
    form: str


def lake_command(wish: Wish, language: str) -> int:
    """Do it."""
    say = language_of(language)
    verb = _VERBS.get(wish.verb)
    if verb is None:
        raise UsageError(say, "lake-verb", given=wish.verb, known="、".join(_VERBS))
    return verb(wish, say)


def data_dir(say: Say) -> Path:
    """Where this deployment keeps its data; no database is opened for it."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "yiding.settings")
    try:
        from django.conf import settings  # noqa: PLC0415 - the library's install has none
    except ModuleNotFoundError as error:
        raise UsageError(say, "needs-server") from error
    return Path(settings.DATA_DIR)


def spool_of(wish: Wish, say: Say) -> Path:
    """The folder of frames as they come."""
    return wish.spool or data_dir(say) / "lake" / "spool"


def _listen(wish: Wish, say: Say) -> int:
    """Hear the stations until told to stop; what has come by then is written and answered."""
    if not 0 < wish.port < 65536:
        raise UsageError(say, "bad-port", given=wish.port)
    spool = spool_of(wish, say)
    stopped = threading.Event()

    def ready(port: int, counters: Counters) -> None:
        _tell(say("lake-listening", host=wish.host, port=port, spool=spool))
        threading.Thread(target=_count, args=(counters, stopped, say), daemon=True).start()

    manner = Manner(lambda: datetime.now(CHINA), _tell, ready)
    try:
        counters = run(wish.host, wish.port, spool, manner)
    except CannotListen:
        _tell(say("lake-cannot-listen", host=wish.host, port=wish.port))
        return UNSERVED
    except SpoolInUse as why:
        _tell(say("lake-in-use", problem=why))
        return UNSERVED
    except OSError as why:
        _tell(say("unwritable", name=spool, problem=why))
        return UNSERVED
    finally:
        stopped.set()
    _tell(say("lake-stopped", **counters.as_dict()))
    return DONE


def _count(counters: Counters, stopped: threading.Event, say: Say) -> None:
    """A line now and then, while anything happens."""
    told = counters.as_dict()
    while not stopped.wait(TOLD_EVERY_S):
        if (now := counters.as_dict()) != told:
            _tell(say("lake-counters", **now))
            told = now


def _tell(sentence: str) -> None:
    print(sentence, file=sys.stderr, flush=True)


def _take(wish: Wish, say: Say) -> int:
    """What came since the last time, or some files, into the store."""
    missing = [str(one) for one in wish.files if not one.is_file()]
    spool = spool_of(wish, say)
    if missing or not (wish.files or spool.is_dir()):
        _tell(say("lake-nothing-there", names="、".join(missing or [str(spool)])))
        return UNREADABLE
    store = Store.of(data_dir(say))
    try:
        if wish.files:
            taken = take_files(store, wish.files, datetime.now(CHINA))
        else:
            taken = take_spool(store, spool)
    except (StoreInUse, UnknownStore) as why:
        _tell(say("lake-in-use", problem=why))
        return UNSERVED
    except OSError as why:
        _tell(say("unwritable", name=store.folder, problem=why))
        return UNSERVED
    for line in summary(taken, say):
        print(line)
    return DONE


def summary(taken: Taken, say: Say) -> Iterable[str]:
    """What a take did: frames, values, and the faults by kind, the most frequent first."""
    yield say("lake-taken", frames=taken.frames, new=taken.new, revised=taken.revised)
    yield say("lake-left", known=taken.known, unplaced=taken.unplaced, damaged=taken.damaged)
    if not taken.faults:
        yield say("lake-no-faults")
    for code, count in taken.faults.most_common():
        yield say("lake-fault", code=code, title=Fault(code).title, count=count)


def _brief(wish: Wish, say: Say) -> int:
    """A day, as text or JSON."""
    from yiding.cli.server.lake_brief import lake_brief  # noqa: PLC0415 - after the verb is known

    if wish.form not in {"text", "json"}:
        raise UsageError(say, "unknown-format", given=wish.form, known="text、json")
    return lake_brief(wish.on, wish.place, wish.form, say, Store.of(data_dir(say)))


_VERBS: dict[str, Callable[[Wish, Say], int]] = {
    "listen": _listen,
    "take": _take,
    "brief": _brief,
}
