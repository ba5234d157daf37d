"""What an item is about: its mode, its title and its subjects 议题名称."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from yiding.reading.bearers import bearers_at, unit_at
from yiding.reading.model import Subject

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yiding.reading.model import Mode
    from yiding.reading.section import Section
    from yiding.reading.sheet import Sheet
    from yiding.text import Span

VERBS = "审议|审定|听取|研究|传达|讨论|学习|通报|审阅|宣读|观看|审查|原则同意|原则通过|审核"
MODES: dict[str, Mode] = {
    "审议": "审议",
    "审定": "审议",
    "审阅": "审议",
    "审查": "审议",
    "审核": "审议",
    "通过": "审议",
    "同意": "审议",
    "原则同意": "审议",
    "原则通过": "审议",
    "听取": "听取",
    "研究": "研究",
    "讨论": "讨论",
    "传达": "传达",
    "宣读": "传达",
    "学习": "学习",
    "观看": "学习",
    "通报": "通报",
}
_AFTER_VERB = "(?:通过|同意|批准|学习|贯彻|部署|研究(?!生|院|所)|落实|审议)"
_BETWEEN = "(?:并|和|、)?(?:原则上?|一致|审议|讨论|研究(?!生|院|所)|学习|贯彻|部署)*"
# 审议并原则通过《…》; 关于审议《…》; 传达学习…精神
_TITLE_VERB = re.compile(
    f"(?:会议|关于)?(?:集体|专题|书面|再次|一并)?(?P<verb>{VERBS}|通过)(?:{_BETWEEN}{_AFTER_VERB}?)?了?"
)
# A sentence that opens an item where there are no headings: 会议还听取了…, 会议深入学习贯彻…
OPENS_ITEM = re.compile(
    "(?:会议|会上|随后|接着|最后|此外|同时|与会(?:人员|同志)|在(?=听取))[，]?"
    "(?:还|首先|随后|接着|最后|集体|集中|共同|协商|书面|专题|一并|会议|分别|又|认真|深入|再次|强调|暂缓|暂不)*"
    f"(?P<verb>{VERBS}|同意|通过)(?:{_BETWEEN}{_AFTER_VERB}?)?[了完]?"
    "(?!意见|决定|其他|同意|后|认为|明确)"
)
OPENS_ITEM_FIRST = frozenset("会随接最此同在与")
# 听取市水务局关于…的汇报: a paragraph that begins with the verb
PARAGRAPH_VERB = re.compile(
    f"(?P<verb>{VERBS})(?:(?:并|和|、)?(?:原则|一致)?(?:通过|同意|学习|部署|贯彻|讨论|研究(?!生|院|所))*)?了?"
)
# 同意将湿地公园申报…: a numbered sentence that agrees
_AGREED_FIRST = re.compile("(?:一致|不予?)?(?P<verb>同意|通过)")
PARAGRAPH_FIRST = frozenset(word[0] for word in VERBS.split("|"))
AGREEING = frozenset({"同意", "通过", "原则同意", "原则通过"})
_DRAFTS = (
    "送审稿|审议稿|讨论稿|修改稿|修订稿|征求意见稿|报批稿|代拟稿|草案稿|修订草案|修正草案"
    "|草案|试行|暂行|送审|草稿|初稿|送审版|稿"
)
_VERSION = re.compile(f"（((?:[^（）]{{0,4}})?(?:{_DRAFTS}))）$")
TITLES = re.compile("《((?:[^《》]++|《[^《》]*》)+)》(?:（([^（）]{2,8})）)?")
# …情况的专题汇报, …的通报, 会议精神贯彻落实情况
_FRAME_END = re.compile(
    "(?:(?:有关|相关)?情况(?:的)?(?:专题|工作)?(?:汇报|报告|介绍|说明|通报)"
    "|的?(?:专题|工作|情况)?(?:汇报|说明|介绍)|的(?:专题|工作|情况)?报告|的(?:专题|情况)*通报"
    "|(?<=精神)的?(?:学习|贯彻|落实)+(?:情况|工作|意见)?(?:的汇报)?)$"
)
_FRAME_LAST = (
    "汇报",
    "报告",
    "介绍",
    "说明",
    "通报",
    "学习",
    "贯彻",
    "落实",
    "情况",
    "工作",
    "意见",
)
_PREPOSITION = frozenset("向对与将把给为从由按")
_STUDIED = ("精神", "讲话", "指示", "批示", "论述")
# 拟提请区人大会议审议的《政府工作报告》
_ASKED = re.compile("拟?提请[^，。《]{2,24}(?:审议|审定|审查|批准)的(?=《)")
_PROPOSED = re.compile("(?:提出|提交|起草|报送|提请|拟定|拟订|上报|呈报|制定)的")
# 表彰…先进个人20名: how many is no part of the subject
_COUNTED = ("名", "个", "家", "户", "件")
_COUNT = re.compile("(?<=[”》])\\d+[名个家户件]$")
# 县财政局局长顾某汇报2021年预算调整方案
_REPORTED = re.compile(
    "(?!听取|关于|审议|研究)[^，。《》]{3,24}?(?:[长任员]|[局办委科室])[^，。《》]{0,4}汇报了?(?=[^，。]{4})"
)
# 审议有关事项: a heading that names no matter
_GENERAL = re.compile("(?:有关|相关|若干)(?:事项|议题|文件|工作|问题)")
SUBJECT_STOP = re.compile(
    "[。；]|(?<=[》）])，(?!《)"
    "|，(?=会议|与会|要求|强调|认为|指出|同意|原则|并|现|由|决定|明确|对|就"
    "|研究(?:了|我|贯彻|其他|部署)|部署|安排|审议|审定|通过了|学习了|传达了|通报了|听取|(?:协商)?讨论了|自\\d|议定|确定|提出)"
    "|(?<=[汇通]报)(?:，(?![^，。]{2,20}(?:关于|[汇通]报))|后)|：$"
)
# 会议学习了…，审定了…安排意见
_ALSO = re.compile(
    f"，(?:并|同时|还)*(?:{VERBS}|通过)(?:{_BETWEEN}{_AFTER_VERB}?)?了(?=[^，。；]{{4}})"
)
_AGREED_STOP = re.compile("[。；，]")
# 听取县水务局关于…; 审议县司法局起草的《…》
# trap: 审议《…》 names no one
_PROPOSER = re.compile(
    "(?:听取|审议|研究|讨论|通过|同意|批准)(?:并原则通过|并|了|原则|会议)*+(?=[^《\n])"
)
_PROPOSES = re.compile("[^，。《]{0,14}(?:关于|汇报|提出|提交|报送|起草|拟定|所作|的)|《")
_APPLIED_AFTER = re.compile("(?:的)?(?:实施|贯彻|执行|落实)")
_APPLIED_BEFORE = ("贯彻", "落实", "执行", "实施", "学习")
_OPENER_VERDICT = re.compile("[并並和]?(?:一致|原[则則])*(?:通[过過]|同意|批准)|了$")


def fill(sheet: Sheet, words: str, section: Section) -> None:
    """Mode, title and subjects from the heading, else from the sentence that opens the item."""
    first = section.stretches[0] if section.stretches else None
    opener = _opener(words, first.start, first.end) if first else None
    if first and not (opener or section.title):
        opener = _AGREED_FIRST.match(words, first.start, first.end)
    if section.title and not section.title_words:
        _from_heading(sheet, words, section, opener)
    elif opener and first and not section.title:
        _from_sentence(sheet, words, section, opener, first.end)
    section.candidates = _proposers(sheet, words, section)


def _opener(words: str, start: int, end: int) -> re.Match[str] | None:
    first = words[start]
    if first in OPENS_ITEM_FIRST and (match := OPENS_ITEM.match(words, start, end)):
        return match
    return PARAGRAPH_VERB.match(words, start, end) if first in PARAGRAPH_FIRST else None


def _from_heading(sheet: Sheet, words: str, section: Section, opener: re.Match[str] | None) -> None:
    start, end = section.title or (section.start, section.start)
    verb = _TITLE_VERB.match(words, start, end)
    heading = words[start:end]
    if reported := _REPORTED.match(words, start, end):
        section.mode = "听取"
        section.subjects = tuple(subjects(sheet, words, reported.end(), end))
        return
    section.mode = _mode_of_heading(heading, verb, opener)
    if "学法" in heading and "《" not in heading and section.stretches:
        first = section.stretches[0]
        if taught := TITLES.search(sheet.flat, first.start, min(first.end, first.start + 80)):
            section.subjects = (_titled(sheet, taught),)
            return
    begin = verb.end() if verb else start
    named = _named_below(sheet, section) if _GENERAL.fullmatch(heading, begin - start) else []
    section.subjects = tuple(named or subjects(sheet, words, begin, end))


def _named_below(sheet: Sheet, section: Section) -> list[Subject]:
    """The texts the first sentence under 审议通过有关事项 names."""
    first = section.stretches[0] if section.stretches else None
    if first is None:
        return []
    stop = sheet.flat.find("。", first.start, first.end)
    end = stop if stop > 0 else first.end
    return [_titled(sheet, match) for match in TITLES.finditer(sheet.flat, first.start, end)]


# a heading that names no matter, and so no verb
_NO_MATTER = re.compile("(?:会议)?(?:其[他它](?:事项|工作|问题)?|有?关?人事(?:事项|问题))")


def _mode_of_heading(
    heading: str, verb: re.Match[str] | None, opener: re.Match[str] | None
) -> Mode:
    """The heading's verb; 关于《…》 takes 审议 from its body, 关于…精神 takes 传达."""
    if verb:
        return MODES.get(verb["verb"], "other")
    if _NO_MATTER.fullmatch(heading):
        return "other"
    agreed = opener is not None and opener["verb"] in AGREEING and "《" not in heading
    mode = MODES.get(opener["verb"], "other") if opener and not agreed else "研究"
    if not heading.startswith("关于"):
        return "学习" if "学法" in heading else mode
    is_text = "《" in heading and opener is not None and opener["verb"] not in AGREEING
    if (is_text and mode == "审议") or (mode in {"传达", "学习"} and "精神" in heading):
        return mode
    return "研究"


