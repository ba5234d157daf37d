"""Breaking: whether a clause is another duty than the one it follows 另起一事."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from yiding.reading import phrases
from yiding.reading.lexicon import alternation
from yiding.reading.signs import DELIVER, HARD, ISSUE, REPORT, SOFT

if TYPE_CHECKING:
    from yiding.reading.clauses import Clause
    from yiding.reading.drafts import Draft, Flow

# 立即开展排查，排查情况于6月10日前报告: what came out of a timed act goes on, a further end
_FRONTED = re.compile(
    "(?:形成的)?[^，]{0,12}(?:情况|结果|名单|数据|成果|进展|进度|信息)[要需应须]?"
    "(?:于|在|每|提前|报|抄|向|通报|征求|经|及时|同步|第一时间|立即|书面|按|由|一并|纳入|作为|公示"
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
_SO_OFTEN = re.compile("不少于|不低于|至少")
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
# 务必于3月底前完成接种，适时开展“回头看”
_PRESSES = re.compile("并?(?:适时|抓紧|尽快)")
# 力争年底前取得批复; not 力争7月10日前全部完工, which ends what stands before it
_AIM = re.compile("并?(?:力争|争取)(?![^，]*(?:全部|全面|基本)(?:完成|完工|竣工|办结|到位|建成)$)")
_DATED_AIM = re.compile("并?(?:力争|争取|确保|务必|必须)")
# 协议文本须经法律顾问审查, 培训合格率必须达到100%: of the act before, how it is to be done
_SAYS_HOW = re.compile(
    "[^，要应须必]{0,8}(?:要|应|须|必须)(?:先|报)?经[^，]*(?:审查|审核|评审|论证|同意)$"
    "|[^，要应须必]{0,8}(?:率|量|标准|质量)(?:要|应|须|必须|均)*(?:达到|不低于|不少于|不超过|控制在)"
)
# …，并于国庆节前组织演练: another act by its own day
_AND_BY = ("并于", "并在")
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
# 切实… 不断… 形成…: what follows the act and belongs to it
_TAIL = re.compile(
    f"(?:{alternation('adverb')}|并|形成|实现|促进|以便|以期|从而|使|让|保障|保证|为|达到"
    f"|推进|做到|防止|避免)"
)
# 发现重大隐患立即报告: only once something has happened
ONCE = re.compile("发现|遇|确需|如|若|对[于不拒]|超标时")


def breaks(clause: Clause, draft: Draft, flow: Flow) -> bool:
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
    words, start, end = flow.words, clause.start, clause.end
    if draft.verb == HARD and (
        (draft.is_nobody and _DATED_AIM.match(words, start))
        or (clause.is_shown and words.startswith(_AND_BY, start))
    ):
        return True
    if draft.verb in {HARD, SOFT} and not draft.commissioned and _AIM.match(words, start, end):
        return True  # 要加强沟通，力争年底前取得批复: asked of it, and then aimed at
    return is_timed(draft, flow) or _recurs(clause, draft, flow)


def _only_dates(clause: Clause, flow: Flow) -> bool:
    """务必于10月底前完成: by when, and of nothing else than what stands before."""
    words, times = flow.words, flow.times_in(clause.start, clause.end)
    if not _DATED_AIM.match(words, clause.start, clause.end):
        return False
    return not times or clause.end - times[0].span[1] < _LONGEST_END


def is_timed(draft: Draft, flow: Flow) -> bool:
    """Whether a duty has a term of its own already."""
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
    if clause.is_shown and is_timed(draft, flow) and _PRESSES.match(words, start, end):
        return True
    if clause.is_shown and (clause.opened in _ADDING or _ADDS_ACT.match(words, start, end)):
        return True
    if _is_further(clause, words) or ONCE.match(words, start, end):
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
    if not flow.words.startswith(_AND_BY, clause.start):
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
    if not is_cadence or _SO_OFTEN.search(flow.words, clause.start, clause.end):
        return False  # 要加密监测，每周采样不少于1次: only says how
    if draft.is_shown or clause.verb == REPORT:
        return draft.verb != ""
    return draft.verb == HARD and clause.is_shown and not draft.commissioned


def _opened_by_date(clause: Clause, flow: Flow) -> re.Match[str] | None:
    """并务必于 before the first date of a clause, where nothing else stands before it."""
    times = flow.times_in(clause.start, clause.end)
    return _OPENS_DATE.fullmatch(flow.words, clause.start, times[0].span[0]) if times else None
