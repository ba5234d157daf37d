"""Running heads, running feet and page numbers: what a page repeats around its text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Protocol

_PAGE_NUMBER = re.compile(
    r"[\s—–\-－―~·.]*\d{1,4}[\s—–\-－―~·.]*"
    r"|第?\s*\d{1,4}\s*页?\s*[/／,，共|]*\s*共?\s*\d{1,4}\s*页?"
    r"|第\s*[\d一二三四五六七八九十]{1,4}\s*页|(?i:page)\s*\d+(?:\s*of\s*\d+)?"
)
_EDGE = 2  # lines at the top and at the bottom of a page that may be furniture
_DIGITS = re.compile(r"\d+|\s+")


class Placed(Protocol):
    """A printed line."""

    text: str
    bottom: float


def furniture_of(pages: list[list[Placed]]) -> set[int]:
    """The ids of the lines that are no part of the text, found at the edges of the pages."""
    edges = [(line, _key(line)) for lines in pages for line in _edges(lines)]
    repeated = Counter(key for _, key in edges)
    needed = max(2, len(pages) * 3 // 10)
    return {
        id(line)
        for line, key in edges
        if _PAGE_NUMBER.fullmatch(line.text) or repeated[key] >= needed
    }


def _edges(lines: list[Placed]) -> Iterator[Placed]:
    by_height = sorted(lines, key=lambda line: line.bottom)
    yield from by_height[:_EDGE]
    yield from by_height[max(_EDGE, len(lines) - _EDGE) :]


def _key(line: Placed) -> tuple[str, int]:
    return _DIGITS.sub(lambda found: "0" if found[0].isdigit() else "", line.text), round(line.bottom / 3)
