"""Items of a text without headings: one a paragraph, or a sentence, opened by 会议审议 …"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from yiding.reading.section import Section, Stretch
from yiding.reading.subjects import (
    AGREEING,
    MODES,
    OPENS_ITEM,
    OPENS_ITEM_FIRST,
    PARAGRAPH_FIRST,
    PARAGRAPH_VERB,
    TITLES,
    VERBS,
    fill,
    noun_subject,
    version_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yiding.reading.outline import Paragraph
    from yiding.reading.sheet import Sheet

_NUMBERED = frozenset({"one", "two", "three", "four"})
_OTHERS = re.compile(
    "(?:有关|相关|等其[他它])(?:的)?(?:事项|工作|议题|问题|事宜|情况|内容|精神|文件)"
)
OTHER = re.compile("其[他它](?:事项|事宜|问题|工作|议题|有关)")
# 会议还传达学习了上级有关会议精神: no matter is named
_UNNAMED = re.compile("[^《，]{0,14}(?:有关|相关|上级)(?:文件|会议)*精神")
# 会议听取、研究了以下事项: what follows tells them
_UNTOLD = re.compile(
    "中，|[^，。《]{0,8}(?:以下|如下|下列|[\\d一二三四五六七八九十]+[个项])(?:有关|重要)?(?:事项|议题|内容|问题|工作)"
)
# 会议原则同意该《方案》: on the matter before
_SAME = re.compile("了?(?:该|此|上述|这一)")
# 在听取相关部门情况汇报后，…指出: on no matter of its own
_AFTER_REPORTS = re.compile("[^，。《]{0,10}(?:汇报|介绍|发言|意见)(?:之?后|，并)")
# …的汇报；听取…的汇报: each is an item
_SENTENCE = re.compile("(?:[^。；\n]|；(?!(?:会议)?(?:还)?(?:听取|审议|传达|通报)))+[。；]?[”]?")
_AGREES = re.compile("会议(?:一致|原则|研究|讨论|经)*(?:同意|通过)")
_VERDICT = re.compile("同意|通过|暂缓|暂不")
# 会议同意授予…称号: an act of its own, no verdict on the item before
_CONFERS = re.compile("会议(?:一致|研究|讨论|经)*同意(?:授予|表彰|命名|聘任|聘请|任免|出让|划拨)")
_MATTER = re.compile(
    "《|关于|情况|工作|精神|事项|汇报|方案|问题|计划|报告|项目|规划|事宜|办法|建议|通报|安排|条例"
    "|批复|意见"
)
# 会议决定，调整…组成人员: an act of its own, no verdict on the item before
_ACT = re.compile(
    "会议(?:还|研究|一致|讨论|经)*决定[，：]?"
    "(?P<what>(?:调整[^，。；]{2,30}(?:成员|人员|分工)|增补|任命|聘任|免去|授予|表彰|命名)[^，。；]*)"
)
# 听取了县林业局的汇报: on the matter already opened
_REPORTED = re.compile("[^，。；《]{2,14}的?(?:专题|工作|情况)*(?:汇报|介绍|说明)(?=[，。；])")
# …主持召开…常务会议，会议听取了…: the first item in the opening sentence
_RUNS_INTO = re.compile("会议?，(?=会议(?:首先)?(?:审议|听取|研究|传达|讨论|学习))")
# 会议研究了粮食收购、店招整治等工作: the agenda in the opening, no item
_AGENDA = re.compile(
    "汇报等[。]?$|等(?:\\d+|[一二三四五六七八九十]+)?[个项]?(?:工作|事项|议题|问题|内容|事宜|情况)[。]?$"
)
# …主持召开…办公会议，听取了…的汇报。
_TOLD = re.compile(
    "会议?，(?=(?:集体|专题)?(?:审议|听取|研究|传达|讨论|学习)(?:并|通过|学习|原则|讨论|审议)*了)"
)
# 会议指出，; 王县长要求，; 由市水务局牵头
_TELLING = re.compile(
    "(?:会议|[一-鿿]{2,4})(?:指出|强调|要求|认为|明确|决定|议定)[，：]|由[^，。]{2,16}(?:牵头|负责)"
)
# 研究三夏生产、营商环境优化等工作
_LISTED = re.compile(
    f"(?P<verb>{VERBS})了?(?P<list>[^。；，]{{4,80}}?)等(?:有关|相关)?(?:工作|事项|问题|议题|内容)"
)
_MATTERS = re.compile("[^、]{2,}")
# …召开市政府常务会议，深入学习贯彻…重要指示精神，审议…
_STUDY = re.compile(
    "(?P<verb>传达|学习)(?:学习|贯彻|落实|了)*"
    "(?P<what>[^，。；]{4,60}?(?:精神|讲话|论述|指示|批示))(?=[，。；])"
)


def prose_sections(
    sheet: Sheet, words: str, body: list[Paragraph], opening: list[Paragraph]
) -> list[Section]:
    """The items of running text, with the paragraphs that follow each."""
    prose = _Prose(sheet, words)
    for start, end, opens in _stretches(words, body, opening):
        prose.take(start, end, opens)
    sections = prose.sections
    for before, after in pairwise(sections):
        before.end = min(before.end, after.start)
    for section in sections:
        fill(sheet, words, section)
    return [*_before_first(sheet, words, body, opening, sections), *sections]


def opens_item(words: str, start: int, end: int) -> bool:
    """Whether 会议审议 / 听取 / 研究 … stands at ``start``."""
    match = OPENS_ITEM.match(words, start, end) if words[start] in OPENS_ITEM_FIRST else None
    return bool(match) and not _UNTOLD.match(words, match.end() if match else start, end)


def _stretches(
    words: str, body: list[Paragraph], opening: list[Paragraph]
) -> Iterator[tuple[int, int, str]]:
    """What may open items, and what mark it has: the opening's rest, and the body."""
    for paragraph in opening[:1]:
        first = _first_told(words, paragraph)
        told = any(opens_item(words, one.start, one.end) for one in body)
        is_agenda = told and _AGENDA.search(words, first + 1, paragraph.end)
        if 0 <= first < paragraph.end - 2 and not is_agenda:
            yield first + 1, paragraph.end, ""
    for paragraph in body:
        start = paragraph.body if paragraph.opens in _NUMBERED else paragraph.start
        yield start, paragraph.end, paragraph.opens


