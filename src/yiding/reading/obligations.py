"""From a draft to an obligation: its deadline, closing test, firmness, and whether it binds."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from yiding.dates import NO_DEADLINE, Deadline, deadline_of
from yiding.reading import phrases
from yiding.reading.clauses import modality_of
from yiding.reading.closings import closing_of
from yiding.reading.lexicon import WORDS, alternation
from yiding.reading.model import Closing, Obligation
from yiding.reading.signs import HARD, SOFT, STRIVE, Signs
from yiding.reading.subjects import proposers_in

if TYPE_CHECKING:
    from datetime import date

    from yiding.dates import TimeWord
    from yiding.reading.drafts import Draft
    from yiding.reading.sheet import Sheet
    from yiding.reading.times import Times

_STANDING = Closing("standing")
_CONDITION = re.compile(alternation("condition"))
_CLAUSE = re.compile("[^，]+")
_LEADING = re.compile(
    "(?:[、，：]|并(?!购|网|联|轨)|要(?!求)|应当?|需要?(?!求)|须|务必|必须|于"
    "|在(?=[今明本年\\d])|负责(?!人|同志)|具体|牵头|还|也|都|均|组织(?=实施))+"
)
_LEADING_FIRST = frozenset("、，：并要应需须务必于在负具牵还也都均组")
# 项目竣工后，由县审计局…: due once that has happened
_AWAITS = re.compile(
    "(?P<event>(?!经|报|送|待?修改)[^，]{0,16}"
    "(?:完工|竣工|批复|批准|到位|合格|移交|签订|建成|投用|结束|下达|到货|落实|到期|期满"
    "|开工|完成)后"
    # 施工单位进场前， 封闭施工前7日，
    "|[^，]{2,16}(?<![目此当日年月以之])前(?:[\\d一二三四五六七八九十]+(?:个工作)?[日天])?)(?:，|(?=由))"
)
# trap: 会后 and 修改完善后 is the body's own work, and the term runs from the meeting
_HAPPENS = re.compile("(?<!会)(?<!修改)(?<!完善)(?<!研究)(?<!讨论)后$")
# 按每室每年6000元的标准: a rate is no cadence
_RATE = re.compile(r"[\d.]+[万亿千百]*[元吨户人名]")
# 在2020年部门预算中统筹考虑, 明年春季学期开学前: out of what, and of which event
_NO_TERM = re.compile(
    "[中内](?:统筹|调剂|安排|列支|解决)|[春夏秋冬](?:季(?:学期|开学)|灌|耕|播|运|收)|汛[前期]|采暖|供暖"
)
# 鹤东县作为试点; trap: 作为试点，9月底前报清单
_ONLY_IS = re.compile("作为[^，]*$|不再")
# 提交下次局长办公会研究, 在下次党委会上通报: due at that event
_NEXT_TIME = re.compile("(?P<event>下次[^，。；]{2,10}会议?)")
_EVENT_SIGN = re.compile("[前后]")
# 力争 下月, 期限为 会后10个工作日, 时间自 11月10日至
_PLACES = ("争取", "期限为", "时限为", "时间为", "期限", "时限", "时间")
_INTO = re.compile("[列纳编]入[^，]{0,3}$")
# How far before a duty its paragraph may name who proposed it.
_NEAR = 240
_RANK = {"by": 0, "within": 0, "span": 0, "event": 1, "recurring": 1, "vague": 3, "none": 4}


class Setting(NamedTuple):
    """What a duty is read against: sheet, masked words, times, the meeting's day, who proposed."""

    sheet: Sheet
    words: str
    signs: Signs
    times: Times
    held_on: date | None
    candidates: tuple[str, ...] = ()


def obligation_of(draft: Draft, setting: Setting, address: str = "") -> Obligation:
    """The obligation a draft makes; every field from the draft's own words."""
    if draft.is_calm:
        return _standing(draft, setting, address)
    deadline = _deadline(draft, setting)
    closing = closing_of(draft, setting, deadline)
    modality = modality_of(setting.signs, draft.start, draft.end)
    if modality is None:
        above = draft.under
        modality = (
            modality_of(setting.signs, above.start, above.end) if above else None
        ) or "shall"
    lead = tuple(dict.fromkeys([_without_title(setting.sheet.words(*name)) for name in draft.lead]))
    basis = draft.basis
    if (
        not lead
        and basis == "none"
        and not draft.assist
        and closing.kind in {"issue", "submit"}
        and (proposers := _proposers(draft, setting))
    ):
        lead, basis = proposers, "inferred"
    assist = tuple([setting.sheet.words(*name) for name in draft.assist])
    action = _action(draft, setting, deadline)
    binding = (
        modality != "may"
        and not _ONLY_IS.match(action)
        and _binds(draft, setting, deadline, closing, is_named=bool(lead))
    )
    if not binding and not draft.is_shown:
        closing = _STANDING
    return Obligation(
        address=address,
        lead=lead,
        assist=assist,
        group=draft.is_group,
        bearer_basis=basis,
        action=action,
        modality=modality,
        deadline=deadline,
        closing=closing,
        binding=binding,
        conditions=_conditions(draft, setting),
        span=setting.sheet.span(draft.start, draft.end),
    )


