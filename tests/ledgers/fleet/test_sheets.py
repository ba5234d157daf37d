"""Sheets read back: heads in any order, units in heads, kinds in their dirty words, wrong rows."""

from __future__ import annotations

import csv
import io
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from ledgers.fleet.trying import FLEET
from yiding.ledgers.checking import Checked, UnreadableEntries, check
from yiding.ledgers.sheets import read_sheets
from yiding.ledgers.template import template

ON = date(2025, 6, 1)
REGISTER = {
    "车牌号": "湖L·01234",
    "单位名称": "市城管局",
    "车辆类型": "小轿车",
    "用车类型": "一般执法执勤用车",
    "购置价(万元)": "11.69",
    "排量(mL)": "1498",
    "上牌日期": "2021年3月9日",
    "购车日期": "2021.3.1",
    "燃料种类": "汽油",
    "座位数": "5座",
    "行驶里程(万公里)": "4.2",
    "使用岗位": "一线执法岗位",
    "是否喷涂标识": "有",
    "终端编号": "013912345678",
    "登记在谁名下": "本单位",
}
ORDER = {
    "派车单号": "PC-0001",
    "申请单位": "市城管局",
    "用车人": "甲、乙",
    "事由": "夜间检查",
    "出车时间": "2025-05-20 08:30",
    "交车时间": "2025/05/20 17:00",
    "目的地": "青屏县",
    "车牌号": "湖L·01234",
    "里程(km)": "86.5",
    "过路费": "35",
    "状态": "已归档",
}


def rows_of(*rows: dict[str, str], name: str, title: bool = False) -> list[Checked]:
    """What the ledger makes of a CSV with these rows, its heads turned round."""
    heads = list(reversed(rows[0]))
    out = io.StringIO()
    writer = csv.writer(out)
    if title:
        writer.writerow(["临湖市公务用车登记表"])
    writer.writerow(heads)
    writer.writerows([row.get(head, "") for head in heads] for row in rows)
    given = list(read_sheets(FLEET, name, out.getvalue().encode("gb18030")))
    return check(FLEET, given, ON, "329900")


def said(checked: Checked) -> dict[str, str]:
    """The verdicts by rule."""
    return {one.rule.partition("/")[2]: str(one.verdict) for one in checked.findings}


def test_a_register_as_units_keep_it() -> None:
    """A title above, ten thousands and millilitres in heads, the body under the kind's head."""
    (car,) = rows_of(REGISTER, name="车辆.csv", title=True)
    told: dict[str, Any] = dict(car.entry.values)
    assert car.entry.id == "湖L·01234"
    assert (told["unit"], told["vehicle_kind"], told["body"]) == (
        "市城管局",
        "enforcement",
        "sedan",
    )
    assert (told["price"], told["displacement_l"]) == (Decimal(116900), Decimal("1.498"))
    assert told["registration_date"] == date(2021, 3, 9)
    assert (told["seats"], told["odometer_km"]) == (5, 42000)
    assert told["title_ok"] is True
    verdicts = said(car)
    assert verdicts["price-within-standard"] == "met"
    assert verdicts["displacement-within-standard"] == "met"
    assert verdicts["livery-borne"] == "met"


def test_an_order_as_the_platform_prints_it() -> None:
    """Users joined by 、, two ways of writing a moment, the order's number as its id."""
    (order,) = rows_of(ORDER, name="派车单.csv")
    assert order.entry.kind == "dispatch"
    assert order.entry.id == "PC-0001"
    assert order.entry.users == ("甲", "乙")
    assert order.entry.km == Decimal("86.5")
    assert (order.entry.ended_at - order.entry.started_at).total_seconds() == 8.5 * 3600
    assert said(order) == {"use-registered": "met"}


def test_a_wrong_row_is_named_with_its_cell_and_what_to_write() -> None:
    """The rows that can be read do not hide the one that cannot."""
    wrong = {**REGISTER, "车牌号": "湖L·05678", "购置价(万元)": "十一万"}
    with pytest.raises(UnreadableEntries) as why:
        rows_of(REGISTER, wrong, name="车辆.csv")
    (sentence,) = why.value.sentences
    assert "第3行" in sentence
    assert "购置价格" in sentence
    assert "请写一个数" in sentence


@pytest.mark.parametrize(
    ("head", "word", "name", "expected"),
    [
        ("用车类型", "机要", "vehicle_kind", "secret"),
        ("用车类型", "应急公务", "vehicle_kind", "emergency"),
        ("用车类型", "特种", "vehicle_kind", "special"),
        ("用车类型", "调研", "vehicle_kind", "other"),
        ("车辆类型", "小汽车", "body", "sedan"),
        ("车辆类型", "面包车", "body", "small_bus"),
        ("车辆类型", "工具车", "body", "special_body"),
        ("车辆类型", "执法执勤", "vehicle_kind", "enforcement"),
    ],
)
def test_the_words_of_old_registers(head: str, word: str, name: str, expected: str) -> None:
    """What registers call a vehicle, and what they use it for."""
    (car,) = rows_of({"车牌号": "湖L·01234", head: word}, name="车辆.csv")
    assert car.entry.values[name] == expected


def test_the_template_reads_back() -> None:
    """Every sheet of the template is known by its heads."""
    with pytest.raises(StopIteration):
        next(iter(read_sheets(FLEET, "模板.xlsx", template(FLEET))))


def test_frames_are_read_line_by_line_from_either_ending() -> None:
    """Empty lines count for the number and make no entry."""
    for ending in (".hex", ".jt808"):
        given = list(FLEET.columns.frames[ending]([b"7E 00 7E", b"", b" 7e027e "]))
        assert [(one["kind"], one["id"]) for one in given] == [("frame", "1"), ("frame", "3")]
        assert given[1]["fields"] == {"raw": "7e027e"}
