"""Verdicts: what was decided on the subject of an item 议定结论."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from yiding.reading.lexicon import alternation
from yiding.reading.model import Decision

if TYPE_CHECKING:
    from yiding.reading.items import Section
    from yiding.reading.model import Outcome
    from yiding.reading.sheet import Sheet
    from yiding.text import Span

_NOT_ASKED = "(?<![经报请得获须需应待])(?<!征得)(?<!未经)"
_PATTERNS: tuple[tuple[Outcome, re.Pattern[str]], ...] = (
    ("rejected", re.compile(f"(?:{alternation('verdict_rejected')})")),
    ("approved_in_principle", re.compile(f"(?:{alternation('verdict_in_principle')})")),
    (
        "approved",
        re.compile(
            f"{_NOT_ASKED}(?:(?:审议|讨论|研究|一致|表决|审定)(?:并)?(?:一致)?(?:通过|同意|批准)|会议(?:一致|研究|经研究|经讨论|经审议|讨论|审议|并|还)*(?:同意|通过|批准|审定)"
            "|(?<=[，。；：\n）、])(?:一致|予以)*(?:同意|批准)|^(?:同意|通过|批准)|予以(?:同意|通过|批准)|通过了|(?<![原则])通过(?=《)|(?<![务题公席])会议审定(?![^，。]{0,20}以来)|审定了|审定通过|审定(?=《))(?!后|之后|，方可|的)"
        ),
    ),
    ("deferred", re.compile(f"(?:{alternation('verdict_deferred')})(?!征收|收取)")),
)
# One of these characters stands in every verdict: 同意 通过 批准 审定 赞成 认可 暂 缓 再 退 另 延 否 不予
_DECIDING = re.compile("同意|通过|批准|审定|赞成|认可|暂|缓|再|退回|另行|延期|否决|不予|未[予获通]|不作|不支持|待条件")
_DECIDED = re.compile(f"(?:{alternation('verdict_decided')})|会议(?:议定|明确|决定|确定)|经(?:会议)?研究[，]?(?:决定|明确|确定)")
_CLAUSE_START = re.compile("[，。；：\n]")


def decisions_of(sheet: Sheet, words: str, section: Section) -> list[tuple[Decision, Span]]:
    """The decisions of an item, each with its place in the sheet."""
    found: dict[Outcome, Span] = {}
    for stretch in [*_heading(section), *((s.start, s.end) for s in section.stretches)]:
        if not _DECIDING.search(words, *stretch):
            continue
        for outcome, pattern in _PATTERNS:
            if outcome not in found and (match := pattern.search(words, *stretch)):
                found[outcome] = _clause(words, match, *stretch)
    if "approved_in_principle" in found:
        found.pop("approved", None)
    if "rejected" in found and found.get("approved", (0, 0))[0] == found["rejected"][0]:
        found.pop("approved", None)
    if "approved" in found or "approved_in_principle" in found:
        _drop_weak_deferral(words, found)
    if not found:
        found = _without_verdict(words, section)
    return [
        (Decision(outcome, _object(sheet, words, span, section), sheet.span(*span)), span)
        for outcome, span in sorted(found.items(), key=lambda pair: pair[1])
    ]


def _heading(section: Section) -> list[Span]:
    return [section.title] if section.title and section.heading else []


def _drop_weak_deferral(words: str, found: dict[Outcome, Span]) -> None:
    """A 暂缓 inside an approved item is part of what was agreed unless it speaks of the item."""
    span = found.get("deferred")
    if span and not re.search("会议|审议|议题|上会|再议", words[span[0] : span[1]]):
        found.pop("deferred")


def _clause(words: str, match: re.Match[str], start: int, end: int) -> Span:
    left = max((words.rfind(mark, start, match.start() + 1) for mark in "，。；：\n"), default=-1) + 1
    right = _CLAUSE_START.search(words, match.end(), end)
    return max(left, start), right.start() if right else end


def _without_verdict(words: str, section: Section) -> dict[Outcome, Span]:
    """No verdict: decided where 会议明确 / 议定 / 决定 follows, else heard or discussed."""
    for stretch in section.stretches:
        match = _DECIDED.search(words, stretch.start, stretch.end)
        if match:
            return {"decided": (match.start(), match.end())}
    where = section.title or (section.start, min(section.end, section.start + 8))
    if section.mode == "听取" or _hears(words, section):
        return {"heard": where}
    return {"discussed": where} if section.mode == "讨论" else {}


def _hears(words: str, section: Section) -> bool:
    first = section.stretches[0] if section.stretches else None
    return bool(first and re.match("会议[^，。]{0,4}听取", words[first.start : first.start + 10]))


def _object(sheet: Sheet, words: str, span: Span, section: Section) -> str | None:
    title = re.search("《[^《》]*》", words[span[0] : span[1]])
    if title:
        return sheet.words(span[0] + title.start() + 1, span[0] + title.end() - 1)
    return section.subjects[0].title if section.subjects else None
