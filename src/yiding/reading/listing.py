"""Lists: what one body is to do, counted out behind a colon or in the paragraphs below 分项任务."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from yiding.reading import phrases
from yiding.reading.bearers import bearers_at
from yiding.reading.clauses import after_lead_in, clause_of
from yiding.reading.drafts import Draft

if TYPE_CHECKING:
    from yiding.reading.bearers import Bearers
    from yiding.reading.section import Stretch
    from yiding.reading.signs import Run, Signs
    from yiding.text import Span

# The numbers of paragraphs, the outer before the inner.
RANK = {"one": 1, "two": 2, "three": 3, "four": 4}
# 要做好以下工作, 牵头抓好三件事, 的主要任务是, 重点任务
_TASKS = re.compile(
    "(?:以下|下列|如下|[几两二三四五六七八九十\\d]+(?:个?方面|[项件点条]))的?"
    "(?:(?:具体|重点|主要)?(?:工作|任务|事项|事情?|职责|要求)|[^，。]{0,2}$)"
    "|(?:工作|任务|职责|事项)(?:是|为|如下|包括)?$|(?:做好|抓好|完成|落实)$"
)
# What a body has said or done is no task of its own.
_SAID = re.compile("汇报|介绍|通报|反映|提出|指出|表示|存在|问题|发现|了(?!解)|已")
# 1. and 1、 count a list
_DOT = f"[.、．]{phrases.NO_DECIMAL}"
# 一是 1. （1） ①: the first of a list, behind a mark
_FIRST = re.compile(f"[：。；，](?:一[是要](?!求)|1{_DOT}|（[1一]）|①|第一[，、]|首先)")
_COUNT = re.compile(
    f"[一二三四五六七八九十]{{1,2}}[是要](?!求)|\\d{{1,2}}{_DOT}|（[\\d一二三四五六七八九十]{{1,2}}）"
    "|[①-⑳]|第[一二三四五六七八九十][，、]|其次|再次|最后"
)
_LONGEST_NAME, _LONGEST_NAMES, _SHORTEST_ACT = 16, 30, 5
# 需市交通局落实的事项, 由市住建局牵头解决的问题, 市规划局的任务是
_BY = re.compile("(?:需要?|应|须)?[由请]?")
_ITS_PART = re.compile(
    "(?:(?:牵头|负责|落实|解决|办理|承担|协调|完成|抓好)+的?|的)(?:具体|主要|重点)?"
    "(?:事项|工作|任务|职责|问题|内容)(?:如下|有|是|为|包括)?$"
)
_TURNS = ("会议", "关于", "下一步", "此外", "另外", "最后", "与会")
_COUNT_FIRST = frozenset("一二三四五六七八九十0123456789（①②③④⑤⑥⑦⑧⑨⑩第其再最")


def counts(words: str, start: int) -> bool:
    """Whether a sentence begins with the number of one of a list."""
    return words[start] in _COUNT_FIRST and _COUNT.match(words, start) is not None


def list_opened(signs: Signs, start: int, end: int) -> Draft | None:
    """The body for which a sentence opens a list: 市水利局要做好以下工作：一是…, or None."""
    first = _FIRST.search(signs.words, start, min(end + 8, len(signs.words)))
    if first is None or first.start() > end:
        return None
    end = first.start()
    return _part_of(signs, start, end) or _body_before(signs, start, end)


def body_alone(signs: Signs, start: int, end: int) -> Draft | None:
    """The body whose name is all that a sentence says: 市发改委。负责…, or None."""
    if end - start > _LONGEST_NAME or signs.words[end : end + 1] != "。":
        return None
    return _named_by(signs, start, end)


def _body_before(signs: Signs, start: int, end: int) -> Draft | None:
    """The body that is given something to do at the end of these words, or None."""
    clauses = [clause for run in signs.sentences(start, end) for clause in signs.clauses(run)]
    for clause in reversed(clauses):
        if draft := _given(signs, clause, end):
            return draft
        if _SAID.search(signs.words, clause[0], clause[1]):
            break
    return None


def _given(signs: Signs, run: Run, end: int) -> Draft | None:
    words, (start, stop, kinds) = signs.words, run
    clause = clause_of(signs, start, stop, kinds, is_timed=True)
    lead = clause.lead
    if lead is None or _SAID.search(words, lead.end, stop):
        return None
    is_bare = lead.end == stop and stop == end
    gives = _TASKS.search(words, lead.end, end) is not None
    if not (is_bare or gives or clause.has_modal or clause.commissioned):
        return None
    draft = Draft(clause.start, end, clause.body, assist=clause.assist).name(lead)
    draft.commissioned = clause.commissioned or not clause.has_modal
    draft.is_firm = clause.has_modal
    return draft


def is_only_head(signs: Signs, draft: Draft) -> bool:
    """市水利局要做好以下工作, 由市住建局牵头落实: a duty that says only that there are some."""
    start, end = draft.act, draft.end
    if draft.times or "，" in signs.words[start:end]:
        return False
    return end - start < _SHORTEST_ACT or _TASKS.search(signs.words, start, end) is not None


def lists_of(
    stretches: list[Stretch], title: Span | None, signs: Signs
) -> list[tuple[Draft | None, bool]]:
    """For each stretch of an item the body in whose list it stands, and whether it heads one."""
    heads: list[tuple[int, Draft]] = []
    if title and stretches and (named := _named_by(signs, *title)):
        heads.append((2, named))
    found: list[tuple[Draft | None, bool]] = []
    ranks = [RANK.get(stretch.opens, 0) for stretch in stretches]
    for stretch, rank, below in zip(stretches, ranks, [*ranks[1:], 0], strict=False):
        while heads and (heads[-1][0] > rank or (not heads[-1][0] and _ends(stretch, signs))):
            heads.pop()
        opens = below > rank or (not below and _heads_prose(stretch, rank, signs))
        head = body_of(stretch, signs) if opens else None
        found.append((heads[-1][1] if heads else None, bool(opens and (heads or head))))
        if head:
            heads.append((below, head))
    return found


def _heads_prose(stretch: Stretch, rank: int, signs: Signs) -> bool:
    """市水利局要做好以下工作：, or （四）县供电公司 alone over paragraphs without numbers."""
    if signs.words[stretch.end - 1] == "：":
        return True
    return rank > 0 and _named_by(signs, stretch.start, stretch.end) is not None


def _ends(stretch: Stretch, signs: Signs) -> bool:
    """Whether a paragraph ends a list without numbers: it has one, or turns to all."""
    return stretch.opens in RANK or signs.words.startswith(_TURNS, stretch.start)


def body_of(stretch: Stretch, signs: Signs) -> Draft | None:
    """The body of a paragraph that has a list below it."""
    words, start, end = signs.words, stretch.start, stretch.end
    while end > start and words[end - 1] in "：。；":
        end -= 1
    if named := _named_by(signs, start, end) or _part_of(signs, start, end):
        return named
    start = max(start, *(words.rfind(mark, start, end) + 1 for mark in "。；"))
    if words[end] == "：" or _TASKS.search(words, start, end):
        return _body_before(signs, start, end)
    return None


def _part_of(signs: Signs, start: int, end: int) -> Draft | None:
    """The body whose part these words announce: 需市交通局落实的事项."""
    start = after_lead_in(signs.words, start, end)
    by = _BY.match(signs.words, start, end)
    named = bearers_at(signs.words, by.end() if by else start, end)
    if named is None or not _ITS_PART.match(signs.words, named.end, end):
        return None
    return _heading(named, start, end)


def _named_by(signs: Signs, start: int, end: int) -> Draft | None:
    """The body that these words are the name of."""
    if end - start > _LONGEST_NAMES:
        return None
    start = after_lead_in(signs.words, start, end)
    named = bearers_at(signs.words, start, end)
    return _heading(named, start, end) if named and named.end == end else None


def _heading(named: Bearers, start: int, end: int) -> Draft:
    return Draft(start, end, end, commissioned=True).name(named)
