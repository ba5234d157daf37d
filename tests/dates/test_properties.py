"""Laws that hold for every text and every day; the examples are drawn from a fixed seed."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from yiding.dates import (
    deadline_of,
    explain,
    find_dates,
    parse_date,
    parse_number,
    read_deadline,
    scan,
)
from yiding.dates.calendar import add_months, month_end

CHARACTERS = "今明后去本上下次当每年月日号天周半旬底末初中内前后起至到-—\n"
SIGNS = "个自从于会第一二三十两〇O，。、（）“”0123459"
WORDS = ["季度", "工作日", "星期", "小时", "之前", "以前", "以内", "之日", "会议", "批复", "春节"]
MORE = ["国庆", "汛期", "十四五", "预算", "尽快", "有效期", "施行", "期间", "左右", "最迟", "下旬"]
NUMBERS = ["10", "12", "15", "20", "28", "29", "30", "31", "2019", "2020", "2026", "十二"]
TIME_WORDS = [*CHARACTERS, *SIGNS, *WORDS, *MORE, *NUMBERS]
texts = st.one_of(
    st.text(max_size=40), st.lists(st.sampled_from(TIME_WORDS), max_size=12).map("".join)
)
days = st.dates(date(2010, 1, 1), date(2025, 6, 30))
seeded = settings(derandomize=True, deadline=None, max_examples=600, database=None)


@seeded
@given(texts, st.none() | st.dates())
def test_nothing_raises_and_twice_is_the_same(text: str, held_on: date | None) -> None:
    answer = read_deadline(text, held_on)
    assert answer == read_deadline(text, held_on)
    assert explain(answer, held_on).endswith("。")
    assert explain(answer, held_on, "en").endswith(".")
    assert parse_date(text, held_on) == parse_date(text, held_on)
    assert find_dates(text) == find_dates(text)
    assert parse_number(text) is None or parse_number(text) >= 0


@seeded
@given(texts, days)
def test_spans_point_at_the_words_and_do_not_overlap(text: str, held_on: date) -> None:
    end = 0
    for word in scan(text):
        assert text[slice(*word.span)] == word.text
        assert deadline_of(word, held_on).span == word.span
        assert word.span[0] >= end
        end = word.span[1]


@seeded
@given(texts, days)
def test_no_date_without_a_kind_that_carries_one(text: str, held_on: date) -> None:
    answer = read_deadline(text, held_on)
    if answer.kind in ("none", "event", "vague"):
        assert answer.date is None
    if answer.kind == "within" and answer.date:
        counts_from_a_named_day = any(word.kind == "duration-from-date" for word in scan(text))
        assert counts_from_a_named_day or answer.date >= held_on
    if answer.kind == "recurring" and answer.date:
        assert answer.date > held_on
    if answer.kind == "span" and answer.date and answer.start:
        assert answer.start <= answer.date
    assert answer.refused is None or answer.date is None


@seeded
@given(texts)
def test_without_the_meeting_only_absolute_words_have_a_date(text: str) -> None:
    answer = read_deadline(text, None)
    assert answer.date is None or answer.base == "text"


@seeded
@given(days, st.integers(1, 60))
def test_a_month_later_is_the_corresponding_day_or_the_last(day: date, months: int) -> None:
    later = read_deadline(f"{months}个月内", day).date
    assert later == add_months(day, months)
    assert later.day == day.day or later == month_end(later.year, later.month)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months


@seeded
@given(days, st.integers(1, 12))
def test_a_bare_month_is_this_year_or_the_next(held_on: date, month: int) -> None:
    due = read_deadline(f"{month}月底前", held_on).date
    assert due == month_end(held_on.year + (month < held_on.month), month)
    assert due >= held_on or (due.year, due.month) == (held_on.year, held_on.month)


@seeded
@given(days, st.integers(1, 400))
def test_days_are_counted_from_the_meeting(held_on: date, count: int) -> None:
    assert read_deadline(f"{count}日内", held_on).date == held_on + timedelta(days=count)
