"""Fences 电子围栏 as shapes: whether a place lies within, in Python and as SQL."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from math import asin, cos, pi, radians, sin, sqrt

from yiding.rules import Entry

#: Metres of a degree of latitude on a sphere of the Earth's mean radius, 6,371 km.
EARTH_M = 6_371_000
DEGREE_M = EARTH_M * pi / 180
_PAIR = re.compile(r"(-?\d+(?:\.\d+)?)\s*[,，\s]\s*(-?\d+(?:\.\d+)?)")
AREA, PARKING, SENSITIVE = "area", "parking", "sensitive"


@dataclass(frozen=True, slots=True)
class Fence:
    """A circle of ``radius_m`` round ``(lon, lat)``, or a polygon by its ``corners``.

    ``vehicles`` are plates as `tidy_plate` has them; of none, ``unit`` says whose vehicles are
    meant, and of none all are.
    """

    key: str
    name: str
    use: str
    centre: tuple[float, float] | None = None
    radius_m: float = 0
    corners: tuple[tuple[float, float], ...] = ()
    vehicles: frozenset[str] = frozenset()
    unit: str = ""
    place_kind: str | None = None
    since: date = date.min
    until: date = date.max

    def holds(self, names: frozenset[str], unit: str, on: date) -> bool:
        """Whether it is for a vehicle on a day."""
        if not self.since <= on <= self.until:
            return False
        if self.vehicles:
            return bool(self.vehicles & names)
        return not self.unit or self.unit == unit

    def contains(self, lon: float, lat: float) -> bool:
        """Whether a place lies within; the bound of a circle is within."""
        if self.centre is not None:
            return metres(*self.centre, lon, lat) <= self.radius_m
        crossings = 0
        for (x1, y1), (x2, y2) in pairwise((*self.corners, self.corners[0])):
            if (y1 > lat) != (y2 > lat) and lon < (x2 - x1) * (lat - y1) / (y2 - y1) + x1:
                crossings += 1
        return bool(crossings % 2)

    def sql(self) -> str:
        """The same over the columns ``lon_e6`` and ``lat_e6``."""
        if self.centre is not None:
            lon, lat = self.centre
            wide = DEGREE_M * cos(radians(lat)) / 1e6
            return (
                f"((lon_e6 - {_e6(lon)}) * {wide:.15e}) ** 2 + "
                f"((lat_e6 - {_e6(lat)}) * {DEGREE_M / 1e6:.15e}) ** 2 <= {self.radius_m**2:.15e}"
            )
        edges = pairwise((*self.corners, self.corners[0]))
        crossed = " + ".join(
            f"((({_e6(y1)} > lat_e6) <> ({_e6(y2)} > lat_e6)) AND lon_e6 < "
            f"{(x2 - x1) / ((y2 - y1) or 1):.15e} * (lat_e6 - {_e6(y1)}) + {_e6(x1)})::INT"
            for (x1, y1), (x2, y2) in edges
        )
        return f"({crossed}) % 2 = 1"


def _e6(degrees: float) -> str:
    """Millionths of a degree as SQL writes a double."""
    return f"{degrees * 1e6:.15e}"


def metres(lon1: float, lat1: float, lon2: float, lat2: float) -> float:
    """The way between two places over the Earth as a sphere."""
    a1, a2 = radians(lat1), radians(lat2)
    half = sin((a2 - a1) / 2) ** 2 + cos(a1) * cos(a2) * sin(radians(lon2 - lon1) / 2) ** 2
    return 2 * EARTH_M * asin(min(1.0, sqrt(half)))


def fences_of(entries: Iterable[Entry]) -> Iterator[Fence]:
    """The fences among entries that have a shape and say what they are for."""
    for one in entries:
        centre = None if one.lon is None or one.lat is None else (float(one.lon), float(one.lat))
        corners = tuple((float(x), float(y)) for x, y in _PAIR.findall(str(one.corners or "")))
        is_circle = centre is not None and one.radius_m is not None
        if one.use is None or not (is_circle or len(corners) > 2):
            continue
        yield Fence(
            key=one.id,
            name=str(one.name or one.id),
            use=one.use,
            centre=centre if is_circle else None,
            radius_m=float(one.radius_m or 0),
            corners=() if is_circle else corners,
            vehicles=frozenset(_plates(one.vehicles)),
            unit=str(one.unit or ""),
            place_kind=one.place_kind,
            since=one.since or date.min,
            until=one.until or date.max,
        )


def _plates(written: Iterable[str] | None) -> Iterator[str]:
    for one in written or ():
        yield "".join(each for each in one.upper() if each not in " ·.-　")
