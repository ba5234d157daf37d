"""Figures of money: what came of what was planned, who pays, what a metre and a home cost."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from yiding.ledgers.renewal.standing import NONE, known_as, saying, sum_of
from yiding.rules import Entry, Figure, indicator
from yiding.rules.indicator import ratio

OF_PLACES = frozenset({"province", "city", "county", "city_county"})
BORROWED = frozenset({"loan", "special_bond"})


def _in_place(rows: Iterable[Entry], sources: frozenset[str] | None = None) -> Figure:
    """What has come of what was planned; what is not told has not come."""
    told = [one for one in saying(rows, "planned") if sources is None or one.source in sources]
    return ratio(sum_of(told, "in_place"), sum_of(told, "planned"), told, 100)


def _part(rows: Iterable[Entry], source: str) -> Figure:
    told = saying(rows, "planned")
    own = [one for one in told if one.source == source]
    return ratio(sum_of(own, "planned"), sum_of(told, "planned"), own, 100)


@indicator(
    english="Money that has come",
    unit="%",
    period="月",
    formula="到位资金 ÷ 计划资金",
    kind="funding",
)
def money_in_place(rows: Sequence[Entry], _: date) -> Figure:
    """资金到位率。"""
    return _in_place(rows)


@indicator(
    english="Central money that has come",
    unit="%",
    period="月",
    formula="中央到位资金 ÷ 中央计划资金",
    kind="funding",
)
def central_money_in_place(rows: Sequence[Entry], _: date) -> Figure:
    """中央资金到位率。"""
    return _in_place(rows, frozenset({"central"}))


@indicator(
    english="Local money that has come",
    unit="%",
    period="月",
    formula="省、市、县到位资金 ÷ 省、市、县计划资金",
    kind="funding",
)
def local_money_in_place(rows: Sequence[Entry], _: date) -> Figure:
    """省市县资金到位率。"""
    return _in_place(rows, OF_PLACES)


@indicator(
    english="Residents' money that has come",
    unit="%",
    period="月",
    formula="居民到位资金 ÷ 居民计划资金",
    kind="funding",
)
def resident_money_in_place(rows: Sequence[Entry], _: date) -> Figure:
    """居民出资到位率。"""
    return _in_place(rows, frozenset({"residents"}))


@indicator(
    english="Borrowed money that has come",
    unit="%",
    period="月",
    formula="专项债、贷款到位资金 ÷ 专项债、贷款计划资金",
    kind="funding",
)
def borrowed_money_in_place(rows: Sequence[Entry], _: date) -> Figure:
    """融资到位率。"""
    return _in_place(rows, BORROWED)


@indicator(
    english="The residents' part",
    unit="%",
    period="年",
    formula="居民计划出资 ÷ 计划资金",
    kind="funding",
)
def resident_money_share(rows: Sequence[Entry], _: date) -> Figure:
    """居民出资占比。"""
    return _part(rows, "residents")


@indicator(
    english="The part of companies and society",
    unit="%",
    period="年",
    formula="社会力量计划出资 ÷ 计划资金",
    kind="funding",
)
def society_money_share(rows: Sequence[Entry], _: date) -> Figure:
    """社会资本占比。"""
    return _part(rows, "society")


@indicator(
    english="Investment completed",
    unit="%",
    period="月",
    formula="完成投资 ÷ 计划投资",
    kind="project",
)
def investment_completed(projects: Sequence[Entry], _: date) -> Figure:
    """投资完成率。"""
    told = saying(projects, "total_investment")
    return ratio(sum_of(told, "invested"), sum_of(told, "total_investment"), told, 100)


@indicator(
    english="Cost per square metre",
    unit="元/m²",
    period="年",
    formula="计划投资 ÷ 建筑面积",
    kind="project",
    better="less",
)
def cost_per_area(projects: Sequence[Entry], _: date) -> Figure:
    """单位面积造价。"""
    return _cost_per(projects, "floor_area")


@indicator(
    english="Cost per household",
    unit="元/户",
    period="年",
    formula="计划投资 ÷ 户数",
    kind="project",
    better="less",
)
def cost_per_household(projects: Sequence[Entry], _: date) -> Figure:
    """户均造价。"""
    return _cost_per(projects, "households")


def _cost_per(projects: Sequence[Entry], name: str) -> Figure:
    """The project's own measure, else that of its communities."""
    sizes = {one.id: _size(one, name) for one in saying(projects, "total_investment")}
    told = [one for one in projects if sizes.get(one.id)]
    whole = sum((sizes[one.id] for one in told), NONE)
    return ratio(sum_of(told, "total_investment"), whole, told)


def _size(project: Entry, name: str) -> Decimal:
    own: Decimal | None = project.values.get(name)
    if own is not None:
        return own
    named = set(project.communities or ())
    inside = (one for one in project.batch.of_kind("community") if named & set(known_as(one)))
    return sum_of(inside, name) if named else NONE
