"""A map of points 点位图: longitude and latitude laid flat, with names that do not touch.

Near a place of tens of kilometres a degree of longitude is the cosine of the latitude of one of
latitude; nothing more is done. A name that finds no room is left out: the point still names itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import cos, radians

from yiding.ledgers.base.drawing.markup import Svg, element, linked, picture

WIDE, LOWEST, HIGHEST = 420, 220, 520  # units of the drawing: its width, and what its height may be
EDGE = 28
RADIUS, LETTER, GAP = 5, 14, 4  # of a point, of its name, and between the two
SIGNS = {"late": "M0-6 6 5-6 5z", "soon": "M0-6 6 0 0 6-6 0z"}
Box = tuple[float, float, float, float]
Place = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Point:
    """A place: degrees east and north, its name, the class it is coloured by, where it leads."""

    lon: float
    lat: float
    words: str
    tone: str = "under-way"
    note: str = ""
    href: str = ""


def point_map(points: Sequence[Point], *, title: str, description: str) -> Svg:
    """The map; north is up."""
    layout = lay([(one.lon, one.lat) for one in points])
    view = f"0 0 {WIDE} {layout.height}"
    drawn = [frame(layout.height), *signs(points, layout)]
    return picture(drawn, title, description, "chart map", viewBox=view)


def signs(points: Sequence[Point], layout: Layout) -> Iterator[Svg]:
    """The points where they are laid, each with its name if there is room for it."""
    at = [layout.at((one.lon, one.lat)) for one in points]
    names = _named(points, at, layout.height)
    for point, place, name in zip(points, at, names, strict=True):
        yield from _point(point, place, name)


def frame(height: int) -> Svg:
    """The edge of a map."""
    return element(
        "rect", class_="frame", x="0.5", y="0.5", width=WIDE - 1, height=height - 1, fill="none"
    )


@dataclass(frozen=True, slots=True)
class Layout:
    """Degrees east and north as places of a drawing so high."""

    height: int
    narrowed: float
    scale: float
    shift: Place

    def at(self, place: Place) -> Place:
        """A place on the drawing, or beyond its edge."""
        return (
            place[0] * self.narrowed * self.scale + self.shift[0],
            -place[1] * self.scale + self.shift[1],
        )


def lay(places: Sequence[Place]) -> Layout:
    """A layout that shows these places as large as it can."""
    if not places:
        return Layout(LOWEST, 1, 1, (0, 0))
    narrowed = cos(radians(sum(lat for _, lat in places) / len(places)))
    flat = [(lon * narrowed, -lat) for lon, lat in places]
    left, top = min(x for x, _ in flat), min(y for _, y in flat)
    across = max(x for x, _ in flat) - left
    down = max(y for _, y in flat) - top
    room = WIDE - 2 * EDGE
    scale = min(room / across if across else room, (HIGHEST - 2 * EDGE) / down if down else room)
    height = round(min(max(down * scale + 2 * EDGE, LOWEST), HIGHEST))
    aside, above = (WIDE - across * scale) / 2, (height - down * scale) / 2
    return Layout(height, narrowed, scale, (aside - left * scale, above - top * scale))


def _named(
    points: Sequence[Point], at: Sequence[Place], height: int
) -> list[tuple[float, float, str] | None]:
    """Where each name stands, and its anchor: right, left, above or below, or nowhere."""
    taken: list[Box] = [(x - RADIUS, y - RADIUS, x + RADIUS, y + RADIUS) for x, y in at]
    placed: list[tuple[float, float, str] | None] = []
    for point, (x, y) in zip(points, at, strict=True):
        found = next(
            (one for one in _places(point.words, x, y) if _is_free(one[3], taken, height)), None
        )
        if found:
            taken.append(found[3])
        placed.append(found[:3] if found else None)
    return placed


def _places(words: str, x: float, y: float) -> Iterator[tuple[float, float, str, Box]]:
    wide, away = width_of(words), RADIUS + GAP
    high = LETTER * 0.8
    base = y + LETTER * 0.35
    yield x + away, base, "start", (x + away, base - high, x + away + wide, base + 3)
    yield x - away, base, "end", (x - away - wide, base - high, x - away, base + 3)
    for lower in (y - away, y + away + high):
        yield x, lower, "middle", (x - wide / 2, lower - high, x + wide / 2, lower + 3)


def width_of(words: str) -> float:
    """How wide a name is: a Chinese character is a square, a letter a little more than half."""
    return sum(LETTER if sign > "⺀" else LETTER * 0.6 for sign in words)


def _is_free(box: Box, taken: Sequence[Box], height: int) -> bool:
    left, top, right, bottom = box
    is_inside = left >= 0 and top >= 0 and right <= WIDE and bottom <= height
    return is_inside and not any(_touch(box, other) for other in taken)


def _touch(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _point(point: Point, place: Place, name: tuple[float, float, str] | None) -> Iterator[Svg]:
    x, y = place
    told = " ".join(filter(None, (point.words, point.note)))
    title = element("title", text=told)
    sign = SIGNS.get(point.tone)
    css = f"f-{point.tone}"
    drawn = (
        element("path", title, class_=css, d=sign, transform=f"translate({x:.1f} {y:.1f})")
        if sign
        else element("circle", title, class_=css, cx=f"{x:.1f}", cy=f"{y:.1f}", r=RADIUS)
    )
    yield linked(drawn, point.href, told)
    if name:
        yield element(
            "text", x=f"{name[0]:.1f}", y=f"{name[1]:.1f}", text_anchor=name[2], text=point.words
        )
