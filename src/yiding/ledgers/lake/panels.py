"""What the ledger draws beside its list: the day, the stations, the season, the faults."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from yiding.ledgers.base.drawing import Line, Point, line_chart, point_map
from yiding.ledgers.lake.factors import DENSITY, PHOSPHORUS
from yiding.ledgers.lake.options import CLASSES
from yiding.ledgers.lake.telemetry.brief import Brief, Light, Seen, StationLine, brief, seen
from yiding.ledgers.lake.telemetry.frames import Law, Reader
from yiding.ledgers.lake.telemetry.judged_days import JudgedDay
from yiding.ledgers.lake.telemetry.season import MEASURES, Season, season
from yiding.ledgers.lake.telemetry.stations import Register, Station, register_of
from yiding.ledgers.lake.telemetry.store import Store
from yiding.ledgers.lake.telemetry.told_faults import FaultCount, faults_between
from yiding.ledgers.panel import Panel, Shown, Sight, panel
from yiding.ledgers.telemetry.series import Between

TONES = {1: "closed", 2: "closed", 3: "closed", 4: "soon", 5: "late", 6: "late"}
"""How a class is coloured: up to III, IV, worse."""
UNKNOWN = "hair"
FAULT_DAYS = 7


@dataclass(frozen=True)
class Row:
    """A station in the day's table, in words; empty where nothing is known."""

    name: str
    href: str
    is_registered: bool
    is_silent: bool
    term: str
    pollutants: str
    tli: str
    grade: str
    yesterday: str
    last_year: str
    capture: str


@panel("station", "bloom_scene", "blackwater", "finished_water")
def today(sight: Sight) -> Panel | None:
    """The daily brief: the two bottom lines, the lake's index, each station.

    Of the day in ``?day=``, else of the last day of which there are readings.
    """
    found, on = _seen_by(sight), _day_shown(sight)
    told = brief(found, [one.entry for one in sight.entries], on)
    hrefs = _hrefs(sight.of_kind("station"))
    is_empty = not (told.stations or sight.entries)
    context = {
        "brief": told,
        "lights": _lights(told),
        "indices": [_number(one) for one in found.indices],
        "capture": _number(told.capture_pct),
        "rows": [_row(one, hrefs) for one in told.stations],
        "blooms": told.blooms,
        "blackwaters": told.blackwaters,
        "before": f"?day={on - timedelta(days=1)}#panel-today",
        "after": f"?day={on + timedelta(days=1)}#panel-today" if on < sight.on else "",
    }
    return None if is_empty else Panel("今日日报", "The day", "lake/today.html", context)


def _lights(told: Brief) -> list[tuple[str, Light]]:
    return [(_("饮用水安全"), told.supply), (_("不发生大面积湖泛"), told.blackwater)]


def _row(line: StationLine, hrefs: Mapping[str, str]) -> Row:
    day = line.today
    return Row(
        name=line.station.name,
        href=hrefs.get(line.station.code, ""),
        is_registered=line.is_registered,
        is_silent=day is None,
        term=_class(day),
        pollutants=(day.pollutants if day else None) or "",
        tli=_number(day.tli if day else None),
        grade=(day.grade if day else None) or "",
        yesterday=_class(line.yesterday),
        last_year=_class(line.last_year),
        capture=_number(line.capture_pct),
    )


def _class(day: JudgedDay | None) -> str:
    """Ⅳ类, or class IV; what cannot be said stands as the rule says it."""
    if day is None:
        return ""
    if day.number is None:
        return day.undecided or _("不评")
    return _class_named(day.number, day.term or "")


def _class_named(number: int, term: str) -> str:
    if not (get_language() or "").startswith("en"):
        return term
    is_worst = number > len(CLASSES)
    return "worse than V" if is_worst else f"class {CLASSES[number - 1].name}"


@panel("station")
def stations(sight: Sight) -> Panel | None:
    """The stations where they stand, coloured by the day's class."""
    hrefs = _hrefs(sight.entries)
    lines = [one for one in _seen_by(sight).stations if _is_placed(one.station)]
    if not lines:
        return None
    title, about = _("站点图"), _("站点按当天水质类别着色，北在上。")
    drawn = point_map([_point(one, hrefs) for one in lines], title=title, description=about)
    silent = sum(one.today is None for one in lines)
    context = {"map": drawn, "silent": silent, "on": _day_shown(sight)}
    return Panel("站点图", "Stations", "lake/stations.html", context)


def _is_placed(station: Station) -> bool:
    return station.lon is not None and station.lat is not None


