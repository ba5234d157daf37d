"""Every expression of deadlines.toml against its date, worked out by hand."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from dates.table import ROWS, Row
from yiding.dates import read_deadline


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_expression(row: Row) -> None:
    answer = read_deadline(row.text, row.held_on)
    assert (answer.kind, answer.date) == (row.kind, row.due)
    assert answer.start == row.start


def test_the_table_is_large() -> None:
    assert len(ROWS) >= 400


def test_a_month_that_is_over_rolls_on_and_says_so() -> None:
    answer = read_deadline("8月底", date(2019, 11, 5))
    assert answer.confidence == "inferred"
    assert answer.warning == "会议之前已过，按2020年计算。"


def test_a_day_that_is_over_in_the_running_month_stays_and_says_so() -> None:
    answer = read_deadline("11月3日前", date(2019, 11, 5))
    assert answer.warning == "该日在会议日期之前。"


@pytest.mark.parametrize(
    ("text", "base"),
    [
        ("今年12月底前", "held_on"),
        ("2025年3月1日前", "text"),
        ("“十四五”末", "text"),
        ("5日内", "held_on"),
    ],
)
def test_base_names_what_the_words_count_from(text: str, base: str) -> None:
    assert read_deadline(text, date(2019, 11, 5)).base == base


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("今年12月底前", "month-end"),
        ("6月中旬", "ten-day-end"),
        ("会后5个工作日内", "working-days"),
        ("国庆节前", "festival-eve"),
        ("每月5日前", "recurring-month"),
        ("纳入2026年度预算", "budget-year"),
        ("有效期至2025年12月31日", "effective-period"),
        ("自2025年7月1日起施行", "effective-from"),
    ],
)
def test_rule_names_how_the_date_was_found(text: str, rule: str) -> None:
    assert read_deadline(text, date(2019, 11, 5)).rule == rule


@pytest.mark.parametrize("text", ["30个工作日内", "2027年1月第3个工作日前", "2041年春节前"])
def test_a_year_without_a_calendar_is_refused(text: str) -> None:
    answer = read_deadline(text, date(2026, 11, 24))
    assert (answer.date, answer.refused) == (None, "calendar-year")


def test_a_season_is_dated_only_by_the_table_of_the_place() -> None:
    held = date(2019, 11, 5)
    assert read_deadline("汛期前", held, "320500").date == date(2020, 4, 30)
    assert read_deadline("明年汛期结束前", held, "320500").date == date(2020, 9, 30)
    assert read_deadline("汛期前", held, "110000").date is None


def test_the_working_week_is_shown_beside_the_sunday() -> None:
    assert "2019-11-08" in (read_deadline("本周内", date(2019, 11, 5)).warning or "")


def test_a_time_of_the_meeting_counts_as_its_day() -> None:
    at = datetime(2025, 3, 18, 9, 30)
    for words in ("下月底前", "12月31日前", "10个工作日内"):
        assert read_deadline(words, at) == read_deadline(words, at.date())
