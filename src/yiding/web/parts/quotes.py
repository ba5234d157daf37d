"""The minutes' own words, with where they stand."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Quote:
    """原文: the span marked, a sentence or two around it, its address and its characters.

    ``start`` counts from 0 and ``end`` is the one after the last, as everywhere in the reader; the
    page counts from 1. ``agrees`` says whether the text is that of the issued file, where known.
    """

    marked: str
    before: str = ""
    after: str = ""
    address: str = ""
    href: str = ""
    start: int | None = None
    end: int | None = None
    agrees: bool | None = None

    @property
    def first(self) -> int | None:
        """The first character, counted from 1."""
        return None if self.start is None else self.start + 1
