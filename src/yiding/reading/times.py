"""The times of a text, found again by where they stand."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yiding.dates import TimeWord


class Times:
    """The words of time of one text, in order."""

    __slots__ = ("_starts", "_times")

    def __init__(self, times: Sequence[TimeWord]) -> None:
        self._times = times
        self._starts = [time.span[0] for time in times]

    def within(self, start: int, end: int) -> Sequence[TimeWord]:
        """Those that begin at ``start`` <= place < ``end``, in order."""
        first = bisect_left(self._starts, start)
        return self._times[first : bisect_left(self._starts, end, first)]
