"""Lines as a file has them, and the print that breaks a paragraph over several 版面."""

from __future__ import annotations

from typing import NamedTuple

_LONGEST_PRINT = 52
# So many full lines tell a print even where longer lines stand among them.
_FEW_LINES = 12


class Line(NamedTuple):
    """A line of the file without its blanks: where it stands and what it opens."""

    start: int
    end: int
    words: str
    opens: str
    mark: int
    is_indented: bool


class Print(NamedTuple):
    """A print that breaks its lines: at how many characters and columns, and how it indents."""

    characters: int
    columns: int
    indents: bool


def print_of(lines: list[Line]) -> Print | None:
    """The broken print of these lines; None where each line is a paragraph.

    A few lines may be longer than the print is wide, as the rows of a table are.
    """
    lines = [line for line in lines if "    " not in line.words]  # but office    day
    if len(lines) < 6:
        return None
    counts = sorted(characters_of(line) for line in lines)
    columns = sorted(columns_of(line) for line in lines)
    for longer in sorted({len(lines) // 50, len(lines) // 20, len(lines) // 10}):
        count, width = counts[-1 - longer], columns[-1 - longer]
        full = max(
            sum(count - 3 <= one <= count + 2 for one in counts),
            sum(width - 6 <= one <= width + 4 for one in columns),
        )
        is_sure = longer == len(lines) // 50 or full > _FEW_LINES
        if is_sure and max(count, width) <= 2 * _LONGEST_PRINT and full * 4 >= len(lines):
            is_indented = sum(line.is_indented for line in lines) * 8 >= len(lines)
            return Print(count, width, is_indented)
    return None


def characters_of(line: Line) -> int:
    """How long the line is, with its indent."""
    return line.end - line.start + line.is_indented * 2


def columns_of(line: Line) -> int:
    """How wide the line is in print: two columns a character, one a half-width digit."""
    return len(line.words.encode("gb18030", "replace")) + line.is_indented * 4


def is_full(line: Line, page: Print) -> bool:
    """Whether the line reaches the edge of the print."""
    return characters_of(line) >= page.characters - 4 or columns_of(line) >= page.columns - 8