def _proposers(draft: Draft, setting: Setting) -> tuple[str, ...]:
    """Who proposed what the paragraph is about, else what the item is."""
    start = setting.words.rfind("\n", max(0, draft.start - _NEAR), draft.start) + 1
    start = max(start, draft.start - _NEAR)
    return proposers_in(setting.sheet, setting.words, start, draft.start) or setting.candidates


def _without_title(name: str) -> str:
    """李明同志 is 李明; 主要负责同志 are nobody by that name."""
    if not name.endswith("同志") or name.endswith("负责同志"):
        return name
    return name.removesuffix("同志")


def _standing(draft: Draft, setting: Setting, address: str) -> Obligation:
    """What an exhortation asks of everybody: kept, and binding nobody."""
    kinds = setting.signs.kinds_in(draft.start, draft.end)
    closing = closing_of(draft, setting, NO_DEADLINE) if draft.is_shown else _STANDING
    return Obligation(
        address,
        tuple([setting.sheet.words(*name) for name in draft.lead]),
        (),
        draft.is_group,
        draft.basis,
        setting.sheet.words(draft.act, draft.end) if draft.act < draft.end else "",
        "aim" if STRIVE in kinds else "should",
        _deadline(draft, setting),
        closing,
        False,
        (),
        setting.sheet.span(draft.start, draft.end),
    )


def _deadline(draft: Draft, setting: Setting) -> Deadline:
    best, best_rank = NO_DEADLINE, 4
    for time in draft.times:
        if time.span[1] > draft.end:
            continue
        read = deadline_of(time, setting.held_on)
        if (
            read.kind not in {"vague", "recurring"}
            and not (time.is_explicit and len(time.text) > 2)
            and not _is_due(draft, setting, time)
        ):
            continue
        rest = _RATE if read.kind == "recurring" else _NO_TERM
        if rest.match(setting.words, time.span[1]):
            continue
        if read.kind == "within" and _waits_on_event(draft, setting):
            read = replace(read, kind="event", date=None, start=None)
        if _RANK[read.kind] < best_rank or (read.start and best is NO_DEADLINE):
            best, best_rank = _placed(read, time, setting), _RANK[read.kind]
    if best is NO_DEADLINE and draft.term:
        return term_given(draft.term, setting)
    return _awaited(draft, setting) if best is NO_DEADLINE else best


def term_given(time: TimeWord, setting: Setting) -> Deadline:
    """The deadline of a term that stands outside the duty."""
    return _placed(deadline_of(time, setting.held_on), time, setting)


def _awaited(draft: Draft, setting: Setting) -> Deadline:
    """The event that opens the duty, or the act itself, where one does."""
    words, sheet = setting.words, setting.sheet
    opening = None
    if (
        words.find("，", draft.start, draft.act) >= 0
        or words.find("后由", draft.start, draft.end) > 0
    ):
        opening = _AWAITS.match(words, draft.start, draft.end)
    if opening is None and _EVENT_SIGN.search(words, draft.act, draft.end):
        opening = phrases.AT_EVENT.search(words, draft.act, draft.end) or phrases.ONCE_DONE.match(
            words, draft.act, draft.end
        )
    opening = opening or _NEXT_TIME.search(words, draft.act, draft.end)
    if opening is None:
        return NO_DEADLINE
    span = opening.span("event")
    return Deadline("event", sheet.words(*span), span=sheet.span(*span))


def _placed(read: Deadline, time: TimeWord, setting: Setting) -> Deadline:
    return Deadline(
        read.kind,
        setting.sheet.words(*time.span),
        read.date,
        read.start,
        read.base,
        read.rule,
        read.confidence,
        read.refused,
        read.warning,
        setting.sheet.span(*time.span),
    )


