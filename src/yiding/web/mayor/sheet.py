"""Fitting lists on one sheet of A4: what does not fit is cut, and the page says how much."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from yiding.web.parts import MatterRow

#: Millimetres that rows have on the sheet beside everything else, and what a row takes of them.
ROOM, ONE_LINE, TWO_LINES = 92.0, 6.7, 11.1
#: Characters to a line of the two lists: the second has a promise line beside it.
WAITING_LINE, WORST_LINE = 22, 14


def cut(row: MatterRow, line: int) -> MatterRow:
    """The row with its words on two lines at most."""
    words, longest = str(row.words), 2 * line
    return row if len(words) <= longest else replace(row, words=f"{words[: longest - 1]}…")


def fitting(rows: Sequence[MatterRow], line: int, room: float) -> tuple[list[MatterRow], float]:
    """As many of the rows as there is room for, and the room that is left."""
    kept: list[MatterRow] = []
    for row in rows:
        height = ONE_LINE if len(str(row.words)) <= line else TWO_LINES
        if height > room:
            break
        kept.append(cut(row, line))
        room -= height
    return kept, room
