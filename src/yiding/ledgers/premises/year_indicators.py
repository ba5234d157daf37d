"""Figures out of the yearly returns: costs, energy, what was rectified, disclosed and filed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from yiding.ledgers.premises.sums import (
    NONE,
    TEN_THOUSAND,
    of_year,
    quotient,
    saying,
    sum_of,
    verdicts,
)
from yiding.rules import Entry, Figure, Verdict, indicator
from yiding.rules.indicator import ratio, share, total


@indicator(
    english="Running cost of the buildings per square metre",
    unit="元/(m²·年)",
    period="年",
    formula="（物业费 + 水电气暖费 + 日常维修费）÷ 建筑面积",
    kind="annual_return",
    better="less",
)
def running_cost_per_area(returns: Sequence[Entry], on: date) -> Figure:
    """单位面积运行成本。"""
    costs = ("property_cost", "utilities_cost", "repair_cost")
    told = saying(of_year(returns, on), *costs, "gross_area_m2")
    cost = sum((sum_of(told, name) for name in costs), NONE)
    return ratio(cost, sum_of(told, "gross_area_m2"), told)


@indicator(
    english="Energy per square metre",
    unit="kgce/(m²·年)",
    period="年",
    formula="综合能耗 ÷ 建筑面积",
    kind="annual_return",
    better="less",
)
def energy_per_area(returns: Sequence[Entry], on: date) -> Figure:
    """单位面积能耗。"""
    return quotient(of_year(returns, on), "energy_kgce", "gross_area_m2")


@indicator(
    english="Energy per head",
    unit="kgce/(人·年)",
    period="年",
    formula="综合能耗 ÷ 实有人数",
    kind="annual_return",
    better="less",
)
def energy_per_head(returns: Sequence[Entry], on: date) -> Figure:
    """人均能耗。"""
    return quotient(of_year(returns, on), "energy_kgce", "staff_actual")


@indicator(
    english="Running cost of the bodies",
    unit="万元",
    period="年",
    formula="各单位机关运行成本之和",
    kind="annual_return",
    better="less",
)
def running_cost(returns: Sequence[Entry], on: date) -> Figure:
    """机关运行成本。"""
    told = saying(of_year(returns, on), "running_cost")
    return total(sum_of(told, "running_cost") / TEN_THOUSAND, told)


@indicator(
    english="Running cost per head",
    unit="元/人",
    period="年",
    formula="机关运行成本 ÷ 实有人数",
    kind="annual_return",
    better="less",
)
def running_cost_per_head(returns: Sequence[Entry], on: date) -> Figure:
    """人均机关运行成本。"""
    return quotient(of_year(returns, on), "running_cost", "staff_actual")


@indicator(
    english="Running cost against the year before",
    unit="%",
    period="年",
    formula="（本年机关运行成本 − 上年）÷ 上年",
    kind="annual_return",
    better="less",
)
def running_cost_change(returns: Sequence[Entry], on: date) -> Figure:
    """机关运行成本同比。"""
    told = saying(of_year(returns, on), "running_cost", "previous_running_cost")
    before = sum_of(told, "previous_running_cost")
    return ratio(sum_of(told, "running_cost") - before, before, told, 100)


@indicator(
    english="Findings rectified",
    unit="%",
    period="年",
    formula="已整改问题数 ÷ 应整改问题数",
    kind="annual_return",
)
def rectified_share(returns: Sequence[Entry], on: date) -> Figure:
    """整改完成率。"""
    return quotient(of_year(returns, on), "findings_done", "findings_due", 100)


@indicator(
    english="Units that disclosed their offices in the year",
    unit="%",
    period="年",
    formula="本年度已公示的单位 ÷ 应公示的单位",
    kind="annual_return",
)
def disclosed_share(returns: Sequence[Entry], on: date) -> Figure:
    """公示率。"""
    asked = of_year(returns, on)
    done = [one for one in asked if Verdict.MET in verdicts(one, ("allotment-disclosed",), on)]
    return share(done, asked)


@indicator(
    english="Units that filed their leaders' offices in the year",
    unit="%",
    period="年",
    formula="本年度已备案的单位 ÷ 应备案的单位",
    kind="annual_return",
)
def filed_share(returns: Sequence[Entry], on: date) -> Figure:
    """备案率。"""
    asked = of_year(returns, on)
    done = [one for one in asked if Verdict.MET in verdicts(one, ("leaders-offices-filed",), on)]
    return share(done, asked)
