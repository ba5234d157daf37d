"""Reading: the one deadline that a text is asked about."""

from __future__ import annotations

import re
from datetime import date

from yiding.dates.model import NO_DEADLINE, Deadline
from yiding.dates.resolve import deadline_of
from yiding.dates.scan import TimeWord, scan

WEIGHTS = {"by": 4, "within": 4, "span": 4, "recurring": 3, "event": 2, "vague": 1, "none": 0}
LATEST = ("最迟", "最晚", "至迟", "不迟于", "不晚于")
ACT = re.compile(r"\s*(?:$|[，,。；;、]|前|完成|建成|实现|达到|落实|开工|动工|竣工|完工|投用|投产|启动|印发|出台|全面|基本|力争)")
SOME_EVENT = re.compile(r"[一-龥](?<![以之此目当提日从])(?:前|后)(?=$|[，,。；;、]|完成|报|提|送|形成|出台|印发)")


def read_deadline(text: str, held_on: date | None, place: str | None = None) -> Deadline:
    """The deadline of ``text``, all of which is asked about; kind none where there is none.

    Of several the first full one is read, or the one that 最迟 marks.
    """
    words = [word for word in scan(text) if _is_asked(word, text)]
    answers = [deadline_of(word, held_on, place) for word in words]
    if not answers:
        return _some_event(text)
    weights = [
        WEIGHTS[answer.kind] * 2 + word.is_explicit + _is_latest(word, text) * 10
        for word, answer in zip(words, answers, strict=True)
    ]
    return answers[weights.index(max(weights))]


# trap: 2025年度工作要点 names a year, not an end
def _is_asked(word: TimeWord, text: str) -> bool:
    if word.kind != "year" or word.is_explicit:
        return True
    return not word.text.endswith("度") and ACT.match(text, word.span[1]) is not None


def _is_latest(word: TimeWord, text: str) -> bool:
    return text.endswith(LATEST, 0, word.span[0]) or text[: word.span[0]].rstrip("于在").endswith(LATEST)


def _some_event(text: str) -> Deadline:
    found = SOME_EVENT.search(text)
    if found is None:
        return Deadline(NO_DEADLINE.kind, text or None)
    words = text[: found.end()]
    return Deadline(
        "event", words, rule="before-event", warning="以另一事项为限，事项发生之日未定。", span=(0, found.end())
    )
