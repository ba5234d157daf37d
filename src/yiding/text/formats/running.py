"""Running heads, running feet and page numbers: what a page repeats around its text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

_PAGE_NUMBER = re.compile(
    r"[—–\-－―~·.][\s—–\-－―~·.]*\d{1,4}[\s—–\-－―~·.]*[—–\-－―~·.]"
    r"|第\s*[\d一二三四五六七八九十]{1,4}\s*页|\d{1,4}\s*[/／]\s*\d{1,4}|(?i:page)\s*\d+(?:\s*of\s*\d+)?"
    r"|第\s*\d{1,4}\s*页[\s/／,，|]*共\s*\d{1,4}\s*页|共\s*\d{1,4}\s*页[\s/／,，|]*第\s*\d{1,4}\s*页"
)
_SCANNER = re.compile(r"(?:由|使用)?\s*(?:扫描全能王|全能扫描王|CamScanner)\s*(?:创建|扫描)?")
_BARE_NUMBER = re.compile(r"\d{1,4}")
_EDGE = 2  # lines at the top and at the bottom of a page that may be furniture
_DIGITS = re.compile(r"\d+")


Box = tuple[float, float, float, float]
"""Left, bottom, right and top."""


@dataclass(slots=True)
class Line:
    """One printed line: its page, edges and foot in points, the size of its letters."""

    text: str
    page: int
    left: float
    right: float
    bottom: float
    size: float
    has_gap: bool = False
    """A space ends it: in a list of names the next one follows, in running text it is chance."""
    angle: float = 0.0
    """How its first letter is turned, clockwise in radians."""
    last_angle: float = 0.0
    """How its last letter is turned: what is drawn beside a line may be taken for its end."""
    column: int = 0
    """Which column of the page it is in, from 1; 0 where it stands across them or has none."""
    row: PrintedRow | None = None
    """The row of a table that it is, or is part of."""
    turns: Sequence[tuple[int, int]] = ()
    """Where in a row that a page breaks the pages begin."""


@dataclass(slots=True)
class PrintedCell:
    """A cell: its edges, its lines, the columns and rows it reaches over.

    ``is_covered`` where a cell of a row above reaches down into it.
    """

    left: float
    right: float
    lines: list[Line]
    columns: int = 1
    rows: int = 1
    is_covered: bool = False

    @property
    def words(self) -> str:
        """What stands in the cell, whatever its lines."""
        return "".join(line.text for line in self.lines)


@dataclass(slots=True)
class PrintedRow:
    """The cells of a row, the edges of the columns of its table, whether it begins one."""

    edges: tuple[float, ...]
    cells: list[PrintedCell]
    is_first: bool


def furniture_of(pages: list[list[Line]]) -> set[int]:
    """The ids of the lines that are no part of the text, peeled off the edges of the pages."""
    by_height = [sorted(lines, key=lambda line: line.bottom) for lines in pages]
    repeated = Counter(
        _key(line) for lines in by_height for line in _edges(lines) if line.row is None
    )
    needed = max(2, len(pages) * 3 // 10)
    running = {key for key, count in repeated.items() if count >= needed}
    return _overprinted(pages) | {
        id(line)
        for lines in by_height
        for inward in (lines, lines[::-1])
        for line in _peeled(inward, running)
    }


def _overprinted(pages: list[list[Line]]) -> set[int]:
    """Level watermarks: the same words at the same place on most pages, across printed lines."""
    most = max(2, len(pages) // 2 + 1)
    counts = Counter([line.text for lines in pages for line in lines])
    places: dict[tuple[str, int, int], list[tuple[Line, list[Line]]]] = {}
    for lines in pages:
        for line in lines:
            if counts[line.text] >= most:
                place = line.text, round(line.left / 3), round(line.bottom / 3)
                places.setdefault(place, []).append((line, lines))
    return {
        id(line)
        for found in places.values()
        if len(found) >= most and any(_crosses(*each) for each in found)
        for line, _ in found
    }


def _crosses(line: Line, lines: list[Line]) -> bool:
    """Whether another line stands where this one does, as no two lines of a text do."""
    top = line.bottom + line.size
    return any(
        other is not line
        and min(top, other.bottom + other.size) - max(line.bottom, other.bottom) > 0.3 * other.size
        and min(line.right, other.right) - max(line.left, other.left) > other.size
        for other in lines
    )


def _edges(lines: list[Line]) -> list[Line]:
    return lines[:_EDGE] + lines[max(_EDGE, len(lines) - _EDGE) :]


def _peeled(inward: list[Line], running: set[tuple[str, int]]) -> Iterator[Line]:
    """Furniture from an edge of the page inwards; the first line of the text ends it."""
    for index, line in enumerate(inward[:_EDGE]):
        if _key(line) not in running and not _is_page_number(inward[index : index + 3]):
            return
        yield line


def _is_page_number(inward: list[Line]) -> bool:
    """Whether a line is a page number; a number and nothing else must stand off the text.

    The name a telephone prints under its scans counts for one.
    """
    line = inward[0]
    if _SCANNER.fullmatch(line.text):
        return True
    if not _BARE_NUMBER.fullmatch(line.text):
        return _PAGE_NUMBER.fullmatch(line.text) is not None
    if len(inward) < 3:
        return True
    off, within = (abs(a.bottom - b.bottom) for a, b in pairwise(inward))
    return off > 1.2 * within


def _key(line: Line) -> tuple[str, int]:
    """What makes two lines the same running head: their words without figures, their height."""
    return _DIGITS.sub("0", "".join(line.text.split())), round(line.bottom / 3)
