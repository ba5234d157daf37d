"""Clauses: what one stretch between commas says of who acts, how firmly, and doing what."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from yiding.reading import phrases
from yiding.reading.bearers import Bearers, bearers_at
from yiding.reading.bearing import bearing_of, nobody
from yiding.reading.plain import may_act, opens_plain_act
from yiding.reading.signs import (
    AGREE,
    COMMISSION,
    DELIVER,
    ENSURE,
    FIRM,
    HARD,
    MODAL_AT,
    MODALS,
    MUST,
    ROLE,
    SHOULD,
    SHOWABLE,
    SHOWN,
    SHOWN_AT,
    SOFT,
    STRIVE,
    TRAP,
    VERB_AT,
    VERBS,
    WITH,
)

if TYPE_CHECKING:
    from yiding.reading.model import Modality
    from yiding.reading.signs import Signs
    from yiding.text import Span

_WEAK = frozenset("hfr")
_UNASKED = VERBS + WITH + TRAP + ENSURE + AGREE + MUST + STRIVE
# Where none of these stands, who is named does not matter.
_ACTED = frozenset(MODALS + SHOWABLE + ROLE + WITH + TRAP + COMMISSION)
# All that tells what has been done holds one of these.
PAST_SIGN = re.compile("[了已曾未建取过由迟]|[去前]年")
# 抓住有利天气适时开展增雨作业: on what, and the act comes after it
_BY_WHAT = frozenset({"抓住", "抢抓", "围绕", "对照", "对标", "立足", "聚焦", "紧扣", "严格按照"})
# 不得突击花钱、转移资产: what is not to be done can be shown by nobody
_FORBIDS = re.compile(".{0,2}?(?:不得|决不能|绝不能|严禁|坚决不|不予|不再)")
# 把保障性住房建成放心工程: how well, and no thing by itself
_LIKENS = re.compile(
    "[把将][^，]{1,24}建设?成[^，]{0,20}"
    "(?:放心|民心|精品|阳光|样板|标杆|满意|优质|一流|德政|廉洁|惠民|亮丽|经得起)"
)
_HOW = frozenset({"严肃", "严厉"})
_NOT_YET = re.compile("[未不已没逾经待]")
_IDLE = "、落实办理组织实施此项该工作。抓好做相关具体的事宜等"


@dataclass(slots=True)
class Clause:
    """One clause: where it and its predicate start, who is named in which role, what it does.

    ``verb`` is the kind of its first verb (a letter of signs.py) or "". ``commissioned`` tells
    由 / 责成 / 请 / 负责 / 牵头 from a mere subject. ``opened`` is the lead-in left out.
    """

    start: int
    end: int
    body: int
    lead: Bearers | None
    assist: tuple[Span, ...]
    commissioned: bool
    has_modal: bool
    verb: str
    role_only: bool
    adverbial: bool
    others: bool
    opened: str

    @property
    def is_shown(self) -> bool:
        """Whether its verb leaves something one can show."""
        return self.verb in SHOWN


def clause_of(signs: Signs, start: int, end: int, kinds: str, *, is_timed: bool = False) -> Clause:
    """What the clause at this stretch of masked words, with signs of these kinds, says.

    ``is_timed`` tells that its sentence holds a term, so that whoever opens it may have to act.
    """
    words = signs.words
    begin = after_lead_in(words, start, end) if words[start] in phrases.LEAD_IN_FIRST else start
    asks = words.find("要求", start + 2, start + 7) > 0
    if asks and (asked := phrases.ASKED.match(words, begin, end)):
        begin = asked.end()
    gate = words[end - 1] in phrases.GATE_LAST and bool(phrases.GATE.match(words, begin, end))
    if gate or (not is_timed and _is_idle(words, begin, end, kinds)):
        lead, assist, commissioned, act = nobody(begin)
    else:
        lead, assist, commissioned, act = bearing_of(signs, kinds, begin, end)
    modal, tail = -1, act
    if not FIRM.isdisjoint(kinds):
        modal = _first_modal(signs, lead.end if lead else begin, end)
        tail = max(signs.ends[modal], act) if modal >= 0 else act
    opened = words[start:begin] if begin > start else ""
    verb = _verb(signs, tail if tail < end else act, end) if kinds else ""
    if lead and not lead.is_nobody and opens_plain_act(words, act, end):
        verb = verb if verb and words[act] != "派" else DELIVER
    return Clause(
        begin if begin < end else start,
        end,
        act,
        lead,
        assist,
        commissioned,
        modal >= 0 or opened[-1:] == "要" or (lead is not None and "要求" in opened),
        verb,
        (lead is not None or bool(assist)) and not words[act:end].strip(_IDLE),
        gate or (lead is None and modal < 0 and _leaves_act(signs, begin, end)),
        modal >= 0 and lead is None and _is_other_subject(words, begin, modal),
        opened,
    )


def _is_idle(words: str, start: int, end: int, kinds: str) -> bool:
    """Whether it has signs and none of them lets anybody act, and no time does."""
    if not kinds or not _ACTED.isdisjoint(kinds) or words.endswith("落实", start, end):
        return False
    if asks_so_many(words, start, end, kinds):
        return False
    return phrases.TIMED.search(words, start, end) is None


def asks_so_many(words: str, start: int, end: int, kinds: str) -> bool:
    """市财政局落实专项预算216万元: a verb that shows nothing, but so many of a thing."""
    return SOFT in kinds and phrases.COUNTED.search(words, start, end) is not None


def _first_modal(signs: Signs, start: int, end: int) -> int:
    """Where the first 要 / 必须 / 应 begins, or -1."""
    found = MODAL_AT.search(signs.marks, start, end)
    return found.start() if found else -1


def after_lead_in(words: str, start: int, end: int) -> int:
    """Where the clause begins behind 会议要求， 同时 一是: words that belong to no duty."""
    while start < end and words[start] in phrases.LEAD_IN_FIRST:
        match = phrases.LEAD_IN.match(words, start, end)
        if match is None:
            break
        start = match.end()
    return start


def names_first(words: str, start: int, end: int) -> bool:
    """Whether the first clause of a sentence names a body and gives it what may be an act."""
    stop = words.find("，", start, end)
    stop = end if stop < 0 else stop
    begin = after_lead_in(words, start, stop)
    named = bearers_at(words, begin, stop)
    return named is not None and not named.is_nobody and may_act(words, named.end, stop)


def _verb(signs: Signs, start: int, end: int) -> str:
    """The kind of the first verb; after 将 / 把 of the first that leaves something to show."""
    words, marks = signs.words, signs.marks
    found = VERB_AT.search(marks, start, end)
    if found is None:
        return ""
    if words[start] in "把将" and _LIKENS.match(words, start, end):
        return HARD
    if words[start] in "以把将围为" and phrases.FRAME.match(words, start, end):
        return ""
    first, kind = found.start(), found[0]
    if kind in SHOWN and _FORBIDS.match(words, max(start - 2, 0), first):
        return HARD
    after = signs.ends[first]
    by_what = words[first:after] in _BY_WHAT or (words[start] in "将把对" and first > start)
    by_what |= words.startswith("坚持每", first)  # 坚持每周开展两次巡查
    if kind in _WEAK and by_what:
        shown = SHOWN_AT.search(marks, after, end)
        kind = shown[0] if shown else kind
    elif kind == HARD and words[first:after] in _HOW and marks[after : after + 1] in SHOWN:
        kind = marks[after]  # 由县监察局严肃查处
    elif words[first:after] in phrases.HELPING and after < end and marks[after] in VERBS:
        kind = marks[after]
    return SOFT if kind == ROLE else kind


def _leaves_act(signs: Signs, start: int, end: int) -> bool:
    """方案印发后，… 按照要求，…: when or by what, and the act comes after the comma."""
    words = signs.words
    after = words[end - 1] == "后" and end - start < 26 and words[end - 2] != "会"
    return after or _is_adverbial(signs, start, end)


def _is_adverbial(signs: Signs, start: int, end: int) -> bool:
    """Whether the clause only says by what or on what, and leaves the act to the next."""
    words = signs.words
    if not is_adverbial_at(words, start, end):
        return False
    verb = VERB_AT.search(signs.marks, start, end)
    if verb is None or verb[0] in _WEAK or phrases.NOUN_END.search(words, start, end):
        return True
    toward = phrases.TOWARD.match(words, start, end)
    if toward is None or phrases.RUNS_IN.match(words, start, end):
        return False
    return not _ends_in_act(signs, start, end)


def _ends_in_act(signs: Signs, start: int, end: int) -> bool:
    """对该办法再行修改完善: the act is the last word; not 对逾期未整改."""
    if _NOT_YET.search(signs.words, start, end):
        return False
    last = max(signs.marks.rfind(kind, start, end) for kind in SHOWABLE)
    return last > start and signs.ends[last] == end


def _is_other_subject(words: str, start: int, modal: int) -> bool:
    """Whether something that is no body stands as the subject: 生物医药产业发展要…"""
    if modal - start < 2 or is_adverbial_at(words, start, modal):
        return False
    return not phrases.NO_SUBJECT.match(words[start:modal])


def is_adverbial_at(words: str, start: int, end: int) -> bool:
    """Whether 按 对 在 … stands right here."""
    first = start < end and words[start] in phrases.ADVERBIAL_FIRST
    return first and bool(phrases.ADVERBIAL.match(words, start, end))


def opens_modal(words: str, start: int, end: int) -> bool:
    """Whether the clause opens with 要 务必 并要 …: it goes on under the subject before it."""
    first = words[start] in phrases.OPENS_MODAL_FIRST
    return first and bool(phrases.OPENS_MODAL.match(words, start, end))


def is_past(words: str, start: int, end: int) -> bool:
    """Whether this tells what has been done: 已 … 了; it holds a PAST_SIGN."""
    by = words.find("由", start, end) >= 0
    if by and phrases.DONE_BY.search(words, start, end):
        return True
    return bool(phrases.PAST.search(words, start, end))


def modality_of(signs: Signs, start: int, end: int) -> Modality | None:
    """How firmly: 务必 / 必须, 由 责成 请, 要, 力争, 可; None where no word says so."""
    kinds = signs.kinds_in(start, end)
    text = signs.words[start:end]
    if MUST in kinds:
        return "must"
    if STRIVE in kinds or (("努力" in text or "争取" in text) and phrases.AIM.search(text)):
        return "aim"
    asked = kinds.lstrip(_UNASKED)[:1]
    if asked:
        return "should" if asked == SHOULD else "shall"
    if ROLE in kinds:
        return "shall"
    return "may" if ("可" in text or "允许" in text) and phrases.MAY.search(text) else None
