"""``yiding fleet``: hear vehicle terminals, take what they sent, raise alerts, list trips."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path

from yiding.cli.messages import Say
from yiding.cli.server.telemetry_command import (
    Bringing,
    Hearing,
    data_dir,
    faults_told,
    hear,
    take_told,
    tell,
    verb_of,
)
from yiding.cli.usage import DONE, UNREADABLE, UsageError, language_of
from yiding.ledgers.fleet.jt808.faults import Fault
from yiding.ledgers.fleet.jt808.lines import read_file
from yiding.ledgers.fleet.jt808.listen import run
from yiding.ledgers.fleet.jt808.stream import Dropped
from yiding.ledgers.fleet.positions.sheets import UnreadableSheet
from yiding.ledgers.fleet.positions.store import Store
from yiding.ledgers.fleet.positions.taking import take_files, take_spool
from yiding.ledgers.telemetry.series import Between
from yiding.ledgers.telemetry.taking import Taken
from yiding.rules.parsing import BEIJING


@dataclass(frozen=True, slots=True)
class Look:
    """Which days, whose, as what, for whom."""

    since: str | None = None
    until: str | None = None
    vehicle: str | None = None
    form: str = "table"
    username: str | None = None
    language: str = "zh"

    def between(self, say: Say) -> Between:
        """The days; yesterday when none is written."""
        yesterday = datetime.now(BEIJING).date() - timedelta(days=1)
        try:
            first = date.fromisoformat(self.since) if self.since else None
            last = date.fromisoformat(self.until) if self.until else None
        except ValueError:
            raise UsageError(say, "fleet-span", given=f"{self.since} {self.until}") from None
        found = Between(first or last or yesterday, last or first or yesterday)
        if found.first > found.last:
            raise UsageError(say, "fleet-span", given=f"{self.since} {self.until}")
        return found


@dataclass(frozen=True, slots=True)
class Wish:
    """What was written on the command line."""

    verb: str
    files: tuple[Path, ...]
    host: str
    port: int
    spool: Path | None
    is_strict: bool
    look: Look


def fleet_command(wish: Wish, language: str) -> int:
    """Do it."""
    say = language_of(language)
    return verb_of(_VERBS, wish.verb, "fleet-verb", say)(wish, say)


def _spool_of(wish: Wish, say: Say) -> Path:
    return wish.spool or data_dir(say) / "fleet" / "spool"


def _listen(wish: Wish, say: Say) -> int:
    """Hear the terminals until told to stop."""
    where = Hearing(wish.host, wish.port, _spool_of(wish, say))
    return hear(partial(run, is_strict=wish.is_strict), where, say)


def _take(wish: Wish, say: Say) -> int:
    """What came since the last time, or some files, into the store."""
    spool, store = _spool_of(wish, say), Store.of(data_dir(say))

    def take() -> Taken:
        if wish.files:
            return take_files(store, wish.files, datetime.now(BEIJING))
        return take_spool(store, spool)

    what = Bringing(wish.files, spool, store.folder, "yiding fleet listen")
    try:
        return take_told(what, take, lambda taken: summary(taken, say), say)
    except UnreadableSheet as why:
        tell(say("failed", name="、".join(map(str, wish.files)), problem=why))
        return UNREADABLE


def summary(taken: Taken, say: Say) -> Iterable[str]:
    """What a take did: frames and rows, positions, and the faults by kind."""
    yield say("fleet-taken", frames=taken.frames, new=taken.new, revised=taken.revised)
    yield say("fleet-left", known=taken.known, unplaced=taken.unplaced, damaged=taken.damaged)
    yield from faults_told(taken, Fault, say)


def _show(wish: Wish, say: Say) -> int:
    """Each message as JSON, one a line, and what is none with its fault; no store is touched."""
    missing = [str(one) for one in wish.files if not one.is_file()]
    if missing or not wish.files:
        names = "、".join(missing) or "FILE"
        tell(say("telemetry-nothing-there", names=names, command="yiding fleet listen"))
        return UNREADABLE
    for path in wish.files:
        for one in read_file(path):
            if isinstance(one, Dropped):
                tell(one.fault.sentence)
            else:
                json.dump(one.as_json(), sys.stdout, ensure_ascii=False)
                print()
    return DONE


def _watch(wish: Wish, say: Say) -> int:
    """Raise what a span of days shows; the same again raises nothing."""
    from yiding.cli.server.fleet_watch import watch_days  # noqa: PLC0415 - loads the application

    between, store = wish.look.between(say), Store.of(data_dir(say))
    return watch_days(between, store, wish.look, say)


def _trips(wish: Wish, say: Say) -> int:
    """List the trips of the vehicles that an account may see."""
    from yiding.cli.server.fleet_watch import list_trips  # noqa: PLC0415 - loads the application

    look = wish.look
    if look.form not in {"table", "json", "csv"}:
        raise UsageError(say, "unknown-format", given=look.form, known="table、json、csv")
    between, store = look.between(say), Store.of(data_dir(say))
    return list_trips(between, store, look, say)


_VERBS: dict[str, Callable[[Wish, Say], int]] = {
    "listen": _listen,
    "take": _take,
    "watch": _watch,
    "trips": _trips,
    "show": _show,
}
