"""Accounting: every character of the text belongs to one leaf, and the leaves tile it."""

from __future__ import annotations

import re
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
    told = [tile for tile in tiles if tile[2] in _SOLID or _has_words(sheet.flat, tile)]
    starts = _among(noise, sheet, told) if noise else _starts(sheet, told)
    return tuple(_leaves(starts, len(sheet.raw)))


def after_marks(flat: str, start: int, end: int) -> int:
    """Where the words go on behind the punctuation and blanks at ``start``."""
    marks = _NOTHING.match(flat, start, end)
    return marks.end() if marks else start


def _has_words(flat: str, tile: Tile) -> bool:
    start, end, _ = tile
    return flat[start].isalnum() or not _NOTHING.fullmatch(flat, start, end)


def _starts(sheet: Sheet, tiles: list[Tile]) -> Iterable[tuple[int, LeafKind]]:
    places = sheet.places([tile[0] for tile in tiles])
    return zip(places, [tile[2] for tile in tiles], strict=True)


def _among(noise: list[Span], sheet: Sheet, tiles: list[Tile]) -> Iterator[tuple[int, LeafKind]]:
    """Where the tiles and the noise between and inside them start, in the order of the text."""
    waiting = 0
    for start, end, kind in tiles:
        left, right = sheet.span(start, end)
        while waiting < len(noise) and noise[waiting][0] < left:
            yield noise[waiting][0], "noise"
            waiting += 1
        yield left, kind
        while waiting < len(noise) and noise[waiting][0] < right:
            if kind not in _SOLID:
                yield noise[waiting][0], "noise"
                yield noise[waiting][1], kind
            waiting += 1
    for left, _ in noise[waiting:]:
        yield left, "noise"


def _leaves(starts: Iterable[tuple[int, LeafKind]], length: int) -> list[Leaf]:
    """One leaf a start, up to the next leaf's; like joins like."""
    leaves: list[Leaf] = []
    begin, current = 0, None  # the first leaf starts with the text
    for left, kind in starts:
        current = current or kind
        if left > begin and (kind != current or kind in _SOLID):
            leaves.append(Leaf((begin, left), current))
            begin = left
        current = kind
    if length:
        leaves.append(Leaf((begin, length), current or "unread"))
    return leaves
