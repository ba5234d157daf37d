"""Rows of an XLSX or CSV file into entries as JSON would give them, each knowing its row."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from openpyxl import load_workbook

from yiding.ledgers.catalogue import Ledger
from yiding.ledgers.sheet import Sheet
from yiding.rules.parsing import tidy
from yiding.rules.units import split_head, splits
from yiding.text.errors import UnreadableFile

Given = Mapping[str, Any]

HEAD_ROWS = 10
"""The head may stand below a title: so many rows are looked at."""


def read_sheets(ledger: Ledger, name: str, raw: bytes) -> Iterator[Given]:
    """The entries of every sheet, in order; `UnreadableFile` where no sheet has known heads."""
    found = False
    for title, rows in _tables(name, raw):
        placed = _place(ledger, title, rows)
        if placed is None:
            continue
        found = True
        yield from _entries(f"{name}，表“{title}”", rows, placed)
    if not found:
        kinds = "、".join(one.name for one in ledger.columns.sheets)
        raise UnreadableFile(name, f"没有一张表的表头认得出；本台账的表有：{kinds}", "请用模板填写")


def _tables(name: str, raw: bytes) -> Iterator[tuple[str, list[Sequence[Any]]]]:
    if Path(name).suffix.lower() == ".csv":
        yield Path(name).stem, list(csv.reader(io.StringIO(_decoded(name, raw))))
        return
    try:
        book = load_workbook(io.BytesIO(raw), read_only=True, data_only=True)
    except (BadZipFile, KeyError, OSError, ValueError):
        raise UnreadableFile(name, "不是可以打开的 XLSX 文件", "请另存为 .xlsx 再试") from None
    for sheet in book.worksheets:
        yield sheet.title, [tuple(row) for row in sheet.iter_rows(values_only=True)]


def _decoded(name: str, raw: bytes) -> str:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise UnreadableFile(name, "既不是 UTF-8 也不是 GB18030 编码", "请另存为 UTF-8 的 CSV")


@dataclass(frozen=True, slots=True)
class _Placed:
    """Which of the ledger's sheets a table is, its head's row, the field of each column."""

    sheet: Sheet
    head_at: int
    columns: Mapping[int, str]


def _place(ledger: Ledger, title: str, rows: Sequence[Sequence[Any]]) -> _Placed | None:
    """The sheet and row that explain most columns; the table's own name breaks a tie."""
    best, weight = None, 0
    for at, row in enumerate(rows[:HEAD_ROWS]):
        for sheet in ledger.columns.sheets:
            columns = fields_of(ledger, sheet, row)
            own = len(columns) * 2 + (sheet.name in title or title in sheet.name)
            if len(columns) > 1 and own > weight:
                best, weight = _Placed(sheet, at, columns), own
    return best


def fields_of(ledger: Ledger, sheet: Sheet, row: Sequence[Any]) -> dict[int, str]:
    """Which column fills which field, as ``field(unit)``; ``id`` and ``place`` are such too."""
    names = _heads(ledger, sheet)
    found: dict[int, str] = {}
    for at, head in enumerate(row):
        field, unit = _named(names, str(head or ""))
        if field and field not in found.values():
            found[at] = f"{field}({unit})" if unit else field
    return found


def _named(names: Mapping[str, str], head: str) -> tuple[str | None, str | None]:
    """The field a head names and the unit it states."""
    seen = ((names.get(tidy(base)), unit) for base, unit in splits(head))
    return next(((field, unit) for field, unit in seen if field), (None, None))


def _heads(ledger: Ledger, sheet: Sheet) -> dict[str, str]:
    kind = ledger.kinds[sheet.kind]
    names = {tidy(name): one.name for one in reversed(kind.fields) for name in one.names}
    keys = map(tidy, (*kind.key_heads, "id"))
    names |= dict.fromkeys(keys, "id") | {"区划代码": "place", "place": "place"}
    return names | {tidy(split_head(head)[0]): field for head, field in sheet.heads.items()}


def _entries(where: str, rows: Sequence[Sequence[Any]], placed: _Placed) -> Iterator[Given]:
    for number, row in enumerate(rows[placed.head_at + 1 :], placed.head_at + 2):
        fields = {field: row[at] for at, field in placed.columns.items() if at < len(row)}
        fields = {field: value for field, value in fields.items() if value not in (None, "")}
        if fields:
            yield {
                "kind": placed.sheet.kind,
                "id": _id(fields, placed.sheet) or str(number),
                "place": fields.pop("place", None),
                "fields": fields,
                "where": f"{where}第{number}行",
                "cells": {
                    _bare(name): f"{letter(at)}{number}" for at, name in placed.columns.items()
                },
            }


def _id(fields: dict[str, Any], sheet: Sheet) -> str:
    """What the row calls itself, else the heads that make up its key."""
    own = fields.pop("id", None)
    return str(own) if own else "-".join(str(fields[key]) for key in sheet.key if key in fields)


def _bare(field: str) -> str:
    return field.split("(", maxsplit=1)[0]


def _cell(at: int, number: int) -> str:
    return f"{letter(at)}{number}"


def letter(at: int) -> str:
    """The letters of a column, counted from 0: 0 → A, 26 → AA."""
    return (letter(at // 26 - 1) if at >= 26 else "") + chr(ord("A") + at % 26)
