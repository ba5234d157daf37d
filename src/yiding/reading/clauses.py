"""Clauses: what one stretch between commas says of who acts, how firmly, and doing what."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from yiding.reading.bearers import bearers_at
from yiding.reading.signs import MODALS, SHOWABLE, VERBS, Signs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yiding.reading.bearers import Bearers
    from yiding.reading.model import Modality
    from yiding.text import Span

# Words before a bearer that belong to no duty: 会议要求 同时 一是 第二
LEAD_IN = re.compile(
    r"(?:[一二三四五六七八九十]{1,2}[是要、](?!求)|第[一二三四五六七八九十][，、]?|（[一二三四五六七八九十\d]{1,2}）|\d{1,2}[.、）]|[①-⑳]"
    r"|会议(?:还|同时|最后|研究|经研究|讨论|一致)*(?:要求|强调|明确|决定|议定|确定|指出|认为|提出|同意|责成|希望|号召|指定|安排)(?=[^，：])"
    r"|同时|此外|另外|其中|下一步|下步|接下来|为此|对此|因此|首先|其次|再次|最后|要求|强调|会上|今后|特别是|尤其是|当前|经研究|经讨论|原则上|总体上|鉴于此|并且|而且|另)"
)
_MARK = re.compile(
    r"(?:并|再|且|则|均|统一|原则上|会后|具体|分别|改|仍|同意|明确|决定|可|应|须|需|要|也|都|继续|统筹|此项工作|该项工作|上述工作|以上工作|相关工作)*"
    r"(?P<word>由|责成|商请|请(?!求|示|假|柬)|委托|授权|责令|指定|安排|通知)(?:[各]位)?"
)
_BY = re.compile("(?<![自理缘经事来情])由(?![于此来衷])")
_PROPOSED = re.compile("(?:提出|起草|报送|汇报|关于|所作|拟定|制定|编制|上报|呈报|提交)?的|关于|汇报|提出的|介绍|作了|所|第[\\d一二三四五六七八九十]|是(?!否)|[设位]在|召开的")
_PAST = re.compile("由[^，]*(?:起草|组成|构成|主持)$|已经?(?!知)|过去|完成了|取得|了(?!解)|曾")
_LEADS = re.compile(
    r"、?(?:（[^（）]*）)?(?:[要应需须])?(?:按照?(?:各自)?(?:职责|职能|分工|职责分工|任务分工)+)?"
    r"(?:(?:总|具体|共同|统一|全权|分别|统筹|直接|主要|进行|组织)*(?:牵头(?:负责|抓总|组织|协调)?|负责(?:牵头)?(?!同志|人)|主办|承办|抓总|总负责|督办)"
    r"|[为是作]+(?:[^，、。]{0,8})(?:主体|单位|部门|责任人|牵头人|业主|法人|负责人))"
)
_ASSISTS = re.compile(
    r"(?:[要应需须]|积极|全力|密切|主动|共同|协同|予以|给予|做好|参与)*(?:配合|协助|协办|参与)(?:工作|做好|支持|落实|实施)?"
)
_WITH = re.compile("(?:要|应|需|须|负责|牵头)?(?:会同|商(?![务业贸品家榷谈定议])|协同|联合(?!执法|会|体|社|检查|惩戒|开展|整治|组|验收|发文|印发|行动))")
_HELPS = re.compile("(?:[要应需须]|积极|全力|密切|主动)*(?:配合|协助)")
_AIM = re.compile("努力(?!完成)|争取(?=在|于|[今明本年\\d])")
_MAY = re.compile("可以|可(?=由|按|根据|在|采|视|结合|适)|允许|授权")
_STARTS_MODAL = re.compile("(?:并|还|也|都|均|又|且|更|同时|此外|特别|尤其|要|再)*(?:要(?![求点素件害])|务必|必须|力争|确保|不得|应(?![急对用邀])|需|须|坚决|切实)")
_STARTS_MODAL_WITH = frozenset("并还也都均又且更同此特尤要再务必力确不应需须坚切")
# Clauses that only say by what, in view of what, on what: they wait for a verb.
ADVERBIAL = re.compile(
    "根据|按照|依照|按(?!期|时)|对照|围绕|结合|针对|为(?!主|了?进一步明确)|以(?=[^，]*(?:为|的))|在|对(?!接)|关于|通过|随着|鉴于|从|自|当|待|如|经|基于|参照|依据|凡|就|涉及|除|本着|遵循|坚持|利用|依托|借助|立足|着眼|面对|"
    "会后|届时|期间|之后|此前"
)
# 经县司法局审查后, 送市司法局审核后, 待条件成熟后: a gate or an event, no act of its own
_GATE = re.compile("(?:并|再)?(?:经|送|报|待|征求|提交|提请|收到)[^，]*(?:后|通过|同意)$|[^，由要]{2,24}(?:合格|到位|通过|批准|批复|下达|完成|验收|成熟|到货|审定|同意|具备|印发|公布|确定)后$")
# 对/就 X 进行 Y, 按 X 修改后印发: an adverbial that runs into its act
_RUNS_IN = re.compile("[^，]*(?:按规定|依法|提请|尽快|立即|进行|开展|予以|实施|组织|作出|给予|逐[一个项宗户台库]|统一|负责|及时|全面|专题|集中|全程|做好)")
_GATED = re.compile("经(?![济信开发贸营管])|送|报(?![社业])|待|征求|提请|提交")
_HELPING = frozenset({"督促", "协调", "负责", "牵头", "组织", "统筹", "参与", "协助", "配合", "支持", "指导", "具体"})
_NOUN_END = re.compile("(?:后|上|情况|要求|分工|原则|精神|标准|意见|规定|问题|方案|办法|部署|程序|规划|职责|安排|计划|目标|任务|需要|工作|项目|中|时|前提下|契机|抓手|重点|导向|目标)$")
_ACTED = MODALS | SHOWABLE | {"role", "with", "trap"}
_TIMED = re.compile("[前底内末日]|按照|根据")
_WEAK = frozenset({"hard", "soft", "role"})
_ROLE_WITH = frozenset("、（按照总具共统全分直主进组牵负承抓督为是作要应需须积密协予给做参配会商联")
_NO_SUBJECT = re.compile("并|同时|还|也|都|均|又|且|更|特别|尤其|此外|下一步|坚决|切实|必须|务必|.*(?:[前内底末间]|上半年)$")
_TOWARD = re.compile("对(?!照|接|标)|就|针对|关于|涉及|凡|自|从|随着|通过|为|除")
_AS = re.compile("(?:以|把|将|围绕)[^，]*(?:为|作为)[^，]{0,16}$|为[^，]*(?:保驾护航|提供[^，]*(?:保障|支撑|服务)|奠定[^，]*|营造[^，]*|创造[^，]*|打下[^，]*|贡献[^，]*|增添[^，]*|开辟[^，]*)$")
_BLANKED = str.maketrans("，。；：、！？", "·······")
_QUOTED = re.compile(r"《(?:[^《》\n]|《[^《》\n]*》){1,120}》|“[^“”\n]{1,80}”|（[^（）\n]{1,80}）|〈[^〈〉\n]*〉")

_VAGUE_SOON = re.compile("尽快|抓紧|立即|适时|及时|第一时间|近期|迅速|马上|尽早")
_LEAD_WITH = frozenset("一二三四五六七八九十第（0123456789①②③④⑤⑥⑦⑧⑨会同此另其下接为对因首再最要强今特尤当经原总鉴并而")
_GATE_ENDS = frozenset("后过意")
_ADVERBIAL_WITH = frozenset("根按依对围结针为以在关通随鉴从自当待如经基参凡就涉除本遵坚利依借立着面会届期之此")
_BODY_LAST = re.compile("[局委办厅部院处科股室心司团府会道镇乡村区县市州旗组队站所馆台社行校学协班位门业各方头长任记员同人志]")


class Clause(NamedTuple):
    """One clause: where it and its predicate start, who is named in which role, what it does.

    ``verb`` is the class of its first verb (issue, show, report, submit, hard, soft) or "".
    ``commissioned`` tells 由 / 责成 / 请 / 负责 / 牵头 from a mere subject.
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


