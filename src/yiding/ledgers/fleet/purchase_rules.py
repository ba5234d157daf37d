"""What may be bought: price, displacement and class by kind of vehicle; where and of what make."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from yiding.rules import (
    Amounts,
    Answer,
    Entry,
    Fields,
    Reason,
    Term,
    Values,
    choose,
    known,
    rule,
)
from yiding.rules.answers import computed, undetermined

STANDARD = "official-vehicles-2017:standard"
SECRET, SPECIAL, ENFORCEMENT = "secret", "special", "enforcement"
ORDINARY, WORK_NEED, NO_KIND = "ordinary", "work_need", "none"


def on_record(flag: Term) -> Term:
    """That a thing is said and so; what is not on record is not there."""
    return known(flag) & flag


def _is_large(car: Fields, values: Values) -> Term:
    """Long enough, or for enough persons."""
    is_long = car.length_m >= values.passenger_class["large_length"]
    return is_long | (car.seats >= values.passenger_class["large_persons"])


def _is_medium(car: Fields, values: Values) -> Term:
    return car.seats >= values.passenger_class["medium_persons"]


def _is_mini(car: Fields, values: Values) -> Term:
    """Short and of little displacement."""
    is_short = car.length_m <= values.passenger_class["mini_length"]
    return is_short & (car.displacement_l <= values.passenger_class["mini_displacement"])


def measured_class(car: Fields, values: Values) -> Term:
    """The class that length, persons and displacement make."""
    return choose(
        (_is_large(car, values), "large"),
        (_is_medium(car, values), "medium"),
        (_is_mini(car, values), "mini"),
        otherwise="small",
    )


def class_of(car: Fields, values: Values) -> Term:
    """The class on record, else the one measured; the standard knows no mini."""
    return choose(
        (known(car.vehicle_class), car.vehicle_class),
        (_is_large(car, values), "large"),
        (_is_medium(car, values), "medium"),
        otherwise="small",
    )


def is_bus(car: Fields, values: Values) -> Term:
    """A medium or large bus."""
    its_class = class_of(car, values)
    return (its_class == "medium") | (its_class == "large")


def is_new_energy_sedan(car: Fields) -> Term:
    """A sedan on record as new energy."""
    return on_record(car.is_new_energy) & car.is_sedan


def is_special_case(car: Fields, values: Values) -> Term:
    """Approved in special circumstances: no sedan, and not of confidential communications."""
    is_open = (car.vehicle_kind != SECRET) & (car.vehicle_kind != SPECIAL)
    is_asked = on_record(car.is_special_approved) & is_open & ~on_record(car.is_surely_sedan)
    return choose((is_asked, is_bus(car, values) | ~car.is_sedan), otherwise=False)


def need_of(car: Fields) -> Term:
    """The column of the standard: work need counts where it is approved on record."""
    return choose((on_record(car.is_work_need_approved), WORK_NEED), otherwise=ORDINARY)


def _plain_kind(car: Fields) -> Term:
    """The kind whose own row holds, once it is known to be no new-energy sedan."""
    return choose((is_new_energy_sedan(car), NO_KIND), otherwise=car.vehicle_kind)


@rule(
    cites=STANDARD,
    kind="vehicle",
    needs=["vehicle_kind", "price"],
    dated_by="dated_on",
    english="The price, net of purchase tax, is within the standard of its kind",
)
def price_within_standard(car: Fields, values: Values) -> Term:
    """购置价格不超过本种车辆的标准。"""
    limit = choose(
        (is_new_energy_sedan(car), values.new_energy_price[car.vehicle_kind]),
        (is_special_case(car, values), values.special_price[class_of(car, values)]),
        otherwise=values.purchase_price[_plain_kind(car), need_of(car)],
    )
    return car.price <= limit


@rule(
    cites=STANDARD,
    kind="vehicle",
    needs=["vehicle_kind", "displacement_l"],
    dated_by="dated_on",
    english="The displacement is within the standard of its kind",
)
def displacement_within_standard(car: Fields, values: Values) -> Term:
    """排气量不超过本种车辆的标准。"""
    its_class, is_special = class_of(car, values), is_special_case(car, values)
    limit = choose(
        (is_special, values.special_displacement[its_class]),
        otherwise=values.purchase_displacement[car.vehicle_kind, need_of(car)],
    )
    is_engineless = on_record(car.is_new_energy) & ~known(car.displacement_l)
    is_electric = known(car.fuel) & (car.fuel == "electric")
    is_free = is_new_energy_sedan(car) | is_engineless | is_electric
    is_large = choose((is_special, its_class == "large"), otherwise=False)
    return (car.displacement_l <= limit).where(~is_free & ~is_large)


@rule(
    cites=STANDARD,
    kind="vehicle",
    needs=["vehicle_kind"],
    dated_by="dated_on",
    english="A medium or large bus is bought in special circumstances, approved on record",
)
def bus_with_special_approval(car: Fields, values: Values) -> Term:
    """中型、大型客车只在特殊情况下经批准配备，机要通信不配。"""
    allowed = on_record(car.is_special_approved) & (car.vehicle_kind != SECRET)
    return allowed.where(is_bus(car, values) & (car.vehicle_kind != SPECIAL))


@rule(
    cites="frugality-2025:vehicles-procurement",
    kind="vehicle",
    dated_by="dated_on",
    english="The vehicle is made in China",
)
def made_in_china(car: Fields, _: Values) -> Term:
    """公务用车选用国产汽车。"""
    return car.is_domestic.where(known(car.is_domestic))


@rule(
    cites="frugality-2025:vehicles-procurement",
    kind="vehicle",
    dated_by="dated_on",
    english="The vehicle is procured centrally",
)
def procured_centrally(car: Fields, _: Values) -> Term:
    """公务用车由政府集中采购。"""
    return car.is_centrally_procured.where(known(car.is_centrally_procured))


@rule(
    cites="ga-802-2019:passenger",
    kind="vehicle",
    english="The class of a passenger vehicle",
    sequence=True,
)
def passenger_class(car: Entry, amounts: Amounts, _: date) -> Answer | None:
    """按车长、载客人数和排量分规格。"""
    told = {"length_m": car.length_m, "seats": car.seats}
    if not any(told.values()):
        return None
    if _reaches(car.length_m, amounts, "large_length") or _reaches(
        car.seats, amounts, "large_persons"
    ):
        return computed(None, "大型")
    if missing := tuple(name for name, one in told.items() if one is None):
        return undetermined(Reason.NO_DATA, missing)
    if _reaches(car.seats, amounts, "medium_persons"):
        return computed(None, "中型")
    return _small_or_mini(car, amounts)


def _reaches(measure: Decimal | None, amounts: Amounts, what: str) -> bool:
    """Whether a measure is known and at its bound or above."""
    return measure is not None and bool(measure >= amounts["passenger_class", what])


def _small_or_mini(car: Entry, amounts: Amounts) -> Answer:
    if car.length_m > amounts["passenger_class", "mini_length"]:
        return computed(None, "小型")
    if car.displacement_l is None:
        return undetermined(Reason.NO_DATA, ("displacement_l",))
    is_mini = car.displacement_l <= amounts["passenger_class", "mini_displacement"]
    return computed(None, "微型" if is_mini else "小型")


@rule(
    cites="ga-802-2019:passenger",
    kind="vehicle",
    english="The class on record is the one its measures make",
)
def class_as_measured(car: Fields, values: Values) -> Term:
    """登记的规格与车长、载客人数相符。"""
    measured = measured_class(car, values)
    return (car.vehicle_class == measured).where(known(car.vehicle_class) & known(measured))
