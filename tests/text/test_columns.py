"""PDF pages in two columns, under a title and over an imprint that stand across the gap."""

from __future__ import annotations

import pytest

from text.minutes import BODY
from text.pdf_fixture import EM, LEFT, LINE, TOP, Row, Sheets, breadth, broken
from text.test_pdf import lines

RIGHT = LEFT + 15 * EM
IMPRINT = [
    "分送：市委办公室，市人大常委会办公室，市政协办公室",
    "临湖市人民政府办公室 2025年3月14日印发",
]


def columns(first: int) -> list[Row]:
    """The minutes in two columns of 13 characters, so many lines in the first."""
    printed = [
        (line, 0 if number else 2 * EM)
        for text in BODY
        for number, line in enumerate(broken(text, 11, 13))
    ]
    return [
        Row(line, (LEFT if place < first else RIGHT) + indent, TOP - LINE * (place % first + 2))
        for place, (line, indent) in enumerate(printed)
    ]


def centred(text: str, y: float) -> Row:
    return Row(text, LEFT + (28 - breadth(text)) * EM / 2, y)


@pytest.mark.parametrize("last", [2, 3, 15])
def test_a_short_title_across_the_gap_hides_no_columns(last: int) -> None:
    printed = columns(1000)
    rows = columns(len(printed) - last)
    head = [centred("常务会议纪要", TOP), centred("〔2025〕7号", TOP - LINE)]
    assert lines(Sheets([head + rows])) == [*(row.text for row in head), *BODY]


def test_an_imprint_under_two_columns_keeps_its_lines() -> None:
    rows = columns((len(columns(1000)) + 1) // 2)
    foot = min(row.y for row in rows) - LINE
    feet = [Row(text, LEFT, foot - LINE * number, 12) for number, text in enumerate(IMPRINT)]
    assert lines(Sheets([[centred("常务会议纪要", TOP), *rows, *feet]])) == [
        "常务会议纪要",
        *BODY,
        *IMPRINT,
    ]


def test_names_of_a_list_beside_another_are_no_column() -> None:
    names = ["市财政局陈思远", "市住建局周翔", "市应急局吴桐", "市公安局赵军", "市审计局孙立新"]
    others = ["市水利局钱文新", "市司法局郑重山"]
    left = [Row(name, LEFT, TOP - LINE * number) for number, name in enumerate(names)]
    right = [Row(name, RIGHT, TOP - LINE * number) for number, name in enumerate(others)]
    sheets = Sheets([left + right])
    sheets.row = 6
    sheets.paragraph("会议要求，" + BODY[-1])
    assert lines(sheets)[:7] == [*names, *others]


def test_a_mark_that_hangs_over_the_margin_makes_no_line_short() -> None:
    printed = [
        ("（一）市公安局要于9月", 2 * EM - 2.5),
        ("底前整治重点路段和重点车辆，", 0.0),
        ("实行台账管理。", 0.0),
    ]
    rows = [Row(text, LEFT + x, TOP - LINE * place) for place, (text, x) in enumerate(printed)]
    assert lines(Sheets([rows])) == ["".join(text for text, _ in printed)]
