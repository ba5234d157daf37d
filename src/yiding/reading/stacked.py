"""Tables of which a copy put every cell on a line of its own 竖排的表格.

序号 / 工作任务 / 牵头单位 / 完成时限 / 1 / 修订规定 / 市住建局 / 11月底前 / 2 / …: the lines of
such a row are one row again, where their number and the head tell so.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from yiding.reading.rows import head_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yiding.text import Span

_BLANK = "[ \u3000\t]*"
_COUNT = "序号|编号"
_LABEL = (
    f"{_COUNT}|(?:重点|主要|具体|工作|任务|整改){{0,2}}(?:任务|事项|内容|措施|目标|项目)(?:名称)?"
    "|(?:牵头|责任|主办|配合|协办|承办|落实|参与)(?:单位|部门|科室|领导|人)"
    "|(?:完成|办结|整改)?(?:时限|时间|期限)(?:要求)?|备注"
)
# each blank can stand in one place alone, so that many of them are run through once
_HEAD = re.compile(f"(?m)^(?:{_BLANK}(?:{_LABEL}){_BLANK}\n(?:{_BLANK}\n)*){{3,8}}")
_LINE = re.compile("[^\\s](?:[^\n]*[^\\s])?")
_NUMBER = re.compile("[（(]?(\\d{1,3})[）)]?[.、．]?")
_WHEN = re.compile("[\\d一二三四五六七八九十][年月日天个周]|季度|[年月]底|长期|持续|立即|即日")
_LONGEST_NAMES = 60


def stacked(even: str) -> dict[int, bool]:
    """Where the cells of such tables start, and whether another cell of the row follows."""
    found: dict[int, bool] = {}
    heads = list(_HEAD.finditer(even))
    lines = [line.span() for line in _LINE.finditer(even)] if heads else []
    numbers = [_number(even, line) for line in lines]
    for head in heads:
        first, at = (bisect_left(lines, (place, 0)) for place in head.span())
        cells = lines[first:at]
        columns = head_of(even, cells)
        if not columns:
            continue
        is_counted = re.fullmatch(_COUNT, even[slice(*cells[0])]) is not None
        rows = list(
            _counted(lines, numbers, at, len(cells))
            if is_counted
            else _even(even, lines, at, columns, len(cells))
        )
        for row in [cells, *rows] if rows else ():
            found |= dict.fromkeys([start for start, _ in row], True)
            found[row[-1][0]] = False
    return found


def _counted(lines: list[Span], numbers: list[int], at: int, width: int) -> Iterator[list[Span]]:
    """The rows that begin with 1, 2, 3 on a line of its own, as many cells wide as the head."""
    count = 1
    while at < len(lines) and numbers[at] == count:
        count += 1
        try:
            after = numbers.index(count, at + 1)
        except ValueError:
            after = at + width
        if after - at <= width <= len(lines) - at or after < len(lines):
            row = lines[at:after]
            if 2 < len(row) <= width:
                yield row
        at = after


def _number(even: str, line: Span) -> int:
    found = _NUMBER.fullmatch(even, *line)
    return int(found[1]) if found else 0


def _even(
    even: str, lines: list[Span], start: int, columns: dict[str, int], width: int
) -> Iterator[list[Span]]:
    """Rows without numbers, for as long as their terms are terms and their names are short."""
    due = columns.get("due")
    if due is None:
        return
    for at in range(start, len(lines) - width + 1, width):
        row = lines[at : at + width]
        names = [row[columns[name]] for name in ("lead", "duty", "leader") if name in columns]
        if any(end - first > _LONGEST_NAMES for first, end in names):
            return
        if not _WHEN.search(even, *row[due]):
            return
        yield row
