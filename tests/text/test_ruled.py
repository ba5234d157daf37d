"""Ruled tables in PDFs: those of tasks become rows, all else stays as it was printed."""

from __future__ import annotations

import pytest

from text.minutes import BODY
from text.pdf_fixture import EM, LEFT, LINE, TOP, Row, Sheets, pdf
from text.ruled_fixture import BACK, UP, Rows, Side, Table, set_lines, stroked
from text.test_pdf import LONG, content, lines, noise
from yiding.text import Text, read_text

TASKS = [
    ("序号", "任务", "责任单位"),
    ("1", "开展消防演练和应急救援，通报结果", "市应急局"),
    ("2", "清查泵站", "市水务局"),
]
ROWS = ["\t".join(row) for row in TASKS]
TABLE = Table((2, 8, 5))
FIGURES = [("名称", "数量", "金额"), ("水泵", "20台", "30万元"), ("电缆", "300米", "20万元")]


def page(rows: Rows, words: str = LONG, table: Table = TABLE) -> tuple[list[Row], str]:
    """A page of running text with a table under it, and the ruling of that."""
    above, y = set_lines(words)
    cells, ruling, y = table.printed(rows, y)
    return above + cells + set_lines("会议还研究了其他事项。", y - LINE)[0], ruling


def text(*pages: tuple[list[Row], str], extra: str = "") -> Text:
    rows, under = zip(*pages, strict=True)
    return read_text(pdf(list(rows), under=under, extra=extra), name="a.pdf")


def test_a_row_is_a_line_and_its_cells_are_told() -> None:
    found = text(page(TASKS))
    assert found.characters.splitlines() == [LONG, *ROWS, "会议还研究了其他事项。"]
    told = {
        start: [found.characters[slice(*cell)] for cell in row] for start, row in found.rows.items()
    }
    starts = [found.characters.index(row) for row in ROWS]
    assert told == dict(zip(starts, map(list, TASKS), strict=True))


def test_what_is_no_task_table_stays_as_it_was_printed() -> None:
    words, ruling = page(FIGURES, "由责任单位在完成时限内落实工作任务。")
    assert text((words, ruling)) == text((words, ruling))
    assert content(text((words, ruling))) == content(text((words, "")))
    assert text((words, ruling)).rows == {}


def test_a_form_that_names_a_unit_is_no_task_table() -> None:
    form = [("责任单位", "市水务局", "记录"), ("时间", "2024年3月5日", "林深")]
    words, ruling = page(form)
    assert content(text((words, ruling))) == content(text((words, "")))


def test_a_page_without_lines_stays_as_it_was() -> None:
    sheets = Sheets()
    for each in (LONG, "各责任单位要落实工作任务。", LONG):
        sheets.paragraph(each)
    frame = stroked([(60, y, 530, y) for y in (60, 780)] + [(x, 60, x, 780) for x in (60, 530)])
    assert read_text(pdf(sheets.pages, frame)).characters.splitlines() == lines(sheets)


def test_a_table_without_lines_at_its_sides() -> None:
    words, ruling = page(TASKS)
    inner = "".join(
        each for each in ruling.splitlines(keepends=True) if not each.startswith(f"{LEFT} ")
    )
    across = [f"{LEFT} {y} m {LEFT + 34} {y} l S\n" for y in _heights(ruling)]
    assert content(text((words, inner + "".join(across)))).splitlines()[1:4] == ROWS


def _heights(ruling: str) -> set[str]:
    """Where lines across stand."""
    return {each[1] for each in map(str.split, ruling.splitlines()) if each[1] == each[4]}


@pytest.mark.parametrize("beside", [(560, 60, 560, 780), (560, 60, 560, 60), (540, 60, 560, 90)])
def test_a_line_beside_a_table_is_none_of_it(beside: Side) -> None:
    words, ruling = page(TASKS)
    assert content(text((words, ruling + stroked([beside])))).splitlines()[1:4] == ROWS
    assert content(text((words, stroked([beside])))) == content(text((words, "")))


