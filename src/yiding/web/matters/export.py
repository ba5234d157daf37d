"""The list as a workbook or as plain rows, streamed: no list is ever held whole."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO
from tempfile import TemporaryFile
from typing import IO, Any

import xlsxwriter
from django.utils.translation import gettext

from yiding.followup.board import Board
from yiding.followup.listing import in_order
from yiding.followup.matter_filter import MatterFilter, chosen
from yiding.followup.models import Matter
from yiding.followup.states import State

#: Rows in one workbook; more is exported by narrower filters, or as plain rows.
LIMIT = 100_000
_CHUNK = 500
#: What a spreadsheet would take for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def heads() -> list[str]:
    """The heads of the columns."""
    return [
        gettext("地址"),
        gettext("议定事项"),
        gettext("原文"),
        gettext("牵头单位"),
        gettext("分管领导"),
        gettext("状态"),
        gettext("议定日期"),
        gettext("原定时限"),
        gettext("现定时限"),
        gettext("延期次数"),
        gettext("下次反馈"),
        gettext("核实日期"),
        gettext("办结标准"),
        gettext("重大事项"),
    ]


def rows_of(board: Board, asked: MatterFilter, limit: int | None = None) -> Iterator[list[str]]:
    """The rows as text, read as they are written."""
    rows = in_order(chosen(board, asked), asked)
    wanted = ("lead", f"{rows.to_matter}leader__person", f"{rows.to_matter}minutes")
    found = rows.select_related(*wanted).defer(f"{rows.to_matter}minutes__text")[:limit]
    for row in found.iterator(chunk_size=_CHUNK):
        yield _texts(row)


def csv_lines(board: Board, asked: MatterFilter) -> Iterator[str]:
    """Comma-separated lines, with the mark that spreadsheets know UTF-8 by."""
    yield "\ufeff" + _line(heads())
    for row in rows_of(board, asked):
        yield _line([f"'{text}" if text.startswith(_FORMULA) else text for text in row])


def workbook(board: Board, asked: MatterFilter) -> IO[bytes]:
    """A workbook in a temporary file, at its beginning; rows leave memory as they are written."""
    file = TemporaryFile()  # noqa: SIM115 - the response closes it
    book = xlsxwriter.Workbook(file, {"constant_memory": True, "strings_to_formulas": False})
    sheet = book.add_worksheet(gettext("议定事项"))
    bold = book.add_format({"bold": True, "bottom": 1})
    sheet.freeze_panes(1, 1)
    sheet.set_column(0, 0, 24)
    sheet.set_column(1, 2, 48)
    sheet.set_column(3, 13, 14)
    for column, words in enumerate(heads()):
        sheet.write_string(0, column, words, bold)
    for at, row in enumerate(rows_of(board, asked, LIMIT), start=1):
        for column, text in enumerate(row):
            sheet.write_string(at, column, text)
    book.close()
    file.seek(0)
    return file


def _texts(row: Any) -> list[str]:
    matter = row if isinstance(row, Matter) else row.matter
    days = (matter.held_on, row.original_due_on, row.due_on)
    return [
        matter.address,
        matter.action,
        matter.quote,
        str(row.lead or ""),
        str(matter.leader.person) if matter.leader else "",
        str(State(row.state).label),
        *(day.isoformat() if day else "" for day in days),
        str(matter.extended_count),
        row.report_due_on.isoformat() if row.report_due_on else "",
        row.verified_on.isoformat() if row.verified_on else "",
        matter.closing_kind,
        gettext("是") if matter.is_major else "",
    ]


def _line(row: list[str]) -> str:
    line = StringIO()
    csv.writer(line).writerow(row)
    return line.getvalue()
