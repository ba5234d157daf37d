"""The cells of task tables in a PDF: which letters stand between which ruling lines.

Only a table whose head names who is responsible and for what is cut into cells, and what goes
on of it on the next page; all others stay the lines they were.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from statistics import median

from yiding.text.formats.lattice import Area, Lattice
from yiding.text.formats.letters import Letters
from yiding.text.formats.running import Box, Line, PrintedCell, PrintedRow

Edges = tuple[float, ...]
_Home = tuple[Lattice, Area]
_Part = tuple[_Home | None, Line]

_WORDS = ("责任 牵头 主办 承办 落实 实施", "单位 部门 科室 领导 主体 人")
_NAMED = r"\s*".join(
    "(?:" + "|".join(r"\s*".join(word) for word in words.split()) + ")" for words in _WORDS
)
_BEARER = re.compile(_NAMED)
_BEARER_APART = re.compile(rf"(?m)(?:^|\s){_NAMED}|{_NAMED}(?:\s|$)")
_MATTER = re.compile("任务|事项|内容|措施|举措|工作|项目|目标")
_ASIDE = re.compile(r"\s|[（(][^）)]*[）)]?")
_LONGEST_HEAD = 10
_STAMP = 2  # times the usual size: a watermark over the cells
_FEW = 2  # lines over or under a table that leave it at the edge of its page: a running head


def may_hold_tasks(lines: list[Line]) -> bool:
    """Whether a page says 责任单位 or the like beside a blank, in one line or over two."""
    return _BEARER_APART.search("\n".join([line.text for line in lines])) is not None


def edges_at_foot(lines: list[Line]) -> Edges:
    """The edges of the columns of a task table that a page ends with, none where it does not."""
    rows = [line for line in lines if line.row]
    if not rows or sum(line.bottom < rows[-1].bottom for line in lines) > _FEW:
        return ()
    return rows[-1].row.edges if rows[-1].row else ()


def in_rows(
    lattices: list[Lattice], letters: Letters, lines: list[Line], above: Edges
) -> list[Line]:
    """The lines of a page, where those of a task table are its rows.

    ``above`` are the edges of the table at the foot of the page before.
    """
    if following := _following(lattices[0], lines, above):
        lattices = [following, *lattices[1:]]
    highest = _STAMP * median(line.size for line in lines)
    printed: list[list[_Part]] = [
        [(None, line)] if line.size > highest else list(_parts(letters, line, *place, lattices))
        for line, place in zip(lines, letters.lines(), strict=True)
    ]
    found: dict[int, list[Line]] = {}
    for lattice in lattices:
        rows = _rows(lattice, [part for parts in printed for part in parts])
        if lattice is following or any(_is_head(line.row) for line in rows[:-1]):
            found[id(lattice)] = rows
    return list(_replaced(lines, printed, found))


def _following(lattice: Lattice, lines: list[Line], above: Edges) -> Lattice | None:
    """The first table of a page in the columns of the one at the foot of the page before."""
    if not above or sum(line.bottom > lattice.heights[-1] for line in lines) > _FEW:
        return None
    return lattice.within(above)


def _replaced(
    lines: list[Line], printed: list[list[_Part]], found: dict[int, list[Line]]
) -> Iterator[Line]:
    """All rows of a table stand where its first letters do; what is beside it stays."""
    rest = dict(found)
    for line, parts in zip(lines, printed, strict=True):
        if not any(home and id(home[0]) in found for home, _ in parts):
            yield line
            continue
        for home, part in parts:
            if home and id(home[0]) in found:
                yield from rest.pop(id(home[0]), [])
            else:
                yield part


def _parts(
    letters: Letters, line: Line, start: int, printed: str, lattices: list[Lattice]
) -> Iterator[_Part]:
    """A line cut where one cell ends and another begins, blanks between them left out."""
    text = printed.rstrip()
    begin, end = 0, 0
    home: _Home | None = None
    before: Box | None = None
    for place, letter in enumerate(text):
        if letter.isspace():
            continue
        box = letters.box(start + place, line.angle)
        found = _home(box, lattices)
        if before and (found != home or _is_under(before, box)):
            yield home, letters.line(text[begin:end], start + begin, line.page, is_cell=bool(home))
            begin = place
        end, home, before = place + 1, found, box
    if home or begin:
        line = letters.line(text[begin:end], start + begin, line.page, is_cell=bool(home))
    yield home, line


def _home(box: Box, lattices: list[Lattice]) -> _Home | None:
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    areas = ((lattice, lattice.area_at(x, y)) for lattice in lattices)
    return next(((lattice, area) for lattice, area in areas if area), None)


def _is_under(before: Box, box: Box) -> bool:
    """Whether a letter stands in the next line of a cell: pages lying on their side lack breaks."""
    return before[1] - box[1] > 0.6 * (box[3] - box[1])


def _rows(lattice: Lattice, parts: list[_Part]) -> list[Line]:
    """The rows of a table from the top, each a line that holds its cells."""
    inside: dict[Area, list[Line]] = {}
    for home, line in parts:
        if home and home[0] is lattice:
            inside.setdefault(home[1], []).append(line)
    if not inside:
        return []
    areas = [list(_areas(lattice, row)) for row in range(lattice.rows)]
    # in rows of equally many cells the widths are looks and say nothing of columns
    is_merged = len({len(row) for row in areas if len(row) > 1}) > 1
    first = next(iter(inside.values()))[0]
    lines: list[Line] = []
    for row, across in enumerate(areas):
        cells = [_cell(lattice, area, row, inside, is_merged) for area in across]
        line = Line("", first.page, lattice.edges[0], lattice.edges[-1], 0.0, first.size)
        line.bottom = lattice.heights[lattice.rows - row - 1]
        line.row = PrintedRow(lattice.edges, cells, is_first=row == 0)
        line.text = "\t".join(cell.words for cell in cells)
        lines.append(line)
    return lines


def _areas(lattice: Lattice, row: int) -> Iterator[Area]:
    column = 0
    while column < lattice.columns:
        area = lattice.area(row, column)
        yield area
        column = area.column + area.columns


def _cell(
    lattice: Lattice, area: Area, row: int, inside: dict[Area, list[Line]], is_merged: bool
) -> PrintedCell:
    left, right = lattice.sides(area)
    lines = inside.get(area, []) if area.row == row else []
    columns = area.columns if is_merged else 1
    return PrintedCell(left, right, lines, columns, area.rows, is_covered=area.row < row)


def _is_head(row: PrintedRow | None) -> bool:
    """Whether short words name the columns, one of them a bearer and another one what to do."""
    words = [_ASIDE.sub("", cell.words) for cell in row.cells] if row else []
    if any(len(each) > _LONGEST_HEAD for each in words):
        return False
    bearers = [each for each in words if _BEARER.search(each)]
    return bool(bearers) and any(_MATTER.search(each) for each in words if each not in bearers)
