"""The reading as a workbook, read back by another library."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook

from reading.handmade import ALL, BARE, FULL, TWO
from yiding.reading.export.xlsx import to_xlsx
from yiding.reading.model import Reading

SHEETS = ["会议", "议定", "任务", "出席列席", "未读", "请核对"]


def opened(reading: Reading) -> Workbook:
    return load_workbook(BytesIO(to_xlsx(reading)))


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
