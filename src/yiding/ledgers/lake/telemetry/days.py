"""Days 日均: daily means of each station and factor, the trophic index, the capture rate.

Missing is missing: a station and factor without a valid value on a day has no row.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import islice

import narwhals as nw

from yiding.ledgers.lake.factors import (
    AMMONIA,
    CHLOROPHYLL,
    FACTORS,
    NITROGEN,
    PERMANGANATE,
    PHOSPHORUS,
)
from yiding.ledgers.lake.figures import values_a_day
from yiding.ledgers.lake.telemetry.frames import Law, Lazy, Reader, rows_of, told, valid
from yiding.ledgers.lake.trophic import PARAMETERS
from yiding.ledgers.telemetry.series import Between
from yiding.rules.bulk import DIGITS, beside

FOUR_HOURLY = (PERMANGANATE, AMMONIA, PHOSPHORUS, NITROGEN)
"""The factors whose capture is counted: those that an automatic station gives every four hours."""
SOURCES = (("2061", "Avg"), ("2061", "Rtd"), ("2011", "Rtd"), ("2051", "Avg"), ("2051", "Rtd"))
"""Command and statistic a mean is made of: of several on one day only the first that is there."""
DAY_ITSELF = ("2031", "Avg")
"""A mean that the station made itself: taken where nothing finer is there."""
#: Months whose daily means are held at once.
MONTHS_AT_ONCE = 7
_KEYS = ("station", "day", "factor")
_NAMES = tuple(one.name for one in FACTORS)


def daily(frame: Lazy, law: Law) -> Lazy:
    """Means over the valid readings: station, day, factor, ``mean``, ``values``, ``windows``.

    ``values`` are the readings in the mean, ``windows`` the four-hour windows of the day that have
    one. The mean is arithmetic, of pH too, and rounded to 9 decimals.
    """
    hours = 24 // int(values_a_day())
    ranked = valid(frame, law).with_columns(
        day=nw.col("sample_time").dt.truncate("1d").cast(nw.Date()),
        window=nw.col("sample_time").dt.hour() // hours,
        rank=_rank(),
    )
    windows = (
        ranked.filter(~nw.col("rank").is_null())
        .group_by(*_KEYS, "rank", "window")
        .agg(total=nw.col("amount").sum(), count=nw.len())
    )
    ranks = windows.group_by(*_KEYS, "rank").agg(
        total=nw.col("total").sum(), values=nw.col("count").sum(), windows=nw.len()
    )
    best = ranks.with_columns(best=nw.col("rank").min().over(*_KEYS))
    chosen = best.filter(nw.col("rank") == nw.col("best"))
    return chosen.select(
        *_KEYS, "values", "windows", mean=(nw.col("total") / nw.col("values")).round(DIGITS)
    )


def _rank() -> nw.Expr:
    """The place of a reading's command and statistic among those a mean is made of."""
    rank = nw.lit(None, dtype=nw.Int32())
    for at, (command, statistic) in reversed(list(enumerate((*SOURCES, DAY_ITSELF)))):
        is_it = (nw.col("command") == command) & (nw.col("statistic") == statistic)
        rank = nw.when(is_it).then(nw.lit(at)).otherwise(rank)
    return rank


def indexed(frame: Lazy, law: Law) -> Lazy:
    """A station's day as one row: a column a parameter, ``body``, ``tli`` and ``grade``.

    Both are null where fewer than two parameters are there, or one has no logarithm, or the water
    is a river's. `frame` has station, day, factor and ``mean``, and ``body`` beside them.
    """
    held = {name: nw.when(nw.col("factor") == name).then(nw.col("mean")) for name in PARAMETERS}
    wide = (
        frame.with_columns(**held)
        .group_by("station", "day", "body")
        .agg(*(nw.col(name).max() for name in PARAMETERS))
    )
    index = told(law, "trophic-index", "sample", frozenset((*PARAMETERS, "body")))
    is_told = index.verdict == "computed"
    assert index.value is not None  # noqa: S101 - the rule computes
    assert index.label is not None  # noqa: S101 - and names a grade
    wanted = {
        "tli": nw.when(is_told).then(index.value),
        "grade": nw.when(is_told).then(index.label),
    }
    return beside(wide, index, **wanted).select("station", "day", "body", *PARAMETERS, *wanted)


@dataclass(slots=True)
class StationDay:
    """A station on a day: mean, number of values and of four-hour windows by factor.

    `tli` and `grade` are of those means; none where there is none.
    """

    station: str
    day: date
    means: dict[str, Decimal]
    values: dict[str, int]
    windows: dict[str, int]
    tli: Decimal | None = None
    grade: str | None = None

    @property
    def is_incomplete(self) -> bool:
        """Whether the index lacks its base parameter, chlorophyll."""
        return self.tli is not None and CHLOROPHYLL not in self.means


def station_days(
    reader: Reader,
    spans: Iterable[Between],
    law: Law,
    stations: tuple[str, ...] | None = None,
) -> Iterator[StationDay]:
    """Every station's days in some spans, in order within each year; a day of nothing has none.

    Readings are passed a month at a time, so that only daily means are ever held.
    """
    held_in = {one.first for one in reader.store.months()}
    asked = (month for span in spans for month in span.months())
    months = (one for one in asked if one.first.replace(day=1) in held_in)
    while some := list(islice(months, MONTHS_AT_ONCE)):
        frames = [daily(reader.readings(one, stations, _NAMES), law) for one in some]
        held = _held(reader.kept("means", frames))
        _with_index(reader, law, held)
        yield from (held.pop(key) for key in sorted(held))


def _held(means: Lazy) -> dict[tuple[str, date], StationDay]:
    held: dict[tuple[str, date], StationDay] = {}
    columns = means.select(*_KEYS, "values", "windows", "mean")
    for station, day, factor, values, windows, mean in rows_of(columns):
        one = held.setdefault((station, day), StationDay(station, day, {}, {}, {}))
        one.means[factor] = Decimal(repr(mean))
        one.values[factor], one.windows[factor] = int(values), int(windows)
    return held


def _with_index(reader: Reader, law: Law, held: dict[tuple[str, date], StationDay]) -> None:
    """The index of each day, worked out over all of them at once."""
    if not held:
        return
    known, means = reader.table("known"), reader.table("means")
    placed = means.join(known, left_on="station", right_on="code", how="left")
    index = indexed(placed, law).select("station", "day", "tli", "grade")
    for station, day, tli, grade in rows_of(index):
        if tli is not None:
            held[station, day].tli, held[station, day].grade = Decimal(repr(tli)), grade


def capture_of(days: int, windows: int) -> Decimal | None:
    """The share of four-hour values that came, in per cent; none of no days."""
    whole = values_a_day() * days
    return round(Decimal(windows) * 100 / whole, 2) if whole else None
