"""The lattice that ruling lines make: the cells of a table, merged where no line parts them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from yiding.text.formats.running import Box
from yiding.text.table import MOST_COLUMNS

SNAP = 3.0  # points: lines nearer than this are one line, drawn twice or in pieces
_Lines = set[tuple[int, int]]
_FEWEST, _MOST = 2, 400  # lines across, and in all


@dataclass(frozen=True, slots=True)
class Ruling:
    """A line across (``at`` is its height) or down (``at`` is its distance from the left)."""

    at: float
    start: float
    end: float

    def reaches(self, place: float) -> bool:
        """Whether the line runs through a place of its direction."""
        return self.start - SNAP <= place <= self.end + SNAP


@dataclass(frozen=True, slots=True)
class Area:
    """A cell of a lattice: its first row and column, and how many of each it reaches over."""

    row: int
    column: int
    rows: int
    columns: int


class Lattice:
    """The lines of one table that cross, and the areas between them, rows counted from the top."""

    def __init__(
        self, across: list[Ruling], down: list[Ruling], edges: Sequence[float] = ()
    ) -> None:
        """``edges`` are those of the columns where another page tells them."""
        self._across, self._down = across, down
        self.edges = tuple(edges) or tuple(_levels(down, across))
        self.heights = tuple(_levels(across, down))
        self._areas = self._found()

    @property
    def rows(self) -> int:
        """How many rows there are."""
        return len(self.heights) - 1

    @property
    def columns(self) -> int:
        """How many columns there are."""
        return len(self.edges) - 1

    def area(self, row: int, column: int) -> Area:
        """The area that covers this row and column."""
        return self._areas[row, column]

    def area_at(self, x: float, y: float) -> Area | None:
        """The area around a point of the page, nothing outside the table."""
        column = bisect_left(self.edges, x) - 1
        row = self.rows - bisect_left(self.heights, y)
        return self._areas.get((row, column))

    def sides(self, area: Area) -> tuple[float, float]:
        """Where an area begins and ends, from left to right."""
        return self.edges[area.column], self.edges[area.column + area.columns]

    def within(self, edges: Sequence[float]) -> Lattice | None:
        """This table in the columns of another one, if it is as broad and has no edge of its own.

        A row of few cells at the top of a page does not tell all the columns.
        """
        ends = [self.edges[0] - edges[0], self.edges[-1] - edges[-1]]
        is_part = all(min(abs(each - other) for other in edges) <= SNAP for each in self.edges)
        is_alike = is_part and max(map(abs, ends)) <= SNAP
        return Lattice(self._across, self._down, edges) if is_alike else None

    def _found(self) -> dict[tuple[int, int], Area]:
        areas: dict[tuple[int, int], Area] = {}
        walls, floors = self._walls(), self._floors()
        for row in range(self.rows):
            for column in range(self.columns):
                if (row, column) not in areas:
                    area = self._grown(row, column, walls, floors)
                    areas |= dict.fromkeys(_places(area), area)
        return areas

    def _grown(self, row: int, column: int, walls: _Lines, floors: _Lines) -> Area:
        """The area whose first row and column these are: as far as no line stops it."""
        end, foot = column + 1, row + 1
        while end < self.columns and (row, end) not in walls:
            end += 1
        while foot < self.rows and not any((foot, each) in floors for each in range(column, end)):
            foot += 1
        return Area(row, column, foot - row, end - column)

    def _walls(self) -> _Lines:
        """In which row a line down stands at which edge."""
        middles = [(self._height(row) + self._height(row + 1)) / 2 for row in range(self.rows)]
        return {
            (row, edge)
            for line in self._down
            for edge in _near(self.edges, line.at)
            for row, middle in enumerate(middles)
            if line.reaches(middle)
        }

    def _floors(self) -> _Lines:
        """Over which row a line across stands in which column."""
        middles = [(left + right) / 2 for left, right in pairwise(self.edges)]
        return {
            (self.rows - height, column)
            for line in self._across
            for height in _near(self.heights, line.at)
            for column, middle in enumerate(middles)
            if line.reaches(middle)
        }

    def _height(self, row: int) -> float:
        return self.heights[self.rows - row]


def lattices_of(boxes: Iterable[Box]) -> list[Lattice]:
    """The tables that thin boxes rule, of two columns at least, from the top down."""
    across, down = [], []
    for left, bottom, right, top in boxes:
        if right - left > top - bottom:
            across.append(Ruling((bottom + top) / 2, left, right))
        else:
            down.append(Ruling((left + right) / 2, bottom, top))
    across, down = list(_merged(across)), list(_merged(down))
    if len(across) < _FEWEST or not down or len(across) + len(down) > _MOST:
        return []
    found = [Lattice(*group) for group in _groups(across, down) if len(group[0]) >= _FEWEST]
    tables = [each for each in found if each.rows > 0 and 1 < each.columns <= MOST_COLUMNS]
    return sorted(tables, key=lambda each: -each.heights[-1])


def _merged(rulings: list[Ruling]) -> Iterator[Ruling]:
    """Each line once, where it is drawn in pieces or twice."""
    for level in _clustered(rulings):
        at = sum(each.at for each in level) / len(level)
        level.sort(key=lambda each: each.start)
        start, end = level[0].start, level[0].end
        for each in level:
            if each.start > end + SNAP:
                yield Ruling(at, start, end)
                start = each.start
            end = max(end, each.end) if each.start <= end + SNAP else each.end
        yield Ruling(at, start, end)


def _clustered(rulings: list[Ruling]) -> list[list[Ruling]]:
    levels: list[list[Ruling]] = []
    for each in sorted(rulings, key=lambda each: each.at):
        if levels and each.at - levels[-1][0].at <= SNAP:
            levels[-1].append(each)
        else:
            levels.append([each])
    return levels


def _groups(
    across: list[Ruling], down: list[Ruling]
) -> Iterator[tuple[list[Ruling], list[Ruling]]]:
    """The lines that cross one another, directly or through others."""
    rest_across, rest_down = list(across), list(down)
    while rest_down:
        group: tuple[list[Ruling], list[Ruling]] = ([], [rest_down.pop()])
        is_growing = True
        while is_growing:
            lines = [one for one in rest_across if any(_cross(one, other) for other in group[1])]
            rest_across = [one for one in rest_across if one not in lines]
            group[0].extend(lines)
            posts = [one for one in rest_down if any(_cross(other, one) for other in lines)]
            rest_down = [one for one in rest_down if one not in posts]
            group[1].extend(posts)
            is_growing = bool(posts)
        yield group


def _cross(across: Ruling, down: Ruling) -> bool:
    return across.reaches(down.at) and down.reaches(across.at)


def _levels(lines: list[Ruling], others: list[Ruling]) -> list[float]:
    """Where lines stand, with the ends of the others where these stand out: a table open there."""
    levels = sorted({line.at for line in lines})
    first, last = min(line.start for line in others), max(line.end for line in others)
    before = [first] if first < levels[0] - 2 * SNAP else []
    after = [last] if last > levels[-1] + 2 * SNAP else []
    return before + levels + after


def _near(levels: Sequence[float], at: float) -> range:
    """Which of these levels a line stands at."""
    return range(bisect_left(levels, at - SNAP), bisect_right(levels, at + SNAP))


def _places(area: Area) -> Iterator[tuple[int, int]]:
    for row in range(area.row, area.row + area.rows):
        for column in range(area.column, area.column + area.columns):
            yield row, column
