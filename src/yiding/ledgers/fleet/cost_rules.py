"""Costs: booked to a vehicle, bought from whom, filled how; what looks odd goes to a person."""

from __future__ import annotations

import re
from datetime import date

from yiding.ledgers.fleet.use_rules import alerted
from yiding.rules import Amounts, Answer, Entry, Fields, Reason, Term, Values, known, rule
from yiding.rules.answers import met, undetermined

CARD = "yiding-readings:fleet-fuel-card"
DESIGNATED = ("energy", "repair", "insurance")


@rule(
    cites="institutional-affairs-2012:art-26",
    kind="cost_line",
    needs=["vehicle", "amount"],
    english="Fuel and repair are accounted to a vehicle",
)
def accounted_to_a_vehicle(cost: Fields, _: Values) -> Term:
    """燃油和维修费用单车核算。"""
    is_asked = (cost.cost_kind == "energy") | (cost.cost_kind == "repair")
    return known(cost.vehicle).where(is_asked)


@rule(
    cites="public-energy-saving:art-34",
    kind="cost_line",
    english="Energy is accounted in litres or kilowatt hours",
)
def energy_measured(cost: Fields, _: Values) -> Term:
    """能耗按加油量、充电量单车核算。"""
    is_measured = (cost.litres >= 0) | (cost.kwh >= 0)
    return is_measured.where(cost.cost_kind == "energy")


@rule(
    cites="frugality-2025:vehicles-procurement",
    or_else="yiding-readings:fleet-designated-suppliers",
    kind="cost_line",
    dated_by="paid_on",
    english="Insurance, repair and fuel come from designated suppliers",
    sequence=True,
)
def bought_from_designated(cost: Entry, _: Amounts, __: date) -> Answer | None:
    """保险、维修、加油在集中采购或者定点范围以内。"""
    if cost.cost_kind not in DESIGNATED:
        return None
    if cost.is_designated is None:
        return undetermined(Reason.NO_DATA, ("is_designated",))
    if cost.is_designated:
        return met()
    vendor, amount = cost.vendor or "商户不详", cost.amount
    told = f"{amount:f} 元" if amount is not None else "金额不详"
    return alerted("非定点", f"商户：{vendor}，金额：{told}", f"vendor {vendor}, {amount} yuan")


@rule(cites=CARD, kind="cost_line", english="One fuel card serves one vehicle", sequence=True)
def one_card_one_vehicle(cost: Entry, _: Amounts, __: date) -> Answer | None:
    """油卡一卡一车。"""
    if cost.card_no is None and cost.card_vehicle is None:
        return None
    if cost.vehicle is None:
        return undetermined(Reason.NO_DATA, ("vehicle",))
    others = [cost.card_vehicle, *_vehicles_of(cost)]
    other = next((one for one in others if one not in {None, cost.vehicle}), None)
    if other is None:
        return met()
    note = f"同一张卡还给{other}加油，请核查"
    return alerted("一卡多车", note, f"the card also serves {other}; check it")


def _vehicles_of(cost: Entry) -> list[str | None]:
    """The vehicles for which the same card was used."""
    if cost.card_no is None:
        return []
    return [one.vehicle for one in cost.batch.referring("cost_line", "card_no", cost.card_no)]


@rule(cites=CARD, kind="cost_line", english="The grade is that of the vehicle", sequence=True)
def grade_as_required(cost: Entry, _: Amounts, __: date) -> Answer | None:
    """加油标号与车辆适用标号一致。"""
    filled, required = _grade(cost.fuel_grade), _grade(cost.required_grade)
    if filled is None or required is None:
        return None
    if filled == required:
        return met()
    note = f"加了{filled}号，适用{required}号，请核查"
    return alerted("标号不符", note, f"grade {filled} for {required}; check it")


def _grade(written: str | None) -> str | None:
    """``95#``, ``95号汽油``: the number."""
    found = re.search(r"\d+", written or "")
    return found[0] if found else None


@rule(cites=CARD, kind="cost_line", english="The fill is within the tank", sequence=True)
def fill_within_tank(cost: Entry, _: Amounts, __: date) -> Answer | None:
    """加油量不超过油箱容积。"""
    if cost.litres is None or cost.tank_l is None:
        return None
    limit = cost.tank_l * (cost.fills or 1)
    if cost.litres <= limit:
        return met(cost.litres, limit, "L")
    note, note_en = "加油量超过油箱容积，请核查", "more than the tank holds; check it"
    return alerted("超出油箱", note, note_en, cost.litres, limit, unit="L")


@rule(cites=CARD, kind="cost_line", english="The fill is near the track", sequence=True)
def filled_near_the_track(cost: Entry, amounts: Amounts, _: date) -> Answer | None:
    """加油地点在轨迹附近。"""
    if cost.distance_km is None:
        return None
    limit = amounts["fill_distance"]
    if cost.distance_km <= limit:
        return met(cost.distance_km, limit, "km")
    note, note_en = "加油地点远离车辆轨迹，请核查", "far from the track; check it"
    return alerted("加油地点不符", note, note_en, cost.distance_km, limit, unit="km")
