"""The times of a text, found again by where they stand."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yiding.dates import TimeWord


# 今年改造的70座公厕: which, and not by when
_YEARS = frozenset({"今年", "明年", "本年度", "今年度"})
# 对2018年底以前制发的文件，由区司法局…
_OBJECT = re.compile("[^，。；]{0,30}?的[^，。；]{1,16}，(?:由|责成|请)")
_NEAR = 20
_RATE = re.compile("(?:不低于|不少于|不超过|约|补助|补贴)?[\\d.]+[万千百]?元")
_WHICH = re.compile("[^，。；要将须应需由]{1,8}的(?=[^，。；])")


def _tells_which(time: TimeWord, words: str) -> bool:
    if _OBJECT.match(words, time.span[1]):
        near = max(0, time.span[0] - _NEAR)
        start = max(words.rfind(mark, near, time.span[0]) for mark in "，。；：\n") + 1
        if words.startswith(("对", "凡"), start):
            return True
    if time.text.endswith(("以前", "之前")) and words.startswith("的", time.span[1]):
        return True  # 1995年以前的登记簿
    if time.text not in _YEARS:
        return False
    return words.startswith(("入", "以来"), time.span[1]) or bool(_WHICH.match(words, time.span[1]))


def _is_rate(time: TimeWord, words: str) -> bool:
    """误工补贴每人每天20元: so much a day."""
    return time.is_cadence and _RATE.match(words, time.span[1]) is not None


class Times:
    """The words of time of one text, in order."""

    __slots__ = ("_starts", "_times")

    def __init__(self, times: Sequence[TimeWord], words: str) -> None:
        times = [time for time in times if not (_tells_which(time, words) or _is_rate(time, words))]
        self._times = times
        self._starts = [time.span[0] for time in times]

    def within(self, start: int, end: int) -> Sequence[TimeWord]:
        """Those that begin at ``start`` <= place < ``end``, in order."""
        first = bisect_left(self._starts, start)
        return self._times[first : bisect_left(self._starts, end, first)]
