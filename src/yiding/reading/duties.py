"""Duties: clauses of a paragraph become drafts, one bearer, one act, one end each 任务."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from yiding.reading.clauses import Clause, clauses_of, is_adverbial_at, is_past, starts_with_modal
from yiding.reading.lexicon import alternation
from yiding.reading.signs import SHOWABLE, Signs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from yiding.dates import TimeWord
    from yiding.reading.bearers import Bearers
    from yiding.reading.model import BearerBasis
    from yiding.text import Span

_SENTENCE = re.compile("[^。！？；\n]+[。！？；\n]*[”』]?")
_OPENER = re.compile(
    f"(?:{alternation('opener_duty')}|{alternation('opener_background')}|[^，：]{{1,10}}(?:长|同志|书记|主任|专员|领导|会上)(?:要求|强调|指出|认为|提出))$"
)
_BACKGROUND = re.compile(
    f"(?:{alternation('opener_background')})|[^，：]{{0,12}}(?:认为|汇报了|介绍了|分析了|回顾了|肯定了)|(?:目前|当前|近日|近期，|(?:\\d{{4}}年)?\\d{{1,2}}月\\d{{1,2}}日，|近年来|去年|今年以来|上半年以来|截至)"
)
_OPENER_ENDS = frozenset({"要求", "强调", "指出", "认为", "提出", "明确", "决定", "确定", "议定", "同意", "责成", "希望", "号召", "指定", "安排", "肯定", "听取", "分析", "通报", "传达", "学习", "回顾", "总结", "事项"})
_DECIDES = re.compile("会议(?:还|经?研究|一致|讨论|同意|原则|上)*(?:决定|明确|议定|确定|同意|通过)")
_VERDICT = re.compile(
    f"{alternation('verdict_in_principle')}|(?<![务委题公席办组])会议(?:一致|研究|审议|讨论|并)*(?:{alternation('verdict_approved')})|^(?:{alternation('verdict_approved')})|审议并?通过"
)
# 立即开展排查，排查情况于6月10日前报告: what came out of a timed act goes on, a further end
_FRONTED = re.compile("(?:形成的)?[^，]{0,12}(?:情况|结果|名单|数据|成果|进展|信息)(?:要|需|应|须)?(?:于|在|每|报|抄|向|通报|征求|经|及时|书面|按|由|一并)")
# 力争三季度末完成…, 确保春节前清零: a dated aim after the act, its own milestone
_AIM = re.compile("并?(?:力争|争取|确保|务必)")
# 批复后15日内…, 发现重大隐患立即报告: what is only due once something has happened
_ONCE = re.compile("(?:发现|遇|如|若|对于|对不|对拒)")
_NEXT_STEP = re.compile("修改完善|按程序|会后|名义|履行|发文|提请|报请|印发|审定|呈报|提交|发布|上报|报")
# 确保… 切实… 不断…: what follows the act and belongs to it.
_JOINED = re.compile("[、并再]?[于在]?$")
_SEVERAL = re.compile("、(?=[^、，。（）]{2,14}(?<!具体)负责[^，、。]{2})")
_TAIL = re.compile(
    f"(?:{alternation('adverb')}|并|形成|实现|促进|以便|以期|从而|使|让|保障|保证|为|达到|推进|做到|防止|避免)"
)


@dataclass(slots=True)
class Draft:
    """A duty being read; positions are of the sheet."""

    start: int
    end: int
    act: int
    lead: tuple[Span, ...] = ()
    assist: tuple[Span, ...] = ()
    is_group: bool = False
    basis: BearerBasis = "none"
    commissioned: bool = False
    verb: str = ""
    has_act: bool = False
    is_firm: bool = False
    under: Span | None = None


@dataclass(slots=True)
class _Flow:
    """What carries over from clause to clause: the subject, the draft, a waiting adverbial."""

    subject: Draft | None = None
    draft: Draft | None = None
    prefix: int | None = None
    open: bool = False
    background: bool = False
    after_verdict: bool = False
    times: Sequence[TimeWord] = ()
    starts: Sequence[int] = ()
    done: list[Draft] = field(default_factory=list)

    def flush(self) -> None:
        draft = self.draft
        if draft and (draft.has_act or draft.is_firm) and (draft.is_firm or draft.commissioned or draft.verb in SHOWABLE):
            self.done.append(draft)
        self.draft = None
        self.prefix = None


def drafts_of(
    signs: Signs, start: int, end: int, times: Sequence[TimeWord], after_verdict: bool
) -> tuple[list[Draft], bool]:
    """The drafts of one paragraph of masked words, and whether a verdict has stood in it."""
    words = signs.words
    flow = _Flow(after_verdict=after_verdict, times=times, starts=[time.span[0] for time in times])
    for sentence in _SENTENCE.finditer(words, start, end):
        first, last = sentence.span()
        kinds = signs.kinds_in(first, last)
        if not kinds:
            flow.open = False
            continue
        stop = last
        while stop > first and words[stop - 1] in "。！？；\n":
            stop -= 1
        _sentence(signs, first, stop, flow)
        flow.open = words[last - 1] == "；"
    return flow.done, flow.after_verdict


def _sentence(signs: Signs, start: int, end: int, flow: _Flow) -> None:
    words = signs.words
    if not flow.open:
        flow.background = bool(_BACKGROUND.match(words, start, end))
    may_agree = any(word in words[start:end] for word in ("同意", "通过", "批准", "审定"))
    for clause in _cut_clauses(signs, start, end, list(_cuts(words, start, end, flow))):
        text = words[clause.start : clause.end]
        if text[-2:] in _OPENER_ENDS and (_OPENER.fullmatch(text) or _OPENER.fullmatch(words[start : clause.end])):
            flow.flush()
            flow.subject = None
            flow.open = False
            flow.background = bool(_BACKGROUND.match(text))
        elif may_agree and _is_verdict(clause, text):
            flow.flush()
            flow.after_verdict = True
            flow.open = True
            flow.subject = None
        else:
            _step(words, clause, _times_in(flow, clause.start, clause.end), flow)
    flow.flush()


def _is_verdict(clause: Clause, text: str) -> bool:
    if clause.commissioned or (clause.lead and clause.has_modal):
        return False
    return "同意" in clause.opened or bool(_VERDICT.search(text))


def _cuts(words: str, start: int, end: int, flow: _Flow) -> Iterator[int]:
    """Where one clause holds several duties: 6月底前开工、12月底前完工；X负责A、Y负责B."""
    inside = [time for time in _times_in(flow, start, end) if time.is_explicit]
    for before, time in zip(inside, inside[1:], strict=False):
        gap = words[before.span[1] : time.span[0]]
        joined = _JOINED.search(gap)
        if len(gap) > 3 and joined and joined.group() and "，" not in gap[-3:] and "（" not in gap:
            yield time.span[0] - len(joined.group().lstrip("、"))
    if words.count("负责", start, end) > 1:
        for match in _SEVERAL.finditer(words, start, end):
            if "负责" in words[start : match.start()]:
                yield match.start() + 1


def _cut_clauses(signs: Signs, start: int, end: int, cuts: list[int]) -> Iterator[Clause]:
    if not cuts:
        yield from clauses_of(signs, start, end)
        return
    edges = [start, *sorted(cuts), end]
    for left, right in zip(edges, edges[1:], strict=False):
        yield from clauses_of(signs, left, right - (signs.words[right - 1] == "、"))


def _times_in(flow: _Flow, start: int, end: int) -> Sequence[TimeWord]:
    first = bisect_left(flow.starts, start)
    return flow.times[first : bisect_left(flow.starts, end, first)]


def _due(words: str, times: Sequence[TimeWord], start: int) -> list[TimeWord]:
    """The times that say when to act: 6月底前, 在上半年; not the 2022年 of a plan's name."""
    return [
        time
        for time in times
        if time.is_explicit or (time.kind != "vague" and (time.span[0] == start or words[time.span[0] - 1] in "在于至到"))
    ]


