"""Items of a transcript 图文实录: what the chair puts to the meeting; others only speak to it."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from yiding.reading.section import Section, Stretch
from yiding.reading.subjects import MODES, VERBS, subjects

if TYPE_CHECKING:
    from yiding.reading.outline import Paragraph
    from yiding.reading.parts import Parts
    from yiding.reading.sheet import Sheet
    from yiding.text import Span

# 〔市长 李某〕…, 〔市住建局局长张某发言〕…
_SPEAKER = re.compile("[ \u3000]*〔(?P<who>[^〔〕]{2,24})〕[ \u3000：]*")
# 市长田野：…, 主持人（市长 方正）：… under a title that says 实录
_NAMED = re.compile("(?P<who>[^，。：；〔〕、“]{2,24})：(?=[^，。：]{2})")
_SPEAKS = re.compile("\n〔[^〕\n]{2,20}(?:发言|汇报)")
_SPOKE = re.compile("(?:发言|讲话|汇报)$")
_RECORD = re.compile("实录|图文回放|直播")
_BROADCAST = re.compile("播报|网站|主播|编辑|记者|小编")
_HEAD = re.compile("(?<!副)(?:市长|县长|区长|旗长|州长|镇长|乡长|主任|书记|局长)")
_GOVERNS = re.compile("(?<!副)[市县区旗州镇乡]长|(?<!副)(?:主任|书记)")
_PRESIDES = re.compile("开会|议题|下面进行|下面请|散会|先请|原则通过|这一项|先到这里")
# 一是审议《…》，二是听取…的汇报; 第一个议题，审议《…》
_AGENDA = re.compile(
    "(?:[一二三四五六七八九]是|一[个项]是|第[一二三四五六七八九][项个]?(?:议题|事项)?(?:是|，)?)"
    f"(?P<what>(?P<verb>{VERBS})[^；。]+?)"
    "(?=[，；。、]?(?:第?[二三四五六七八九](?:是|项)|一[个项]是)|，(?:先|下面|现在)?请|[；。]|$)"
)
# 今天讨论的议题是《…》
_ONE_MATTER = re.compile(
    f"(?P<verb>{VERBS})的?(?:唯一)?议题(?:只有一个，)?就?是(?P<what>[^；。，]{{4,60}})"
)
# 会议审议《…》。 in a paragraph of its own, told by nobody
_NARRATED = re.compile(f"会议(?:还|接着|随后)?(?P<what>(?P<verb>{VERBS})[^；。]+)")
_ENTRY = re.compile(f"(?P<what>(?P<verb>{VERBS})[^；。]+)")
# 我汇报《…》起草情况; 汇报一下…: what a speaker reports where the chair names no matter
_REPORTS = re.compile("(?<![的])汇报(?:一下)?(?P<what>(?!第)[^，。；：…]{4,60})")
# 下面进行第二个议题; 进行下一项
_NEXT = re.compile("第[二三四五六七八九十][个项]|下一[个项]|下个议题")


class _Speech(NamedTuple):
    """What one speaker says in one paragraph."""

    who: str
    start: int
    end: int
    named: Span


def transcript_sections(sheet: Sheet, words: str, body: list[Paragraph]) -> list[Section]:
    """One item for each matter the chair announces, holding only the chair's own words."""
    speeches = _speeches(sheet.flat, body)
    chair = _presiding(speeches, words)
    narrated = _narrated(words, body)
    if narrated and chair is None:
        chair = _at_the_head(speeches)
    own = [speech for speech in speeches if speech.who == chair]
    if not own:
        return []
    if narrated:
        starts = [match.start() for match in narrated]
        return _parted(sheet, words, own, narrated, [*starts, speeches[-1].end])
    agenda = _agenda(words, own)
    if not agenda and (listed := _listed(words, body)):
        return _in_order(sheet, words, speeches, own, listed)
    opened = agenda[-1].end() if agenda else own[0].start
    sections = [Section(opened, speeches[-1].end, spoken=True)]
    for speech in own:
        start = max(speech.start, opened)
        if start >= speech.end:
            continue
        if start == speech.start and (turn := _NEXT.search(words, start, speech.end)):
            _put(sections[-1], start, turn.start())
            sections[-1].end, start = turn.start(), turn.start()
            sections.append(Section(start, speeches[-1].end, spoken=True))
        _put(sections[-1], start, speech.end)
    for section, match in zip(sections, agenda, strict=False):
        _announce(sheet, words, section, match)
    for section in sections[len(agenda) :]:
        named = _AGENDA.match(words, section.start, min(section.end, section.start + 80))
        if named:
            _announce(sheet, words, section, named)
        else:
            _report(sheet, words, section, speeches)
    return sections


def _listed(words: str, body: list[Paragraph]) -> list[re.Match[str]]:
    """The agenda printed above the speeches, an entry a line: 2.审议《…》."""
    entries = [
        _ENTRY.match(words, one.body, one.end) for one in body if one.opens in {"one", "three"}
    ]
    return [entry for entry in entries if entry]


def _narrated(words: str, body: list[Paragraph]) -> list[re.Match[str]]:
    """The matters as whoever reports the meeting tells them, each in a paragraph of its own."""
    starts = [(one.body if one.opens == "clock" else one.start, one.end) for one in body]
    told = [_NARRATED.match(words, start, end) for start, end in starts]
    return [match for match in told if match]


