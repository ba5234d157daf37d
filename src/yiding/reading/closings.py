"""Closing tests: what ends a duty, by the last act of its chain 办结标准."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from yiding.reading.bearers import unit_at
from yiding.reading.lexicon import alternation
from yiding.reading.model import Closing
from yiding.reading.signs import ISSUE

if TYPE_CHECKING:
    from yiding.dates import Deadline
    from yiding.reading.drafts import Draft
    from yiding.reading.obligations import Setting

_ISSUE = re.compile(f"(?:{alternation('act_issue')})(?![^，；]{{0,4}}(?<!灾)后)(?!会|的|前)")
_SUBMIT = re.compile(
    "(?:提请|报请|呈请|报经|提交|提报|呈报|呈送|上报|报送|送|向|(?<!申)报(?!告|社|业|名|道|表|警|件"
    "|废|刊|酬|备|审|批)|呈)(?P<to>[^，。；]{0,24}?)"
    f"(?P<end>{alternation('submit_end')})(?P<after>通过后|同意后|批准后|之后|后)?"
)
_BEFORE = re.compile(
    "(?:提请|报请|呈请|提交|呈报|上报|报送|(?<!申)报(?!告|社|业|名|道|表|警|废|刊|件"
    "|酬))(?P<to>[^，。；、]{0,16}"
    f"(?:{alternation('deciding_body')})(?:和[^，。；]{{0,8}}(?:常委会"
    f"|会议))?)(?P<after>[^，；]{{0,4}}后)?"
)
_HANDED_IN = re.compile("报(?![请经])[^，]*(?:政府|办公室|管委会|行署|督查室)$")
_SELF_SUBMIT = re.compile("(?:报审|报批|报备|送审)(?!资料|材料|文件|要件)|上会(?!前)")
# 可研报告, 检测报告, 出具报告: a paper, and nobody told
_OF_PAPERS = (
    "可行性 研究 可研 评估 检测 审计 调查 论证 工作 分析 形成 出具 编制 鉴定 使".split()  # noqa: SIM905
)
_REPORT = re.compile(
    f"(?:{''.join(f'(?<!{word})' for word in _OF_PAPERS)}"
    f"(?:{alternation('act_report')})(?!编制|书|文本|意见|初?稿)"
    "|报送(?=[^，。；]{0,24}(?:情况|进展|信息|结果|台账|名单|数据|清单|月报|周报|总结))"
    "|提交(?=[^，。；]{0,16}(?:报告|分析|总结|说明)$))(?!的|会|后|制度|单)"
)
# 形成核查报告: a thing made, and nobody told
_PAPER = re.compile(
    "(?:形成|出具|编制|完成|撰写|起草|拿出)[^，。；报向]{0,10}报告(?!市|县|区|省|州)"
)
_SENDS = re.compile(
    "报送|报给|上报|书面报|作出(?:书面)?(?:说明|检讨|检查)|[^，]报[市县区省州盟旗地局各]"
    "|报(?=[^，。；告名废销表酬警]{0,12}(?:办公室|管委会|指挥部|领导小组|督查室|专班|[局委办科室院部股]|存档|汇总"
    f"|{alternation('post')})$)"
)
_MAY_TELL = re.compile("说明|检讨|报|送|呈|抄|复|提请|提交|反馈|备案|上会|告知")
_ROUTINE = re.compile("(?:情况|进展|信息|结果|台账|名单|数据|清单|月报|周报|总结|日报|报表)")
_CADENCE = re.compile(alternation("standing_mark"))
_EMPTY_TO = re.compile(
    "^(?:及时|尽快|抓紧|按程序|按规定|依法|一并|再次|再|程序|逐级|统一|另行|适时|书面|专题"
    "|联合)+|(?:再次|再)?(?:研究|集体|同意)?$"
)
# 报区政府审定后实施: the decision is what can be proved
_CARRIED_OUT = re.compile("再?(?:组织|按程序)?(?:实施|执行|施行)$")
_STANDING, _DELIVER, _ISSUED, _REPORTED = (
    Closing(kind) for kind in ("standing", "deliver", "issue", "report")
)


def closing_of(draft: Draft, setting: Setting, deadline: Deadline) -> Closing:
    """The test that ends a duty: that of the last act of its chain."""
    text = setting.words[draft.act : draft.end]
    kinds = setting.signs.kinds_in(draft.act, draft.end)
    if (ISSUE in kinds or _MAY_TELL.search(text)) and (told := _told(text, kinds, draft, setting)):
        # 每日发布预报: a cadence has no end, unless the act is a report
        return _STANDING if told is _ISSUED and deadline.kind == "recurring" else told
    ends = deadline.kind in {"by", "within", "span"}  # 3月底前完成清淤，落实长效管护
    if deadline.kind == "recurring" or (not ends and _CADENCE.search(text)):
        return _STANDING
    return _DELIVER


def _told(text: str, kinds: str, draft: Draft, setting: Setting) -> Closing | None:
    """印发, 报审 or 反馈, in this order where several stand; None where nobody is told."""
    submit = _last_submission(text)
    if (
        ISSUE in kinds
        and _ISSUE.search(text)
        and not (submit and submit.start() > _last(_ISSUE, text))
    ):
        return _ISSUED
    if submit and submit.re is _BEFORE and (_ROUTINE.search(text) or _only_hands_in(submit)):
        return _REPORTED
    if submit:
        return Closing("submit", _receiver(submit, draft, setting))
    if _SELF_SUBMIT.search(text):
        return Closing("submit")
    text = _PAPER.sub("", text)
    if _REPORT.search(text) or _SENDS.search(text):
        return _REPORTED
    return None


def _receiver(match: re.Match[str], draft: Draft, setting: Setting) -> str | None:
    """The body that decides: the whole name where the pattern saw its beginning."""
    start, end = (draft.act + place for place in match.span("to"))
    whole = unit_at(setting.words, start, min(draft.end, start + 30)) if end > start else None
    end = max(end, whole or end)
    to = setting.sheet.words(start, end) if end > start else ""
    return _EMPTY_TO.sub("", to) or None


def _last(pattern: re.Pattern[str], text: str) -> int:
    return max(match.start() for match in pattern.finditer(text))


def _last_submission(text: str) -> re.Match[str] | None:
    """The last gate of a chain that is itself the end, not passed on with 后."""
    matches = [*_SUBMIT.finditer(text), *_BEFORE.finditer(text)]
    ends = [
        match
        for match in matches
        if (not match["after"] or _CARRIED_OUT.match(text, match.end()))
        and not _ROUTINE.search(match["to"])
        and _is_submission(match)
    ]
    return max(ends, key=lambda match: (match.start(), match.re is _SUBMIT), default=None)


def _only_hands_in(match: re.Match[str]) -> bool:
    """报市政府, 报区政府办公室 without 审定 or 备案: told, and asked for nothing."""
    return _HANDED_IN.match(match.group()) is not None


def _is_submission(match: re.Match[str]) -> bool:
    """送 and 向 submit only to a body that approves or files."""
    first = match.group()[0]
    if first == "向":
        return match.re is _SUBMIT and match["end"] == "备案"
    if first == "送":
        return match.re is _SUBMIT and match["end"] in {
            "审批",
            "审定",
            "批准",
            "备案",
            "核准",
            "审核",
            "批复",
        }
    return True