def _first_told(words: str, paragraph: Paragraph) -> int:
    """Where the sentence that convenes the meeting ends, at 。 or where an item runs on."""
    stop = words.find("。", paragraph.start, paragraph.end)
    goes_on = 0 <= stop < paragraph.end - 2 and words.startswith("会议", stop + 1)
    run = _RUNS_INTO.search(words, paragraph.start, stop) if goes_on else None
    return run.end() - 1 if run else stop


class _Prose:
    """Running text read sentence by sentence, and the items it has opened so far."""

    def __init__(self, sheet: Sheet, words: str) -> None:
        self._sheet = sheet
        self._words = words
        self.sections: list[Section] = []

    def take(self, start: int, end: int, opens: str) -> None:
        """Read one paragraph; only a plain one, without a mark, opens an item by its verb alone."""
        sections, position = self.sections, start
        is_plain = opens in {"", "meeting"}
        for sentence in _SENTENCE.finditer(self._words, start, end):
            at, stop = sentence.span()
            is_first = at == start or self._words[at - 1] == "；"
            if not _opens_item(self._words, at, stop, is_first=is_first and is_plain):
                continue
            if sections and self._goes_on(at, stop, start):
                continue
            if sections and at > position:
                sections[-1].stretches.append(Stretch(position, at))
                sections[-1].end = at
            sections.append(self._begun(at, stop, end))
            position = at
        if sections and end > position:
            sections[-1].stretches.append(Stretch(position, end, opens=opens))
            sections[-1].end = end

    def _begun(self, start: int, stop: int, end: int) -> Section:
        """A new item; an act of the meeting is its own title."""
        section, act = Section(start, end), _ACT.match(self._words, start, stop)
        if act:
            section.title = act.span("what")
            section.title_words = self._sheet.words(*section.title)
            section.subjects = tuple(noun_subject(self._sheet, *section.title))
        return section

    def _goes_on(self, start: int, end: int, paragraph: int) -> bool:
        """会议听取了…《X》的汇报。会议原则同意《X》: the second sentence is of the same item."""
        words, current = self._words, self.sections[-1]
        if start == paragraph and _CONFERS.match(words, start, end):
            return False
        if current.start >= paragraph and _is_reported(words, start, end):
            return True
        names = _names(self._sheet, start, end)
        known = _names(self._sheet, current.start, start)
        if names & known or any(title.endswith(name) for name in names for title in known):
            return True
        if current.start >= paragraph and not known and _agrees_on(words, names, current, start):
            return True
        is_near = current.start >= paragraph or not _VERDICT.search(words, current.start, start)
        return is_near and not (names - known) and bool(_AGREES.match(words, start, end))


def _agrees_on(words: str, names: set[str], current: Section, start: int) -> bool:
    """研究了教师交流轮岗事宜。会议原则通过《教师交流轮岗实施办法》: the paper is on that matter."""
    if not _AGREES.match(words, start):
        return False
    grams = {name[at : at + 4] for name in names for at in range(len(name) - 3)}
    return any(words.find(gram, current.start, start) >= 0 for gram in grams)


