"""What every format becomes: characters, each knowing its place in the delivered file."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

Span = tuple[int, int]
"""Half-open: first character and the one after the last, counted in Unicode characters."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a character stands in the delivered file; what the format does not have is None.

    ``page`` counts from 1, ``paragraph`` from 1 in reading order, ``byte`` from 0.
    """

    page: int | None = None
    paragraph: int | None = None
    byte: int | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """From this character on (until the next mark) the text stands in this place."""

    start: int
    place: Place


@dataclass(frozen=True, slots=True)
class Text:
    """One delivered file as characters.

    ``noise`` holds the spans of page furniture (running heads, page numbers, breadcrumbs):
    sorted, apart from one another, each covering whole lines. A table row is one line,
    its cells joined by a tab; ``rows`` holds under the start of such a line the spans of its
    cells by column, a merged cell in every row and column it reaches over. ``unread_pages``
    are pages that hold a picture and no text: what stands on them was not read.
    """

    name: str
    sha256: str
    media_type: str
    characters: str
    noise: tuple[Span, ...] = ()
    marks: Sequence[Mark] = ()
    unread_pages: tuple[int, ...] = ()
    rows: Mapping[int, tuple[Span, ...]] = field(default_factory=dict, compare=False)
    byte_of: Callable[[int], int] | None = field(default=None, compare=False, repr=False)

    def place_of(self, index: int) -> Place:
        """The place of the character at ``index`` (0 <= index < len(characters))."""
        position = bisect_right(self.marks, index, key=lambda mark: mark.start) - 1
        place = self.marks[position].place if position >= 0 else Place()
        if self.byte_of is None:
            return place
        return Place(place.page, place.paragraph, self.byte_of(index))
