"""Accounting: every character of the text belongs to one leaf, and the leaves tile it."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from yiding.reading.model import Leaf

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from yiding.reading.model import LeafKind
    from yiding.reading.sheet import Sheet
    from yiding.text import Span

Tile = tuple[int, int, "LeafKind"]
_SOLID = frozenset({"decision", "obligation", "heading"})
_NOTHING = re.compile(r"[\s，。；：！？、”’）)\"'.,;:!?…—-]*")


def account(sheet: Sheet, tiles: Iterable[Tile], noise: list[Span]) -> tuple[Leaf, ...]:
    """Leaves from tiles of the sheet (in order, apart) and raw noise; the rest joins on.

    Punctuation and blanks belong to the leaf before them, so a leaf may be longer than what
    was read in it. A page's furniture inside a decision or a duty stays in that leaf.
    """
    placed = [
        (*sheet.span(start, end), kind)
        for start, end, kind in tiles
        if end > start and (kind in _SOLID or _has_words(sheet.flat, start, end))
    ]
    if not noise:
        return tuple(_tile(placed, len(sheet.raw)))
    solid = [(left, right) for left, right, kind in placed if kind in _SOLID]
    apart = [(left, right) for left, right in noise if not _inside(left, solid)]
    pieces: list[tuple[int, int, LeafKind]] = [(left, right, "noise") for left, right in apart]
    for left, right, kind in placed:
        pieces.extend(_around(left, right, kind, apart))
    return tuple(_tile(sorted(pieces), len(sheet.raw)))


def _has_words(flat: str, start: int, end: int) -> bool:
    return flat[start].isalnum() or not _NOTHING.fullmatch(flat, start, end)


def _inside(index: int, spans: list[Span]) -> bool:
    position = bisect_right(spans, index, key=lambda span: span[0]) - 1
    return position >= 0 and index < spans[position][1]


def _around(
    left: int, right: int, kind: LeafKind, noise: list[Span]
) -> Iterator[tuple[int, int, LeafKind]]:
    """A tile cut where noise lines stand inside it."""
    for start, end in noise[bisect_right(noise, left, key=lambda span: span[0]) :]:
        if start >= right:
            break
        yield left, start, kind
        left = end
    if left < right:
        yield left, right, kind


def _tile(pieces: list[tuple[int, int, LeafKind]], length: int) -> Iterator[Leaf]:
    """One leaf a piece, from its first character to the next leaf's; like joins like."""
    begin, current = 0, pieces[0][2] if pieces else "unread"
    for left, _, kind in pieces:
        if left > begin and (kind != current or kind in _SOLID):
            yield Leaf((begin, left), current)
            begin = left
        current = kind
    if length:
        yield Leaf((begin, length), current)
