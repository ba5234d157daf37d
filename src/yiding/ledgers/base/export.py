"""Entries given out 导出, XLSX and CSV: brought in again as they are they change nothing."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO, StringIO
from typing import Any

import xlsxwriter

from yiding.ledgers.base.models import Entry
from yiding.ledgers.base.owner import UNIT_HEADS, unit_field
from yiding.ledgers.base.queries import Rows
from yiding.ledgers.catalogue import Ledger
from yiding.ledgers.sheet import Sheet
from yiding.ledgers.sheets import PLACE, UNIT, all_sheets, fields_of
from yiding.rules.entries import Field, Kind, Type

_JOINT, _SEPARATORS = "、", frozenset("、；;，,\n")
_DIGITS = 15
"""A spreadsheet keeps so many digits of a number; longer ones go out as text."""
_WIDTH = 16
_KEY = "id"
Cell = str | float


@dataclass(frozen=True)
class Page:
    """One kind's sheet: its name, its heads, and what each column holds."""

    title: str
    kind: Kind
    heads: tuple[str, ...]
    names: tuple[str, ...]

    def cells(self, row: Entry) -> list[Cell]:
        """The cells of an entry, empty text where nothing stands."""
        return [_cell(self.kind, name, row) for name in self.names]


def pages_of(ledger: Ledger) -> tuple[Page, ...]:
    """The sheets of an export, one a kind, in the order of the template."""
    first: dict[str, Sheet] = {}
    for sheet in all_sheets(ledger):
        first.setdefault(sheet.kind, sheet)
    return tuple(_page(ledger, sheet) for sheet in first.values())


def export_xlsx(ledger: Ledger, rows: Rows) -> bytes:
    """A workbook with a sheet for each kind that has entries; with none, the heads alone."""
    pages = pages_of(ledger)
    kinds = set(rows.order_by().values_list("kind", flat=True).distinct())
    out = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(out, options) as book:
        bold = book.add_format({"bold": True, "bottom": 1})
        for page in pages:
            if page.kind.name in kinds or not kinds:
                _write(book.add_worksheet(page.title[:31]), page, rows, bold)
    return out.getvalue()


def export_csv(ledger: Ledger, rows: Rows, kind: str) -> Iterator[str]:
    """Comma-separated lines of one kind, with the mark that spreadsheets know UTF-8 by."""
    page = next(one for one in pages_of(ledger) if one.kind.name == kind)
    yield "\ufeff" + _line(page.heads)
    for row in _of_kind(rows, kind):
        yield _line([str(one) for one in page.cells(row)])


def _page(ledger: Ledger, sheet: Sheet) -> Page:
    kind = ledger.kinds[sheet.kind]
    columns = {
        name: _told_head(ledger, sheet, head, name) for head, name in _declared(ledger, sheet)
    }
    keyed = columns if _KEY in columns else {_KEY: _free_head(ledger, sheet, kind.key_heads)}
    named = {one.name: _free_head(ledger, sheet, (one.head, one.name)) for one in kind.fields}
    beside = {} if unit_field(ledger.slug, kind.name) else {UNIT: _unit_head(ledger, sheet)}
    every = {**keyed, **columns, PLACE: "区划代码", **beside}
    every |= {name: head for name, head in named.items() if name not in every}
    return Page(sheet.name, kind, tuple(every.values()), tuple(every))


def _unit_head(ledger: Ledger, sheet: Sheet) -> str:
    """单位名称, or 归口单位 where that head names a field of the kind."""
    return next(one for one in UNIT_HEADS if _reads_as(ledger, sheet, one, UNIT))


def _declared(ledger: Ledger, sheet: Sheet) -> Iterator[tuple[str, str]]:
    """The heads of the template, the first of each field, if they are read back as that field."""
    seen: set[str] = set()
    for head, name in sheet.heads.items():
        if name not in seen and _reads_as(ledger, sheet, head, name):
            seen.add(name)
            yield head, name


def _free_head(ledger: Ledger, sheet: Sheet, heads: Sequence[str]) -> str:
    """The first of some heads that is read back as what is written under it."""
    name = _KEY if heads[-1] not in ledger.kinds[sheet.kind].by_name else heads[-1]
    fitting = (one for one in heads if _reads_as(ledger, sheet, one, name))
    return next(fitting, heads[-1])


def _reads_as(ledger: Ledger, sheet: Sheet, head: str, name: str) -> bool:
    """Is a head read as a field, in the unit its numbers are stored in?"""
    field = ledger.kinds[sheet.kind].by_name.get(name)
    own = (field.unit or ("元" if field.type == Type.MONEY else None)) if field else None
    return fields_of(ledger, sheet, [head]).get(0) in {name, f"{name}({own})"}


def _told_head(ledger: Ledger, sheet: Sheet, head: str, name: str) -> str:
    """The head with the unit in which the numbers under it stand, if it is read back so."""
    field = ledger.kinds[sheet.kind].by_name.get(name)
    if field is None or not field.unit or "(" in head or "（" in head:
        return head
    told = f"{head}({field.unit})"
    return told if _reads_as(ledger, sheet, told, name) else head


def _write(page: Any, sheet: Page, rows: Rows, bold: Any) -> None:
    page.freeze_panes(1, 1)
    page.set_column(0, len(sheet.heads) - 1, _WIDTH)
    for across, head in enumerate(sheet.heads):
        page.write_string(0, across, head, bold)
    for down, row in enumerate(_of_kind(rows, sheet.kind.name), 1):
        for across, cell in enumerate(sheet.cells(row)):
            if isinstance(cell, str):
                page.write_string(down, across, cell)
            else:
                page.write_number(down, across, cell)


def _of_kind(rows: Rows, kind: str) -> Iterator[Entry]:
    found = rows.filter(kind=kind).select_related("unit").order_by("key")
    return found.iterator(chunk_size=1000)


def _line(cells: Sequence[str]) -> str:
    line = StringIO()
    csv.writer(line).writerow(cells)
    return line.getvalue()


def _cell(kind: Kind, name: str, row: Entry) -> Cell:
    beside = {
        _KEY: row.key,
        PLACE: row.place,
        UNIT: row.unit.name if row.unit else "",
    }
    if name in beside:
        return beside[name]
    value = row.fields.get(name)
    return "" if value is None else _told(kind.by_name[name], value)


def _told(field: Field, value: Any) -> Cell:
    return _TELLERS.get(field.type, _text)(field, value)


def _text(_: Field, value: Any) -> str:
    return str(value)


def _number(_: Field, value: str) -> Cell:
    digits = value.lstrip("-").replace(".", "").strip("0")
    return float(value) if len(digits) <= _DIGITS else value


def _choice(field: Field, value: str) -> str:
    return next((one.term for one in field.options if one.name == value), value)


def _list(_: Field, value: list[str]) -> str:
    if any(_SEPARATORS.intersection(one) or one[:1] in "[{" for one in value):
        return json.dumps(value, ensure_ascii=False)
    return _JOINT.join(value)


_TELLERS: dict[Type, Callable[[Field, Any], Cell]] = {
    Type.INTEGER: _number,
    Type.NUMBER: _number,
    Type.MONEY: _number,
    Type.CHOICE: _choice,
    Type.FLAG: lambda _, value: "是" if value else "否",
    Type.SHARE: lambda _, value: f"{value['part']}/{value['whole']}",
    Type.LIST: _list,
    Type.DATES: _list,
    Type.RECORDS: lambda _, value: json.dumps(value, ensure_ascii=False),
}
