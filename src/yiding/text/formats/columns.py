"""The columns a page is printed in, found before its lines are joined inside each."""

from __future__ import annotations

from statistics import median

from yiding.text.formats.running import Line

_FEWEST, _LAST = 5, 2  # lines that make a column, and those that may make the last one
_LONG = 12  # letters: a line of a text, not a name in a list
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
    """Left and right of a gap that next to no line crosses, and both sides split in turn.

    The file draws one column after the other, the next one from further up; a table does not.
    """
    turns = range(_FEWEST, len(lines) - _LAST + 1)
    higher = [turn for turn in turns if lines[turn].bottom > lines[turn - 1].bottom]
    sides = max((_sides(lines, turn) for turn in higher), key=_count, default=([], []))
    if _count(sides) * 5 < len(lines) * 4:
        return [lines]
    return [column for side in sides for column in _split(side)]


def _sides(lines: list[Line], turn: int) -> tuple[list[Line], list[Line]]:
    """What is drawn before a turn left of a gap, and after it right of the gap, if it is enough.

    A title or an imprint is neither, though it may be too short to be told by its breadth.
    """
    end = median(line.right for line in lines[:turn])
    gap = min((line.left for line in lines[turn:] if line.left > end), default=end)
    first = [line for line in lines[:turn] if line.right < gap]
    second = [line for line in lines[turn:] if line.left >= gap]
    return (first, second) if len(first) >= _FEWEST and _is_last(second) else ([], [])


def _count(sides: tuple[list[Line], list[Line]]) -> int:
    return sum(map(len, sides))


def _is_last(lines: list[Line]) -> bool:
    """Whether lines are enough for a last column: two are if they are no names in a list."""
    return len(lines) > _LAST or (
        len(lines) == _LAST and any(line.right - line.left >= _LONG * line.size for line in lines)
    )


def _fitting(line: Line, edges: dict[int, _Edges]) -> int:
    """The column a line would stand in, 0 for none."""
    for number, (left, right) in edges.items():
        if left - 1 < line.left and line.right < right + 1:
            return number
    return 0
