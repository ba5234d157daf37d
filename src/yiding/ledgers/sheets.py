"""Rows of an XLSX or CSV file into entries as JSON would give them, each knowing its row."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from yiding.ledgers.catalogue import Ledger
from yiding.ledgers.sheet import Sheet
from yiding.rules.entries import Kind, Type
from yiding.rules.parsing import tidy
from yiding.rules.units import split_head, splits, unit_of
from yiding.text.errors import UnreadableFile

Given = Mapping[str, Any]

HEAD_ROWS = 10
"""The head may stand below a title: so many rows are looked at."""
LARGEST = 200 * 1024 * 1024
"""The most bytes a workbook may unfold to."""
UNIT, PLACE = "unit/name", "place/code"
"""What the columns 单位名称 and 区划代码 fill beside the fields: no field is called so."""
FIRMS = frozenset({"企业名称", "机构名称"})
"""What an outside firm is called: no unit of the registry, though people head it 单位名称 too."""
_UNIT_NAME = "单位名称"


def read_sheets(ledger: Ledger, name: str, raw: bytes) -> Iterator[Given]:
    """The entries of every sheet, in order; `UnreadableFile` where no sheet has known heads.

    Beside kind, id, place and fields each has ``unit`` (as written under 单位名称), ``key`` (the
    id, empty where the row says none), and where it stood: ``sheet``, ``row``, and by field
    ``cells`` and ``heads``.
    """
    for table in read_tables(ledger, name, raw):
        yield from table.entries(f"{name}，表“{table.title}”")


def read_tables(ledger: Ledger, name: str, raw: bytes) -> list[Table]:
    """The sheets whose heads are known; `UnreadableFile` where none is."""
    found = [_place(ledger, title, rows) for title, rows in _tables(name, raw)]
    tables = [one for one in found if one is not None]
    if not tables:
        kinds = "、".join(one.name for one in all_sheets(ledger))
        raise UnreadableFile(name, f"没有一张表的表头认得出；本台账的表有：{kinds}", "请用模板填写")
    return tables


@cache
def all_sheets(ledger: Ledger) -> tuple[Sheet, ...]:
    """The sheets a ledger names, and one for each kind that none of them is for."""
    named = ledger.columns.sheets
    have = {one.kind for one in named}
    return (*named, *(_implied(one) for one in ledger.kinds.values() if one.name not in have))


def _implied(kind: Kind) -> Sheet:
    heads = {kind.key_heads[0]: "id"} | {one.term: one.name for one in kind.fields}
    return Sheet(kind.term, kind.name, heads)


def _tables(name: str, raw: bytes) -> Iterator[tuple[str, list[Sequence[Any]]]]:
    if Path(name).suffix.lower() == ".csv":
        yield Path(name).stem, _lines(name, _decoded(name, raw))
        return
    try:
        yield from _worksheets(name, raw)
    except (BadZipFile, InvalidFileException, KeyError, OSError, ValueError, SyntaxError):
        raise UnreadableFile(name, "不是可以打开的 XLSX 文件", "请另存为 .xlsx 再试") from None


def _worksheets(name: str, raw: bytes) -> list[tuple[str, list[Sequence[Any]]]]:
    with ZipFile(io.BytesIO(raw)) as packed:
        unfolded = sum(one.file_size for one in packed.infolist())
    if unfolded > LARGEST:
        raise UnreadableFile(name, "展开后太大", "请分成几个文件")
    book = load_workbook(io.BytesIO(raw), read_only=True, data_only=True)
    for sheet in book.worksheets:
        sheet.reset_dimensions()
    return [(one.title, list(one.iter_rows(values_only=True))) for one in book.worksheets]


def _lines(name: str, text: str) -> list[Sequence[Any]]:
    try:
        return list(csv.reader(io.StringIO(text), strict=True))
    except csv.Error:
        raise UnreadableFile(name, "引号没有配对", "请另存为 .xlsx 再试") from None


def _decoded(name: str, raw: bytes) -> str:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise UnreadableFile(name, "既不是 UTF-8 也不是 GB18030 编码", "请另存为 UTF-8 的 CSV")


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet of a file: which of the ledger's it is, where its head is, the field of each column.

    `unused` are the heads that name no field.
    """

    title: str
    ledger: Ledger
    sheet: Sheet
    head_at: int
    columns: Mapping[int, str]
    rows: Sequence[Sequence[Any]]

    @property
    def head(self) -> Sequence[Any]:
        """The row of heads, as it stands."""
        return self.rows[self.head_at]

    @property
    def unused(self) -> tuple[str, ...]:
        """The heads that name no field."""
        heads = enumerate(self.head)
        return tuple(str(one).strip() for at, one in heads if one and at not in self.columns)

    def entries(self, where: str) -> Iterator[Given]:
        """The rows that hold something, as entries."""
        kind = self.ledger.kinds[self.sheet.kind]
        heads = {_bare(name): str(self.head[at]).strip() for at, name in self.columns.items()}
        heads = self._with_key(heads)
        for number, row in enumerate(self.rows[self.head_at + 1 :], self.head_at + 2):
            fields = {name: row[at] for at, name in self.columns.items() if at < len(row)}
            fields = {name: one for name, one in fields.items() if not _is_blank(one)}
            if fields:
                yield self._given(kind, number, fields) | {
                    "heads": heads,
                    "where": f"{where}第{number}行",
                }

    def _with_key(self, told: dict[str, str]) -> dict[str, str]:
        """What is told of columns, also of the key where other columns make it up."""
        own = [told[name] for name in self.sheet.key if name in told]
        return told if "id" in told or not own else {**told, "id": own[-1]}

    def _given(self, kind: Kind, number: int, fields: dict[str, Any]) -> dict[str, Any]:
        key = _key(fields, self.sheet)
        return {
            "kind": kind.name,
            "id": key or str(number),
            "key": key,
            "place": fields.pop(PLACE, None),
            "unit": fields.pop(UNIT, None),
            "fields": {name: _told(kind, name, one) for name, one in fields.items()},
            "sheet": self.title,
            "row": number,
            "cells": self._with_key(
                {_bare(name): f"{letter(at)}{number}" for at, name in self.columns.items()}
            ),
        }


