"""The columns a page is printed in, found before its lines are joined inside each."""

from __future__ import annotations

from yiding.text.formats.running import Line

_FEWEST, _LAST = 5, 3  # lines that make a column, and those that make the last one
_WIDE = 0.55  # of the printed breadth: a line across the gap, such as a title
_Edges = tuple[float, float]


def set_columns(pages: list[list[Line]]) -> None:
    """Number the columns of each page from 1; what stands across them, or alone, keeps 0.

    The last page may end in its first column: it is told by the columns of the others.
    """
    edges: dict[int, _Edges] = {}
    alone = [lines for lines in pages if not _are_found(lines, edges)]
    for lines in alone if edges else []:
        numbers = [_fitting(line, edges) for line in lines]
        if all(numbers):
            for line, number in zip(lines, numbers, strict=True):
                line.column = number


def _are_found(lines: list[Line], edges: dict[int, _Edges]) -> bool:
    """Whether a page has columns; they are numbered, and their outer edges kept."""
    if len(lines) < _FEWEST + _LAST:
        return False
    room = _WIDE * (max(line.right for line in lines) - min(line.left for line in lines))
    short = [line for line in lines if line.right - line.left <= room]
    columns = _split(short) if len(short) * 5 >= len(lines) * 4 else [short]
    if len(columns) == 1:
        return False
    for number, column in enumerate(columns, 1):
        left, right = edges.get(number, (column[0].left, column[0].right))
        for line in column:
            line.column = number
            left, right = min(left, line.left), max(right, line.right)
        edges[number] = left, right
    return True


def _split(lines: list[Line]) -> list[list[Line]]:
    """Left and right of a gap that no line crosses, and the right side split in turn.

    The file draws one column after the other, the next one from further up; a table does not.
    """
    for turn in range(_FEWEST, len(lines) - _LAST + 1):
        if lines[turn].bottom <= lines[turn - 1].bottom:
            continue
        first, second = lines[:turn], lines[turn:]
        if max(line.right for line in first) < min(line.left for line in second):
            return [first, *_split(second)]
    return [lines]


def _fitting(line: Line, edges: dict[int, _Edges]) -> int:
    """The column a line would stand in, 0 for none."""
    for number, (left, right) in edges.items():
        if left - 1 < line.left and line.right < right + 1:
            return number
    return 0
