"""From the arguments to the files to read, and where each result goes."""

from __future__ import annotations

import os
import sys
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from yiding.cli.messages import said_by_system
from yiding.cli.ours import is_ours
from yiding.cli.usage import UsageError
from yiding.text.kinds import CLAIMS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from yiding.cli.messages import Say

STDIN = "-"
_OTHER_PAPERS = (
    ".doc", ".dot", ".wps", ".wpt", ".rtf", ".odt", ".fodt", ".ofd", ".ceb", ".mht", ".mhtml",
)  # fmt: skip
LOOKED_FOR = (*CLAIMS, *_OTHER_PAPERS)
"""Endings looked for in a folder: what we read, and papers whose owner is told what to do."""
LONGEST_NAME = 255
"""Bytes that the name of a file may have."""


@dataclass(frozen=True, slots=True)
class Task:
    """One document to read: its name, where its bytes are, where its result goes.

    ``problem`` says why there is nothing to read; ``is_shared`` that another file's name is the
    same, so that only the whole path tells them apart.
    """

    name: str
    source: Path | bytes
    target: Path | None = None
    problem: str | None = None
    is_shared: bool = False

    @property
    def label(self) -> str:
        """What the result calls its source: the file's name where that is enough."""
        return self.name if self.is_shared else Path(self.name).name


def tasks_of(arguments: Sequence[str], say: Say, out: Path | None = None) -> list[Task]:
    """The documents named, in order; a folder stands for every readable file below it.

    Results of ours, which lie in ``out`` or bear our mark, are not read again.
    """
    if not arguments:
        raise UsageError(say, "no-files")
    if "" in arguments:
        raise UsageError(say, "empty-name")
    tasks: list[Task] = []
    for argument in arguments:
        found = _documents(argument, say, out)
        tasks += found or [_nothing(argument, len(arguments) == 1, say)]
    names = Counter(Path(task.name).name for task in tasks)
    return [replace(task, is_shared=names[Path(task.name).name] > 1) for task in tasks]


def _nothing(folder: str, is_alone: bool, say: Say) -> Task:
    """A folder without a readable file: wrong usage when nothing else is named."""
    suffixes = " ".join(CLAIMS)
    if is_alone:
        raise UsageError(say, "empty-folder", name=folder, suffixes=suffixes)
    return Task(folder, Path(folder), problem=say("nothing-below", suffixes=suffixes))


def _documents(argument: str, say: Say, out: Path | None) -> list[Task]:
    if argument == STDIN:
        return [Task("stdin", sys.stdin.buffer.read())]
    path = Path(argument)
    if not _is_folder(path):
        return [Task(argument, path)]
    return list(_walk(path, out, say))


def _is_folder(path: Path) -> bool:
    """Also of a name that cannot be looked at: reading it will say why."""
    try:
        return path.is_dir()
    except OSError:
        return False


def _walk(folder: Path, out: Path | None, say: Say) -> Iterator[Task]:
    """Readable files below a folder in a fixed order, without hidden ones and Word's locks.

    A folder that may not be entered is a document that cannot be read.
    """
    locked: list[OSError] = []
    for parent, folders, names in os.walk(folder, onerror=locked.append):
        yield from _locked(locked, say)
        inside = sorted(name for name in folders if not name.startswith("."))
        folders[:] = [name for name in inside if not _is_same(Path(parent, name), out)]
        files = (Path(parent, name) for name in sorted(names) if _is_paper(name))
        yield from (Task(str(file), file) for file in files if not is_ours(file))
    yield from _locked(locked, say)


def _locked(errors: list[OSError], say: Say) -> Iterator[Task]:
    while errors:
        error = errors.pop(0)
        path = Path(os.fsdecode(error.filename))
        yield Task(str(path), path, problem=f"{said_by_system(error, say)}{say('stop')}")


def _is_same(folder: Path, out: Path | None) -> bool:
    return out is not None and os.path.realpath(folder) == os.path.realpath(out)


def _is_paper(name: str) -> bool:
    return name.lower().endswith(LOOKED_FOR) and not name.startswith((".", "~$"))


def with_targets(tasks: Sequence[Task], folder: Path, suffix: str, say: Say) -> list[Task]:
    """Each task with its own file in ``folder``: NAME.json, then NAME-2.json where it is taken.

    A target is never one of the inputs, never another task's, also on a file system that does
    not tell cases apart, and never a file that is not a result of ours.
    """
    if not _can_be_folder(folder):
        raise UsageError(say, "out-is-a-file", name=folder)
    paths = (task.source for task in tasks if isinstance(task.source, Path))
    taken = {_key(path) for path in paths}
    return [
        task if task.problem else replace(task, target=_free(folder, task, suffix, taken))
        for task in tasks
    ]


def _can_be_folder(path: Path) -> bool:
    try:
        return path.is_dir() or not (path.exists() or path.is_symlink())
    except OSError:  # making it will say why
        return True


def _free(folder: Path, task: Task, suffix: str, taken: set[str]) -> Path:
    target, count = _named(folder, task, suffix), 1
    while (key := _key(target)) in taken or _is_anothers(target):
        count += 1
        target = _named(folder, task, f"-{count}{suffix}")
    taken.add(key)
    return target


def _key(path: Path) -> str:
    return os.path.realpath(path).casefold()


def _is_anothers(target: Path) -> bool:
    return os.path.lexists(target) and not is_ours(target)


def _named(folder: Path, task: Task, ending: str) -> Path:
    """The stem of the document, as much of it as a file's name can hold, with this ending."""
    stem = Path(task.name).stem
    while len(os.fsencode(stem + ending)) > LONGEST_NAME:
        stem = stem[:-1]
    return folder / f"{stem}{ending}"
