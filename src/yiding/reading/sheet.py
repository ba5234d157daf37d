"""The sheet: the text as a reader sees it, with every character's way back.

Line breaks of the print, page furniture and the syllables of mirror copies are left out;
brackets, commas and digits are brought to one width, traditional characters to simplified.
Each of these keeps one character for one character, so that a place in the sheet is a place
in the text as delivered.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from yiding.text import simplified

if TYPE_CHECKING:
    from collections.abc import Iterable

    from yiding.text import Span

# One character for another, so that places stay; most texts hold few of these.
_ONE_WIDTH = tuple(
    zip(
        "(),;:?![]【】﹝﹞{}０１２３４５６７８９．％─–~～﹣－\u00a0\u2002\u2003",
        "（），；：？！〔〕〔〕〔〕〔〕0123456789.%——————  \u3000",
        strict=True,
    )
)
_TRADITIONAL = re.compile("[會議區長關於為業務發與這來時對國後學開東車經無見門]")
_SYLLABLE = re.compile(r"（[a-zA-Zàáǎāèéěēìíǐīòóǒōùúǔūǜǘǚǖüńň]{1,7}）")


def one_width(text: str) -> str:
    """The same characters in one width and in simplified form, one for one."""
    for wide, even in _ONE_WIDTH:
        if wide in text:
            text = text.replace(wide, even)
    return simplified(text) if _TRADITIONAL.search(text) else text


def syllables(flat: str) -> list[Span]:
    """Where a mirror copy wrote the sound after a character: 區(qū) 議(yì)."""
    found = (match.span() for match in _SYLLABLE.finditer(flat))
    return [span for span in found if span[0] and "一" <= flat[span[0] - 1] <= "鿿"]


class Sheet:
    """Pieces of a text joined into one string; knows where each character came from."""

    __slots__ = ("_place", "flat", "raw")

    def __init__(self, raw: str, even: str, pieces: Iterable[tuple[int, int, str]]) -> None:
        """Join ``even[start:end]`` and the glue of each piece; ``even`` is raw in one width."""
        parts: list[str] = []
        self._place: list[int] = []
        for start, end, glue in pieces:
            parts.append(even[start:end] + glue)
            self._place.extend(range(start, end + len(glue)))
        self.raw = raw
        self.flat = "".join(parts)

    def place(self, position: int) -> int:
        """The raw index of the character at ``position`` of the sheet."""
        return self._place[position]

    def span(self, start: int, end: int) -> Span:
        """The raw span of the sheet's characters from ``start`` up to ``end``."""
        return self._place[start], self._place[end - 1] + 1

    def words(self, start: int, end: int) -> str:
        """The document's own characters of this stretch, without the breaks of the print."""
        first, last = self._place[start], self._place[end - 1] + 1
        if last - first == end - start:
            return self.raw[first:last].strip()
        characters = [self.raw[index] for index in self._place[start:end] if index < len(self.raw)]
        return "".join(characters).replace("\n", "").replace("\r", "").strip()
