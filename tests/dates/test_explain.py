"""A deadline explains itself in one sentence."""

from __future__ import annotations

import re
from datetime import date

import pytest

from dates.table import ROWS, Row
from yiding.dates import explain, read_deadline

HELD = date(2019, 11, 5)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            "明年6月底前",
            "“明年6月底前”以会议日期2019-11-05为基准：明年为2020年，取该月最后一日，得2020-06-30。",
        ),
        (
            "8月底",
            "“8月底”以会议日期2019-11-05为基准：取该月最后一日，得2020-08-31。会议之前已过，按2020年计算。",
        ),
        ("2025年3月1日前", "“2025年3月1日前”以文中所写为准：含当日，得2025-03-01。"),
        ("批复后20日内", "“批复后20日内”没有起算的日子：自另一事项起算，不给出日期。"),
        (
            "3月1日至6月30日",
            "“3月1日至6月30日”以会议日期2019-11-05为基准：起止之间，以止日为限，"
            "得2020-03-01至2020-06-30。会议之前已过，按2020年计算。",
        ),
        ("加强领导", "“加强领导”中没有时限。"),
    ],
)
def test_chinese(text: str, sentence: str) -> None:
    assert explain(read_deadline(text, HELD), HELD) == sentence


def test_english() -> None:
    assert explain(read_deadline("明年6月底前", HELD), HELD, "en") == (
        "“明年6月底前” counts from the meeting of 2019-11-05: "
        "明年 is 2020, the last day of the month is taken, giving 2020-06-30."
    )


def test_a_refusal_says_which_calendar_is_missing() -> None:
    held = date(2026, 12, 30)
    assert "2027年的工作日历尚未公布" in explain(read_deadline("5个工作日内", held), held)


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_every_answer_has_a_sentence(row: Row) -> None:
    answer = read_deadline(row.text, row.held_on)
    sentence = explain(answer, row.held_on)
    assert sentence.endswith("。")
    if answer.date:
        assert answer.date.isoformat() in sentence
    assert not re.search(r"None|\{", sentence)
