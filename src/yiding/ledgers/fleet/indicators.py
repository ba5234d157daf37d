"""Figures reported of quotas, vehicles and renewals: unit, period, formula, entries behind."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from yiding.ledgers.catalogue import ledger
from yiding.ledgers.fleet.ages import is_past
from yiding.ledgers.fleet.running_indicators import (
    distance_per_vehicle,
    electricity_per_100km,
    fuel_per_100km,
    hire_cost,
    order_coverage,
    registered_in_full_share,
    running_cost,
    running_cost_change,
    running_cost_per_km,
    running_cost_per_vehicle,
    utilisation,
)
from yiding.ledgers.fleet.sums import NONE, held, of_year, saying, sum_of, verdicts
from yiding.ledgers.fleet.watch_indicators import (
    alerts_checked_share,
    alerts_confirmed_share,
    alerts_open,
    complaints,
    disposal_proceeds,
    proceeds_remitted_share,
    savings,
    statistics_reported_share,
    violations_found,
)
from yiding.rules import Entry, Figure, Verdict, indicator
from yiding.rules.indicator import ratio, share, total
from yiding.rules.places import COUNTRY

__all__ = [
    "alerts_checked_share",
    "alerts_confirmed_share",
    "alerts_open",
    "complaints",
    "disposal_proceeds",
    "distance_per_vehicle",
    "electricity_per_100km",
    "fuel_per_100km",
    "hire_cost",
    "order_coverage",
    "proceeds_remitted_share",
    "registered_in_full_share",
    "running_cost",
    "running_cost_change",
    "running_cost_per_km",
    "running_cost_per_vehicle",
    "savings",
    "statistics_reported_share",
    "utilisation",
    "violations_found",
]

STANDARD_RULES = (
    "price-within-standard",
    "displacement-within-standard",
    "bus-with-special-approval",
)
RENEWAL_RULES = (
    "renewal-age-passed",
    "kept-while-usable",
    "not-renewed-for-leader",
    "renewal-reach-attained",
)
NEVER = Decimal(99)
"""An age that no vehicle reaches, for days on which the measures were not in force."""


def renewal_years(on: date) -> Decimal:
    """The age on a day past which the national row lets a vehicle be renewed, in years."""
    found = ledger("fleet").values.tables["renewal_age"].find((), (COUNTRY,), on)
    return NEVER if found is None else Decimal(found[1])


@indicator(
    english="Use of the quota",
    unit="%",
    period="季度",
    formula="在用车辆数 ÷ 编制数",
    kind="quota",
    better="less",
)
def quota_used_share(quotas: Sequence[Entry], _: date) -> Figure:
    """编制使用率。"""
    told = saying(quotas, "number", "in_use")
    return ratio(sum_of(told, "in_use"), sum_of(told, "number"), told, 100)


@indicator(
    english="Vehicles over quota",
    unit="辆",
    period="季度",
    formula="各单位各种车辆在用数超过编制数的部分之和",
    kind="quota",
    better="less",
)
def over_quota(quotas: Sequence[Entry], _: date) -> Figure:
    """超编车辆数。"""
    over = [one for one in saying(quotas, "number", "in_use") if one.in_use > one.number]
    return total(sum((one.in_use - one.number for one in over), NONE), over)


@indicator(
    english="Vehicles held",
    unit="辆",
    period="季度",
    formula="在用、维修、封存和申请更新的车辆数",
    kind="vehicle",
    better="less",
)
def vehicles_held(cars: Sequence[Entry], _: date) -> Figure:
    """公务用车保有量。"""
    return total(len(held(cars)), held(cars))


@indicator(
    english="Vehicles beyond the standard",
    unit="辆",
    period="季度",
    formula="价格、排气量或者车型超过配备标准的在编车辆数",
    kind="vehicle",
    better="less",
)
def over_standard(cars: Sequence[Entry], on: date) -> Figure:
    """超标车辆数。"""
    over = [one for one in held(cars) if Verdict.BREACHED in verdicts(one, STANDARD_RULES, on)]
    return total(len(over), over)


def _aged(cars: Sequence[Entry]) -> list[Entry]:
    """Those whose age can be told."""
    return [
        one
        for one in held(cars)
        if one.registration_date or one.purchase_date or one.months_in_all is not None
    ]


def _is_old(car: Entry, on: date) -> bool:
    """Past the age at which the national row lets it be renewed."""
    return is_past(car, renewal_years(on), on)


@indicator(
    english="Vehicles older than eight years",
    unit="%",
    period="年",
    formula="使用超过八年的车辆 ÷ 知道车龄的车辆",
    kind="vehicle",
    better="less",
)
def over_age_share(cars: Sequence[Entry], on: date) -> Figure:
    """超龄率。"""
    aged = _aged(cars)
    return share([one for one in aged if _is_old(one, on)], aged)


@indicator(
    english="Vehicles that bear the livery",
    unit="%",
    period="季度",
    formula="已喷涂标识的车辆 ÷ 应喷涂标识的车辆（免标识的不计）",
    kind="vehicle",
)
def livery_share(cars: Sequence[Entry], _: date) -> Figure:
    """标识率。"""
    due = [one for one in held(cars) if not one.is_livery_exempt]
    return share([one for one in due if one.livery_status == "present"], due)


@indicator(
    english="Vehicles that carry a terminal",
    unit="%",
    period="季度",
    formula="装有定位终端的车辆 ÷ 应装终端的车辆（免装的不计）",
    kind="vehicle",
)
def terminal_share(cars: Sequence[Entry], _: date) -> Figure:
    """定位终端安装率。"""
    due = [one for one in held(cars) if not one.is_terminal_exempt]
    return share([one for one in due if one.has_terminal], due)


@indicator(
    english="Terminals online",
    unit="%",
    period="月",
    formula="终端在线天数之和 ÷ 应在线天数之和",
    kind="vehicle",
)
def terminal_online_share(cars: Sequence[Entry], _: date) -> Figure:
    """定位在线率。"""
    told = saying(cars, "tracked_days", "online_days")
    return ratio(sum_of(told, "online_days"), sum_of(told, "tracked_days"), told, 100)


@indicator(
    english="New-energy vehicles among those held",
    unit="%",
    period="年",
    formula="新能源车辆 ÷ 在编车辆",
    kind="vehicle",
)
def new_energy_share(cars: Sequence[Entry], _: date) -> Figure:
    """新能源车占比。"""
    return share([one for one in held(cars) if one.is_new_energy], held(cars))


@indicator(
    english="New-energy vehicles among those renewed in the year",
    unit="%",
    period="年",
    formula="近十二个月更新购置的新能源车 ÷ 近十二个月更新购置的车辆",
    kind="vehicle",
)
def new_energy_renewal_share(cars: Sequence[Entry], on: date) -> Figure:
    """新能源更新占比。"""
    renewed = [one for one in of_year(cars, "dated_on", on) if one.is_renewal]
    return share([one for one in renewed if one.is_new_energy], renewed)


@indicator(
    english="Vehicles registered to the unit itself",
    unit="%",
    period="年",
    formula="登记在本单位名下的车辆 ÷ 已核登记的车辆",
    kind="vehicle",
)
def title_share(cars: Sequence[Entry], _: date) -> Figure:
    """登记合规率。"""
    told = saying(held(cars), "title_ok")
    return share([one for one in told if one.title_ok], told)


@indicator(
    english="Renewals that may be made and are not",
    unit="辆",
    period="季度",
    formula="年限已过、申请更新还没有更新的车辆数",
    kind="renewal",
    better="less",
)
def renewals_waiting(renewals: Sequence[Entry], on: date) -> Figure:
    """可更新未更新。"""
    open_ = [one for one in renewals if one.renewed_on is None or one.renewed_on > on]
    waiting = [one for one in open_ if verdicts(one, ("renewal-age-passed",), on) == {Verdict.MET}]
    return total(len(waiting), waiting)


@indicator(
    english="Renewals asked for against the rules",
    unit="辆",
    period="年",
    formula="近十二个月申请中年限、里程、事由有一项不符的车辆数",
    kind="renewal",
    better="less",
)
def renewals_against_rules(renewals: Sequence[Entry], on: date) -> Figure:
    """违规申请更新。"""
    asked = of_year(renewals, "renewal_asked_on", on)
    wrong = [one for one in asked if Verdict.BREACHED in verdicts(one, RENEWAL_RULES, on)]
    return total(len(wrong), wrong)
