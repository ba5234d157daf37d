"""Events a deadline may hang on: 开工前, 下次会议前, 会后.

前 and 后 are rare in a text and quickly found; what may stand before them is neither.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from yiding.dates.timeword import TimeWord
from yiding.dates.words import WORDS

MEETING_OVER = ("会议结束", "会议", "散会", "会")
NOT_BEFORE = ("后", "期", "往", "来", "去", "景", "沿", "述", "列", "移", "置")
NOT_AFTER = ("勤", "台")


def _by_last_character(words: Iterable[str]) -> dict[str, tuple[str, ...]]:
    table: defaultdict[str, list[str]] = defaultdict(list)
    for word in sorted(words, key=len, reverse=True):
        table[word[-1]].append(word)
    return {last: tuple(ending) for last, ending in table.items()}


EVENTS = _by_last_character(WORDS.events_before)
MEETINGS = _by_last_character(MEETING_OVER)


def events_in(text: str, start: int, stop: int) -> list[TimeWord]:
    """Every 开工前, 验收之前, 会后 of ``text[start:stop]``."""
    found = []
    for place in _places(text, "前", start, stop):
        end = place - (text[place - 1 : place] in ("之", "以"))
        word = _ending(EVENTS, text, start, end)
        if word and not text.startswith(NOT_BEFORE, place + 1, stop):
            found.append(_event(text, end - len(word), place + 1, "event", word))
    for place in _places(text, "后", start, stop):
        word = _ending(MEETINGS, text, start, place)
        if word and not text.startswith(NOT_AFTER, place + 1, stop):
            found.append(_event(text, place - len(word), place + 1, "after-meeting", word))
    return found


def _places(text: str, mark: str, start: int, stop: int) -> Iterator[int]:
    place = text.find(mark, start, stop)
    while place >= 0:
        yield place
        place = text.find(mark, place + 1, stop)


# trap: 会议召开前 is one event, not 召开前: the longest word wins
def _ending(table: dict[str, tuple[str, ...]], text: str, start: int, end: int) -> str | None:
    for word in table.get(text[end - 1 : end], ()):
        if text.endswith(word, start, end):
            return word
    return None


def _event(text: str, start: int, end: int, kind: str, word: str) -> TimeWord:
    return TimeWord((start, end), text[start:end], kind, {"event": word}, kind == "event")