def _from_sentence(
    sheet: Sheet, words: str, section: Section, opener: re.Match[str], limit: int
) -> None:
    near = min(opener.end() + 40, limit)
    agrees = opener["verb"] in AGREEING and "《" not in words[opener.end() : near]
    stop = (_AGREED_STOP if agrees else SUBJECT_STOP).search(words, opener.end(), limit)
    end = stop.start() if stop else limit
    section.mode = "研究" if agrees else MODES.get(opener["verb"], "other")
    section.title = (opener.start("verb"), end)
    section.subjects = tuple(_all_subjects(sheet, words, opener.end(), end, limit))
    start = _after_proposer(words, opener.end(), end)
    verb = _opener_words(sheet, opener) or ("" if agrees else section.mode)
    section.title_words = verb + sheet.words(start if words[start] == "《" else opener.end(), end)


def _all_subjects(sheet: Sheet, words: str, start: int, end: int, limit: int) -> Iterator[Subject]:
    """The subjects named first, and those of 会议学习了…，审定了…: a further verb, once each."""
    named: set[str] = set()
    while True:
        for subject in subjects(sheet, words, start, end):
            if subject.title not in named:
                named.add(subject.title)
                yield subject
        also = _ALSO.match(words, end, limit)
        if also is None:
            return
        start = also.end()
        stop = SUBJECT_STOP.search(words, start, limit)
        end = stop.start() if stop else limit


