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
    return tuple(_leaves(list(_starts(sheet, tiles, noise)), len(sheet.raw)))


def _starts(
    sheet: Sheet, tiles: Iterable[Tile], noise: list[Span]
) -> Iterator[tuple[int, LeafKind]]:
    """Where the tiles and the noise between and inside them start, in the order of the text."""
    waiting = 0
    for start, end, kind in tiles:
        if start >= end or not (kind in _SOLID or _has_words(sheet.flat, start, end)):
            continue
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


def _has_words(flat: str, start: int, end: int) -> bool:
    return flat[start].isalnum() or not _NOTHING.fullmatch(flat, start, end)


def _leaves(starts: list[tuple[int, LeafKind]], length: int) -> Iterator[Leaf]:
    """One leaf a start, up to the next leaf's; like joins like."""
    begin, current = 0, starts[0][1] if starts else "unread"
    for left, kind in starts:
        if left > begin and (kind != current or kind in _SOLID):
            yield Leaf((begin, left), current)
            begin = left
        current = kind
    if length:
        yield Leaf((begin, length), current)