def _place(ledger: Ledger, title: str, rows: Sequence[Sequence[Any]]) -> Table | None:
    """The sheet and row that explain most columns; the table's own name breaks a tie."""
    best, weight = None, 0
    known = [(sheet, _heads(ledger, sheet)) for sheet in all_sheets(ledger)]
    for at, row in enumerate(rows[:HEAD_ROWS]):
        for sheet, names in known:
            columns = _columns(ledger.kinds[sheet.kind], names, row)
            own = len(columns) * 2 + (sheet.name in title or title in sheet.name)
            if len(columns) > 1 and own > weight:
                best, weight = Table(title, ledger, sheet, at, columns, rows), own
    return best


def fields_of(ledger: Ledger, sheet: Sheet, row: Sequence[Any]) -> dict[int, str]:
    """Which column fills which field, as ``field(unit)`` where the unit stated tells something.

    ``id`` and ``place`` are such too.
    """
    return _columns(ledger.kinds[sheet.kind], _heads(ledger, sheet), row)


def _columns(kind: Kind, names: Mapping[str, str], row: Sequence[Any]) -> dict[int, str]:
    found: dict[int, str] = {}
    names = _with_unit(kind, names, [str(one or "") for one in row])
    for at, head in enumerate(row):
        name, unit = _named(names, str(head or ""))
        if name and name not in map(_bare, found.values()):
            found[at] = f"{name}({unit})" if unit and _tells(kind, name, unit) else name
    return found


def _with_unit(kind: Kind, names: Mapping[str, str], heads: list[str]) -> Mapping[str, str]:
    """In a list of firms 单位名称 is the firm, unless a head beside it names the firm already."""
    firm = _firm(kind)
    if firm is None or _UNIT_NAME not in map(tidy, heads):
        return names
    others = (_named(names, one)[0] for one in heads if tidy(one) != _UNIT_NAME)
    return {**names, _UNIT_NAME: UNIT if firm in others else firm}


def _firm(kind: Kind) -> str | None:
    """The field that holds what a firm is called, where a kind is about firms."""
    return next((one.name for one in kind.fields if one.term in FIRMS), None)


def _tells(kind: Kind, name: str, unit: str) -> bool:
    """Does a unit say more than the field does? A stated % does: 0.5 under it is no ratio."""
    field = kind.by_name.get(name)
    own = field.unit if field else None
    return unit == "%" or own is None or unit_of(own) != unit_of(unit)


def _named(names: Mapping[str, str], head: str) -> tuple[str | None, str | None]:
    """The field a head names and the unit it states."""
    seen = ((names.get(tidy(base)), unit) for base, unit in splits(head))
    return next(((field, unit) for field, unit in seen if field), (None, None))


@cache
def _heads(ledger: Ledger, sheet: Sheet) -> Mapping[str, str]:
    kind = ledger.kinds[sheet.kind]
    names = {tidy(name): one.name for one in reversed(kind.fields) for name in one.names}
    # where other heads make up the key, a running number is none
    own = (one for one in kind.key_heads if not (sheet.key and one == "序号"))
    keys = map(tidy, (*own, "id"))
    beside = {"编号": "id", _UNIT_NAME: UNIT, "归口单位": UNIT, "区划代码": PLACE, "place": PLACE}
    # a head with the field's own unit behind it, however that unit is written
    whole = {tidy(one.head): one.name for one in kind.fields}
    whole |= {
        tidy(f"{head}({field.unit})"): field.name
        for head, name in sheet.heads.items()
        if (field := kind.by_name.get(name)) is not None and field.unit
    }
    declared = {tidy(split_head(head)[0]): field for head, field in sheet.heads.items()}
    return beside | whole | names | dict.fromkeys(keys, "id") | declared


def _key(fields: dict[str, Any], sheet: Sheet) -> str:
    """What the row calls itself, else the heads that make up its key."""
    own = fields.pop("id", None)
    if own is not None:
        return cell_text(own)
    return "-".join(cell_text(fields[key]) for key in sheet.key if key in fields)


def cell_text(cell: Any) -> str:
    """A cell as text: a whole number without its point, a day in ISO."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime) and not (cell.hour or cell.minute or cell.second):
        return cell.date().isoformat()
    return str(cell).strip()


def _is_blank(cell: Any) -> bool:
    return cell is None or (isinstance(cell, str) and not cell.strip())


def _told(kind: Kind, name: str, cell: Any) -> Any:
    """A cell of a list or of records may hold them as JSON."""
    if not (isinstance(cell, str) and cell.lstrip().startswith(("[", "{"))):
        return cell
    field = kind.by_name.get(_bare(name))
    if field is None or field.type not in _NESTED:
        return cell
    try:
        return json.loads(cell, parse_float=str, parse_int=str)
    except ValueError:
        return cell


_NESTED = frozenset({Type.LIST, Type.DATES, Type.RECORDS})


def _bare(field: str) -> str:
    return field.split("(", maxsplit=1)[0]


def letter(at: int) -> str:
    """The letters of a column, counted from 0: 0 → A, 26 → AA."""
    return (letter(at // 26 - 1) if at >= 26 else "") + chr(ord("A") + at % 26)
