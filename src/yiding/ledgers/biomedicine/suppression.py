"""Which cells of a table are not published 隐匿: those that tell of one unit, or give one away.

A cell is hidden for itself (primary 本格) when too few units are behind it or one makes too much
of it. Where totals of rows and columns are published, a hidden cell can be worked out from them
unless it lies on a ring of hidden cells, from row to column and back; so cells beside it are
hidden too (secondary 连带), the smallest first, until every hidden one does.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from heapq import heappop, heappush
from typing import Any

Place = tuple[str, str]
"""Row and column."""
Line = tuple[str, str]
"""``row`` or ``column``, and which."""
Ends = tuple[Line, Line]
Joined = Mapping[Place, Ends]
LOOSE = ("", "")
"""Where a cell ends that no total holds on that side."""
ALONE = 1
PRIMARY, SECONDARY = "primary", "secondary"
PER_CENT = 100
NOTHING = Decimal(0)


@dataclass(frozen=True, slots=True)
class Limits:
    """`fewest` units may stand behind a cell; one may make at most `share` per cent of it."""

    fewest: Decimal
    share: Decimal


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its place, the units behind it, the largest's share in per cent, its value."""

    row: str
    column: str
    units: Decimal | None
    share: Decimal | None = None
    value: Decimal | None = None

    @property
    def place(self) -> Place:
        """Where it stands."""
        return self.row, self.column


def cell_of(record: Mapping[str, Any]) -> Cell:
    """A cell as an entry's record tells it."""
    value, largest, share = (record.get(name) for name in ("value", "largest", "largest_share"))
    if share is None and largest is not None and value:
        share = largest * PER_CENT / value
    row, column = str(record.get("row") or ""), str(record.get("column") or "")
    return Cell(row, column, record.get("units"), share, value)


def tells_of_one(cell: Cell, limits: Limits) -> bool:
    """Whether a cell lets one unit be told; an empty cell tells of none."""
    is_few = cell.units is not None and limits.fewest > cell.units > NOTHING
    is_dominated = cell.share is not None and cell.share > limits.share
    return is_few or is_dominated


def suppressed(cells: Sequence[Cell], limits: Limits, *, with_totals: bool) -> dict[Place, str]:
    """The places not published and why: `PRIMARY`, or `SECONDARY` where totals give one away."""
    hidden = {one.place: PRIMARY for one in cells if tells_of_one(one, limits)}
    for place in list(hidden) if with_totals else ():
        hidden |= {one: SECONDARY for one in _ring(cells, hidden, place) if one not in hidden}
    return hidden


def given_away(cells: Sequence[Cell], hidden: Iterable[Place]) -> list[Place]:
    """The hidden places that totals of rows and columns let anybody work out."""
    lines = _lines(cells)
    joined = {place: lines[place] for place in hidden}
    return [place for place in joined if _is_bridge(place, joined)]


def _is_bridge(place: Place, joined: Joined) -> bool:
    """Whether nothing else joins its row and its column."""
    row, column = joined[place]
    return column not in _reached(row, _without(joined, place))


def _ring(cells: Sequence[Cell], hidden: Mapping[Place, str], place: Place) -> tuple[Place, ...]:
    """The other cells of the cheapest ring through a place; none where there is no ring.

    A cell that is hidden already costs nothing, another its size; an empty one hides nothing.
    """
    lines = _lines(cells)
    row, column = lines[place]
    others = [one for one in cells if one.place != place and one.units != NOTHING]
    open_: list[tuple[Decimal, tuple[Place, ...], Line]] = [(NOTHING, (), row)]
    seen: set[Line] = set()
    while open_:
        cost, path, line = heappop(open_)
        if line == column:
            return path
        if line in seen:
            continue
        seen.add(line)
        for one in others:
            if line in (ends := lines[one.place]):
                price = NOTHING if one.place in hidden else _size(one)
                heappush(open_, (cost + price, (*path, one.place), _other_end(ends, line)))
    return ()


def _other_end(ends: Ends, line: Line) -> Line:
    first, second = ends
    return second if line == first else first


def _lines(cells: Sequence[Cell]) -> dict[Place, Ends]:
    """The row and the column of each cell; a line of one cell has no total and is no line."""
    rows = Counter(one.row for one in cells)
    columns = Counter(one.column for one in cells)
    return {
        one.place: (
            ("row", one.row) if rows[one.row] > ALONE else LOOSE,
            ("column", one.column) if columns[one.column] > ALONE else LOOSE,
        )
        for one in cells
    }


def _without(joined: Joined, place: Place) -> list[Ends]:
    return [ends for other, ends in joined.items() if other != place]


def _reached(start: Line, edges: Sequence[Ends]) -> set[Line]:
    """The lines that hidden cells join to one."""
    found, open_ = {start}, [start]
    while open_:
        line = open_.pop()
        new = {end for ends in edges if line in ends for end in ends} - found
        found |= new
        open_ += new
    return found


def _size(cell: Cell) -> Decimal:
    """What hiding it takes from the reader."""
    size = cell.value if cell.value is not None else cell.units
    return NOTHING if size is None else size
