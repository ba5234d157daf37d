"""``yiding read``: from files to a table, JSON, Markdown, a workbook or Akoma Ntoso."""

from __future__ import annotations

import os
import sys
from collections import Counter
from contextlib import closing
from dataclasses import dataclass
from errno import EACCES
from typing import TYPE_CHECKING

from yiding.cli import screen
from yiding.cli.ending import terminated_in_order
from yiding.cli.formats import FORMATS, TABLE, check_stdout, format_name
from yiding.cli.inputs import tasks_of, with_targets
from yiding.cli.messages import said_by_system
from yiding.cli.place import places
from yiding.cli.pool import read_all
from yiding.cli.table import table
from yiding.cli.usage import DONE, OUTPUT_FAILED, UNREADABLE, UsageError
from yiding.cli.work import Done, Plan, read_batch, read_in, text_of
from yiding.text import harmless

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence
    from pathlib import Path

    from rich.console import Console

    from yiding.cli.inputs import Task
    from yiding.cli.messages import Say
    from yiding.cli.work import Glance
    from yiding.dates.explain import Language

FEW = 5
"""So many documents are each shown as a table; more get one line each."""
COUNTED = ("decisions", "binding", "standing", "warnings")
REDRAW = 16
"""The progress bar is drawn once for so many documents."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What was asked for, beside the files."""

    language: Language
    say: Say
    jobs: int
    format: str | None
    folder: Path | None
    with_standing: bool


def read_command(arguments: Sequence[str], wish: Wish) -> int:
    """Read the documents and show or write them; the exit code of the command."""
    plan = Plan(format_name(wish.format, wish.folder is not None, wish.say), wish.language)
    tasks = tasks_of(arguments, wish.say, wish.folder)
    if wish.folder is not None:
        tasks = with_targets(tasks, wish.folder, FORMATS[plan.format].suffix, wish.say)
        _make(wish.folder, wish.say)
    elif plan.format != TABLE:
        check_stdout(plan.format, len(tasks), wish.say)
    with terminated_in_order():
        if plan.format == TABLE and len(tasks) <= FEW:
            return _tables(tasks, wish)
        return _bulk(tasks, plan, wish)


def _make(folder: Path, say: Say) -> None:
    """Make the folder of the results; one that cannot be written is told before any is read."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if not os.access(folder, os.W_OK | os.X_OK):
            raise PermissionError(EACCES, os.strerror(EACCES))
    except OSError as error:
        problem = said_by_system(error, say)
        raise UsageError(say, "unwritable", name=folder, problem=problem) from None


def _tables(tasks: Sequence[Task], wish: Wish) -> int:
    console, remarks, status = screen.results(), screen.remarks(), DONE
    for task in tasks:
        text = text_of(task, wish.language)
        if isinstance(text, str):
            screen.remark(remarks, text, "red")
            status = UNREADABLE
            continue
        if len(tasks) > 1:
            console.rule(task.name)
        place, reading = places(text, wish.say), read_in(text, wish.language)
        console.print(table(reading, wish.language, place, wish.with_standing))
    return status


def _bulk(tasks: Sequence[Task], plan: Plan, wish: Wish) -> int:
    remarks, counts = screen.remarks(), Counter[str]()
    with closing(_watched(tasks, plan, wish, remarks)) as every:
        for done in every:
            counts.update(_counts(done))
            _show(done, plan, wish.say, remarks)
            if done.glance:
                _tell(done, len(tasks) == 1, wish.say, remarks)
    sys.stdout.flush()
    if len(tasks) > 1:
        screen.remark(remarks, wish.say("summary", total=len(tasks), **_summary(counts)))
    if counts["unwritten"]:
        return OUTPUT_FAILED
    return UNREADABLE if counts["failed"] else DONE


def _show(done: Done, plan: Plan, say: Say, remarks: Console) -> None:
    if done.glance is None:
        screen.remark(remarks, done.failure or "", "red")
    elif plan.format == TABLE:
        screen.write(_line(done.name, done.glance, say))
    else:
        screen.write(done.payload)


def _watched(tasks: Sequence[Task], plan: Plan, wish: Wish, remarks: Console) -> Generator[Done]:
    """Every result in order, while a bar on standard error shows how far it is."""
    if len(tasks) == 1:
        yield from read_batch(tasks, plan)
        return
    is_stdout_free = wish.folder is not None or not sys.stdout.isatty()
    bar, drawn = screen.progress(
        remarks, wish.say, len(tasks), remarks.is_terminal and is_stdout_free
    )
    with bar, closing(read_all(tasks, plan, wish.jobs)) as every:
        for count, done in enumerate(every, 1):
            yield done
            bar.update(drawn, completed=count, refresh=count % REDRAW == 0)


def _counts(done: Done) -> dict[str, int]:
    if done.glance is None:
        return {"unwritten" if done.is_read else "failed": 1}
    seen = done.glance
    state = "not_minutes" if seen.kind == "not_minutes" else "read"
    return {
        state: 1,
        "decisions": seen.decisions,
        "binding": seen.binding,
        "standing": seen.standing,
        "warnings": len(seen.warnings),
    }


def _summary(counts: Counter[str]) -> dict[str, int]:
    names = ("read", "not_minutes", "failed", "unwritten", *COUNTED)
    return {name: counts[name] for name in names}


def _line(name: str, seen: Glance, say: Say) -> bytes:
    line = say(
        "overview",
        name=name,
        kind=say(f"kind-{seen.kind}"),
        issuer=seen.issuer,
        session=seen.session,
        held_on=seen.held_on or say("unknown"),
        decisions=seen.decisions,
        binding=seen.binding,
        unread=f"{seen.unread:.1%}",
    )
    if seen.warnings:
        line += say("to-check", count=len(seen.warnings))
    return f"{harmless(line)}\n".encode("utf-8", "backslashreplace")


def _tell(done: Done, is_alone: bool, say: Say, remarks: Console) -> None:
    """Of one document its warnings and where its result is; of many, what their names hide."""
    target = done.target
    if target and (is_alone or done.is_renamed):
        screen.remark(remarks, say("written-as", name=done.name, target=target))
    if is_alone and done.glance:  # of many, they stand in the results
        for message in done.glance.warnings:
            screen.remark(remarks, f"! {message}", "yellow")
