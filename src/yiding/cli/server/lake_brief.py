"""``yiding lake brief``: a day of the lake, from the store and from what else was entered."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from rich.table import Table

from yiding.cli import screen
from yiding.cli.messages import Say
from yiding.cli.server.start import start
from yiding.cli.usage import DONE, UNREADABLE, UsageError, day_of
from yiding.ledgers.catalogue import ledger
from yiding.ledgers.lake.hj212.practice import CHINA
from yiding.ledgers.lake.telemetry.brief import KINDS, Brief, Light, StationLine, brief, seen
from yiding.ledgers.lake.telemetry.brief_json import brief_as_json
from yiding.ledgers.lake.telemetry.frames import Law, NotLawThen, Reader
from yiding.ledgers.lake.telemetry.judged_days import JudgedDay
from yiding.ledgers.lake.telemetry.stations import register_of
from yiding.ledgers.lake.telemetry.store import Store
from yiding.ledgers.telemetry.manifest import UnknownStore
from yiding.rules import Entry
from yiding.rules.places import COUNTRY

if TYPE_CHECKING:
    from yiding.registry.models import Jurisdiction

HEADS = ("station", "class", "pollutants", "tli", "yesterday", "last-year", "capture")


def lake_brief(on: str | None, place: str | None, form: str, say: Say, store: Store) -> int:
    """Print it; without a database the stations are told by their codes alone."""
    day = datetime.now(CHINA).date() if on is None else day_of(on, say, "lake-bad-date")
    code, entries, is_alone = _entered(place, say)
    try:
        with Reader(store, register_of(entries)) as reader:
            told = brief(seen(reader, Law(day, code), only_registered=not is_alone), entries, day)
    except (UnknownStore, NotLawThen) as why:
        print(say("telemetry-in-use", problem=why), file=sys.stderr)
        return UNREADABLE
    if form == "json":
        print(json.dumps(brief_as_json(told), ensure_ascii=False, indent=1))
    else:
        _print(told, say)
    return DONE


def _entered(place: str | None, say: Say) -> tuple[str, list[Entry], bool]:
    """The place, what its people entered in the ledger, and whether no other place keeps it."""
    start(say)
    from django.db import DatabaseError  # noqa: PLC0415 - after start

    try:
        keepers = _keepers()
        found = _jurisdiction(place, keepers, say)
        is_alone = not {one.pk for one in keepers} - {found.pk if found else None}
        return (found.code, _entries(found), is_alone) if found else (COUNTRY, [], True)
    except DatabaseError:
        print(say("lake-no-database"), file=sys.stderr)
        return place or COUNTRY, [], True


def _keepers() -> list[Jurisdiction]:
    """The places that keep this ledger."""
    from yiding.ledgers.base.models import Entry as Row  # noqa: PLC0415 - after start
    from yiding.registry.models import Jurisdiction  # noqa: PLC0415 - after start

    keeping = Row.objects.filter(ledger="lake", is_retired=False).values("jurisdiction")
    return list(Jurisdiction.objects.filter(pk__in=keeping).order_by("code"))


def _jurisdiction(place: str | None, keepers: list[Jurisdiction], say: Say) -> Jurisdiction | None:
    """The one named, else the only one that keeps this ledger."""
    from yiding.registry.models import Jurisdiction  # noqa: PLC0415 - after start

    if place is not None:
        named = Jurisdiction.objects.filter(code=place).first()
        if named is None:
            raise UsageError(say, "lake-unknown-place", given=place)
        return named
    if len(keepers) > 1:
        known = "、".join(f"{one.code} {one.name}" for one in keepers)
        raise UsageError(say, "lake-which-place", known=known)
    return keepers[0] if keepers else None


def _entries(jurisdiction: Jurisdiction) -> list[Entry]:
    from yiding.ledgers.base.neighbours import Neighbours  # noqa: PLC0415 - after start

    kept = Neighbours(ledger("lake"), jurisdiction.pk)
    return [one for kind in KINDS for one in kept.of_kind(kind)]


def _print(told: Brief, say: Say) -> None:
    console = screen.results()
    screen.remark(console, say("lake-brief-head", on=told.on, last_year=told.last_year_on), "bold")
    screen.remark(console, _lights(told, say))
    screen.remark(console, _index(told, say))
    console.print(_table(told, say))
    for line in _rest(told, say):
        screen.remark(console, line)


def _lights(told: Brief, say: Say) -> str:
    return say(
        "lake-lights", supply=_light(told.supply, say), blackwater=_light(told.blackwater, say)
    )


def _light(light: Light, say: Say) -> str:
    if light.is_red is None:
        return say("lake-light-unknown")
    key = "lake-light-red" if light.is_red else "lake-light-green"
    return say(key, count=light.count, entries=light.entries)


def _index(told: Brief, say: Say) -> str:
    return say(
        "lake-index",
        today=_number(told.tli, say),
        yesterday=_number(told.tli_yesterday, say),
        last_year=_number(told.tli_last_year, say),
        capture=_number(told.capture_pct, say, "%"),
    )


def _number(value: Decimal | None, say: Say, unit: str = "") -> str:
    return say("lake-no-data") if value is None else f"{value:.1f}{unit}"


def _table(told: Brief, say: Say) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold")
    for head in HEADS:
        table.add_column(say(f"lake-{head}"), overflow="fold")
    for line in told.stations:
        table.add_row(*_cells(line, say))
    return table


def _cells(line: StationLine, say: Say) -> Iterator[str]:
    """Name, class, pollutants, index and grade, the two days before, capture."""
    yield (
        line.station.name
        if line.is_registered
        else say("lake-unregistered", code=line.station.code)
    )
    yield _class(line.today, say)
    yield (line.today.pollutants if line.today else None) or ""
    yield _graded(line.today, say)
    yield _class(line.yesterday, say)
    yield _class(line.last_year, say)
    yield _number(line.capture_pct, say, "%")


def _class(day: JudgedDay | None, say: Say) -> str:
    if day is None:
        return say("lake-no-data")
    return day.term or day.undecided or say("lake-no-class")


def _graded(day: JudgedDay | None, say: Say) -> str:
    if day is None or day.tli is None:
        return say("lake-no-data")
    return f"{day.tli:.1f} {day.grade}"


def _rest(told: Brief, say: Say) -> Iterator[str]:
    """Blooms, black water, faults."""
    for one in told.blooms:
        yield say("lake-bloom", at=_at(one.time), area=_area(one, say))
    if not told.blooms:
        yield say("lake-no-bloom")
    for one in told.blackwaters:
        yield say("lake-blackwater-open", at=_at(one.found_at), area=_area(one, say))
    if not told.blackwaters:
        yield say("lake-no-blackwater")
    for each in told.faults:
        title = each.fault.title
        yield say("telemetry-fault", code=each.code, title=title, count=each.count)
    if not told.faults:
        yield say("telemetry-no-faults")


def _at(moment: datetime | date | None) -> str:
    return "" if moment is None else f"{moment:%Y-%m-%d %H:%M}"


def _area(one: Entry, say: Say) -> str:
    return say("lake-no-data") if one.area_km2 is None else f"{one.area_km2} km²"