def _step(words: str, clause: Clause, times: Sequence[TimeWord], flow: _Flow) -> None:
    text = words[clause.start : clause.end]
    if is_past(text) and not clause.has_modal and not clause.commissioned:
        flow.flush()
        return
    if clause.assist and not clause.lead:
        _helped(clause, flow)
    elif clause.lead:
        _named(words, clause, clause.lead, times, flow)
    else:
        _unnamed(words, clause, times, flow)


def _helped(clause: Clause, flow: _Flow) -> None:
    """Y配合, or 会同Y…: joins the draft it stands in, or waits for the act."""
    if flow.draft is None:
        flow.draft = Draft(clause.start, clause.end, clause.body, commissioned=True)
    flow.draft.assist += clause.assist
    flow.draft.end = clause.end
    if clause.verb:
        _act(flow.draft, clause)


def _named(
    words: str, clause: Clause, lead: Bearers, times: Sequence[TimeWord], flow: _Flow
) -> None:
    if not _acts(words, clause, times, flow):
        flow.flush()
        return
    waiting = flow.draft and not flow.draft.has_act and flow.draft
    if waiting and waiting.lead:
        waiting.lead += tuple(name for name in lead.names if name not in waiting.lead)
        waiting.is_group |= lead.is_group
    elif waiting:
        waiting.lead, waiting.is_group, waiting.basis = lead.names, lead.is_group, "text"
    else:
        start = clause.start if flow.prefix is None else flow.prefix
        flow.flush()
        flow.draft = Draft(start, clause.end, clause.body, lead.names, (), lead.is_group, "text")
    draft = flow.draft
    assert draft is not None  # noqa: S101 - set just above
    draft.assist += clause.assist
    draft.commissioned |= clause.commissioned
    draft.end, draft.act = clause.end, clause.body
    draft.is_firm |= bool(clause.has_modal)
    if clause.verb or not (clause.role_only or _waits(words, clause)):
        _act(draft, clause, is_dated=bool(_due(words, times, clause.start)))
    flow.subject = draft


