"""Finding time words in running text."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from dates.table import ROWS
from yiding.dates import TimeWord, deadline_of, scan
from yiding.dates.grammar import GRAMMAR, HINTS, SECOND
from yiding.dates.scan import GATE, first_rule

HELD = date(2019, 11, 5)


def texts(words: list[TimeWord]) -> list[str]:
    return [word.text for word in words]


def test_words_stand_in_order_and_apart() -> None:
    text = (
        "请市住建局于今年12月底前完成方案，会后5个工作日内反馈，"
        "尽快启动；验收前报告，每月5日前通报。"
    )
    words = scan(text)
    assert texts(words) == ["今年12月底前", "会后5个工作日内", "尽快", "验收前", "每月5日前"]
    assert all(text[slice(*word.span)] == word.text for word in words)
    assert all(a.span[1] <= b.span[0] for a, b in pairwise(words))


def test_a_slice_is_scanned_with_spans_of_the_whole() -> None:
    text = "今年12月底前。明年6月底前。"
    assert [word.span for word in scan(text, 8)] == [(8, 14)]
    assert texts(scan(text, 0, 7)) == ["今年12月底前"]


@pytest.mark.parametrize(
    "text",
    [
        "落实十一项重大任务",
        "周边地区",
        "第一书记",
        "上下联动",
        "三位一体",
        "一是加强领导",
        "第80次常务会议",
        "〔2019〕41号",
        "两个《办法》",
        "目前进展",
        "以前年度",
        "前期工作",
        "会后勤保障",
        "度夏期间",
        "年轻干部",
        "1.5倍",
        "日常工作",
        "内部管理",
    ],
)
def test_look_alikes_are_no_time_words(text: str) -> None:
    assert scan(text) == []


@pytest.mark.parametrize(
    ("text", "is_explicit"),
    [
        ("2019年11月5日上午，召开会议", False),
        ("截至10月底，已完成八成", False),
        ("8月份以来，多次发生", False),
        ("2020年6月", False),
        ("于2020年6月底前", True),
        ("到2025年建成", True),
        ("不迟于12月15日", True),
        ("12月中旬", True),
        ("会后10日内", True),
    ],
)
def test_a_deadline_is_told_from_a_story(text: str, is_explicit: bool) -> None:
    assert scan(text)[0].is_explicit is is_explicit


def test_a_day_takes_its_month_from_the_day_before_it() -> None:
    first, second = scan("12月20日、25日前分别报送")
    assert deadline_of(second, HELD).date == date(2019, 12, 25)
    assert deadline_of(first, HELD).date == date(2019, 12, 20)


def test_a_month_takes_the_year_stated_before_it() -> None:
    held = date(2019, 4, 1)
    words = scan("明年3月底前立项，6月底前开工；9月底前总结")
    assert [deadline_of(word, held).date for word in words] == [
        date(2020, 3, 31),
        date(2020, 6, 30),
        date(2019, 9, 30),
    ]


def test_a_story_lends_no_year() -> None:
    words = scan("2018年3月出台办法，6月底前修订")
    assert deadline_of(words[-1], date(2019, 4, 1)).date == date(2019, 6, 30)


def test_a_word_broken_over_a_line_is_one_word() -> None:
    assert texts(scan("务必于今年12月\n底前完成")) == ["今年12月\n底前"]


EXAMPLES = [row.text for row in ROWS if row.text]


@pytest.mark.parametrize("text", EXAMPLES)
def test_the_gate_loses_nothing(text: str) -> None:
    openings = {character for rule in GRAMMAR for character in rule.opens}
    for place, character in enumerate(text):
        if character in openings and (found := first_rule(text, place, len(text))):
            gate = GATE(text, place)
            assert gate is not None, found[0]
            assert gate.start() == place, found[0]


def test_every_opening_of_the_grammar_has_a_hint() -> None:
    hinted = set("".join(opening for opening, _ in HINTS))
    assert {character for rule in GRAMMAR for character in rule.opens} <= hinted
    assert len(SECOND) == len(set(SECOND))
