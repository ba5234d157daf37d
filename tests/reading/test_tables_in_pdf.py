"""Task tables in PDFs give the duties that the same tables give in Word."""

from __future__ import annotations

import pytest

from reading.test_duties import MINUTES
from reading.test_tables import cell, duties, word
from text.pdf_fixture import LEFT, TOP, Row, pdf
from text.ruled_fixture import BACK, UP, Draw, Rows, Table, bars, scaled, set_lines, stroked
from yiding.reading import read
from yiding.reading.model import Reading

HEAD = ("序号", "任务", "牵头单位", "配合单位", "完成时限")
ROWS = [
    ("1", "修订应急预案", "市应急局", "市公安局", "9月底前"),
    ("2", "开展消防演练，覆盖全市所有重点单位和人员密集场所", "市消防救援支队", "", "10月底前"),
    ("3", "印发Lake Water\nMonitoring平台建设方案", "市水务局\n市数据局", "各镇（街道）", ""),
]
DUTIES = [
    "修订应急预案 市应急局/市公安局 2024-09-30",
    "开展消防演练，覆盖全市所有重点单位和人员密集场所 市消防救援支队/ 2024-10-31",
    "印发Lake Water Monitoring平台建设方案 市水务局、市数据局/各镇（街道） None",
]
TABLE = Table((2, 9, 5, 5.5, 5))


def printed(*pages: Rows, table: Table = TABLE, rotate: int = 0) -> Reading:
    """The minutes with a table that stands on these pages."""
    opening, closing = MINUTES.format("任务分工如下：|").split("|")
    lines, y = set_lines(opening)
    sheets, under = [], []
    for number, rows in enumerate(pages, 1):
        words, ruling, y = table.printed(rows, y)
        sheets.append([*lines, *words, Row(f"— {number} —", LEFT + 200, 70.0, 12.0)])
        under.append(ruling)
        below, lines, y = y, [], TOP
    sheets[-1] += set_lines(closing, below - 30)[0]
    return read(pdf(sheets, under=under, rotate=rotate), name="minutes.pdf")


@pytest.mark.parametrize("draw", [stroked, bars, scaled])
@pytest.mark.parametrize("is_centred", [False, True])
def test_a_ruled_table_gives_what_word_gives(draw: Draw, is_centred: bool) -> None:
    reading = printed([HEAD, *ROWS], table=Table(TABLE.widths, is_centred, draw))
    paragraphs = [tuple(each.replace("\n", " ") for each in row) for row in ROWS]
    assert duties(reading) == duties(word(HEAD, *paragraphs)) == DUTIES
    assert [one.name for one in reading.attendance.present] == ["沈亦清", "陆怀瑾"]


def test_the_words_of_a_duty_stand_in_the_text() -> None:
    reading = printed([HEAD, *ROWS])
    first, second, _ = reading.items[0].obligations
    assert reading.text[slice(*first.span)] == "修订应急预案\t市应急局\t市公安局\t9月底前"
    assert reading.text[slice(*second.deadline.span or (0, 0))] == "10月底前"


@pytest.mark.parametrize("rotate", [90, 180])
def test_a_table_on_a_page_shown_lying(rotate: int) -> None:
    assert duties(printed([HEAD, *ROWS], rotate=rotate)) == DUTIES


@pytest.mark.parametrize("head", [[HEAD], []])
def test_a_table_goes_on_over_the_page(head: Rows) -> None:
    reading = printed([HEAD, *ROWS[:2]], [*head, ROWS[2]])
    assert duties(reading) == DUTIES


def test_a_row_goes_on_over_the_page() -> None:
    number, task, *others = ROWS[1]
    broken = [(number, task[:9], *others), ("", task[9:], "", "", "")]
    reading = printed([HEAD, ROWS[0], broken[0]], [HEAD, broken[1], ROWS[2]])
    assert duties(reading) == DUTIES


@pytest.mark.parametrize(
    "rest", [("密集场所", "", ""), ("", "", "援支队"), ("密集场所", "", "援支队")]
)
def test_a_row_without_a_number_goes_on_over_the_page(rest: tuple[str, ...]) -> None:
    task, unit = "开展消防演练，覆盖人员密集场所", "市消防救援支队"
    head = ("工作任务", "完成时限", "责任单位")
    first = (task.removesuffix(rest[0]), "9月底前", unit.removesuffix(rest[2]))
    second = ("清查泵站", "", "市水务局")
    reading = printed([head, first], [rest, second], table=Table((11, 5, 4)))
    assert duties(reading) == [f"{task} {unit}/ 2024-09-30", "清查泵站 市水务局/ None"]


def test_a_merged_cell_goes_on_over_the_page() -> None:
    task, *others = "清查泵站", "市水务局", "", "9月底前"
    first = [HEAD, ("1", task, *others), ("2", "修订预案", UP, "", "10月底前")]
    second = [HEAD, ("3", "更新水泵", "", "", "5月底前"), ("4", "补种水草", UP, "", "")]
    assert duties(printed(first, second)) == [
        "清查泵站 市水务局/ 2024-09-30",
        "修订预案 市水务局/ 2024-10-31",
        "更新水泵 市水务局/ 2024-05-31",
        "补种水草 市水务局/ None",
    ]


def test_merged_cells_are_those_of_word() -> None:
    pdf_rows = [
        ("序号", "任务", "责任单位", BACK, "完成时限"),
        (UP, UP, "牵头单位", "配合单位", UP),
        ("1", "修订应急预案", "市应急局", "市公安局", "9月底前"),
        ("2", "开展消防演练", UP, "", UP),
        ("3", "清查泵站", "各镇（街道）", BACK, "5月底前"),
    ]
    up = cell("", "up")
    word_rows = [
        (
            cell("序号", "down"),
            cell("任务", "down"),
            cell("责任单位", "span:2"),
            cell("完成时限", "down"),
        ),
        (up, up, "牵头单位", "配合单位", up),
        ("1", "修订应急预案", cell("市应急局", "down"), "市公安局", cell("9月底前", "down")),
        ("2", "开展消防演练", up, "", up),
        ("3", "清查泵站", cell("各镇（街道）", "span:2"), "5月底前"),
    ]
    reading = printed(pdf_rows, table=Table(TABLE.widths, is_centred=True))
    assert duties(reading) == [
        "修订应急预案 市应急局/市公安局 2024-09-30",
        "开展消防演练 市应急局/ 2024-09-30",
        "清查泵站 各镇（街道）/ 2024-05-31",
    ]
    assert duties(word(*word_rows)) == duties(reading)


def test_a_title_across_opens_no_item() -> None:
    titles = [
        (f"{number}、{name}", *[BACK] * 4) for number, name in (("一", "安全"), ("二", "数据"))
    ]
    reading = printed([HEAD, titles[0], *ROWS[:2], titles[1], ROWS[2]])
    assert duties(reading) == DUTIES
    assert [item.title for item in reading.items] == ["研究湖东新城建设有关问题"]


def test_a_narrow_head_may_be_broken_in_its_cells() -> None:
    rows = [("序号", "工作任务", "责任单位", "时限"), ("1", "清查泵站", "市水务局", "9月底前")]
    reading = printed(rows, table=Table((2, 2, 2, 4), is_centred=True))
    assert "序号\t工作任务\t责任单位\t时限" in reading.text
    assert duties(reading) == ["清查泵站 市水务局/ 2024-09-30"]
