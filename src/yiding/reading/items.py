"""Items: the sections of the body, each with its subject, its mode and its clauses 议题."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from yiding.reading.bearers import bearers_at
from yiding.reading.prose import OTHER, opens_item, prose_sections
from yiding.reading.section import Section, Stretch
from yiding.reading.subjects import MODES, VERBS, fill, noun_subject, subjects
from yiding.reading.transcript import transcript_sections

if TYPE_CHECKING:
    from yiding.reading.model import Kind
    from yiding.reading.outline import Paragraph
    from yiding.reading.parts import Parts
    from yiding.reading.sheet import Sheet
    from yiding.text import Span

_TOP = frozenset({"one", "two", "three"})
_NUMBERED = frozenset({"one", "two", "three", "four"})
_BELOW = {
    "one": frozenset({"two", "three", "four"}),
    "two": frozenset({"three", "four"}),
    "three": frozenset({"four", "two"}),
}
_SORTS = tuple(
    "专题 现场 协调 办公 推进 调度 座谈 工作 例 联席 碰头 会商 论证 分析 部署 动员 视频".split()  # noqa: SIM905
)
# 关于推进某工程的 / 专 题 会 议 纪 要; 某大桥建设现场办公会议纪要
_GAP = "[ \u3000\n]*"
_ABOUT = re.compile(
    "(?:[^，。：〔]{2,30}(?=关于))?(?:关于|纪要[ \u3000]*)?(?:研究(?:解决)?|召开)?"
    "(?P<what>[^，。：〔]{2,40}?)"
    f"(?:[有相]关(?:工作|问题|事宜))?的?{_GAP}"
    f"(?:(?:{'|'.join(map(_GAP.join, _SORTS))}){_GAP}"
    f")*会{_GAP}(?:议{_GAP})?(?:的)?(?:会{_GAP}议{_GAP})?纪{_GAP}要"
)
_SORTED = re.compile(f"(?:(?:{'|'.join(map(_GAP.join, _SORTS))}){_GAP})+")
_BODY_NAMED = re.compile(
    "^现将|[市县区州旗镇乡局院]长$|主任$|政府|委员会|领导小组$|指挥部$|第[\\d一二三四五六七八九十]+次|局$"
)
# 关于某公司用电问题, 关于《…》, 审议…: an item of its own in a meeting on the spot
_DISTINCT = re.compile(f"关于[^，。]{{2,40}}(?:问题|事宜|事项)|关于《|《|{VERBS}")
# 六、关于工作机制: how to work on it all, so that what stands above is of one matter
_WORKING = re.compile(
    "(?:关于)?(?:进一步)?(?:健全|建立|完善|加强|强化)?(?:工作机制|工作要求|有关要求|组织领导|组织保障|协调机制|督导|督查|调度)"
)
# 五、会议还就森林防火等工作作了强调
_STRESSED = re.compile(
    "会议还(?:就|对)[^。]{2,60}(?:作了|作出|进行了|提出了?)[^。]{0,4}(?:强调|安排|部署|要求)[。]?$"
)
# 会议议定了如下事项：; 现将会议确定事项纪要如下：
_HANDED = re.compile(
    "会议就(?:以下|有关|如下)[^，。]{0,8}(?:进行了?|作了|作出)?(?:如下)?(?:明确|决定|议定)(?=[：。]?$)"
    "|会议(?:研究)?(?:(?:议定|确定|决定|明确)[^，。]{0,14}|形成[^，。纪]{0,6}(?:意见|决定|共识))(?=[：。]?$)"
)
# 会议要求，要突出抓好以下工作：
_DEMANDS = re.compile(
    "(?:会议(?:还)?(?:要求|强调|指出|认为|号召)|[^。]{0,8}[，]?[^，。]{2,12}(?:作出?指示|提出[^，。]{0,8}[要需]求))[^。]*："
)
_STAGES = re.compile("会议(?:指出|强调|要求|认为|听取|通报)")
_COMMISSIONS = re.compile("[由请责]|负责|牵头|\\d[日周月]|[内底]")
_TOPIC = re.compile(
    "(?P<verb>专题研究|听取|研究|讨论|协调|部署)(?:了|解决|部署)*(?P<what>[^。；，]{4,60})"
)
# 会议就加快推动文化园建设进行了讨论; 就线杆迁移等问题现场办公
_ON = re.compile(
    "就(?P<what>[^。；，]{4,50}?)(?:等?有关问题|等?相关问题|等问题|问题)?"
    "(?:进行了?|作了|展开了?|开展了?|现场办公|专题研究|专题协调)"
)
_ASKS = re.compile(f"{_STAGES.pattern}|{_COMMISSIONS.pattern}|[要应须]")
_HANDED_OVER = 30
_PLAIN = frozenset({"other", "研究"})
_MANY = re.compile(
    "等(?:有关|相关)?(?:工作|事项|问题|议题)|(?:有关|若干|以下|如下)(?:工作|事项|议题)"
)
_HEADING_STOP = re.compile("[。；]")
_SENTENCE_LIKE = re.compile("会议(?!精神)|由|[^。]*[要需应].{8,}[，。]")
# 关于某医院债务问题，由市卫健委…
_NAMED_FIRST = re.compile(
    "关于[^，。《]{2,40}(?:问题|事宜|事项|工作|项目)(?=，(?:由|会议|同意|原则|责成|请))"
)
# 县农业农村局负责于7月15日前完成排查；
_COMMISSION = re.compile(
    "负责|承担|列支|牵头|会同|配合|作为|[前内]完成|拨付|统筹|[要应须需](?!急|求|素|用)"
)
_AGREES = re.compile("(?:原则|一致|不予?)*同意")
_DECIDES = re.compile("，(?:由|责成|请|并由|原则|同意|自\\d)")
# 审议《…》（送审稿） 会议原则同意…; 关于…问题 会议指出…
_RUN_IN = re.compile(
    "[^。]{0,66}?(?:》(?:（[^）]*）)?(?=[ \u3000]|会议|原则|同意)"
    "|(?:汇报|事宜|问题|事项)(?=[ \u3000]|会议))"
)
_HEAD_VERB = re.compile(f"(?:{VERBS}|关于)")
_TELLING = re.compile("会议|由|同意|原则|[^。；]*[，：要由应需]")
# 1.审议《…》；2.听取…: the agenda in a form field
_ENTRY = re.compile(
    f"\\d{{1,2}}[.、](?P<what>(?P<verb>{VERBS})?[^；。]+?)(?=[；。]|\\d{{1,2}}[.、]|$)"
)


def sections_of(sheet: Sheet, words: str, parts: Parts, kind: Kind) -> list[Section]:
    """The items of one meeting in the order of the text."""
    body = parts.body
    top = next((paragraph.opens for paragraph in body if paragraph.opens in _TOP), "")
    sections: list[Section] = []
    if kind == "transcript":
        sections = transcript_sections(sheet, words, [*parts.opening, *body])
    elif top and kind == "onsite" and _is_one_matter(words, parts, top):
        return _one_item(sheet, words, parts)
    elif top and _is_agenda(words, body, top):
        sections = _numbered(sheet, words, body, top)
        if _is_list(words, parts, sections):
            return _one_item(sheet, words, parts)
        _from_field(sheet, words, parts, sections)
        if kind == "onsite":
            _hand_over(words, parts, sections)
    else:
        sections = prose_sections(sheet, words, body, parts.opening)
    return sections or _one_item(sheet, words, parts)


def _is_one_matter(words: str, parts: Parts, top: str) -> bool:
    """Whether a meeting on the spot has one subject, and its sections name no others."""
    if _names_matters(words, parts.body, top):
        return False
    opening = parts.opening[0] if parts.opening else None
    told = opening is not None and _tells_one(words, opening)
    heads = [one for one in parts.body if one.opens == top]
    apart = sum(words.startswith("关于", one.body) for one in heads) == len(heads)
    return told or not apart or _about(words, parts.letterhead) is not None


def _names_matters(flat: str, body: list[Paragraph], top: str) -> bool:
    """Whether the sections name matters apart, and are not stages of one discussion."""
    heads = [paragraph for paragraph in body if paragraph.opens == top]
    if _WORKING.match(flat, heads[-1].body, heads[-1].end):
        return False
    named = sum(bool(_DISTINCT.match(flat, head.body, head.end)) for head in heads)
    return named * 2 > len(heads)


def _is_agenda(words: str, body: list[Paragraph], top: str) -> bool:
    """Numbered paragraphs are the agenda unless prose items, or 会议要求：, come before them."""
    first = next(i for i, paragraph in enumerate(body) if paragraph.opens == top)
    above = body[first - 1] if first else None
    if above and _DEMANDS.fullmatch(words, above.start, above.end):
        return False
    told = [one for one in body[:first] if opens_item(words, one.start, one.end)]
    heads = [one for one in body if one.opens == top]
    titled = sum(bool(_HEAD_VERB.match(words, one.body, one.end)) for one in heads)
    # 会议听取了…等情况汇报。 above 一、关于… 二、关于… is their agenda
    return not told or (len(told) == 1 and titled == len(heads) > 1)


# --- numbered headings ---------------------------------------------------------------------


def _numbered(sheet: Sheet, words: str, body: list[Paragraph], top: str) -> list[Section]:
    sections: list[Section] = []
    mark, clause = "", 0
    for paragraph in body:
        opens = paragraph.opens
        if opens == top:
            sections.append(_headed(words, paragraph))
            mark, clause = "", 0
        elif sections:
            if opens in _BELOW[top] and mark in {"", opens}:
                mark, clause = opens, clause + 1
            start = paragraph.body if opens in _BELOW["one"] else paragraph.start
            sections[-1].stretches.append(Stretch(start, paragraph.end, clause, paragraph.opens))
            sections[-1].end = paragraph.end
    sections = _without_agenda(words, sections)
    for section in sections:
        fill(sheet, words, section)
    return [section for section in sections if not _is_other_business(words, section)]


def _tells(section: Section) -> bool:
    """Whether more stands under a heading than 现将有关事项纪要如下."""
    return sum(one.end - one.start for one in section.stretches) > _HANDED_OVER


def _without_agenda(words: str, sections: list[Section]) -> list[Section]:
    """The sections without those that only announce one of the same title below."""
    titles = [
        words[slice(*one.title)].strip("。；，、： ") if one.title else "" for one in sections
    ]
    return [
        one
        for at, one in enumerate(sections)
        if not titles[at] or titles[at] not in titles[at + 1 :] or _tells(one)
    ]


def _is_other_business(words: str, section: Section) -> bool:
    """其他事项, 会议还就…作了强调: what closes an agenda, no item of it."""
    if _STRESSED.search(words, section.start, section.end):
        return True
    start, end = section.title or (section.start, section.end)
    if sum(one.end - one.start for one in section.stretches) > 30:
        return False
    return end - start < 16 and bool(OTHER.search(words, start, end))


def _headed(words: str, paragraph: Paragraph) -> Section:
    """A heading alone on its line, or one that runs into its first sentence."""
    section = Section(paragraph.start, paragraph.end)
    start = paragraph.body
    while start < paragraph.end and words[start] in " \u3000":
        start += 1
    stop = _heading_end(words, start, paragraph.end)
    if stop > start:
        section.title = (start, stop)
        section.heading = (paragraph.start, stop)
    rest = stop
    while rest < paragraph.end and words[rest] in "。：；，、 \u3000":
        rest += 1
    if rest < paragraph.end:
        section.stretches.append(Stretch(rest, paragraph.end))
    return section


def _heading_end(words: str, start: int, end: int) -> int:
    """Where the heading that opens this paragraph ends; ``start`` where it is none."""
    last = end
    while last > start and words[last - 1] in "。；：":
        last -= 1
    stop = _HEADING_STOP.search(words, start, last)
    if named := _NAMED_FIRST.match(words, start, last):
        return named.end()
    if not stop:
        is_title = end - start < 80 and not _is_sentence(words, start, end)
        return last if is_title else start
    if words.startswith("会议", start):
        return start
    if run_in := _RUN_IN.match(words, start, min(end, start + 70)):
        return run_in.end()
    head = stop.start()
    if (
        head - start < 50
        and _HEAD_VERB.match(words, start, head)
        and "，" not in words[max(start, head - 20) : head]
    ):
        return head
    return start if head - start >= 30 or _TELLING.match(words, start, head) else head


def _is_sentence(words: str, start: int, end: int) -> bool:
    """同意…，由市林业局负责…。: what decides or commissions is no heading."""
    if _SENTENCE_LIKE.match(words, start, end) or _AGREES.match(words, start, end):
        return True
    if words[end - 1] not in "。；":
        return False
    named = bearers_at(words, start, end)  # 市交通局在7个路口设站，4月26日起运行。
    if named and words.find("，", named.end, end) > 0:
        return True
    told = _COMMISSION.search(words, start, end) and not _HEAD_VERB.match(words, start, end)
    return bool(told or _DECIDES.search(words, start, end))


def _from_field(sheet: Sheet, words: str, parts: Parts, sections: list[Section]) -> None:
    """Titles from the form's 议题 field, entry by entry, where the sections have no headings."""
    field = parts.form.get("议题")
    if field is None or any(section.heading for section in sections):
        return
    entries = list(_ENTRY.finditer(words, field.body, field.end))
    if len(entries) != len(sections):
        return
    for section, entry in zip(sections, entries, strict=True):
        section.title = entry.span("what")
        section.title_words = sheet.words(*entry.span("what"))
        section.mode = MODES.get(entry["verb"], section.mode)
        start = entry.end("verb") if entry["verb"] else entry.start("what")
        section.subjects = tuple(subjects(sheet, words, start, entry.end("what")))


