"""``yiding lake``: hear the stations, take what they sent into the store, tell a day."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from yiding.cli.messages import Say
from yiding.cli.server.telemetry_command import (
    Bringing,
    Hearing,
    data_dir,
    faults_told,
    hear,
    take_told,
    verb_of,
)
from yiding.cli.usage import UsageError, language_of
from yiding.ledgers.lake.hj212.faults import Fault
from yiding.ledgers.lake.hj212.listen import run
from yiding.ledgers.lake.telemetry.store import Store
from yiding.ledgers.lake.telemetry.taking import take_files, take_spool
from yiding.ledgers.telemetry.taking import Taken
from yiding.rules.parsing import BEIJING


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
    return verb_of(_VERBS, wish.verb, "lake-verb", say)(wish, say)


def spool_of(wish: Wish, say: Say) -> Path:
    """The folder of frames as they come."""
    return wish.spool or data_dir(say) / "lake" / "spool"


def _listen(wish: Wish, say: Say) -> int:
    """Hear the stations until told to stop."""
    return hear(run, Hearing(wish.host, wish.port, spool_of(wish, say)), say)


def _take(wish: Wish, say: Say) -> int:
    """What came since the last time, or some files, into the store."""
    spool, store = spool_of(wish, say), Store.of(data_dir(say))

    def take() -> Taken:
        if wish.files:
            return take_files(store, wish.files, datetime.now(BEIJING))
        return take_spool(store, spool)

    what = Bringing(wish.files, spool, store.folder, "yiding lake listen")
    return take_told(what, take, lambda taken: summary(taken, say), say)


def summary(taken: Taken, say: Say) -> Iterable[str]:
    """What a take did: frames, values, and the faults by kind, the most frequent first."""
    yield say("lake-taken", frames=taken.frames, new=taken.new, revised=taken.revised)
    yield say("lake-left", known=taken.known, unplaced=taken.unplaced, damaged=taken.damaged)
    yield from faults_told(taken, Fault, say)


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
