"""A time expression found in a text, not yet resolved."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

Span = tuple[int, int]
# The rules of the grammar that tell how often, not by when.
_CADENCES = frozenset(
    {
        "yearly-month",
        "yearly-period",
        "monthly",
        "ten-days",
        "monthly-working-day",
        "quarterly",
        "after-each",
        "weekly",
        "cadence",
    }
)


class TimeWord(NamedTuple):
    """时间词: words that may name a deadline, not yet resolved.

    ``kind`` is the rule of the grammar, ``parts`` what its groups read, ``span`` counts
    characters of the text scanned. ``is_explicit`` says the words have the shape of a deadline
    (前, 底, 末, 内, 不迟于 …); without it they may be part of a story.
    """

    span: Span
    text: str
    kind: str
    parts: Mapping[str, str]
    is_explicit: bool

    @property
    def is_cadence(self) -> bool:
        """Whether it tells how often 每月10日前, and not by when."""
        return self.kind in _CADENCES
