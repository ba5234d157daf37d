"""Dates as written, and dates that lost characters on the way."""

from __future__ import annotations

from datetime import date

import pytest

from yiding.dates import find_dates, parse_date, parse_number


@pytest.mark.parametrize(
    ("text", "year", "month", "day", "part"),
    [
        ("2019年11月5日上午", 2019, 11, 5, "上午"),
        ("2019 年 11 月 5 日 下午", 2019, 11, 5, "下午"),
        ("２０１９年１１月５日", 2019, 11, 5, None),
        ("2019年11月27日印发", 2019, 11, 27, None),
        ("二O一O年七月三日", 2010, 7, 3, None),
        ("二〇二五年三月", 2025, 3, None, None),
        ("二○一九年十二月三十一日", 2019, 12, 31, None),
        ("2019-11-05", 2019, 11, 5, None),
        ("2019.11.5", 2019, 11, 5, None),
        ("五月十八日", None, 5, 18, None),
        ("12月30日（星期一）晚", None, 12, 30, "晚"),
        ("3日下午", None, None, 3, "下午"),
        ("11日晚上", None, None, 11, "晚上"),
        ("25日", None, None, 25, None),
    ],
)
def test_written(text: str, year: int, month: int, day: int, part: str) -> None:
    (found,) = find_dates(text)
    assert (found.year, found.month, found.day) == (year, month, day)
    assert found.part_of_day == part
    assert not found.is_damaged


@pytest.mark.parametrize(
    ("text", "year", "readings"),
    [
        ("202448日", 2024, [(4, 8)]),
        ("2023821日", 2023, [(8, 21)]),
        ("2018813日", 2018, [(8, 13)]),
        ("2020929日", 2020, [(9, 29)]),
        ("2022年33日", 2022, [(3, 3)]),
        ("20231110日", 2023, [(11, 10)]),
        ("2023129日", 2023, [(1, 29), (12, 9)]),
        ("1110日", None, [(11, 10)]),
        ("413日", None, [(4, 13)]),
        ("111日", None, [(1, 11), (11, 1)]),
    ],
)
def test_damaged(text: str, year: int | None, readings: list[tuple[int, int]]) -> None:
    (found,) = find_dates(text)
    assert found.is_damaged
    assert found.year == year
    assert list(found.alternatives) == readings
    assert found.is_ambiguous is (len(readings) > 1)
    assert (found.month, found.day) == (readings[0] if len(readings) == 1 else (None, None))


@pytest.mark.parametrize(
    "text", ["180日内", "100日内", "4月31日", "2020年2月30日", "第80次", "41号", "2019年"]
)
def test_no_date(text: str) -> None:
    assert find_dates(text) == []


def test_several_in_order_with_their_spans() -> None:
    text = "2019年11月25日\n2019年11月27日印发"
    assert [found.date for found in find_dates(text)] == [date(2019, 11, 25), date(2019, 11, 27)]
    assert [found.span for found in find_dates(text)] == [(0, 11), (12, 23)]
    assert [found.span for found in find_dates(text, 12)] == [(12, 23)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("昨日上午", date(2019, 11, 4)),
        ("今日", date(2019, 11, 5)),
        ("3日下午", date(2019, 11, 3)),
        ("4月8日", date(2019, 4, 8)),
    ],
)
def test_the_base_supplies_what_the_words_leave_out(text: str, expected: date) -> None:
    found = parse_date(text, date(2019, 11, 5))
    assert found is not None
    assert found.date == expected
    assert found.is_inferred


def test_nothing_is_supplied_to_an_ambiguous_date() -> None:
    found = parse_date("2023129日", date(2023, 12, 10))
    assert found is not None
    assert found.date is None
    assert parse_date("没有日期", date(2023, 12, 10)) is None
    bare = parse_date("4月8日")
    assert bare is not None
    assert bare.date is None


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("12", 12),
        ("１２", 12),
        ("十二", 12),
        ("二十", 20),
        ("两百", 200),
        ("一百二十", 120),
        ("一百零五", 105),
        ("廿五", 25),
        ("卅一", 31),
        ("二〇二五", 2025),
        ("二O一九", 2019),
        ("3万5千", 35000),
        ("1,000", 1000),
        ("一千二百三十四", 1234),
        ("两", 2),
        ("百", 100),
        ("半", None),
        ("", None),
        ("二三十", None),
        ("十百", None),
        ("百分之十", None),
        ("abc", None),
    ],
)
def test_numbers(text: str, number: int | None) -> None:
    assert parse_number(text) == number
