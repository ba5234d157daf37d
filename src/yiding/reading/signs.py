"""Signs: where the words of the grammar stand, found in one pass over the masked text."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from yiding.reading.lexicon import WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable

# Where a word is in two classes the earlier one here decides.
_CLASSES = {
    "sign_must": "must",
    "sign_strive": "strive",
    "sign_need": "need",
    "sign_should": "should",
    "sign_ensure": "ensure",
    "sign_commission": "commission",
    "sign_role": "role",
    "sign_with": "with",
    "act_issue": "issue",
    "act_deliver": "show",
    "act_report": "report",
    "act_submit": "submit",
    "exhort_hard": "hard",
    "exhort_soft": "soft",
    "sign_trap": "trap",
}
VERBS = frozenset({"issue", "show", "report", "submit", "hard", "soft", "role"})
SHOWABLE = frozenset({"issue", "show", "report", "submit"})
MODALS = frozenset({"must", "strive", "need", "should", "ensure"})


def _vocabulary() -> dict[str, str]:
    kinds: dict[str, str] = {}
    for name, kind in _CLASSES.items():
        for word in WORDS[name]:
            kinds.setdefault(word, kind)
    return kinds


_VOCABULARY = _vocabulary()
_KINDS = list(_VOCABULARY.values())
_MACHINE = AhoCorasick(
    list(_VOCABULARY), implementation=Implementation.DFA, matchkind=MatchKind.LeftmostLongest
)


class Signs:
    """The signs of a text in order: ``starts``, ``ends`` and ``kinds`` side by side."""

    __slots__ = ("ends", "kinds", "starts", "words")

    def __init__(self, words: str) -> None:
        found = _MACHINE.find_matches_as_indexes(words)
        self.words = words
        self.starts = [start for _, start, _ in found]
        self.ends = [end for _, _, end in found]
        self.kinds = [_KINDS[index] for index, _, _ in found]

    def range(self, start: int, end: int) -> range:
        """The indexes of the signs that begin in ``start`` <= place < ``end``."""
        first = bisect_left(self.starts, start)
        return range(first, bisect_left(self.starts, end, first))

    def kinds_in(self, start: int, end: int) -> list[str]:
        """The kinds of the signs of a stretch, in order."""
        first = bisect_left(self.starts, start)
        return self.kinds[first : bisect_left(self.starts, end, first)]

    def first(self, kinds: Iterable[str], start: int, end: int) -> int | None:
        """The index of the first sign of these kinds in a stretch."""
        for index in range(bisect_left(self.starts, start), len(self.starts)):
            if self.starts[index] >= end:
                return None
            if self.kinds[index] in kinds:
                return index
        return None

    def at(self, position: int) -> int | None:
        """The index of the sign that begins right here."""
        index = bisect_left(self.starts, position)
        return index if index < len(self.starts) and self.starts[index] == position else None
