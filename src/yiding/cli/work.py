"""One document read and written: what a worker process does, and what it tells."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from yiding.cli.formats import FORMATS, TABLE
from yiding.cli.messages import said_by_system, speaker
from yiding.cli.wordings import deadline_in, reason, warning
from yiding.reading.reader import read_characters
from yiding.text import Text, UnreadableFile, read_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yiding.cli.inputs import Task
    from yiding.dates.explain import Language
    from yiding.reading.model import Item, Reading


LONGEST_SHOWN = 255


@dataclass(frozen=True, slots=True)
class Plan:
    """What every task of one run shares: the format, and the language of what is said."""

    format: str
    language: Language


@dataclass(frozen=True, slots=True)
class Glance:
    """A reading in one line."""

    kind: str
    issuer: str
    session: str
    held_on: str
    decisions: int
    binding: int
    standing: int
    unread: float
    warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Done:
    """What became of one task: its bytes for stdout and a glance, or why it failed."""

    name: str
    payload: bytes = b""
    glance: Glance | None = None
    failure: str | None = None
    is_read: bool = False
    """Of a failure: it was read, and its result could not be written."""
    target: Path | None = None
    is_renamed: bool = False
    """Whether the name of the result does not say which document it is of."""


def read_batch(tasks: Sequence[Task], plan: Plan) -> list[Done]:
    """Read each task; one that cannot be read says so and the next is read."""
    return [_read(task, plan) for task in tasks]


def text_of(task: Task, language: str) -> Text | str:
    """The text of a document, or the sentence that says why there is none."""
    say = speaker(language)
    if task.problem is not None:
        return say("failed", name=task.name, problem=task.problem)
    try:
        return read_text(task.source, name=task.label)
    except UnreadableFile as error:
        parts = (reason(error.found, language), reason(error.remedy, language))
        problem = say("reason", found=parts[0], remedy=parts[1])
        return say("failed", name=_short(task.name), problem=problem)


def _short(name: str) -> str:
    """A name as a sentence can hold it: also when somebody pasted a whole text."""
    line = " ".join(name.split())
    return line if len(line) <= LONGEST_SHOWN else f"{line[:LONGEST_SHOWN]}…"


def read_in(text: Text, language: Language) -> Reading:
    """The reading of a text; what it warns of is told in this language."""
    reading = read_characters(text)
    return reading if language == "zh" else _told_in(reading, language)


def _told_in(reading: Reading, language: Language) -> Reading:
    """The same reading, the messages of its warnings and those of its deadlines in a language."""
    warnings = (replace(each, message=warning(each.message, language)) for each in reading.warnings)
    items = (_item_told_in(item, language) for item in reading.items)
    return replace(reading, items=tuple(items), warnings=tuple(warnings))


def _item_told_in(item: Item, language: Language) -> Item:
    duties = (
        replace(duty, deadline=deadline_in(duty.deadline, language)) for duty in item.obligations
    )
    return replace(item, obligations=tuple(duties))


def glance(reading: Reading) -> Glance:
    """The counts of a reading."""
    duties = [duty for item in reading.items for duty in item.obligations]
    binding = sum(duty.binding for duty in duties)
    held_on = reading.held_on.date if reading.held_on else None
    return Glance(
        kind=reading.kind,
        issuer=reading.issuer.name if reading.issuer else "",
        session=reading.session.text if reading.session else "",
        held_on=held_on.isoformat() if held_on else "",
        decisions=sum(len(item.decisions) for item in reading.items),
        binding=binding,
        standing=len(duties) - binding,
        unread=unread_share(reading),
        warnings=tuple(each.message for each in reading.warnings),
    )


def unread_share(reading: Reading) -> float:
    """The part of the text, 0 to 1, that was not understood."""
    unread = sum(
        leaf.span[1] - leaf.span[0] for leaf in reading.accounting if leaf.kind == "unread"
    )
    return unread / len(reading.text) if reading.text else 0.0


def _read(task: Task, plan: Plan) -> Done:
    say = speaker(plan.language)
    text = text_of(task, plan.language)
    if isinstance(text, str):
        return Done(task.name, failure=text)
    reading = read_in(text, plan.language)
    payload = b"" if plan.format == TABLE else FORMATS[plan.format].render(reading, plan.language)
    seen = glance(reading)
    if task.target is None:
        return Done(task.name, payload, seen)
    if (error := _write(task.target, payload)) is None:
        is_renamed = task.is_shared or task.target.stem != Path(task.name).stem
        return Done(task.name, glance=seen, target=task.target, is_renamed=is_renamed)
    told = say("unwritable", name=task.target, problem=said_by_system(error, say))
    return Done(task.name, failure=told, is_read=True)


def _write(target: Path, payload: bytes) -> OSError | None:
    """Write beside the target and move it there, so that nobody finds half a file."""
    draft = _draft(target)
    try:
        draft.write_bytes(payload)
        draft.replace(target)
    except OSError as error:
        return error
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
    return None


def discard_draft(task: Task) -> None:
    """Remove what a process that was ended may have left of this task's result."""
    if task.target is not None:
        with suppress(OSError):
            _draft(task.target).unlink(missing_ok=True)


def _draft(target: Path) -> Path:
    # short, for the name of the target may be as long as names can be
    return target.with_name(f".{sha256(os.fsencode(target.name)).hexdigest()[:16]}.part")
