"""What the figures read beside the table's rows: days of stations, and how much of them came.

A reading is no entry of the table; a station's daily means are a sample for the figures, and the
four-hour windows that came are its capture. Only registered stations count: a code that no entry
names belongs to no place.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from django.conf import settings

from yiding.ledgers.base.figures import supply_entries
from yiding.ledgers.base.neighbours import Neighbours
from yiding.ledgers.catalogue import ledger
from yiding.ledgers.lake.telemetry.days import FOUR_HOURLY, StationDay, station_days
from yiding.ledgers.lake.telemetry.frames import Law, Reader
from yiding.ledgers.lake.telemetry.judged_days import sample_of
from yiding.ledgers.lake.telemetry.stations import Register, Station, register_of
from yiding.ledgers.lake.telemetry.store import Store
from yiding.ledgers.telemetry.series import Between
from yiding.registry.models import Jurisdiction
from yiding.rules import Entry


def register() -> None:
    """Make them known to the figures."""
    supply_entries("lake", "sample", samples, stands_at, ("station",))
    supply_entries("lake", "capture", captures, stands_at, ("station",))


def stands_at(_: Jurisdiction) -> str:
    """The store's number and files: another word after each take."""
    manifest = Store.of(Path(settings.DATA_DIR)).manifest()
    files = "\n".join(sorted(one for each in manifest.files.values() for one in each))
    return f"{manifest.number}:{sha256(files.encode()).hexdigest()[:16]}"


def samples(jurisdiction: Jurisdiction, _: str, on: date) -> Iterator[Entry]:
    """The daily means of each station, of this year and the last, up to the day."""
    stations = _stations(jurisdiction)
    by_code = {one.code: one for one in stations}
    for year in (on.year - 1, on.year):
        for day in _days(jurisdiction, stations, year):
            if day.day <= on:
                yield sample_of(day, by_code.get(day.station), jurisdiction.code)


def captures(jurisdiction: Jurisdiction, _: str, on: date) -> Iterator[Entry]:
    """Of each station and four-hourly factor of the year: windows that came, days they were due.

    They are due from the first day of the year on which the factor came.
    """
    days = [one for one in _days(jurisdiction, _stations(jurisdiction), on.year) if one.day <= on]
    for factor in FOUR_HOURLY:
        sending = sorted({one.station for one in days if factor in one.windows})
        for station in sending:
            came = [one for one in days if one.station == station and factor in one.windows]
            yield _capture(jurisdiction, station, factor, came, on)


def _capture(
    jurisdiction: Jurisdiction, station: str, factor: str, came: list[StationDay], on: date
) -> Entry:
    first = min(one.day for one in came)
    values = {
        "station": station,
        "factor_name": factor,
        "start_on": first,
        "end_on": on,
        "days": Decimal((on - first).days + 1),
        "valid_values": Decimal(sum(one.windows[factor] for one in came)),
    }
    return Entry("capture", f"{station}/{factor}", jurisdiction.code, values)


def _stations(jurisdiction: Jurisdiction) -> tuple[Station, ...]:
    kept = Neighbours(ledger("lake"), jurisdiction.pk)
    return tuple(register_of(kept.of_kind("station")).by_code.values())


def _days(
    jurisdiction: Jurisdiction, stations: tuple[Station, ...], year: int
) -> Iterable[StationDay]:
    store = Store.of(Path(settings.DATA_DIR))
    number = store.manifest().number
    return _year(store, number, stations, year, jurisdiction.code) if number and stations else ()


@lru_cache(maxsize=4)
def _year(
    store: Store, _: int, stations: tuple[Station, ...], year: int, place: str
) -> tuple[StationDay, ...]:
    """The days of a year, worked out once for each state of the store (its manifest's number)."""
    known = Register({one.code: one for one in stations})
    year_round = Between(date(year, 1, 1), date(year, 12, 31))
    with Reader(store, known) as reader:
        law = Law(year_round.last, place)
        return tuple(station_days(reader, [year_round], law, tuple(known.by_code)))
