"""Printed lines become paragraphs again: what continues, what starts anew, what is furniture."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from yiding.text.formats.columns import set_columns
from yiding.text.formats.joining import OPENER, SENTENCE_END, breadth, cluster, joined
from yiding.text.formats.ruled import set_rows
from yiding.text.formats.running import Line, furniture_of
from yiding.text.model import Span
from yiding.text.table import Row, places_of

_LABEL = re.compile(
    r"(?:[出缺列]\s*席|请\s*假|参\s*[加会](?:人员)?|主\s*持(?:人)?|记\s*录(?:人)?|整\s*理|签\s*发"
    r"|[分主抄发]\s*送|抄\s*报|本期发|应邀列席)(?:人员|情况|单位|领导|名单)?\s*[：:]"
    r"|(?:会议)?(?:时\s*间|地\s*点|议\s*题|议\s*程|内\s*容)\s*[：:]"
)
_TITLE_END = re.compile(r"(?:》|汇报|情况|请示|事宜|事项|问题|工作|方案|建议|报告)$")
_MEETING = re.compile(r"会议(?:听取|审议|认为|指出|强调|要求|决定|议定|明确|原则|同意|研究|传达)")
_IMPRINT = re.compile(r"\S{2,30}\s+\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日\s*印[发制]")
_HANGING = "，。、；："


@dataclass(slots=True)
class Sheet:
    """One page: its lines in the order of the file, and its watermarks.

    ``has_picture`` is asked only of a page with few lines: they may stand around a scan.
    """

    number: int
    width: float
    lines: list[Line]
    stamps: list[Line] = field(default_factory=list)
    has_picture: bool = False


@dataclass(frozen=True, slots=True)
class Measure:
    """The printed area that a column has on pages of one width: margins and distance of lines."""

    left: float
    right: float
    pitch: float


@dataclass(slots=True)
class Setting:
    """The text of all pages, with its furniture and where each page begins."""

    characters: str = ""
    noise: list[Span] = field(default_factory=list)
    pages: tuple[tuple[int, int], ...] = ()
    has_body: bool = False
    rows: dict[int, tuple[Span, ...]] = field(default_factory=dict)
    """Under the start of each row of a table the spans of its cells."""
    unread: tuple[int, ...] = ()
    """Pages that show a picture, and beside it nothing but furniture."""


def set_text(sheets: list[Sheet]) -> Setting:
    """One paragraph a line; the furniture of a page stands after the paragraph it interrupts."""
    for sheet, lines in zip(sheets, set_rows([each.lines for each in sheets]), strict=True):
        sheet.lines = lines
    furniture = furniture_of([sheet.lines for sheet in sheets])
    setting, pieces, turns, start = Setting(), [], [], 0
    setting.unread = tuple(sheet.number for sheet in sheets if _is_unread(sheet, furniture))
    for lines, is_furniture in _paragraphs(sheets, furniture):
        text = lines[0].text
        turns.append((start, lines[0].page))
        turns += [(start + place, page) for place, page in lines[0].turns]
        for before, line in pairwise(lines):
            text = joined(text, before, line)
            if line.page != before.page:
                turns.append((start + len(text) - len(line.text), line.page))
        if not isinstance(text, Row):
            text = text.replace("\N{SOFT HYPHEN}", "-")
        end = start + len(text) + 1
        if is_furniture:
            setting.noise.append((start, end))
        setting.has_body = setting.has_body or not is_furniture
        pieces.append(text)
        start = end
    setting.rows = dict(places_of(pieces))
    setting.characters = "".join([text + "\n" for text in pieces])
    setting.pages = tuple(turns)
    return setting


def _is_unread(sheet: Sheet, furniture: set[int]) -> bool:
    return sheet.has_picture and all(id(line) in furniture for line in sheet.lines)


def _paragraphs(sheets: list[Sheet], furniture: set[int]) -> Iterator[tuple[list[Line], bool]]:
    """The lines of each paragraph, and each line of furniture by itself, in final order."""
    measures = _measures(sheets, furniture)
    paragraph: list[Line] = []
    waiting: list[Line] = []
    for sheet in sheets:
        for line in _in_order(sheet.lines, furniture):
            if id(line) in furniture:
                waiting.append(line)
            elif paragraph and _continues(paragraph, line, measures):
                paragraph.append(line)
            else:
                yield from _finished(paragraph, waiting)
                paragraph, waiting = [line], []
        waiting += sheet.stamps
    yield from _finished(paragraph, waiting)


def _finished(paragraph: list[Line], waiting: list[Line]) -> Iterator[tuple[list[Line], bool]]:
    if paragraph:
        yield paragraph, False
    for line in waiting:
        yield [line], True


def _in_order(lines: list[Line], furniture: set[int]) -> list[Line]:
    """Heads before the body and feet after it, wherever the file draws them."""
    body = [line.bottom for line in lines if id(line) not in furniture]
    middle = sum(body) / len(body) if body else 0.0

    def place(line: Line) -> int:
        return 0 if id(line) not in furniture else -1 if line.bottom > middle else 1

    return sorted(lines, key=place)


def _measures(sheets: list[Sheet], furniture: set[int]) -> dict[int, Measure]:
    """The measure of each line: that of its column, or of all of them, on pages of one width."""
    bodies = [
        [line for line in each.lines if id(line) not in furniture and line.row is None]
        for each in sheets
    ]
    set_columns(bodies)
    blocks: dict[tuple[float, int], list[Line]] = {}
    for sheet, body in zip(sheets, bodies, strict=True):
        for line in body:
            for column in {0, line.column}:
                blocks.setdefault((sheet.width, column), []).append(line)
    measures: dict[int, Measure] = {}
    for (_, column), lines in blocks.items():
        measure = _measure(lines)
        measures |= {id(line): measure for line in lines if line.column == column}
    return measures


def _measure(lines: list[Line]) -> Measure:
    """Margins are where lines usually begin and end: one line in twenty may stand out."""
    if not lines:
        return Measure(0.0, 0.0, 0.0)
    outside = len(lines) // 20
    left = sorted(line.left for line in lines)[outside]
    right = sorted(map(_edge, lines))[-1 - outside]
    steps = [a.bottom - b.bottom for a, b in pairwise(lines) if a.page == b.page]
    return Measure(left, right, median([step for step in steps if step > 0] or [0.0]))


def _edge(line: Line) -> float:
    """Where a line ends; a mark at its end may hang over the margin, and counts half."""
    return line.right - 0.5 * line.size if line.text[-1] in _HANGING else line.right


def _continues(paragraph: list[Line], line: Line, measures: dict[int, Measure]) -> bool:
    """Whether a line belongs to the paragraph before it."""
    before = paragraph[-1]
    if before.row or line.row:
        return False
    measure = measures[id(line)]
    if not (_is_full(before, line, measures[id(before)]) and _is_next(before, line, measure)):
        return False
    if _LABEL.match(line.text):
        return False
    if line.left > measure.left + 0.8 * before.size:
        return _hangs(paragraph, line)
    return not _opens_anew(paragraph, line.text)


def _is_full(before: Line, line: Line, measure: Measure) -> bool:
    """Whether what opens the second line had no room in the first."""
    em = before.size
    return before.right + breadth(cluster(line.text)) * em >= measure.right - 0.6 * em


def _is_next(before: Line, line: Line, measure: Measure) -> bool:
    """Whether two lines of one size stand one under the other, or at a turn of page or column."""
    if abs(line.size - before.size) > 0.25 * before.size:
        return False
    if before.page != line.page:
        return True
    if before.column != line.column:
        return before.column > 0 and line.column > 0
    return 0 < before.bottom - line.bottom <= 1.6 * measure.pitch


def _opens_anew(paragraph: list[Line], text: str) -> bool:
    """Whether a line begins as a paragraph does, after one that may be over."""
    before = paragraph[-1].text
    ended = SENTENCE_END.search(before) is not None
    if _is_heading(paragraph):
        return bool(OPENER.match(text) or (_TITLE_END.search(before) and _MEETING.match(text)))
    return ended and bool(OPENER.match(text) or _IMPRINT.fullmatch(text))


def _is_heading(paragraph: list[Line]) -> bool:
    """二、审议《…》 may fill its line: the （一） under it opens a paragraph all the same."""
    first = paragraph[0].text
    return len(paragraph) == 1 and bool(OPENER.match(first)) and "。" not in first


def _hangs(paragraph: list[Line], line: Line) -> bool:
    """Whether an indented line stands under the words after a label (分送：) or number."""
    first = paragraph[0]
    if len(paragraph) > 1 and abs(line.left - paragraph[-1].left) < 0.5 * line.size:
        return True
    opening = _LABEL.match(first.text) or OPENER.match(first.text)
    if opening is None or len(paragraph) > 1 or OPENER.match(line.text):
        return False
    under = first.left + first.size * breadth(opening)
    return abs(line.left - under) < 0.7 * first.size
