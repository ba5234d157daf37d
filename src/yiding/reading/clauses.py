"""Clauses: what one stretch between commas says of who acts, how firmly, and doing what."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from yiding.reading import phrases
from yiding.reading.bearers import bearers_at
from yiding.reading.signs import (
    AGREE,
    COMMISSION,
    ENSURE,
    MODALS,
    MUST,
    ROLE,
    SHOULD,
    SHOWABLE,
    SOFT,
    STRIVE,
    TRAP,
    VERBS,
    WITH,
)

if TYPE_CHECKING:
    import re

    from yiding.reading.bearers import Bearers
    from yiding.reading.model import Modality
    from yiding.reading.signs import Signs, Stretch
    from yiding.text import Span

_WEAK = "hfr"
_UNASKED = VERBS + WITH + TRAP + ENSURE + AGREE + MUST + STRIVE
# Where none of these stands, who is named does not matter.
_ACTED = frozenset(MODALS + SHOWABLE + ROLE + WITH + TRAP)
_IDLE = "、落实办理组织实施此项该工作。抓好做相关具体的事宜等"


class Clause(NamedTuple):
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
        return self.verb != "" and self.verb in SHOWABLE


class _Bearing(NamedTuple):
    """Who is named in which role, and where the act starts."""

    lead: Bearers | None
    assist: tuple[Span, ...]
    commissioned: bool
    act: int


def clause_of(signs: Signs, stretch: Stretch) -> Clause:
    """What the clause at this stretch of masked words says."""
    words, end = signs.words, stretch.end
    begin = _after_lead_in(words, stretch.start, end)
    kinds = signs.kinds[stretch.first : stretch.last]
    gate = words[end - 1] in phrases.GATE_LAST and bool(phrases.GATE.match(words, begin, end))
    idle = gate or (kinds != "" and _ACTED.isdisjoint(kinds) and COMMISSION not in kinds)
    if idle and (gate or not phrases.TIMED.search(words, begin, end)):
        lead, assist, commissioned, act = _Bearing(None, (), False, begin)
    else:
        lead, assist, commissioned, act = _bearing(signs, stretch, kinds, begin)
    modal = signs.first(MODALS, stretch, begin if lead is None else lead.end)
    tail = act if modal < 0 else max(signs.ends[modal], act)
    opened = words[stretch.start : begin]
    return Clause(
        begin if begin < end else stretch.start,
        end,
        act,
        lead,
        assist,
        commissioned,
        modal >= 0 or (lead is not None and "要求" in opened),
        _verb(signs, stretch, tail if tail < end else act) if kinds else "",
        lead is not None and not words[act:end].strip(_IDLE),
        gate or (lead is None and modal < 0 and _leaves_act(signs, stretch, begin)),
        modal >= 0 and lead is None and _is_other_subject(words, begin, signs.starts[modal]),
        opened,
    )


def _after_lead_in(words: str, start: int, end: int) -> int:
    while start < end and words[start] in phrases.LEAD_IN_FIRST:
        match = phrases.LEAD_IN.match(words, start, end)
        if match is None:
            break
        start = match.end()
    return start


def _bearing(signs: Signs, stretch: Stretch, kinds: str, start: int) -> _Bearing:
    words, end = signs.words, stretch.end
    if WITH in kinds and (beside := phrases.BESIDE.match(words, start, end)):
        named = bearers_at(words, beside.end(), end)
        if named:
            return _Bearing(None, named.names, False, named.end)
    named, commissioned = _bearer(signs, kinds, start, end)
    if named is None:
        return _Bearing(None, (), False, start)
    return _roles(words, named, commissioned, end)


def _bearer(signs: Signs, kinds: str, start: int, end: int) -> tuple[Bearers | None, bool]:
    """Whom the clause names to act, and whether it commissions them."""
    words = signs.words
    if (COMMISSION in kinds or words.startswith(("明确", "确定"), start)) and (
        mark := phrases.COMMISSIONS.match(words, start, end)
    ):
        named = bearers_at(words, mark.end(), end)
        if named:
            return named, True
    named = _subject(words, start, end)
    if COMMISSION in kinds and not (named and _is_firm_at(signs, named.end)):
        for by in phrases.BY.finditer(words, start, end):
            inner = bearers_at(words, by.end(), end)
            if inner and not phrases.NOT_ACTING.match(words, inner.end, end):
                return inner, True
    return named, False


def _is_firm_at(signs: Signs, position: int) -> bool:
    following = signs.kinds_in(position, position + 1)
    return following != "" and following in MODALS


def _subject(words: str, start: int, end: int) -> Bearers | None:
    """The bodies that open the clause."""
    if not phrases.BODY_LAST.search(words, start, min(end, start + 24)):
        return None
    if (
        words[start] in "经送报待征提"
        and not words.startswith("报告", start)
        and phrases.OPENS_GATE.match(words, start, end)
    ):
        return None
    named = bearers_at(words, start, end)
    return None if named and phrases.NOT_ACTING.match(words, named.end, end) else named


def _roles(words: str, lead: Bearers, commissioned: bool, end: int) -> _Bearing:
    """牵头 负责 会同 配合 after a bearer."""
    assist: tuple[Span, ...] = ()
    position = lead.end
    only_helps = False
    while position < end and words[position] in phrases.ROLE_FIRST:
        if match := phrases.LEADS.match(words, position, end):
            commissioned, position = True, match.end()
        elif named := _named_after(phrases.BESIDE, words, position, end):
            assist, position = (*assist, *named.names), named.end
        elif named := _named_after(phrases.HELPS, words, position, end):
            return _Bearing(named, (*assist, *lead.names), True, named.end)
        elif match := phrases.ASSISTS.match(words, position, end):
            only_helps, position = True, match.end()
        elif words[position] == "、" and (named := bearers_at(words, position + 1, end)):
            position = named.end
            if match := phrases.ASSISTS.match(words, position, end):
                assist, position = (*assist, *named.names), match.end()
        else:
            break
    if only_helps and not assist:
        return _Bearing(None, lead.names, True, position)
    return _Bearing(lead, assist, commissioned, position)


def _named_after(pattern: re.Pattern[str], words: str, position: int, end: int) -> Bearers | None:
    match = pattern.match(words, position, end)
    return bearers_at(words, match.end(), end) if match else None


def _verb(signs: Signs, stretch: Stretch, start: int) -> str:
    """The kind of the first verb; after 将 / 把 of the first that leaves something to show."""
    first = signs.first(VERBS, stretch, start)
    if first < 0:
        return ""
    if signs.words[start] in "以把将围为" and phrases.FRAME.match(signs.words, start, stretch.end):
        return ""
    kind = signs.kinds[first]
    if kind in _WEAK and signs.words[start] in "将把对" and signs.starts[first] > start:
        shown = signs.first(SHOWABLE, stretch, signs.ends[first])
        kind = kind if shown < 0 else signs.kinds[shown]
    elif signs.words[signs.starts[first] : signs.ends[first]] in phrases.HELPING:
        second = first + 1
        follows = second < stretch.last and signs.starts[second] == signs.ends[first]
        kind = signs.kinds[second] if follows and signs.kinds[second] in VERBS else kind
    return SOFT if kind == ROLE else kind


def _leaves_act(signs: Signs, stretch: Stretch, start: int) -> bool:
    """方案印发后，… 按照要求，…: when or by what, and the act comes after the comma."""
    words, end = signs.words, stretch.end
    after = words[end - 1] == "后" and end - start < 26 and words[end - 2 : end] != "会后"
    return after or _is_adverbial(signs, stretch, start)


def _is_adverbial(signs: Signs, stretch: Stretch, start: int) -> bool:
    """Whether the clause only says by what or on what, and leaves the act to the next."""
    words, end = signs.words, stretch.end
    if not is_adverbial_at(words, start, end):
        return False
    verb = signs.first(VERBS, stretch, start)
    if verb < 0 or signs.kinds[verb] in _WEAK or phrases.NOUN_END.search(words, start, end):
        return True
    toward = phrases.TOWARD.match(words, start, end)
    return bool(toward) and not phrases.RUNS_IN.match(words, start, end)


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


def is_past(words: str) -> bool:
    """Whether this tells what has been done: 已 … 了."""
    if "由" in words and phrases.DONE_BY.search(words):
        return True
    may_be = any(sign in words for sign in ("了", "已", "曾", "取得", "未", "建", "过去"))
    return may_be and bool(phrases.PAST.search(words))


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
