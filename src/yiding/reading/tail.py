"""The tail: who compiled and printed the paper, whether it is public, who gets it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from yiding.dates import find_dates
from yiding.reading.model import Imprint

if TYPE_CHECKING:
    from datetime import date

    from yiding.reading.outline import Paragraph
    from yiding.reading.parts import Parts
    from yiding.reading.sheet import Sheet

_DISCLOSURE = re.compile("（?(?P<words>此件[^（）\n]{2,16}|(?:主动|依申请|不予)公开)）?[。]?$")
_COMPILED = re.compile("(?P<by>[^，。：；\n]{2,24}?)[ \u3000]*整理")
_COMPILED_LABEL = re.compile("整[ \u3000]*理[ \u3000]*(?:人|单位)?：(?P<by>[^，。；\n]{2,24})")
_PRINTED = re.compile("(?P<by>[^，。：；\n\\d二〇]{2,30}?)?[ \u3000\n]*(?P<on>[\\d二〇○零一三四五六七八九]{4}年[^，。：；]{2,9}日)[ \u3000]*(?:印发|印制|印)$")
_SHARED = re.compile("(?P<list>[^，；]+)(?P<last>管委会|人民政府|办公室|管理委员会)$")


class Tail(NamedTuple):
    """What stands under the minutes."""

    compiled: Imprint | None
    disclosure: str | None
    distribution: tuple[str, ...]
    printed: Imprint | None


def tail_of(sheet: Sheet, parts: Parts) -> Tail:
    """Read the tail of one meeting."""
    return Tail(
        _compiled(sheet, parts.tail),
        _disclosure(sheet, [*parts.tail, *parts.letterhead]),
        tuple(_distribution(sheet, parts.tail)),
        _printed(sheet, parts.tail),
    )


def _date_in(flat: str, start: int, end: int) -> date | None:
    return next((found.date for found in find_dates(flat, start, end) if found.date), None)


def _compiled(sheet: Sheet, paragraphs: list[Paragraph]) -> Imprint | None:
    for index, paragraph in enumerate(paragraphs):
        match = _COMPILED_LABEL.search(sheet.flat, paragraph.start, paragraph.end) or _COMPILED.search(
            sheet.flat, paragraph.start, paragraph.end
        )
        if match:
            following = paragraphs[index + 1] if index + 1 < len(paragraphs) else paragraph
            day = _date_in(sheet.flat, match.end(), paragraph.end)
            if day is None and following.opens == "day":
                day = _date_in(sheet.flat, following.start, following.end)
            return Imprint(sheet.words(*match.span("by")), day)
    return None


def _disclosure(sheet: Sheet, paragraphs: list[Paragraph]) -> str | None:
    for paragraph in paragraphs:
        match = _DISCLOSURE.match(sheet.flat, paragraph.start, paragraph.end)
        if match:
            return sheet.words(*match.span("words"))
    return None


def _printed(sheet: Sheet, paragraphs: list[Paragraph]) -> Imprint | None:
    for index, paragraph in enumerate(paragraphs):
        match = _PRINTED.search(sheet.flat, paragraph.start, paragraph.end)
        if match is None:
            continue
        by = sheet.words(*match.span("by")) if match["by"] else None
        if not by and index:
            above = paragraphs[index - 1]
            words = sheet.words(above.start, above.end)
            by = words if not above.opens and len(words) < 30 and "。" not in words else None
        return Imprint(by, _date_in(sheet.flat, *match.span("on")))
    return None


def _distribution(sheet: Sheet, paragraphs: list[Paragraph]) -> list[str]:
    found: list[str] = []
    zone = False
    for paragraph in paragraphs:
        words = sheet.flat[paragraph.start : paragraph.end]
        if paragraph.opens == "send":
            zone = True
        elif paragraph.opens or _PRINTED.search(words) or re.search("印发$|印$|整理$|^共印|此件", words):
            zone = False
        if zone:
            body = paragraph.body if paragraph.opens == "send" else paragraph.start
            found += _receivers(sheet, body, paragraph.end)
    return found


def _receivers(sheet: Sheet, start: int, end: int) -> list[str]:
    """Receivers between ， and ；; 苏州工业园区、苏州高新区管委会 shares its last word."""
    found: list[str] = []
    for match in re.finditer("(?:（[^（）]*）|[^，；。\n（])+", sheet.flat[start:end]):
        words = sheet.words(start + match.start(), start + match.end())
        if words:
            found += _unshared(words)
    return found


def _unshared(words: str) -> list[str]:
    match = _SHARED.fullmatch(words)
    if match and "、" in words and match["last"] == "管委会":
        names = words.removesuffix(match["last"]).split("、")
        return [name + match["last"] for name in names]
    return [words]