def _opener_words(sheet: Sheet, opener: re.Match[str]) -> str:
    """审议 out of 审议并原则通过了; 传达学习 out of 传达学习了."""
    words = sheet.words(opener.start("verb"), opener.end())
    return _OPENER_VERDICT.sub("", words).removesuffix("了")


def subjects(sheet: Sheet, words: str, start: int, end: int) -> Iterator[Subject]:
    """The texts named in 《》, else the one matter the words name."""
    titles = list(TITLES.finditer(sheet.flat, start, end)) if "《" in words[start:end] else []
    if titles and _are_titles(sheet.flat, start, end, titles):
        for match in titles:
            yield _titled(sheet, match)
    else:
        yield from noun_subject(sheet, _after_proposer(words, start, end), end)


def _after_proposer(words: str, start: int, end: int) -> int:
    """Past 县公安局起草的, or where it started."""
    if "的" not in words[start : min(end, start + 30)]:
        return start
    if asked := _ASKED.match(words, start, end):
        return asked.end()
    proposed = _PROPOSED.search(words, start, min(end, start + 24))
    if not proposed or proposed.end() >= end:
        return start
    return proposed.end() if unit_at(words, start, end) == proposed.start() else start


def _are_titles(flat: str, start: int, end: int, titles: list[re.Match[str]]) -> bool:
    """Whether the 《》 are the subject, and not words inside it (贯彻《条例》情况)."""
    if _APPLIED_AFTER.match(flat, titles[-1].end(), end):
        return False
    return not flat[start : titles[0].start()].endswith(_APPLIED_BEFORE)


