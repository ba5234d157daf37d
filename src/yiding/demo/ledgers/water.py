"""安全度夏 of a fictional lake: its stations and a season of samples, one a station a fortnight."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from math import exp
from random import Random
from typing import Any

from yiding.demo.deeds import moment
from yiding.demo.ledgers.dates import words

Row = dict[str, Any]
FIRST, LAST = (4, 1), (10, 31)
_HOTTEST, _WIDTH = 112, 52
_FORTNIGHT = 14


def season_of(today: date) -> date:
    """The first of April of the season that is under way or was the last."""
    year = today.year if (today.month, today.day) >= FIRST else today.year - 1
    return date(year, *FIRST)


def station_words() -> list[Row]:
    """The stations as the words have them, with how rich their water is beside the middle's."""
    rows: list[Row] = words("lake.toml")["station"]
    return rows


def stations() -> list[Row]:
    """站点 with what they are to reach."""
    rows = station_words()
    kept = [{name: one for name, one in row.items() if name != "level"} for row in rows]
    return [{"id": row["code"], **row, "city": "临湖市"} for row in kept]


class Samples:
    """水样 of the season, all stations on one morning; ``share`` is how many mornings there are."""

    def __init__(self, seed: int, today: date, share: float = 1) -> None:
        self._seed, self._first, self._today = seed, season_of(today), today
        self._step = max(round(1 / share), 1)

    def rows(self, since: date, until: date) -> list[Row]:
        """Those taken from one day to before another, and never after the last day."""
        return [row for row in self._all() if since <= row["sample_time"].date() < until]

    def _all(self) -> Iterator[Row]:
        last = min(date(self._first.year, *LAST), self._today - timedelta(days=1))
        mornings = (last - self._first).days // _FORTNIGHT + 1
        for no in range(self._step, mornings + 1, self._step):
            yield from self._morning(no, self._first + timedelta(days=_FORTNIGHT * (no - 1)))

    def _morning(self, number: int, on: date) -> Iterator[Row]:
        for no, station in enumerate(station_words(), 1):
            rng = Random(f"sample {self._seed} {number} {no}")  # noqa: S311
            at = moment(on, 8, 4 * no)
            yield {**self._taken(station, at, rng), **_odd(number, no)}

    def _taken(self, station: Row, at: datetime, rng: Random) -> Row:
        day = (at.date() - self._first).days
        heat = exp(-(((day - _HOTTEST) / _WIDTH) ** 2))
        level = station["level"] * rng.uniform(0.85, 1.15)
        row: Row = {
            "id": f"{station['code'][-3:]}-{at:%Y%m%d}",
            "station": station["name"],
            "sample_time": at,
            "body": station["body"],
            "station_kind": station["station_kind"],
            "method": "manual",
            "target": station["target"],
            "zone": station["zone"],
            "is_source": station.get("is_source"),
            "water_temperature": f"{13 + 17.5 * heat + rng.uniform(-1, 1):.1f}",
            "ph": f"{7.6 + 0.9 * heat + rng.uniform(-0.2, 0.2):.2f}",
            "dissolved_oxygen": f"{9.6 - 2.6 * heat + rng.uniform(-0.7, 0.7):.1f}",
            "permanganate_index": f"{2.6 + 1.8 * heat * level + rng.uniform(-0.3, 0.3):.1f}",
            "ammonia_nitrogen": f"{0.18 * level + rng.uniform(0, 0.12):.2f}",
        }
        return {**row, **_nutrients(station["body"] == "river", level, heat, rng)}


def _nutrients(is_river: bool, level: float, heat: float, rng: Random) -> Row:
    """Phosphorus and nitrogen everywhere; algae in the lake alone."""
    phosphorus = (0.085 if is_river else 0.036 + 0.034 * heat) * level
    told = {"total_phosphorus": f"{phosphorus:.3f}"}
    if is_river:
        return told
    return {
        **told,
        "total_nitrogen": f"{(1.5 - 0.5 * heat) * (0.7 + 0.3 * level):.2f}",
        "chlorophyll_a": f"{(6 + 34 * heat) * level:.1f}",
        "transparency": f"{max(0.9 - 0.35 * heat * level + rng.uniform(-0.1, 0.1), 0.2):.2f}",
        "algal_density": round((1.6 + 24 * heat) * level * 1_000_000, -4),
    }


def _odd(morning: int, station: int) -> Row:
    """What the words change of this sample."""
    odd = words("lake.toml")["odd_sample"]
    found = (one for one in odd if (one["morning"], one["station"]) == (morning, station))
    return next((one["fields"] for one in found), {})
