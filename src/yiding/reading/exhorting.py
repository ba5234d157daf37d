"""Exhortations: the clauses of a sentence that gives nobody in particular anything to show 号召."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from yiding.reading import phrases
from yiding.reading.bearers import bearers_at
from yiding.reading.clauses import after_lead_in, asks_so_many, is_past, names_first
from yiding.reading.continuing import FORMAL_STEP
from yiding.reading.drafts import Draft
from yiding.reading.plain import acts_plainly
from yiding.reading.signs import (
    AGREE,
    COMMISSION,
    ENSURE,
    FIRM,
    HARD,
    MUST,
    NEED,
    ROLE,
    SHOULD,
    SHOWN,
    SOFT,
    TRAP,
    VERB_AT,
    WITH,
)

if TYPE_CHECKING:
    from yiding.reading.drafts import Flow
    from yiding.reading.signs import Run
    from yiding.text import Span

# A sentence without these, without a date and of nobody in particular binds nobody.
_CALM = frozenset(COMMISSION + NEED + MUST + ROLE + WITH + AGREE)
# 中心小学：目前正在做施工图; 数据局：原定今年完成
AS_IT_STANDS = re.compile("目前|现(?!场)|正在|已|由于|因|原[定计]|前期")
# 会议明确，市档案馆…: from here on bodies are given things to do
_GIVES = re.compile(
    "(?:会议)?(?:还|同时|一致|经?研究|讨论)*(?:明确|议定|决定|确定|要求|同意)(?:如下|以下[^，：]{0,4})?[，：]"
)
_LONGEST_LABEL = 24
_DONE = re.compile("[了已]")
_PASSIVE = frozenset(HARD + SOFT + TRAP + ENSURE)
# What may open a clause that is more than a continuation: an adverbial, 由, 各
_ACTIVE_FIRST = (phrases.ADVERBIAL_FIRST - {"坚"}) | {"由", "各"}
_ABOUT = ("针对", "关于", "对")
_TOPIC_ENDS = frozenset({"问题", "方面", "事宜"})


def is_calm(sentence: Run, flow: Flow) -> bool:
    """Whether a sentence commissions nobody, gives no term and asks no body for a thing."""
    start, end, kinds = sentence
    words = flow.words
    if not _CALM.isdisjoint(kinds) or (flow.times and (_is_timed(flow) or _presses(flow))):
        return False
    if asks_so_many(words, start, end, kinds) or acts_plainly(words, start, end):
        return False
    if SHOULD not in kinds:
        gives = _GIVES.match(words, start, end)
        if (gives or flow.is_operative) and names_first(
            words, gives.end() if gives else start, end
        ):
            return False
    return not (_follows(words, start, end) or _labels(words, start, end))


def _is_timed(flow: Flow) -> bool:
    return any(time.kind != "vague" for time in flow.times)


def _presses(flow: Flow) -> bool:
    """国资处尽快…: a body, and right behind it that it is to be soon."""
    ends = [time.span[0] - 1 for time in flow.times if time.kind == "vague"]
    return any(phrases.BODY_LAST.match(flow.words, end) for end in ends if end > 0)


def _follows(words: str, start: int, end: int) -> bool:
    """县自然资源局根据会议讨论意见…: a body, and that it is to act as the meeting said."""
    place = words.find("根据会议", start, end)
    return place > start and phrases.BODY_LAST.match(words, place - 1) is not None


def _labels(words: str, start: int, end: int) -> bool:
    """市财政局：追加经费76万元: a body, and behind the colon what it is to do."""
    colon = words.find("：", start, min(end, start + _LONGEST_LABEL))
    if colon <= start or AS_IT_STANDS.match(words, colon + 1):
        return False
    named = bearers_at(words, start, colon)
    return named is not None and named.end == colon


def tells(start: int, end: int, clauses: list[Run], flow: Flow) -> bool:
    """A calm sentence without 要 that nobody opens: it tells how things are."""
    words, first = flow.words, clauses[0]
    if flow.is_open or words.startswith("会议", first[0]):
        return False
    if flow.after_verdict and FORMAL_STEP.search(words, start, end):
        return False
    about = words.startswith(_ABOUT, first[0]) or words[first[1] - 2 : first[1]] in _TOPIC_ENDS
    if about and words[first[1]] == "，":
        return bearers_at(words, first[1] + 1, end) is None  # 渣土运输问题，市城管局…
    begin = after_lead_in(words, first[0], first[1])
    if words.find("要求", first[0], begin) >= 0:
        return False  # 三是要求县民政部门积极申请资金
    if bearers_at(words, begin, first[1]) is not None:
        return False
    is_told = flow.may_be_past and is_past(words, start, end)
    return is_told or not any(_gives(*clause, flow) for clause in clauses[1:])


def _gives(start: int, end: int, kinds: str, flow: Flow) -> bool:
    """预算控制在18万元以内，办公室按程序办理: a body opens a clause further on."""
    if SHOWN.isdisjoint(kinds) or flow.words[start - 1] != "，":
        return False
    named = bearers_at(flow.words, start, end)
    return named is not None and not named.is_nobody


# 各地各部门要充分认识…; 要强化条块联动…
# trap: 市水务局要… names a body, and is read clause by clause
def exhorts(start: int, end: int, flow: Flow) -> bool:
    """Whether a clause of a calm sentence is 要 under a collective, or under what went before."""
    words, signs = flow.words, flow.signs
    modal = signs.marks.find(SHOULD, start, end)
    act = signs.ends[modal]
    above = flow.subject
    if modal == start:
        if above and above.lead and not above.is_nobody:
            return False
        lead: tuple[Span, ...] = above.lead if above else ()
    else:
        named = bearers_at(words, start, modal + 1)
        if named is None or not named.is_nobody or named.end != modal:
            return False
        lead, above = named.names, None
    prefix = flow.begin()
    flow.flush()
    frame = words[act] in "以把将"
    verb = None if frame else VERB_AT.search(signs.marks, modal, end)
    flow.draft = Draft(
        start if prefix is None else prefix,
        end,
        act,
        lead,
        is_group=bool(lead),
        is_nobody=bool(lead),
        basis="inherited" if above and lead else "text" if lead else "none",
        verb=verb[0] if verb else "",
        has_act=True,
        is_firm=True,
        is_calm=True,
        under=above,
    )
    if above is None:
        flow.subject = flow.draft if lead else None
    return True


def merely_goes_on(start: int, end: int, kinds: str, flow: Flow) -> bool:
    """A clause that only adds to an exhortation: nothing firm, shown or timed in it."""
    draft = flow.draft
    if flow.is_calm and (draft is None or draft.is_nobody or not draft.lead):
        if not FIRM.isdisjoint(kinds) or flow.words[start] in "将把":
            return False
        if draft is None:
            is_told = SHOWN.isdisjoint(kinds) and not leads_on(flow.words, end)
            return is_told and _waits_for_firm(flow.words, start, flow)
        if draft.is_shown and kinds[:1] == HARD and flow.signs.marks[start] == HARD:
            return False  # 将…纳入考核体系，加强宣传: an act, and an exhortation after it
    elif draft is None or draft.is_shown or not _PASSIVE.issuperset(kinds):
        return False
    return _extends(draft, start, end, flow)


def leads_on(words: str, end: int) -> bool:
    """州财政局按照会议精神完善后，报…; 市政府办公室汇总后，…: what comes next is the act."""
    return words[end - 1] == "后" and words[end] == "，"


def _extends(draft: Draft, start: int, end: int, flow: Flow) -> bool:
    """Let the draft run on to the end of a clause that holds nothing of its own."""
    words = flow.words
    if not draft.has_act or words[start] in _ACTIVE_FIRST:
        return False
    if flow.may_be_past and _DONE.search(words, start, end):
        return False
    if not flow.is_calm and flow.times_in(start, end):
        return False
    draft.end = end
    flow.prefix = None
    return True


def _waits_for_firm(words: str, start: int, flow: Flow) -> bool:
    """Before the 要 of a calm sentence: an adverbial belongs to what follows."""
    if flow.is_open:
        return False
    if words[start] in phrases.ADVERBIAL_FIRST and flow.prefix is None:
        flow.prefix = start
    return True