def test_an_underline_in_a_cell_parts_nothing() -> None:
    words, ruling = page(TASKS)
    (unit,) = (row for row in words if row.text == "市水务局")
    line = stroked([(unit.x, unit.y - 2, unit.x + 48, unit.y - 2)])
    assert content(text((words, ruling + line))).splitlines()[1:4] == ROWS


def test_words_in_other_cells_are_not_joined_to_those_beside_them() -> None:
    rows = [("任务", "责任单位"), ("清查泵站", "市水务局"), ("修订预案", UP)]
    found = text(page(rows, table=Table((4, 5), is_centred=True)))
    assert content(found).splitlines()[1:4] == ["任务\t责任单位", "清查泵站\t市水务局", "修订预案"]
    *_, last = found.rows.values()
    assert [found.characters[slice(*cell)] for cell in last] == ["修订预案", "市水务局"]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("清查泵站\n修订预案", "清查泵站 修订预案"),
        ("清查全市所有的\n老旧泵站", "清查全市所有的老旧泵站"),
        ("市水务和海洋局\n市财政局", "市水务和海洋局 市财政局"),
        ("清查泵站修订案。\n（2）报送", "清查泵站修订案。 （2）报送"),
        ("清查泵站修方\n案，6月报送", "清查泵站修方案，6月报送"),
        ("清\N{THIN SPACE}查\N{THIN SPACE}泵\N{THIN SPACE}站", "清查泵站"),
    ],
)
@pytest.mark.parametrize("is_centred", [False, True])
def test_how_the_lines_of_a_cell_are_joined(cell: str, expected: str, is_centred: bool) -> None:
    rows = [TASKS[0], ("1", cell, "市水务局"), *TASKS[2:]]
    found = text(page(rows, table=Table((2, 8, 5), is_centred)))
    assert f"\n1\t{expected}\t市水务局\n" in found.characters


def test_a_title_across_is_one_cell() -> None:
    found = text(page([TASKS[0], ("一、安全生产", BACK, BACK), *TASKS[1:]]))
    assert "\n一、安全生产\n" in found.characters
    (cell,) = found.rows[found.characters.index("一、")]
    assert found.characters[slice(*cell)] == "一、安全生产"


def test_heads_repeated_at_the_top_of_each_page_are_no_noise() -> None:
    pages = []
    for number, row in enumerate([*TASKS[1:], ("3", "修订预案", "市应急局")], 1):
        words, ruling, _ = TABLE.printed([TASKS[0], row])
        pages.append(([*words, Row(f"— {number} —", LEFT + 200, 70.0, 12)], ruling))
    found = text(*pages)
    assert content(found).splitlines() == [
        ROWS[0],
        ROWS[1],
        ROWS[0],
        ROWS[2],
        ROWS[0],
        "3\t修订预案\t市应急局",
    ]
    assert noise(found) == ["— 1 —", "— 2 —", "— 3 —"]


def test_a_page_of_empty_cells_ends_a_table() -> None:
    words, ruling, _ = TABLE.printed(TASKS)
    assert text((words, ruling), ([], ruling), (words[-3:], ruling)).characters.splitlines() == [
        *ROWS,
        "2 清查泵站 市水务局",
    ]


def test_each_part_of_a_broken_row_knows_its_page() -> None:
    first, ruled, _ = TABLE.printed([TASKS[0], ("1", "开展消防演练和应", "市应急局")])
    second, ruling, _ = TABLE.printed([("", "急救援，通报结果", ""), TASKS[2]])
    found = text((first, ruled), (second, ruling))
    assert content(found).splitlines() == ROWS
    places = [
        found.place_of(found.characters.index(word)).page
        for word in ("开展", "急救援", "市应急局", "清查")
    ]
    assert places == [1, 2, 1, 2]
    assert {
        found.place_of(found.characters.index(word)).paragraph for word in ("开展", "市应急局")
    } == {2}


def test_a_level_watermark_is_in_no_cell() -> None:
    level = f"BT /F1 40 Tf 1 0 0 1 {LEFT + 2 * EM} {TOP - 9 * LINE} Tm <4E346E56653F529E> Tj ET\n"
    found = text(page(TASKS), page(FIGURES, BODY[4]), extra=level)
    assert content(found).splitlines()[1:4] == ROWS
    assert noise(found) == ["临湖政办"] * 2
