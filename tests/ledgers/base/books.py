"""Workbooks of offices as somebody fills them in, and what comes back read again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from io import BytesIO
from typing import Any

import xlsxwriter
from openpyxl import load_workbook

HEADS = ("编号", "级别", "职级", "使用面积(m²)", "单位名称")
Rows = Iterable[Sequence[Any]]


def book(rows: Rows, heads: Sequence[str] = HEADS, title: str = "办公室") -> bytes:
    """An XLSX of one sheet."""
    out = BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as made:
        made.set_properties({"created": datetime(2026, 3, 3)})  # the same bytes every time
        page = made.add_worksheet(title)
        for down, row in enumerate([heads, *rows]):
            page.write_row(down, 0, row)
    return out.getvalue()


def cells(content: bytes, at: int = 0) -> list[tuple[Any, ...]]:
    """The rows of a sheet, head first."""
    page = load_workbook(BytesIO(content)).worksheets[at]
    return list(page.iter_rows(values_only=True))


def offices(count: int, area: str = "9") -> list[list[Any]]:
    """Good rows, one office each."""
    return [[f"A-{at}", "市级机关", "staff", area, "市水务局"] for at in range(1, count + 1)]