def mask(flat: str) -> str:
    """The same length, with nothing to misread: titles blanked, commas in quotes closed."""

    def close(match: re.Match[str]) -> str:
        words = match.group()
        if words[0] == "《":
            return "《" + "□" * (len(words) - 2) + "》"
        return words.translate(_BLANKED)

    return _QUOTED.sub(close, flat)


_CLAUSE = re.compile(r"[^，：\n]*(?:(?<=\d)[，：](?=\d)[^，：\n]*)*[，：\n]?")


def clauses_of(signs: Signs, start: int, end: int) -> Iterator[Clause]:
    """The clauses of one sentence of masked words."""
    words = signs.words
    position = start
    while position < end:
        match = _CLAUSE.match(words, position, end)
        stop = match.end() if match else end
        finish = stop - 1 if words[stop - 1] in "，：\n" else stop
        if finish > position:
            yield _clause(signs, position, finish)
        position = max(stop, position + 1)


def _clause(signs: Signs, start: int, end: int) -> Clause:
    words = signs.words
    begin = start
    while begin < end and words[begin] in _LEAD_WITH and (match := LEAD_IN.match(words, begin, end)):
        begin = match.end()
    gate = words[end - 1] in _GATE_ENDS and bool(_GATE.match(words, begin, end))
    kinds = signs.kinds_in(begin, end)
    lead, assist, commissioned, start_of_duty, rest = (
        (None, (), False, begin, begin) if gate else _bearing(signs, kinds, begin, end)
    )
    modal = signs.first(MODALS, start_of_duty if lead is None else lead.end, end) if kinds else None
    tail = max(signs.ends[modal], rest) if modal is not None else rest
    opened = words[start:begin]
    has_modal = modal is not None or ("要求" in opened and lead is not None)
    return Clause(
        begin if begin < end else start,
        end,
        rest,
        lead,
        assist,
        commissioned,
        has_modal,
        _verb_kind(signs, tail if tail < end else rest, end) if kinds else "",
        lead is not None and not words[rest:end].strip("、落实办理组织实施此项该工作。抓好做相关具体的事宜等"),
        gate or (lead is None and modal is None and _is_adverbial(signs, begin, end)),
        modal is not None and lead is None and _is_other_subject(words, begin, signs.starts[modal]),
        opened,
    )


