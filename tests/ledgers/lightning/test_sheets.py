"""Sheets and text files read back: heads in any order, units in heads, wrong rows named."""

from __future__ import annotations

import csv
import io
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from ledgers.lightning.trying import LEDGER
from yiding.ledgers.checking import Checked, UnreadableEntries, check
from yiding.ledgers.lightning.strike_files import strike_rows
from yiding.ledgers.sheets import read_sheets

ON = date(2025, 3, 1)
STRUCTURE = {
    "建筑物编号": "LH-1",
    "名称": "金融大厦",
    "长(m)": "4200cm",
    "宽": "18",
    "高(m)": "54",
    "用途": "写字楼",
    "年平均雷暴日(d/a)": "76",
    "校正系数": "1",
    "防雷类别": "III",
    "上次检测日期": "2024年3月1日",
}


def as_csv(*rows: dict[str, str], encoding: str = "utf-8-sig") -> bytes:
    heads = sorted(rows[0], key=lambda head: head[::-1])
    stream = io.StringIO()
    csv.writer(stream).writerows([heads, *([row[head] for head in heads] for row in rows)])
    return stream.getvalue().encode(encoding)


def checked(name: str, raw: bytes) -> list[Checked]:
    return check(LEDGER, list(read_sheets(LEDGER, name, raw)), ON, "329900")


def verdicts(one: Checked) -> dict[str, Any]:
    return {found.rule.partition("/")[2]: found.answer for found in one.findings}


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030"])
def test_a_sheet_of_structures_is_classed(encoding: str) -> None:
    """42 m by 18 by 54 with 76 thunder days: class II, one class higher than on record."""
    (one,) = checked("建筑物.csv", as_csv(STRUCTURE, encoding=encoding))
    assert (one.entry.kind, one.entry.id, one.entry.length_m) == ("structure", "LH-1", Decimal(42))
    told = verdicts(one)
    assert told["class-of-structure"].label == "第二类"
    assert told["class-not-too-low"].excess == 1
    assert told["inspected-in-time"].due_on == date(2025, 3, 1)
    assert one.entry.faults == ()


def test_a_wrong_row_is_named_by_row_and_field() -> None:
    """The second row's height is no number; nothing is judged."""
    wrong = STRUCTURE | {"建筑物编号": "LH-2", "高(m)": "很高"}
    with pytest.raises(UnreadableEntries) as told:
        checked("建筑物.csv", as_csv(STRUCTURE, wrong))
    (sentence,) = told.value.sentences
    assert "第3行" in sentence
    assert "“高”（height_m）的值“很高”读不懂" in sentence


def test_reports_know_their_structure_and_body() -> None:
    """A grade B body on the class III building of another sheet is right."""
    report = {
        "报告编号": "LJ-9", "建筑物": "LH-1", "检测机构": "望湖安信", "检测日期": "2025-02-01",
        "检测结论": "不合格", "存在问题": "接闪带锈蚀、引下线断开", "检测费用(元)": "1200",
    }  # fmt: skip
    body = {"资质证号": "Z-1", "机构名称": "望湖安信", "检测资质等级": "乙级"}
    rows = [
        *read_sheets(LEDGER, "检测.csv", as_csv(report)),
        *read_sheets(LEDGER, "检测机构.csv", as_csv(body)),
        *read_sheets(LEDGER, "建筑物.csv", as_csv(STRUCTURE)),
    ]
    one = check(LEDGER, rows, ON, "329900")[0]
    told = verdicts(one)
    assert told["grade-covers-class"].verdict == "met"
    assert told["defects-mended"].missing == ("rectified_on", "retest_result")
    assert one.entry.defect_count == 2


ADTD = """\
时间 | 纬度 | 经度 | 强度(kA) | 陡度(kA/μs) | 误差(m) | 定位方式 | 省 | 市 | 县
2025-07-01 15:03:04.125 | 30.5601 | 125.5302 | -23.5 | -6.1 | 500 | 4 | 云洲省 | 临湖市 | 白鹭区
2025-07-01 15:03:05 | 30.57 | 125.54 | 41.2 | 9.0 | 300 | 3 | 云洲省 | 临湖市 | 望湖区
"""
BY_BLANKS = """\
序号  日期  时间  经度  纬度  类型  电流
1  2025-07-01  15:03:04.125  125.5302  30.5601  CG  -23.5
2  2025-07-01  15:03:05.5  125.54  30.57  IC  41.2
"""
NAMED = "时间=2025-07-01 15:03:04.125 纬度=30.5601 经度=125.5302 强度=-23.5 陡度=-6.1\n"


def strikes(text: str, encoding: str = "utf-8") -> list[Checked]:
    return check(LEDGER, strike_rows(text.encode(encoding).splitlines()), ON, "329900")


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
@pytest.mark.parametrize("text", [ADTD, ADTD.replace(" | ", "\t"), ADTD.replace(" | ", ",")])
def test_strikes_are_told_by_their_heads(text: str, encoding: str) -> None:
    """Units come from the heads, polarity from the sign, thousandths stay."""
    first, second = (one.entry for one in strikes(text, encoding))
    assert first.occurred_at.isoformat() == "2025-07-01T15:03:04.125000+08:00"
    assert (first.lon, first.lat) == (Decimal("125.5302"), Decimal("30.5601"))
    assert (first.current, first.steepness) == (Decimal("-23.5"), Decimal("-6.1"))
    assert (first.error, first.method, first.county) == (Decimal("0.5"), "four", "白鹭区")
    assert (first.polarity, second.polarity) == ("negative", "positive")
    assert first.faults == second.faults == ()
    assert first.id != second.id


def test_day_and_time_may_stand_apart_and_columns_by_blanks() -> None:
    first, second = (one.entry for one in strikes(BY_BLANKS))
    assert first.occurred_at.isoformat() == "2025-07-01T15:03:04.125000+08:00"
    assert (first.strike_kind, second.strike_kind) == ("cg", "ic")
    assert (second.current, second.lon) == (Decimal("41.2"), Decimal("125.54"))


def test_every_line_may_name_its_own_values() -> None:
    (one,) = strikes(NAMED)
    assert (one.entry.lat, one.entry.current) == (Decimal("30.5601"), Decimal("-23.5"))
    assert one.entry.occurred_at.microsecond == 125_000


def test_a_strike_that_cannot_be_read_is_named_by_its_line() -> None:
    wrong = ADTD.replace("125.54 ", "东经 ")
    with pytest.raises(UnreadableEntries) as told:
        strikes(wrong)
    assert "第3行" in told.value.sentences[0]
    assert "经度" in told.value.sentences[0]


def test_every_sheet_of_the_template_names_its_kind() -> None:
    names = [one.name for one in LEDGER.columns.sheets]
    assert len(names) == len(set(names)) == len(LEDGER.kinds)