def _waits(words: str, clause: Clause) -> bool:
    """市住建局按照职责分工，…: the bearer is named, the act comes after the comma."""
    start = clause.body
    while start < clause.end and words[start] in "要应需须":
        start += 1
    return is_adverbial_at(words, start, clause.end)


def _acts(words: str, clause: Clause, times: Sequence[TimeWord], flow: _Flow) -> bool:
    """Whether a clause that names a body gives it something to do."""
    if clause.commissioned:
        return True
    if clause.has_modal:
        return not re.match("[^，]{0,6}(?:的|关于|提出|汇报)", words[clause.body : clause.end][:3])
    if flow.background:
        return False
    dated = bool(_due(words, times, clause.start))
    return clause.verb in SHOWABLE or dated or _waits(words, clause)


def _act(draft: Draft, clause: Clause, *, is_dated: bool = False) -> None:
    draft.is_firm |= bool(clause.has_modal) or is_dated
    if not draft.has_act or (draft.verb not in SHOWABLE and clause.verb in SHOWABLE):
        draft.verb = clause.verb
    draft.has_act = True


def _unnamed(words: str, clause: Clause, times: Sequence[TimeWord], flow: _Flow) -> None:
    draft = flow.draft
    modal_start = starts_with_modal(words, clause.start, clause.end)
    dated = bool(_due(words, times, clause.start))
    if clause.adverbial or _is_time_only(words, clause, times):
        _wait(clause, flow)
        return
    if draft is None:
        if _may_begin(words, clause, modal_start, dated, flow):
            flow.draft = _inheriting(clause, flow, dated)
        else:
            flow.prefix = clause.start if not clause.verb and flow.prefix is None else None
    elif not draft.has_act or not _breaks(words, clause, draft, modal_start, dated, flow, times):
        draft.end = clause.end
        flow.prefix = None
        if not draft.has_act:
            draft.act = clause.start
        _act(draft, clause)
    else:
        prefix = flow.prefix
        flow.flush()
        flow.prefix = prefix
        flow.draft = _inheriting(clause, flow, dated)


def _is_time_only(words: str, clause: Clause, times: Sequence[TimeWord]) -> bool:
    """竣工验收后5日内， stands before its act."""
    return bool(times) and len(words[clause.start : times[0].span[0]].lstrip("并于在，")) == 0 and times[-1].span[1] >= clause.end - 1


def _wait(clause: Clause, flow: _Flow) -> None:
    if flow.draft and not flow.draft.has_act:
        flow.draft.end = clause.end
    elif flow.prefix is None:
        flow.prefix = clause.start


def _may_begin(words: str, clause: Clause, modal_start: bool, dated: bool, flow: _Flow) -> bool:
    """Whether a clause without a name may open a duty at all."""
    if clause.has_modal and (modal_start or clause.others):
        return True
    if clause.has_modal and not flow.background:
        return True
    if flow.subject and (flow.open or (dated and clause.verb in SHOWABLE)):
        return bool(clause.verb)
    text = words[clause.start : clause.end]
    if flow.after_verdict and flow.open and clause.verb in SHOWABLE and _NEXT_STEP.search(text):
        return True
    sentence = words.rfind("会议", 0, clause.start + 1)
    decides = sentence >= 0 and clause.start - sentence < 10 and bool(_DECIDES.match(words, sentence))
    return decides and clause.verb in SHOWABLE


def _breaks(
    words: str,
    clause: Clause,
    draft: Draft,
    modal_start: bool,
    dated: bool,
    flow: _Flow,
    times: Sequence[TimeWord],
) -> bool:
    """Whether the clause is another duty than the draft: its own 要, its own date, another kind."""
    if modal_start and re.match("(?:并|还|也|同时)*(?:要|务必|必须|应|需)", words[clause.start : clause.end]):
        return True
    if dated and any(time.kind not in {"vague", "recurring"} for time in _times_in(flow, draft.start, draft.end)):
        return True
    if draft.verb in SHOWABLE and (_ONCE.match(words, clause.start, clause.end) or any("后" in time.text and "会后" not in time.text for time in times)):
        return True
    if draft.verb in SHOWABLE and _FRONTED.match(words, clause.start, clause.end) and _times_in(flow, draft.start, draft.end):
        return True
    if dated and draft.verb in SHOWABLE and _AIM.match(words, clause.start, clause.end):
        return True
    if clause.others:
        return True
    if draft.verb in SHOWABLE:
        leading = _TAIL.match(words, clause.start, clause.end)
        return clause.verb == "hard" and not leading and not clause.has_modal and not dated
    return clause.verb in SHOWABLE and not dated and (draft.is_group or not draft.lead)


def _inheriting(clause: Clause, flow: _Flow, dated: bool) -> Draft:
    start = clause.start if flow.prefix is None else flow.prefix
    flow.prefix = None
    draft = Draft(start, clause.end, clause.start)
    if clause.others:
        flow.subject = None
    elif flow.subject:
        draft = replace(draft, lead=flow.subject.lead, is_group=flow.subject.is_group, basis="inherited", commissioned=flow.subject.commissioned, under=(flow.subject.start, flow.subject.end))
    _act(draft, clause, is_dated=dated)
    return draft
