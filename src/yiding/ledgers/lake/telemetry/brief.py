"""The daily brief 日报: each station, against yesterday and last year, and the two bottom lines."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from statistics import fmean

from yiding.ledgers.lake.figures import day_of
from yiding.ledgers.lake.indicators import red_light_finished_water, red_light_major_blackwater
from yiding.ledgers.lake.telemetry.days import FOUR_HOURLY, StationDay, capture_of, station_days
from yiding.ledgers.lake.telemetry.frames import Law, Reader
from yiding.ledgers.lake.telemetry.judged_days import JudgedDay, judged
from yiding.ledgers.lake.telemetry.stations import Register, Station
from yiding.ledgers.lake.telemetry.told_faults import FaultCount, faults_between
from yiding.ledgers.telemetry.series import Between
from yiding.rules import Entry, Figure

KINDS = ("station", "bloom_scene", "blackwater", "finished_water")
"""The kinds of entry that a brief is made of, beside the readings."""


@dataclass(frozen=True, slots=True)
class StationLine:
    """A station in the brief; `today` is none where no valid value came.

    `capture_pct` is the share of its four-hour values that came, over the factors it sent
    that day or the day before.
    """

    station: Station
    is_registered: bool
    today: JudgedDay | None
    yesterday: JudgedDay | None
    last_year: JudgedDay | None
    capture_pct: Decimal | None


@dataclass(frozen=True, slots=True)
class Light:
    """A bottom line: whether it is broken, how often in the year, from how many entries.

    `is_red` is none where nothing was entered to judge by.
    """

    is_red: bool | None
    count: int
    entries: int


@dataclass(frozen=True, slots=True)
class Brief:
    """What a day was: stations, the mean index of the lake, blooms, black water, lights, faults."""

    on: date
    last_year_on: date
    stations: tuple[StationLine, ...]
    tli: Decimal | None
    tli_yesterday: Decimal | None
    tli_last_year: Decimal | None
    capture_pct: Decimal | None
    blooms: tuple[Entry, ...]
    blackwaters: tuple[Entry, ...]
    supply: Light
    blackwater: Light
    faults: tuple[FaultCount, ...]

    def by_class(self) -> dict[str, int]:
        """How many stations are of each class, from the best."""
        told = sorted(
            (one.today.number, one.today.term or "")
            for one in self.stations
            if one.today and one.today.number
        )
        return {term: sum(other == term for _, other in told) for _, term in told}


def a_year_before(on: date) -> date:
    """The same day of last year; 29 February becomes the 28th."""
    is_leap_day = (on.month, on.day) == (2, 29)
    return on.replace(year=on.year - 1, day=28 if is_leap_day else on.day)


@dataclass(frozen=True, slots=True)
class Seen:
    """What the store alone says of a day: its stations, the lake's mean indices, the faults."""

    stations: tuple[StationLine, ...]
    indices: tuple[Decimal | None, Decimal | None, Decimal | None]
    faults: tuple[FaultCount, ...]


def seen(reader: Reader, law: Law, *, only_registered: bool = False) -> Seen:
    """The store's part of the brief of ``law.on``.

    Stations that are registered and sent nothing are named all the same. Those that sent something
    and are not registered are named too, unless only the registered are wanted: a store may hold
    what belongs to another place.
    """
    on = law.on
    stations = tuple(reader.register.by_code) if only_registered else None
    days = _days(reader, (on, on - timedelta(days=1), a_year_before(on)), law, stations)
    today, yesterday, last_year = (_mean_index(each, reader.register) for each in days)
    return Seen(
        stations=tuple(_lines(reader.register, days, law)),
        indices=(today, yesterday, last_year),
        faults=tuple(faults_between(reader, Between(on, on), stations)),
    )


def brief(found: Seen, entries: Iterable[Entry], on: date) -> Brief:
    """The brief of a day, of what the store says and of what else was entered for the place."""
    held: dict[str, list[Entry]] = {kind: [] for kind in KINDS}
    for one in entries:
        if one.kind in held:
            held[one.kind].append(one)
    today, yesterday, last_year = found.indices
    return Brief(
        on=on,
        last_year_on=a_year_before(on),
        stations=found.stations,
        tli=today,
        tli_yesterday=yesterday,
        tli_last_year=last_year,
        capture_pct=_capture(found.stations),
        blooms=tuple(one for one in held["bloom_scene"] if day_of(one) == on),
        blackwaters=tuple(one for one in held["blackwater"] if _is_open(one, on)),
        supply=_light(red_light_finished_water.figure, held["finished_water"], on),
        blackwater=_light(red_light_major_blackwater.figure, held["blackwater"], on),
        faults=found.faults,
    )


def _days(
    reader: Reader, wanted: Sequence[date], law: Law, stations: tuple[str, ...] | None
) -> list[dict[str, StationDay]]:
    """What each station was on some days, day by day."""
    found: dict[date, dict[str, StationDay]] = {one: {} for one in wanted}
    for one in station_days(reader, (Between(day, day) for day in wanted), law, stations):
        found[one.day][one.station] = one
    return [found[one] for one in wanted]


def _lines(
    register: Register, days: Sequence[Mapping[str, StationDay]], law: Law
) -> Iterable[StationLine]:
    today, yesterday, last_year = days
    unknown = sorted(code for code in today if code not in register.by_code)
    for code in (*register.by_code, *unknown):
        station = register.by_code.get(code) or Station(code, code)
        now, then, earlier = (
            _judged(each.get(code), register, law) for each in (today, yesterday, last_year)
        )
        captured = _captured(today.get(code), yesterday.get(code))
        yield StationLine(station, code in register.by_code, now, then, earlier, captured)


def _judged(day: StationDay | None, register: Register, law: Law) -> JudgedDay | None:
    return None if day is None else judged(day, register, law)


def _captured(day: StationDay | None, before: StationDay | None) -> Decimal | None:
    """Over the four-hourly factors that the station sent that day or the day before."""
    sent = {factor for one in (day, before) if one for factor in one.windows}
    due = [factor for factor in FOUR_HOURLY if factor in sent]
    return capture_of(len(due), sum(day.windows.get(one, 0) for one in due) if day else 0)


def _capture(lines: Sequence[StationLine]) -> Decimal | None:
    """The mean of the registered stations; one that sent nothing counts as nought."""
    told = [one.capture_pct or Decimal(0) for one in lines if one.is_registered]
    return round(sum(told, Decimal(0)) / len(told), 2) if told else None


def _mean_index(days: Mapping[str, StationDay], register: Register) -> Decimal | None:
    """The mean index of the stations of the lake that have one with chlorophyll."""
    lakes = set(register.lakes())
    told = [
        float(one.tli)
        for one in days.values()
        if one.station in lakes and one.tli is not None and not one.is_incomplete
    ]
    return Decimal(repr(round(fmean(told), 4))) if told else None


def _is_open(water: Entry, on: date) -> bool:
    found, ended = water.found_at, water.ended_at
    return found is not None and found.date() <= on and (ended is None or ended.date() >= on)


def _light(
    figure: Callable[[Iterable[Entry], date], Figure], entries: Sequence[Entry], on: date
) -> Light:
    count = int(figure(entries, on).part)
    return Light(bool(count) if entries else None, count, len(entries))
