"""Tables in PDFs: cells that wrap, merged ones, ruled as LibreOffice, Word or a browser do it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from text.pdf_fixture import EM, HEIGHT, LEFT, LINE, TOP, Row, breadth, broken

SIZE, PITCH, PAD = 12.0, 16.0, 5.0
UP, BACK = "^", "<"
"""What stands in a cell that the one above, or the one before it, reaches over."""
Rows = list[tuple[str, ...]]
Side = tuple[float, float, float, float]
Draw = Callable[[list[Side]], str]


def stroked(sides: list[Side]) -> str:
    """Each side drawn through: LibreOffice."""
    return "".join(f"{x0} {y0} m {x1} {y1} l S\n" for x0, y0, x1, y1 in sides)


def bars(sides: list[Side]) -> str:
    """Thin filled bars, all in one path, over a shaded surface: Word."""
    drawn = [f"{x0} {y0} {x1 - x0 + 0.5} {y1 - y0 + 0.5} re\n" for x0, y0, x1, y1 in sides]
    return "0.9 g 80 500 300 200 re f 0 g\n" + "".join(drawn) + "f*\n"


def scaled(sides: list[Side]) -> str:
    """Lines that are put on the page by a matrix: a browser."""
    halves = [(x0 / 2, (HEIGHT - y0) / 2, x1 / 2, (HEIGHT - y1) / 2) for x0, y0, x1, y1 in sides]
    return f"q 2 0 0 -2 0 {HEIGHT} cm\n{stroked(halves)}Q\n"


@dataclass(frozen=True)
class Table:
    """How a table is set: the breadth of its columns in ems, where its cells stand, its lines."""

    widths: tuple[float, ...]
    is_centred: bool = False
    draw: Draw = stroked

    def printed(self, rows: Rows, top: float = TOP) -> tuple[list[Row], str, float]:
        """The words of these rows, their lines, and where the table ends."""
        edges, heights = [LEFT], [top]
        for width in self.widths:
            edges.append(edges[-1] + width * SIZE + 2 * PAD)
        for row in rows:
            lines = max(len(each) for each in map(_lines, row, self.widths))
            heights.append(heights[-1] - lines * PITCH - 2 * PAD)
        words = [
            word
            for row, cells in enumerate(rows)
            for column, text in enumerate(cells)
            if text not in {UP, BACK}
            for word in self._words(text, _box(rows, (row, column), edges, heights))
        ]
        return words, self.draw(list(_sides(rows, edges, heights))), heights[-1]

    def _words(self, text: str, box: Side) -> Iterator[Row]:
        """The lines of a cell: at its top and left, or in its middle."""
        left, foot, right, top = box
        lines = _lines(text, (right - left - 2 * PAD) / SIZE)
        spare = top - foot - 2 * PAD - len(lines) * PITCH
        y = top - PAD - SIZE - (spare / 2 if self.is_centred else 0)
        for line in lines:
            room = right - left - 2 * PAD - breadth(line) * SIZE
            yield Row(line, left + PAD + (room / 2 if self.is_centred else 0), y, SIZE)
            y -= PITCH


def _lines(text: str, room: float) -> list[str]:
    return [line for part in text.split("\n") for line in broken(part, room + 0.01, room + 0.01)]


def _box(rows: Rows, place: tuple[int, int], edges: list[float], heights: list[float]) -> Side:
    """Where a cell stands, with those it reaches over."""
    row, column = place
    foot = next((n for n in range(row + 1, len(rows)) if rows[n][column] != UP), len(rows))
    cells = rows[row]
    end = next((n for n in range(column + 1, len(cells)) if cells[n] != BACK), len(cells))
    return edges[column], heights[foot], edges[end], heights[row]


def _sides(rows: Rows, edges: list[float], heights: list[float]) -> Iterator[Side]:
    """The sides of all cells but those inside of merged ones, each in a piece of its own."""
    for row, height in enumerate(heights):
        for column, (left, right) in enumerate(pairwise(edges)):
            if row == len(rows) or rows[row][column] != UP:
                yield left, height, right, height
    for row, cells in enumerate(rows):
        for column, left in enumerate(edges):
            if column == len(cells) or cells[column] != BACK:
                yield left, heights[row + 1], left, heights[row]


def set_lines(text: str, top: float = TOP) -> tuple[list[Row], float]:
    """Running text from this height down, and where the next thing begins."""
    lines = [line for each in text.split("\n") if each for line in broken(each, 28, 28)]
    return [Row(line, LEFT, top - LINE * n) for n, line in enumerate(lines)], (
        top - LINE * len(lines) + EM
    )
