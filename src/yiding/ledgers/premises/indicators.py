"""Figures reported: unit, period, formula, and the entries behind."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from yiding.ledgers.premises.sums import (
    NONE,
    TEN_THOUSAND,
    found,
    quotient,
    saying,
    sum_of,
    verdicts,
)
from yiding.ledgers.premises.year_indicators import (
    disclosed_share,
    energy_per_area,
    energy_per_head,
    filed_share,
    rectified_share,
    running_cost,
    running_cost_change,
    running_cost_per_area,
    running_cost_per_head,
)
from yiding.rules import Entry, Figure, Verdict, indicator
from yiding.rules.indicator import ratio, share, total

__all__ = [
    "disclosed_share",
    "energy_per_area",
    "energy_per_head",
    "filed_share",
    "rectified_share",
    "running_cost",
    "running_cost_change",
    "running_cost_per_area",
    "running_cost_per_head",
]

AREA_RULES = ("area-within-limit", "shared-room-within-sum", "second-office-smaller")
LEAVING_RULES = ("second-office-vacated", "office-recovered")


@indicator(
    english="Share of offices over the limit",
    unit="%",
    period="季度",
    formula="超过限值的办公室 ÷ 已比对的办公室",
    kind="office",
    better="less",
)
def over_limit_share(offices: Sequence[Entry], on: date) -> Figure:
    """超标率。"""
    judged = [(one, verdicts(one, AREA_RULES, on)) for one in offices]
    measured = [one for one, told in judged if told & {Verdict.MET, Verdict.BREACHED}]
    return share([one for one, told in judged if Verdict.BREACHED in told], measured)


@indicator(
    english="Area over the limit",
    unit="m²",
    period="季度",
    formula="各办公室超出限值的使用面积之和",
    kind="office",
    better="less",
)
def over_limit_area(offices: Sequence[Entry], on: date) -> Figure:
    """超标面积。"""
    beyond = {one.id: _excess(one, on) for one in offices}
    return total(sum(beyond.values(), NONE), [one for one in offices if beyond[one.id]])


def _excess(office: Entry, on: date) -> Decimal:
    """The largest excess any row finds: the stricter decides."""
    told = (one.answer.excess or NONE for one in found(office, AREA_RULES, on))
    return max(told, default=NONE)


@indicator(
    english="Office area per person",
    unit="m²/人",
    period="年",
    formula="办公室使用面积之和 ÷ 使用人数",
    kind="office",
    better="less",
)
def office_area_per_person(offices: Sequence[Entry], _: date) -> Figure:
    """人均办公室使用面积。"""
    used = [one for one in saying(offices, "area_m2") if one.nature in (None, "office")]
    used = [one for one in used if one.status in (None, "in_use")]
    people = sum((Decimal(one.occupant_count or 1) for one in used), NONE)
    return ratio(sum_of(used, "area_m2"), people, used)


@indicator(
    english="Share of area idle",
    unit="%",
    period="季度",
    formula="闲置使用面积 ÷ 使用面积总和",
    kind="office",
    better="less",
)
def idle_share(offices: Sequence[Entry], _: date) -> Figure:
    """闲置率。"""
    measured = saying(offices, "area_m2")
    idle = [one for one in measured if _is_idle(one)]
    return ratio(sum_of(idle, "area_m2"), sum_of(measured, "area_m2"), idle, 100)


def _is_idle(office: Entry) -> bool:
    return "idle" in (office.status, office.nature)


@indicator(
    english="Months idle on average",
    unit="月",
    period="季度",
    formula="各闲置房间已闲置的整月数之和 ÷ 闲置房间数",
    kind="office",
    better="less",
)
def idle_months(offices: Sequence[Entry], on: date) -> Figure:
    """闲置时长。"""
    idle = [one for one in saying(offices, "idle_since") if _is_idle(one) and one.idle_since <= on]
    months = sum(_months(one.idle_since, on) for one in idle)
    return ratio(Decimal(months), Decimal(len(idle)), idle)


def _months(start: date, end: date) -> int:
    """Whole months from one day to another."""
    return (end.year - start.year) * 12 + end.month - start.month - (end.day < start.day)


@indicator(
    english="Service rooms used of those allowed",
    unit="%",
    period="年",
    formula="服务用房实有使用面积 ÷ 核定使用面积",
    kind="unit",
    better="less",
)
def service_rooms_used(units: Sequence[Entry], on: date) -> Figure:
    """服务用房占用率。"""
    allowed = {one.id: _allowed(one, on) for one in saying(units, "service_area_m2")}
    told = [one for one in units if allowed.get(one.id)]
    most = sum((allowed[one.id] or NONE for one in told), NONE)
    return ratio(sum_of(told, "service_area_m2"), most, told, 100)


def _allowed(unit: Entry, on: date) -> Decimal | None:
    told = found(unit, ("service-rooms-allowance",), on)
    values = [one.answer.value for one in told if one.verdict == Verdict.COMPUTED]
    return next((one for one in values if isinstance(one, Decimal)), None)


@indicator(
    english="Office area per head of the staff",
    unit="m²/人",
    period="年",
    formula="办公室使用面积合计 ÷ 实有人数",
    kind="unit",
    better="less",
)
def office_area_per_staff(units: Sequence[Entry], _: date) -> Figure:
    """按实有人数的人均办公室使用面积。"""
    return quotient(units, "offices_area_m2", "staff_actual")


@indicator(
    english="Office area per head of the quota",
    unit="m²/人",
    period="年",
    formula="办公室使用面积合计 ÷ 编制数",
    kind="unit",
    better="less",
)
def office_area_per_quota(units: Sequence[Entry], _: date) -> Figure:
    """按编制数的人均办公室使用面积。"""
    return quotient(units, "offices_area_m2", "staff_quota")


@indicator(
    english="Usable share of the gross area",
    unit="%",
    period="年",
    formula="使用面积 ÷ 建筑面积",
    kind="building",
)
def usable_share(buildings: Sequence[Entry], _: date) -> Figure:
    """使用面积系数。"""
    return quotient(buildings, "usable_area_m2", "gross_area_m2", 100)


@indicator(
    english="Buildings whose title is registered to the management department",
    unit="%",
    period="年",
    formula="登记在机关事务管理部门名下的建筑 ÷ 全部建筑",
    kind="building",
)
def unified_title_share(buildings: Sequence[Entry], _: date) -> Figure:
    """权属统一登记率。"""
    return share([one for one in buildings if one.is_registered_to_management], buildings)


@indicator(
    english="Offices recovered in time",
    unit="%",
    period="季度",
    formula="按期腾退、收回的 ÷ 已到期应腾退、收回的",
    kind="person",
)
def recovered_in_time_share(people: Sequence[Entry], on: date) -> Figure:
    """腾退及时率。"""
    judged = [(one, verdicts(one, LEAVING_RULES, on)) for one in people]
    done = [one for one, told in judged if told & {Verdict.MET, Verdict.OVERDUE}]
    return share([one for one, told in judged if told == {Verdict.MET}], done)


def _rented(leases: Sequence[Entry], on: date) -> list[Entry]:
    """What is rented in on a day."""
    rented = [one for one in leases if one.direction in (None, "rent_in")]
    begun = [one for one in rented if one.starts_on is None or one.starts_on <= on]
    return [one for one in begun if one.ends_on is None or one.ends_on >= on]


@indicator(
    english="Rent paid a year",
    unit="万元/年",
    period="年",
    formula="在租办公用房年租金之和",
    kind="lease",
    better="less",
)
def rent_paid(leases: Sequence[Entry], on: date) -> Figure:
    """租用成本。"""
    rented = saying(_rented(leases, on), "rent")
    return total(sum_of(rented, "rent") / TEN_THOUSAND, rented)


@indicator(
    english="Rent per square metre",
    unit="元/(m²·年)",
    period="年",
    formula="在租办公用房年租金之和 ÷ 租用面积",
    kind="lease",
    better="less",
)
def rent_per_area(leases: Sequence[Entry], on: date) -> Figure:
    """单位面积租金。"""
    return quotient(_rented(leases, on), "rent", "area_m2")


@indicator(
    english="Share of the space that is rented",
    unit="%",
    period="年",
    formula="租用面积 ÷（自有建筑面积 + 租用面积）",
    kind="lease",
    better="less",
)
def rented_share(leases: Sequence[Entry], on: date) -> Figure:
    """租用面积占比。"""
    rented = saying(_rented(leases, on), "area_m2")
    area = sum_of(rented, "area_m2")
    beside = leases[0].batch.of_kind("building") if leases else ()
    own = sum_of((one for one in beside if one.source != "renting"), "gross_area_m2")
    return ratio(area, own + area, rented, 100)


@indicator(
    english="Rent avoided by redistribution",
    unit="万元/年",
    period="年",
    formula="调剂使用的面积 × 当地租金之和",
    kind="disposal",
)
def rent_avoided(disposals: Sequence[Entry], on: date) -> Figure:
    """调剂节约额。"""
    moved = [one for one in disposals if one.way == "redistribution"]
    told = [
        one
        for one in saying(moved, "area_m2", "local_rent")
        if one.disposed_on is None or one.disposed_on <= on
    ]
    saved = sum((one.area_m2 * one.local_rent for one in told), NONE)
    return total(saved / TEN_THOUSAND, told)
