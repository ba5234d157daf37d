"""The printed lines of a PDF page, from what the library says of single letters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from math import pi

import pypdfium2  # type: ignore[import-untyped]
from pypdfium2 import raw

from yiding.text.formats.running import Box, Line

_LOOKALIKES = re.compile("[\u2e80-\u2fdf\uf900-\ufaff]")  # ⼀ for 一: some fonts map to radicals
_HYPHEN = re.compile("[\x02\ufffe]")  # what the library gives for a hyphen at the end of a line
_HAN = "[\u4e00-\u9fff]"
_GAP = re.compile(rf"(?<={_HAN}) (?=[0-9A-Za-z])|(?<=[0-9A-Za-z%]) (?={_HAN})")  # 在 7 月 15 日前
_SPREAD = re.compile("(?<=[\u2e80-\uffef]) (?=\\S)|(?<=\\S) (?=[\u2e80-\uffef])")
_THIN = 0.6  # of the height of a letter; between the cells of a table there is more
_WIDE = "\u2e80"
_RIGHT_ANGLE = pi / 2


def lines_of(text_page: pypdfium2.PdfTextPage, number: int) -> Iterator[Line]:
    """The printed lines of a page: two boxes a line are the geometry that is asked for."""
    letters = Letters(text_page)
    for start, printed in letters.lines():
        line = letters.line(printed.strip(), start, number)
        line.has_gap = printed.rstrip("\r").endswith(" ")
        yield line


class Letters:
    """The letters of a page, asked for by their places in its text."""

    def __init__(self, text_page: pypdfium2.PdfTextPage) -> None:
        self.text: str = text_page.get_text_range()
        self._page = text_page
        self._is_aligned = len(self.text) == text_page.count_chars()

    def lines(self) -> Iterator[tuple[int, str]]:
        """What is printed in each line, and where its first letter stands in the text."""
        start = 0
        for printed in self.text.split("\n"):
            text = printed.lstrip()
            if text:
                yield start + len(printed) - len(text), text
            start += len(printed) + 1

    def line(self, text: str, start: int, number: int, *, is_cell: bool = False) -> Line:
        """The line, or the part of one in a cell, whose text begins at ``start``."""
        angle = self.angle(start)
        end = start + len(text) - 1
        first, last = self.box(start, angle), self.box(end, angle)
        size = _size(text, first, last) or 1.0
        words = _mended(self._closed(text, start, angle, is_cell=is_cell))
        line = Line(words, number, first[0], last[2], first[1], size, angle=angle)
        line.last_angle = self.angle(end)
        return line

    def angle(self, place: int) -> float:
        """How a letter is turned, clockwise in radians."""
        angle: float = raw.FPDFText_GetCharAngle(self._page, self._index(place))
        return angle

    def box(self, place: int, angle: float) -> Box:
        """Left, bottom, right and top of a letter, as seen by who holds its line level."""
        box = raw.FS_RECTF()
        raw.FPDFText_GetLooseCharBox(self._page, self._index(place), box)
        return as_held((box.left, box.bottom, box.right, box.top), angle)

    def is_generated(self, place: int) -> bool:
        """Whether a blank is none of the text but a gap that the library found."""
        return bool(raw.FPDFText_IsGenerated(self._page, self._index(place)) == 1)

    def is_thin(self, place: int, angle: float) -> bool:
        """Whether a blank is none of the text but the little space printers put beside figures."""
        if not self.is_generated(place):
            return False
        before, after = self.box(place - 1, angle), self.box(place + 1, angle)
        return after[0] - before[2] < _THIN * (before[3] - before[1])

    def _closed(self, text: str, start: int, angle: float, *, is_cell: bool) -> str:
        """A line without its thin gaps, as it was written: 在7月15日前.

        Gaps in a cell are those of a line spread to fill it, where no blank is typed.
        """
        kept, done = "", 0
        for gap in (_SPREAD if is_cell else _GAP).finditer(text):
            place = start + gap.start()
            if self.is_generated(place) if is_cell else self.is_thin(place, angle):
                kept, done = kept + text[done : gap.start()], gap.end()
        return kept + text[done:]

    def _index(self, place: int) -> int:
        if self._is_aligned:
            return place
        index: int = raw.FPDFText_GetCharIndexFromTextIndex(self._page, place)
        return max(0, index)


def as_held(box: Box, angle: float) -> Box:
    """A box of the page as seen by who holds text of this angle level."""
    left, bottom, right, top = box
    turns = round(angle / _RIGHT_ANGLE) % 4 if angle else 0
    if turns == 0:
        return box
    if turns == 1:
        return -top, left, -bottom, right
    if turns == 2:
        return -right, -top, -left, -bottom
    return bottom, -right, top, -left


def _size(text: str, first: Box, last: Box) -> float:
    """The size of the letters: a Chinese one is as wide as its size, a Latin one near as high."""
    if text[0] >= _WIDE:
        return first[2] - first[0]
    return last[2] - last[0] if text[-1] >= _WIDE else first[3] - first[1]


def _mended(text: str) -> str:
    if _HYPHEN.search(text):
        text = _HYPHEN.sub("\N{SOFT HYPHEN}", text)
    if _LOOKALIKES.search(text):
        return _LOOKALIKES.sub(lambda found: unicodedata.normalize("NFKC", found[0]), text)
    return text
