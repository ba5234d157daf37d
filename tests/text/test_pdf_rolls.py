"""PDF: labels open a paragraph, and the names of a roll stay apart where its lines end."""

from __future__ import annotations

import pytest

from text.pdf_fixture import EM, LEFT, Sheets
from text.test_pdf import LONG, lines, minutes


def test_labels_open_a_paragraph_and_hang() -> None:
    roll = (
        "列席："
        + "、".join(["市发展改革委张三丰", "市水利局李四光", "市应急局王五常"] * 2)
        + "等。"
    )
    sheets = minutes()
    sheets.paragraph(roll, first=0, rest=3)
    sheets.paragraph("分送：" + LONG, first=0, rest=3)
    assert lines(sheets)[-2:] == [roll, "分送：" + LONG]


def test_names_of_a_roll_stay_apart_at_the_end_of_a_line() -> None:
    sheets = minutes()
    x = LEFT + 2 * EM
    sheets.line("出席：陈望川 李知远 赵若愚 孙可望 周小舟 吴大江 郑成平", x)
    sheets.line("钱多多 冯小刚", LEFT)
    assert lines(sheets)[-1].endswith("郑成平 钱多多 冯小刚")


@pytest.mark.parametrize(
    ("last", "following", "between"),
    [
        ("市住建局杜若", "市卫健委孙可望 市司法局吴大江", " "),
        ("市住建局杜若", "白岩镇、梨花镇的代表", " "),
        ("市住建局杜若、廖青", "体卫艺科孙可望 安全科吴大江", " "),
        (
            "市法院\N{IDEOGRAPHIC SPACE}叶\N{IDEOGRAPHIC SPACE}青",
            "市发改局\N{IDEOGRAPHIC SPACE}敖东",
            " ",
        ),
        ("市卫健委华济", "之 市司法局吴大江", ""),
        ("市生态环", "境局林深 市司法局吴大江", ""),
    ],
)
def test_units_with_their_people_stay_apart(last: str, following: str, between: str) -> None:
    first = f"市水利局李四光 市应急局王五常 市财政局赵若愚 {last}"
    sheets = Sheets()
    sheets.paragraph(LONG)
    sheets.line(first, LEFT)
    sheets.line(following, LEFT)
    assert lines(sheets)[-1] == first + between + following


def test_a_field_of_a_form_opens_a_paragraph_below_a_full_line() -> None:
    sheets = Sheets()
    sheets.paragraph(LONG, first=0)
    full = "会议议题：1.听取全区违法建设治理情况；2.研究养老服务的有关"
    sheets.line(full + "事项。", LEFT)
    sheets.line("列席情况：区人大常委会沐春、区政协夏荷", LEFT)
    assert lines(sheets)[-1] == "列席情况：区人大常委会沐春、区政协夏荷"
