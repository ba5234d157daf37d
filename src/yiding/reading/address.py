"""Addresses: one name for a document, its items, clauses and duties, used everywhere."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from yiding.text import romanised

_BODY = re.compile("^(?:中共|政协)")
_PLACE = re.compile("(?P<name>[^，。]{1,12}?)(?:市|县|区|自治州|地区|省|旗|盟|镇|乡|新区)")
# The table is 200 KB: this takes 3 ms where tomllib takes 50, and a test holds the two alike.
_ROW = re.compile('^name = "(.+)"\nslug = "(.+)"$', re.MULTILINE)
# A series other than the executive meeting is named in the address.
_SERIES = (
    ("常务", ""),
    ("专题", "special"),
    ("现场", "onsite"),
    ("协调", "coordination"),
    ("推进", "progress"),
    ("调度", "progress"),
    ("局长办公", "bureau"),
    ("主任办公", "bureau"),
    ("党组", "party"),
    ("党委", "party"),
    ("全体", "plenary"),
    ("市长办公", "mayor"),
    ("县长办公", "mayor"),
    ("区长办公", "mayor"),
    ("办公会", "office"),
    ("联席", "joint"),
    ("政协", "consultative"),
)


@cache
def _places() -> dict[str, list[str]]:
    """The slugs of every place of a name: 鼓楼区 stands in four cities."""
    found: dict[str, list[str]] = {}
    table = files("yiding.reading").joinpath("places.toml").read_text("utf-8")
    for name, slug in _ROW.findall(table):
        found.setdefault(name, []).append(slug)
    return found


def address_of(
    issuer: str | None, genre: str | None, year: int | None, serial: int | None, digest: str
) -> str:
    """``linhu-2025-7``; another series is named; without a number, the hash's first 8 digits."""
    place = place_slug(issuer)
    series = series_slug(genre)
    stem = "-".join(part for part in (place, series) if part) or "text"
    if year is None or serial is None:
        return f"{stem}-{digest[:8]}"
    return f"{stem}-{year}-{serial}"


def place_slug(issuer: str | None) -> str:
    """The place an issuer's name opens with, by the table, else by its sound; "" for none."""
    opening = _BODY.sub("", issuer or "")
    heads = (opening[:size] for size in range(len(opening), 1, -1))
    slugs = next((_places()[head] for head in heads if head in _places()), [])
    if slugs:
        # which of several is meant the name does not say: their common sound, without a province
        return slugs[0] if len(slugs) == 1 else slugs[0].rpartition("-")[2]
    match = _PLACE.match(opening)
    return romanised(match["name"]) if match else ""


def series_slug(genre: str | None) -> str:
    """What an address calls the series of meetings; the executive meeting has no name."""
    return next((slug for word, slug in _SERIES if word in (genre or "")), "")
