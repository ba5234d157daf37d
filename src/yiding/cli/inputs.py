"""From the arguments to the files to read, and where each result goes."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from yiding.cli.usage import UsageError
from yiding.text.kinds import CLAIMS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from yiding.cli.messages import Say

STDIN = "-"
_OTHER_PAPERS = (
    ".doc", ".dot", ".wps", ".wpt", ".rtf", ".odt", ".fodt", ".ofd", ".ceb", ".mht", ".mhtml",
)  # fmt: skip
_LOOKED_FOR = (*CLAIMS, *_OTHER_PAPERS)
"""Endings looked for in a folder: what we read, and papers whose owner is told what to do."""


@dataclass(frozen=True, slots=True)
class Task:
    """One document to read: its name, where its bytes are, where its result goes."""

    name: str
    source: Path | bytes
    target: Path | None = None


def tasks_of(arguments: Sequence[str], say: Say, out: Path | None = None) -> list[Task]:
    """The documents named, in order; a folder stands for every readable file below it.

    What lies in ``out`` are results, and is not read again.
    """
    if not arguments:
        raise UsageError(say, "no-files")
    aside = out.resolve() if out else None
    return [task for argument in arguments for task in _documents(argument, say, aside)]


def _documents(argument: str, say: Say, aside: Path | None) -> list[Task]:
    if argument == STDIN:
        return [Task("stdin", sys.stdin.buffer.read())]
    path = Path(argument)
    if not path.is_dir():
        return [Task(argument, path)]
    found = [Task(str(file), file) for file in _walk(path, aside)]
    if not found:
        raise UsageError(say, "empty-folder", name=argument, suffixes=" ".join(CLAIMS))
    return found


def _walk(folder: Path, aside: Path | None) -> Iterator[Path]:
    """Papers below a folder in a fixed order, without hidden ones and Word's locks."""
    for parent, folders, names in os.walk(folder):
        inside = sorted(name for name in folders if not name.startswith("."))
        folders[:] = [name for name in inside if Path(parent, name).resolve() != aside]
        for name in sorted(names):
            if name.lower().endswith(_LOOKED_FOR) and not name.startswith((".", "~$")):
                yield Path(parent, name)


def with_targets(tasks: Sequence[Task], folder: Path, suffix: str, say: Say) -> list[Task]:
    """Each task with its own file in ``folder``: NAME.json, then NAME-2.json where it is taken.

    A target is never one of the inputs and never another task's, also on a file system
    that does not tell cases apart.
    """
    if folder.exists() and not folder.is_dir():
        raise UsageError(say, "out-is-a-file", name=folder)
    paths = (task.source for task in tasks if isinstance(task.source, Path))
    taken = {str(path.resolve()).casefold() for path in paths}
    return [replace(task, target=_free(folder, task, suffix, taken)) for task in tasks]


def _free(folder: Path, task: Task, suffix: str, taken: set[str]) -> Path:
    stem = Path(task.name).stem
    target, count = folder / f"{stem}{suffix}", 1
    while (key := str(target.resolve()).casefold()) in taken:
        count += 1
        target = folder / f"{stem}-{count}{suffix}"
    taken.add(key)
    return target
