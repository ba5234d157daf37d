"""The template, filled in and read back: nothing is lost, whatever the order of the heads."""

from __future__ import annotations

import io
import random
from datetime import date
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from yiding.ledgers.catalogue import ledger
from yiding.ledgers.checking import check
from yiding.ledgers.sheet import Sheet
from yiding.ledgers.sheets import read_sheets
from yiding.ledgers.template import template
from yiding.rules.entries import Field, Type
from yiding.rules.finding import Verdict

ON = date(2025, 3, 1)
PREMISES = ledger("premises")
SHEETS = PREMISES.columns.sheets
WRITTEN: dict[Type, Any] = {
    Type.TEXT: "甲",
    Type.INTEGER: 3,
    Type.NUMBER: "12.34",
    Type.MONEY: "100.50",
    Type.DATE: "2025-01-31",
    Type.DATES: "2025-01-31",
    Type.FLAG: "是",
    Type.SHARE: "1/2",
    Type.LIST: "食堂",
    Type.RECORDS: "张三",
}
WIDE = [
    "单位编码", "单位名称", "级别", "编制数", "实有数", "院落", "楼栋", "楼层", "房号",
    "房间性质", "使用状态", "使用面积(m²)", "使用人", "职级", "是否独立卫生间", "卫生间面积",
    "权属人", "产权证号", "资产卡片号", "备注",
]  # fmt: skip


def cell(field: Field) -> Any:
    """Something that can stand in a field's column."""
    return field.options[0].term if field.options else WRITTEN[field.type]


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda one: one.kind)
def test_a_filled_sheet_is_read_back(sheet: Sheet) -> None:
    """Every column of every sheet of the template fills its field."""
    book = load_workbook(io.BytesIO(template(PREMISES)))
    page = book[sheet.name]
    fields = PREMISES.kinds[sheet.kind].by_name
    named = list(sheet.heads.values())
    page.append([cell(fields[name]) if name in fields else "K-1" for name in named])
    stream = io.BytesIO()
    book.save(stream)
    given = list(read_sheets(PREMISES, "x.xlsx", stream.getvalue()))
    (checked,) = check(PREMISES, given, ON, "320500")
    assert checked.entry.kind == sheet.kind
    assert checked.entry.faults == ()
    assert {name for name in named if name in fields} <= checked.entry.values.keys()


@pytest.mark.parametrize("order", range(6))
def test_the_wide_sheet_is_read_in_any_order(order: int) -> None:
    """Under a title, heads shuffled, the unit written another way; each row is an office."""
    heads = random.Random(order).sample(WIDE, len(WIDE))  # noqa: S311
    row = dict(zip(WIDE, ["11320500X", "市财政局", "市级", 120, 118, "东院", "1号楼", "3", "301",
                          "办公室", "使用", 9.01, "张三", "局(处)级以下", "否", None,
                          "市机关事务局", "苏(2020)1号", "FW-1", "临窗"], strict=True))  # fmt: skip
    book = Workbook()
    page = book.active
    page.append(["某市办公用房明细表"])
    page.append([head.replace("(m²)", "（㎡）") for head in heads])
    page.append([row[head] for head in heads])
    stream = io.BytesIO()
    book.save(stream)
    (checked,) = check(
        PREMISES, read_sheets(PREMISES, "明细.xlsx", stream.getvalue()), ON, "320500"
    )
    entry = checked.entry
    assert (entry.kind, entry.faults, entry.id) == ("office", (), "11320500X-1号楼-301")
    told = {one.rule: one.verdict for one in checked.findings}
    assert told == {
        "premises/area-within-limit": Verdict.BREACHED,
        "premises/room-has-asset-card": Verdict.MET,
    }


def test_every_field_of_every_kind_is_found_under_each_of_its_names() -> None:
    """No two fields of a kind share a name, so no column can fill the wrong one."""
    from_names = [
        (kind.name, field.name, name)
        for kind in PREMISES.kinds.values()
        for field in kind.fields
        for name in field.names
    ]
    owners: dict[tuple[str, str], set[str]] = {}
    for kind, field, name in from_names:
        owners.setdefault((kind, name.lower()), set()).add(field)
    assert {key: who for key, who in owners.items() if len(who) > 1} == {}
