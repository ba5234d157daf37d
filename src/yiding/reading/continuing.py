"""A clause that names nobody: it goes on with a duty, breaks off, waits or opens one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from yiding.reading import phrases
from yiding.reading.bearers import bearers_at
from yiding.reading.clauses import opens_modal
from yiding.reading.drafts import Draft
from yiding.reading.lexicon import alternation
from yiding.reading.signs import DELIVER, HARD, ISSUE, REPORT, SHOWN, SOFT, TRAP

if TYPE_CHECKING:
    from yiding.reading.clauses import Clause
    from yiding.reading.drafts import Flow

# …印发，自2025年7月1日起施行; 有效期至2027年底; 托管期限为10年; 原办法同时废止
_TAKES_EFFECT = re.compile(
    "[^，]{0,30}同时废止|自[^，]{2,20}起(?:施行|执行|实施|生效)|(?:有效期|试行期|执行期|托管期|合同期|租期)限?[为至到自暂]"
)
_DECIDES = re.compile("会议(?:还|经?研究|一致|讨论|同意|原则|上)*(?:决定|明确|议定|确定|同意|通过)")
# 立即开展排查，排查情况于6月10日前报告: what came out of a timed act goes on, a further end
_FRONTED = re.compile(
    "(?:形成的)?[^，]{0,12}(?:情况|结果|名单|数据|成果|进展|进度|信息)[要需应须]?"
    "(?:于|在|每|报|抄|向|通报|征求|经|及时|同步|第一时间|立即|书面|按|由|一并|纳入|作为|公示"
    "|[\\d一二三两半])"
)
# 由X新增编制60名，招聘方案报市政府备案: a paper of its own is a further end
_PAPER = re.compile(
    "[^，将把对于按经报送向各要形编]{0,12}(?:方案|报告|文件|值班表|清单|名单|变更|协议|台账)[要需应须]?"
    "(?:\\d|于|在|报|送|经|提请|由|另行)"
)
# 组织自查，于1月10日前将自查情况报…: told by a day of its own
_REPORTS_BACK = re.compile(
    "[^，将]*将[^，]{0,14}(?:情况|结果|结论|进展|进度)[^，]*(?:报|反馈|函告|抄送|告知)"
)
# 并送区人大常委会备案: told to a further body
_FILES_TOO = re.compile(
    "(?:并|同时)[^，]{0,3}(?:送|报|向|将|抄送)[^，]*(?:备案|报告|通报|反馈|报[市县区]|抄送)"
)
# 完成清淤，并建立长效管护机制: a second act; trap: 并报, 并公示 end the first
_ADDS_ACT = re.compile(
    "(?:并|同时|并?同步)(?!报|送|抄|书面|印发|发布|公[示布开告]|张榜|通报|提请|提交|向社会|按程序"
    "|组织实施|实施|将|严格|切实|做好|落实|加强|确保|妥善|在|于|由|购|网|联|处|轨)"
)
_ADDING = frozenset({"同时", "此外", "另外"})
# 修改后报市局备案: a chain that has passed its last gate
_LAST_GATES = ("备案", "审批", "审定", "批准")
# 负责编制告知单, 对议定事项跟踪督查: what has no end in another thing's date
_MAKES = re.compile(
    "(?:[要应须将]|负责|抓紧|尽快|立即|依法)*"
    "(?:编制|制定|制订|拟定|起草|组建|建立|成立|停用|关闭|完成)"
    "|[^，]*(?:跟踪|督[查办])"
)
_OWN_OBJECT = re.compile(
    "(?:全面|全部|基本|如期)?(?:完成|派出|组织|开展|建成|督促|落实|制定|编制|启动|出台|汇总|形成|公布|发布|召开|举办|成立|组建|建立|设立|重新)[^，]{4,}"
)
_DATED_AIM = re.compile("并?(?:力争|争取|确保|务必|必须)")
# 协议文本须经法律顾问审查, 培训合格率必须达到100%: of the act before, how it is to be done
_SAYS_HOW = re.compile(
    "[^，要应须必]{0,8}(?:要|应|须|必须)(?:先|报)?经[^，]*(?:审查|审核|评审|论证|同意)$"
    "|[^，要应须必]{0,8}(?:率|量|标准|质量)(?:要|应|须|必须|均)*(?:达到|不低于|不少于|不超过|控制在)"
)
# How much follows the date of an act of another thing: 组织一次应急演练
_SHORTEST_ACT = 8
# How much may follow a date that says only by when: 全面完成, 全部整改到位
_LONGEST_END = 8
# 并务必于 before a date; 首批于, 余款于: of a part
_OPENS_DATE = re.compile(
    "(?:并|同时|其中)?(?P<part>(?:(?:首|第?[一二三四]|其余|剩余|余下)?[批期笔款]|首次)"
    "[^，\\d于在]{0,8}(?:[\\d.]+[万亿]?[元个户])?)?"
    "(?:务必?|必须|力争|争取|确保)?[于在]?“?"
)
_GATE_FIRST = re.compile(
    "[^，]{0,10}?(?<!不)(?:书面)?(?:提请|报请|呈请|呈报|上报|提交|报批|报审|送审|印发|出台|公布|发布|下发|报(?!告|名|废|销|送))"
)
# 发现重大隐患立即报告: only once something has happened
_ONCE = re.compile("发现|遇|如|若|对[于不拒]|超标时")
_NEXT_STEP = re.compile(
    "修改完善|按程序|会后|名义|履行|发文|提请|报请|印发|审定|呈报|提交|发布|上报"
    "|报[市县区省州旗送请批]"
)
# 以市政府办公室文件印发: a next step that needs no name
FORMAL_STEP = re.compile("名义|文件|按程序|提请|报请|修改完善")
_OPENS_ACT = re.compile(f"(?:{alternation('adverb')}|[将把对向于在并])*")
# 切实… 不断… 形成…: what follows the act and belongs to it
_TAIL = re.compile(
    f"(?:{alternation('adverb')}|并|形成|实现|促进|以便|以期|从而|使|让|保障|保证|为|达到"
    f"|推进|做到|防止|避免)"
)
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
        is_last or _breaks(clause, draft, flow) or _is_conditional(clause, flow)
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
    timed = flow.draft and flow.draft.has_act and flow.due(clause) and _is_timed(flow.draft, flow)
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
    waits = flow.prefix is not None and _ONCE.match(flow.words, flow.prefix)
    return bool(waits) and (clause.has_modal or clause.is_shown)


def _object_first(clause: Clause, flow: Flow) -> int | None:
    """土地出让价款差额，…由X补缴: what is to be done may stand before who does it."""
    if flow.prefix is not None:
        return flow.prefix
    is_dated = any(time.is_explicit for time in flow.times_in(clause.start, clause.end))
    if is_dated and not _BY_WHOM.match(flow.words, clause.end):
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


def _breaks(clause: Clause, draft: Draft, flow: Flow) -> bool:
    """Whether the clause is another duty than the draft: its own 要, its own date, another kind."""
    words, start, end = flow.words, clause.start, clause.end
    dated = flow.due(clause)
    if not dated and _SAYS_HOW.match(words, start, end):
        return False
    if clause.others or (dated and _is_dated_apart(clause, draft, flow)):
        return True
    if clause.has_modal and phrases.OWN_MODAL.match(words, start, end):
        # 要严格执行…规定，务必于10月底前完成: one duty of one body, dated once
        only_dates = dated and not draft.is_nobody and _only_dates(clause, flow)
        # 县供电公司倒排工期，务必于7月15日前送电: how, and only then what
        return (draft.is_firm or draft.is_shown) and not only_dates
    if draft.is_shown:
        return _breaks_after_act(clause, draft, flow, dated)
    if not clause.is_shown:
        return False
    return _is_further(clause, words) or (not dated and (draft.is_nobody or not draft.lead))


def _is_dated_apart(clause: Clause, draft: Draft, flow: Flow) -> bool:
    """各单位要加强协调，确保6月底前完成整治; a second date; a cadence or a part of its own."""
    if draft.is_nobody and draft.verb == HARD and _DATED_AIM.match(flow.words, clause.start):
        return True
    if (
        draft.verb == HARD
        and clause.is_shown
        and flow.words.startswith(("并于", "并在"), clause.start)
    ):
        return True
    return _is_timed(draft, flow) or _recurs(clause, draft, flow)


def _only_dates(clause: Clause, flow: Flow) -> bool:
    """务必于10月底前完成: by when, and of nothing else than what stands before."""
    words, times = flow.words, flow.times_in(clause.start, clause.end)
    if not _DATED_AIM.match(words, clause.start, clause.end):
        return False
    return not times or clause.end - times[0].span[1] < _LONGEST_END


def _is_timed(draft: Draft, flow: Flow) -> bool:
    return bool(flow.times) and any(
        time.is_explicit
        or (
            time.kind not in {"vague", "narrative"}
            and not time.is_cadence
            and (
                time.span[0] in {draft.start, draft.act}
                or flow.words[time.span[0] - 1] in "，在于至到须应"
            )
        )
        for time in flow.times_in(draft.start, draft.end)
    )


def _breaks_after_act(clause: Clause, draft: Draft, flow: Flow, dated: bool) -> bool:
    words, start, end = flow.words, clause.start, clause.end
    if flow.times and any(
        "后" in time.text and "会后" not in time.text for time in flow.times_in(start, end)
    ):
        return True
    if dated and _dates_another(clause, draft, flow):
        return True
    if clause.is_shown and (clause.opened in _ADDING or _ADDS_ACT.match(words, start, end)):
        return True
    if _is_further(clause, words) or _ONCE.match(words, start, end):
        return True
    exhorts = clause.verb == HARD and not clause.has_modal and not dated
    return exhorts and not _TAIL.match(words, start, end)


def _dates_another(clause: Clause, draft: Draft, flow: Flow) -> bool:
    """由X印发实施，并于本月底前开设窗口; 开展自查，于1月10日前将自查情况报…"""
    if _REPORTS_BACK.match(flow.words, clause.start, clause.end):
        return True
    if clause.verb != DELIVER:
        return False
    if draft.is_shown and _adds_dated(clause, flow):
        return True
    is_ended = draft.verb == ISSUE or flow.words.endswith(_LAST_GATES, draft.start, draft.end)
    return is_ended or (draft.verb == DELIVER and _has_own_object(clause, draft, flow))


def _adds_dated(clause: Clause, flow: Flow) -> bool:
    """储备客车60辆，并于国庆节前组织一次演练; not 制定方案，并于6月底前完成施工."""
    if not flow.words.startswith(("并于", "并在"), clause.start):
        return False
    end = flow.times_in(clause.start, clause.end)[0].span[1]
    return clause.end - end >= _SHORTEST_ACT and _opened_by_date(clause, flow) is not None


def _has_own_object(clause: Clause, draft: Draft, flow: Flow) -> bool:
    """负责编制告知单，5月15日前完成首批7个小区摸底: a paper made, then another thing by a date."""
    if not _MAKES.match(flow.words, draft.act, draft.end) or not _opened_by_date(clause, flow):
        return False
    first = flow.times_in(clause.start, clause.end)[0]
    return _OWN_OBJECT.match(flow.words, first.span[1], clause.end) is not None


def _is_further(clause: Clause, words: str) -> bool:
    """Whether it makes something of its own of what came out: 排查结果报…, 方案报…, 并报…备案."""
    start, end = clause.start, clause.end
    if clause.verb == DELIVER and _has_event(words, start, end):
        return True
    return any(pattern.match(words, start, end) for pattern in (_FILES_TOO, _PAPER, _FRONTED))


def _has_event(words: str, start: int, end: int) -> bool:
    """验收合格后一次性兑付; 首笔资金于项目开工后拨付; not 于放水前报区政府备案, 到位后归垫."""
    event = phrases.ONCE_DONE.match(words, start, end) or phrases.AT_EVENT.search(
        words, start, min(end, start + 24)
    )
    if event is None or _GATE_FIRST.match(words, event.end(), end):
        return False
    return end - start - len(event.group()) > 3


def _recurs(clause: Clause, draft: Draft, flow: Flow) -> bool:
    """每季度末向市政府报告, 首笔于4月10日前拨付: an act of its own, by its own cadence or part."""
    opens = _opened_by_date(clause, flow)
    if not opens:
        return False
    if opens["part"]:
        return True
    is_cadence = any(time.is_cadence for time in flow.times_in(clause.start, clause.end))
    return is_cadence and (draft.is_shown or (clause.verb == REPORT and draft.verb != ""))


def _opened_by_date(clause: Clause, flow: Flow) -> re.Match[str] | None:
    """并务必于 before the first date of a clause, where nothing else stands before it."""
    times = flow.times_in(clause.start, clause.end)
    return _OPENS_DATE.fullmatch(flow.words, clause.start, times[0].span[0]) if times else None


def _inheriting(clause: Clause, flow: Flow) -> Draft:
    start = flow.begin()
    draft = Draft(clause.start if start is None else start, clause.end, clause.start)
    above = None if clause.others and not flow.due(clause) else flow.subject
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


def _take_opener(draft: Draft, clause: Clause, flow: Flow) -> None:
    """县供电公司倒排工期，务必于7月15日前送电: who was named before how, and only then what."""
    if draft.start == clause.start or not flow.due(clause):
        return
    named = bearers_at(flow.words, draft.start, clause.start)
    if named and flow.signs.marks[named.end : named.end + 1] in {HARD, SOFT}:
        flow.subject = draft.name(named)
