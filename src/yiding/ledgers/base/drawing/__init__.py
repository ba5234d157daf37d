"""Drawings a server makes: lines, bars and maps as SVG, coloured by the stylesheet's classes.

Each has a title and a description for whoever cannot see it; text keeps its size on a phone.
No Django and no inline style here.
"""

from __future__ import annotations

from yiding.ledgers.base.drawing.bars import Bar, bar_chart
from yiding.ledgers.base.drawing.lines import Line, line_chart
from yiding.ledgers.base.drawing.markup import Svg
from yiding.ledgers.base.drawing.points import Point, point_map
from yiding.ledgers.base.drawing.tracks import Leg, Zone, track_map

__all__ = [
    "Bar",
    "Leg",
    "Line",
    "Point",
    "Svg",
    "Zone",
    "bar_chart",
    "line_chart",
    "point_map",
    "track_map",
]
