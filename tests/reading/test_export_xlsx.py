"""The reading as a workbook, read back by another library."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from reading.handmade import ALL, BARE, FULL, TWO
from reading.quoting import said_in_chinese
from yiding.dates.explain import Language
from yiding.reading.export.xlsx import to_xlsx
from yiding.reading.model import Reading
from yiding.reading.reader import read

SHEETS = ["会议", "议定", "任务", "出席列席", "未读", "请核对"]
HEADS: dict[Language, dict[str, str]] = {
    "zh": {
        "会议": "项目 内容",
        "议定": "编号 议题 方式 结论 事项 会议",
        "任务": "编号 责任主体 主体依据 配合 任务 语气 时限 时限原文 办结标准 性质 条件 起 止 会议",
        "出席列席": "类别 单位 姓名 职务",
        "未读": "起 止 原文",
        "请核对": "编码 说明 起 止",
    },
    "en": {
        "Meeting": "Fact|Content",
        "Decisions": "No.|Item|Mode|Outcome|Matter|Meeting",
        "Duties": "No.|Lead|Lead is|Assisting|Duty|Modality|Due|Due, as written|Closed when|Nature"
        "|Conditions|From char.|To char.|Meeting",
        "Attendance": "Role|Unit|Name|Post",
        "Unread": "From char.|To char.|Words",
        "Please check": "Code|What to check|From char.|To char.",
    },
}


def opened(reading: Reading, language: Language = "zh") -> Workbook:
    return load_workbook(BytesIO(to_xlsx(reading, language=language)))


def rows(book: Workbook, sheet: str) -> list[tuple[object, ...]]:
    return list(book[sheet].iter_rows(min_row=2, values_only=True))


@pytest.mark.parametrize("reading", ALL, ids=lambda reading: reading.address)
def test_every_workbook_has_the_same_sheets(reading: Reading) -> None:
    book = opened(reading)
    assert book.sheetnames == SHEETS
    for sheet in book:
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref.startswith("A1:")


def test_duties_have_their_day_as_a_day() -> None:
    duties = rows(opened(FULL), "任务")
    assert [row[0] for row in duties] == [
        duty.address for item in FULL.items for duty in item.obligations
    ]
    assert duties[1][6:8] == (datetime(2025, 12, 31), "今年12月底前")
    assert [row[9] for row in duties] == ["任务", "任务", "长期要求", "任务"]


def test_the_head_and_the_roll_are_there() -> None:
    book = opened(FULL)
    assert ("会议时间", datetime(2025, 3, 18)) in rows(book, "会议")
    assert ("列席", "市财政局", "代表", None) in rows(book, "出席列席")
    assert ("记录", None, "陆知遥", None) in rows(book, "出席列席")


def test_long_words_wrap() -> None:
    assert opened(FULL)["任务"]["E2"].alignment.wrap_text


def test_what_looks_like_a_formula_is_words() -> None:
    (row,) = rows(opened(BARE), "未读")
    assert row[2].startswith("=1+1\n")
    assert opened(BARE)["未读"]["C2"].data_type == "s"


def test_the_same_reading_gives_the_same_bytes() -> None:
    assert to_xlsx(FULL) == to_xlsx(FULL)


def test_a_workbook_is_chinese_unless_told_otherwise() -> None:
    assert to_xlsx(FULL) == to_xlsx(FULL, language="zh")
    assert [row[1:3] for row in rows(opened(FULL), "议定")] == [(1, "审议"), (2, "听取")]


@pytest.mark.parametrize(("language", "between"), [("zh", " "), ("en", "|")])
def test_sheets_and_columns_are_named_in_the_language(language: Language, between: str) -> None:
    book = opened(FULL, language)
    heads = {sheet.title: between.join(cell.value for cell in sheet[1]) for sheet in book}
    assert heads == HEADS[language]


def test_english_terms_stand_where_the_chinese_ones_do() -> None:
    book = opened(TWO, "en")
    assert rows(book, "Decisions")[0][2:4] == ("deliberation", "approved in principle")
    duty = rows(book, "Duties")[1]
    assert (duty[2], duty[5], duty[8], duty[9]) == ("inferred", "shall", "delivered", "Duty")
    assert rows(book, "Duties")[2][9] == "Standing request"
    assert rows(book, "Duties")[0][8] == "submitted to 市委常委会"
    assert ("In attendance", "市财政局", "representative", None) in rows(book, "Attendance")
    assert ("Printed on", datetime(2025, 3, 24)) in rows(book, "Meeting")
    assert dict(rows(book, "Meeting"))["Session (meeting 2)"] == "第42次"


def cells(reading: Reading, language: Language) -> list[str]:
    """Every name of a sheet and every word in one, but for the text itself."""
    book = opened(replace(reading, warnings=()), language)
    words = [str(cell.value or "") for sheet in book for row in sheet.iter_rows() for cell in row]
    return book.sheetnames + [each.replace("\n", "") for each in words if each not in reading.text]


def test_no_english_workbook_of_a_sample_has_a_chinese_label(samples: Path) -> None:
    papers = sorted(samples.glob("minutes/*.txt"))[::3]
    for reading in (FULL, TWO, BARE, *map(read, papers)):
        assert said_in_chinese(cells(reading, "en"), reading) == [], reading.source.name
        assert set(SHEETS) <= set(said_in_chinese(cells(reading, "zh"), reading))


def test_each_duty_and_decision_names_its_meeting() -> None:
    book = opened(TWO)
    assert [row[-1] for row in rows(book, "议定")] == ["第41次 2025-03-18", "第42次 2025-04-02"]
    assert {row[0]: row[-1] for row in rows(book, "任务")}["linhu-2025-7:2.0.1"].endswith("04-02")


def test_the_second_meeting_has_its_number_day_and_chair() -> None:
    facts = dict(rows(opened(TWO), "会议"))
    assert (facts["会次"], facts["会次（会议2）"]) == ("第41次", "第42次")
    assert facts["文号（会议2）"] == "〔2025〕8号"
    assert facts["会议时间（会议2）"] == datetime(2025, 4, 2)
    assert facts["主持人（会议2）"] == "沈亦文"


def test_what_a_person_should_check_has_a_sheet() -> None:
    message = "“各地各部门”没有列出名单。"
    start, end = FULL.warnings[0].span or (0, 0)
    first, second = rows(opened(FULL), "请核对")
    assert first == ("collective-without-list", message, start, end)
    assert second[2:] == (None, None)


def test_a_name_that_is_not_utf8_is_written_as_escapes() -> None:
    name = b"\xc1\xfe.txt".decode("utf-8", "surrogateescape")
    reading = replace(FULL, source=replace(FULL.source, name=name))
    assert ("来源", r"\udcc1\udcfe.txt") in rows(opened(reading), "会议")
