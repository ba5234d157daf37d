"""A map of a track 轨迹图: legs by their class, points on them, and the zones they lie in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from yiding.ledgers.base.drawing.markup import Svg, element, picture
from yiding.ledgers.base.drawing.points import WIDE, Layout, Place, Point, frame, lay, signs


@dataclass(frozen=True, slots=True)
class Leg:
    """A stretch of a track, degrees east and north; ``pace`` 1 to 4 draws it thin to thick."""

    places: tuple[Place, ...]
    pace: int
    words: str = ""


@dataclass(frozen=True, slots=True)
class Zone:
    """An area by its corners, with its name; one that is ``strict`` is to be kept out of."""

    corners: tuple[Place, ...]
    words: str
    is_strict: bool = False


def track_map(
    legs: Sequence[Leg],
    points: Sequence[Point] = (),
    zones: Sequence[Zone] = (),
    *,
    title: str,
    description: str,
) -> Svg:
    """The map, as large as its legs and points want it; of a zone what lies beyond is cut off."""
    shown = [place for leg in legs for place in leg.places] + [(one.lon, one.lat) for one in points]
    layout = lay(shown or [corner for zone in zones for corner in zone.corners])
    drawn = [
        frame(layout.height),
        _cut([_zone(one, layout) for one in zones], layout.height),
        *(_leg(one, layout) for one in legs),
        *signs(points, layout),
    ]
    view = f"0 0 {WIDE} {layout.height}"
    return picture(drawn, title, description, "chart map track-map", viewBox=view)


def _leg(leg: Leg, layout: Layout) -> Svg:
    title = element("title", text=leg.words) if leg.words else Svg("")
    return element(
        "polyline",
        title,
        class_=f"track p-{leg.pace}",
        points=_path(leg.places, layout),
        fill="none",
    )


def _zone(zone: Zone, layout: Layout) -> Svg:
    name = element("title", text=zone.words)
    css = "zone strict" if zone.is_strict else "zone"
    return element("polygon", name, class_=css, points=_path(zone.corners, layout))


def _cut(areas: Sequence[Svg], height: int) -> Svg:
    """The zones within the edge of the map."""
    return element("svg", *areas, x="0", y="0", width=WIDE, height=height) if areas else Svg("")


def _path(places: Sequence[Place], layout: Layout) -> str:
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in map(layout.at, places))
