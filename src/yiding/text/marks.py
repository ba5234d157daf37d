"""Where lines stand, counted only when somebody asks for a place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import overload

from yiding.text.model import Mark, Place


class LineMarks(Sequence[Mark]):
    """A mark at every non-blank line (a paragraph) and at every change of page.

    Paragraphs are counted from ``first`` on: what stands before it is a running head.
    """

    __slots__ = ("_characters", "_first", "_marks", "_pages")

    def __init__(
        self, characters: str, pages: tuple[tuple[int, int], ...] = (), first: int = 0
    ) -> None:
        self._characters = characters
        self._first = first
        self._pages = pages
        self._marks: list[Mark] | None = None

    @overload
    def __getitem__(self, index: int) -> Mark: ...
    @overload
    def __getitem__(self, index: slice) -> list[Mark]: ...
    def __getitem__(self, index: int | slice) -> Mark | list[Mark]:
        return self._counted()[index]

    def __len__(self) -> int:
        return len(self._counted())

    def __eq__(self, other: object) -> bool:
        return isinstance(other, LineMarks) and self._key() == other._key()

    def __hash__(self) -> int:
        return hash(self._key())

    def _key(self) -> tuple[str, tuple[tuple[int, int], ...], int]:
        return self._characters, self._pages, self._first

    def _counted(self) -> list[Mark]:
        if self._marks is None:
            self._marks = list(_marks(*self._key()))
        return self._marks


def _marks(characters: str, pages: tuple[tuple[int, int], ...], first: int) -> Iterator[Mark]:
    lines = enumerate((start for start in _line_starts(characters) if start >= first), 1)
    changes: list[tuple[int, int | None, int | None]] = [
        (start, None, line) for line, start in lines
    ]
    changes += [(start, page, None) for start, page in pages]
    page = paragraph = None
    for start, new_page, new_paragraph in sorted(changes, key=lambda change: change[0]):
        page = new_page or page
        paragraph = new_paragraph or paragraph
        yield Mark(start, Place(page, paragraph))


def _line_starts(characters: str) -> Iterator[int]:
    start = 0
    for line in characters.splitlines(keepends=True):
        if not line.isspace():
            yield start
        start += len(line)
