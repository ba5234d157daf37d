"""The nine violations, each a rule of its own; an inspection that names one is judged by it."""

from __future__ import annotations

from yiding.ledgers.fleet.purchase_rules import ENFORCEMENT, SECRET
from yiding.rules import Fields, Term, Values, known, rule

MEASURES = "official-vehicles-2017"
SEEN = ("vehicle", "event")
USED = ("vehicle", "event", "dispatch")
PAID = ("vehicle", "event", "cost_line")


def _named(event: Fields, breach: str) -> Term:
    """An inspection that names a violation and was not refuted."""
    is_refuted = known(event.outcome) & (event.outcome == "excluded")
    return known(event.breach) & (event.breach == breach) & ~is_refuted


@rule(
    cites=f"{MEASURES}:art-26-1",
    kind="event",
    english="No vehicle beyond quota or standard was found",
)
def nothing_beyond_quota(event: Fields, _: Values) -> Term:
    """没有查到超编制超标准配备。"""
    return (event.breach != "over").where(_named(event, "over"))


@rule(
    cites=f"{MEASURES}:art-26-2",
    kind="event",
    english="No vehicle registered in another's name was found",
)
def nothing_in_others_names(event: Fields, _: Values) -> Term:
    """没有查到登记在他人名下。"""
    found = "registered_elsewhere"
    return (event.breach != found).where(_named(event, found))


@rule(
    cites=f"{MEASURES}:art-26-9",
    kind="event",
    english="No other act against the rules was found",
)
def nothing_else_found(event: Fields, _: Values) -> Term:
    """没有查到其他违反规定的行为。"""
    return (event.breach != "other").where(_named(event, "other"))


@rule(cites=f"{MEASURES}:art-26-3", kind=USED, english="Not used privately")
def not_used_privately(seen: Fields, _: Values) -> Term:
    """公务用车不得私用。"""
    return (~seen.is_used_privately).where(known(seen.is_used_privately))


@rule(cites=f"{MEASURES}:art-26-3", kind=PAID, english="No private car at public cost")
def no_private_car_upkept(seen: Fields, _: Values) -> Term:
    """不得私车公养。"""
    return (~seen.is_private_upkeep).where(known(seen.is_private_upkeep))


@rule(
    cites=f"{MEASURES}:art-26-3",
    kind=USED,
    english="No transport allowance together with the use of a car",
)
def no_allowance_with_car(seen: Fields, _: Values) -> Term:
    """不得既领公务交通补贴又用车。"""
    return (~seen.is_allowance_taken).where(known(seen.is_allowance_taken))


@rule(
    cites=f"{MEASURES}:art-26-4",
    kind=USED,
    english="Not exchanged, borrowed or occupied from others",
)
def not_borrowed(seen: Fields, _: Values) -> Term:
    """不得换用、借用、占用他人车辆。"""
    return (~seen.is_borrowed).where(known(seen.is_borrowed))


@rule(cites=f"{MEASURES}:art-26-4", kind=SEEN, english="No donated vehicle")
def not_donated(seen: Fields, _: Values) -> Term:
    """不得擅自接受赠车。"""
    return (~seen.is_donated).where(known(seen.is_donated))


@rule(
    cites=f"{MEASURES}:art-26-5",
    kind="vehicle",
    english="An enforcement or communications vehicle is not fixed to a person",
)
def not_fixed_to_a_person(car: Fields, _: Values) -> Term:
    """执法执勤、机要通信等用车不得固定给个人。"""
    is_open = (car.vehicle_kind == ENFORCEMENT) | (car.vehicle_kind == SECRET)
    is_asked = ~known(car.vehicle_kind) | is_open
    return (~car.is_fixed_to_person).where(known(car.is_fixed_to_person) & is_asked)


@rule(
    cites=f"{MEASURES}:art-26-5",
    kind="event",
    english="No vehicle diverted or fixed to a person was found",
)
def nothing_fixed_found(event: Fields, _: Values) -> Term:
    """没有查到挪用或者固定给个人。"""
    return (~event.is_fixed_to_person).where(known(event.is_fixed_to_person))


@rule(cites=f"{MEASURES}:art-26-6", kind=SEEN, english="No luxury fitting")
def no_luxury_fitting(seen: Fields, _: Values) -> Term:
    """不得增加高档配置或者豪华内饰。"""
    return (~seen.has_luxury_fitting).where(known(seen.has_luxury_fitting))


@rule(cites=f"{MEASURES}:art-26-7", kind=PAID, english="No invented or hidden items in bills")
def no_padded_bills(seen: Fields, _: Values) -> Term:
    """维修等费用不得虚列、夹带。"""
    return (~seen.has_padded_bills).where(known(seen.has_padded_bills))


@rule(cites=f"{MEASURES}:art-26-7", kind=PAID, english="No costs of others' vehicles")
def no_others_costs(seen: Fields, _: Values) -> Term:
    """不得为非本单位车辆报销。"""
    return (~seen.has_others_costs).where(known(seen.has_others_costs))


@rule(
    cites=f"{MEASURES}:art-26-8",
    kind=("vehicle", "event", "disposal"),
    english="Not disposed of against the rules",
)
def not_disposed_wrongly(seen: Fields, _: Values) -> Term:
    """不得违规处置公务用车。"""
    return (~seen.is_disposed_wrongly).where(known(seen.is_disposed_wrongly))
