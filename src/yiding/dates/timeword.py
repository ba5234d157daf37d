"""A time expression found in a text, not yet resolved."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

Span = tuple[int, int]


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