def _bearing(
    signs: Signs, kinds: list[str], start: int, end: int
) -> tuple[Bearers | None, tuple[Span, ...], bool, int, int]:
    """Who is named in which role: (lead, assist, commissioned, duty's start, act's start)."""
    words = signs.words
    if "with" in kinds and (beside := _WITH.match(words, start, end)):
        named = bearers_at(words, beside.end(), end)
        if named:
            return None, named.names, False, start, named.end
    lead, commissioned, body = _bearer(signs, kinds, start, end)
    if lead is None:
        return None, (), False, start, start
    lead, assist, commissioned, rest = _roles(words, lead, commissioned, end)
    return lead, assist, commissioned, start if lead else body, rest


def _verb_kind(signs: Signs, start: int, end: int) -> str:
    """The class of the first verb; after 将 / 把 of the first that leaves something to show."""
    first = signs.first(VERBS, start, end)
    if first is None or _AS.match(signs.words, start, end):
        return ""
    kind = signs.kinds[first]
    if kind in _WEAK and signs.words[start] in "将把对" and signs.starts[first] > start:
        shown = signs.first(SHOWABLE, signs.ends[first], end)
        kind = kind if shown is None else signs.kinds[shown]
    elif signs.words[signs.starts[first] : signs.ends[first]] in _HELPING:
        second = signs.at(signs.ends[first])
        if second is not None and signs.starts[second] < end and signs.kinds[second] in VERBS:
            kind = signs.kinds[second]
    return "soft" if kind == "role" else kind


def _is_adverbial(signs: Signs, start: int, end: int) -> bool:
    """Whether the clause only says by what or on what, and leaves the act to the next."""
    words = signs.words
    if words[start] not in _ADVERBIAL_WITH or not ADVERBIAL.match(words, start, end):
        return False
    verb = signs.first(VERBS, start, end)
    if verb is None or signs.kinds[verb] in _WEAK or _NOUN_END.search(words, start, end):
        return True
    return bool(_TOWARD.match(words, start, end)) and not _RUNS_IN.match(words, start, end)


