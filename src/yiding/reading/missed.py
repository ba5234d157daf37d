"""Missed: sentences of which nothing was made and that a person must look at 未读."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from yiding.reading.bearers import bearers_at
from yiding.reading.clauses import after_lead_in
from yiding.reading.signs import COMMISSION, MUST, NEED, SHOULD

if TYPE_CHECKING:
    from yiding.reading.drafts import Flow
    from yiding.reading.signs import Run

_ASKING = frozenset(NEED + MUST + SHOULD + COMMISSION)
# What tells of what was, is or is hoped for asks nobody.
_TELLS = re.compile(
    "[了已曾是]|问题|汇报|肯定|遭遇|取得|不足|困难|存在|由于|因|预计|希望|建议|介绍|指出|主持|出席|列席|参加"
    "|[.](?:docx?|pdf|xlsx?|zip)|提高到|调整为|先后|另行|担任|任组长|起(?:执行|施行|实施)"
)
# Hardly a sentence of these papers lacks all of these.
_COMMON = re.compile(
    "[\\d的了是在和有为与及、要对将等以会市县区全镇乡村这说来年议下到不总]|编辑|来源|记者|[.](?:docx?|pdf|xlsx?|zip)"
)
_SHORTEST = 12
# How much at least a body is said to do.
_SHORTEST_ACT = 4


def asks(sentence: Run, flow: Flow) -> bool:
    """由所在县政府限期关停; 10月中旬前全部竣工; 县气象局…: it tells who is to act, or by when."""
    start, end, kinds = sentence
    if flow.is_background or _TELLS.search(flow.words, start, end):
        return False
    if not _ASKING.isdisjoint(kinds) or any(time.is_explicit for time in flow.times):
        return True
    named = bearers_at(flow.words, after_lead_in(flow.words, start, end), end)
    return named is not None and not named.is_nobody and end - named.end >= _SHORTEST_ACT


def is_unknown(words: str, start: int, end: int) -> bool:
    """Whether a sentence without a sign holds no word that one knows at all."""
    return end - start > _SHORTEST and not _COMMON.search(words, start, end)