def _is_list(words: str, parts: Parts, sections: list[Section]) -> bool:
    """Whether the numbers only count duties on the one matter of the opening."""
    headed = sum(one.heading is not None for one in sections)
    if len(sections) < 2 or headed * 4 > len(sections):
        return False
    if any(one.mode not in _PLAIN for one in sections):
        return False
    told = parts.form.get("主题") or (parts.opening[0] if parts.opening else None)
    return told is not None and _tells_one(words, told)


def _tells_one(words: str, opening: Paragraph) -> bool:
    """Whether the opening names one subject: 研究夏粮收购工作, and not 研究…等工作."""
    start, end = opening.start, opening.end
    return bool(_TOPIC.search(words, start, end)) and not _MANY.search(words, start, end)


def _hand_over(words: str, parts: Parts, sections: list[Section]) -> None:
    """On the spot 会议议定以下事项 rules each section that commissions and says no more of it."""
    if not _is_handed(words, parts):
        return
    for section in sections:
        first = section.stretches[0] if section.stretches else None
        where = (first.start, first.end) if first else (0, 0)
        commissions = _COMMISSIONS.search(words, *where)
        section.handed = bool(commissions) and not _STAGES.search(words, *where)


def _is_handed(words: str, parts: Parts) -> bool:
    """Whether the paragraph above the first number, or the opening, ends in such words."""
    first = next((i for i, one in enumerate(parts.body) if one.opens in _NUMBERED), 0)
    heads = [one for one in parts.body if one.opens == "one"]
    near = [*heads, *parts.opening[-1:], *parts.body[max(0, first - 1) : first]]
    return any(_HANDED.search(words, max(one.start, one.end - 40), one.end) for one in near)


