"""The outline: lines of a file become paragraphs, each knowing what it opens.

A line of print is joined to the next where the paragraph goes on; page furniture and the
lines of a web page around the minutes are set aside as noise.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from yiding.reading.imprint import is_imprint, is_office
from yiding.reading.lexicon import WORDS, alternation
from yiding.reading.openers import OPENER_FIRST, opener_of
from yiding.reading.prints import Line, Print, columns_of, is_full, print_of
from yiding.reading.sheet import Sheet, inserted, one_width
from yiding.reading.stacked import stacked

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from yiding.text import Span, Text

_BLANK = " \u3000\t\ufeff\u200b"
_LINE = re.compile(f"[^{_BLANK}\n](?:[^\n]*[^{_BLANK}\n])?")
# A line that opens one of these goes on with no line above it.
_APART = frozenset({"one", "two", "four", "article", "roll", "record", "send", "form", "day"})
# 〔市长 李某〕现在开会
_SPEAKS = re.compile("〔[^〔〕\\d]")
_HEADINGS = frozenset({"one", "two", "three"})
# What no heading holds: 县数据局要对…，于7月10日
_SENTENCE = re.compile("[。；！]|[要由须需应][^，]*，|，[^，]*[要由须需]")
_CLOSED = frozenset("。！？；：”’!?;:")
# — 12 —; 第 3 页 共 8 页; · 4 ·
_PAGE_NUMBER = re.compile(
    r"[—\- 　·]*(?:第[ 　]*)?\d{1,3}(?:[ 　]*页)?(?:[ 　，/共]*\d{1,3}[ 　]*页?)?[—\- 　·]*$"
)
_PAGE_FIRST = frozenset("—- \u3000·第0123456789")
_NOISE = re.compile(alternation("noise_start"))
_NOISE_FIRST = frozenset(word[0] for word in WORDS["noise_start"])
# …参加了会议。 会议听取了…: where a copy lost its line breaks
_JOINED = re.compile("(?<=[。！？；：])[ \u3000]+(?=[^ \u3000])")
_LONGEST_LINE = 200
# …第4次常务 / 会议，会议研究了: a line broken inside the name of the meeting
_CUT_SHORT = ("常务", "全体", "办公", "专题", "协调", "推进")
# 会议议定：一、…。二、…。 in one paragraph
_NUMERALS = "一二三四五六七八九十"
_RUNS_ON = re.compile("[。：；][ \u3000]*二、")
_COUNTED = re.compile(f"(?<=[。：；])[ \u3000]*(?P<number>[{_NUMERALS}])、")
# the foot of a page; trap: 1.市数据局要完成网站ICP备案清查
_FOOT = re.compile("©|ICP备|公网安备|不良信息举报")
# what a library of papers says of its copies
_LENT = re.compile("下载文档前请|部分预览.?的文档|文档侵犯您的权益")
# what other stories the page offers under this one
_RELATED = frozenset(
    (
        "新闻推荐",
        "推荐阅读",
        "相关新闻",
        "相关阅读",
        "相关文章",
        "猜你喜欢",
        "热门推荐",
        "为您推荐",
        "网友评论列表",
        "最近更新",
    )
)
# 某网版权与免责声明: what the page says of itself, and numbers
_DISCLAIMED = ("免责声明", "免责声明：")
_CELL = re.compile("[^ \u3000](?:\u3000+| {2,}|\t+)(?=[^ \u3000])")
# Neither what stands around the minutes nor an imprint has longer lines.
_LONGEST_ASIDE = 119
# 日期：2024-04-19 来源：本站; 首页 > 要闻 > 会议; 2024-04-19 09：30
_STAMP = re.compile(
    r"(?:时间|日期)：\d{4}[-/.]|[^。]{1,20}[>›»][^。]{1,24}[>›»]"
    r"|\d{4}-\d\d-\d\d[ \u3000]+\d\d：\d\d"
)
# <div class="zw_nr"><p>: what a copy has kept of the page
_TAGS = re.compile("(?:</?[a-zA-Z][^<>]*>[ \u3000]*)+$")
_STAMP_FIRST = frozenset("时日0123456789")
_BULLETS = frozenset("—●▲■◆★▪➢✓√")
_NOISE_END = tuple(WORDS["noise_end"])
_TITLE_ENDS = tuple(
    "》 ） ” 汇报 情况 事项 问题 工作 报告 通报 精神 方案 办法 意见 规划 规定 计划 议题 讲话 文件"  # noqa: SIM905
    " 项目 事宜 请示 建设 管理 政策 措施".split()
)
_NAMES_ONLY = re.compile(r"[^。，；！？]*[。；]?$")
_RECEIVER_ENDS = tuple(
    "政府 部门 单位 办公室 机构 科室 局 委员会 管委会 公司".split()  # noqa: SIM905
)
_TELLS = re.compile("会议|主持|研究|审议|。.|！|？")


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
    even = one_width(text.characters, is_typed=not text.rows)
    dropped = inserted(even)
    cells = stacked(even)
    lines, noise = _sort_lines(even, text.noise, dropped, cells)
    glues = _glues(lines, cells)
    pieces = [(line.start, line.end, glue) for line, glue in zip(lines, glues, strict=True)]
    if dropped:
        pieces = [part for piece in pieces for part in _without(*piece, dropped)]
    sheet = Sheet(text, even, pieces)
    paragraphs = _unrolled(_paragraphs(lines, glues, sheet.flat), sheet.flat)
    return Outline(sheet, list(paragraphs), noise)


def _sort_lines(
    even: str, furniture: tuple[Span, ...], dropped: list[Span], cells: dict[int, bool]
) -> tuple[list[Line], list[Span]]:
    """The lines of the text without what was dropped, and the spans of those that are no part.

    What opens a cell of a table opens nothing, and the number of its row is no page number.
    """
    lines: list[Line] = []
    noise: list[Span] = []
    ended = False
    spans = _lines(even) if _JOINED.search(even) else map(re.Match.span, _LINE.finditer(even))
    for start, end in spans:
        words = even[start:end]
        if dropped:
            words = "".join(
                [even[left:right] for left, right, _ in _without(start, end, "", dropped)]
            )
        if start in cells:
            lines.append(Line(start, end, words, "", 0, is_indented=False))
            continue
        ended = ended or words.startswith(_NOISE_END) or words.endswith(_DISCLAIMED)
        ended = ended or (words in _RELATED and any("。" in line.words for line in lines))
        if ended or not words or _is_noise(words) or (furniture and _is_inside(start, furniture)):
            noise.append((start, end))
        else:
            opens, mark = opener_of(words) if words[0] in OPENER_FIRST else ("", 0)
            indent = even[start - 2 : start] if start > 1 else ""
            is_indented = bool(indent) and not indent.strip(_BLANK)
            lines.append(Line(start, end, words, opens, mark, is_indented))
    return lines, noise


def _lines(even: str) -> Iterator[Span]:
    """The lines of the text; a copy that joined its paragraphs by blanks is taken apart there."""
    for printed in _LINE.finditer(even):
        start, end = printed.span()
        long = end - start > _LONGEST_LINE
        joints = list(_JOINED.finditer(even, start, end)) if long else []
        if len(joints) > 1:
            for joined in joints:
                yield start, joined.start()
                start = joined.end()
        yield start, end


def _is_inside(index: int, spans: tuple[Span, ...]) -> bool:
    """Whether a character stands in one of these spans, which are in order and apart."""
    position = bisect_right(spans, index, key=lambda span: span[0]) - 1
    return position >= 0 and index < spans[position][1]


def _is_noise(words: str) -> bool:
    """Whether a line is a page number, a label of the web page, its path or its stamp."""
    if len(words) > _LONGEST_ASIDE:
        return False
    first = words[0]
    if first in _PAGE_FIRST and len(words) < 24 and _PAGE_NUMBER.match(words):
        return True
    if (first in _NOISE_FIRST and _NOISE.match(words)) or (first == "<" and _TAGS.match(words)):
        return True
    if "文档" in words and _LENT.search(words):
        return True
    if _FOOT.search(words) and opener_of(words)[0] not in _APART and not _SENTENCE.search(words):
        return True
    stamped = first in _STAMP_FIRST or ">" in words or "›" in words or "»" in words
    return stamped and bool(_STAMP.match(words))


# --- lines that go on -----------------------------------------------------------------------


def _glues(lines: list[Line], cells: dict[int, bool]) -> list[str]:
    """What joins each line to the next: nothing inside a paragraph, else a line break.

    ``cells`` are the lines that are cells of a table, and whether a tab parts them from the next.
    """
    page = print_of(lines)
    glues: list[str] = []
    zone = ""
    for line, following in pairwise(lines):
        if zone or line.opens:
            zone = _zone(zone, line)
        if line.start in cells or following.start in cells:
            glues.append("\t" if cells.get(line.start) else "\n")
            continue
        glues.append("" if _goes_on(line, following, zone, page) else "\n")
    return [*glues, "\n"] if lines else []


def _zone(zone: str, line: Line) -> str:
    """The list a line belongs to: a roll, a distribution, or none."""
    if line.opens in {"roll", "send"}:
        return line.opens
    words = line.words
    if not zone or line.opens or is_office(words):
        return ""
    if len(words) <= _LONGEST_ASIDE and is_imprint(words):
        return ""
    return zone if _NAMES_ONLY.match(words) or not _TELLS.search(words) else ""


def _goes_on(line: Line, following: Line, zone: str, page: Print | None) -> bool:
    """Whether the paragraph of a line goes on with the next line."""
    if following.words[0] in _BULLETS and line.words[-1] in "；;。：":
        return False  # ——整理档案（办公室）； and the next of the list
    if line.mark == len(line.words) and line.opens in {"form", "roll"}:
        return not following.opens  # 会议时间 alone on its line, and the time below
    if zone == "roll" or following.opens in _APART:
        return False
    if _is_row(line.words) or _is_row(following.words) or _SPEAKS.match(following.words):
        return False  # a row of a table, or what somebody says
    return _runs_over(line, following, zone, page)


def _runs_over(line: Line, following: Line, zone: str, page: Print | None) -> bool:
    words, opens = line.words, following.opens
    if opens == "meeting" and words.endswith(_CUT_SHORT):
        return True  # …第4次常务 / 会议，会议研究了
    if line.opens == "form" and (opens or following.words[0] == "〔"):
        return False
    if not opens and _is_unclosed(words):
        return True
    if zone == "send":
        return not (opens or words[-1] == "。" or _is_next_receiver(words, following.words))
    if page and not _breaks_off(line, following, page):
        return is_full(line, page) and _wraps(line, following, page)
    return not (opens or words[-1] in _CLOSED) and _runs_on(line, following)


def _breaks_off(line: Line, following: Line, page: Print) -> bool:
    """Whether a sentence breaks off in a line whose indent the copy has lost."""
    if page.indents or line.opens or following.opens or line.words[-1] in _CLOSED:
        return False
    return columns_of(line) >= page.columns - 14 and "，" in line.words


def _is_row(words: str) -> bool:
    """Whether tabs, bars or wide blanks part a line into the cells of a table."""
    if words[0] in "|｜":
        return True
    is_wide = "\t" in words or "\u3000" in words or "  " in words
    return is_wide and len(_CELL.findall(words)) > 1


def _is_unclosed(words: str) -> bool:
    """Whether a title or a quotation is still open at the end of a line."""
    return words.count("《") > words.count("》") or words.count("“") > words.count("”")


def _is_next_receiver(words: str, following: str) -> bool:
    """Whether a line under a distribution starts the imprint or another receiver."""
    if is_imprint(following):
        return True
    if is_office(following):
        return words[-1] not in "，；、"
    return words.endswith(_RECEIVER_ENDS) and following[0] in "各市县区省局"


def _wraps(line: Line, following: Line, page: Print) -> bool:
    """Whether a full line of a broken print is no heading, and the next no paragraph."""
    if page.indents and following.is_indented:
        return False
    if following.opens in {"meeting", "three", "clock"} and line.words[-1] in _CLOSED:
        return page.indents and following.opens == "meeting"
    return not (line.opens == "one" and _is_title(line.words) and _ends_title(line.words))


def _runs_on(line: Line, following: Line) -> bool:
    """Whether a line that ends without a mark is broken off: inside a title, or a long one."""
    if "，" not in line.words and line.opens in {"", "form"}:
        return False
    if line.opens in _HEADINGS and _is_title(line.words):
        return not _ends_title(line.words) and _continues_title(following.words)
    return len(line.words) > 24


def _is_title(words: str) -> bool:
    return len(words) < 70 and not _SENTENCE.search(words)


def _ends_title(words: str) -> bool:
    return words.removesuffix("：").endswith(_TITLE_ENDS)


def _continues_title(words: str) -> bool:
    return len(words) < 40 and _ends_title(words) and "。" not in words and "；" not in words


# --- paragraphs -----------------------------------------------------------------------------


def _without(
    start: int, end: int, glue: str, dropped: list[Span]
) -> Iterator[tuple[int, int, str]]:
    """The pieces of a line between what was dropped from it."""
    for left, right in dropped[bisect_left(dropped, (start, 0)) :]:
        if left >= end:
            break
        yield start, left, ""
        start = right
    yield start, end, glue


def _paragraphs(lines: list[Line], glues: list[str], flat: str) -> Iterator[Paragraph]:
    """Lines joined by their glue; what a paragraph opens its first line has opened."""
    position = start = 0
    first: Line | None = None
    for line, glue in zip(lines, glues, strict=True):
        position += len(line.words)
        if glue != "\n":
            first = first or line
            position += len(glue)
            continue
        opens, mark = (first.opens, first.mark) if first else (line.opens, line.mark)
        if first and opens == "day":  # 2025年7月10日 / 前完成…: no date alone
            opens, mark = opener_of(flat[start:position])
        yield Paragraph(start, position, opens, start + mark)
        start = position = position + 1
        first = None


def _unrolled(paragraphs: Iterable[Paragraph], flat: str) -> Iterator[Paragraph]:
    """The paragraphs; one in which 一、…。二、…。 run on is taken apart at its numbers."""
    if not _RUNS_ON.search(flat):
        yield from paragraphs
        return
    for paragraph in paragraphs:
        start, opens, body = paragraph.start, paragraph.opens, paragraph.body
        for match in _run_on(flat, paragraph):
            yield Paragraph(start, match.start(), opens, body)
            start, opens, body = match.start(), "one", match.end()
        yield Paragraph(start, paragraph.end, opens, body)


def _run_on(flat: str, paragraph: Paragraph) -> list[re.Match[str]]:
    """The numbers 一、 二、 … inside a paragraph, where they count on from one or its own."""
    found: list[re.Match[str]] = []
    expected = 1 if flat[paragraph.start] == "一" and paragraph.opens == "one" else 0
    for match in _COUNTED.finditer(flat, paragraph.body, paragraph.end):
        if expected < len(_NUMERALS) and match["number"] == _NUMERALS[expected]:
            found.append(match)
            expected += 1
    return found if expected > 1 else []
