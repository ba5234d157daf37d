"""The brief as JSON: exact numbers as strings, days in ISO, what is not known as null."""

from __future__ import annotations

from typing import Any

from yiding.ledgers.lake.telemetry.brief import Brief, Light, StationLine
from yiding.ledgers.lake.telemetry.judged_days import JudgedDay
from yiding.ledgers.lake.telemetry.told_faults import FaultCount
from yiding.rules import Entry
from yiding.rules.finding import plain

SCHEMA = "yiding/lake-brief/1"


def brief_as_json(brief: Brief) -> dict[str, Any]:
    """The whole brief."""
    return {
        "schema": SCHEMA,
        "on": brief.on.isoformat(),
        "last_year_on": brief.last_year_on.isoformat(),
        "stations": [_station(one) for one in brief.stations],
        "by_class": brief.by_class(),
        "tli": {
            "today": _told(brief.tli),
            "yesterday": _told(brief.tli_yesterday),
            "last_year": _told(brief.tli_last_year),
        },
        "capture_pct": _told(brief.capture_pct),
        "blooms": [_entry(one, "time", "area_km2", "ratio_pct") for one in brief.blooms],
        "blackwaters": [
            _entry(one, "found_at", "area_km2", "is_in_source_zone", "ended_at")
            for one in brief.blackwaters
        ],
        "lights": {"supply": _light(brief.supply), "blackwater": _light(brief.blackwater)},
        "faults": [_fault(one) for one in brief.faults],
    }


def _station(line: StationLine) -> dict[str, Any]:
    return {
        "code": line.station.code,
        "name": line.station.name,
        "body": line.station.body,
        "registered": line.is_registered,
        "capture_pct": _told(line.capture_pct),
        "today": _day(line.today),
        "yesterday": _day(line.yesterday),
        "last_year": _day(line.last_year),
    }


def _day(day: JudgedDay | None) -> dict[str, Any] | None:
    if day is None:
        return None
    return {
        "class": day.number,
        "class_term": day.term,
        "main_pollutants": day.pollutants,
        "tli": _told(day.tli and round(day.tli, 4)),
        "grade": day.grade,
        "undecided": day.undecided,
    }


def _light(light: Light) -> dict[str, Any]:
    return {"red": light.is_red, "count": light.count, "entries": light.entries}


def _entry(entry: Entry, *names: str) -> dict[str, Any]:
    return {"id": entry.id, **{name: _told(entry.values.get(name)) for name in names}}


def _fault(one: FaultCount) -> dict[str, Any]:
    return {
        "code": one.code,
        "count": one.count,
        "stations": one.stations,
        "last_station": one.last_station,
        "last_at": one.last_at.isoformat(),
        "message": one.fault.sentence,
        "message_en": one.fault.sentence_en,
    }


def _told(value: Any) -> Any:
    if value is None or isinstance(value, bool):
        return value
    return value.isoformat() if hasattr(value, "isoformat") else plain(value)