# --- one matter ------------------------------------------------------------------------------


def _one_item(sheet: Sheet, words: str, parts: Parts) -> list[Section]:
    """The whole body as one item, named by the title or by the opening."""
    body = parts.body or _rest_of(words, parts.opening)
    if not body:
        return []
    section = Section(body[0].start, body[-1].end)
    marks = [paragraph.opens for paragraph in body if paragraph.opens in _NUMBERED]
    inner = "two" if marks.count("two") > 1 else (marks[0] if marks else "")
    clause = 0
    for paragraph in body:
        clause += bool(inner) and paragraph.opens == inner
        start = paragraph.body if paragraph.opens in _NUMBERED else paragraph.start
        section.stretches.append(Stretch(start, paragraph.end, clause, paragraph.opens))
    if about := _about(words, parts.letterhead):
        section.mode = "研究"
        section.subjects = tuple(noun_subject(sheet, *about))
    section.handed = _is_handed(words, parts)
    labelled = parts.form.get("主题")
    for told in [labelled] if labelled else parts.opening[:4]:
        if not section.subjects:
            _topic(sheet, words, told, section)
    return [section]


def _rest_of(words: str, opening: list[Paragraph]) -> list[Paragraph]:
    """What an opening tells after the sentence that convenes, where nothing stands below it."""
    if len(opening) != 1:
        return []
    start, end = words.find("。", opening[0].start, opening[0].end) + 1, opening[0].end
    told = _ASKS.search(words, start, end)
    return [opening[0]._replace(start=start, body=start)] if start and told else []


