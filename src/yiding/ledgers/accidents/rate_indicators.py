"""Rates out of the yearly base figures: by product, people, hours and staff."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from yiding.rules import Entry, Figure, indicator
from yiding.rules.indicator import ratio, total

PEOPLE, HOURS, STAFF = 100_000, 1_000_000, 1000


def _of_year(years: Sequence[Entry], on: date, *names: str) -> list[Entry]:
    """The latest year up to a day that says all of some figures."""
    told = [one for one in years if all(one.values.get(name) is not None for name in names)]
    past = [one for one in told if one.year is None or one.year <= on.year]
    latest = max((one.year or 0 for one in past), default=None)
    return [one for one in past if (one.year or 0) == latest]


def _sum(entries: Sequence[Entry], name: str) -> Decimal:
    return sum((Decimal(one.values[name]) for one in entries), Decimal(0))


def _rate(years: Sequence[Entry], on: date, dead: str, base: str, scale: int) -> Figure:
    told = _of_year(years, on, dead, base)
    return ratio(_sum(told, dead), _sum(told, base), told, scale)


@indicator(
    english="Deaths per hundred million of GDP",
    unit="人/亿元",
    period="年",
    formula="死亡人数 ÷ 地区生产总值（亿元）",
    kind="year_figures",
    better="less",
)
def deaths_per_gdp(years: Sequence[Entry], on: date) -> Figure:
    """亿元GDP死亡率。"""
    return _rate(years, on, "deaths", "gdp", 1)


@indicator(
    english="Deaths per hundred thousand people",
    unit="人/十万人",
    period="年",
    formula="死亡人数 ÷ 人口 × 100000",
    kind="year_figures",
    better="less",
)
def deaths_per_hundred_thousand(years: Sequence[Entry], on: date) -> Figure:
    """十万人死亡率。"""
    return _rate(years, on, "deaths", "population", PEOPLE)


@indicator(
    english="Deaths per million hours worked",
    unit="人/百万工时",
    period="年",
    formula="死亡人数 ÷ 总工时 × 1000000",
    kind="year_figures",
    better="less",
)
def deaths_per_million_hours(years: Sequence[Entry], on: date) -> Figure:
    """百万工时死亡率。"""
    if told := _of_year(years, on, "deaths", "hours"):
        return ratio(_sum(told, "deaths"), _sum(told, "hours"), told, HOURS)
    told = _of_year(years, on, "deaths", "staff", "days", "hours_per_day")
    worked = (one.staff * one.days * one.hours_per_day for one in told)
    return ratio(_sum(told, "deaths"), sum(worked, Decimal(0)), told, HOURS)


@indicator(
    english="Deaths per thousand staff (formula not confirmed)",
    unit="人/千人",
    period="年",
    formula="死亡人数 ÷ 平均职工人数 × 1000（公式没有核对）",
    kind="year_figures",
    better="less",
)
def deaths_per_thousand_staff(years: Sequence[Entry], on: date) -> Figure:
    """千人死亡率。"""
    return _rate(years, on, "deaths", "staff", STAFF)


@indicator(
    english="Enterprises that reached the standard",
    unit="家",
    period="年",
    formula="最近一年标准化达标企业数",
    kind="year_figures",
)
def standard_enterprises(years: Sequence[Entry], on: date) -> Figure:
    """标准化达标企业数。"""
    told = _of_year(years, on, "standard_enterprises")
    return total(_sum(told, "standard_enterprises"), told)
