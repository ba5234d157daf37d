"""Cutting: where one clause holds several duties 一句数事."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from yiding.reading import phrases

if TYPE_CHECKING:
    from yiding.reading.drafts import Flow
    from yiding.reading.signs import Run, Signs

_JOINED = re.compile("[、并再]?[于在]?$")
_SEVERAL = re.compile("、(?=[^、，。（）]{2,14}(?<!具体)负责[^，、。]{2})")
# 由县民政局造册、县财政局于春节前发放; trap: 由县民政局、县财政局于春节前发放
_IN_TURN = re.compile(
    f"(?<!{phrases.BODY_LAST.pattern})、(?=[市县区州旗镇乡][^、，。；]{{1,9}}"
    "(?:局|委|办|公司|中心|政府|管委会)(?:于|在)(?:\\d|[本今明春元国五端中]))"
)


def cuts_of(flow: Flow, start: int, end: int) -> list[int]:
    """Where one clause holds several duties: 6月底前开工、12月底前完工；X负责A、Y负责B."""
    words, cuts = flow.words, []
    inside = [time for time in flow.times if time.is_explicit] if len(flow.times) > 1 else []
    for before, time in pairwise(inside):
        gap = words[before.span[1] : time.span[0]]
        joined = _JOINED.search(gap)
        if len(gap) > 2 and joined and joined.group() and "，" not in gap and "（" not in gap:
            cuts.append(time.span[0] - len(joined.group().lstrip("、")))
    if words.count("负责", start, end) > 1:
        cuts += [
            match.start() + 1
            for match in _SEVERAL.finditer(words, start, end)
            if words.find("负责", start, match.start()) >= 0
        ]
    if words.find("、", start, end) >= 0:
        cuts += [match.start() + 1 for match in _IN_TURN.finditer(words, start, end)]
    return sorted(cuts)


def apart(signs: Signs, clauses: list[Run], cuts: list[int]) -> list[Run]:
    """The clauses, cut apart at these places."""
    if not cuts:
        return clauses
    found: list[Run] = []
    for begin, stop, _ in clauses:
        edges = [begin, *(cut for cut in cuts if begin < cut < stop), stop]
        for left, right in pairwise(edges):
            end = right - (signs.words[right - 1] == "、")
            found.append((left, end, signs.kinds_in(left, end)))
    return found