def _is_reported(words: str, start: int, end: int) -> bool:
    """会议听取了县林业局的汇报: who reported, and on no matter of its own."""
    match = OPENS_ITEM.match(words, start, end)
    if not match or match["verb"] != "听取":
        return False
    told = _REPORTED.match(words, match.end(), end)
    return told is not None and "关于" not in told[0] and "情况" not in told[0]


def _opens_item(words: str, start: int, end: int, *, is_first: bool) -> bool:
    if is_first and words.startswith("会议", start) and _ACT.match(words, start, end):
        return True
    match = OPENS_ITEM.match(words, start, end) if words[start] in OPENS_ITEM_FIRST else None
    if match is None and is_first and words[start] in PARAGRAPH_FIRST:
        match = PARAGRAPH_VERB.match(words, start, end)
    if not match or end - match.end() < 4:
        return False
    rest = words[match.end() : min(end, match.end() + 120)]
    if (
        _SAME.match(rest)
        or _AFTER_REPORTS.match(rest)
        or OTHER.match(rest)
        or OTHER.search(rest, 0, 14)
        or _UNNAMED.match(rest)
        or _UNTOLD.match(rest)
    ):
        return False
    if words.startswith("会议还", start) and "《" not in rest[:60]:
        tail = words[match.end() : end]
        if _OTHERS.search(tail):
            return False
    if match["verb"] in AGREEING:
        agreed = "《" in rest[:30] or "方案" in rest[:40]
        return agreed or (is_first and match["verb"] == "同意" and end - match.end() > 8)
    return is_first or bool(_MATTER.search(rest))


def _names(sheet: Sheet, start: int, end: int) -> set[str]:
    titles = (match[1] for match in TITLES.finditer(sheet.flat, start, end))
    return {
        title[: version.start()] if (version := version_of(title)) else title for title in titles
    }


def _before_first(
    sheet: Sheet,
    words: str,
    body: list[Paragraph],
    opening: list[Paragraph],
    sections: list[Section],
) -> Iterator[Section]:
    """The item of the paragraphs before the first that opens one of its own."""
    told = [one for one in body if not sections or one.end <= sections[0].start]
    section = None
    if opening:
        section = _studied(sheet, words, told, opening[0]) if sections else None
        section = section or _opened_with(sheet, words, body, opening[0])
    if section is None and sections and any(_TELLING.search(words, *one[:2]) for one in told):
        section = _of_agenda(sheet, words, told[0], opening[:1], sections)
    if section:
        section.stretches += [Stretch(one.start, one.end, opens=one.opens) for one in told]
        section.end = section.stretches[-1].end
        yield section


def _opened_with(
    sheet: Sheet, words: str, body: list[Paragraph], opening: Paragraph
) -> Section | None:
    """The item the opening tells: 召开…会议，听取了…的汇报, and no agenda told again below."""
    stop = words.find("。", opening.start, opening.end)
    end = stop if stop >= 0 else opening.end
    told = _TOLD.search(words, opening.start, end) if body else None
    if told is None or _AGENDA.search(words, opening.start, end):
        return None
    section = Section(told.end(), end)
    section.stretches = [Stretch(section.start, section.end)]
    fill(sheet, words, section)
    below = words[body[0].start : body[-1].end] + sheet.flat[body[0].start : body[-1].end]
    is_agenda = any(one.title[:8] in below for one in section.subjects)
    return section if section.subjects and not is_agenda else None


def _of_agenda(
    sheet: Sheet,
    words: str,
    first: Paragraph,
    opening: list[Paragraph],
    sections: list[Section],
) -> Section:
    """The one matter of the opening's agenda that no other item is about, or one without name."""
    section = Section(first.start, first.end)
    listed = _LISTED.search(words, opening[0].start, opening[0].end) if opening else None
    if listed is None:
        return section
    known = "".join(sheet.flat[one.start : one.start + 60] for one in sections)
    matters = list(_MATTERS.finditer(words, *listed.span("list")))
    left = [one for one in matters if one.group().strip("“”")[:3] not in known]
    if len(left) == 1:
        section.mode = MODES.get(listed["verb"], "other")
        section.subjects = tuple(noun_subject(sheet, *left[0].span()))
    return section


def _studied(sheet: Sheet, words: str, told: list[Paragraph], opening: Paragraph) -> Section | None:
    """What the opening says was studied, where the paragraphs before the first item tell of it."""
    if not told or not words.startswith("会议", told[0].start):
        return None
    study = _STUDY.search(words, opening.start, opening.end)
    if not study:
        return None
    section = Section(told[0].start, told[-1].end, "传达" if study["verb"] == "传达" else "学习")
    section.title = study.span()
    section.title_words = section.mode + sheet.words(*study.span("what"))
    section.subjects = tuple(noun_subject(sheet, *study.span("what")))
    return section