def _in_order(
    sheet: Sheet,
    words: str,
    speeches: list[_Speech],
    own: list[_Speech],
    listed: list[re.Match[str]],
) -> list[Section]:
    """An item for each entry of a printed agenda, from where somebody first speaks of it."""
    starts = [own[0].start]
    for entry in listed[1:]:
        key = sheet.flat[entry.end("verb") : entry.end("verb") + 8]
        told = (one.start for one in speeches if key in sheet.flat[one.start : one.end])
        starts.append(next((start for start in told if start > starts[-1]), speeches[-1].end))
    return _parted(sheet, words, own, listed, [*starts, speeches[-1].end])


def _parted(
    sheet: Sheet,
    words: str,
    own: list[_Speech],
    entries: list[re.Match[str]],
    bounds: list[int],
) -> list[Section]:
    """An item for each entry, from one bound to the next, holding the chair's own words."""
    sections = []
    for entry, (start, end) in zip(entries, pairwise(bounds), strict=True):
        section = Section(start, end, spoken=True)
        for speech in own:
            _put(section, max(start, speech.start), min(end, speech.end))
        _announce(sheet, words, section, entry)
        sections.append(section)
    return sections


def _agenda(words: str, own: list[_Speech]) -> list[re.Match[str]]:
    """What the chair announces at first, and not what the turn to the next matter names."""
    for speech in own[:2]:
        for agenda in _AGENDA, _ONE_MATTER:
            if found := list(agenda.finditer(words, speech.start, speech.end)):
                return found
    return []


def host_of(flat: str, parts: Parts) -> Span | None:
    """Where the speaker who presides is named first: 〔市长 李某〕现在开会."""
    if not is_transcript(flat, parts):
        return None
    speeches = _speeches(flat, [*parts.opening, *parts.body])
    chair = _presiding(speeches, flat)
    return next((one.named for one in speeches if one.who == chair), None)


def is_transcript(flat: str, parts: Parts) -> bool:
    """Whether three paragraphs have the clock, or under 实录 name who speaks."""
    told = [*parts.opening, *parts.body]
    clocks = sum(paragraph.opens == "clock" for paragraph in told)
    if "\n〔" in flat:
        clocks += len(_SPEAKS.findall(flat))
    titled = any(_RECORD.search(flat, one.start, one.end) for one in parts.letterhead)
    if clocks < 3 and titled:
        clocks += sum(
            bool(_NAMED.match(flat, one.start, one.end) or _SPEAKER.match(flat, one.start, one.end))
            for one in told
        )
    return clocks > 2


def _put(section: Section, start: int, end: int) -> None:
    if end > start:
        section.stretches.append(Stretch(start, end))


def _announce(sheet: Sheet, words: str, section: Section, match: re.Match[str]) -> None:
    start, end = match.span("what")
    section.mode = MODES.get(match["verb"], "other")
    section.title = (start, end)
    section.title_words = sheet.words(start, end)
    section.subjects = tuple(subjects(sheet, words, max(start, match.end("verb")), end))


def _report(sheet: Sheet, words: str, section: Section, speeches: list[_Speech]) -> None:
    """A matter the chair does not name is heard: what is first reported, or asked for."""
    for speech in speeches:
        if not section.start < speech.end <= section.end:
            continue
        start = max(section.start, speech.start)
        if told := _REPORTS.search(words, start, speech.end):
            section.mode, section.title = "听取", told.span("what")
            section.title_words = "听取" + sheet.words(*told.span("what"))
            section.subjects = tuple(subjects(sheet, words, *told.span("what")))
            return


def _speeches(flat: str, body: list[Paragraph]) -> list[_Speech]:
    found: list[_Speech] = []
    host = ""
    for paragraph in body:
        start = paragraph.body if paragraph.opens == "clock" else paragraph.start
        while start < paragraph.end and flat[start] in " \u3000":
            start += 1
        speaker = _SPEAKER.match(flat, start, paragraph.end)
        speaker = speaker or _NAMED.match(flat, start, paragraph.end)
        if speaker:
            who = speaker["who"].replace(" ", "").replace("\u3000", "")
            who = _SPOKE.sub("", who)
            if who.startswith("主持人"):  # 〔主持人 市长李某〕 at first, and then 〔主持人〕
                who = host = host or who
            found.append(_Speech(who, speaker.end(), paragraph.end, speaker.span("who")))
        elif found and start < paragraph.end and not _NARRATED.match(flat, start, paragraph.end):
            found.append(_Speech(found[-1].who, start, paragraph.end, found[-1].named))
    return found


def _at_the_head(speeches: list[_Speech]) -> str | None:
    """Who of the heads of bodies speaks most often, where nobody is heard to preside."""
    heads = Counter(one.who for one in speeches if _GOVERNS.search(one.who))
    return next(iter(heads.most_common(1)), (None, 0))[0]


def _presiding(speeches: list[_Speech], words: str) -> str | None:
    """Who opens, calls and closes the matters: the head of the body before anybody else."""
    ranks: dict[str, Span] = {}
    for speech in speeches:
        if _PRESIDES.search(words, speech.start, speech.end) and not _BROADCAST.search(speech.who):
            head = 1 if _HEAD.search(speech.who) else 0
            ranks[speech.who] = (head, ranks.get(speech.who, (0, 0))[1] + 1)
    return max(ranks, key=lambda who: ranks[who], default=None)
