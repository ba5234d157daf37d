"""A section: one item of the body before its duties are read 议题."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from yiding.reading.model import Mode, Subject
    from yiding.text import Span


class Stretch(NamedTuple):
    """Running text of an item: where it stands, the clause it lies in, and what mark opens it."""

    start: int
    end: int
    clause: int = 0
    opens: str = ""


@dataclass(slots=True)
class Section:
    """An item before its duties are read; positions are of the sheet.

    ``spoken`` is one of a transcript, which tells who spoke;
    ``handed`` is one the opening hands over with 会议议定以下事项.
    """

    start: int
    end: int
    mode: Mode = "other"
    title: Span | None = None
    title_words: str | None = None
    heading: Span | None = None
    subjects: tuple[Subject, ...] = ()
    stretches: list[Stretch] = field(default_factory=list)
    candidates: tuple[str, ...] = ()
    spoken: bool = False
    handed: bool = False
