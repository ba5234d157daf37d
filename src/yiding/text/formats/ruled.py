"""The rows of task tables put together: wrapped cells joined, tables that go on over pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain, pairwise

from yiding.text.formats.joining import OPENER, SENTENCE_END, UNIT, breadth, cluster, joined
from yiding.text.formats.lattice import SNAP
from yiding.text.formats.running import Line, PrintedCell
from yiding.text.table import Cell, Grid

_NUMBER = re.compile(r"序|编号|(?i:no\.?)")
_OWN = "[市县区省州各]"  # 市水务局 under 市财政局: how units begin where one is under another
_UNITS = re.compile(f"{_OWN}[^。；]{{1,60}}(?:{UNIT})）?")
_WORD = re.compile("[\\w.%]*", re.ASCII)
_BETWEEN = 4  # lines between the parts of a table: running heads and feet
_Turns = list[tuple[int, int]]
_Table = list[Line]


def set_rows(pages: list[list[Line]]) -> list[list[Line]]:
    """The lines of the pages, each row of a table as one line of cells."""
    if not any(line.row for lines in pages for line in lines):
        return pages
    rows = (line for line in chain.from_iterable(pages) if line.row)
    set_lines: dict[int, list[Line]] = {id(line): [] for line in rows}
    for table in _tables(pages):
        set_lines |= _set_table(table)
    return [[each for line in lines for each in set_lines.get(id(line), [line])] for lines in pages]


def _tables(pages: list[list[Line]]) -> list[_Table]:
    """The rows of each table with those on further pages, where its head is repeated alone."""
    tables: list[_Table] = []
    heads: list[_Table] = []
    for between, rows in _on_pages(pages):
        if tables and between <= _BETWEEN and _goes_on(tables[-1], rows):
            head = _repeated(tables[-1], rows)
            heads.append(head)
            _append(tables[-1], rows[len(head) :])
        else:
            tables.append(rows)
    return heads + tables


def _on_pages(pages: list[list[Line]]) -> list[tuple[int, _Table]]:
    """The rows of each table on its page, after how many lines since the one before."""
    found: list[tuple[int, _Table]] = []
    between = 0
    for line in chain.from_iterable(pages):
        if line.row is None:
            between += 1
        elif line.row.is_first:
            found.append((between, [line]))
            between = 0
        else:
            found[-1][1].append(line)
    return found


def _goes_on(table: _Table, rows: _Table) -> bool:
    """Whether rows on the next page have the columns of a table."""
    edges, others = _edges(table[-1]), _edges(rows[0])
    return (
        rows[0].page == table[-1].page + 1
        and len(edges) == len(others)
        and all(abs(one - other) <= SNAP for one, other in zip(edges, others, strict=True))
    )


def _edges(line: Line) -> tuple[float, ...]:
    return line.row.edges if line.row else ()


def _repeated(table: _Table, rows: _Table) -> _Table:
    """The rows a page begins with as the table does."""
    count = 0
    for one, other in zip(table, rows, strict=False):
        if one.text != other.text:
            break
        count += 1
    return rows[:count]


def _append(table: _Table, rows: _Table) -> None:
    """Add rows of the next page; the first may be the rest of one the page broke."""
    if rows and _is_rest(table, rows[0]):
        for cell, rest in zip(_cells(table[-1]), _cells(rows[0]), strict=True):
            cell.lines += rest.lines
        rows = rows[1:]
    for cell in _cells(rows[0]) if rows else []:
        cell.is_covered = cell.is_covered or (cell.rows > 1 and not cell.lines)
    table += rows


def _is_rest(table: _Table, line: Line) -> bool:
    """Whether a row is what a page broke off the one before: its number or task stands there.

    Where they do not tell, what it has must go on, and some cell be empty or two go on.
    """
    head, before, cells = (_cells(each) for each in (table[0], table[-1], line))
    if len(before) != len(cells) or any(cell.is_covered or cell.rows > 1 for cell in cells):
        return False
    pairs = [pair for pair in zip(before, cells, strict=True) if any(cell.lines for cell in pair)]
    going = [_runs_on(one, other, _pad(table)) for one, other in pairs if other.lines]
    is_fewer = any(one.lines and not other.lines for one, other in pairs[1:])
    if before[0].lines and before[0].rows == 1 and not cells[0].lines:
        is_numbered = _NUMBER.match(head[0].words) is not None
        return is_numbered or is_fewer or all(going)
    return all(going) and (is_fewer or len(going) > 1)


def _runs_on(cell: PrintedCell, rest: PrintedCell, pad: float) -> bool:
    """Whether the last line of a cell is full, and nothing ends there."""
    if not cell.lines or SENTENCE_END.search(cell.lines[-1].text):
        return False
    is_new = _is_new(cell.words, rest.lines[0])
    return not is_new and not _had_room(cell, pad, cell.lines[-1], rest.lines[0])


def _cells(line: Line) -> list[PrintedCell]:
    return line.row.cells if line.row else []


def _set_table(table: _Table) -> dict[int, list[Line]]:
    """The lines that each row of a table becomes."""
    grid, pad = Grid(), _pad(table)
    return {id(line): _set_row(line, grid, pad) for line in table}


def _pad(table: _Table) -> float:
    """The room between the edge of a cell and its words."""
    cells = [cell for line in table for cell in _cells(line)]
    gaps = [line.left - cell.left for cell in cells for line in cell.lines]
    return max(0.0, min(gaps, default=0.0))


def _set_row(line: Line, grid: Grid, pad: float) -> list[Line]:
    """A row as one line, or the lines of its cells one under another."""
    cells = _cells(line)
    texts = [list(_paragraphs(cell, pad)) for cell in cells]
    row = grid.line(
        [
            Cell([text for text, _ in paragraphs], cell.columns, is_covered=cell.is_covered)
            for cell, paragraphs in zip(cells, texts, strict=True)
        ]
    )
    if row is None:
        return [
            replace(line, text=text, page=turns[0][1], turns=turns)
            for paragraphs in texts
            for text, turns in paragraphs
        ]
    return [replace(line, text=row, turns=list(_turns(texts)))]


def _turns(texts: list[list[tuple[str, _Turns]]]) -> Iterator[tuple[int, int]]:
    """Where in a row another page begins: of a row broken by a page, in each of its cells."""
    start, page = 0, 0
    for paragraphs in texts:
        for text, turns in paragraphs:
            for place, number in turns:
                if number != page:
                    yield start + place, number
                    page = number
            start += len(text) + 1
        start += not paragraphs


def _paragraphs(cell: PrintedCell, pad: float) -> Iterator[tuple[str, _Turns]]:
    """The paragraphs of a cell: a line that had room for what opens the next one ends one."""
    if not cell.lines:
        return
    text, turns = cell.lines[0].text, [(0, cell.lines[0].page)]
    for before, line in pairwise(cell.lines):
        if _is_new(text, line) or _had_room(cell, pad, before, line):
            yield _hyphened(text), turns
            text, turns = line.text, [(0, line.page)]
            continue
        text = joined(text, before, line)
        if line.page != before.page:
            turns.append((len(text) - len(line.text), line.page))
    yield _hyphened(text), turns


def _hyphened(text: str) -> str:
    return text.replace("\N{SOFT HYPHEN}", "-")


def _is_new(text: str, line: Line) -> bool:
    """Whether a line opens a paragraph whatever room there was: 市水务局 under 市财政局, （2）."""
    if SENTENCE_END.search(text):
        return OPENER.match(line.text) is not None
    return _UNITS.fullmatch(text) is not None and re.match(_OWN, line.text) is not None


def _had_room(cell: PrintedCell, pad: float, before: Line, line: Line) -> bool:
    """Whether what opens the second line would have stood in the first, centred or not."""
    if before.page == line.page and abs(before.bottom - line.bottom) < 0.5 * line.size:
        return False
    ahead, behind = before.left - cell.left - pad, cell.right - pad - before.right
    is_centred = abs(ahead - behind) < before.size
    room = ahead + behind if is_centred else behind
    return _opening(line.text) * line.size < room - 0.3 * line.size


def _opening(text: str) -> float:
    """How many ems open a line unbroken; a figure after a mark may hang on to it: 案，6月."""
    found = cluster(text)
    following = _WORD.match(text, found.end()) if found else None
    return breadth(found) + breadth(following)
