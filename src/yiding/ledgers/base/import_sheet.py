"""The sheet of rows given back 退回表: as they stood, with a column that says what is wrong."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from io import BytesIO
from typing import Any

import xlsxwriter

from yiding.ledgers.base.import_reading import Row
from yiding.ledgers.sheets import Table, cell_text

WRONG_HEAD = "错误说明"
_WIDTH, _WIDE = 16, 60


def refused_workbook(rows: Iterable[Row]) -> bytes:
    """An XLSX of the wrong rows, sheet by sheet under their own heads; it can be mended and
    brought in as it is."""
    by_table: dict[int, tuple[Table, list[Row]]] = {}
    for row in rows:
        if row.table is not None:
            by_table.setdefault(id(row.table), (row.table, []))[1].append(row)
    out = BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False}) as book:
        marks = (
            book.add_format({"bold": True, "bottom": 1}),
            book.add_format({"bg_color": "#F8CBAD"}),
        )
        for at, (table, refused) in enumerate(by_table.values(), 1):
            page = book.add_worksheet(_title(table, at))
            _write(page, table, refused, marks)
    return out.getvalue()


def _title(table: Table, at: int) -> str:
    plain = "".join(one for one in table.title if one not in "[]:*?/\\'")
    return f"{plain[:27]} {at}" if at > 1 else plain[:31] or f"表{at}"


def _write(page: Any, table: Table, rows: Sequence[Row], marks: tuple[Any, Any]) -> None:
    bold, red = marks
    columns = [at for at, head in enumerate(table.head) if head and str(head) != WRONG_HEAD]
    page.freeze_panes(1, 0)
    page.set_column(0, len(columns), _WIDTH)
    page.set_column(len(columns), len(columns), _WIDE)
    for across, at in enumerate(columns):
        page.write_string(0, across, str(table.head[at]).strip(), bold)
    page.write_string(0, len(columns), WRONG_HEAD, bold)
    for down, row in enumerate(rows, 1):
        stood = table.rows[row.given.row - 1]
        amiss = {_column(one.cell) for one in row.wrongs}
        for across, at in enumerate(columns):
            cell = stood[at] if at < len(stood) else None
            _put(page, (down, across), cell, red if at in amiss else None)
        words = "".join(dict.fromkeys(one.text() for one in row.wrongs))
        page.write_string(down, len(columns), words)


def _put(page: Any, place: tuple[int, int], cell: Any, mark: Any) -> None:
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        page.write_number(*place, cell, mark)
    elif cell is None or cell == "":
        page.write_blank(*place, None, mark)
    else:
        words = cell.isoformat() if isinstance(cell, date | datetime) else cell_text(cell)
        page.write_string(*place, words, mark)


def _column(cell: str) -> int:
    """``C7`` → 2; -1 where there is no cell."""
    letters = cell.rstrip("0123456789")
    at = 0
    for one in letters:
        at = at * 26 + ord(one) - ord("A") + 1
    return at - 1
