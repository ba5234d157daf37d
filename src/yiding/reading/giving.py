"""Giving: whether a clause that names a body gives it something to do 交办与否."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from yiding.reading import phrases
from yiding.reading.bearers import bearers_at
from yiding.reading.clauses import is_adverbial_at
from yiding.reading.exhorting import AS_IT_STANDS, leads_on
from yiding.reading.lexicon import alternation
from yiding.reading.plain import may_act
from yiding.reading.signs import DELIVER, HARD, SOFT, VERB_AT

if TYPE_CHECKING:
    from yiding.reading.clauses import Clause
    from yiding.reading.drafts import Flow

_DEFERS = re.compile(alternation("verdict_deferred"))
# 市政府召开常务会议: what happens, and nothing to do
_HOLDS = re.compile(
    "(?:即刻|随即|当即)?(?:主持)?(?:召开|举行)[^，]{0,40}(?:会议?|例会)(?:暨[^，]*)?$"
)
_ASKED_NEXT = re.compile("，(?:要(?!求)|必须|务必|应(?![急对用邀])|须)")
# 受开发企业资金链断裂影响, 坚决防止新增政府债务, 大坪两处爆管频发的主干管: no body
_NO_BODY = re.compile(
    "受|为|坚决|严禁|希望|建议|任何|[^，]*(?:情况|领导$|[两三四五六七八九十几]处$|[^，]*地处$)"
)
# 检验科 is an office, and 检验样品 an act
_OFFICES = frozenset("科室处站所中局队院组班部")
_TITLE_END = re.compile("(?:项目|工程|问题)$|.+等?(?:相关|有关)事宜$")


def gives_to_do(clause: Clause, flow: Flow) -> bool:
    """Whether a clause that names a body gives it something to do."""
    if clause.commissioned or clause.has_modal or is_label(clause, flow.words):
        return True
    if flow.is_background and not (flow.draft and flow.due(clause)):
        return False
    holds = _HOLDS.match(flow.words, clause.body, clause.end)
    due = flow.due(clause)
    if holds or (defers(clause, flow) and not due) or _is_title(clause, flow):
        return False
    if _acts_among(clause, flow) or clause.is_shown or clause.assist or due:
        return True
    if _begins_at_once(clause, flow) or _is_asked_next(clause, flow.words):
        return True
    soft = clause.verb == SOFT and (flow.is_open or not flow.is_calm)
    timed = clause.verb == HARD and not flow.is_calm
    is_adverbial = is_adverbial_at(flow.words, clause.body, clause.end)
    leads = leads_on(flow.words, clause.end) or waits(flow.words, clause)
    return soft or timed or is_adverbial or leads


def waits(words: str, clause: Clause) -> bool:
    """市住建局按照职责分工，…: the bearer is named, the act comes after the comma."""
    start = clause.body
    while start < clause.end and words[start] in "要应需须":
        start += 1
    if phrases.MANNER.fullmatch(words, start, clause.end):
        return True
    runs_in = phrases.RUNS_IN.match(words, start, clause.end)
    return is_adverbial_at(words, start, clause.end) and not runs_in


def is_label(clause: Clause, words: str) -> bool:
    """建设科：4月底前验收; the body stands before a colon."""
    lead = clause.lead
    if lead is None or lead.end != clause.end or words[lead.end : lead.end + 1] != "：":
        return False
    return not AS_IT_STANDS.match(words, lead.end + 1)


def defers(clause: Clause, flow: Flow) -> bool:
    """Whether a clause puts the matter off: 水价调整暂缓实施."""
    return flow.may_defer and _DEFERS.search(flow.words, clause.start, clause.end) is not None


def _acts_among(clause: Clause, flow: Flow) -> bool:
    """县档案馆对187卷契约脱酸托裱, among other duties: a verb that no list holds."""
    if clause.verb or clause.lead is None or clause.lead.is_nobody or not flow.is_operative:
        return False
    words, end, first = flow.words, clause.end, clause.lead.names[0][0]
    is_act = flow.signs.marks[first] != " " and words[flow.signs.ends[first]] not in _OFFICES
    if is_act or _NO_BODY.match(words, first, clause.lead.end):
        return False
    if not may_act(words, clause.body, end):
        return False
    if is_adverbial_at(words, clause.body, end) and not _is_followed_by_another(words, end):
        return False  # 县水利局对排查出的隐患，逐一…
    clause.verb = DELIVER
    return True


def _is_followed_by_another(words: str, end: int) -> bool:
    """Whether a sentence ends here, or another body opens what comes next."""
    if words[end : end + 1] != "，":
        return True
    return bearers_at(words, end + 1, end + 24) is not None


def _is_title(clause: Clause, flow: Flow) -> bool:
    """板房沟镇东湾村温室大棚建设项目; …等相关事宜: what a thing is called."""
    title = _TITLE_END.search(flow.words, clause.body, clause.end)
    if title is None or is_adverbial_at(flow.words, clause.body, clause.end):
        return False  # 区卫健局就收入未上缴问题，
    verb = VERB_AT.search(flow.signs.marks, clause.body, clause.end)
    return verb is None or title.start() <= flow.signs.ends[verb.start()]


def _is_asked_next(clause: Clause, words: str) -> bool:
    """住建、交通等行业主管部门，要认真…: bodies alone; not 各司其责，务必…."""
    if clause.lead is None or clause.lead.end != clause.end:
        return False
    is_body = phrases.BODY_LAST.match(words, clause.end - 1)
    return is_body is not None and _ASKED_NEXT.match(words, clause.end) is not None


def _begins_at_once(clause: Clause, flow: Flow) -> bool:
    """国资处尽快参考…，研究制定…; 由X负总责，Y即日起调水; 燃气公司先行，4月25日前回填."""
    is_given = flow.waiting is not None and flow.waiting.commissioned
    if any(
        is_given or (time.kind == "vague" and time.span[0] == clause.body)
        for time in flow.times_in(clause.start, clause.end)
    ):
        return True
    if clause.lead is None or clause.lead.is_nobody:
        return False
    after = flow.times_in(clause.end + 1, clause.end + 2)
    return bool(after) and after[0].is_explicit
