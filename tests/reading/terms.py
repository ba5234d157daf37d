"""Deadlines of several wordings, each with its day: computed here, not by the reader."""

from __future__ import annotations

import calendar
from collections.abc import Callable
from datetime import date, timedelta
from random import Random
from typing import NamedTuple

from chinese_calendar import is_workday  # type: ignore[import-untyped]


class Term(NamedTuple):
    """What the words of a deadline mean; no words: no deadline."""

    words: str = ""
    kind: str = "none"
    day: date | None = None


def _end(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


def _months_later(day: date, months: int) -> date:
    years, month = divmod(day.month - 1 + months, 12)
    last = calendar.monthrange(day.year + years, month + 1)[1]
    return date(day.year + years, month + 1, min(day.day, last))


def _this_years_month(random: Random, held_on: date) -> Term:
    month = random.randint(held_on.month, 12)
    return Term(f"今年{month}月底前", "by", _end(held_on.year, month))


def _next_years_month(random: Random, held_on: date) -> Term:
    month = random.randint(1, 12)
    return Term(f"明年{month}月底前", "by", _end(held_on.year + 1, month))


def _bare_month(random: Random, held_on: date) -> Term:
    month = random.randint(1, 12)
    return Term(f"{month}月底前", "by", _end(held_on.year + (month < held_on.month), month))


def _bare_day(random: Random, held_on: date) -> Term:
    day = held_on + timedelta(days=random.randint(1, 300))
    return Term(f"{day.month}月{day.day}日前", "by", day)


def _full_day(random: Random, held_on: date) -> Term:
    day = held_on + timedelta(days=random.randint(1, 700))
    return Term(f"{day.year}年{day.month}月{day.day}日前", "by", day)


def _year_end(random: Random, held_on: date) -> Term:
    words, years = random.choice([("年底前", 0), ("今年底前", 0), ("明年底前", 1), ("年内", 0)])
    return Term(words, "by", date(held_on.year + years, 12, 31))


def _month_end(random: Random, held_on: date) -> Term:
    words, months = random.choice([("本月底前", 0), ("月底前", 0), ("下月底前", 1)])
    later = _months_later(held_on, months)
    return Term(words, "by", _end(later.year, later.month))


def _third_of_a_month(random: Random, held_on: date) -> Term:
    month = random.randint(1, 12)
    year = held_on.year + (month <= held_on.month)
    word, day = random.choice([("上旬", 10), ("中旬", 20), ("下旬", _end(year, month).day)])
    if month == held_on.month:
        return Term(f"明年{month}月{word}前", "by", date(year, month, day))
    return Term(f"{month}月{word}前", "by", date(year, month, day))


def _quarter(random: Random, held_on: date) -> Term:
    quarter = random.randint(1, 4)
    year = held_on.year + (quarter * 3 < held_on.month)
    return Term(f"{'一二三四'[quarter - 1]}季度末前", "by", _end(year, quarter * 3))


def _week(random: Random, held_on: date) -> Term:
    sunday = held_on + timedelta(days=6 - held_on.weekday())
    words, day = random.choice([("本周内", sunday), ("下周五前", sunday + timedelta(days=5))])
    return Term(words, "by", day)


def _working_days(random: Random, held_on: date) -> Term:
    count, day = random.randint(1, 30), held_on
    left = count
    while left:
        day += timedelta(days=1)
        left -= is_workday(day)
    return Term(f"{random.choice(['会后', ''])}{count}个工作日内", "within", day)


def _length(random: Random, held_on: date) -> Term:
    days = random.randint(2, 90)
    words, day = random.choice(
        [
            (f"会后{days}日内", held_on + timedelta(days=days)),
            (f"{days}日内", held_on + timedelta(days=days)),
            ("一周内", held_on + timedelta(days=7)),
            ("会后两周内", held_on + timedelta(days=14)),
            ("半个月内", held_on + timedelta(days=15)),
            ("一个月内", _months_later(held_on, 1)),
            ("会后三个月内", _months_later(held_on, 3)),
            ("半年内", _months_later(held_on, 6)),
        ]
    )
    return Term(words, "within", day)


def _vague(random: Random, held_on: date) -> Term:
    return Term(random.choice(["尽快", "抓紧", "及时", "适时"]), "vague")


def _monthly(random: Random, held_on: date) -> Term:
    number = random.randint(1, 28)
    later = held_on if number > held_on.day else _months_later(held_on.replace(day=1), 1)
    return Term(f"每月{number}日前", "recurring", later.replace(day=number))


TERMS: list[Callable[[Random, date], Term]] = [
    _this_years_month, _next_years_month, _bare_month, _bare_day, _full_day, _year_end,
    _month_end, _third_of_a_month, _quarter, _week, _working_days, _length, _vague, _monthly,
]  # fmt: skip


def term(random: Random, held_on: date) -> Term:
    """A deadline in one of the wordings, counted from the meeting."""
    return random.choice(TERMS)(random, held_on)
