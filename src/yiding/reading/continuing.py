"""A clause that names nobody: it goes on with a duty, breaks off, waits or opens one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from yiding.reading import phrases
from yiding.reading.bearers import bearers_at
from yiding.reading.breaking import ONCE, breaks, is_timed
from yiding.reading.clauses import opens_modal
from yiding.reading.drafts import Draft
from yiding.reading.lexicon import alternation
from yiding.reading.signs import HARD, SHOWN, SOFT, TRAP

if TYPE_CHECKING:
    from yiding.reading.clauses import Clause
    from yiding.reading.drafts import Flow

# …印发，自2025年7月1日起施行; 有效期至2027年底; 托管期限为10年; 原办法同时废止
_TAKES_EFFECT = re.compile(
    "[^，]{0,30}同时废止|自[^，]{2,20}起(?:施行|执行|实施|生效)|(?:有效期|试行期|执行期|托管期|合同期|租期)限?[为至到自暂]"
)
_DECIDES = re.compile("会议(?:还|经?研究|一致|讨论|同意|原则|上)*(?:决定|明确|议定|确定|同意|通过)")
_NEXT_STEP = re.compile(
    "修改完善|按程序|会后|名义|履行|发文|提请|报请|印发|审定|呈报|提交|发布|上报"
    "|报[市县区省州旗送请批]"
)
# 以市政府办公室文件印发: a next step that needs no name
FORMAL_STEP = re.compile("名义|文件|按程序|提请|报请|修改完善")
_OPENS_ACT = re.compile(f"(?:{alternation('adverb')}|[将把对向于在并])*")
# 年底前漏损率降至10.5%以下，由供水公司负总责
_BY_WHOM = re.compile("，由[^，。；]{2,20}(?:负责|负[总全]责|牵头|承担)(?=[。；，])")
# 既解决问题，又推动工作; 严格要求X整改，确保整改到位: an aim is no act
_AIMS = re.compile("[既又]|确保")


def take_unnamed(clause: Clause, flow: Flow) -> None:
    """Take a clause without a bearer into the flow of duties."""
    draft = flow.draft
    is_last = clause.adverbial and _ends_in_act(clause, flow)
    if _TAKES_EFFECT.match(flow.words, clause.start, clause.end):
        if draft:
            draft.end = clause.end
    elif draft and draft.has_act and _ends_in_term(clause, flow):
        draft.end = clause.end
    elif (clause.adverbial and not (is_last or _opens_with_due(clause, flow))) or flow.is_time_only(
        clause
    ):
        flow.wait(clause)
    elif draft is None:
        if _may_begin(clause, flow):
            flow.draft = _inheriting(clause, flow)
            flow.draft.is_next_step = not clause.has_modal and (
                flow.after_verdict or bool(FORMAL_STEP.search(flow.words, clause.start, clause.end))
            )
        else:
            flow.prefix = _object_first(clause, flow)
    elif draft.has_act and (
        is_last or breaks(clause, draft, flow) or _is_conditional(clause, flow)
    ):
        prefix = flow.prefix
        flow.flush()
        flow.prefix = prefix
        flow.draft = _inheriting(clause, flow)
    else:
        draft.end = clause.end
        flow.prefix = None
        if not draft.has_act:
            draft.act = clause.start
        if not (draft.has_act and _AIMS.match(flow.words, clause.start)):
            draft.take(clause, is_dated=flow.due(clause))


def take_helped(clause: Clause, flow: Flow) -> None:
    """Y配合, or 会同Y…: joins the draft it stands in, or waits for the act."""
    timed = flow.draft and flow.draft.has_act and flow.due(clause) and is_timed(flow.draft, flow)
    if timed:  # 6月底前完成甲，会同Y于7月15日前制定乙
        flow.flush()
        flow.draft = _inheriting(clause, flow)
    if flow.draft is None and flow.listed and flow.subject:
        flow.draft = _inheriting(clause, flow)  # 三是会同Y查处…, in the list of X
    if flow.draft is None:
        flow.draft = Draft(
            clause.start,
            clause.end,
            clause.body,
            commissioned=clause.commissioned or not clause.has_modal,
        )
    flow.draft.assist += clause.assist
    flow.draft.end = clause.end
    if not flow.draft.has_act:
        flow.draft.act = clause.body
    if clause.verb or not clause.role_only:
        flow.draft.take(clause)


def _is_conditional(clause: Clause, flow: Flow) -> bool:
    """如遇气源紧张，须提前报告: due only once something has happened."""
    waits = flow.prefix is not None and ONCE.match(flow.words, flow.prefix)
    return bool(waits) and (clause.has_modal or clause.is_shown)


def _object_first(clause: Clause, flow: Flow) -> int | None:
    """土地出让价款差额，…由X补缴: what is to be done may stand before who does it."""
    if flow.prefix is not None:
        return flow.prefix
    if flow.has_term(clause.start, clause.end) and not _BY_WHOM.match(flow.words, clause.end):
        return None
    return clause.start


def _opens_with_due(clause: Clause, flow: Flow) -> bool:
    """自会议之日起15个工作日内将核查结论函告…, 对13处路段7月10日前增设护栏: no mere adverbial."""
    times = flow.times_in(clause.start, clause.end)
    if not times or not flow.due(clause):
        return False
    words, (first, after) = flow.words, times[0].span
    if first == clause.start + (words[clause.start] in "在于"):
        return bool(clause.verb) or words[after] in "将把"
    if "的" in words[after : clause.end] or not phrases.TOWARD.match(words, clause.start, first):
        return False  # 对年内无法完工的3处管线
    return not SHOWN.isdisjoint(flow.signs.kinds_in(after, clause.end))


def _ends_in_act(clause: Clause, flow: Flow) -> bool:
    """对查实的偷盗水行为追缴水费。: nothing comes after it that could be the act."""
    return (
        clause.is_shown
        and flow.draft is not None
        and flow.words[clause.end : clause.end + 1] in "。；"
        and flow.words[clause.start] == "对"
    )


def _ends_in_term(clause: Clause, flow: Flow) -> bool:
    """核实企业注册信息，10月底前。: a term and no more, and nothing after it."""
    times = flow.times_in(clause.start, clause.end)
    return (
        bool(times)
        and times[0].span[1] == clause.end
        and flow.is_time_only(clause)
        and flow.words[clause.end : clause.end + 1] in "。；"
    )


def _may_begin(clause: Clause, flow: Flow) -> bool:
    """Whether a clause without a name may open a duty at all."""
    words = flow.words
    if clause.has_modal and (
        not flow.is_background or clause.others or opens_modal(words, clause.start, clause.end)
    ):
        return True
    goes_on = flow.is_open and clause.end > flow.last_commission and _opens_with_act(clause, flow)
    if flow.subject and ((clause.is_shown and flow.due(clause)) or goes_on):
        return bool(clause.verb)
    if not clause.is_shown:
        return False
    if flow.after_verdict:
        step = _NEXT_STEP if flow.is_open else FORMAL_STEP
        return bool(step.search(words, clause.start, clause.end))
    if words.startswith(("决定", "议定"), clause.start) or clause.opened.endswith(("决定", "议定")):
        return True
    meeting = words.rfind("会议", max(0, clause.start - 9), clause.start + 1)
    return meeting >= 0 and bool(_DECIDES.match(words, meeting))


def _opens_with_act(clause: Clause, flow: Flow) -> bool:
    """完善方案； not 租金收益用于维修；: only an act goes on under the subject before it."""
    match = _OPENS_ACT.match(flow.words, clause.start, clause.end)
    begin = match.end() if match else clause.start
    first = flow.words[clause.start]
    if flow.times_in(clause.start, clause.start + 1) or first in "将把对向":
        return True
    if first in "与在" and clause.is_shown:
        return True  # 与沿线141户签订协议
    return bool(flow.signs.kinds_in(begin, begin + 1).strip(TRAP))


def _inheriting(clause: Clause, flow: Flow) -> Draft:
    start = flow.begin()
    draft = Draft(clause.start if start is None else start, clause.end, clause.start)
    is_other = clause.others and (not flow.due(clause) or _named_next(clause, flow))
    above = None if is_other else flow.subject
    if above:
        draft.lead, draft.basis = above.lead, "inherited"
        # 由X牵头，Y配合，…，…: who helps is told for all that follows
        draft.assist = tuple(
            [name for name in above.assist if "，" in flow.words[name[1] : above.act]]
        )
        draft.is_group, draft.is_nobody = above.is_group, above.is_nobody
        draft.commissioned = above.commissioned and not clause.has_modal
        draft.is_firm, draft.under = above.is_firm, above
    else:
        flow.subject = None
        _take_opener(draft, clause, flow)
    draft.take(clause, is_dated=flow.due(clause))
    return draft


def _named_next(clause: Clause, flow: Flow) -> bool:
    """9月15日前牧民必须入住新居，由甲负责: who is to see to it comes after."""
    return _BY_WHOM.match(flow.words, clause.end) is not None


def _take_opener(draft: Draft, clause: Clause, flow: Flow) -> None:
    """县供电公司倒排工期，务必于7月15日前送电: who was named before how, and only then what."""
    if draft.start == clause.start or not flow.due(clause):
        return
    named = bearers_at(flow.words, draft.start, clause.start)
    if named and flow.signs.marks[named.end : named.end + 1] in {HARD, SOFT}:
        flow.subject = draft.name(named)
