"""A file of entries as an office hands it in: one sheet a kind, heads as people write them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from typing import Any

import xlsxwriter

from yiding.ledgers.base.importing import import_entries
from yiding.ledgers.base.store import Writing
from yiding.ledgers.catalogue import ledger
from yiding.registry.models import Account

ID, UNIT, PLACE = "id", "单位名称", "区划代码"
#: The heads beside the fields.
BESIDE = frozenset({ID, UNIT, PLACE})
Row = Mapping[str, Any]


@dataclass(frozen=True)
class Delivery:
    """报来的一批: what a file is called, and its rows by kind, each by field name."""

    slug: str
    name: str
    at: datetime
    rows: Mapping[str, list[dict[str, Any]]]


class NotTaken(ValueError):
    """A file of the demonstration that the ledger does not take: a fault of the words."""


def bring_in(delivery: Delivery, account: Account) -> None:
    """Hand the file in through the import that an office uses; `NotTaken` names what is wrong."""
    writing = Writing(account, delivery.slug, delivery.at)
    outcome = import_entries(writing, f"{delivery.name}.xlsx", workbook(delivery))
    if outcome.wrongs:
        raise NotTaken("\n".join(one.text() for one in outcome.wrongs[:20]))


def workbook(delivery: Delivery) -> bytes:
    """The rows as XLSX, a sheet for each kind that has some."""
    kinds = ledger(delivery.slug).kinds
    out = BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_urls": False}) as book:
        for kind, rows in delivery.rows.items():
            if rows:
                page = book.add_worksheet(kinds[kind].term)
                names = list(dict.fromkeys(name for row in rows for name in row))
                heads = [_head(kinds[kind].by_name, name) for name in names]
                _write(page, heads, names, rows)
    return out.getvalue()


def _head(fields: Mapping[str, Any], name: str) -> str:
    return name if name in BESIDE else str(fields[name].term)


def _write(page: Any, heads: list[str], names: list[str], rows: Iterable[Row]) -> None:
    page.write_row(0, 0, heads)
    for down, row in enumerate(rows, 1):
        for across, name in enumerate(names):
            if row.get(name) is not None:
                page.write(down, across, _cell(row[name]))


def _cell(value: Any) -> str | int | float:
    """A cell: numbers as numbers, days and moments as people write them, records as JSON."""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list):
        return (
            "、".join(value)
            if value and isinstance(value[0], str)
            else json.dumps(value, ensure_ascii=False, default=str)
        )
    return float(value) if isinstance(value, Decimal) else value
