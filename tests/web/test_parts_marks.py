"""The marks of a row and the ways values are written."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

import pytest
from django.utils import translation

from yiding.followup.standing import Clock
from yiding.followup.states import State
from yiding.web.parts import formats, marks
from yiding.web.parts.marks import Slip

TODAY = date(2026, 11, 20)


def words_of(markup: str) -> str:
    return re.sub(r"<[^>]+>", "", markup)


def test_every_state_of_a_matter_has_its_word() -> None:
    assert set(marks.STATES) == {str(state.value) for state in State}


def test_a_state_is_shape_and_word() -> None:
    assert marks.mark("under_way") == '<span class="mark" data-is="under-way">办理中</span>'


@pytest.mark.parametrize(
    ("clock", "words"),
    [
        (Clock("late", 5), "逾期 5 天"),
        (Clock("soon", 3), "还有 3 天"),
        (Clock("soon", 0), "今天到期"),
        (Clock("silent", 41), "沉默 41 天"),
        (Clock("late", 5, "逾期 5 天，比原定晚 20 天"), "逾期 5 天，比原定晚 20 天"),
    ],
)
def test_a_clock_says_the_days(clock: Clock, words: str) -> None:
    markup = marks.clock_mark(clock)
    assert words_of(markup) == words
    assert f'data-is="{clock.kind}"' in markup


def test_what_is_far_away_has_no_shape() -> None:
    assert marks.clock_mark(Clock("ahead", 8)) == '<span class="muted">还有 8 天</span>'
    assert marks.clock_mark(None) == ""


def test_a_slip_takes_word_and_bars_from_the_rule_pack() -> None:
    assert words_of(marks.slip_mark("red")) == "红单"
    own = marks.slip_mark(Slip("orange", "橙色督办单", 2))
    assert words_of(own) == "橙色督办单"
    assert 'data-bars="2"' in own
    assert marks.slip_mark(None) == ""


def test_reported_is_not_verified() -> None:
    said, proved = marks.lights_mark("said"), marks.lights_mark("proved")
    assert 'aria-label="已报，未核实"' in said
    assert [said.count('class="on"'), proved.count('class="on"')] == [1, 2]


def test_an_undetermined_verdict_gives_its_reason() -> None:
    assert words_of(marks.verdict_mark("undetermined", "面积未测。")) == "待查 面积未测。"


@pytest.mark.parametrize(
    ("address", "paper", "clause"),
    [
        ("linhu-2026-20:3.2.1", "linhu-2026-20:", "3.2.1"),
        ("premises/area-within-limit", "premises/", "area-within-limit"),
        ("linhu-2026-20", "", "linhu-2026-20"),
    ],
)
def test_an_address_is_shown_whole(address: str, paper: str, clause: str) -> None:
    assert marks.address_chip(address) == f'<span class="addr">{paper}<b>{clause}</b></span>'


def test_an_address_is_a_link_and_never_markup() -> None:
    chip = marks.address_chip("a:<b>", "/x?a=1&b=2")
    assert chip == '<a class="addr" href="/x?a=1&amp;b=2">a:<b>&lt;b&gt;</b></a>'


def test_a_title_breaks_between_clauses_only() -> None:
    title = "今天有 1,009 件事等您办，4 件已经逾期。"
    assert marks.clause_spans(title) == (
        "<span>今天有 1,009 件事等您办，</span><span>4 件已经逾期。</span>"
    )


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        (0.659, "65.9%"),
        (1, "100%"),
        (0.9999, "99.9%"),
        (0, "0.0%"),
        (-0.031, "−3.1%"),
        (None, "无"),
    ],
)
def test_a_share_has_one_decimal_and_only_the_whole_is_100(given: float | None, shown: str) -> None:
    assert formats.percent(given) == shown


def test_counts_have_commas_measure_words_and_no_zero_for_nothing() -> None:
    assert formats.counted(1044, "件") == "1,044 件"
    assert [formats.number(0), formats.number(None)] == ["0", "无"]
    assert [formats.signed(7.2, 2), formats.signed(-0.4, 2), formats.signed(0)] == [
        "+7.20",
        "−0.40",
        "0",
    ]


def test_a_measure_word_nobody_translated_is_refused() -> None:
    with pytest.raises(KeyError):
        formats.counted(3, "头")


def test_days_are_written_for_prose_and_for_tables() -> None:
    day = date(2026, 10, 3)
    assert formats.prose_day(day) == '<time datetime="2026-10-03">2026年10月3日</time>'
    assert words_of(str(formats.month_day(day))) == "10月3日"
    assert words_of(str(formats.table_day(day, TODAY))) == "10-3"
    assert words_of(str(formats.table_day(date(2025, 10, 3), TODAY))) == "2025-10-03"
    assert formats.prose_day(None) == "无"


def test_a_moment_is_told_in_the_city_s_time() -> None:
    shown = formats.moment(datetime(2026, 11, 20, 0, 5, tzinfo=UTC))
    assert shown == '<time datetime="2026-11-20T08:05+08:00">2026年11月20日 8:05</time>'
    late = datetime(2026, 11, 19, 23, 0, tzinfo=UTC)
    assert words_of(str(formats.prose_day(late))) == "2026年11月20日"


def test_a_hash_is_shortened_but_a_short_one_stays() -> None:
    assert formats.short_hash("7f3a" + "0" * 56 + "c91e") == "7f3a…c91e"
    assert formats.short_hash("7f3ac91e") == "7f3ac91e"


def test_marks_wait_for_the_reader_s_language() -> None:
    with translation.override("en"):
        assert 'class="mark"' in marks.mark("closed")
