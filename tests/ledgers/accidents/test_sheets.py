"""Sheets read back: Chinese heads in any order, units in heads, wrong rows named."""

from __future__ import annotations

import csv
import io
from datetime import date
from decimal import Decimal

import pytest

from ledgers.accidents.trying import LEDGER
from yiding.ledgers.checking import Checked, UnreadableEntries, check
from yiding.ledgers.sheets import read_sheets

ON = date(2020, 1, 5)
ROW = {
    "事故编号": "SG-7", "发生时间": "2019年8月1日10时30分", "地点": "石埠镇", "行政区划": "白鹭区",
    "单位": "石埠铸造厂", "行业": "机械制造", "事故类别": "机械伤害",
    "死亡": "2", "重伤": "1", "轻伤": "0",
    "失联": "0", "直接经济损失(万元)": "986.5", "等级": "一般", "事故原因": "联锁短接",
    "调查单位": "白鹭区人民政府", "结案时间": "2019.9.25", "处理情况": "罚款",
    "整改措施": "恢复联锁",
    "责任单位": "石埠铸造厂、区应急局",
}  # fmt: skip
HEADS = list(ROW)


def as_csv(rows: list[dict[str, str]], heads: list[str]) -> bytes:
    stream = io.StringIO()
    csv.writer(stream).writerows([heads, *([row.get(one, "") for one in heads] for row in rows)])
    return stream.getvalue().encode("gb18030")


def brought(name: str, raw: bytes) -> list[Checked]:
    return check(LEDGER, read_sheets(LEDGER, name, raw), ON, "329900")


@pytest.mark.parametrize("turn", [1, -1])
def test_every_head_of_the_accident_sheet(turn: int) -> None:
    """In either order, with the loss in ten thousand."""
    (told,) = brought("事故台账.csv", as_csv([ROW], HEADS[::turn]))
    entry = told.entry
    assert told.entry.faults == ()
    assert (entry.id, entry.deaths, entry.grade) == ("SG-7", Decimal(2), "general")
    assert entry.direct_loss == Decimal(9865000)
    assert entry.occurred_at.hour == 10
    assert entry.closed_on == date(2019, 9, 25)
    assert entry.responsible_unit == ("石埠铸造厂", "区应急局")
    graded = {one.rule: one.answer.label for one in told.findings}
    assert graded["accidents/accident-graded"] == "一般"


def test_a_wrong_row_is_named_with_its_cell() -> None:
    """The row, the field, and what to write instead."""
    wrong = {**ROW, "事故编号": "SG-8", "死亡": "两人左右"}
    with pytest.raises(UnreadableEntries) as told:
        brought("事故台账.csv", as_csv([ROW, wrong], HEADS))
    (sentence,) = told.value.sentences
    assert "死亡" in sentence
    assert "两人左右" in sentence
    assert "3" in sentence


def test_changes_beside_their_accidents() -> None:
    """One file of accidents, one of changes: together they make the grade."""
    change = {"编号": "B-1", "事故编号": "SG-7", "变化日期": "2019-08-31", "死亡增减": "1"}
    given = [
        *read_sheets(LEDGER, "事故台账.csv", as_csv([ROW], HEADS)),
        *read_sheets(LEDGER, "补报和更正.csv", as_csv([change], list(change))),
    ]
    first = check(LEDGER, given, ON, "329900")[0]
    labels = {one.rule: one.answer.label for one in first.findings}
    assert labels["accidents/regraded-by-change"] == "较大"
    assert labels["accidents/registered-grade-agrees"] == "登记偏低"


def test_every_head_of_every_sheet_is_a_field_of_its_own() -> None:
    """No two heads of a sheet fill one field."""
    for sheet in LEDGER.columns.sheets:
        assert len(set(sheet.heads.values())) == len(sheet.heads), sheet.name
