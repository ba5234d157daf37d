"""``yiding demo``: the fictional city of Linhu with a year of its life, and its accounts."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from yiding.cli import screen
from yiding.cli.messages import Say
from yiding.cli.server.serve_command import (
    address_of,
    bring_up_to_date,
    is_free,
    serve_until_told,
    workers_of,
)
from yiding.cli.server.start import start
from yiding.cli.usage import DONE, REFUSED, UNSERVED, UsageError, day_of, language_of

if TYPE_CHECKING:
    from rich.table import Table

#: Where the demonstration lives when nothing else is said: beside an office's data, never in it.
FOLDER = Path(".yiding") / "demo"
#: Lines of progress where nobody watches a bar: one after so many.
LINES = 10


@dataclass(frozen=True)
class DemoWish:
    """What was asked for."""

    is_served: bool
    host: str
    port: int
    is_fresh: bool
    seed: int
    today: str | None
    meetings: int


def demo_command(wish: DemoWish, language: str) -> int:
    """Load the city where it is not there yet, say how to enter it, and serve it when asked."""
    say = language_of(language)
    _check(wish, say)
    be_a_demonstration()
    start(say)
    if wish.is_served and not is_free(wish.host, wish.port):
        print(say("port-taken", host=wish.host, port=wish.port), file=sys.stderr)
        return UNSERVED
    if not is_loaded(wish, say):
        return REFUSED
    _tell(wish, say)
    if wish.is_served:
        serve_until_told(wish.host, wish.port, workers_of(None, say))
    return DONE


def is_loaded(wish: DemoWish, say: Say) -> bool:
    """Load the city where it is missing; no, and why, where nothing may be written."""
    found = _reason_not_to(wish)
    if found:
        print(say(found, folder=_place()), file=sys.stderr)
        return False
    if wish.is_fresh:
        _remove()
    bring_up_to_date(say)
    _load_if_missing(wish, say)
    return True


def _check(wish: DemoWish, say: Say) -> None:
    from yiding.demo.schedule import MEETINGS  # noqa: PLC0415 - start-up

    if not 0 < wish.port < 65536:
        raise UsageError(say, "bad-port", given=wish.port)
    if not 0 < wish.meetings <= MEETINGS:
        raise UsageError(say, "bad-meetings", given=wish.meetings, most=MEETINGS)
    if wish.today is not None:
        _day(wish, say)


def be_a_demonstration() -> None:
    """One-click accounts, and a folder of its own unless another is named."""
    os.environ["YIDING_DEMO"] = "true"
    os.environ.setdefault("YIDING_DATA_DIR", str(FOLDER.absolute()))


def _reason_not_to(wish: DemoWish) -> str | None:
    """Why nothing may be written here: an office's data is never touched."""
    from django.conf import settings  # noqa: PLC0415 - after start
    from django.db import connection  # noqa: PLC0415 - after start

    from yiding.demo.load import is_somebody_elses  # noqa: PLC0415 - after start
    from yiding.registry.models import Account  # noqa: PLC0415 - after start

    if not settings.DEMO:
        return "demo-not-said"
    tables = connection.introspection.table_names()
    if Account._meta.db_table in tables and is_somebody_elses():
        return "demo-elsewhere"
    is_server = connection.vendor != "sqlite"
    connection.close()
    return "demo-not-fresh" if wish.is_fresh and is_server and tables else None


def _place() -> str:
    from django.conf import settings  # noqa: PLC0415 - after start

    database = settings.DATABASES["default"]
    return str(database["NAME"])


def _remove() -> None:
    """The demonstration's own file and papers; the check before this has seen whose it is."""
    from django.conf import settings  # noqa: PLC0415 - after start

    file = Path(str(settings.DATABASES["default"]["NAME"]))
    for path in (file, Path(f"{file}-wal"), Path(f"{file}-shm")):
        path.unlink(missing_ok=True)
    shutil.rmtree(settings.MEDIA_ROOT, ignore_errors=True)


def _load_if_missing(wish: DemoWish, say: Say) -> None:
    from yiding.demo.load import contents, load_city  # noqa: PLC0415 - after start

    if contents().counts["units"]:
        return
    wanted, today = _day(wish, say), _newest(_day(wish, say))
    if wanted != today:
        print(say("demo-year-ends", year=wanted.year, day=today), flush=True)
    with _progress(say) as told:
        load_city(wish.seed, today, newest=wish.meetings, told=told)


def _day(wish: DemoWish, say: Say) -> date:
    """The day asked for, or yesterday: whatever the city did lies in the past."""
    if wish.today is not None:
        return day_of(wish.today, say, "bad-today")
    from django.utils import timezone  # noqa: PLC0415 - after start

    return timezone.localdate() - timedelta(days=1)


def _newest(day: date) -> date:
    from yiding.demo.schedule import newest_day  # noqa: PLC0415 - start-up

    return newest_day(day)


Told = Callable[[str, int, int], None]


@contextmanager
def _progress(say: Say) -> Iterator[Told]:
    """A bar on a terminal, a line now and then elsewhere."""
    console = screen.remarks()
    if not console.is_terminal:
        yield _lines(say)
        return
    with screen.bars(console) as bars:
        tasks: dict[str, Any] = {}

        def told(stage: str, done: int, total: int) -> None:
            if stage not in tasks:
                tasks[stage] = bars.add_task(say(f"demo-{stage}"), total=total)
            bars.update(tasks[stage], completed=done)

        yield told


def _lines(say: Say) -> Told:
    shown: dict[str, int] = {}

    def told(stage: str, done: int, total: int) -> None:
        tenth = done * LINES // max(total, 1)
        if tenth > shown.get(stage, 0) or done == total:
            shown[stage] = tenth
            print(f"{say(f'demo-{stage}')} {done}/{total}", file=sys.stderr, flush=True)

    return told


def _tell(wish: DemoWish, say: Say) -> None:
    """What is there, where it is served, who can sign in, and with which password."""
    from yiding.demo.load import PASSWORD, contents  # noqa: PLC0415 - after start

    found = contents()
    counts = {name: f"{count:,}" for name, count in found.counts.items()}
    print(say("demo-holds", until=found.until, **counts))
    screen.results().print(_accounts(say))
    print(say("demo-password", password=PASSWORD))
    address = address_of(wish.host, wish.port)
    key = "demo-serving" if wish.is_served else "demo-not-served"
    print(say(key, address=address, folder=_folder()), flush=True)


def _folder() -> str:
    from django.conf import settings  # noqa: PLC0415 - after start

    return str(settings.DATA_DIR)


def _accounts(say: Say) -> Table:
    from rich.table import Table  # noqa: PLC0415 - start-up

    from yiding.demo.accounts import demo_accounts  # noqa: PLC0415 - after start

    table = Table(box=None, pad_edge=False, header_style="bold")
    for key in ("demo-role", "demo-name", "demo-account"):
        table.add_column(say(key), no_wrap=True)
    for one in demo_accounts():
        table.add_row(one.role, f"{one.name} {one.unit}".strip(), one.username)
    return table
