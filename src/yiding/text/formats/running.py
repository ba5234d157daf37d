"""Running heads, running feet and page numbers: what a page repeats around its text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

_PAGE_NUMBER = re.compile(
    r"[\s—–\-－―~·.]*\d{1,4}[\s—–\-－―~·.]*"
    r"|第?\s*\d{1,4}\s*页?\s*[/／,，共|]*\s*共?\s*\d{1,4}\s*页?"
    r"|第\s*[\d一二三四五六七八九十]{1,4}\s*页|(?i:page)\s*\d+(?:\s*of\s*\d+)?"
)
_EDGE = 2  # lines at the top and at the bottom of a page that may be furniture
_DIGITS = re.compile(r"\d+|\s+")


@dataclass(slots=True)
class Line:
    """One printed line: its page, edges and foot in points, the size of its letters."""

    text: str
    page: int
    left: float
    right: float
    bottom: float
    size: float
    has_gap: bool = False
    """A space ends it: in a list of names the next one follows, in running text it is chance."""


def furniture_of(pages: list[list[Line]]) -> set[int]:
    """The ids of the lines that are no part of the text, found at the edges of the pages."""
    edges = [(line, _key(line)) for lines in pages for line in _edges(lines)]
    repeated = Counter(key for _, key in edges)
    needed = max(2, len(pages) * 3 // 10)
    return {
        id(line)
        for line, key in edges
        if _PAGE_NUMBER.fullmatch(line.text) or repeated[key] >= needed
    }


def _edges(lines: list[Line]) -> Iterator[Line]:
    by_height = sorted(lines, key=lambda line: line.bottom)
    yield from by_height[:_EDGE]
    yield from by_height[max(_EDGE, len(lines) - _EDGE) :]


def _key(line: Line) -> tuple[str, int]:
    return _DIGITS.sub(lambda found: "0" if found[0].isdigit() else "", line.text), round(
        line.bottom / 3
    )
