"""Duties: the clauses of a paragraph become drafts, one bearer, one act, one end each 任务."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from yiding.reading import phrases
from yiding.reading.bearers import bearers_at
from yiding.reading.clauses import PAST_SIGN, asks_so_many, clause_of, is_past
from yiding.reading.continuing import take_helped, take_unnamed
from yiding.reading.cutting import apart, cuts_of
from yiding.reading.drafts import SHORTEST_OBJECT, Draft
from yiding.reading.exhorting import exhorts, is_calm, leads_on, merely_goes_on, tells
from yiding.reading.giving import defers, gives_to_do, is_label, waits
from yiding.reading.lexicon import WORDS, alternation
from yiding.reading.signs import (
    AGREE,
    COMMISSION,
    DELIVER,
    FIRM,
    HARD,
    SHOULD,
    SOFT,
)

if TYPE_CHECKING:
    from yiding.reading.bearers import Bearers
    from yiding.reading.clauses import Clause
    from yiding.reading.drafts import Flow
    from yiding.reading.signs import Run

# 会议要求， 会议指出： 王市长强调，: opens what follows and is no duty itself
_OPENER = re.compile(
    f"(?:{alternation('opener_duty')}|{alternation('opener_background')}"
    "|[^，：]{1,10}(?:长|同志|书记|主任|专员|领导|会上)(?:要求|强调|指出|认为|提出)"
    "|[一-鿿]{2,3}(?:强调|指出|(?<!按照)(?<!根据)(?<!有关)(?<!工作)要求)|[他她](?:还)?(?:指出|强调|认为|要求|希望|表示)|[并还经]*(?:研究|讨论)?(?:强调|指出|要求|认为|提出|议定|决定|确定|明确))$"
)
# 医患办通报，上半年受理投诉48件
_TOLD_BY = ("汇报", "通报", "介绍", "反映")
_OPENER_LAST = frozenset(
    [*_TOLD_BY, *(word[-2:] for word in (*WORDS["opener_duty"], *WORDS["opener_background"]))]
)
# trap: 县委常委会议审定 is a gate, 次常务会议审定 another meeting's verdict
_VERDICT = re.compile(
    f"{alternation('verdict_in_principle')}"
    f"|(?<![务委题公席办组会])会议(?:一致|研究|审议|讨论|并)*(?:{alternation('verdict_approved')})"
    f"|^(?:{alternation('verdict_approved')})|审议并?通过(?![后前的])"
)
# 需要异地重建的92户，由…; 企业应承担的资金，责成…; 鉴定为D级的，…须
_OBJECT = re.compile(
    "[^，要须将把对负]*(?:应|所|需要?)[^，要须将把]{2,14}的[^，的]{1,16}|[^，要须由请]{2,14}[^目]的"
    "|[^，要须由请]{2,20}的\\d+[家个户名件处座条][^，的]{1,6}"
)
# 误工补贴每人每天20元，由县财政局核拨
_PRICE = re.compile("每[人户天日年月亩吨][^，]{0,6}[\\d.]+[万千百]?元$")
# 扩建12个教学班所需资金680万元，县财政局月底前拨付
_NEEDED = re.compile("[^，]*所需[^，的]{0,4}(?:资金|经费|费用)[^，\\d]{0,2}[\\d.]*[万亿千百]*元?$")
_GIVES = frozenset("由责请")
_ATTENDS = ("主持", "列席会议", "出席会议", "参加会议")
# 会议由校党委书记领学《…》
_MEETING_BY = re.compile("会议由[^，]{2,24}(?:主持|传达|领学|宣读|介绍|通报|汇报)")
_NUMERALS = frozenset("一二三四五六七八九十")
# All that puts a matter off holds one of these.
_DEFER_SIGN = re.compile("[暂缓再搁延择]|另行|重新|下次|退回|不作|待条")
# 县征收办做好业务指导，; 市法制办进行合法性审查后，
_GUIDES = re.compile(
    "(?:做好|负责|加强|进行|给予|予以|提供)?[^，\\d]{0,6}(?:指导|监督|督导)(?:工作)?"
)
_EXAMINED = re.compile("(?:进行|作|再)?[^，\\d]{0,8}(?:审查|审核|把关|会签|初审)(?:通过|同意)?后")
# 由副市长某某任组长, 主任由局长某某兼任: who is what, and nothing to do
_APPOINTS = re.compile(
    "[^，]{2,30}(?:兼任|(?:担任|(?<![责主信])任)"
    "(?:副?(?:组长|主任|总指挥|指挥长|会长|秘书长)|召集人|负责人|联络员|委员|成员))$"
)
_POINT = re.compile("[一二三四五六七八九十]{1,2}[要是]")
# 旗政府向旗人大常委会报告工作，既是法定职责，…: what an act is, and not that it is to be done
_EXPLAINS = ("既是", "是一项", "是法定")
# 办公室在修改报告过程中，…; 市政府根据市委确定的目标任务，…: the act comes after the comma
_BEFORE_ACT = re.compile(
    "在[^，]*(?:过程中|期间|的同时|基础上|前提下)$"
    "|(?:根据|按照?|依据|依照|围绕|结合)[^，]*(?:要求|分工|原则|精神|标准|意见|规定|办法|部署|职责|安排"
    "|计划|目标|任务|需要|实际|方案)$"
)


def read_sentence(sentence: Run, flow: Flow, *, opens_list: bool) -> None:
    """Read the clauses of a sentence, which may open a list, into the flow of drafts."""
    start, end, kinds = sentence
    signs, words = flow.signs, flow.words
    if not flow.is_open:
        flow.opening = (start, end)
    flow.last_commission = signs.marks.rfind(COMMISSION, start, end) if COMMISSION in kinds else 0
    flow.is_calm = not opens_list and is_calm(sentence, flow)
    flow.may_agree = AGREE in kinds
    flow.may_be_past = PAST_SIGN.search(words, start, end) is not None
    flow.may_defer = _DEFER_SIGN.search(words, start, end) is not None
    is_timed = any(time.is_explicit for time in flow.times)
    clauses = signs.clauses(sentence)
    if not flow.is_calm:
        clauses = apart(signs, clauses, cuts_of(flow, start, end))
    elif FIRM.isdisjoint(kinds) and tells(start, end, clauses, flow):
        return
    for begin, stop, held in clauses:
        if words[begin] in _NUMERALS and _POINT.match(words, begin, stop):
            _begin_point(flow)
        if flow.is_calm and SHOULD in held and exhorts(begin, stop, flow):
            continue
        may_open = words[stop - 2 : stop] in _OPENER_LAST
        if may_open or not merely_goes_on(begin, stop, held, flow):
            clause = clause_of(signs, begin, stop, held, is_timed=is_timed or flow.is_operative)
            _read_clause(clause, flow, start if may_open else None)
    flow.flush()


def _read_clause(clause: Clause, flow: Flow, opening: int | None) -> None:
    """Take a clause that may be an opener since ``opening``, or a verdict, or part of a duty."""
    if opening is not None and _opens(flow.words, opening, clause):
        flow.flush()
        flow.subject = flow.head = flow.listed = None
        flow.is_open = flow.in_points = False
        flow.opening = (clause.start, clause.end)
        flow.gives = not flow.is_background
    elif flow.may_agree and _is_verdict(clause, flow):
        flow.flush()
        flow.subject = None
        flow.is_open = flow.after_verdict = True
    else:
        _take(clause, flow)


def _opens(words: str, start: int, clause: Clause) -> bool:
    if words.endswith(_TOLD_BY, clause.start, clause.end):
        named = bearers_at(words, clause.start, clause.end)
        return named is not None and named.end == clause.end - 2
    return bool(
        _OPENER.fullmatch(words, clause.start, clause.end)
        or _OPENER.fullmatch(words, start, clause.end)
    )


def _is_verdict(clause: Clause, flow: Flow) -> bool:
    if clause.commissioned or (clause.lead and clause.has_modal):
        return False
    if "同意" in clause.opened:  # 同意县医院于12月下旬搬迁: agreed, and to be done by a day
        return not (clause.lead and clause.is_shown and flow.due(clause))
    return bool(_VERDICT.search(flow.words[clause.start : clause.end]))


def _begin_point(flow: Flow) -> None:
    """三要严格监管: under who stood before 一要, and not under whom 二要 named."""
    if flow.in_points:
        flow.flush()
        flow.subject = flow.head
    else:
        flow.head, flow.in_points = flow.subject, True


def _is_object(clause: Clause, words: str) -> bool:
    """What is to be done, before the clause that says by whom."""
    if words[clause.end : clause.end + 1] != "，":
        return False
    if _NEEDED.fullmatch(words, clause.start, clause.end):
        return bearers_at(words, clause.end + 1, clause.end + 24) is not None
    return words[clause.end + 1] in _GIVES and (
        _OBJECT.fullmatch(words, clause.start, clause.end) is not None
        or _PRICE.search(words, clause.start, clause.end) is not None
    )


def _take(clause: Clause, flow: Flow) -> None:
    if _is_object(clause, flow.words):
        flow.flush()
        flow.prefix = clause.start
        return
    if (
        flow.words.endswith(_ATTENDS, clause.start, clause.end)
        or _MEETING_BY.match(flow.words, clause.start, clause.end)
        or (
            flow.words.find("方可", clause.start, clause.end) >= 0
            and not (clause.has_modal or clause.commissioned)
        )
    ):
        flow.flush()
        return  # 会议由镇党委副书记主持; 检验合格后方可复航
    again = flow.draft is not None and flow.words.startswith("重新提", clause.start)
    if not (clause.lead or again) and defers(clause, flow):
        flow.flush()
        return  # 水价调整暂缓实施，另行研究
    may_be_past = flow.may_be_past and not (clause.has_modal or clause.commissioned)
    if (
        may_be_past
        and not flow.has_term(clause.start, clause.end)  # 于7月17日前完成已批复林地的征迁
        and is_past(flow.words, clause.start, clause.end)
    ):
        flow.flush()
    elif _is_told_when(clause, flow):
        flow.wait(clause)  # 施工单位进场前，
    elif clause.lead:
        _named(clause, clause.lead, flow)
    elif clause.assist:
        take_helped(clause, flow)
    else:
        take_unnamed(clause, flow)


def _named(clause: Clause, lead: Bearers, flow: Flow) -> None:
    words = flow.words
    if (
        words.startswith(_EXPLAINS, clause.end + 1)
        or _APPOINTS.match(words, clause.start, clause.end)
        or not gives_to_do(clause, flow)
    ):
        flow.flush()
        return
    if _stands_by(clause, flow):
        return
    draft = _draft_for(clause, lead, flow)
    if clause.has_modal and not clause.commissioned:
        draft.commissioned = False  # 副县长石某牵头，县应急局要切实做好…: asked, and by 要 alone
    draft.assist += clause.assist
    draft.commissioned |= (
        clause.commissioned
        or bool(clause.assist)
        or is_label(clause, flow.words)
        or (flow.is_open and clause.verb == SOFT and not clause.has_modal)
    )
    draft.end, draft.act = clause.end, clause.body
    draft.by_name |= (
        clause.commissioned and not clause.role_only and "由" in flow.words[clause.start : lead.end]
    )
    is_counted = asks_so_many(flow.words, clause.body, clause.end, clause.verb)
    draft.is_firm |= clause.has_modal or (is_counted and not lead.is_nobody)
    if _BEFORE_ACT.match(flow.words, clause.body, clause.end):
        clause.verb = ""
    if not (clause.verb or clause.has_modal) and phrases.RUNS_IN.match(
        flow.words, clause.body, clause.end
    ):
        clause.verb = DELIVER
    # 清明节前，县林业局组成督导组…: the term stands before the body
    dated = flow.due(clause) or flow.has_term(draft.start, clause.start)
    if (
        clause.verb
        or (dated and not clause.role_only and not flow.is_time_only(clause))
        or not (clause.role_only or waits(flow.words, clause))
    ):
        draft.take(clause, is_dated=dated)
    flow.subject = flow.draft = draft


def _stands_by(clause: Clause, flow: Flow) -> bool:
    """由甲负责，乙做好指导，…; 由甲起草办法，乙审查后，报…: the duty of the first goes on."""
    draft, words, end = flow.draft, flow.words, clause.end
    if draft is None or not draft.lead or words[end : end + 1] != "，" or clause.has_modal:
        return False
    guides = (
        draft is flow.waiting and draft.commissioned and _GUIDES.fullmatch(words, clause.body, end)
    )
    if not guides and not (draft.has_act and _EXAMINED.fullmatch(words, clause.body, end)):
        return False
    draft.end = end
    return True


def _draft_for(clause: Clause, lead: Bearers, flow: Flow) -> Draft:
    """A draft still waiting for its act takes a further bearer: 由X牵头，Y具体负责…"""
    waiting = flow.waiting
    if waiting and clause.has_modal and waiting.waits_with_object(flow.words):
        waiting.take_object()  # 方案由区水务局负责，区水务局要抓紧设计
        waiting = None
    if waiting and waiting.is_nobody and clause.commissioned and not waiting.commissioned:
        waiting = None  # 各部门必须严防死守，具体工作由防疫办负责
    if waiting and clause.verb and flow.words.endswith("主体", waiting.start, waiting.end):
        waiting = flow.draft = None  # 由甲作为承贷主体，乙研究方案: what one is, the other does
    if waiting and waiting.lead:
        waiting.lead += tuple(name for name in lead.names if name not in waiting.lead)
        waiting.is_group |= lead.is_group
        waiting.is_nobody &= lead.is_nobody
        return waiting
    if waiting:
        return waiting.name(lead)
    if flow.draft and flow.is_gate(flow.draft):
        flow.prefix, flow.draft = flow.draft.start, None
    start = flow.begin()
    above = flow.draft
    if above and above.basis == "none" and not (above.assist or _is_apart(clause, lead, above)):
        # 所需资金从预备费中列支，由市财政局拨付: one duty, its body named late
        start = above.start
        flow.draft = None
    flow.flush()
    return Draft(clause.start if start is None else start, clause.end, clause.body).name(lead)


def _is_apart(clause: Clause, lead: Bearers, above: Draft) -> bool:
    """要落实防控措施，核酸检测由县卫健局安排: what everybody is asked, and then one body."""
    fronted = lead.names[0][0] - clause.start >= SHORTEST_OBJECT
    return above.is_firm and (fronted or clause.has_modal or above.verb == HARD)


def _is_told_when(clause: Clause, flow: Flow) -> bool:
    """施工单位进场前，: a body in words that only say when; not 市政府办公室汇总后，…."""
    if clause.lead is None or clause.commissioned or clause.has_modal:
        return False
    if flow.words[clause.lead.end] in "在于":  # 后勤处在家具安装完毕后10日内，
        return False
    return not leads_on(flow.words, clause.end) and flow.is_time_only(clause)