def _about(words: str, letterhead: list[Paragraph]) -> Span | None:
    """The matter a title names, which may break after 的 over two lines."""
    ends = [paragraph.end for paragraph in letterhead]
    for paragraph, below in zip(letterhead, [*ends[1:], 0], strict=False):
        broken = below and words[paragraph.end - 1] == "的"
        about = _ABOUT.match(words, paragraph.start, below if broken else paragraph.end)
        what = about["what"] if about else ""
        if len(what) > 3 and not (_BODY_NAMED.search(what) or _SORTED.fullmatch(what)):
            return about.span("what") if about else None
    return None


def _topic(sheet: Sheet, words: str, paragraph: Paragraph, section: Section) -> None:
    """The one subject of a topic meeting: 研究推进老城区雨污分流改造工程有关工作."""
    matches = list(_TOPIC.finditer(words, paragraph.start, paragraph.end))
    on = None if matches else _ON.search(words, paragraph.start, paragraph.end)
    if on:
        section.mode = "研究"
        section.subjects = tuple(noun_subject(sheet, *on.span("what")))
    if not matches:
        return
    match = next((one for one in matches if "研究" in one["verb"]), matches[0])
    section.mode = MODES.get(match["verb"].replace("专题", ""), "研究")
    section.subjects = tuple(noun_subject(sheet, *match.span("what")))


__all__ = ["Section", "Stretch", "sections_of"]
