"""The outline: lines of a file become paragraphs, each knowing what it opens.

A line of print is joined to the next where the paragraph goes on; page furniture and the
lines of a web page around the minutes are set aside as noise.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from yiding.reading.imprint import is_imprint, is_office
from yiding.reading.lexicon import WORDS, alternation
from yiding.reading.sheet import Sheet, one_width, syllables

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yiding.text import Span, Text

_LINE = re.compile(r"[^\r\n\v\f\u2028\u2029]+")
_BLANK = " \u3000\t\ufeff\u200b"
_GAP = "[ \u3000]*"
_WIDE = f"(?:{_GAP}[：\t]|\u3000|[ \u3000]{{2,}})"
# 出席： 列 席： 应邀列席人员： 参会人员： 缺席　李明, with a colon or a wide space after the label
_ROLL = (
    f"(?:应{_GAP}邀|特{_GAP}邀|因[公事病]|会议)?(?:出{_GAP}席|列{_GAP}席|缺{_GAP}席|请{_GAP}假"
    f"|参{_GAP}[加会]|旁{_GAP}听|特{_GAP}邀(?=人员|嘉宾|专家|：)|未?(?:与会|到会))(?:会议)?的?"
    f"(?:人{_GAP}员|单{_GAP}位|领{_GAP}导|情{_GAP}况|同志|人|代表|嘉宾|专家|部门|有)?(?:名单)?{_WIDE}"
)
_RECORD = (
    f"(?:会议)?记{_GAP}录{_GAP}(?:整{_GAP}理{_GAP})?(?:人员?|员)?{_WIDE}|整{_GAP}理{_GAP}人?："
)
_SEND = (
    f"(?:分{_GAP}[送发]|主{_GAP}送|抄{_GAP}[送报发]|发{_GAP}[送至]|印{_GAP}[送发]|报{_GAP}送"
    f"|本期[分发报送]{{1,2}}|呈{_GAP}[报送]|报、送|送、发|报|送|发){_GAP}："
)
# 一、 （一） 1. （1） 第一条 出席： 分送： 会议… 9：05, and a date alone on its line
_OPENER = re.compile(
    r"(?P<one>[一二三四五六七八九十]{1,3}[、.])"
    r"|(?P<two>（[一二三四五六七八九十]{1,3}）、?)"
    r"|(?P<three>\d{1,2}(?:、|\.(?!\d)))"
    r"|(?P<four>（\d{1,2}）|[①-⑳]|\d{1,2}）)"
    r"|(?P<article>第[一二三四五六七八九十百]+[条章节])"
    rf"|(?P<roll>{_ROLL})|(?P<record>{_RECORD})|(?P<send>{_SEND})"
    r"|(?P<form>(?:会议)?(?:时[ \u3000]*间|地[ \u3000]*点|名[ \u3000]*称|议[ \u3000]*题|主[ \u3000]*持(?:[ \u3000]*人)?|内[ \u3000]*容|议[ \u3000]*程|主[ \u3000]*题)[ \u3000]*[：\t])"
    r"|(?P<meeting>会议|现将|现纪要|现就|纪要如下|本次会议|与会)"
    r"|(?P<clock>〔?\d{1,2}：\d{2})"
    r"|(?P<day>(?:\d{4}|[二〇○零一三四五六七八九Oo]{4}|[xX×]{2,4})年[^，。]{2,8}日$)"
)
_OPENER_FIRST = frozenset(
    "0123456789（①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳一二三四五六七八九十〇○零Oo第〔xX×"
    "应特因会出列缺请参旁未与到记整分主抄发印报本呈送时地名议内现纪"
)
_LONGEST_PRINT = 52
# What no heading holds: 县数据局要对…，于7月10日
_SENTENCE = re.compile("[。；！]|[要由须需应][^，]*，|，[^，]*[要由须需]")
_CLOSED = frozenset("。！？；：”’!?;:")
_PAGE_NUMBER = re.compile(r"[—\- 　·]*(?:第[ 　]*)?\d{1,3}(?:[ 　]*页)?(?:[ 　，/共]*\d{1,3}[ 　]*页?)?[—\- 　·]*$")
_NOISE = re.compile(alternation("noise_start"))
# 日期：2024-04-19 来源：本站; 首页 > 要闻 > 会议
_STAMP = re.compile(r"(?:时间|日期)：\d{4}[-/.]|[^。]{1,20}[>›»][^。]{1,24}[>›»]|\d{4}-\d\d-\d\d[ \u3000]+\d\d：\d\d")
_NOISE_FIRST = frozenset(word[0] for word in WORDS["noise_start"])
_PAGE_FIRST = frozenset("—- \u3000·第0123456789")
_NOISE_END = re.compile(alternation("noise_end"))
_TITLE_END = re.compile(r"(?:[》）”]|汇报|情况|事项|问题|工作|报告|通报|精神|方案|办法|意见|规划|规定|计划|议题|讲话|文件|项目|事宜|请示|建设|管理|政策|措施)[：]?$")
_NAMES_ONLY = re.compile(r"[^。，；！？]*[。；]?$")
_RECEIVER_ENDS = ("政府", "部门", "单位", "办公室", "机构", "科室", "局", "委员会", "管委会", "公司")
_TELLS = re.compile("会议|主持|研究|审议|。.|！|？")


class Line(NamedTuple):
    """A line of the file without its blanks: where it stands and what it opens."""

    start: int
    end: int
    words: str
    opens: str
    mark: int
    indented: bool


class Paragraph(NamedTuple):
    """A stretch of the sheet; ``body`` is where it starts after its number or label."""

    start: int
    end: int
    opens: str
    body: int


class Outline(NamedTuple):
    """The sheet of a text, its paragraphs in order, and the raw spans set aside as noise."""

    sheet: Sheet
    paragraphs: list[Paragraph]
    noise: list[Span]


def outline(text: Text) -> Outline:
    """Lay out a text; every character is in a paragraph, in noise, or blank."""
    raw = text.characters
    even = one_width(raw)
    lines, noise = _sort_lines(even, text.noise)
    glues = _glues(lines)
    dropped = syllables(even)
    pieces: list[tuple[int, int, str]] = []
    for line, glue in zip(lines, glues, strict=True):
        pieces.extend(_without(line, dropped, glue) if dropped else [(line.start, line.end, glue)])
    sheet = Sheet(raw, even, pieces)
    return Outline(sheet, list(_paragraphs(lines, glues, sheet.flat, bool(dropped))), noise)


def opener_of(words: str) -> tuple[str, int]:
    """What these words open (one, two, roll, send …, or nothing) and how long the mark is."""
    if words[:1] not in _OPENER_FIRST:
        return "", 0
    match = _OPENER.match(words)
    return (match.lastgroup or "", match.end()) if match else ("", 0)


def _sort_lines(even: str, furniture: tuple[Span, ...]) -> tuple[list[Line], list[Span]]:
    lines: list[Line] = []
    noise: list[Span] = []
    ended = False
    for match in _LINE.finditer(even):
        words = match.group().strip(_BLANK)
        if not words:
            continue
        start = match.start() + match.group().index(words[0])
        ended = ended or bool(_NOISE_END.match(words))
        if ended or _is_noise(words) or (furniture and any(s <= start < e for s, e in furniture)):
            noise.append((start, start + len(words)))
            continue
        opens, mark = opener_of(words)
        lines.append(Line(start, start + len(words), words, opens, mark, start - match.start() > 1))
    return lines, noise


def _is_noise(words: str) -> bool:
    first = words[0]
    if len(words) > 119:
        return False
    if first in _PAGE_FIRST and len(words) < 24 and _PAGE_NUMBER.match(words):
        return True
    if first in _NOISE_FIRST and _NOISE.match(words):
        return True
    stamped = first in "时日0123456789" or ">" in words or "›" in words or "»" in words
    return stamped and bool(_STAMP.match(words))


def _width(lines: list[Line]) -> tuple[int, int] | None:
    """The line of a broken print in characters and columns; None where lines are paragraphs."""
    if len(lines) < 6:
        return None
    spread = len(lines) // 50
    counts = sorted(line.end - line.start + line.indented * 2 for line in lines)
    count = counts[-1 - spread]
    if count > 2 * _LONGEST_PRINT:
        return None
    columns = sorted(_columns(line) for line in lines)
    width = columns[-1 - spread]
    full = max(
        sum(count - 3 <= one <= count + 2 for one in counts),
        sum(width - 6 <= one <= width + 4 for one in columns),
    )
    return (count, width) if width <= 2 * _LONGEST_PRINT and full * 4 >= len(lines) else None


def _columns(line: Line) -> int:
    """How wide the line is in print: two columns a character, one a half-width digit."""
    return len(line.words.encode("gb18030", "replace")) + line.indented * 4


def _is_full(line: Line, width: tuple[int, int]) -> bool:
    count, columns = width
    return line.end - line.start + line.indented * 2 >= count - 4 or _columns(line) >= columns - 8


def _glues(lines: list[Line]) -> list[str]:
    """What joins each line to the next: nothing inside a paragraph, else a line break."""
    width = _width(lines)
    indents = sum(line.indented for line in lines) * 8 >= len(lines)
    glues: list[str] = []
    zone = ""
    for line, following in zip(lines, lines[1:], strict=False):
        zone = _zone(zone, line)
        glues.append("" if _goes_on(line, following, zone, width, indents) else "\n")
    return [*glues, "\n"] if lines else []


def _zone(zone: str, line: Line) -> str:
    if line.opens in {"roll", "send"}:
        return line.opens
    if not zone or line.opens or is_imprint(line.words) or is_office(line.words):
        return ""
    listed = _NAMES_ONLY.match(line.words) or not _TELLS.search(line.words)
    return zone if listed else ""


def _goes_on(line: Line, following: Line, zone: str, width: tuple[int, int] | None, indents: bool) -> bool:
    if zone == "roll" or following.opens in {"one", "two", "four", "article", "roll", "record", "send", "form", "day"}:
        return zone == "send" and not following.opens
    open_title = line.words.count("《") > line.words.count("》") or line.words.count("“") > line.words.count("”")
    if open_title and not following.opens:
        return True
    if zone == "send":
        return not (following.opens or line.words[-1] == "。" or _is_next_receiver(line.words, following.words))
    if following.opens == "three" and line.words[-1] in _CLOSED:
        return False
    if width:
        return _wrapped(line, following, width, indents)
    if following.opens or line.words[-1] in _CLOSED or "，" not in line.words and not line.opens:
        return False
    if line.opens in {"one", "two", "three"} and _is_title(line.words):
        return not _TITLE_END.search(line.words) and _continues_title(following)
    return len(line.words) > 24


def _is_next_receiver(words: str, following: str) -> bool:
    """Whether a line under a distribution starts the imprint or another receiver."""
    if is_imprint(following):
        return True
    if is_office(following):
        return words[-1] not in "，；、"
    return words.endswith(_RECEIVER_ENDS) and following[0] in "各市县区省局"


def _wrapped(line: Line, following: Line, width: tuple[int, int], indents: bool) -> bool:
    if not _is_full(line, width) or (indents and following.indented):
        return False
    if following.opens in {"meeting", "three", "clock"} and line.words[-1] in _CLOSED:
        return indents and not following.indented and following.opens == "meeting"
    return not (line.opens == "one" and _is_title(line.words) and _TITLE_END.search(line.words))


def _is_title(words: str) -> bool:
    return len(words) < 70 and not _SENTENCE.search(words)


def _continues_title(following: Line) -> bool:
    return len(following.words) < 40 and bool(_TITLE_END.search(following.words)) and not re.search("[。；]", following.words)


def _without(line: Line, dropped: list[Span], glue: str) -> list[tuple[int, int, str]]:
    pieces: list[tuple[int, int, str]] = []
    start = line.start
    for left, right in dropped:
        if line.start <= left < line.end:
            pieces.append((start, left, ""))
            start = right
    pieces.append((start, line.end, glue))
    return pieces


def _paragraphs(
    lines: list[Line], glues: list[str], flat: str, has_dropped: bool
) -> Iterator[Paragraph]:
    """Lines joined by their glue; what a paragraph opens its first line has opened."""
    position = start = 0
    first: Line | None = None
    for line, glue in zip(lines, glues, strict=True):
        if has_dropped:
            break
        joined = first is not None
        first = first or line
        position += line.end - line.start
        if glue:
            opens, mark = first.opens, first.mark
            if joined and opens == "day":
                opens, mark = opener_of(flat[start:position])
            yield Paragraph(start, position, opens, start + mark)
            position += 1
            start, first = position, None
    if has_dropped:
        yield from _reopened(flat)


def _reopened(flat: str) -> Iterator[Paragraph]:
    """The paragraphs of a mirror copy, whose syllables are gone from the sheet."""
    position = 0
    for words in flat.split("\n")[:-1]:
        opens, length = opener_of(words)
        yield Paragraph(position, position + len(words), opens, position + length)
        position += len(words) + 1
