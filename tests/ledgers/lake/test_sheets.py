"""The sheets people keep: units from heads, heads in any order, and what is written read back."""

from __future__ import annotations

from decimal import Decimal
from io import BytesIO
from typing import Any

import pytest
import xlsxwriter
from openpyxl import load_workbook

from ledgers.lake.asked import LAKE, ON, checked
from yiding.ledgers.checking import check
from yiding.ledgers.sheets import read_sheets
from yiding.ledgers.template import template
from yiding.rules.entries import Censored

HEADS = (
    "采样时间",
    "站点",
    "水温(℃)",
    "pH",
    "溶解氧(mg/L)",
    "透明度(cm)",
    "高锰酸盐指数(mg/L)",
    "氨氮(NH3-N)(mg/L)",
    "总磷（以P计，mg/L）",
    "总氮(mg/L)",
    "叶绿素a(μg/L)",
    "藻密度(万个/L)",
    "水体类型",
)
ROWS = (
    ("2024-07-16 09:30", "平台山", 29.6, 8.42, 4.9, 35, 4.6, 0.21, 0.083, 1.6, 26, 8000, "湖库"),
    ("2024-07-16 10:10", "漫山", 29.1, 8.1, 7.6, 50, 4, "<0.025", "未检出", 1.0, 10, 900, "湖库"),
)


def book(title: str, *rows: tuple[Any, ...]) -> bytes:
    """An XLSX of one sheet under a title line."""
    stream = BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as made:
        page = made.add_worksheet(title)
        for number, row in enumerate((("2024年7月手工监测结果",), *rows)):
            page.write_row(number, 0, row)
    return stream.getvalue()


def text(*rows: tuple[Any, ...]) -> bytes:
    """The same as CSV, in the encoding of Chinese spreadsheets."""
    lines = (",".join(str(one) for one in row) for row in rows)
    return "\r\n".join(lines).encode("gb18030")


@pytest.mark.parametrize(
    ("name", "raw"),
    [("七月.xlsx", book("手工监测", HEADS, *ROWS)), ("七月.csv", text(HEADS, *ROWS))],
)
def test_a_manual_sheet_is_read_in_its_own_units(name: str, raw: bytes) -> None:
    """Centimetres, micrograms and 万个 become the ledger's units; a bound stays a bound."""
    first, second = (one.entry for one in check(LAKE, read_sheets(LAKE, name, raw), ON, "320500"))
    assert first.kind == "sample"
    assert first.transparency == Decimal("0.35")
    assert first.chlorophyll_a == 26
    assert first.algal_density == 80_000_000
    assert first.total_phosphorus == Decimal("0.083")
    assert second.ammonia_nitrogen == Censored("<", Decimal("0.025"))
    assert second.total_phosphorus == Censored("<")
    assert first.faults == second.faults == ()
    assert first.id.startswith("平台山")


@pytest.mark.parametrize(
    ("head", "value", "field", "read"),
    [
        ("透明度(m)", "0.35", "transparency", "0.35"),
        ("透明度（厘米）", "35", "transparency", "0.35"),
        ("叶绿素a(mg/m³)", "26", "chlorophyll_a", "26"),
        ("叶绿素a(mg/L)", "0.026", "chlorophyll_a", "26"),
        ("叶绿素a μg/L", "26", "chlorophyll_a", "26"),
        ("Chl-a(ug/L)", "26", "chlorophyll_a", "26"),
        ("藻密度(个/L)", "80000000", "algal_density", "80000000"),
        ("藻密度(×10⁴个/L)", "8000", "algal_density", "80000000"),
        ("藻密度(cells/mL)", "80000", "algal_density", "80000000"),
        ("w21011(μg/L)", "83", "total_phosphorus", "0.083"),
        ("TP", "0.083", "total_phosphorus", "0.083"),
        ("高锰酸盐指数", "4.6", "permanganate_index", "4.6"),
        ("粪大肠菌群(MPN/L)", "2.4×10⁴", "fecal_coliform", "24000"),
    ],
)
def test_the_unit_is_the_heads(head: str, value: str, field: str, read: str) -> None:
    """In each way laboratories head their columns."""
    (one,) = checked({"kind": "sample", "fields": {head: value}})
    assert one.entry.values[field] == Decimal(read)
    assert one.entry.faults == ()


def test_the_template_comes_back_as_it_went_out() -> None:
    """Every head of every sheet names its field, and every kind but frames has a sheet."""
    pages = load_workbook(BytesIO(template(LAKE)))
    sheets = {one.name: one for one in LAKE.columns.sheets}
    assert [page.title for page in pages.worksheets] == list(sheets)
    assert {one.kind for one in sheets.values()} == LAKE.kinds.keys() - {"frame"}
    for page in pages.worksheets:
        heads = [str(cell.value) for cell in next(page.iter_rows(min_row=1, max_row=1))]
        given = dict.fromkeys(heads)
        (one,) = checked({"kind": sheets[page.title].kind, "fields": given})
        assert one.entry.faults == (), page.title


def test_each_sheet_is_known_by_its_heads() -> None:
    """A sheet under a name of its own is still the right one."""
    row = ("2024-07-16", "贡湖", "1200", "藻水分离")
    raw = book("七月", ("日期", "地点", "打捞藻水(t)", "处置方式"), row)
    (given,) = read_sheets(LAKE, "七月.xlsx", raw)
    assert given["kind"] == "salvage"
    assert given["fields"] == {
        "date": "2024-07-16",
        "location": "贡湖",
        "algae_water_t": "1200",
        "disposal": "藻水分离",
    }
