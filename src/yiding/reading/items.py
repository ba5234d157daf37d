"""Items: the sections of the body, each with its subject, its mode and its clauses 议题."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from yiding.reading.bearers import unit_at
from yiding.reading.model import Subject

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yiding.reading.model import Kind, Mode
    from yiding.reading.outline import Paragraph
    from yiding.reading.parts import Parts
    from yiding.reading.sheet import Sheet

_VERBS = "审议|审定|听取|研究|传达|讨论|学习|通报|审阅|宣读|观看|审查|原则同意|原则通过|审核"
_MODES: dict[str, Mode] = {
    "审议": "审议", "审定": "审议", "审阅": "审议", "原则同意": "审议", "原则通过": "审议", "通过": "审议", "同意": "审议", "审查": "审议", "审核": "审议",
    "听取": "听取", "研究": "研究", "传达": "传达", "宣读": "传达", "讨论": "讨论", "学习": "学习", "通报": "通报", "观看": "学习",
}  # fmt: skip
_TITLE_VERB = re.compile(f"(?:会议|关于)?(?:集体|专题|书面|再次|一并)?(?P<verb>{_VERBS}|通过)(?:(?:并|和|、)?(?:原则|一致|审议|讨论|研究|学习|贯彻|部署)*(?:通过|同意|批准|学习|贯彻|部署|研究|落实|审议)?)?了?")
# A sentence that opens an item where there are no headings.
_OPENS_ITEM = re.compile(
    "(?:会议|会上|随后|接着|最后|此外|会议还|同时|在听取)[，]?(?:还|首先|随后|接着|最后|集体|书面|专题|一并|会议|分别|又|认真|再次)*"
    f"(?P<verb>{_VERBS}|同意|通过)(?:(?:并|和|、)?(?:原则|一致|审议|讨论|研究|学习)*(?:通过|同意|批准|学习|部署|研究|审议|上)?)?了?(?!意见|决定|其他|同意|后|认为|明确)"
)
_PARAGRAPH_VERB = re.compile(f"(?P<verb>{_VERBS})(?:(?:并|和|、)?(?:原则|一致)?(?:通过|同意|学习|部署)?)?了?")
_AGREES = re.compile("会议(?:一致|原则|研究|讨论|经)*(?:同意|通过)")
_VERDICT = re.compile("同意|通过|暂缓|暂不")
_ABOUT = re.compile("(?:关于|纪要[ \u3000]*)(?P<what>[^，。：]{4,40}?)(?:有关(?:工作|问题|事宜))?的?(?:专题|现场|协调|办公|推进|调度|座谈|工作)*会(?:议)?(?:的)?(?:会议)?纪要")
_OTHER = re.compile("其[他它](?:事项|问题|工作|议题|有关)")
_TITLES = re.compile("《((?:[^《》]|《[^《》]*》)+)》(?:（([^（）]{2,8})）)?")
_VERSION = re.compile("（((?:[^（）]{0,4})?(?:送审稿|审议稿|讨论稿|修改稿|修订稿|征求意见稿|报批稿|代拟稿|草案稿|修订草案|修正草案|草案|试行|暂行|送审|草稿|初稿|送审版|稿))）$")
_FRAME_END = re.compile("(?:(?:有关|相关)?情况(?:的)?(?:专题|工作)?(?:汇报|报告|介绍|说明)|的?(?:专题|工作|情况)?(?:汇报|说明|介绍)|的(?:专题|工作|情况)?报告|的(?:专题|情况)*通报)$")
_PREPOSITION = re.compile("[向对与将把给为从由按]")
_SUBJECT_STOP = re.compile("[。；]|(?<=[》）])，(?!《)|，(?=会议|与会|要求|强调|认为|指出|同意|原则|并|现|由|决定|明确|对|就)|：$")
_PROPOSER = re.compile("(?:听取|审议|研究|讨论|通过|同意|批准)(?:并原则通过|并|了|原则|会议)*(?=.)")
_NEXT = {"one": ("two", "three", "four"), "two": ("three", "four"), "three": ("four", "two"), "": ("two", "three", "four", "one"), "four": ()}


@dataclass(slots=True)
class Stretch:
    """Running text of an item: where it stands and the number of the clause it lies in."""

    start: int
    end: int
    clause: int = 0


@dataclass(slots=True)
class Section:
    """An item before its duties are read; positions are of the sheet."""

    start: int
    end: int
    mode: Mode = "other"
    title: tuple[int, int] | None = None
    title_words: str | None = None
    heading: tuple[int, int] | None = None
    subjects: tuple[Subject, ...] = ()
    stretches: list[Stretch] = field(default_factory=list)
    candidate: str | None = None


def sections_of(sheet: Sheet, words: str, parts: Parts, kind: Kind) -> list[Section]:
    """The items of one meeting in the order of the text."""
    body, opening = parts.body, parts.opening
    top = next((p.opens for p in body if p.opens in {"one", "two", "three"}), "")
    if top and kind == "onsite" and not _names_subjects(sheet.flat, body, top):
        return _one_item(sheet, words, body, opening, parts.letterhead)
    if top and _is_agenda(words, body, top):
        sections = _numbered(sheet, words, body, top)
    else:
        sections = _prose(sheet, words, body, opening)
    return sections or _one_item(sheet, words, body, opening, parts.letterhead)


def _names_subjects(flat: str, body: list[Paragraph], top: str) -> bool:
    heads = [flat[p.body : p.body + 14] for p in body if p.opens == top]
    named = [head for head in heads if re.match(f"关于|{_VERBS}|《", head)]
    return len(named) * 2 > len(heads)


def _is_agenda(words: str, body: list[Paragraph], top: str) -> bool:
    """Numbered paragraphs are the agenda unless prose items come before them."""
    first = next(i for i, p in enumerate(body) if p.opens == top)
    before = [p for p in body[:first] if _OPENS_ITEM.match(words, p.start, p.end)]
    return not before


# --- numbered headings ---------------------------------------------------------------------


def _numbered(sheet: Sheet, words: str, body: list[Paragraph], top: str) -> list[Section]:
    sections: list[Section] = []
    clause_mark = ""
    clause = 0
    for paragraph in body:
        if paragraph.opens == top:
            section = _headed(sheet, words, paragraph)
            sections.append(section)
            clause_mark, clause = "", 0
            continue
        if not sections:
            continue
        section = sections[-1]
        if paragraph.opens in _NEXT[top] and clause_mark in {"", paragraph.opens}:
            clause_mark = paragraph.opens
            clause += 1
        section.stretches.append(Stretch(paragraph.body if paragraph.opens in {"two", "three", "four"} else paragraph.start, paragraph.end, clause))
        section.end = paragraph.end
    for section in sections:
        _fill(sheet, words, section)
    return [section for section in sections if not _is_other_business(words, section)]


def _is_other_business(words: str, section: Section) -> bool:
    """其他事项: what closes an agenda, no item of it."""
    start, end = section.title or (section.start, section.end)
    return end - start < 16 and bool(_OTHER.search(words, start, end))


def _headed(sheet: Sheet, words: str, paragraph: Paragraph) -> Section:
    """A heading alone on its line, or one that runs into its first sentence."""
    section = Section(paragraph.start, paragraph.end)
    stop = _heading_end(words, paragraph)
    if stop > paragraph.body:
        section.title = (paragraph.body, stop)
        section.heading = (paragraph.start, stop)
    rest = stop
    while rest < paragraph.end and words[rest] in "。：；，、 \u3000":
        rest += 1
    if rest < paragraph.end:
        section.stretches.append(Stretch(rest, paragraph.end))
    return section


def _heading_end(words: str, paragraph: Paragraph) -> int:
    start, end = paragraph.body, paragraph.end
    text = words[start:end]
    if not re.search("[。；]", text.rstrip("。；")):
        if len(text) < 80 and not re.match("会议(?!精神)", text) and not re.search("[要需应].{8,}[，。]|^由", text):
            return start + len(text.rstrip("。：；"))
        return start
    first = re.match("[^。；]+", text)
    head = first.group() if first else ""
    run_in = re.search("》(?:（[^）]*）)?(?=[ \u3000]|会议|原则|同意)|(?:汇报|事宜|问题|事项)(?=[ \u3000]|会议)", text[:70])
    if run_in and not re.match("会议", text):
        return start + run_in.end()
    if len(head) < 50 and re.match(f"(?:{_VERBS}|关于)", head) and "，" not in head[-20:]:
        return start + len(head)
    if len(head) < 30 and not re.search("[，：]", head) and not re.match("会议|由|同意|原则", head) and not re.search("要|由|应|需", head):
        return start + len(head)
    return start


# --- prose ----------------------------------------------------------------------------------

_SENTENCE = re.compile("[^。\n]+[。]?[”]?")


def _prose(sheet: Sheet, words: str, body: list[Paragraph], opening: list[Paragraph]) -> list[Section]:
    """Without headings: one item a paragraph, or a sentence, opened by 会议审议 / 听取 / 研究 …"""
    sections: list[Section] = []
    for start, end, mark in _prose_stretches(words, body, opening):
        position = start
        for sentence in _SENTENCE.finditer(words, start, end):
            at = sentence.start()
            opens = _opens_item(words, at, sentence.end(), is_first=at == start and not mark)
            if opens and not _same_subject(sheet, words, at, sentence.end(), sections, start):
                if sections and at > position:
                    sections[-1].stretches.append(Stretch(position, at))
                sections.append(Section(at, end))
                position = at
        if sections and end > position:
            sections[-1].stretches.append(Stretch(position, end))
            sections[-1].end = end
    for before, after in zip(sections, sections[1:], strict=False):
        before.end = min(before.end, after.start)
    for section in sections:
        _fill(sheet, words, section)
    return sections


def _prose_stretches(words: str, body: list[Paragraph], opening: list[Paragraph]) -> Iterator[tuple[int, int, str]]:
    for paragraph in opening[:1]:
        first = words.find("。", paragraph.start, paragraph.end)
        if 0 <= first < paragraph.end - 2:
            yield first + 1, paragraph.end, ""
    for paragraph in body:
        yield paragraph.body if paragraph.opens in {"two", "three", "four", "one"} else paragraph.start, paragraph.end, paragraph.opens if paragraph.opens != "meeting" else ""


def _opens_item(words: str, start: int, end: int, *, is_first: bool) -> bool:
    match = _OPENS_ITEM.match(words, start, end) or (is_first and _PARAGRAPH_VERB.match(words, start, end)) or None
    if not match:
        return False
    rest = words[match.end() : end]
    if _OTHER.search(rest[:14]) or len(rest) < 4:
        return False
    verb = match["verb"]
    if words.startswith("会议还", start) and re.search("有关|相关", rest) and "《" not in rest[:60]:
        return False
    if verb in {"同意", "通过", "原则同意", "原则通过"}:
        return "《" in rest[:30] or "方案" in rest[:40] or (is_first and verb == "同意" and len(rest) > 8)
    return is_first or bool(re.search("《|关于|情况|工作|精神|事项|汇报|方案|问题|计划|报告|项目|规划|事宜|办法|建议|通报|安排|条例|批复|意见", rest[:120]))


def _same_subject(sheet: Sheet, words: str, start: int, end: int, sections: list[Section], paragraph: int) -> bool:
    """会议听取了…《X》的汇报。会议原则同意《X》: the second sentence goes on with the item."""
    if not sections:
        return False
    current = sections[-1]
    here = set(_TITLES.findall(sheet.flat[start:end]))
    before = set(_TITLES.findall(sheet.flat[current.start : start]))
    names = {_VERSION.sub("", title) for title, _ in here}
    known = {_VERSION.sub("", title) for title, _ in before}
    if names & known or any(title.endswith(name) for name in names for title in known):
        return True
    goes_on = current.start >= paragraph or not _VERDICT.search(words, current.start, start)
    return goes_on and not (names - known) and bool(_AGREES.match(words, start, end))


def _one_item(
    sheet: Sheet, words: str, body: list[Paragraph], opening: list[Paragraph], letterhead: list[Paragraph]
) -> list[Section]:
    if not body:
        return []
    section = Section(body[0].start, body[-1].end)
    clause = 0
    marks = [p.opens for p in body if p.opens in {"one", "two", "three", "four"}]
    inner = "two" if marks.count("two") > 1 else (marks[0] if marks else "")
    for paragraph in body:
        if paragraph.opens == inner and inner:
            clause += 1
        section.stretches.append(Stretch(paragraph.body if paragraph.opens in {"one", "two", "three", "four"} else paragraph.start, paragraph.end, clause))
    for paragraph in letterhead:
        if about := _ABOUT.search(words, paragraph.start, paragraph.end):
            section.mode = "研究"
            section.subjects = tuple(_noun_subject(sheet, *about.span("what")))
    if opening and not section.subjects:
        _topic(sheet, words, opening[0], section)
    return [section]


def _topic(sheet: Sheet, words: str, paragraph: Paragraph, section: Section) -> None:
    """The one subject of a topic meeting: 研究推进老城区雨污分流改造工程有关工作."""
    text = words[paragraph.start : paragraph.end]
    matches = list(re.finditer("(?P<verb>专题研究|听取|研究|讨论|协调|部署)(?:了|解决|部署)*(?P<what>[^。；，]{4,60})", text))
    if not matches:
        return
    match = next((one for one in matches if "研究" in one["verb"]), matches[0])
    section.mode = _MODES.get(match["verb"].replace("专题", ""), "研究")
    section.subjects = tuple(_noun_subject(sheet, paragraph.start + match.start("what"), paragraph.start + match.end("what")))


# --- what an item is about --------------------------------------------------------------------


def _fill(sheet: Sheet, words: str, section: Section) -> None:
    """Mode, title and subjects from the heading, else from the sentence that opens the item."""
    first = section.stretches[0] if section.stretches else None
    opener = _OPENS_ITEM.match(words, first.start, first.end) if first else None
    if opener is None and first:
        opener = _PARAGRAPH_VERB.match(words, first.start, first.end)
    if section.title:
        start, end = section.title
        verb = _TITLE_VERB.match(words, start, end)
        section.mode = _mode_of_heading(words, start, verb, opener)
        section.subjects = tuple(_subjects(sheet, verb.end() if verb else start, end))
    elif opener and first:
        stop = _SUBJECT_STOP.search(words, opener.end(), first.end)
        end = stop.start() if stop else first.end
        section.mode = _MODES.get(opener["verb"], "other")
        section.title = (opener.start("verb"), end)
        section.title_words = _opener_words(sheet, opener) + sheet.words(opener.end(), end)
        section.subjects = tuple(_subjects(sheet, opener.end(), end))
    section.candidate = _proposer(sheet, words, section)


def _opener_words(sheet: Sheet, opener: re.Match[str]) -> str:
    """审议 out of 审议并原则通过了; 传达学习 out of 传达学习了."""
    words = sheet.words(opener.start("verb"), opener.end())
    return re.sub("[并並和]?(?:一致|原[则則])*(?:通[过過]|同意|批准)|了$", "", words).removesuffix("了")


def _mode_of_heading(words: str, start: int, verb: re.Match[str] | None, opener: re.Match[str] | None) -> Mode:
    if verb:
        return _MODES.get(verb["verb"], "other")
    if words.startswith("关于", start):
        return "研究"
    return _MODES.get(opener["verb"], "other") if opener else "研究"


def _subjects(sheet: Sheet, start: int, end: int) -> Iterator[Subject]:
    titles = list(_TITLES.finditer(sheet.flat, start, end))
    if titles and _are_titles(sheet.flat, start, end, titles):
        for match in titles:
            yield _titled(sheet, match)
    else:
        yield from _noun_subject(sheet, start, end)


def _are_titles(flat: str, start: int, end: int, titles: list[re.Match[str]]) -> bool:
    """Whether the 《》 are the subject, and not words inside it (贯彻《条例》情况)."""
    after = flat[titles[-1].end() : end]
    before = flat[start : titles[0].start()]
    if re.match("(?:的)?(?:实施|贯彻|执行|落实)|(?:实施|落实|执行|贯彻)", after):
        return False
    return not re.search("(?:贯彻|落实|执行|实施|学习)$", before)


def _titled(sheet: Sheet, match: re.Match[str]) -> Subject:
    title = match.group(1)
    start, end = match.span(1)
    version = _VERSION.search(title)
    outside = match.group(2) if match.group(2) and _VERSION.search(f"（{match.group(2)}）") else None
    if version:
        end = start + version.start()
    return Subject(sheet.words(start, end), version.group(1) if version else outside, sheet.span(*match.span()))


def _noun_subject(sheet: Sheet, start: int, end: int) -> Iterator[Subject]:
    flat = sheet.flat
    text = flat[start:end].rstrip("。；：，")
    about = text.find("关于")
    if 0 <= about < 40 and (about == 0 or _is_reporter(text[:about])):
        if not _PREPOSITION.match(text[about + 2 :]):
            about += 2
        start, text = start + about, text[about:]
    framed = _FRAME_END.search(text)
    if framed and framed.start() > 2:
        text = text[: framed.start()]
    if "通报" in flat[start : start + len(text) + 6] and text.endswith("的通报"):
        text = text.removesuffix("的通报")
    version = _VERSION.search(text)
    if version:
        text = text[: version.start()]
    if len(text) > 1:
        yield Subject(sheet.words(start, start + len(text)), version.group(1) if version else None, sheet.span(start, start + len(text)))


def _is_reporter(words: str) -> bool:
    return len(words) < 40 and not re.search("《|，", words)


def _proposer(sheet: Sheet, words: str, section: Section) -> str | None:
    """Who reported or proposed: the candidate where nobody is named to act."""
    stretches = [section.title] if section.title else []
    stretches += [(stretch.start, stretch.end) for stretch in section.stretches[:2]]
    for start, end in stretches:
        for match in _PROPOSER.finditer(words, start, min(end, start + 200)):
            stop = unit_at(words, match.end(), end)
            if stop and re.match("[^，。《]{0,14}(?:关于|汇报|提出|提交|报送|起草|拟定|所作|的)|《", words[stop : stop + 18]):
                return sheet.words(match.end(), stop)
    return None
