"""Duties: the clauses of a paragraph become drafts, one bearer, one act, one end each 任务."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from yiding.reading import phrases
from yiding.reading.bearers import bearers_at
from yiding.reading.clauses import clause_of, is_adverbial_at, is_past, opens_modal
from yiding.reading.lexicon import WORDS, alternation
from yiding.reading.signs import (
    AGREE,
    COMMISSION,
    DELIVER,
    ENSURE,
    HARD,
    ISSUE,
    MODALS,
    MUST,
    NEED,
    ROLE,
    SHOULD,
    SHOWABLE,
    SOFT,
    TRAP,
    VERBS,
    WITH,
    Stretch,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from yiding.dates import TimeWord
    from yiding.reading.bearers import Bearers
    from yiding.reading.clauses import Clause
    from yiding.reading.model import BearerBasis
    from yiding.reading.signs import Signs
    from yiding.text import Span

# 会议要求， 会议指出： 王市长强调，: opens what follows and is no duty itself
_OPENER = re.compile(
    f"(?:{alternation('opener_duty')}|{alternation('opener_background')}"
    "|[^，：]{1,10}(?:长|同志|书记|主任|专员|领导|会上)(?:要求|强调|指出|认为|提出)"
    "|[一-鿿]{2,3}(?:强调|指出))$"
)
_OPENER_LAST = frozenset(word[-2:] for word in (*WORDS["opener_duty"], *WORDS["opener_background"]))
# 会议认为… 8月20日，省政府召开… 目前…: what was, and what is thought
_BACKGROUND = re.compile(
    f"(?:{alternation('opener_background')})"
    "|[^，：]{0,12}(?:认为|汇报了|介绍了|分析了|回顾了|肯定了)"
    r"|(?:目前|当前|近日|近期，|(?:\d{4}年)?\d{1,2}月\d{1,2}日，|近年来|去年|今年以来"
    r"|上半年以来|截至)"
)
_DECIDES = re.compile("会议(?:还|经?研究|一致|讨论|同意|原则|上)*(?:决定|明确|议定|确定|同意|通过)")
# trap: 县委常委会议审定 is a gate, 次常务会议审定 another meeting's verdict
_VERDICT = re.compile(
    f"{alternation('verdict_in_principle')}"
    f"|(?<![务委题公席办组])会议(?:一致|研究|审议|讨论|并)*(?:{alternation('verdict_approved')})"
    f"|^(?:{alternation('verdict_approved')})|审议并?通过"
)
# 立即开展排查，排查情况于6月10日前报告: what came out of a timed act goes on, a further end
_FRONTED = re.compile(
    "(?:形成的)?[^，]{0,12}(?:情况|结果|名单|数据|成果|进展|信息)[要需应须]?"
    "(?:于|在|每|报|抄|向|通报|征求|经|及时|书面|按|由|一并)"
)
# 由X新增编制60名，招聘方案报市政府备案: a paper of its own is a further end
_PAPER = re.compile(
    "[^，将把对于按经报送向各要形编]{1,12}(?:方案|报告|文件|值班表)[要需应须]?"
    "(?:\\d|于|在|报|送|经|提请|由|另行)"
)
# 并送区人大常委会备案: told to a further body
_FILES_TOO = re.compile(
    "(?:并|同时)[^，]{0,3}(?:送|报|向|将|抄送)[^，]*(?:备案|报告|通报|反馈|报[市县区]|抄送)"
)
_DATED_AIM = re.compile("并?(?:力争|争取|确保|务必|必须)")
# 发现重大隐患立即报告: only once something has happened
_ONCE = re.compile("发现|遇|如|若|对[于不拒]|超标时")
_NEXT_STEP = re.compile(
    "修改完善|按程序|会后|名义|履行|发文|提请|报请|印发|审定|呈报|提交|发布|上报"
    "|报[市县区省州旗送请批]"
)
# 以市政府办公室文件印发: a next step that needs no name
_FORMAL_STEP = re.compile("名义|文件|按程序|提请|报请|修改完善")
_OPENS_ACT = re.compile(f"(?:{alternation('adverb')}|[将把对向于在并])*")
# 切实… 不断… 形成…: what follows the act and belongs to it
_TAIL = re.compile(
    f"(?:{alternation('adverb')}|并|形成|实现|促进|以便|以期|从而|使|让|保障|保证|为|达到"
    f"|推进|做到|防止|避免)"
)
# 既解决问题，又推动工作; 严格要求X整改，确保整改到位: an aim is no act
_AIMS = re.compile("[既又]|确保")
_JOINED = re.compile("[、并再]?[于在]?$")
_SEVERAL = re.compile("、(?=[^、，。（）]{2,14}(?<!具体)负责[^，、。]{2})")
_PASSIVE = frozenset(HARD + SOFT + TRAP + ENSURE)
# A sentence without these, without a date and of nobody in particular binds nobody.
_CALM = frozenset(COMMISSION + NEED + MUST + ROLE + WITH + AGREE)
_FIRM = frozenset(MODALS)
_SHOWN = frozenset(SHOWABLE)
# A sentence with none of these says nothing of duty or verdict.
_SPEAKS = frozenset(MODALS + SHOWABLE + COMMISSION + ROLE + WITH + AGREE)
# What may open a clause that is more than a continuation: an adverbial, 由, 各
_ACTIVE_FIRST = (phrases.ADVERBIAL_FIRST - {"坚"}) | {"由", "各"}


@dataclass(slots=True)
class Draft:
    """A duty being read; positions are of the sheet. ``under`` is what it inherits from."""

    start: int
    end: int
    act: int
    lead: tuple[Span, ...] = ()
    assist: tuple[Span, ...] = ()
    is_group: bool = False
    is_nobody: bool = False
    basis: BearerBasis = "none"
    commissioned: bool = False
    verb: str = ""
    has_act: bool = False
    is_firm: bool = False
    is_calm: bool = False
    is_next_step: bool = False
    by_name: bool = False
    under: Draft | None = None

    @property
    def is_shown(self) -> bool:
        """Whether its act leaves something one can show."""
        return self.verb != "" and self.verb in SHOWABLE


@dataclass(slots=True)
class _Flow:
    """What carries over from clause to clause: the subject, the draft, a waiting adverbial."""

    signs: Signs
    words: str
    times: Sequence[TimeWord]
    after_verdict: bool
    starts: list[int] = field(default_factory=list)
    subject: Draft | None = None
    draft: Draft | None = None
    prefix: int | None = None
    is_open: bool = False
    opening: tuple[int, int] | None = None
    is_calm: bool = False
    last_commission: int = 0
    done: list[Draft] = field(default_factory=list)

    def flush(self) -> None:
        draft = self.draft
        if (
            draft
            and (draft.is_firm or draft.has_act)
            and (draft.is_firm or draft.commissioned or draft.is_shown)
        ):
            self.done.append(draft)
        self.draft = None
        self.prefix = None

    @property
    def is_background(self) -> bool:
        """Whether what opened the sentence speaks of what was, or of what is thought."""
        return self.opening is not None and bool(_BACKGROUND.match(self.words, *self.opening))

    def begin(self) -> int | None:
        """Where a waiting adverbial began; it waits no more."""
        prefix, self.prefix = self.prefix, None
        return prefix

    def times_in(self, start: int, end: int) -> Sequence[TimeWord]:
        if not self.times:
            return ()
        first = bisect_left(self.starts, start)
        return self.times[first : bisect_left(self.starts, end, first)]

    def due(self, clause: Clause) -> bool:
        """Whether the clause says when to act: 6月底前, 在上半年; not the 2022年 of a name."""
        return any(
            time.is_explicit
            or time.kind == "recurring"
            or (
                time.kind != "vague"
                and (time.span[0] == clause.start or self.words[time.span[0] - 1] in "在于至到")
            )
            for time in self.times_in(clause.start, clause.end)
        )


def drafts_of(
    signs: Signs, start: int, end: int, times: Sequence[TimeWord], after_verdict: bool
) -> tuple[list[Draft], bool]:
    """The drafts of one paragraph of masked words, and whether a verdict has stood in it."""
    inside = [time for time in times if start <= time.span[0] < end]
    flow = _Flow(signs, signs.words, inside, after_verdict, [time.span[0] for time in inside])
    for sentence, clauses in signs.sentences(start, end):
        kinds = signs.kinds[sentence.first : sentence.last]
        if flow.is_open or not _SPEAKS.isdisjoint(kinds) or flow.times_in(*sentence[:2]):
            _read_sentence(signs, sentence, clauses, flow)
            flow.is_open = signs.words[sentence.end : sentence.end + 1] == "；"
        else:
            flow.is_open = False
    return flow.done, flow.after_verdict


def _read_sentence(signs: Signs, sentence: Stretch, clauses: list[Stretch], flow: _Flow) -> None:
    words, start = flow.words, sentence.start
    if not flow.is_open:
        flow.opening = sentence[:2]
    kinds = signs.kinds[sentence.first : sentence.last]
    may_agree = AGREE in kinds
    commission = signs.kinds.rfind(COMMISSION, sentence.first, sentence.last)
    flow.last_commission = signs.starts[commission] if commission >= 0 else 0
    flow.is_calm = _CALM.isdisjoint(kinds) and all(
        time.kind == "vague" for time in flow.times_in(*sentence[:2])
    )
    if flow.is_calm and _FIRM.isdisjoint(kinds) and _tells(words, clauses[0], flow):
        return
    parts = clauses if flow.is_calm else _cut(signs, clauses, _cuts(flow, *sentence[:2]))
    for stretch in parts:
        if (flow.is_calm and _exhorts(signs, stretch, flow)) or _merely_goes_on(
            signs, stretch, flow
        ):
            continue
        clause = clause_of(signs, stretch)
        if words[clause.end - 2 : clause.end] in _OPENER_LAST and _opens(words, start, clause):
            flow.flush()
            flow.subject = None
            flow.is_open = False
            flow.opening = (clause.start, clause.end)
        elif may_agree and _is_verdict(words, clause):
            flow.flush()
            flow.subject = None
            flow.is_open = flow.after_verdict = True
        else:
            _take(clause, flow)
    flow.flush()


def _tells(words: str, first: Stretch, flow: _Flow) -> bool:
    """A calm sentence without 要 that nobody opens: it tells how things are."""
    if flow.is_open or flow.after_verdict or words.startswith("会议", first.start):
        return False
    return bearers_at(words, first.start, first.end) is None


# 各地各部门要充分认识…; 要强化条块联动…
# trap: 市水务局要… names a body, and is read clause by clause
def _exhorts(signs: Signs, stretch: Stretch, flow: _Flow) -> bool:
    """Whether a clause of a calm sentence is 要 under a collective, or under what went before."""
    firm = signs.kinds.find(SHOULD, stretch.first, stretch.last)
    if firm < 0:
        return False
    words, start, modal = flow.words, stretch.start, signs.starts[firm]
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
    frame = words[signs.ends[firm] : signs.ends[firm] + 1] in ("以", "把", "将")
    verbs = [] if frame else [k for k in signs.kinds[firm : stretch.last] if k in VERBS]
    flow.draft = Draft(
        start if prefix is None else prefix,
        stretch.end,
        signs.ends[firm],
        lead,
        is_group=bool(lead),
        is_nobody=bool(lead),
        basis="inherited" if above and lead else "text" if lead else "none",
        verb=verbs[0] if verbs else "",
        has_act=True,
        is_firm=True,
        is_calm=True,
        under=above,
    )
    if above is None:
        flow.subject = flow.draft if lead else None
    return True


def _opens(words: str, start: int, clause: Clause) -> bool:
    return bool(
        _OPENER.fullmatch(words, clause.start, clause.end)
        or _OPENER.fullmatch(words, start, clause.end)
    )


def _is_verdict(words: str, clause: Clause) -> bool:
    if clause.commissioned or (clause.lead and clause.has_modal):
        return False
    return "同意" in clause.opened or bool(_VERDICT.search(words[clause.start : clause.end]))


def _merely_goes_on(signs: Signs, stretch: Stretch, flow: _Flow) -> bool:
    """A clause that only adds to an exhortation: nothing firm, shown or timed in it."""
    draft, words = flow.draft, flow.words
    kinds = signs.kinds[stretch.first : stretch.last]
    if words[stretch.end - 2 : stretch.end] in _OPENER_LAST:
        return False
    if flow.is_calm and (draft is None or draft.is_nobody or not draft.lead):
        if not _FIRM.isdisjoint(kinds) or words[stretch.start] in "将把":
            return False
        if draft is None:
            return _SHOWN.isdisjoint(kinds) and _waits_for_firm(words, stretch.start, flow)
        if draft.is_shown and kinds[:1] == HARD and signs.starts[stretch.first] == stretch.start:
            return False  # 将…纳入考核体系，加强宣传: an act, and an exhortation after it
    elif draft is None or draft.is_shown or not _PASSIVE.issuperset(kinds):
        return False
    return _extends(draft, stretch, flow)


def _extends(draft: Draft, stretch: Stretch, flow: _Flow) -> bool:
    """Let the draft run on to the end of a clause that holds nothing of its own."""
    text = flow.words[stretch.start : stretch.end]
    if not draft.has_act or text[0] in _ACTIVE_FIRST or "了" in text or "已" in text:
        return False
    if not flow.is_calm and flow.times_in(stretch.start, stretch.end):
        return False
    draft.end = stretch.end
    flow.prefix = None
    return True


def _waits_for_firm(words: str, start: int, flow: _Flow) -> bool:
    """Before the 要 of a calm sentence: an adverbial belongs to what follows."""
    if flow.is_open:
        return False
    if words[start] in phrases.ADVERBIAL_FIRST and flow.prefix is None:
        flow.prefix = start
    return True


def _cuts(flow: _Flow, start: int, end: int) -> list[int]:
    """Where one clause holds several duties: 6月底前开工、12月底前完工；X负责A、Y负责B."""
    words = flow.words
    times = flow.times_in(start, end)
    inside = [time for time in times if time.is_explicit] if len(times) > 1 else []
    cuts = []
    for before, time in pairwise(inside):
        gap = words[before.span[1] : time.span[0]]
        joined = _JOINED.search(gap)
        if len(gap) > 3 and joined and joined.group() and "，" not in gap[-3:] and "（" not in gap:
            cuts.append(time.span[0] - len(joined.group().lstrip("、")))
    if words.count("负责", start, end) > 1:
        cuts += [
            match.start() + 1
            for match in _SEVERAL.finditer(words, start, end)
            if words.find("负责", start, match.start()) >= 0
        ]
    return sorted(cuts)


def _cut(signs: Signs, clauses: list[Stretch], cuts: list[int]) -> Iterator[Stretch]:
    if not cuts:
        yield from clauses
        return
    for clause in clauses:
        edges = [clause.start, *(c for c in cuts if clause.start < c < clause.end), clause.end]
        for start, end in pairwise(edges):
            yield signs.stretch(start, end - (signs.words[end - 1] == "、"))


def _take(clause: Clause, flow: _Flow) -> None:
    if not (clause.has_modal or clause.commissioned) and is_past(
        flow.words[clause.start : clause.end]
    ):
        flow.flush()
    elif clause.lead and not clause.commissioned and _is_time_only(clause, flow):
        _wait(clause, flow)  # 施工单位进场前，
    elif clause.lead:
        _named(clause, clause.lead, flow)
    elif clause.assist:
        _helped(clause, flow)
    else:
        _unnamed(clause, flow)


def _act(draft: Draft, clause: Clause, *, is_dated: bool = False) -> None:
    draft.is_firm |= clause.has_modal or is_dated
    if not draft.has_act or (not draft.is_shown and clause.verb and clause.verb in SHOWABLE):
        draft.verb = clause.verb
    draft.has_act = True


def _helped(clause: Clause, flow: _Flow) -> None:
    """Y配合, or 会同Y…: joins the draft it stands in, or waits for the act."""
    if flow.draft is None:
        flow.draft = Draft(clause.start, clause.end, clause.body, commissioned=True)
    flow.draft.assist += clause.assist
    flow.draft.end = clause.end
    if clause.verb or not clause.role_only:
        _act(flow.draft, clause)


def _named(clause: Clause, lead: Bearers, flow: _Flow) -> None:
    if not _gives_to_do(clause, flow):
        flow.flush()
        return
    draft = _draft_for(clause, lead, flow)
    draft.assist += clause.assist
    draft.commissioned |= clause.commissioned or (
        flow.is_open and clause.verb == SOFT and not clause.has_modal
    )
    draft.end, draft.act = clause.end, clause.body
    draft.by_name |= (
        clause.commissioned and not clause.role_only and "由" in flow.words[clause.start : lead.end]
    )
    draft.is_firm |= clause.has_modal
    if not (clause.verb or clause.has_modal) and phrases.RUNS_IN.match(
        flow.words, clause.body, clause.end
    ):
        clause = clause._replace(verb=DELIVER)
    dated = flow.due(clause)
    if (
        clause.verb
        or (dated and not _is_time_only(clause, flow))
        or not (clause.role_only or _waits(flow.words, clause))
    ):
        _act(draft, clause, is_dated=dated)
    flow.subject = flow.draft = draft


def _draft_for(clause: Clause, lead: Bearers, flow: _Flow) -> Draft:
    """A draft still waiting for its act takes a further bearer: 由X牵头，Y具体负责…"""
    waiting = flow.draft if flow.draft and not flow.draft.has_act else None
    if waiting and waiting.lead:
        waiting.lead += tuple(name for name in lead.names if name not in waiting.lead)
        waiting.is_group |= lead.is_group
        waiting.is_nobody &= lead.is_nobody
        return waiting
    if waiting:
        waiting.lead, waiting.basis = lead.names, "text"
        waiting.is_group, waiting.is_nobody = lead.is_group, lead.is_nobody
        return waiting
    start = flow.begin()
    if flow.draft and flow.draft.basis == "none" and not flow.draft.assist:
        # 所需资金从预备费中列支，由市财政局拨付: one duty, its body named late
        start = flow.draft.start
        flow.draft = None
    flow.flush()
    return Draft(
        clause.start if start is None else start,
        clause.end,
        clause.body,
        lead.names,
        is_group=lead.is_group,
        is_nobody=lead.is_nobody,
        basis="text",
    )


def _waits(words: str, clause: Clause) -> bool:
    """市住建局按照职责分工，…: the bearer is named, the act comes after the comma."""
    start = clause.body
    while start < clause.end and words[start] in "要应需须":
        start += 1
    return is_adverbial_at(words, start, clause.end) and not phrases.RUNS_IN.match(
        words, start, clause.end
    )


def _gives_to_do(clause: Clause, flow: _Flow) -> bool:
    """Whether a clause that names a body gives it something to do."""
    if clause.commissioned or clause.has_modal:
        return True
    if flow.is_background:
        return False
    shown = clause.verb != "" and clause.verb in SHOWABLE
    soft = clause.verb == SOFT and (flow.is_open or not flow.is_calm)
    timed = clause.verb == HARD and not flow.is_calm
    if soft or timed or is_adverbial_at(flow.words, clause.body, clause.end):
        return True
    return shown or bool(clause.assist) or flow.due(clause) or _waits(flow.words, clause)


def _unnamed(clause: Clause, flow: _Flow) -> None:
    draft = flow.draft
    if (clause.adverbial and not _opens_with_due(clause, flow)) or _is_time_only(clause, flow):
        _wait(clause, flow)
    elif draft is None:
        if _may_begin(clause, flow):
            flow.draft = _inheriting(clause, flow)
            flow.draft.is_next_step = not clause.has_modal and (
                flow.after_verdict
                or bool(_FORMAL_STEP.search(flow.words, clause.start, clause.end))
            )
        else:
            flow.prefix = _object_first(clause, flow)
    elif draft.has_act and _breaks(clause, draft, flow):
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
            _act(draft, clause)


def _object_first(clause: Clause, flow: _Flow) -> int | None:
    """土地出让价款差额，…由X补缴: what is to be done may stand before who does it."""
    if flow.prefix is not None:
        return flow.prefix
    timed = any(time.is_explicit for time in flow.times_in(clause.start, clause.end))
    return None if timed else clause.start


def _is_time_only(clause: Clause, flow: _Flow) -> bool:
    """竣工验收后5日内， stands before its act."""
    times = flow.times_in(clause.start, clause.end)
    if not times or times[-1].span[1] < clause.end - 1:
        hangs = flow.words[clause.end - 1] in "前后" and clause.end - clause.start < 24
        return hangs and not (clause.has_modal or clause.commissioned)  # 施工单位进场前，
    if "后" in flow.words[clause.start : clause.end - 2] and not clause.has_modal:
        return "会后" not in times[-1].text  # 区委常委会审议通过后10个工作日内，
    begin = clause.lead.end if clause.lead else clause.start
    return not flow.words[begin : times[0].span[0]].lstrip("并于在从自，")


def _opens_with_due(clause: Clause, flow: _Flow) -> bool:
    """自会议之日起15个工作日内将核查结论函告…: the term is no mere adverbial."""
    times = flow.times_in(clause.start, clause.end)
    shown = clause.verb != "" and clause.verb in SHOWABLE
    return shown and bool(times) and times[0].span[0] == clause.start and flow.due(clause)


def _wait(clause: Clause, flow: _Flow) -> None:
    if flow.draft and not flow.draft.has_act:
        flow.draft.end = clause.end
    elif flow.prefix is None:
        flow.prefix = clause.start


def _may_begin(clause: Clause, flow: _Flow) -> bool:
    """Whether a clause without a name may open a duty at all."""
    words = flow.words
    if clause.has_modal and (
        not flow.is_background or clause.others or opens_modal(words, clause.start, clause.end)
    ):
        return True
    shown = clause.verb != "" and clause.verb in SHOWABLE
    goes_on = flow.is_open and clause.end > flow.last_commission and _opens_with_act(clause, flow)
    if flow.subject and ((shown and flow.due(clause)) or goes_on):
        return bool(clause.verb)
    if not shown:
        return False
    if flow.after_verdict:
        step = _NEXT_STEP if flow.is_open else _FORMAL_STEP
        return bool(step.search(words, clause.start, clause.end))
    if words.startswith(("决定", "议定"), clause.start) or clause.opened.endswith(("决定", "议定")):
        return True
    meeting = words.rfind("会议", 0, clause.start + 1)
    return clause.start - meeting < 10 and meeting >= 0 and bool(_DECIDES.match(words, meeting))


def _opens_with_act(clause: Clause, flow: _Flow) -> bool:
    """完善方案； not 租金收益用于维修；: only an act goes on under the subject before it."""
    match = _OPENS_ACT.match(flow.words, clause.start, clause.end)
    begin = match.end() if match else clause.start
    if flow.times_in(clause.start, clause.start + 1) or flow.words[clause.start] in "将把对":
        return True
    return bool(flow.signs.kinds_in(begin, begin + 1).strip(TRAP))


def _breaks(clause: Clause, draft: Draft, flow: _Flow) -> bool:
    """Whether the clause is another duty than the draft: its own 要, its own date, another kind."""
    words, start, end = flow.words, clause.start, clause.end
    dated = flow.due(clause)
    if clause.others or (clause.has_modal and phrases.OWN_MODAL.match(words, start, end)):
        # 要严格执行…规定，务必于10月底前完成: one duty of one body, dated once
        once = dated and not draft.is_nobody and not _is_timed(draft, flow)
        return clause.others or not (once and _DATED_AIM.match(words, start, end))
    if dated and _is_timed(draft, flow):
        return True
    if draft.is_shown:
        return _breaks_after_act(clause, draft, flow, dated)
    shown = clause.verb != "" and clause.verb in SHOWABLE
    return shown and not dated and (draft.is_nobody or not draft.lead)


def _is_timed(draft: Draft, flow: _Flow) -> bool:
    return any(
        time.kind not in {"vague", "recurring"} for time in flow.times_in(draft.start, draft.end)
    )


def _breaks_after_act(clause: Clause, draft: Draft, flow: _Flow, dated: bool) -> bool:
    words, start, end = flow.words, clause.start, clause.end
    times = flow.times_in(start, end)
    if any("后" in time.text and "会后" not in time.text for time in times):
        return True
    if dated and draft.verb == ISSUE and clause.verb == DELIVER:
        return True  # 由X印发实施，并于本月底前开设窗口
    if _FILES_TOO.match(words, start, end):
        return True
    if _ONCE.match(words, start, end):
        return True
    if _PAPER.match(words, start, end):
        return True
    if flow.times_in(draft.start, draft.end) and _FRONTED.match(words, start, end):
        return True
    exhorts = clause.verb == HARD and not clause.has_modal and not dated
    return exhorts and not _TAIL.match(words, start, end)


def _inheriting(clause: Clause, flow: _Flow) -> Draft:
    start = flow.begin()
    draft = Draft(clause.start if start is None else start, clause.end, clause.start)
    shown = clause.verb != "" and clause.verb in SHOWABLE
    above = None if clause.others and not (shown and flow.due(clause)) else flow.subject
    if above:
        draft.lead, draft.basis = above.lead, "inherited"
        draft.is_group, draft.is_nobody = above.is_group, above.is_nobody
        draft.commissioned, draft.is_firm, draft.under = above.commissioned, above.is_firm, above
    else:
        flow.subject = None
    _act(draft, clause, is_dated=flow.due(clause))
    return draft
