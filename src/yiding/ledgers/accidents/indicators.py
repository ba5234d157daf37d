"""Figures reported: unit, period, formula, and the entries behind."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal

from yiding.dates.calendar import add_months
from yiding.ledgers.accidents.figures import (
    NONE,
    Span,
    at_least,
    deaths_of,
    grade_on,
    happened,
    is_known,
    month_to,
    of_span,
    since_month,
    with_deaths,
    year_to,
)
from yiding.ledgers.accidents.rate_indicators import (
    deaths_per_gdp,
    deaths_per_hundred_thousand,
    deaths_per_million_hours,
    deaths_per_thousand_staff,
    standard_enterprises,
)
from yiding.ledgers.accidents.work_indicators import (
    cause_hazards_closed,
    evaluated_on_time,
    liability_settled_share,
    measures_carried_out,
    reports_approved_on_time,
    reports_late,
    reports_on_time,
)
from yiding.rules import Entry, Figure, indicator
from yiding.rules.indicator import total

AUGUST = 8
HUNDRED = 100
ROUTE = ("road", "water", "rail", "aviation", "farm_machinery", "fishing")


def _change(now: Decimal, before: Decimal, behind: Sequence[Entry]) -> Figure:
    """How much more than before, in per cent of before."""
    ids = tuple(one.id for one in behind)
    rise = (now - before) * HUNDRED / before if before else None
    return Figure(rise, now, before, ids)


@indicator(
    english="Accidents this year",
    unit="起",
    period="年",
    formula="本年初至当日发生、当日已知的事故起数",
    kind="accident",
    better="less",
)
def accidents_this_year(accidents: Sequence[Entry], on: date) -> Figure:
    """本年事故起数。"""
    found = of_span(accidents, year_to(on), on)
    return total(len(found), found)


@indicator(
    english="Deaths this year",
    unit="人",
    period="年",
    formula="本年初至当日事故的死亡人数，期限内补报和更正计入",
    kind="accident",
    better="less",
)
def deaths_this_year(accidents: Sequence[Entry], on: date) -> Figure:
    """本年死亡人数。"""
    found = of_span(accidents, year_to(on), on)
    return total(deaths_of(found, on), list(with_deaths(found, on)))


@indicator(
    english="Accidents since August",
    unit="起",
    period="日",
    formula="最近一个8月1日至当日发生、当日已知的事故起数",
    kind="accident",
    better="less",
)
def accidents_since_august(accidents: Sequence[Entry], on: date) -> Figure:
    """8月以来事故起数。"""
    found = of_span(accidents, since_month(AUGUST, on), on)
    return total(len(found), found)


@indicator(
    english="Deaths since August",
    unit="人",
    period="日",
    formula="最近一个8月1日至当日事故的死亡人数",
    kind="accident",
    better="less",
)
def deaths_since_august(accidents: Sequence[Entry], on: date) -> Figure:
    """8月以来死亡人数。"""
    found = of_span(accidents, since_month(AUGUST, on), on)
    return total(deaths_of(found, on), list(with_deaths(found, on)))


def _accidents_against(accidents: Sequence[Entry], span: Span, before: Span, on: date) -> Figure:
    now, then = of_span(accidents, span, on), of_span(accidents, before, on)
    return _change(Decimal(len(now)), Decimal(len(then)), now)


@indicator(
    english="Accidents against the year before",
    unit="%",
    period="年",
    formula="（本年至当日起数 − 上年同期起数）÷ 上年同期起数",
    kind="accident",
    better="less",
)
def accidents_year_on_year(accidents: Sequence[Entry], on: date) -> Figure:
    """事故起数同比。"""
    span = year_to(on)
    return _accidents_against(accidents, span, span.year_before(), on)


@indicator(
    english="Deaths against the year before",
    unit="%",
    period="年",
    formula="（本年至当日死亡 − 上年同期死亡）÷ 上年同期死亡",
    kind="accident",
    better="less",
)
def deaths_year_on_year(accidents: Sequence[Entry], on: date) -> Figure:
    """死亡人数同比。"""
    span = year_to(on)
    now, then = of_span(accidents, span, on), of_span(accidents, span.year_before(), on)
    return _change(deaths_of(now, on), deaths_of(then, on), list(with_deaths(now, on)))


@indicator(
    english="Accidents against the month before",
    unit="%",
    period="月",
    formula="（本月至当日起数 − 上月同期起数）÷ 上月同期起数",
    kind="accident",
    better="less",
)
def accidents_month_on_month(accidents: Sequence[Entry], on: date) -> Figure:
    """事故起数环比。"""
    span = month_to(on)
    return _accidents_against(accidents, span, span.month_before(), on)


@indicator(
    english="Larger accidents and above this year",
    unit="起",
    period="年",
    formula="本年初至当日较大及以上等级的事故起数",
    kind="accident",
    better="less",
)
def larger_accidents(accidents: Sequence[Entry], on: date) -> Figure:
    """较大以上事故起数。"""
    found = at_least(of_span(accidents, year_to(on), on), "larger", on)
    return total(len(found), found)


@indicator(
    english="Major accidents and above this year",
    unit="起",
    period="年",
    formula="本年初至当日重大、特别重大事故起数",
    kind="accident",
    better="less",
)
def major_accidents(accidents: Sequence[Entry], on: date) -> Figure:
    """重特大事故起数。"""
    found = at_least(of_span(accidents, year_to(on), on), "major", on)
    return total(len(found), found)


@indicator(
    english="Accidents of industry and trade this year",
    unit="起",
    period="年",
    formula="本年初至当日道路、水上、铁路、民航、农机、渔船以外的事故起数",
    kind="accident",
    better="less",
)
def industrial_accidents(accidents: Sequence[Entry], on: date) -> Figure:
    """工矿商贸等事故起数。"""
    found = [one for one in of_span(accidents, year_to(on), on) if one.special_kind not in ROUTE]
    return total(len(found), found)


@indicator(
    english="Road deaths this year",
    unit="人",
    period="年",
    formula="本年初至当日道路交通事故死亡人数",
    kind="accident",
    better="less",
)
def road_deaths(accidents: Sequence[Entry], on: date) -> Figure:
    """道路交通死亡人数。"""
    found = [one for one in of_span(accidents, year_to(on), on) if one.special_kind == "road"]
    return total(deaths_of(found, on), list(with_deaths(found, on)))


@indicator(
    english="Accidents that repeat one of the same unit and type",
    unit="起",
    period="年",
    formula="同一单位同一类别在十二个月内再次发生的事故起数",
    kind="accident",
    better="less",
)
def repeated_accidents(accidents: Sequence[Entry], on: date) -> Figure:
    """同单位同类别重复事故。"""
    told = [one for one in accidents if one.unit and one.type and is_known(one, on)]
    seen: dict[tuple[str, str], date] = {}
    again = []
    for one in sorted(told, key=lambda each: happened(each) or date.min):
        key, then = (one.unit, one.type), happened(one) or date.min
        if key in seen and then <= add_months(seen[key], 12) and year_to(on).holds(then):
            again.append(one)
        seen[key] = then
    return total(len(again), again)


@indicator(
    english="Accidents without a grade",
    unit="起",
    period="日",
    formula="本年初至当日既未登记等级、数字又不足以定级的事故起数",
    kind="accident",
    better="less",
)
def ungraded_accidents(accidents: Sequence[Entry], on: date) -> Figure:
    """未定级事故。"""
    found = [one for one in of_span(accidents, year_to(on), on) if grade_on(one, on) is None]
    return total(len(found), found)


@indicator(
    english="Days without a death",
    unit="天",
    period="日",
    formula="当日距最近一起死亡事故的天数",
    kind="accident",
)
def days_without_death(accidents: Sequence[Entry], on: date) -> Figure:
    """连续无死亡天数。"""
    told = [one for one in accidents if is_known(one, on)]
    fatal = sorted(with_deaths(told, on), key=lambda one: happened(one) or date.min)
    if not fatal:
        return Figure(None, NONE, None, ())
    last = happened(fatal[-1]) or on
    return total(max((on - last) // timedelta(days=1), 0), fatal[-1:])


__all__ = [
    "accidents_month_on_month",
    "accidents_since_august",
    "accidents_this_year",
    "accidents_year_on_year",
    "cause_hazards_closed",
    "days_without_death",
    "deaths_per_gdp",
    "deaths_per_hundred_thousand",
    "deaths_per_million_hours",
    "deaths_per_thousand_staff",
    "deaths_since_august",
    "deaths_this_year",
    "deaths_year_on_year",
    "evaluated_on_time",
    "industrial_accidents",
    "larger_accidents",
    "liability_settled_share",
    "major_accidents",
    "measures_carried_out",
    "repeated_accidents",
    "reports_approved_on_time",
    "reports_late",
    "reports_on_time",
    "road_deaths",
    "standard_enterprises",
    "ungraded_accidents",
]
