"""Rows of a table: their cells, the columns a head names, the titles across them."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from yiding.reading.outline import Paragraph
    from yiding.reading.sheet import Sheet
    from yiding.text import Span

_TAB, _BAR = re.compile("\t"), re.compile("[|｜]")
_GAP = re.compile("(?<=[^ \u3000])(?:\u3000| {2,})[ \u3000]*(?=[^ \u3000])")
_CELL_SIGN = re.compile("[\t|｜\u3000]|  ")
_CELL_MARKS = (_TAB, _BAR, _GAP)
_NUMBER = re.compile("\\d+[.、]?|[（(]?[一二三四五六七八九十]{1,3}[）)、]?")
_ASIDE = re.compile("[ \u3000]|（[^）]*）?")
_LONGEST_HEAD = 10
# 责任领导 beside 责任单位 does not lead; 完成情况 and 开工时间 are no time limit
_COLUMNS = {
    "": re.compile("情况|进展|备注|现状|开始|开工|起始"),
    "due": re.compile("时限|时间|期限|完成(?!单位|部门|人|标|目|任务|内容|[数率量])"),
    "leader": re.compile(
        "(?!.*(?:单位|部门|科室)).*(?:(?:责任|牵头|分管|主管|包[抓保联])领导|责任人)"
    ),
    "lead": re.compile("牵头|主办|主要责任"),
    "assist": re.compile("配合|协办|协助|协同|参与"),
    "duty": re.compile("责任|(?:完成|承办|实施|落实)(?:单位|部门)"),
    "act": re.compile("措施|举措|工作内容|具体(?:任务|内容|工作|事项)|任务分解|分解任务"),
    "task": re.compile("任务|事项|内容|措施|工作|项目|目标"),
}
_BEARERS = {"lead", "duty", "leader"}
_WHO = ("单位", "部门", "科室", "领导", "人")
_TITLE = re.compile(
    "(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）)[^。；]{1,40}"
)
_FIRST = ("一、", "（一）")


def row_of(sheet: Sheet, start: int, end: int) -> list[Span]:
    """The cells of a line by column; merged cells where the format of the file tells them."""
    if row := sheet.row(start):
        is_title = len({cell for cell in row if cell[1] > cell[0]}) < 2
        return [(start, end)] if is_title else row
    row = _cells(sheet.flat, start, end)
    if len(row) == 1:
        return row
    (place,) = sheet.places([start])
    before = sheet.raw[sheet.raw.rfind("\n", 0, place) + 1 : place]
    return [(start, start)] * (len(before) - len(before.rstrip("\t"))) + row  # empty cells first


def _cells(flat: str, start: int, end: int) -> list[Span]:
    """The cells of a line: between tabs, bars, or the wide blanks of a table typed by hand."""
    words = flat[start:end]
    if not _CELL_SIGN.search(words):
        return [(start, end)]
    parted = next((mark for mark in _CELL_MARKS if mark.search(words)), None)
    if parted is None:
        return [(start, end)]
    edges = [(0, 0), *(match.span() for match in parted.finditer(words)), (len(words), len(words))]
    cells = [(start + left[1], start + right[0]) for left, right in pairwise(edges)]
    if parted is _BAR:  # | one | two |
        cells = cells[not words[: edges[1][0]].strip() :]
        cells = cells[: len(cells) - (not words[edges[-2][1] :].strip())]
    return [_bare(flat, cell) for cell in cells] if parted is not _TAB else cells


def _bare(flat: str, cell: Span) -> Span:
    """A cell without the blanks around its words."""
    start, end = cell
    words = flat[start:end]
    first = end - len(words.lstrip())
    return first, max(first, start + len(words.rstrip()))


def head_of(flat: str, row: list[Span], *, is_borne: bool = False) -> dict[str, int]:
    """The columns a row names: 任 务, 牵头单位（第一个为主责）, 完成时限; nothing for no head.

    A table ``is_borne`` by a body named above it needs no column for who bears its rows.
    """
    columns: dict[str, int] = {}
    words = ""
    for index, (start, end) in enumerate(row):
        words = _ASIDE.sub("", flat[start:end])
        if len(words) > _LONGEST_HEAD or _NUMBER.fullmatch(words):
            return {}
        name = next((name for name, sign in _COLUMNS.items() if sign.search(words)), "")
        if name and columns.setdefault(name, index) != index and row[index] == row[index - 1]:
            columns[name] = index  # 工作任务 over the numbers and the tasks
    is_head = bool({"task", "act"} & columns.keys())
    if not _BEARERS & columns.keys():
        return columns if is_head and is_borne and "due" in columns else {}
    return columns if is_head and (len(row) > 2 or words.endswith(_WHO)) else {}


def is_inside(sheet: Sheet, start: int, end: int) -> bool:
    """Whether a line of one cell leaves the columns of the table above: 一、安全生产 across it."""
    if sheet.has_rows:
        return bool(sheet.row(start))
    return bool(_TITLE.fullmatch(sheet.flat, start, end))


def untitled(flat: str, paragraphs: list[Paragraph]) -> list[Paragraph]:
    """The paragraphs, where the rows of a task table and the titles across it open nothing."""
    if "\t" not in flat:
        return paragraphs
    found: list[Paragraph] = []
    is_row = is_counted = False
    for one, below in zip(paragraphs, [*paragraphs[1:], None], strict=True):
        start, end = one.start, one.end
        if flat.count("\t", start, end) > 1:
            is_row = is_row or bool(head_of(flat, _cells(flat, start, end)))
        elif is_row:
            is_counted = is_counted or flat.startswith(_FIRST, start)
            is_row = is_counted and bool(_TITLE.fullmatch(flat, start, end))
            is_row = is_counted = is_row and _is_inner(flat, below)
        found.append(one._replace(opens="", body=start) if is_row and one.opens else one)
    return found


def _is_inner(flat: str, below: Paragraph | None) -> bool:
    """Whether a line is a row of a table, and no head of another one."""
    if below is None or flat.count("\t", below.start, below.end) < 2:
        return False
    return not head_of(flat, _cells(flat, below.start, below.end))
