"""Clauses: what one stretch between commas says of who acts, how firmly, and doing what."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from yiding.reading import phrases
from yiding.reading.bearers import Bearers, bearers_at
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
_FORBIDS = re.compile(".{0,2}?(?:不得|决不能|绝不能|严禁|坚决不)")
# 把保障性住房建成放心工程: how well, and no thing by itself
# 由大药房备足药品, 由网格员每日巡查, 由次旺多吉牵头
# trap: 由原价调整为, 由市级统筹, 由其实施, 由专户资金支付: no body
_UNLISTED = re.compile(
    "(?![其该此各原现每上下本全任]|有关|相关)[一-鿿·（）]{2,14}?(?=$|[每于在按\\d]|根据|会[后同]|尽快|抓紧"
    "|立即|及时|限期|依法|近期|本周|月底)"
)
_NO_BODY = re.compile(
    "[的与和比率价以为到至转]|调整|提高|[增减降]|资金|经费|费用|预算|渠道|账户|专户|收入|方式|同志|代表|一揽子|共同"
    "|(?:企业|当事人|个人|集体|群众|农户|居民|用户|[省市州县区旗镇乡]级|财政[全先]?.?|国家|社会|市场)$"
)
_LONGEST_NAME = 20
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


# Who leads, who assists, whether they are commissioned, and where the act starts.
_Bearing = tuple["Bearers | None", "tuple[Span, ...]", bool, int]


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
        lead, assist, commissioned, act = _nobody(begin)
    else:
        lead, assist, commissioned, act = _bearing(signs, kinds, begin, end)
    modal, tail = -1, act
    if not FIRM.isdisjoint(kinds):
        modal = _first_modal(signs, lead.end if lead else begin, end)
        tail = max(signs.ends[modal], act) if modal >= 0 else act
    opened = words[start:begin] if begin > start else ""
    verb = _verb(signs, tail if tail < end else act, end) if kinds else ""
    if lead and not (verb or lead.is_nobody) and opens_plain_act(words, act, end):
        verb = DELIVER
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


def _nobody(start: int) -> _Bearing:
    return None, (), False, start


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


def _bearing(signs: Signs, kinds: str, start: int, end: int) -> _Bearing:
    words = signs.words
    if WITH in kinds and (beside := phrases.BESIDE.match(words, start, end)):
        named = bearers_at(words, beside.end(), end)
        if named:
            return None, named.names, False, named.end
    if ROLE in kinds and (joining := phrases.JOIN_IN.match(words, start, end)):
        return None, _listed(words, *joining.span("who")), True, joining.end()
    named, commissioned = _bearer(signs, kinds, start, end)
    if named is None:
        return _nobody(start)
    return _roles(words, named, commissioned, end)


def _listed(words: str, start: int, end: int) -> tuple[Span, ...]:
    """Each of 发改、卫生、农牧."""
    names = []
    for name in words[start:end].split("、"):
        names.append((start, start + len(name)))
        start += len(name) + 1
    return tuple(names)


def _bearer(signs: Signs, kinds: str, start: int, end: int) -> tuple[Bearers | None, bool]:
    """Whom the clause names to act, and whether it commissions them."""
    words = signs.words
    if (COMMISSION in kinds or words.startswith(("明确", "确定"), start)) and (
        mark := phrases.COMMISSIONS.match(words, start, end)
    ):
        named = bearers_at(words, mark.end(), end) or _unlisted(signs, mark.end(), end)
        if named:
            return named, True
    named = _subject(words, start, end)
    if COMMISSION in kinds and not (named and _is_firm_at(signs, named.end)):
        for by in phrases.BY.finditer(words, start, end):
            inner = bearers_at(words, by.end(), end) or _unlisted(signs, by.end(), end)
            if inner and not phrases.NOT_ACTING.match(words, inner.end, end):
                return inner, True
    return named, False


def _unlisted(signs: Signs, start: int, end: int) -> Bearers | None:
    """Behind 由, 责成: whoever stands before the act, where no list knows them."""
    if signs.words[start - 1] not in "由成":
        return None  # 请联系客服, 委托机构出具报告
    end = min(end, start + _LONGEST_NAME)
    act = VERB_AT.search(signs.marks, start, end)
    stop = act.start() if act else end
    run = _UNLISTED.match(signs.words, start, stop)
    if run is None or (act is None and run.end() == end) or _NO_BODY.search(run.group()):
        return None
    return Bearers((run.span(),), run.end(), is_group=False)


def _is_firm_at(signs: Signs, position: int) -> bool:
    return signs.marks[position : position + 1] in FIRM


def _subject(words: str, start: int, end: int) -> Bearers | None:
    """The bodies that open the clause."""
    if not phrases.MAYBE_BODY.search(words, start, min(end, start + 24)):
        return None
    if (
        words[start] in "经送报待征提"
        and not words.startswith("报告", start)
        and phrases.OPENS_GATE.match(words, start, end)
    ):
        return None
    named = bearers_at(words, start, end)
    if named is None and (before := phrases.BEFORE_BODY.match(words, start, end)):
        named = bearers_at(words, before.end(), end)
    if named and phrases.NOT_ACTING.match(words, named.end, end):
        return named if phrases.LEADS.match(words, named.end, end) else None
    if named and words[named.end - 1] in "市县区州省旗镇乡村" and named.end < end:
        return named if phrases.PLACE_ACTS.match(words, named.end, end) else None
    return named


def _roles(words: str, lead: Bearers, commissioned: bool, end: int) -> _Bearing:
    """牵头 负责 会同 配合 after a bearer."""
    assist: tuple[Span, ...] = ()
    position = lead.end
    only_helps = leads = False
    while position < end and words[position] in phrases.ROLE_FIRST:
        if match := phrases.LEADS.match(words, position, end):
            commissioned, leads, position = True, True, match.end()
        elif named := _named_after(phrases.BESIDE, words, position, end):
            assist, position = (*assist, *named.names), named.end
        elif leads and phrases.HELPS.match(words, position, end):
            break  # 市人社局负责协助市公交集团办理手续
        elif named := _named_after(phrases.HELPS, words, position, end):
            return named, (*assist, *lead.names), True, named.end
        elif match := phrases.ASSISTS.match(words, position, end):
            only_helps, position = True, match.end()
        elif words[position] == "、" and (named := bearers_at(words, position + 1, end)):
            position = named.end
            if match := phrases.ASSISTS.match(words, position, end):
                assist, position = (*assist, *named.names), match.end()
            elif match := phrases.LEADS.match(words, position, end):
                lead = lead._replace(names=(*lead.names, *named.names))
                position = match.end()
        else:
            break
    if not assist and (later := phrases.LATER_BESIDE.search(words, position, end)):
        named = bearers_at(words, later.end(), end)
        assist = named.names if named else ()
    if only_helps and not assist:
        return None, lead.names, commissioned or not _is_firm_before(words, lead.end), position
    return lead, assist, commissioned, position


def _is_firm_before(words: str, position: int) -> bool:
    """要配合 is asked of them; 配合 alone is their part."""
    return words[position : position + 1] in "要应需须"


def _named_after(pattern: re.Pattern[str], words: str, position: int, end: int) -> Bearers | None:
    match = pattern.match(words, position, end)
    return bearers_at(words, match.end(), end) if match else None


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
