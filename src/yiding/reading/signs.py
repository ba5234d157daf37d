"""Signs: where the words of the grammar stand, found in one pass over the masked text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from yiding.reading.lexicon import WORDS
from yiding.reading.phrases import DIGIT

if TYPE_CHECKING:
    from collections.abc import Iterator

# The kind of a sign is one letter, so that the kinds of a run of text are a string.
MUST, STRIVE, NEED, SHOULD, ENSURE = "mvnse"
COMMISSION, ROLE, WITH, AGREE, TRAP = "crwgx"
ISSUE, DELIVER, REPORT, SUBMIT = "idtu"
HARD, SOFT = "hf"
SHOWABLE = ISSUE + DELIVER + REPORT + SUBMIT
VERBS = SHOWABLE + HARD + SOFT + ROLE
MODALS = MUST + STRIVE + NEED + SHOULD + ENSURE
SHOWN, FIRM = frozenset(SHOWABLE), frozenset(MODALS)
# In the marks of a text: where a sign of these kinds begins.
MODAL_AT, VERB_AT, SHOWN_AT = (re.compile(f"[{kinds}]") for kinds in (MODALS, VERBS, SHOWABLE))

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
_KINDS = "".join(_VOCABULARY.values()).encode()
_MACHINE = AhoCorasick(
    list(_VOCABULARY),
    implementation=Implementation.ContiguousNFA,
    matchkind=MatchKind.LeftmostLongest,
)
# 1,000 and 9:05 hold no end of a clause
_IN_NUMBER = re.compile(f"，(?<={DIGIT}，)(?={DIGIT})")
_BLANK, _EMPTY = " \u3000", "， \u3000"
# Where it starts, where it ends, and the kinds of the signs in it.
Run = tuple[int, int, str]


class Signs:
    """The signs of a text: ``marks`` has, where one begins, the letter of its kind, else a blank.

    ``ends`` tells where the sign that begins at a place ends.
    """

    __slots__ = ("_kinds", "_paced", "_pauses", "ends", "marks", "words")

    def __init__(self, words: str) -> None:
        marks = bytearray(b" ") * len(words)
        ends: dict[int, int] = {}
        for word, start, end in _MACHINE.find_matches_as_indexes(words):
            marks[start] = _KINDS[word]
            ends[start] = end
        self.words = words
        self.marks = marks.decode()
        self._kinds = bytes(marks)
        self.ends = ends
        self._pauses = _pauses(words)
        _set(marks, self._pauses, "，", ord(","))
        _set(marks, self._pauses, "。", ord("."))
        self._paced = bytes(marks)

    def kinds_in(self, start: int, end: int) -> str:
        """The kinds of the signs that begin in ``start`` <= place < ``end``, in order."""
        return self._kinds[start:end].translate(None, b" ").decode()

    def sentences(self, start: int, end: int) -> Iterator[Run]:
        """The sentences of a run of text, without their marks; commas part the kinds by clause."""
        paced = self._paced[start:end].translate(None, b" ").decode().split(".")
        for sentence, kinds in zip(self._pauses[start:end].split("。"), paced, strict=True):
            stop = start + len(sentence)
            if sentence and (sentence[0] not in _EMPTY or sentence.strip(_EMPTY)):
                yield start, stop, kinds
            start = stop + 1

    def clauses(self, sentence: Run) -> list[Run]:
        """The clauses of a sentence, without their marks and the blanks before them."""
        start, end, paced = sentence
        found: list[Run] = []
        for clause, kinds in zip(
            self._pauses[start:end].split("，"), paced.split(","), strict=True
        ):
            stop = start + len(clause)
            if clause[:1] not in _BLANK:
                found.append((start, stop, kinds))
            elif clause := clause.lstrip(_BLANK):
                found.append((stop - len(clause), stop, kinds))
            start = stop + 1
        return found


def _pauses(words: str) -> str:
    """The text with one mark at the end of every clause, and one at that of every sentence."""
    for mark in "！？；\n":
        words = words.replace(mark, "。")
    words = words.replace("：", "，")
    return _IN_NUMBER.sub("·", words)


def _set(marks: bytearray, pauses: str, pause: str, letter: int) -> None:
    """Write a letter into the marks wherever the text has a pause."""
    place = pauses.find(pause)
    while place >= 0:
        marks[place] = letter
        place = pauses.find(pause, place + 1)
