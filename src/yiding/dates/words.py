"""The words of words.toml, loaded once."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

MonthDay = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Festival:
    """A named day: ``fixed`` in the solar year, or one (month, day) a year from ``first_year``."""

    fixed: MonthDay | None = None
    first_year: int = 0
    days: tuple[MonthDay, ...] = ()
    offset: int = 0


@dataclass(frozen=True, slots=True)
class Season:
    """A season; ``places`` maps the head of a 区划代码 to its first and last (month, day)."""

    name: str
    places: dict[str, tuple[MonthDay, MonthDay]]


@dataclass(frozen=True, slots=True)
class Words:
    """What words.toml says: every mapping goes from the word as written."""

    vague: tuple[str, ...]
    cadence: tuple[str, ...]
    years: dict[str, int]
    months: dict[str, int]
    days: dict[str, int]
    plans: dict[str, tuple[int, int]]
    festivals: dict[str, Festival]
    seasons: dict[str, Season]
    events_before: tuple[str, ...]
    events_after: tuple[str, ...]


def _month_day(text: str) -> MonthDay:
    month, day = text.split("-")
    return int(month), int(day)


def _festivals(table: dict[str, Any]) -> dict[str, Festival]:
    found: dict[str, Festival] = {
        name: Festival(fixed=_month_day(day))
        for day, names in table["fixed"].items()
        for name in names
    }
    moving = table["moving"]
    for entry in moving.values():
        source = moving[entry["of"]] if "of" in entry else entry
        days = tuple(map(_month_day, source["days"]))
        festival = Festival(None, source["first_year"], days, entry.get("offset", 0))
        found |= dict.fromkeys(entry["names"], festival)
    return found


def _seasons(table: dict[str, Any]) -> dict[str, Season]:
    found: dict[str, Season] = {}
    for title, entry in table.items():
        places = {
            code: (_month_day(place["start"]), _month_day(place["end"]))
            for code, place in entry.get("places", {}).items()
        }
        found |= dict.fromkeys(entry["names"], Season(title, places))
    return found


def _load() -> Words:
    table = tomllib.loads(files(__package__).joinpath("words.toml").read_text(encoding="utf-8"))
    return Words(
        vague=tuple(table["vague"]),
        cadence=tuple(table["cadence"]),
        years=table["years"],
        months=table["months"],
        days=table["days"],
        plans={name: (first, last) for name, (first, last) in table["plans"].items()},
        festivals=_festivals(table),
        seasons=_seasons(table["seasons"]),
        events_before=tuple(table["events"]["before"]),
        events_after=tuple(table["events"]["after"]),
    )


WORDS = _load()
