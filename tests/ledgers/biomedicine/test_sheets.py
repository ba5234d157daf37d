"""Files as offices keep them: Chinese heads, units in heads, wrong rows named, the template."""

from __future__ import annotations

import csv
import io
from collections import Counter
from datetime import date
from decimal import Decimal

import pytest
from openpyxl import load_workbook

from ledgers.biomedicine.trying import LEDGER, ON
from yiding.ledgers.checking import Checked, UnreadableEntries, check
from yiding.ledgers.sheets import read_sheets
from yiding.ledgers.template import template

RETURN = {
    "企业代码": "91350200MA2YJ1XR9G",
    "行业代码": "2761",
    "产值(万元)": "2100.5",
    "营收（万元）": "1999.9",
    "从业人员": "86",
    "研发(万元)": "240",
    "年度": "2025",
    "规上年份": "2021",
}


def as_csv(*rows: dict[str, str], encoding: str = "utf-8-sig") -> bytes:
    """Rows under the heads of the first."""
    stream = io.StringIO()
    csv.writer(stream).writerows([list(rows[0]), *(list(one.values()) for one in rows)])
    return stream.getvalue().encode(encoding)


def checked(name: str, raw: bytes) -> list[Checked]:
    return check(LEDGER, list(read_sheets(LEDGER, name, raw)), ON, "329900")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030"])
def test_the_statistics_return(encoding: str) -> None:
    """The code is the key; 万元 in the head becomes 元; registered above scale, and 1,000 short."""
    (one,) = checked("一套表.csv", as_csv(RETURN, encoding=encoding))
    assert (one.entry.kind, one.entry.id, one.entry.uscc) == (
        "enterprise", RETURN["企业代码"], RETURN["企业代码"],
    )  # fmt: skip
    assert (one.entry.revenue, one.entry.output) == (Decimal(19_999_000), Decimal(21_005_000))
    found = {finding.rule.partition("/")[2]: finding for finding in one.findings}
    assert found["registered-above-scale-rightly"].answer.excess == 1000
    assert found["scale-told"].answer.label == "规模以下"
    assert one.entry.faults == ()


def test_a_download_of_identifiers_with_two_numbers_in_a_cell() -> None:
    """The second is read too, and is wrong."""
    row = {
        "最小销售单元产品标识": "06901234567892",
        "产品名称": "血糖仪",
        "注册证号": "苏械注准20162400001苏械注准20153400002",
        "管理类别": "Ⅱ",
    }
    (one,) = checked("UDI.csv", as_csv(row))
    assert one.entry.kind == "device"
    told = [(str(f.verdict), f.answer.measured) for f in one.findings
            if f.rule.endswith("device-certificate-number-right")]  # fmt: skip
    assert told == [("met", "苏械注准20162400001"), ("breached", "苏械注准20153400002")]


def test_a_payment_list() -> None:
    """Promised and paid in 万元."""
    row = {"编号": "Z1", "政策或基金": "奖补", "承诺金额(万元)": "120", "金额(万元)": "100",
           "日期": "2026年5月1日", "兑付结果": "已兑付"}  # fmt: skip
    (one,) = checked("资金.csv", as_csv(row))
    assert (one.entry.kind, one.entry.promised, one.entry.amount) == (
        "payment", Decimal(1_200_000), Decimal(1_000_000),
    )  # fmt: skip
    assert one.entry.date == date(2026, 5, 1)


def test_wrong_rows_are_named_with_their_cells() -> None:
    """Row and cell, what stood there, what to write."""
    wrong = {**RETURN, "企业代码": "X", "从业人员": "很多"}
    with pytest.raises(UnreadableEntries) as why:
        checked("一套表.csv", as_csv(RETURN, wrong))
    (sentence,) = why.value.sentences
    assert "第3行" in sentence
    assert "E3" in sentence
    assert "很多" in sentence


def test_measures_with_milestones_in_a_cell() -> None:
    row = {"编号": "M-1", "举措内容": "建成平台", "所属任务": "T7", "牵头单位": "市科技局",
           "里程碑": '[{"name": "签约", "due": "2026-06-30", "done": "2026-07-02"}]'}  # fmt: skip
    (one,) = checked("举措.csv", as_csv(row))
    late = next(f for f in one.findings if f.rule.endswith("milestone-by-its-day"))
    assert (str(late.verdict), late.answer.days) == ("overdue", 2)


def test_the_template_has_a_sheet_for_every_kind() -> None:
    """And every one of its sheets is read as its own kind again."""
    book = load_workbook(io.BytesIO(template(LEDGER)))
    names = [one.title for one in book.worksheets]
    assert Counter(names) == Counter(one.name for one in LEDGER.columns.sheets)
    assert {one.kind for one in LEDGER.columns.sheets} == set(LEDGER.kinds)
    for sheet in book.worksheets:
        row = {str(cell.value): "1" for cell in sheet[1] if cell.value}
        kinds = {one["kind"] for one in read_sheets(LEDGER, f"{sheet.title}.csv", as_csv(row))}
        assert kinds == {one.kind for one in LEDGER.columns.sheets if one.name == sheet.title}
