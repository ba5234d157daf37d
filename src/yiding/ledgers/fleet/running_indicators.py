"""Figures of the running of vehicles: cost, energy, distance, use, orders."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from decimal import Decimal

from yiding.dates import UnknownCalendarYear, is_working_day
from yiding.dates.calendar import add_months
from yiding.ledgers.fleet.choices import RUNNING
from yiding.ledgers.fleet.sums import (
    TEN_THOUSAND,
    YEAR,
    average_held,
    days_between,
    of_year,
    saying,
    sum_of,
    verdicts,
)
from yiding.rules import Entry, Figure, Verdict, indicator
from yiding.rules.indicator import ratio, share, total


def _running(costs: Iterable[Entry], on: date) -> list[Entry]:
    """The running costs of the year up to a day."""
    told = saying(of_year(costs, "paid_on", on), "amount")
    return [one for one in told if one.cost_kind in RUNNING]


def _driven(costs: Sequence[Entry], on: date) -> list[Entry]:
    """The orders of the year that say how far, of the units that costs are of."""
    if not costs:
        return []
    units = {one.unit for one in costs if one.unit is not None}
    orders = of_year(costs[0].batch.of_kind("dispatch"), "started_at", on)
    return [one for one in saying(orders, "km") if not units or one.unit in units]


def _own(orders: Iterable[Entry]) -> list[Entry]:
    """The orders that were driven with vehicles of one's own or of the platform."""
    return [one for one in orders if one.source != "hire" and one.state != "cancelled"]


@indicator(
    english="Running cost",
    unit="万元",
    period="年",
    formula="近十二个月能耗、维保、保险、年检、过路过桥、停车和其他费用之和",
    kind="cost_line",
    better="less",
)
def running_cost(costs: Sequence[Entry], on: date) -> Figure:
    """公务用车运行费。"""
    told = _running(costs, on)
    return total(sum_of(told, "amount") / TEN_THOUSAND, told)


@indicator(
    english="Running cost against the year before",
    unit="%",
    period="年",
    formula="（近十二个月运行费 − 前十二个月运行费）÷ 前十二个月运行费",
    kind="cost_line",
    better="less",
)
def running_cost_change(costs: Sequence[Entry], on: date) -> Figure:
    """公务用车运行费同比。"""
    told = _running(costs, on)
    before = sum_of(_running(costs, add_months(on, -YEAR)), "amount")
    return ratio(sum_of(told, "amount") - before, before, told, 100)


@indicator(
    english="Running cost per vehicle and year",
    unit="元/(车·年)",
    period="年",
    formula="近十二个月运行费 ÷ 平均在用车辆数（年初、年末的平均）",
    kind="cost_line",
    better="less",
)
def running_cost_per_vehicle(costs: Sequence[Entry], on: date) -> Figure:
    """单车年运行费。"""
    told = _running(costs, on)
    return ratio(sum_of(told, "amount"), average_held(costs, on), told)


@indicator(
    english="Running cost per kilometre",
    unit="元/km",
    period="年",
    formula="近十二个月运行费 ÷ 派车单里程",
    kind="cost_line",
    better="less",
)
def running_cost_per_km(costs: Sequence[Entry], on: date) -> Figure:
    """每公里运行费。"""
    told = _running(costs, on)
    return ratio(sum_of(told, "amount"), sum_of(_own(_driven(costs, on)), "km"), told)


def _per_100km(costs: Sequence[Entry], name: str, on: date) -> Figure:
    """Energy of the vehicles that used it, over the distance the same vehicles went."""
    told = saying(of_year(costs, "paid_on", on), name, "vehicle")
    cars = {one.vehicle for one in told}
    driven = [one for one in _own(_driven(costs, on)) if one.vehicle in cars]
    return ratio(sum_of(told, name), sum_of(driven, "km"), told, 100)


@indicator(
    english="Fuel per 100 km",
    unit="L/100km",
    period="年",
    formula="近十二个月加油量 ÷ 同一些车辆的派车单里程",
    kind="cost_line",
    better="less",
)
def fuel_per_100km(costs: Sequence[Entry], on: date) -> Figure:
    """百公里油耗。"""
    return _per_100km(costs, "litres", on)


@indicator(
    english="Electricity per 100 km",
    unit="kWh/100km",
    period="年",
    formula="近十二个月充电量 ÷ 同一些车辆的派车单里程",
    kind="cost_line",
    better="less",
)
def electricity_per_100km(costs: Sequence[Entry], on: date) -> Figure:
    """百公里电耗。"""
    return _per_100km(costs, "kwh", on)


@indicator(
    english="Cost of hired vehicles",
    unit="万元",
    period="年",
    formula="近十二个月社会租赁费之和",
    kind="cost_line",
    better="less",
)
def hire_cost(costs: Sequence[Entry], on: date) -> Figure:
    """社会租赁费。"""
    hired = [one for one in of_year(costs, "paid_on", on) if one.cost_kind == "hire"]
    return total(sum_of(hired, "amount") / TEN_THOUSAND, saying(hired, "amount"))


@indicator(
    english="Distance per vehicle and year",
    unit="km/车",
    period="年",
    formula="近十二个月自有和平台车辆的派车单里程 ÷ 平均在用车辆数",
    kind="dispatch",
)
def distance_per_vehicle(orders: Sequence[Entry], on: date) -> Figure:
    """车均年里程。"""
    told = _own(saying(of_year(orders, "started_at", on), "km"))
    return ratio(sum_of(told, "km"), average_held(orders, on), told)


@indicator(
    english="Days on which vehicles are used",
    unit="%",
    period="年",
    formula="车辆在工作日出车的天数之和 ÷（在用车辆数 × 近十二个月工作日数）",
    kind="dispatch",
)
def utilisation(orders: Sequence[Entry], on: date) -> Figure:
    """车辆使用率。"""
    told = _own(saying(of_year(orders, "started_at", on), "vehicle"))
    working = set(_working_days(on))
    used = {
        (one.vehicle, day)
        for one in told
        for day in days_between(one.started_at, one.ended_at)
        if day in working
    }
    whole = average_held(orders, on) * len(working)
    return ratio(Decimal(len(used)), whole, told, 100)


def _working_days(on: date) -> list[date]:
    """The working days of the year up to a day; none of a year without a calendar."""
    first = add_months(on, -YEAR)
    days = (first + timedelta(days=at) for at in range(1, (on - first).days + 1))
    try:
        return [day for day in days if is_working_day(day)]
    except UnknownCalendarYear:
        return []


@indicator(
    english="Orders registered in full",
    unit="%",
    period="月",
    formula="登记齐全的派车单 ÷ 已归队的派车单",
    kind="dispatch",
)
def registered_in_full_share(orders: Sequence[Entry], on: date) -> Figure:
    """派车单登记齐全率。"""
    told = [(one, verdicts(one, ("use-registered",), on)) for one in orders]
    done = [one for one, said in told if said]
    return share([one for one, said in told if Verdict.MET in said], done)


@indicator(
    english="Distance driven with an order",
    unit="%",
    period="月",
    formula="有派车单的轨迹里程 ÷ 全部轨迹里程",
    kind="trip",
)
def order_coverage(trips: Sequence[Entry], on: date) -> Figure:
    """平台派单覆盖率。"""
    told = saying(of_year(trips, "starts_at", on), "km", "is_ordered")
    ordered = [one for one in told if one.is_ordered]
    return ratio(sum_of(ordered, "km"), sum_of(told, "km"), ordered, 100)
