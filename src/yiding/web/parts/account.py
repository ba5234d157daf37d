"""The account of a paper: every character of it filed, as one strip."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from yiding.web.parts.words import Words

#: The classes a strip is drawn in; a reader's finer kinds come under ``other``.
KINDS = ("decision", "obligation", "background", "other", "unread")


@dataclass(frozen=True)
class Tile:
    """归类: so many characters in a row filed as one kind, and where a click on them leads."""

    kind: str
    characters: int
    href: str = ""
    words: Words = ""


@dataclass(frozen=True)
class Key:
    """One line under the strip: the kind's colour, and what was counted of it."""

    kind: str
    words: Words


@dataclass(frozen=True)
class Account:
    """归类表: the tiles in the order of the text, the counts by kind, and the sum."""

    tiles: tuple[Tile, ...]
    keys: tuple[Key, ...] = field(default=())
    sum_words: Words = ""
    rule_words: Words = ""

    def rects(self) -> Iterator[tuple[str, str, str, Tile]]:
        """Left edge and width in per cent, the class, and the tile itself."""
        whole = sum(tile.characters for tile in self.tiles) or 1
        left = 0
        for tile in self.tiles:
            kind = tile.kind if tile.kind in KINDS else "other"
            yield f"{left * 100 / whole:.2f}", f"{tile.characters * 100 / whole:.2f}", kind, tile
            left += tile.characters