def _titled(sheet: Sheet, match: re.Match[str]) -> Subject:
    title, aside = match.group(1), match.group(2)
    start, end = match.span(1)
    version = version_of(title)
    outside = aside if aside and version_of(f"（{aside}）") else None
    if version:
        end = start + version.start()
    named = version.group(1) if version else outside
    return Subject(sheet.words(start, end), named, sheet.span(*match.span()))


def version_of(title: str) -> re.Match[str] | None:
    """The mark of a draft at the end of a title: （送审稿）."""
    return _VERSION.search(title) if title.endswith("）") else None


def noun_subject(sheet: Sheet, start: int, end: int) -> Iterator[Subject]:
    """One matter without 《》: 市水务局关于防汛准备情况的汇报 is about 防汛准备."""
    text = sheet.flat[start:end].rstrip("。；：，")
    about = text.find("关于")
    if about == 0 or (0 < about < 40 and _is_reporter(text, about)):
        about += 0 if text[about + 2 : about + 3] in _PREPOSITION else 2
        start, text = start + about, text[about:]
    framed = _FRAME_END.search(text) if text.endswith(_FRAME_LAST) else None
    if framed and framed.start() > 2:
        text = text[: framed.start()]
    text = _COUNT.sub("", text) if text.endswith(_COUNTED) else text
    version = version_of(text)
    if version:
        text = text[: version.start()]
    if len(text) > 1:
        stop = start + len(text)
        named = version.group(1) if version else None
        yield Subject(sheet.words(start, stop), named, sheet.span(start, stop))


def _is_reporter(text: str, about: int) -> bool:
    """Whether who reports stands before 关于; 习近平总书记关于…精神 is one matter."""
    before = text[:about]
    return "《" not in before and "，" not in before and not text.endswith(_STUDIED)


def _proposers(sheet: Sheet, words: str, section: Section) -> tuple[str, ...]:
    """Who reported or proposed: the candidates where nobody is named to act."""
    places: list[Span] = [section.title] if section.title else []
    places += [(stretch.start, stretch.end) for stretch in section.stretches[:2]]
    for start, end in places:
        if found := proposers_in(sheet, words, start, min(end, start + 80)):
            return found
    return ()


def proposers_in(sheet: Sheet, words: str, start: int, end: int) -> tuple[str, ...]:
    """The bodies named as those who proposed or reported what this stretch opens with."""
    for match in _PROPOSER.finditer(words, start, end):
        if not unit_at(words, match.end(), match.end() + 30):
            continue
        named = bearers_at(words, match.end(), match.end() + 60)
        if named and _PROPOSES.match(words, named.end, named.end + 18):
            whole = [(start, unit_at(words, start, stop) or stop) for start, stop in named.names]
            return tuple([sheet.words(*name) for name in whole])
    return ()
