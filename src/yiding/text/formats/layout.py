"""Printed lines become paragraphs again: what continues, what starts anew, what is furniture."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from yiding.text.formats.running import Line, furniture_of
from yiding.text.model import Span

_LABEL = re.compile(
    r"(?:[出缺列]\s*席|请\s*假|参\s*[加会](?:人员)?|主\s*持(?:人)?|记\s*录(?:人)?|整\s*理|签\s*发"
    r"|[分主抄发]\s*送|抄\s*报|本期发|应邀列席)\s*[：:]"
)
_OPENER = re.compile(
    r"[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|第[一二三四五六七八九十百]+[条章节]"
    r"|\d{1,2}[.．、](?!\d)|[（(]\d{1,2}[）)]|[①-⑳]"
)
_SENTENCE_END = re.compile(r"[。；：！？!?;:][”’）)]?$")
_CLUSTER = re.compile(r"[“‘（(《〈【〔]*(?:[\w.%/-]+|.)[，。、；：！？）)》〉】〕”’%]*", re.ASCII)
_NAMES = re.compile(r"(?:\S{1,6}[：:]\s*)?[\u4e00-\u9fff·]{2,4}(?:\s+[\u4e00-\u9fff·]{2,4}){2,}")


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
    """The printed area that pages of one width share: margins and distance of lines."""

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
    unread: tuple[int, ...] = ()
    """Pages that show a picture, and beside it nothing but furniture."""


def set_text(sheets: list[Sheet]) -> Setting:
    """One paragraph a line; the furniture of a page stands after the paragraph it interrupts."""
    furniture = furniture_of([sheet.lines for sheet in sheets])
    setting, pieces, turns, start = Setting(), [], [], 0
    setting.unread = tuple(sheet.number for sheet in sheets if _is_unread(sheet, furniture))
    for lines, is_furniture in _paragraphs(sheets, furniture):
        text = lines[0].text
        turns.append((start, lines[0].page))
        for before, line in pairwise(lines):
            text = _joined(text, before, line)
            if line.page != before.page:
                turns.append((start + len(text) - len(line.text), line.page))
        text = text.replace("\N{SOFT HYPHEN}", "-") + "\n"
        if is_furniture:
            setting.noise.append((start, start + len(text)))
        setting.has_body = setting.has_body or not is_furniture
        pieces.append(text)
        start += len(text)
    setting.characters, setting.pages = "".join(pieces), tuple(turns)
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
            elif paragraph and _continues(paragraph, line, measures[sheet.width]):
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


def _measures(sheets: list[Sheet], furniture: set[int]) -> dict[float, Measure]:
    by_width: dict[float, list[Line]] = {}
    for sheet in sheets:
        body = [line for line in sheet.lines if id(line) not in furniture]
        by_width.setdefault(sheet.width, []).extend(body)
    return {width: _measure(lines) for width, lines in by_width.items()}


def _measure(lines: list[Line]) -> Measure:
    """Margins are where lines usually begin and end: one line in twenty may stand out."""
    if not lines:
        return Measure(0.0, 0.0, 0.0)
    outside = len(lines) // 20
    left = sorted(line.left for line in lines)[outside]
    right = sorted(line.right for line in lines)[-1 - outside]
    steps = [a.bottom - b.bottom for a, b in pairwise(lines) if a.page == b.page]
    return Measure(left, right, median([step for step in steps if step > 0] or [0.0]))


def _continues(paragraph: list[Line], line: Line, measure: Measure) -> bool:
    """Whether a line belongs to the paragraph before it."""
    before = paragraph[-1]
    em = before.size
    if before.right + _breadth(_CLUSTER.match(line.text)) * em < measure.right - 0.6 * em:
        return False  # what opens this line had room in the one before
    if abs(line.size - em) > 0.25 * em:
        return False
    step = before.bottom - line.bottom
    if before.page == line.page and not 0 < step <= 1.6 * measure.pitch:
        return False
    if _LABEL.match(line.text):
        return False
    if line.left > measure.left + 0.8 * em:
        return _hangs(paragraph, line)
    ended = _SENTENCE_END.search(before.text) or _is_heading(paragraph)
    return not (ended and _OPENER.match(line.text))


def _is_heading(paragraph: list[Line]) -> bool:
    """二、审议《…》 may fill its line: the （一） under it opens a paragraph all the same."""
    first = paragraph[0].text
    return len(paragraph) == 1 and bool(_OPENER.match(first)) and "。" not in first


def _hangs(paragraph: list[Line], line: Line) -> bool:
    """Whether an indented line stands under the words after a label (分送：) or number."""
    first = paragraph[0]
    if len(paragraph) > 1 and abs(line.left - paragraph[-1].left) < 0.5 * line.size:
        return True
    opening = _LABEL.match(first.text) or _OPENER.match(first.text)
    if opening is None or len(paragraph) > 1 or _OPENER.match(line.text):
        return False
    under = first.left + first.size * _breadth(opening)
    return abs(line.left - under) < 0.7 * first.size


def _breadth(found: re.Match[str] | None) -> float:
    """How many ems a piece of text takes."""
    return sum(0.5 if each.isascii() else 1.0 for each in found[0]) if found else 0.0


def _joined(text: str, before: Line, line: Line) -> str:
    """Two printed lines as one: Chinese meets without a space, words and listed names do not."""
    if text.endswith("\N{SOFT HYPHEN}"):
        return text[:-1] + line.text
    if _are_words(text[-1], line.text[0]) or _are_names(before, line):
        return f"{text} {line.text}"
    return text + line.text


def _are_words(last: str, first: str) -> bool:
    if not (last + first).isascii():
        return False
    if last.isdigit():
        return first.isalpha()
    return (last.isalpha() or last in ",;:.") and first.isalnum()


def _are_names(before: Line, line: Line) -> bool:
    """A break between two names of a roll; a name broken in two leaves one letter alone."""
    text, following = before.text, line.text
    if before.has_gap and text.count(" ") > 1:
        return True
    last, first = text.split()[-1], following.split()[0]
    return _NAMES.fullmatch(text) is not None and len(first) in {2, 3, 4} and len(last) > 1
