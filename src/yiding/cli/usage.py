"""What a command line asks for, its exit codes, and wrong usage told in the reader's language."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from yiding.cli.messages import LANGUAGES, language_named, speaker

if TYPE_CHECKING:
    from yiding.cli.messages import Say
    from yiding.dates.explain import Language

Job = Callable[[], int]
"""Done when called, after typer, which has its own idea of errors."""

DONE = 0
BROKEN = 1
UNREADABLE = 2
REFUSED = 3
WRONG_USAGE = 64
UNSERVED = 69
OUTPUT_FAILED = 74
INTERRUPTED = 130
BROKEN_PIPE = 141
TERMINATED = 143


class UsageError(Exception):
    """The command line asks for something that cannot be; says what to write, by ``key``."""

    def __init__(self, say: Say, key: str, **values: object) -> None:
        super().__init__(say(key, **values))
        self.say = say


def known_language(given: str) -> Language:
    """The language of ``--lang``."""
    if (language := language_named(given)) is None:
        raise UsageError(speaker(LANGUAGES[0]), "unknown-language", given=given)
    return language


def language_of(given: str) -> Say:
    """The speaker of ``--lang``."""
    return speaker(known_language(given))


def jobs_of(given: int, say: Say) -> int:
    """How many processes: at least one."""
    if given < 1:
        raise UsageError(say, "bad-jobs", given=given)
    return given


def folder_of(given: str | None, say: Say) -> Path | None:
    """The folder of ``--out``; an empty name is a slip, not the current folder."""
    if given == "":
        raise UsageError(say, "empty-out")
    return Path(given) if given else None


def day_of(given: str, say: Say, key: str = "bad-date") -> date:
    """The day of ``--held`` or another option, ISO 8601; ``key`` says which one is wrong."""
    try:
        return date.fromisoformat(given)
    except ValueError:
        raise UsageError(say, key, given=given) from None
