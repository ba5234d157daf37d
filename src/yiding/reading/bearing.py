"""Bearing: whom a clause names to act, and in which role 谁来办."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from yiding.reading import phrases
from yiding.reading.bearers import Bearers, bearers_at
from yiding.reading.signs import COMMISSION, FIRM, ROLE, VERB_AT, WITH

if TYPE_CHECKING:
    from yiding.reading.signs import Signs
    from yiding.text import Span

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
# Who leads, who assists, whether they are commissioned, and where the act starts.
_Bearing = tuple["Bearers | None", "tuple[Span, ...]", bool, int]


def nobody(start: int) -> _Bearing:
    """What a clause says that names nobody: the act starts with it."""
    return None, (), False, start


def bearing_of(signs: Signs, kinds: str, start: int, end: int) -> _Bearing:
    """Who leads and who assists in a clause, whether commissioned, and where the act starts."""
    words = signs.words
    if WITH in kinds and (beside := phrases.BESIDE.match(words, start, end)):
        named = bearers_at(words, beside.end(), end)
        if named:
            return None, named.names, False, named.end
    if ROLE in kinds and (joining := phrases.JOIN_IN.match(words, start, end)):
        return None, _listed(words, *joining.span("who")), True, joining.end()
    named, commissioned = _bearer(signs, kinds, start, end)
    if named is None:
        return nobody(start)
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