def _is_due(draft: Draft, setting: Setting, time: TimeWord) -> bool:
    """Whether bare words of time say when to act: 在上半年完成, 5月份开工; not 2022年招聘计划."""
    start = time.span[0]
    if _INTO.search(setting.words, max(draft.start, start - 6), start):
        return "预算" in time.text  # 列入下年度预算
    # 4月1日至30日，由X开展; trap: 1至4月，全市完成投资3亿元
    opens = start == draft.start and setting.words[time.span[1]] in "，由"
    opens = opens and bool(draft.lead) and not draft.is_nobody
    placed = opens or start == draft.act or setting.words.endswith(_PLACES, 0, start)
    if placed or setting.words[start - 1 : start] in set("，在于至到争保必要需须应"):
        return not re.fullmatch("\\d{4}年度?", time.text)
    return False


def _waits_on_event(draft: Draft, setting: Setting) -> bool:
    """竣工验收合格后，由X在5日内…: the term hangs on what opens the duty."""
    opening = re.match("[^，]*", setting.words[draft.start : draft.end])
    return bool(opening and _HAPPENS.search(opening.group()))


def _binds(
    draft: Draft, setting: Setting, deadline: Deadline, closing: Closing, *, is_named: bool
) -> bool:
    """An actor named, a verb whose result can be shown, an object; or a date."""
    dated = (
        deadline.date is not None
        or deadline.kind in {"by", "within", "span"}
        or (deadline.kind == "event" and (draft.is_shown or draft.commissioned))
    )
    if draft.end - draft.act < 2:
        return False
    if not is_named:
        return _binds_unnamed(draft, setting, closing, dated)
    if draft.is_nobody and not dated:
        if draft.by_name:
            return draft.verb not in {HARD, SOFT}
        return (
            draft.is_shown and deadline.kind == "recurring" and "定期" not in (deadline.text or "")
        )
    if dated or draft.is_shown or closing.kind in {"issue", "submit"}:
        return True
    is_counted = phrases.COUNTED.search(setting.words, draft.act, draft.end) is not None
    return (is_counted and not draft.is_group) or _is_pressed(draft, setting, deadline)


def _binds_unnamed(draft: Draft, setting: Setting, closing: Closing, dated: bool) -> bool:
    """请Y配合… names who helps; a next step after a verdict names nobody."""
    if draft.assist and draft.commissioned:
        # 与会各单位要密切配合: all of them, and so none
        words = setting.words
        everybody = not dated and all("各" in words[at : at + 3] for at, _ in draft.assist)
        return draft.verb != HARD and not everybody
    named = draft.basis != "none" or (dated and draft.is_shown and bool(draft.assist))
    return named or (draft.is_next_step and closing.kind in {"issue", "submit"})


def _is_pressed(draft: Draft, setting: Setting, deadline: Deadline) -> bool:
    """做好 推进 落实 bind where somebody is commissioned, pressed, or asked again and again."""
    if draft.verb == HARD:  # 请X优化线路走廊: one can show what changed
        first = setting.signs.marks.find(HARD, draft.act, draft.end)
        is_mended = setting.words.startswith(WORDS["mend"], max(first, draft.act))
        return draft.commissioned and not draft.is_group and is_mended
    pressed = deadline.kind == "recurring" or (deadline.kind == "vague" and draft.verb == SOFT)
    return draft.commissioned or pressed


def _action(draft: Draft, setting: Setting, deadline: Deadline) -> str:
    """The act alone: without the bearer, the modal and the deadline that open it."""
    start, end = draft.act, draft.end
    words, ends = setting.words, {}
    if deadline.kind not in {"none", "vague"}:  # of two times that begin alike the first
        ends = dict([time.span for time in reversed(draft.times)])
    while start < end:
        if words[start] in _LEADING_FIRST and (match := _LEADING.match(words, start, end)):
            start = match.end()
        elif ends.get(start, end) < end:
            start = ends[start]
        else:
            break
    return setting.sheet.words(start if start < end else draft.act, end)


def _conditions(draft: Draft, setting: Setting) -> tuple[str, ...]:
    if not _CONDITION.search(setting.words, draft.start, draft.end):
        return ()
    found = []
    for clause in _CLAUSE.finditer(setting.words, draft.start, draft.end):
        if _CONDITION.search(clause.group()):
            start = max(clause.start(), draft.act if clause.end() > draft.act else 0)
            found.append(setting.sheet.words(start, clause.end()))
    return tuple(found)
