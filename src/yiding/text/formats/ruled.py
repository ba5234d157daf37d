"""The rows of task tables put together: wrapped cells joined, tables that go on over pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain, pairwise

from yiding.text.formats.joining import UNIT, breadth, cluster, joined
from yiding.text.formats.lattice import SNAP
from yiding.text.formats.running import Line, PrintedCell
from yiding.text.table import Cell, Grid

_NUMBER = re.compile(r"序|编号|(?i:no\.?)")
_ENDS_UNIT = re.compile(f"(?:{UNIT})$")
_IS_UNIT = re.compile(f"[市县区省州][\u4e00-\u9fff]{{1,12}}(?:{UNIT})")
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
    """Whether a row of a numbered table has no number, and the cells of the one before."""
    first, before, cells = (_cells(each) for each in (table[0], table[-1], line))
    if len(before) != len(cells) or not _NUMBER.match(_words(first[0])):
        return False
    return bool(_words(before[0])) and not _words(cells[0]) and not cells[0].is_covered


def _cells(line: Line) -> list[PrintedCell]:
    return line.row.cells if line.row else []


def _words(cell: PrintedCell) -> str:
    return "".join(line.text for line in cell.lines)


def _set_table(table: _Table) -> dict[int, list[Line]]:
    """The lines that each row of a table becomes."""
    cells = [cell for line in table for cell in _cells(line)]
    gaps = [line.left - cell.left for cell in cells for line in cell.lines]
    pad = max(0.0, min(gaps, default=0.0))
    grid = Grid()
    return {id(line): _set_row(line, grid, pad) for line in table}


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
        if _is_over(cell, pad, before, line):
            yield _hyphened(text), turns
            text, turns = line.text, [(0, line.page)]
            continue
        text = joined(text, before, line)
        if line.page != before.page:
            turns.append((len(text) - len(line.text), line.page))
    yield _hyphened(text), turns


def _hyphened(text: str) -> str:
    return text.replace("\N{SOFT HYPHEN}", "-")


def _is_over(cell: PrintedCell, pad: float, before: Line, line: Line) -> bool:
    """Whether a line ends a paragraph: 市水务局 over 市财政局, or with room for what follows."""
    if before.page == line.page and abs(before.bottom - line.bottom) < 0.5 * line.size:
        return False
    if _ENDS_UNIT.search(before.text) and _IS_UNIT.fullmatch(line.text):
        return True
    ahead, behind = before.left - cell.left - pad, cell.right - pad - before.right
    is_centred = abs(ahead - behind) < before.size
    room = ahead + behind if is_centred else behind
    return breadth(cluster(line.text)) * line.size < room - 0.3 * line.size
