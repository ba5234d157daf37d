"""Signs: where the words of the grammar stand, found in one pass over the masked text."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from yiding.reading.lexicon import WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator

# The kind of a sign is one letter, so that the kinds of a stretch are a string.
MUST, STRIVE, NEED, SHOULD, ENSURE = "mvnse"
COMMISSION, ROLE, WITH, AGREE, TRAP = "crwgx"
ISSUE, DELIVER, REPORT, SUBMIT = "idtu"
HARD, SOFT = "hf"
SHOWABLE = ISSUE + DELIVER + REPORT + SUBMIT
VERBS = SHOWABLE + HARD + SOFT + ROLE
MODALS = MUST + STRIVE + NEED + SHOULD + ENSURE

# Where a word is in two classes the earlier one here decides.
_CLASSES = {
    "sign_must": MUST,
    "sign_strive": STRIVE,
    "sign_need": NEED,
    "sign_should": SHOULD,
    "sign_ensure": ENSURE,
    "sign_commission": COMMISSION,
    "sign_role": ROLE,
    "sign_with": WITH,
    "sign_agree": AGREE,
    "act_issue": ISSUE,
    "act_deliver": DELIVER,
    "act_report": REPORT,
    "act_submit": SUBMIT,
    "exhort_hard": HARD,
    "exhort_soft": SOFT,
    "sign_trap": TRAP,
}


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
_STOP = re.compile("[，：。！？；\n]")


class Stretch(NamedTuple):
    """A run of text and the indexes of the signs that begin in it."""

    start: int
    end: int
    first: int
    last: int


class Signs:
    """The signs of a text in order: ``starts``, ``ends`` and ``kinds`` side by side."""

    __slots__ = ("ends", "kinds", "starts", "stops", "words")

    def __init__(self, words: str) -> None:
        found = _MACHINE.find_matches_as_indexes(words)
        self.words = words
        self.starts = [start for _, start, _ in found]
        self.ends = [end for _, _, end in found]
        self.kinds = "".join([_KINDS[index] for index, _, _ in found])
        self.stops = [match.start() for match in _STOP.finditer(words)]

    def kinds_in(self, start: int, end: int) -> str:
        """The kinds of the signs that begin in ``start`` <= place < ``end``."""
        first = bisect_left(self.starts, start)
        return self.kinds[first : bisect_left(self.starts, end, first)]

    def first(self, kinds: str, stretch: Stretch, position: int) -> int:
        """The index of the first sign of these kinds from ``position`` on, or -1."""
        for index in range(stretch.first, stretch.last):
            if self.kinds[index] in kinds and self.starts[index] >= position:
                return index
        return -1

    def stretch(self, start: int, end: int) -> Stretch:
        """The signs of a run of text."""
        first = bisect_left(self.starts, start)
        return Stretch(start, end, first, bisect_left(self.starts, end, first))

    def sentences(self, start: int, end: int) -> Iterator[tuple[Stretch, list[Stretch]]]:
        """The sentences of a run, without their marks, each with its clauses."""
        sign = opening_sign = bisect_left(self.starts, start)
        begin = position = start
        clauses: list[Stretch] = []
        for stop in [
            *self.stops[bisect_left(self.stops, start) : bisect_left(self.stops, end)],
            end,
        ]:
            mark = self.words[stop] if stop < end else "\n"
            inside = mark in "，："
            if inside and _in_number(self.words, stop):
                continue  # 1,000 and 9:05
            while position < stop and self.words[position] in " \u3000":
                position += 1
            if stop > position:
                following = bisect_left(self.starts, stop, sign)
                clauses.append(Stretch(position, stop, sign, following))
                sign = following
            position = stop + 1
            if not inside:
                if clauses:
                    yield Stretch(begin, stop, opening_sign, sign), clauses
                begin, clauses, opening_sign = position, [], sign


def _in_number(words: str, stop: int) -> bool:
    """1,000 and 9:05 hold no end of a clause."""
    return words[stop - 1 : stop].isdigit() and words[stop + 1 : stop + 2].isdigit()
