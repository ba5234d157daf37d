"""A density map 密度图: flashes counted on a grid of square cells, with places drawn on it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import cos, radians

from yiding.ledgers.base.drawing import Svg
from yiding.ledgers.base.drawing.markup import element, linked, picture

WIDE, LOWEST, HIGHEST = 420, 220, 520
ACROSS, RADIUS = 16, 4
"""Cells along the longer side at most, and how large a place is drawn."""
KM_A_DEGREE = 111.32
SIDES = (0.25, 0.5, 1, 2, 5, 10, 20, 50)
"""Kilometres a cell may measure."""
SHADES = (0.14, 0.32, 0.52, 0.76)

Degrees = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on the map: degrees east and north, its name, its class, where it leads."""

    lon: float
    lat: float
    words: str
    tone: str = "closed"
    href: str = ""


@dataclass(frozen=True, slots=True)
class Grid:
    """Cells of `side` km from half a cell outside the south-west corner; north is up.

    `counts` are by column and row.
    """

    west: float
    south: float
    side: float
    columns: int
    rows: int
    counts: Counter[tuple[int, int]]

    @property
    def most(self) -> int:
        """The fullest cell."""
        return max(self.counts.values(), default=0)

    def shade(self, count: int) -> float:
        """The depth of a cell's colour, in four steps up to the fullest."""
        return SHADES[min((count * len(SHADES) - 1) // (self.most or 1), len(SHADES) - 1)]


def grid_of(flashes: Sequence[Degrees], spots: Sequence[Spot]) -> Grid:
    """The grid that holds all flashes and places in cells of a round number of kilometres."""
    every = [*flashes, *((one.lon, one.lat) for one in spots)]
    west, south = min(lon for lon, _ in every), min(lat for _, lat in every)
    away = [_kilometres((west, south), one) for one in every]
    across, up = max(x for x, _ in away), max(y for _, y in away)
    side = next((one for one in SIDES if max(across, up) / one <= ACROSS), SIDES[-1])
    corner = _moved((west, south), -side / 2)
    cells = [_cell(_kilometres(corner, one), side) for one in flashes]
    columns, rows = int(across / side + 0.5) + 1, int(up / side + 0.5) + 1
    return Grid(*corner, side, columns, rows, Counter(cells))


def density_map(grid: Grid, spots: Sequence[Spot], *, title: str, description: str) -> Svg:
    """The cells that were struck, deeper the oftener, and the places above them."""
    size = min(WIDE / grid.columns, HIGHEST / grid.rows)
    wide, high = grid.columns * size, max(grid.rows * size, LOWEST / 2)
    drawn = [*_cells(grid, size), *(_spot(one, grid, size) for one in spots), _frame(wide, high)]
    view = f"0 0 {wide:.0f} {high:.0f}"
    return picture(drawn, title, description, "chart map", viewBox=view)


def _kilometres(corner: Degrees, point: Degrees) -> Degrees:
    """East and north of a corner."""
    flat = cos(radians(corner[1])) * KM_A_DEGREE
    return (point[0] - corner[0]) * flat, (point[1] - corner[1]) * KM_A_DEGREE


def _moved(point: Degrees, away: float) -> Degrees:
    """So many kilometres east and north of a point."""
    flat = cos(radians(point[1])) * KM_A_DEGREE
    return point[0] + away / flat, point[1] + away / KM_A_DEGREE


def _cell(away: Degrees, side: float) -> tuple[int, int]:
    return int(away[0] / side), int(away[1] / side)


def _cells(grid: Grid, size: float) -> Iterator[Svg]:
    for (column, row), count in sorted(grid.counts.items()):
        yield element(
            "rect",
            element("title", text=str(count)),
            class_="f-late",
            fill_opacity=grid.shade(count),
            x=f"{column * size:.1f}",
            y=f"{(grid.rows - 1 - row) * size:.1f}",
            width=f"{size:.1f}",
            height=f"{size:.1f}",
        )


def _spot(spot: Spot, grid: Grid, size: float) -> Svg:
    east, north = _kilometres((grid.west, grid.south), (spot.lon, spot.lat))
    drawn = element(
        "circle",
        element("title", text=spot.words),
        class_=f"f-{spot.tone}",
        cx=f"{east / grid.side * size:.1f}",
        cy=f"{(grid.rows - north / grid.side) * size:.1f}",
        r=RADIUS,
    )
    return linked(drawn, spot.href, spot.words)


def _frame(wide: float, high: float) -> Svg:
    size = {"width": f"{wide - 1:.0f}", "height": f"{high - 1:.0f}"}
    return element("rect", class_="frame", x="0.5", y="0.5", fill="none", **size)
