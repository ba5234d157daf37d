"""Verdicts: what was decided on the subject of an item 议定结论."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from yiding.reading.lexicon import alternation
from yiding.reading.model import Decision

if TYPE_CHECKING:
    from yiding.reading.model import Outcome
    from yiding.reading.section import Section
    from yiding.reading.sheet import Sheet
    from yiding.text import Span

_NOT_ASKED = "(?<![经报请得获须需应待])(?<!征得)(?<!未经)"
# 审议并通过《…》; 会议经研究同意…; …，一致同意; 审议通过了
# trap: 县政府常务会议审定…以来; 审议通过后; 审定，方可
_APPROVED = (
    f"{_NOT_ASKED}(?:"
    "(?:审议|讨论|研究|一致|表决|审定)(?:并)?(?:一致)?(?:通过|同意|批准)"
    "|(?:(?<![一-鿿])|(?<=[本这]次))会议(?:一致|研究|经研究|经讨论|经审议|讨论|审议|并|还)*"
    "(?:同意|通过|批准|审定)"
    "|(?<=[，。；：\n）、.\\s])(?:一致|予以)*(?:同意|批准)"
    "|予以(?:同意|通过|批准)|通过了|(?<![原则])通过(?=《)|审定了|审定通过|审定(?=《)"
    ")(?!后|之后|，方可|的)"
)


# An outcome and the words that give it.
_VERDICTS: tuple[tuple[Outcome, re.Pattern[str]], ...] = (
    ("rejected", re.compile(f"(?<!暂)(?:{alternation('verdict_rejected')})")),
    ("approved_in_principle", re.compile(f"(?:{alternation('verdict_in_principle')})")),
    ("approved", re.compile(_APPROVED)),
    (
        "deferred",
        re.compile(
            "(?:下次[^，。；]{0,10}再议|待下次[^，。；]{0,6}会议|再次?(?:提请|提交)[^，。；]{2,8}会议(?:审议|研究|讨论)"
            f"|{alternation('verdict_deferred')})(?!征收|收取)"
        ),
    ),
)
# 同意 通过 批准 审定 赞成 认可, 不予 未予 否决, 暂 缓 再 另 退回 搁置 延期 待条件…: every verdict
# holds one of these and the patterns are asked only around them; ``re`` is quick on a first class
_TELL = re.compile(
    "[同通批审赞认不未否退搁延待暂缓再另](?:[意过准定成可予获通决回置期作条]|(?<=[暂缓再另]))"
)
_AROUND = 16
# 提请县委常委会审议通过; 报市政府批准: what another body is asked for is no verdict here
_ASKED_FOR = re.compile(
    "提请|报请|呈报|报经|经[市县区省旗州镇][^，。]{2,12}$|(?<![汇申])报(?![告道表送])[^，。]{0,16}$"
)
_DECIDED = re.compile(
    f"(?:{alternation('verdict_decided')})|会议(?:研究|讨论|商议|一致)*(?:议定|明确|决定|确定)"
    "|(?:议定|决定|明确)(?:如下)?事项|经(?:会议)?研究[，]?(?:决定|明确|确定|形成[^，。]{0,6}(?:意见|决定|决议|共识))|(?<=[，；。])(?:决定|议定)(?=[^，。])"
)
_OF_THE_ITEM = re.compile("会议|审议|议题|上会|再议|议案|缓议")
_CLAUSE_END = re.compile("[，。；：\n]")
_HEARS = re.compile("会议[^，。]{0,4}听取")
_TITLE = re.compile("《([^《》]*)》")


def decisions_of(sheet: Sheet, words: str, section: Section) -> list[tuple[Decision, Span]]:
    """The decisions of an item, each with its place in the sheet."""
    found: dict[Outcome, Span] = {}
    for start, end in _places(section):
        for tell in _TELL.finditer(words, start, end):
            _hear(words, start, end, tell, found)
    _settle(words, found)
    if [*found] == ["deferred"] and _is_of_a_part(words, section, *found["deferred"]):
        found.clear()
    placed = found or _without_verdict(words, section)
    return [
        (Decision(outcome, _object(sheet, words, span, section), sheet.span(*span)), span)
        for outcome, span in sorted(placed.items(), key=lambda pair: pair[1])
    ]


def _hear(
    words: str, start: int, end: int, tell: re.Match[str], found: dict[Outcome, Span]
) -> None:
    """Add the verdicts whose words hold this tell, unless another body is asked for them."""
    first = max(start, tell.start() - _AROUND)
    last = min(end, tell.end() + _AROUND)
    for outcome, pattern in _VERDICTS:
        if outcome in found or (outcome == "approved" and "approved_in_principle" in found):
            continue  # of the two the weaker is kept
        match = pattern.search(words, first, last)
        if match and match.start() <= tell.start() < match.end():
            left = _clause_start(words, start, match.start() + 1)
            if not _ASKED_FOR.search(words, left, match.start()):
                right = _CLAUSE_END.search(words, match.end(), end)
                found[outcome] = (left, right.start() if right else end)


def _places(section: Section) -> list[Span]:
    heading = [section.title] if section.title and section.heading else []
    return [*heading, *((stretch.start, stretch.end) for stretch in section.stretches)]


def _clause_start(words: str, start: int, end: int) -> int:
    left = max(start, 1 + max(words.rfind(mark, start, end) for mark in "，。；：\n"))
    return end - len(words[left:end].lstrip())


def _settle(words: str, found: dict[Outcome, Span]) -> None:
    """Of two verdicts the weaker is kept; 暂缓 inside what was agreed is no deferral."""
    if "approved_in_principle" in found:
        found.pop("approved", None)
    if "rejected" in found and found.get("approved", (0, 0))[0] == found["rejected"][0]:
        found.pop("approved", None)
    span = found.get("deferred")
    is_settled = len(found) > 1
    if span and is_settled and ("rejected" in found or not _OF_THE_ITEM.search(words, *span)):
        del found["deferred"]  # 不予同意，修改后再次提请…会议审议


def _is_of_a_part(words: str, section: Section, start: int, end: int) -> bool:
    """二期待一期验收后另行研究, where 会议议定 gives the rest: the item is not deferred."""
    if _OF_THE_ITEM.search(words, start, end):
        return False
    sentence = words.rfind("。", section.start, start) + 1
    return any(
        _DECIDED.search(words, stretch.start, min(stretch.end, sentence))
        for stretch in section.stretches
    )


def _without_verdict(words: str, section: Section) -> dict[Outcome, Span]:
    """No verdict: decided where 会议明确 / 议定 / 决定 follows, else heard or discussed."""
    for stretch in section.stretches:
        for match in _DECIDED.finditer(words, stretch.start, stretch.end):
            left = _clause_start(words, stretch.start, match.start())
            if not _ASKED_FOR.search(words, left, match.start()):
                return {"decided": match.span()}
    where = section.title
    if where is None or where[0] < section.start:  # the agenda of a form names it
        where = (section.start, min(section.end, section.start + 8))
    if section.handed:
        return {"decided": where}
    first = section.stretches[0] if section.stretches else None
    if section.mode == "听取" or (first and _HEARS.match(words, first.start, first.end)):
        return {"heard": where}
    return {"discussed": where} if section.mode == "讨论" else {}


def _object(sheet: Sheet, words: str, span: Span, section: Section) -> str | None:
    title = _TITLE.search(words, *span)
    if title:
        return sheet.words(*title.span(1))
    return section.subjects[0].title if section.subjects else None
