"""Sheets read back: heads in any order, units in heads, a title above, and the template."""

from __future__ import annotations

import csv
import io
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
import xlsxwriter
from openpyxl import load_workbook

from ledgers.inspections.trying import LEDGER
from yiding.ledgers.checking import Checked, check
from yiding.ledgers.sheets import read_sheets
from yiding.ledgers.template import template

ON = date(2020, 1, 5)
FINDING = {
    "序号": "3",
    "巡查批次": "第一批",
    "被巡查单位": "临湖县",
    "问题类别": "监管责任",
    "问题描述": "未按计划检查",
    "问题来源": "现场检查",
    "隐患等级": "一般",
    "责任单位": "县住建局",
    "责任领导": "赵六",
    "整改责任人": "张三",
    "整改措施": "补建台账",
    "整改资金(万元)": "1.5",
    "整改时限": "2019年12月31日",
    "应急预案": "无",
    "整改情况": "已完成",
    "完成时间": "2019-12-20",
    "验收人": "李四",
    "验收时间": "2019.12.25",
    "是否销号": "是",
    "佐证材料": "照片3张",
    "备注": "无",
}
HAZARD = {
    "隐患编号": "YH-007",
    "标题": "配电箱门缺失",
    "描述": "二车间",
    "位置": "二车间东侧",
    "级别": "一般",
    "发现日期": "2019-12-01",
    "发现人": "王五",
    "所属部门": "设备部",
    "整改责任人": "张三",
    "整改期限": "2019-12-31",
    "状态": "整改中",
    "整改描述": "更换",
    "完成日期": "",
    "复查结果": "",
    "复查日期": "",
    "复查人": "",
}
EXCHANGE = {
    "id": "d-1",
    "hazardCode": "HC-01",
    "dangerName": "阀门泄漏",
    "dangerLevel": "0",
    "registTime": "2019-12-01 09:00:00",
    "registrant": "王五",
    "dangerSrc": "1",
    "dangerManageType": "1",
    "hazardDangerType": "7",
    "cost": "1200.50",
    "liablePerson": "张三",
    "dangerManageDeadline": "2019-12-20",
    "checkAcceptPerson": "李四",
    "dangerState": "9",
}


def as_csv(row: dict[str, str], encoding: str, turn: int) -> bytes:
    """One row under its heads, the heads dealt into piles and each pile sorted."""
    heads = sorted(row, key=lambda head: (list(row).index(head) % (turn + 2), head))
    stream = io.StringIO()
    csv.writer(stream).writerows([heads, [row[head] for head in heads]])
    return stream.getvalue().encode(encoding)


def checked(name: str, raw: bytes) -> Checked:
    return check(LEDGER, list(read_sheets(LEDGER, name, raw)), ON, "320500")[0]


def verdicts(one: Checked) -> dict[str, Any]:
    return {found.rule.partition("/")[2]: found for found in one.findings}


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030"])
@pytest.mark.parametrize("turn", range(3))
def test_the_sheet_of_findings_in_any_order(encoding: str, turn: int) -> None:
    """The row is its round, object and number; 万元 becomes 元; closing and due day are judged."""
    one = checked("清单.csv", as_csv(FINDING, encoding, turn))
    assert (one.entry.kind, one.entry.id) == ("finding", "第一批-临湖县-3")
    assert one.entry.funds == Decimal(15_000)
    found = verdicts(one)
    assert found["closed-with-proof"].answer.label == "销号"
    assert found["closed-by-due-day"].verdict == "met"
    assert one.entry.faults == ()


def test_the_common_sheet_of_hazards() -> None:
    """Empty cells stay unknown; the hazard is five days late."""
    one = checked("台账.csv", as_csv(HAZARD, "utf-8", 1))
    assert (one.entry.kind, one.entry.id) == ("hazard", "YH-007")
    assert verdicts(one)["closed-by-due-day"].answer.days == 5


def test_the_exchange_form_of_chemical_enterprises() -> None:
    """State 9 without the time of acceptance is not fit."""
    one = checked("exchange.csv", as_csv(EXCHANGE, "utf-8", 2))
    assert (one.entry.kind, one.entry.code, one.entry.level) == ("hazard", "HC-01", "general")
    assert one.entry.funds == Decimal("1200.50")
    found = verdicts(one)["accepted-state-is-complete"].answer
    assert (found.label, found.missing) == ("数据不合格", ("checkAcceptTime",))


def test_the_template_comes_back_filled() -> None:
    """Every sheet of the template is recognised, and every head of it names a field."""
    book = load_workbook(io.BytesIO(template(LEDGER)))
    heads = {sheet.title: [cell.value for cell in sheet[1]] for sheet in book.worksheets}
    assert {one.name for one in LEDGER.columns.sheets} == heads.keys()
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as filled:
        page = filled.add_worksheet("巡查问题清单")
        page.write_row(0, 0, ["2019年第一批巡查问题"])
        page.write_row(1, 0, heads["巡查问题清单"])
        values = {head.partition("(")[0]: value for head, value in FINDING.items()}
        page.write_row(2, 0, [values[head.partition("(")[0]] for head in heads["巡查问题清单"]])
    one = checked("问题.xlsx", stream.getvalue())
    assert one.entry.kind == "finding"
    assert verdicts(one)["closed-with-proof"].verdict == "met"
