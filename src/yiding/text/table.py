"""A table row: one line of cells, unless the row only lays out the page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from yiding.text.model import Span

MOST_COLUMNS = 63  # as many as Word lets a table have
_FORM_PARAGRAPHS = 3  # a form's field with more paragraphs than this is running text
_LONGEST_LABEL = 10
# 参会人员 and 市应急局 are no labels of running text, as 会议内容 is
_NO_TEXT = re.compile(
    "时间|地点|主持|记录[人员]|[出列缺]席|参[加会]|人员|请假|[送报发][：:]?$"
    "|(?:[局委办部科处室院所站队镇乡村]|街道|中心|公司|集团|政府|单位)$|^[\\W\\d]*$"
)
_NUMBERED = re.compile("[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）")
_SENTENCE = re.compile("。|[，；：].*[，；]|^(?:由|责成|会议)")


@dataclass(slots=True)
class Cell:
    """A cell as its format gives it: its lines, and the columns and rows it reaches over.

    ``is_covered`` where a cell of a row above reaches down into it.
    """

    lines: Sequence[str] = ()
    columns: int = 1
    rows: int = 1
    is_covered: bool = False


class Row(str):
    """The line of a row; ``cells`` says what stands in each column: a stretch of which line."""

    cells: tuple[Place, ...]


Place = tuple[Row, int, int]


class Grid:
    """The columns of one table, row after row."""

    def __init__(self) -> None:
        self._above: list[Place] = []
        self._free_from: dict[int, int] = {}  # the row in which a column is no longer covered
        self._count = 0

    def spread(self, cells: Sequence[Cell]) -> Sequence[Cell]:
        """The cells a page gives for a row, with those that cells above reach down into."""
        self._count += 1
        if not (self._free_from or any(cell.rows > 1 for cell in cells)):
            return cells
        row: list[Cell] = []
        column = 0
        for cell in cells:
            column = self._cover(row, column)
            for each in range(column, min(column + cell.columns, MOST_COLUMNS)):
                self._free_from[each] = self._count + cell.rows
            row.append(cell)
            column += cell.columns
        if cells:
            self._cover(row, column)
        return row

    def _cover(self, row: list[Cell], column: int) -> int:
        """Add the covered cells from this column on; the next column that is free."""
        while self._free_from.get(column, 0) > self._count:
            row.append(Cell(is_covered=True))
            column += 1
        return column

    def line(self, cells: Sequence[Cell]) -> Row | None:
        """The line of a row; None where its cells are to be read one under another."""
        if not (_is_one_line(cells) or (self._above and cells and _is_title(cells))):
            self._above = []
            return None
        texts = [" ".join(cell.lines).replace("\t", " ") for cell in cells]
        line = Row("\t".join(texts).rstrip("\t"))
        places: list[Place] = []
        start, end = 0, len(line)
        for cell, text in zip(cells, texts, strict=True):
            place = (
                (line, start, start + len(text))
                if text
                else (line, min(start, end), min(start, end))
            )
            places += self._over(cell, place, len(places))
            start += len(text) + 1
        line.cells = tuple(places)
        self._above = places
        return line

    def _over(self, cell: Cell, place: Place, column: int) -> Sequence[Place]:
        """What stands in the columns of a cell: itself, or the cell above that covers it."""
        columns = min(cell.columns, MOST_COLUMNS - column)
        if not cell.is_covered:
            return (place,) * columns
        above = self._above[column : column + columns]
        return [*above, *(place,) * (columns - len(above))]


def _is_one_line(cells: Sequence[Cell]) -> bool:
    """Whether a row is to be read as one line.

    A row with one filled cell keeps its paragraphs; so does a form's field of running text.
    """
    filled = [cell for cell in cells if cell.lines or cell.is_covered]
    if len(filled) < 2 or not any(cell.lines for cell in filled):
        return False
    if len(filled) > 2:
        return True
    label, field = filled
    if len(field.lines) > _FORM_PARAGRAPHS:
        return False
    return len(cells) > 2 or not _is_running_text("".join(label.lines), field.lines)


def _is_title(cells: Sequence[Cell]) -> bool:
    """Whether only the first cell of a row is filled, with one line: 一、安全生产."""
    first, *others = cells
    if len(first.lines) != 1 or "\t" in first.lines[0] or any(cell.lines for cell in others):
        return False
    is_numbered = _NUMBERED.match(first.lines[0]) is not None
    return is_numbered or not any(cell.is_covered for cell in others)


def _is_running_text(label: str, lines: Sequence[str]) -> bool:
    """Whether sentences stand beside a label, which is empty where it reaches down."""
    if len(label) > _LONGEST_LABEL or (label and _NO_TEXT.search(re.sub("\\s", "", label))):
        return False
    return any(_SENTENCE.search(line) for line in lines)


def places_of(lines: Iterable[str], start: int = 0) -> Iterator[tuple[int, tuple[Span, ...]]]:
    """Where each row stands among these lines, with the spans of its cells by column."""
    starts: dict[int, int] = {}
    for line in lines:
        if isinstance(line, Row):
            starts[id(line)] = start
            yield start, tuple([_span(place, starts, start) for place in line.cells])
        start += len(line) + 1


def _span(place: Place, starts: dict[int, int], start: int) -> Span:
    """Where a cell stands; at the start of its row where the line it was in went into another."""
    row, first, last = place
    home = starts.get(id(row))
    return (start, start) if home is None else (home + first, home + last)
