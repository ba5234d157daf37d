"""Duties: the clauses of a paragraph become drafts, one bearer, one act, one end each 任务."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from yiding.reading import phrases
from yiding.reading.bearers import bearers_at
from yiding.reading.clauses import clause_of, is_adverbial_at, is_past
from yiding.reading.continuing import FORMAL_STEP, take_unnamed
from yiding.reading.drafts import Draft, Flow
from yiding.reading.lexicon import WORDS, alternation
from yiding.reading.signs import (
    AGREE,
    COMMISSION,
    DELIVER,
    ENSURE,
    HARD,
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
    from collections.abc import Iterator

    from yiding.reading.bearers import Bearers
    from yiding.reading.clauses import Clause
    from yiding.reading.signs import Signs
    from yiding.reading.times import Times
    from yiding.text import Span

# 会议要求， 会议指出： 王市长强调，: opens what follows and is no duty itself
_OPENER = re.compile(
    f"(?:{alternation('opener_duty')}|{alternation('opener_background')}"
    "|[^，：]{1,10}(?:长|同志|书记|主任|专员|领导|会上)(?:要求|强调|指出|认为|提出)"
    "|[一-鿿]{2,3}(?:强调|指出))$"
)
_OPENER_LAST = frozenset(word[-2:] for word in (*WORDS["opener_duty"], *WORDS["opener_background"]))
# trap: 县委常委会议审定 is a gate, 次常务会议审定 another meeting's verdict
_VERDICT = re.compile(
    f"{alternation('verdict_in_principle')}"
    f"|(?<![务委题公席办组])会议(?:一致|研究|审议|讨论|并)*(?:{alternation('verdict_approved')})"
    f"|^(?:{alternation('verdict_approved')})|审议并?通过(?![后前的])"
)
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


def drafts_of(
    signs: Signs, start: int, end: int, times: Times, after_verdict: bool
) -> tuple[list[Draft], bool]:
    """The drafts of one paragraph of masked words, and whether a verdict has stood in it."""
    flow = Flow(signs, signs.words, times, after_verdict)
    for sentence, clauses in signs.sentences(start, end):
        kinds = signs.kinds[sentence.first : sentence.last]
        if flow.is_open or not _SPEAKS.isdisjoint(kinds) or flow.times.within(*sentence[:2]):
            _read_sentence(signs, sentence, clauses, flow)
            flow.is_open = signs.words[sentence.end : sentence.end + 1] == "；"
        else:
            flow.is_open = False
    return flow.done, flow.after_verdict


def _read_sentence(signs: Signs, sentence: Stretch, clauses: list[Stretch], flow: Flow) -> None:
    words, start = flow.words, sentence.start
    if not flow.is_open:
        flow.opening = sentence[:2]
    kinds = signs.kinds[sentence.first : sentence.last]
    may_agree = AGREE in kinds
    commission = signs.kinds.rfind(COMMISSION, sentence.first, sentence.last)
    flow.last_commission = signs.starts[commission] if commission >= 0 else 0
    flow.is_calm = _CALM.isdisjoint(kinds) and all(
        time.kind == "vague" for time in flow.times.within(*sentence[:2])
    )
    if flow.is_calm and _FIRM.isdisjoint(kinds) and _tells(words, sentence, clauses[0], flow):
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


def _tells(words: str, sentence: Stretch, first: Stretch, flow: Flow) -> bool:
    """A calm sentence without 要 that nobody opens: it tells how things are."""
    if flow.is_open or words.startswith("会议", first.start):
        return False
    if flow.after_verdict and FORMAL_STEP.search(words, sentence.start, sentence.end):
        return False
    return bearers_at(words, first.start, first.end) is None


# 各地各部门要充分认识…; 要强化条块联动…
# trap: 市水务局要… names a body, and is read clause by clause
def _exhorts(signs: Signs, stretch: Stretch, flow: Flow) -> bool:
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


def _merely_goes_on(signs: Signs, stretch: Stretch, flow: Flow) -> bool:
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


def _extends(draft: Draft, stretch: Stretch, flow: Flow) -> bool:
    """Let the draft run on to the end of a clause that holds nothing of its own."""
    text = flow.words[stretch.start : stretch.end]
    if not draft.has_act or text[0] in _ACTIVE_FIRST or "了" in text or "已" in text:
        return False
    if not flow.is_calm and flow.times.within(stretch.start, stretch.end):
        return False
    draft.end = stretch.end
    flow.prefix = None
    return True


def _waits_for_firm(words: str, start: int, flow: Flow) -> bool:
    """Before the 要 of a calm sentence: an adverbial belongs to what follows."""
    if flow.is_open:
        return False
    if words[start] in phrases.ADVERBIAL_FIRST and flow.prefix is None:
        flow.prefix = start
    return True


def _cuts(flow: Flow, start: int, end: int) -> list[int]:
    """Where one clause holds several duties: 6月底前开工、12月底前完工；X负责A、Y负责B."""
    words = flow.words
    times = flow.times.within(start, end)
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


def _take(clause: Clause, flow: Flow) -> None:
    if not (clause.has_modal or clause.commissioned) and is_past(
        flow.words[clause.start : clause.end]
    ):
        flow.flush()
    elif clause.lead and not clause.commissioned and flow.is_time_only(clause):
        flow.wait(clause)  # 施工单位进场前，
    elif clause.lead:
        _named(clause, clause.lead, flow)
    elif clause.assist:
        _helped(clause, flow)
    else:
        take_unnamed(clause, flow)


def _helped(clause: Clause, flow: Flow) -> None:
    """Y配合, or 会同Y…: joins the draft it stands in, or waits for the act."""
    if flow.draft is None:
        flow.draft = Draft(clause.start, clause.end, clause.body, commissioned=True)
    flow.draft.assist += clause.assist
    flow.draft.end = clause.end
    if clause.verb or not clause.role_only:
        flow.draft.take(clause)


def _named(clause: Clause, lead: Bearers, flow: Flow) -> None:
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
        or (dated and not flow.is_time_only(clause))
        or not (clause.role_only or _waits(flow.words, clause))
    ):
        draft.take(clause, is_dated=dated)
    flow.subject = flow.draft = draft


def _draft_for(clause: Clause, lead: Bearers, flow: Flow) -> Draft:
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


def _gives_to_do(clause: Clause, flow: Flow) -> bool:
    """Whether a clause that names a body gives it something to do."""
    if clause.commissioned or clause.has_modal:
        return True
    if flow.is_background:
        return False
    soft = clause.verb == SOFT and (flow.is_open or not flow.is_calm)
    timed = clause.verb == HARD and not flow.is_calm
    if soft or timed or is_adverbial_at(flow.words, clause.body, clause.end):
        return True
    return clause.is_shown or bool(clause.assist) or flow.due(clause) or _waits(flow.words, clause)
