"""The published plan, filled in as offices do, read back; what is odd is said, not refused."""

from __future__ import annotations

import io
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from openpyxl import Workbook

from yiding.ledgers.catalogue import ledger
from yiding.ledgers.checking import Checked, UnreadableEntries, check
from yiding.ledgers.renewal.entries import AREA_A_HOUSEHOLD, HOUSEHOLDS_A_BUILDING
from yiding.ledgers.sheets import read_sheets

ON = date(2025, 3, 1)
RENEWAL = ledger("renewal")
HEADS = [
    "序号", "县(市、区)", "街道/镇", "小区名称", "建成年代", "楼栋数(幢)", "户数(户)",
    "建筑面积(万㎡)", "改造内容(基础/完善/提升)", "计划投资(万元)", "中央资金(万元)",
    "省资金(万元)", "市县资金(万元)", "居民资金(万元)", "社会资金(万元)", "计划开工", "计划完工",
    "实际开工", "形象进度(%)", "责任单位", "备注",
]  # fmt: skip
ROW = [
    1, "常熟", "琴川街道", "合计四个小区", 1996, 74, 1423, 17.09, "基础、完善", 2013.19, 1997.95,
    None, 2.84, 12.40, None, "2022-03-01", "2022-11-30", "2022-03-15", 80, "区住建局", "",
]  # fmt: skip


def brought(heads: list[str], *rows: list[Any]) -> list[Checked]:
    """A sheet of the plan, read and checked."""
    book = Workbook()
    page = book.active
    assert page is not None
    page.title = "改造计划"
    for row in (["某市2022年城镇老旧小区改造计划"], heads, *rows):
        page.append(row)
    stream = io.BytesIO()
    book.save(stream)
    return check(RENEWAL, list(read_sheets(RENEWAL, "计划.xlsx", stream.getvalue())), ON, "320500")


def test_a_row_of_the_plan_is_a_community_in_canonical_units() -> None:
    (one,) = brought(HEADS, ROW)
    assert (one.entry.kind, one.entry.id) == ("community", "常熟-合计四个小区")
    assert one.entry.floor_area == Decimal("170900")
    assert one.entry.total_investment == Decimal("20131900")
    assert one.entry.contents == ("基础", "完善")
    assert one.entry.start_date == date(2022, 3, 15)
    assert one.entry.faults == ()


def test_the_money_of_a_row_adds_up_to_the_cent() -> None:
    (right,) = brought(HEADS, ROW)
    (wrong,) = brought(HEADS, [*ROW[:9], 2013.20, *ROW[10:]])
    labels = [
        next(found.answer.label for found in one.findings if found.rule.endswith("sum-to-total"))
        for one in (right, wrong)
    ]
    assert labels == ["相符", "不相符"]


def test_heads_come_in_any_order() -> None:
    (one,) = brought(HEADS[::-1], ROW[::-1])
    assert (one.entry.households, one.entry.buildings) == (1423, 74)


def test_few_households_a_building_are_asked_about_and_kept() -> None:
    """吴中: 1,979 households in 464 buildings."""
    (one,) = brought(HEADS, [*ROW[:5], 464, 1979, 30.06, *ROW[8:]])
    assert one.entry.buildings == 464
    assert one.entry.faults == ("每幢 4.3 户，少见，请核对楼栋数和户数。",)


def test_an_area_without_its_unit_is_asked_about() -> None:
    heads = [one.replace("(万㎡)", "") for one in HEADS]
    (one,) = brought(heads, ROW)
    assert one.entry.floor_area == Decimal("17.09")
    assert "请核对建筑面积的单位是 m² 还是万㎡" in one.entry.faults[0]


def test_the_usual_range_is_that_of_the_tables() -> None:
    tables = RENEWAL.values.tables
    for name, usual in (
        ("households_a_building", HOUSEHOLDS_A_BUILDING),
        ("area_a_household", AREA_A_HOUSEHOLD),
    ):
        (row,) = tables[name].rows
        assert (row.amounts["least",], row.amounts["most",]) == usual


def test_a_wrong_cell_is_named_with_its_row() -> None:
    with pytest.raises(UnreadableEntries, match=r"第3行|第 3 行|3") as caught:
        brought(HEADS, [*ROW[:6], "很多", *ROW[7:]])
    assert "户数" in caught.value.sentences[0]
