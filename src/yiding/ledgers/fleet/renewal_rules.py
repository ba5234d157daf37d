"""When a vehicle may be renewed: the national row and the local one side by side."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from yiding.ledgers.fleet.ages import (
    MONTHS,
    first_day_past,
    has_reached,
    is_past,
    is_told,
    months_old,
)
from yiding.rules import (
    Amounts,
    Answer,
    Entry,
    Fields,
    Reason,
    Term,
    Values,
    Verdict,
    known,
    rule,
)
from yiding.rules.answers import breached, computed, met, undetermined

AGE = "official-vehicles-2017:art-22-renewal"
ASKING = ("vehicle", "renewal")
NO_DAY = ("registration_date",)


@rule(cites=AGE, kind="vehicle", english="How old the vehicle is", sequence=True)
def age_told(car: Entry, amounts: Amounts, on: date) -> Answer | None:
    """从登记之日起算车龄。"""
    months = months_old(car, on)
    if months is None or car.wants_renewal or car.state in {"disposed", "deregistered"}:
        return None
    years, rest = divmod(months, MONTHS)
    label = "超过更新年限" if is_past(car, amounts["renewal_age"], on) else "未过更新年限"
    return computed(years, label, "年", note=f"满{years}年{rest}个月", note_en=f"{months} months")


@rule(
    cites=AGE,
    kind=ASKING,
    dated_by="renewal_asked_on",
    english="Renewed only after more than eight years, or earlier for safety with approval",
    sequence=True,
)
def renewal_age_passed(car: Entry, amounts: Amounts, on: date) -> Answer | None:
    """使用年限超过八年方可更新，因安全等原因提前的须严格审批。"""
    if not car.wants_renewal:
        return None
    if not is_told(car):
        return undetermined(Reason.NO_DATA, NO_DAY)
    if is_past(car, amounts["renewal_age"], on):
        return replace(met(), label="可以更新")
    return _early(car) or Answer(
        Verdict.DUE, label="未到年限", due_on=first_day_past(car, amounts["renewal_age"], on)
    )


def _early(car: Entry) -> Answer | None:
    """Earlier than by age: for safety and the like, and with strict approval."""
    if car.is_safety_reason:
        if car.is_early_approved is None:
            return undetermined(Reason.NO_DATA, ("early_approval",))
        is_granted = car.is_early_approved
        granted = replace(met(), label="经批准提前更新")
        return granted if is_granted else breached(missing=("early_approval",), label="未经批准")
    if not car.is_early_approved or car.is_for_leader:
        return None
    if car.is_safety_reason is None:
        return undetermined(Reason.NO_DATA, ("renewal_reason",))
    note = "没有到年限，批准的事由不是安全原因"
    return undetermined(Reason.JUDGEMENT, note=note, note_en="approved, yet not for safety")


@rule(
    cites=AGE,
    kind=ASKING,
    needs=["is_usable"],
    dated_by="renewal_asked_on",
    english="A vehicle that can still be used is kept",
)
def kept_while_usable(car: Fields, _: Values) -> Term:
    """到了年限仍能使用的继续使用。"""
    return (~car.is_usable).where(known(car.wants_renewal) & car.wants_renewal)


@rule(
    cites="frugality-2025:vehicles-renewal",
    kind=ASKING,
    dated_by="renewal_asked_on",
    english="A leader's promotion or transfer is no reason to renew",
)
def not_renewed_for_leader(car: Fields, _: Values) -> Term:
    """不因领导干部晋升、调任更新车辆。"""
    return (~car.is_for_leader).where(known(car.is_for_leader))


@rule(
    cites="suzhou-2024-frugality:vehicle-renewal",
    kind=ASKING,
    dated_by="renewal_asked_on",
    english="In Suzhou not renewed before ten years and 100,000 km",
    sequence=True,
)
def renewal_reach_attained(car: Entry, amounts: Amounts, on: date) -> Answer | None:
    """苏州没有到十年和十万公里的原则上不更新。"""
    years, limit = amounts["renewal_reach", "years"], amounts["renewal_reach", "km"]
    if not car.wants_renewal or limit is None:
        return None
    told = {"registration_date": is_told(car), "odometer_km": car.odometer_km is not None}
    if missing := tuple(name for name, known_ in told.items() if not known_):
        return undetermined(Reason.NO_DATA, missing)
    distance = car.odometer_km
    is_old, is_driven = has_reached(car, years, on), distance >= limit
    if is_old and is_driven:
        return replace(met(distance, limit, "km"), label="可以更新")
    if is_old == is_driven:
        return breached(distance, limit, "km", excess=limit - distance, label="不予更新")
    which = "年限到了、里程没有到" if is_old else "里程到了、年限没有到"
    note, note_en = f"{which}，条文两种读法都通，由人判断", "one of the two is reached"
    answer = undetermined(Reason.JUDGEMENT, note=note, note_en=note_en)
    return replace(answer, measured=distance, limit=limit, unit="km")


@rule(
    cites="suzhou-2024-frugality:new-energy-renewal",
    kind=ASKING,
    dated_by="dated_on",
    english="In Suzhou what is renewed is in principle a new-energy vehicle",
    sequence=True,
)
def renewed_with_new_energy(car: Entry, _: Amounts, __: date) -> Answer | None:
    """苏州更新的公务用车原则上为新能源车。"""
    is_renewed = car.kind == "renewal" or car.is_renewal
    is_new_energy = car.new_is_new_energy if car.kind == "renewal" else car.is_new_energy
    if not is_renewed:
        return None
    if is_new_energy is None:
        name = "new_is_new_energy" if car.kind == "renewal" else "is_new_energy"
        return undetermined(Reason.NO_DATA, (name,))
    if is_new_energy:
        return met()
    note, note_en = "原则上为新能源车，选燃油车的请附理由", "in principle new energy; give grounds"
    return undetermined(Reason.JUDGEMENT, note=note, note_en=note_en)


@rule(
    cites="vertical-vehicles-2019:art-5",
    kind="vehicle",
    needs=["old_disposed_on", "dated_on"],
    dated_by="dated_on",
    english="The old vehicle is disposed of before or with the renewal",
)
def old_vehicle_disposed_first(car: Fields, _: Values) -> Term:
    """垂直管理机构处置一辆更新一辆。"""
    is_vertical = known(car.owner_class) & (car.owner_class == "vertical")
    speaks = is_vertical & known(car.is_renewal) & car.is_renewal
    return (car.old_disposed_on <= car.dated_on).where(speaks)
