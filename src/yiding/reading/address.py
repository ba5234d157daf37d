"""Addresses: one name for a document, its items, clauses and duties, used everywhere."""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files

from yiding.text import romanised

_PLACE = re.compile("(?:中共|政协)?(?P<name>[^，。]{1,12}?)(?P<level>市|县|区|州|省|旗|盟|镇|乡|新区)")
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


def _places() -> dict[str, str]:
    table = tomllib.loads(files("yiding.reading").joinpath("places.toml").read_text("utf-8"))
    return {row["name"]: row["slug"] for row in table["place"]}


PLACES = _places()


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
    match = _PLACE.match(issuer or "")
    if not match:
        return ""
    full = match["name"] + match["level"]
    return PLACES.get(full) or PLACES.get(match["name"]) or romanised(match["name"])


def series_slug(genre: str | None) -> str:
    """What an address calls the series of meetings; the executive meeting has no name."""
    return next((slug for word, slug in _SERIES if word in (genre or "")), "")
