"""A place as people write it — 苏州市, 江苏省苏州市, suzhou — as its 区划代码."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from yiding.rules.places import COUNTRY

_ROW = re.compile('^code = "(.+)"\nname = "(.+)"\nslug = "(.+)"$', re.MULTILINE)
_SUFFIX = re.compile("[省市县区]$")
_COUNTRY = frozenset({"全国", "国家", "中国", "国", "national", "nation", "china", "country"})
_SHORTEST = 2  # signs of a name without its 市


def code_of_place(written: str) -> str | None:
    """The code a place goes by: a code as it stands, a name by the table; none for no one place.

    A name may stand behind the province's or the city's: the last place of the chain is meant.
    """
    if written[:1].isdecimal():
        return written
    told = re.sub(r"[\s,，/·-]+", "", written)
    if told.lower() in _COUNTRY:
        return COUNTRY
    return _slugs().get(written.strip().lower()) or _named(told)


def _named(words: str) -> str | None:
    """The last of the places that the words are a chain of."""
    found: str | None = None
    while words:
        size, codes = _opening(words, _area(found))
        if len(codes) != 1:
            return None if codes else found
        found, words = codes[0], words[size:]
    return found


def _area(code: str | None) -> str:
    """What the codes of all places inside one begin with."""
    return (code or "").removesuffix("00").removesuffix("00")


def _opening(words: str, area: str) -> tuple[int, list[str]]:
    """The longest name that opens the words, and its codes inside an area."""
    for size in range(len(words), _SHORTEST - 1, -1):
        inside = [one for one in _names().get(words[:size], ()) if one.startswith(area)]
        if inside:
            return size, inside
    return 0, []


@cache
def _rows() -> list[tuple[str, str, str]]:
    table = files("yiding.reading").joinpath("places.toml").read_text("utf-8")
    return _ROW.findall(table)


@cache
def _slugs() -> dict[str, str]:
    return {slug: code for code, _, slug in _rows()}


@cache
def _names() -> dict[str, list[str]]:
    """The codes of every place of a name, and of the name without 省, 市, 县 or 区."""
    found: dict[str, list[str]] = {}
    for code, name, _ in _rows():
        short = _SUFFIX.sub("", name)
        for one in {name, short} if len(short) >= _SHORTEST else {name}:
            found.setdefault(one, []).append(code)
    return found
