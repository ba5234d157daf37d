"""Sheets read back: the list as it is published, the exchange tables, and what is wrong named."""

from __future__ import annotations

import csv
import io
from datetime import date
from decimal import Decimal

import pytest

from ledgers.powers.trying import LEDGER
from yiding.ledgers.checking import Checked, UnreadableEntries, check
from yiding.ledgers.sheets import read_sheets

ON = date(2020, 6, 1)
LISTED = {
    "序号": "12",
    "权力类型": "行政许可",
    "项目名称": "燃气经营许可",
    "子项": "",
    "基本编码": "442199806003",
    "实施编码": "12441500196720244T3442199806003",
    "设定依据": "城镇燃气管理条例第十五条",
    "原实施部门": "市住建局",
    "承接部门": "市行政审批局",
    "划转方式": "划转",
    "划转时间": "2019年12月16日",
    "法定时限(工作日)": "20",
    "承诺时限(工作日)": "25",
    "办件类型": "承诺件",
    "材料数": "8",
    "收费": "否",
    "关联事项": "年检、变更",
    "监管部门": "市住建局",
    "备注": "无",
}


def as_csv(rows: list[dict[str, str]], heads: list[str]) -> bytes:
    """Rows under their heads."""
    stream = io.StringIO()
    csv.writer(stream).writerows([heads, *([row[head] for head in heads] for row in rows)])
    return stream.getvalue().encode("utf-8-sig")


def checked(name: str, raw: bytes) -> list[Checked]:
    return check(LEDGER, list(read_sheets(LEDGER, name, raw)), ON, "320500")


def test_the_published_list_in_any_order_of_heads() -> None:
    """A unit in a head says what is counted; a longer promise is found."""
    (one,) = checked("划转清单.csv", as_csv([LISTED], sorted(LISTED)))
    assert (one.entry.kind, one.entry.id) == ("transfer", "12")
    assert one.entry.anticipate_type == one.entry.promise_type == "working"
    assert one.entry.promise_day == Decimal(25)
    assert one.entry.cutover_date == date(2019, 12, 16)
    assert [part["name"] for part in one.entry.related_items] == ["年检", "变更"]
    found = {each.rule.partition("/")[2]: each for each in one.findings}
    assert found["promise-within-statutory"].verdict == "breached"
    assert found["task-code-agrees"].verdict == "met"
    assert one.entry.faults == ()


def test_a_directory_of_the_exchange_is_read_by_its_own_heads() -> None:
    """Code 1 is a permit in every profile; code 8 is not of one kind."""
    heads = ["catalog_code", "task_name", "task_type", "task_version", "use_level", "cd_operation"]
    rows = [
        dict(zip(heads, row, strict=True))
        for row in (
            ["442199806003", "燃气经营许可", "1", "2", "3", "I"],
            ["442199806004", "见义勇为奖励", "8", "1", "3", "I"],
        )
    ]
    first, second = checked("up_task_directory.csv", as_csv(rows, heads))
    assert first.entry.id == "442199806003-2"
    assert first.entry.item_kind == "permit"
    assert second.entry.item_kind is None
    assert second.entry.task_type == "8"


def test_a_wrong_row_is_named_with_its_cell() -> None:
    wrong = {**LISTED, "划转时间": "年底前", "序号": "13"}
    with pytest.raises(UnreadableEntries) as told:
        checked("划转清单.csv", as_csv([LISTED, wrong], list(LISTED)))
    (sentence,) = told.value.sentences
    assert "3" in sentence
    assert "划转时间" in sentence
    assert "年底前" in sentence


def test_cases_with_their_pauses_as_json_in_a_cell() -> None:
    heads = ["办件编号", "受理时间", "暂停"]
    pauses = '[{"kind": "专家评审", "from": "2019-11-11", "to": "2019-11-15"}]'
    rows = [dict(zip(heads, ["B-1", "2019-11-04 09:00", pauses], strict=True))]
    (one,) = checked("办件.csv", as_csv(rows, heads))
    found = {each.rule.partition("/")[2]: each for each in one.findings}
    assert found["decided-in-time"].answer.due_on == date(2019, 12, 9)
