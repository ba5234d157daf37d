"""The season's curve 全季曲线: the lake's daily means from April to October, beside last year's."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from statistics import fmean

from yiding.ledgers.lake.factors import DENSITY, PHOSPHORUS
from yiding.ledgers.lake.figures import days_of_season
from yiding.ledgers.lake.telemetry.days import StationDay, station_days
from yiding.ledgers.lake.telemetry.frames import Law, Reader
from yiding.ledgers.telemetry.series import Between

MEASURES = ("tli", DENSITY, PHOSPHORUS)
"""What may be drawn: the trophic index, cells a litre, phosphorus in mg/L."""


@dataclass(frozen=True, slots=True)
class Season:
    """A mean a day, none where no station of the lake had one: by measure, as long as ``days``."""

    days: tuple[tuple[int, int], ...]
    this_year: dict[str, tuple[float | None, ...]]
    last_year: dict[str, tuple[float | None, ...]]

    def has(self, measure: str) -> bool:
        """Whether anything is known of a measure."""
        both = (*self.this_year[measure], *self.last_year[measure])
        return any(one is not None for one in both)


def season(reader: Reader, law: Law) -> Season:
    """The season of the year of ``law.on``, up to that day, and the whole of last year's.

    The mean is over the stations that are registered and not in a river; an index without
    chlorophyll is left out.
    """
    year = law.on.year
    days = sorted(days_of_season(date(year, 12, 31)))
    held: dict[tuple[date, str], list[float]] = {}
    first, last = days[0], days[-1]
    spans = [
        Between(first.replace(year=at), min(last.replace(year=at), law.on))
        for at in (year - 1, year)
    ]
    for one in station_days(reader, spans, law, reader.register.lakes()):
        for measure, value in _measured(one):
            held.setdefault((one.day, measure), []).append(value)
    marks = tuple((one.month, one.day) for one in days)
    this_year, last_year = (
        {name: tuple(_means(held, name, at, marks)) for name in MEASURES} for at in (year, year - 1)
    )
    return Season(marks, this_year, last_year)


def _measured(day: StationDay) -> Iterator[tuple[str, float]]:
    if day.tli is not None and not day.is_incomplete:
        yield "tli", float(day.tli)
    for name in (DENSITY, PHOSPHORUS):
        if name in day.means:
            yield name, float(day.means[name])


def _means(
    held: dict[tuple[date, str], list[float]],
    measure: str,
    year: int,
    marks: tuple[tuple[int, int], ...],
) -> Iterator[float | None]:
    for month, day in marks:
        values = held.get((date(year, month, day), measure))
        yield fmean(values) if values else None
