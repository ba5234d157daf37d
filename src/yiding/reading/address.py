"""Addresses: one name for a document, its items, clauses and duties, used everywhere."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from yiding.text import romanised

_BODY = re.compile("^(?:中共|政协|中国人民政治协商会议)")
_PLACE = re.compile("(?P<name>[^，。]{1,12}?)(?:市|县|区|自治州|地区|省|旗|盟|镇|乡|新区)")
# 白鹭区 under a city of the table, itself not in it; trap: 经济开发区 is no place of its own
_BELOW = re.compile(
    "(?P<name>[一-鿿]{1,4}?)(?:市|县|(?<!开发|高新)区|旗|镇|乡)(?=人民政府|政府|委员会)"
)
# The table is 200 KB: this takes 3 ms where tomllib takes 50, and a test holds the two alike.
_ROW = re.compile('^code = "(.+)"\nname = "(.+)"\nslug = "(.+)"$', re.MULTILINE)
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
def _rows() -> list[tuple[str, str, str]]:
    table = files("yiding.reading").joinpath("places.toml").read_text("utf-8")
    return _ROW.findall(table)


@cache
def _places() -> dict[str, list[str]]:
    """The slugs of every place of a name: 鼓楼区 stands in four cities."""
    found: dict[str, list[str]] = {}
    for _, name, slug in _rows():
        found.setdefault(name, []).append(slug)
    return found


@cache
def _areas() -> dict[str, str]:
    """The codes of all places inside the place of a slug start with this."""
    return {slug: code.removesuffix("00").removesuffix("00") for code, _, slug in _rows()}


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
    """The place an issuer's name opens with, by the table, else by its sound; "" for none.

    Of 临湖市白鹭区 it is the district: the last place of a chain of places.
    """
    opening = _BODY.sub("", issuer or "")
    size, slugs = _known(opening)
    while size and (below := _known_in(opening[size:], slugs))[0]:
        size, slugs = size + below[0], below[1]
    match = _BELOW.match(opening, size) if size else _PLACE.match(opening)
    if match:
        lower = _BELOW.match(opening, match.end())
        return romanised((lower or match)["name"])
    # which of several is meant the name does not say: their common sound, without a province
    return "" if not slugs else slugs[0] if len(slugs) == 1 else slugs[0].rpartition("-")[2]


def place_code(slug: str) -> str:
    """The 区划代码 of the place of a slug; "" for one that the table has not."""
    return next((code for code, _, known in _rows() if known == slug), "")


def _known(words: str) -> tuple[int, list[str]]:
    """How long the longest place of the table is that opens these words, and its slugs."""
    places = _places()
    size = next((size for size in range(len(words), 1, -1) if words[:size] in places), 0)
    return size, places[words[:size]] if size else []


def _known_in(words: str, above: list[str]) -> tuple[int, list[str]]:
    """The place that opens these words, where it lies inside one of the places above."""
    size, slugs = _known(words)
    areas = tuple(_areas()[slug] for slug in above) if size else ()
    inside = [slug for slug in slugs if _areas()[slug].startswith(areas)]
    return (size, inside) if inside else (0, [])


def series_slug(genre: str | None) -> str:
    """What an address calls the series of meetings; the executive meeting has no name."""
    return next((slug for word, slug in _SERIES if word in (genre or "")), "")
