"""Where the command speaks: results on standard output, everything else on standard error."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, TextIO

from rich.console import Console, ConsoleOptions, RenderableType
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TaskID,
    TextColumn,
    TimeRemainingColumn,
)
from rich.segment import Segment

from yiding.text import harmless

if TYPE_CHECKING:
    from yiding.cli.messages import Say

PLAIN_WIDTH = 120
"""Columns where nobody looks: wide enough for a duty, narrow enough for a letter."""


class _Console(Console):
    """Documents and file names come from outside: what they say is shown, never obeyed."""

    def render(
        self, renderable: RenderableType, options: ConsoleOptions | None = None
    ) -> Iterator[Segment]:
        """The segments, those that are words without control characters."""
        for words, style, control in super().render(renderable, options):
            yield Segment(words if control else harmless(words), style, control)

    def on_broken_pipe(self) -> None:
        """Left to the command, which ends alike for every format."""
        raise BrokenPipeError


def speak_utf8() -> None:
    """UTF-8 out whatever the locale; what cannot be encoded is shown as an escape."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def results() -> Console:
    """Standard output, as wide as the terminal; plain where it is none or NO_COLOR is set."""
    return _console(sys.stdout)


def remarks() -> Console:
    """Standard error."""
    return _console(sys.stderr)


def remark(console: Console, sentence: str, style: str = "") -> None:
    """A sentence to people, on one line however long."""
    console.print(sentence, style=style, markup=False, soft_wrap=True)


def write(payload: bytes) -> None:
    """Bytes to standard output as they are."""
    sys.stdout.buffer.write(payload)


def progress(console: Console, say: Say, total: int, visible: bool) -> tuple[Progress, TaskID]:
    """A progress bar that draws only when told to: its thread would not survive a fork."""
    bar = Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=console,
        auto_refresh=False,
        transient=True,
        disable=not visible,
    )
    return bar, bar.add_task(say("reading-files"), total=total)


def bars(console: Console) -> Progress:
    """Progress of several stages, one bar each, gone when all is done."""
    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=console,
        transient=True,
    )


def _console(stream: TextIO) -> Console:
    width = None if stream.isatty() or os.environ.get("COLUMNS") else PLAIN_WIDTH
    if os.environ.get("NO_COLOR") or not stream.isatty():
        return _Console(file=stream, width=width, color_system=None, highlight=False)
    return _Console(file=stream, width=width, highlight=False)
