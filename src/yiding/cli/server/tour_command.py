"""``yiding demo tour``: one paper, what would prove each of its duties, what the ledgers say."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from yiding.cli import screen
from yiding.cli.messages import Say
from yiding.cli.server.demo_command import DemoWish, be_a_demonstration, is_loaded
from yiding.cli.server.start import start
from yiding.cli.usage import DONE, REFUSED, UNREADABLE, language_of

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

    from yiding.demo.visiting import Visit
    from yiding.followup.models import Minutes
    from yiding.ledgers.base.proving_minutes import ProofLine, ProvenItem, Tested

#: The city as `yiding demo` loads it when nothing else is said.
_WISH = DemoWish(
    is_served=False,
    host="127.0.0.1",
    port=8000,
    is_fresh=False,
    seed=1,
    today=None,
    meetings=24,
)
_COLUMNS = ("clause", "duty", "lead", "due", "test", "shown", "result")
#: Columns of a table as wide as a page laid sideways.
_WIDTH = 160


def tour_command(paper: Path | None, registry: Path | None, language: str) -> int:
    """Load the city where it is missing, bring the paper in, and walk through it."""
    say = language_of(language)
    be_a_demonstration()
    start(say)
    from django.utils import translation  # noqa: PLC0415 - after start

    if not is_loaded(_WISH, say):
        return REFUSED
    with translation.override("en" if language == "en" else "zh-hans"):
        if paper is None:
            return _own_tour(say)
        return _visitors_tour(paper, registry, say)


def _own_tour(say: Say) -> int:
    from yiding.demo.touring import tour_paper  # noqa: PLC0415 - after start

    minutes = tour_paper()
    if minutes is None:
        print(say("tour-missing"), file=sys.stderr)
        return REFUSED
    _walk(minutes, "mayor", say)
    return DONE


def _visitors_tour(paper: Path, registry: Path | None, say: Say) -> int:
    visit = _visit(paper, registry, say)
    if visit is None:
        return UNREADABLE
    _walk(visit.minutes, visit.account.username, say)
    return DONE


def _visit(paper: Path, registry: Path | None, say: Say) -> Visit | None:
    from django.utils import timezone  # noqa: PLC0415 - after start

    from yiding.demo.visiting import visit  # noqa: PLC0415 - after start
    from yiding.followup.importing import ImportRefused  # noqa: PLC0415 - after start
    from yiding.registry.importing import ImportFaults  # noqa: PLC0415 - after start
    from yiding.text import UnreadableFile  # noqa: PLC0415 - after start

    named = paper
    try:
        content = paper.read_bytes()
        named = registry or paper
        workbook = registry.read_bytes() if registry else None
        named = paper
        return visit(paper.name, content, workbook, timezone.now())
    except ImportFaults as faults:
        for one in faults.faults:
            place = f"{one.sheet} {one.row or ''} {one.column}".strip()
            print(say("failed", name=f"{registry} {place}", problem=one.words()), file=sys.stderr)
    except (ImportRefused, OSError, UnreadableFile) as error:
        print(say("failed", name=named, problem=error), file=sys.stderr)
    return None


def _walk(minutes: Minutes, username: str, say: Say) -> None:
    """Item by item; then where it stands on the site."""
    from django.utils import timezone  # noqa: PLC0415 - after start

    from yiding.demo.load import PASSWORD  # noqa: PLC0415 - after start
    from yiding.followup.models import Matter  # noqa: PLC0415 - after start
    from yiding.ledgers.base.proving_minutes import counted, proven_items  # noqa: PLC0415

    on = timezone.localdate()
    items = proven_items(minutes, Matter.objects.all(), on)
    console = screen.results()
    console.width = max(console.width, _WIDTH) if not console.is_terminal else console.width
    screen.remark(console, say("tour-head", title=minutes.title, number=minutes.number), "bold")
    for item in items:
        _show(item, console, say)
    found = counted(items)
    values = {"duties": found.duties, "proven": found.proven, "against": found.against}
    screen.remark(console, say("tour-counted", items=len(items), on=on, **values))
    page = f"/minutes/{minutes.address}/proof/"
    screen.remark(console, say("tour-page", page=page, account=username, password=PASSWORD))


def _show(item: ProvenItem, console: Console, say: Say) -> None:
    console.print()
    outcome = say(f"outcome-{item.outcome}") if item.outcome else ""
    screen.remark(console, f"{item.no}  {item.title}  {outcome}".rstrip(), "bold")
    for one in item.general:
        screen.remark(console, f"   {say('tour-ledger')} {_general(one)}")
    if item.lines:
        console.print(_table(item, say))
    else:
        screen.remark(console, f"   {say('tour-no-duty')}")


def _table(item: ProvenItem, say: Say) -> Table:
    from rich.table import Table  # noqa: PLC0415 - start-up

    table = Table(box=None, pad_edge=True, header_style="dim", padding=(0, 1))
    for key in _COLUMNS:
        table.add_column(say(f"tour-{key}"), no_wrap=key in {"clause", "due", "result"})
    for line in item.lines:
        table.add_row(*_cells(line, say))
    return table


def _cells(line: ProofLine, say: Say) -> tuple[Any, ...]:
    from rich.text import Text  # noqa: PLC0415 - start-up

    due = line.due_on.isoformat() if line.due_on else line.due_words or say("tour-undated")
    tests = "\n".join(_test(one) for one in line.tests) or say("tour-by-hand")
    shown = "\n".join(_shown(one) for one in line.tests) or say("tour-no-ledger")
    result = "\n".join(str(one.result.label) for one in line.tests) or say("tour-by-person")
    clause = line.address.partition(":")[2]
    return tuple(Text(one) for one in (clause, line.action, line.lead, due, tests, shown, result))


def _general(one: Tested) -> str:
    from yiding.ledgers.base.saying import source_of, test_title  # noqa: PLC0415 - after start

    return f"{source_of(one.test)}  {test_title(one.test, one.shown)} {_shown(one)}"


def _test(one: Tested) -> str:
    from yiding.ledgers.base.saying import (  # noqa: PLC0415 - after start
        source_of,
        target_words,
        test_title,
    )

    shown = one.shown
    asked = target_words(one.test, shown.unit if shown else "", shown.better if shown else "more")
    return f"{source_of(one.test)}  {test_title(one.test, shown)} {asked}"


def _shown(one: Tested) -> str:
    from yiding.ledgers.base.saying import shown_words  # noqa: PLC0415 - after start

    return shown_words(one.test, one.shown)
