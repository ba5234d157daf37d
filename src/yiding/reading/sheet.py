"""The sheet: the text as a reader sees it, with every character's way back.

Line breaks of the print, page furniture and the syllables of mirror copies are left out;
brackets, commas and digits are brought to one width, traditional characters to simplified.
Each of these keeps one character for one character, so that a place in the sheet is a place
in the text as delivered.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from yiding.text import simplified

if TYPE_CHECKING:
    from collections.abc import Iterable

    from yiding.text import Span

_ONE_WIDTH = str.maketrans(
    "(),;:?![]【】﹝﹞{}０１２３４５６７８９．％─–~～﹣－\u00a0\u2002\u2003",
    "（），；：？！〔〕〔〕〔〕〔〕0123456789.%——————  \u3000",
)
_TRADITIONAL = re.compile("[會議區長關於為業務發與這來時對國後學開東車經無見門]")
_SYLLABLE = re.compile(r"(?<=[一-鿿])（[a-zA-Zàáǎāèéěēìíǐīòóǒōùúǔūǜǘǚǖüńň]{1,7}）")


def one_width(text: str) -> str:
    """The same characters in one width and in simplified form, one for one."""
    text = text.translate(_ONE_WIDTH)
    return simplified(text) if _TRADITIONAL.search(text) else text


def syllables(flat: str) -> list[Span]:
    """Where a mirror copy wrote the sound after a character: 區(qū) 議(yì)."""
    return [match.span() for match in _SYLLABLE.finditer(flat)]


class Sheet:
    """Pieces of a text joined into one string; knows where each piece came from."""

    __slots__ = ("_joined", "_starts", "flat", "raw")

    def __init__(self, raw: str, even: str, pieces: Iterable[tuple[int, int, str]]) -> None:
        """Join ``even[start:end]`` and the glue of each piece; ``even`` is raw in one width."""
        parts: list[str] = []
        self._joined: list[int] = []
        self._starts: list[int] = []
        length = 0
        for start, end, glue in pieces:
            self._joined.append(length)
            self._starts.append(start)
            parts.append(even[start:end] + glue)
            length += end - start + len(glue)
        self.raw = raw
        self.flat = "".join(parts)

    def place(self, position: int) -> int:
        """The raw index of the character at ``position`` of the sheet."""
        piece = bisect_right(self._joined, position) - 1
        return self._starts[piece] + position - self._joined[piece]

    def span(self, start: int, end: int) -> Span:
        """The raw span of the sheet's characters from ``start`` up to ``end``."""
        first = bisect_right(self._joined, start) - 1
        last = bisect_right(self._joined, end - 1, first) - 1
        return (
            self._starts[first] + start - self._joined[first],
            self._starts[last] + end - self._joined[last],
        )

    def words(self, start: int, end: int) -> str:
        """The document's own characters of this stretch, without the breaks of the print."""
        first = bisect_right(self._joined, start) - 1
        last = bisect_right(self._joined, end - 1, first) - 1
        offset = self._starts[first] - self._joined[first]
        if first == last:
            return self.raw[start + offset : end + offset].strip()
        pieces = [self.raw[start + offset : self._joined[first + 1] + offset]]
        for piece in range(first + 1, last + 1):
            stop = self._joined[piece + 1] if piece < last else end
            offset = self._starts[piece] - self._joined[piece]
            pieces.append(self.raw[self._starts[piece] : stop + offset])
        return "".join(pieces).replace("\n", "").replace("\r", "").strip()
