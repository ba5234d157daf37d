"""What a ledger takes, told to people and programs: its schema, and the sheet to fill in."""

from __future__ import annotations

import io
from typing import Any

import xlsxwriter

from yiding.law import provision
from yiding.ledgers.catalogue import Ledger
from yiding.ledgers.sheet import Sheet
from yiding.rules.entries import Field, Kind, Type
from yiding.rules.rule import Rule

WIDTH, LAST_ROW = 16, 10_000


def schema(ledger: Ledger) -> dict[str, Any]:
    """The kinds of entry with their fields, and the rules with their provisions."""
    return {
        "schema": "yiding/check-schema/1",
        "ledger": ledger.slug,
        "term": ledger.card.term,
        "kinds": [_kind(one) for one in ledger.kinds.values()],
        "sheets": [_sheet(one) for one in ledger.columns.sheets],
        "frames": sorted(ledger.columns.frames),
        "rules": [_rule(one) for one in ledger.rules],
    }


def _kind(kind: Kind) -> dict[str, Any]:
    return {
        "kind": kind.name,
        "term": kind.term,
        "aliases": list(kind.aliases),
        "fields": [_field(one) for one in kind.fields],
    }


def _field(field: Field) -> dict[str, Any]:
    told: dict[str, Any] = {
        "name": field.name,
        "type": str(field.type),
        "unit": field.unit,
        "head": field.head,
        "aliases": list(field.aliases),
    }
    if field.options:
        told["options"] = [{"name": one.name, "term": one.term} for one in field.options]
    if field.fields:
        told["fields"] = [_field(one) for one in field.fields]
    return told


def _sheet(sheet: Sheet) -> dict[str, Any]:
    return {"sheet": sheet.name, "kind": sheet.kind, "heads": dict(sheet.heads)}


def _rule(rule: Rule) -> dict[str, Any]:
    versions = provision(rule.source.cites)
    return {
        "rule": rule.address,
        "kind": rule.kind,
        "title": rule.source.title,
        "title_en": rule.source.title_en,
        "needs": list(rule.source.needs),
        "provision": rule.source.cites,
        "article": versions[-1].article,
        "gist": versions[-1].gist,
    }


def template(ledger: Ledger) -> bytes:
    """An XLSX with one sheet a kind: heads, and the choices as lists to pick from."""
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        bold = book.add_format({"bold": True, "bottom": 1})
        for sheet in ledger.columns.sheets:
            page = book.add_worksheet(sheet.name[:31])
            page.freeze_panes(1, 0)
            fields = ledger.kinds[sheet.kind].by_name
            for at, (head, name) in enumerate(sheet.heads.items()):
                page.set_column(at, at, WIDTH)
                page.write_string(
                    0, at, _head(head, fields[name]) if name in fields else head, bold
                )
                if name in fields:
                    _offer(page, at, fields[name])
    return stream.getvalue()


def _head(head: str, field: Field | None) -> str:
    """The head with the unit to write in."""
    return f"{head}({field.unit})" if field and field.unit and "(" not in head else head


def _offer(page: Any, at: int, field: Field | None) -> None:
    """A list to pick from under the head of a choice or a flag."""
    terms = [one.term for one in field.options] if field else []
    if field and field.type == Type.FLAG:
        terms = ["是", "否"]
    if terms and sum(len(one) + 1 for one in terms) < 255:
        page.data_validation(1, at, LAST_ROW, at, {"validate": "list", "source": terms})