def _point(line: StationLine, hrefs: Mapping[str, str]) -> Point:
    one, day = line.station, line.today
    number = day.number if day else None
    return Point(
        lon=float(one.lon or 0),
        lat=float(one.lat or 0),
        words=one.name,
        tone=TONES.get(number, UNKNOWN) if number else UNKNOWN,
        note=_class(day) or _("无数据"),
        href=hrefs.get(one.code, ""),
    )


@panel("station")
def curve(sight: Sight) -> Panel | None:
    """The season beside last year's, in the measure asked for, else the first that is known."""
    known = _season(*_asked(sight))
    measures = [one for one in MEASURES if known.has(one)]
    if not measures:
        return None
    asked = sight.query.get("curve", "")
    chosen = asked if asked in measures else measures[0]
    links = [(_measure(one), f"?curve={one}#panel-curve", one == chosen) for one in measures]
    context = {"chart": _chart(known, chosen, _day_shown(sight)), "links": links}
    return Panel("全季曲线", "The season", "lake/season.html", context)


def _measure(name: str) -> str:
    return {
        "tli": _("综合营养状态指数"),
        DENSITY: _("藻密度（个/L）"),
        PHOSPHORUS: _("总磷（mg/L）"),
    }[name]


def _chart(known: Season, measure: str, on: date) -> str:
    lines = [
        Line(str(on.year), known.this_year[measure]),
        Line(str(on.year - 1), known.last_year[measure]),
    ]
    heads = [f"{month}-{day}" for month, day in known.days]
    about = _("湖体各站点日均值的平均，四月至十月；没有数据的日子断开。")
    return line_chart(lines, heads, title=_measure(measure), description=about)


@panel("station")
def faults(sight: Sight) -> Panel | None:
    """What was wrong with the frames of the last days, by kind, of the stations that are shown."""
    store, number, known, _law = _asked(sight)
    told = _faults(store, number, known, sight.on)
    if not told:
        return None
    names = _register(known)
    rows = [(one, names.name_of(one.last_station), _sentence(one)) for one in told]
    context = {"rows": rows, "days": FAULT_DAYS}
    return Panel("报文毛病", "Faults in the frames", "lake/faults.html", context)


def _sentence(one: FaultCount) -> str:
    is_english = (get_language() or "").startswith("en")
    return one.fault.sentence_en if is_english else one.fault.sentence


def _hrefs(shown: Sequence[Shown]) -> dict[str, str]:
    return {str(one.entry.code or one.entry.id): one.href for one in shown}


def _number(value: Decimal | None) -> str:
    return "" if value is None else f"{value:.1f}"


def _store() -> Store:
    return Store.of(Path(settings.DATA_DIR))


def _asked(sight: Sight) -> tuple[Store, int, tuple[Station, ...], Law]:
    """What a look at the store depends on: whatever was taken since makes another number."""
    store = _store()
    known = register_of(one.entry for one in sight.of_kind("station"))
    stations = tuple(known.by_code.values())
    return store, store.manifest().number, stations, Law(_day_shown(sight), sight.place)


def _day_shown(sight: Sight) -> date:
    """The day asked for, no later than the page's; else the last of which something is known."""
    try:
        return min(date.fromisoformat(sight.query.get("day", "")), sight.on)
    except ValueError:
        store = _store()
        return _last_day(store, store.manifest().number, sight.on) or sight.on


@lru_cache(maxsize=8)
def _last_day(store: Store, number: int, on: date) -> date | None:
    if not number:
        return None
    with Reader(store) as reader:
        return reader.last_day(on)


def _seen_by(sight: Sight) -> Seen:
    return _seen(*_asked(sight))


@lru_cache(maxsize=16)
def _seen(store: Store, _number: int, known: tuple[Station, ...], law: Law) -> Seen:
    with Reader(store, _register(known)) as reader:
        return seen(reader, law, only_registered=True)


@lru_cache(maxsize=8)
def _season(store: Store, _number: int, known: tuple[Station, ...], law: Law) -> Season:
    with Reader(store, _register(known)) as reader:
        return season(reader, law)


@lru_cache(maxsize=8)
def _faults(store: Store, _number: int, known: tuple[Station, ...], on: date) -> list[FaultCount]:
    with Reader(store) as reader:
        days = Between(on - timedelta(days=FAULT_DAYS - 1), on)
        return faults_between(reader, days, [one.code for one in known])


def _register(known: tuple[Station, ...]) -> Register:
    return Register({one.code: one for one in known})