def _bearer(
    signs: Signs, kinds: list[str], start: int, end: int
) -> tuple[Bearers | None, bool, int]:
    """Whom the clause names to act: (bearers, commissioned, where its predicate starts)."""
    words = signs.words
    has_commission = "commission" in kinds
    if has_commission and (mark := _MARK.match(words, start, end)):
        named = bearers_at(words, mark.end(), end)
        if named:
            return named, True, named.end
    named = None
    if _may_name(signs, kinds, start, end) and not _GATED.match(words, start, end):
        named = bearers_at(words, start, end)
    if named and _PROPOSED.match(words, named.end, end):
        named = None
    if named and (following := signs.at(named.end)) is not None and signs.kinds[following] in MODALS:
        return named, False, named.end
    if has_commission:
        for by in _BY.finditer(words, start, end):
            if inner := bearers_at(words, by.end(), end):
                return inner, True, inner.end
    return (named, False, named.end) if named else (None, False, start)


def _may_name(signs: Signs, kinds: list[str], start: int, end: int) -> bool:
    """Whether a subject would matter here: something is firm, shown, timed, or waits for its act."""
    if not _BODY_LAST.search(signs.words, start, min(end, start + 24)):
        return False
    if not kinds or not _ACTED.isdisjoint(kinds):
        return True
    return bool(_TIMED.search(signs.words, start, end))


def _roles(
    words: str, lead: Bearers, commissioned: bool, end: int
) -> tuple[Bearers | None, tuple[Span, ...], bool, int]:
    """牵头 负责 会同 配合 after a bearer: (lead, assist, commissioned, where the act starts)."""
    assist: tuple[Span, ...] = ()
    position = lead.end
    only_helps = False
    while position < end:
        if words[position] not in _ROLE_WITH:
            break
        if match := _LEADS.match(words, position, end):
            commissioned, position = True, match.end()
        elif (match := _WITH.match(words, position, end)) and (
            named := bearers_at(words, match.end(), end)
        ):
            assist, position = (*assist, *named.names), named.end
        elif (match := _HELPS.match(words, position, end)) and (
            named := bearers_at(words, match.end(), end)
        ):
            return named, (*assist, *lead.names), True, named.end
        elif match := _ASSISTS.match(words, position, end):
            only_helps, position = True, match.end()
        elif words[position] == "、" and (named := bearers_at(words, position + 1, end)):
            position = named.end
            if match := _ASSISTS.match(words, position, end):
                assist, position = (*assist, *named.names), match.end()
        else:
            break
    if only_helps and not assist:
        return None, lead.names, True, position
    return lead, assist, commissioned, position


def _is_other_subject(words: str, start: int, modal: int) -> bool:
    """Whether something that is no body stands as the subject: 生物医药产业发展要…"""
    if modal - start < 2 or ADVERBIAL.match(words, start, modal):
        return False
    return not _NO_SUBJECT.match(words[start:modal])


def modality_of(signs: Signs, start: int, end: int) -> Modality | None:
    """How firmly: 务必 / 必须, 由 责成 请, 要, 力争, 可; None where no word says so."""
    kinds = signs.kinds_in(start, end)
    text = signs.words[start:end]
    if "must" in kinds:
        return "must"
    if "strive" in kinds or (("努力" in text or "争取" in text) and _AIM.search(text)):
        return "aim"
    if "commission" in kinds or "need" in kinds:
        return "shall"
    if "should" in kinds:
        return "should"
    if "role" in kinds:
        return "shall"
    return "may" if ("可" in text or "允许" in text) and _MAY.search(text) else None


def is_past(words: str) -> bool:
    """Whether this tells what has been done: 已 … 了."""
    return ("了" in words or "已" in words or "曾" in words or "过去" in words or "取得" in words or "由" in words) and bool(
        _PAST.search(words)
    )


def is_urgent(words: str) -> bool:
    """Whether a word of haste without a date stands here: 尽快 适时 立即."""
    return bool(_VAGUE_SOON.search(words))


def starts_with_modal(words: str, start: int, end: int) -> bool:
    """Whether the clause opens with 要 务必 并要 …: it goes on under the subject before it."""
    return words[start] in _STARTS_MODAL_WITH and bool(_STARTS_MODAL.match(words, start, end))


def is_adverbial_at(words: str, start: int, end: int) -> bool:
    """Whether 按 对 在 … stands right here."""
    return start < end and words[start] in _ADVERBIAL_WITH and bool(ADVERBIAL.match(words, start, end))
