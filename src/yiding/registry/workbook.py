"""The whole registry as one workbook: a sheet for each kind, heads in Chinese; or an empty one."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO
from typing import Any

import xlsxwriter
from django.utils.translation import gettext, override

from yiding.registry.columns import Book, Column
from yiding.registry.models import Jurisdiction
from yiding.registry.sheets import SHEETS, Sheet

_WIDTH = 18


def registry_workbook(city: Jurisdiction) -> bytes:
    """Every row of a jurisdiction."""
    book = Book.of(city)
    return _written(
        (sheet, [sheet.cells(row, book) for row in sheet.rows(city)]) for sheet in SHEETS
    )


def template_workbook() -> bytes:
    """The heads alone, each with what may stand under it."""
    return _written((sheet, []) for sheet in SHEETS)


def head_of(column: Column) -> str:
    """The head as the workbook writes it, whatever the reader's language."""
    with override("zh-hans"):
        return str(column.head)


def title_of(sheet: Sheet) -> str:
    """The sheet's name in the workbook."""
    with override("zh-hans"):
        return str(sheet.title)


def _written(filled: Iterable[tuple[Sheet, list[dict[str, str]]]]) -> bytes:
    out = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with override("zh-hans"), xlsxwriter.Workbook(out, options) as workbook:
        bold = workbook.add_format({"bold": True, "bottom": 1})
        text = workbook.add_format({"num_format": "@"})
        for sheet, rows in filled:
            _write(workbook.add_worksheet(title_of(sheet)), sheet, rows, (bold, text))
    return out.getvalue()


def _write(page: Any, sheet: Sheet, rows: list[dict[str, str]], formats: tuple[Any, Any]) -> None:
    bold, text = formats
    page.freeze_panes(1, 0)
    page.set_column(0, len(sheet.columns) - 1, _WIDTH, text)
    for across, column in enumerate(sheet.columns):
        page.write_string(0, across, head_of(column), bold)
        if note := _note(column):
            page.write_comment(0, across, note)
        for down, row in enumerate(rows, 1):
            page.write_string(down, across, row.get(column.name, ""), text)


def _note(column: Column) -> str:
    choices = getattr(column, "choices", ())
    parts = [gettext("必填。") if column.is_required else "", str(column.hint)]
    if choices:
        known = "、".join(str(words) for _value, words in choices)
        parts.append(gettext("可填：%(known)s。") % {"known": known})
    return " ".join(part for part in parts if part)
