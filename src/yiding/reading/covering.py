"""A term for what stands above it (以上工作于11月底前完成) or below (第一阶段（4月底前）：)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from yiding.dates import parse_number, scan

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yiding.dates import TimeWord

_OPENS = ("以上", "上述", "这", "除", "未")
_NUMBER = "[\\d一二两三四五六七八九十]+"
# 以上任务除已明确时限的外，均于…; 以上第3、4项工作于…; 这两项于…
_WHAT = re.compile(
    "(?:除[^，。；]{2,16}外，?|(?=未[^，。；]{2,10}的))?(?:以上|上述|这|(?<=外，)|(?=未))"
    f"(?P<listed>第{_NUMBER}(?:[、和]第?{_NUMBER})+[项条点])?"
    f"(?:(?P<count>{_NUMBER})(?:[项件条点]|个方面))?"
    "(?:各项|所有|全部)?(?:工作|任务|事项|事情?|内容|措施|要求|项目)?"
    "(?:[^，。；]{0,3}(?:未|没有)[^，。；]{2,10}的(?:工作|任务|事项)?)?(?:，?除[^，。；]{2,16}外)?，?"
    "(?:由各?(?:责任|牵头|有关|相关)(?:单位|部门))?(?:均|都|全部|一律|务必|必须|应当?|须|要|需)*[于在]?"
)
_ENDS = re.compile(
    "之?前?(?:全部|全面|按期|如期|务必|一并|都|均)*"
    "(?:完成|办结|办完|办妥|落实|到位|完毕)(?:到位|完毕)?"
)

# 11月底前：, 第一阶段（3月1日至3月20日）：, （一）摸底阶段（4月底前）, 第一阶段：登记（7月15日前）
_STAGE = re.compile(
    f"(?:（{_NUMBER}）)?(?:第{_NUMBER}(?:个)?阶段(?:[：:、 \u3000]?[^，。；：（]{{2,12}})?"
    "|[^，。；：（]{2,10}阶段)?[（]?"
)
_STAGE_ENDS = re.compile("[）]?(?P<mark>：|$)")
_LONGEST_LABEL = 40


class Term(NamedTuple):
    """A term, where the sentence that gives it stands, and for how many points above it."""

    start: int
    time: TimeWord
    points: int | None


def term_of_all(words: str, start: int, end: int, times: Sequence[TimeWord]) -> Term | None:
    """The term that a sentence gives to what stands above it and says no more, or None."""
    if not times or not words.startswith(_OPENS, start):
        return None
    time = times[0]
    what = _WHAT.fullmatch(words, start, time.span[0])
    if what is None or not _ENDS.fullmatch(words, time.span[1], end):
        return None
    if what["listed"]:
        return Term(start, time, len(re.findall(_NUMBER, what["listed"])))
    count = parse_number(what["count"]) if what["count"] else None
    return Term(start, time, count) if count or words[start] != "这" else None


def term_of_stage(flat: str, start: int, end: int) -> tuple[TimeWord, int] | None:
    """The term that opens a paragraph as the label of all in it, and where the label ends."""
    near = min(end, start + _LONGEST_LABEL)
    if near < end and flat.find("：", start, near) < 0:
        return None
    time = next(iter(scan(flat, start, near)), None)
    if time is None or not _STAGE.fullmatch(flat, start, time.span[0]):
        return None
    ends = _STAGE_ENDS.match(flat, time.span[1], end)
    return (time, ends.end()) if ends else None
