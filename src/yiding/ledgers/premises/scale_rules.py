"""How much space a body may have, reckoned from its quota."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from yiding.ledgers.premises.allowances import (
    annexes_allowed,
    canteen,
    equipment_allowed,
    garage,
    gross_allowed,
    has_posts,
    names_annexes,
    offices_allowed,
    service_per_head,
    to_the_cent,
)
from yiding.ledgers.premises.occupancy import NoLimit, within
from yiding.rules import Amounts, Answer, Entry, Fields, Reason, Term, Values, compute, known, rule
from yiding.rules.answers import computed, undetermined

BODIES = ("unit", "works")
SERVICE = "ndrc-2014-2674:service-rooms"
ANNEXES = "ndrc-2014-2674:annexes"
Allowed = Callable[[Entry, Amounts], Decimal]


def _figure(body: Entry, amounts: Amounts, allowed: Allowed) -> Answer:
    try:
        return computed(to_the_cent(allowed(body, amounts)), unit="m²")
    except NoLimit as why:
        return why.answer


def _held_against(
    body: Entry, amounts: Amounts, measured: Decimal | None, allowed: Allowed
) -> Answer | None:
    if measured is None:
        return None
    try:
        return within(measured, to_the_cent(allowed(body, amounts)))
    except NoLimit as why:
        return why.answer


def _tells_heads(body: Fields) -> Term:
    return known(body.staff_quota) | known(body.service_area_m2)


@rule(
    cites="ndrc-2014-2674:annex-1",
    kind=BODIES,
    english="Usable area of offices that the posts allow",
    sequence=True,
)
def offices_allowance(body: Entry, amounts: Amounts, _: date) -> Answer | None:
    """按编制职级核定的办公室使用面积。"""
    return _figure(body, amounts, offices_allowed) if has_posts(body) else None


@rule(
    cites="ndrc-2014-2674:annex-1",
    kind="post",
    needs=["level", "rank", "quota_count"],
    english="Usable area of offices that the post's quota allows",
)
def post_allowance(post: Fields, values: Values) -> Term:
    """按职数核定的办公室使用面积。"""
    limit = values.office_area[post.level, post.rank]
    return compute(post.quota_count * limit, "m²").where(
        known(post.level) & known(post.rank) & known(post.quota_count)
    )


@rule(
    cites=SERVICE,
    kind=BODIES,
    needs=["staff_quota", "level"],
    english="Service rooms per head of the quota",
)
def service_rooms_per_head(body: Fields, values: Values) -> Term:
    """服务用房人均使用面积指标。"""
    return compute(service_per_head(body, values), "m²/人").where(_tells_heads(body))


@rule(
    cites=SERVICE,
    kind=BODIES,
    needs=["staff_quota", "level"],
    english="Service rooms that the quota allows",
)
def service_rooms_allowance(body: Fields, values: Values) -> Term:
    """按编制定员核定的服务用房使用面积。"""
    total = service_per_head(body, values) * body.staff_quota
    return compute(total, "m²").where(_tells_heads(body))


@rule(
    cites=SERVICE,
    kind=BODIES,
    needs=["staff_quota", "level"],
    english="Service rooms are within what the quota allows",
)
def service_rooms_within_allowance(body: Fields, values: Values) -> Term:
    """服务用房使用面积不超过核定面积。"""
    total = service_per_head(body, values) * body.staff_quota
    return (body.service_area_m2 <= total).where(known(body.service_area_m2))


@rule(
    cites=SERVICE,
    kind=BODIES,
    needs=["staff_quota"],
    english="Service rooms per head do not exceed the top of the range",
)
def service_rooms_within_range(body: Fields, values: Values) -> Term:
    """中央和省级服务用房人均面积不超过区间上限。"""
    most = values.service_room_most[body.level] * body.staff_quota
    is_ranged = (body.level == "central") | (body.level == "province")
    return (body.service_area_m2 <= most).where(known(body.service_area_m2) & is_ranged)


@rule(
    cites="ndrc-2014-2674:equipment-rooms",
    kind=BODIES,
    english="Equipment rooms that offices and service rooms allow",
    sequence=True,
)
def equipment_allowance(body: Entry, amounts: Amounts, _: date) -> Answer | None:
    """按办公室和服务用房核定的设备用房使用面积。"""
    return _figure(body, amounts, equipment_allowed) if has_posts(body) else None


@rule(
    cites="ndrc-2014-2674:equipment-rooms",
    kind=BODIES,
    english="Equipment rooms are within what is allowed",
    sequence=True,
)
def equipment_within_allowance(body: Entry, amounts: Amounts, _: date) -> Answer | None:
    """设备用房使用面积不超过核定面积。"""
    allowed = equipment_allowed if has_posts(body) else _equipment_by_areas
    return _held_against(body, amounts, body.equipment_area_m2, allowed)


def _equipment_by_areas(body: Entry, amounts: Amounts) -> Decimal:
    """The share of the offices and service rooms there are, where no posts are told."""
    areas = {"offices_area_m2": body.offices_area_m2, "service_area_m2": body.service_area_m2}
    wanting = tuple(name for name, area in areas.items() if area is None)
    if wanting:
        raise NoLimit(undetermined(Reason.NO_DATA, wanting))
    both = Decimal(body.offices_area_m2 + body.service_area_m2)
    return both * Decimal(amounts["equipment_share"])


@rule(cites=ANNEXES, kind=BODIES, english="Gross area of annexes allowed", sequence=True)
def annexes_allowance(body: Entry, amounts: Amounts, _: date) -> Answer | None:
    """核定的附属用房建筑面积。"""
    return _figure(body, amounts, annexes_allowed) if names_annexes(body) else None


@rule(
    cites="ndrc-2014-2674:total-area",
    kind=BODIES,
    english="Total gross area allowed",
    sequence=True,
)
def gross_area_allowance(body: Entry, amounts: Amounts, _: date) -> Answer | None:
    """核定的总建筑面积。"""
    return _figure(body, amounts, gross_allowed) if has_posts(body) else None


@rule(
    cites="ndrc-2014-2674:total-area",
    kind="unit",
    english="Gross area is within what is allowed",
    sequence=True,
)
def gross_area_within_allowance(body: Entry, amounts: Amounts, _: date) -> Answer | None:
    """总建筑面积不超过核定面积。"""
    if not has_posts(body):
        return None
    return _held_against(body, amounts, body.gross_area_m2, gross_allowed)


@rule(
    cites="ndrc-2014-2674:annex-1",
    kind=BODIES,
    english="Offices together are within what the posts allow",
    sequence=True,
)
def offices_within_allowance(body: Entry, amounts: Amounts, _: date) -> Answer | None:
    """办公室使用面积合计不超过核定面积。"""
    if not has_posts(body):
        return None
    return _held_against(body, amounts, body.offices_area_m2, offices_allowed)


@rule(
    cites="ndrc-2014-2674:usable-share",
    kind=("building", "compound", "unit"),
    needs=["storey_kind"],
    english="The usable share of the gross area reaches the standard",
)
def usable_share_reached(building: Fields, values: Values) -> Term:
    """使用面积系数不低于标准。"""
    share = building.usable_area_m2 / building.gross_area_m2
    is_told = known(building.usable_area_m2) & known(building.gross_area_m2)
    return (share >= values.usable_share[building.storey_kind]).where(is_told)


@rule(cites=ANNEXES, kind=BODIES, needs=["staff_quota"], english="The canteen is within its limit")
def canteen_within_limit(body: Fields, values: Values) -> Term:
    """食堂建筑面积不超过按编制定员核定的面积。"""
    return (body.canteen_area_m2 <= canteen(body, values)).where(known(body.canteen_area_m2))


@rule(cites=ANNEXES, kind=BODIES, needs=["garage_bays"], english="The garage is within its limit")
def garage_within_limit(body: Fields, values: Values) -> Term:
    """车库建筑面积不超过按车位核定的面积。"""
    return (body.garage_area_m2 <= garage(body, values)).where(known(body.garage_area_m2))


@rule(
    cites=ANNEXES, kind=BODIES, needs=["bicycles"], english="The bicycle shed is within its limit"
)
def bicycle_shed_within_limit(body: Fields, values: Values) -> Term:
    """自行车库面积不超过按辆数核定的面积。"""
    most = body.bicycles * values.annex_each["bicycle"]
    return (body.bicycle_area_m2 <= most).where(known(body.bicycle_area_m2))


@rule(cites=ANNEXES, kind=BODIES, needs=["ebikes"], english="The e-bike shed is within its limit")
def ebike_shed_within_limit(body: Fields, values: Values) -> Term:
    """电动车、摩托车库面积不超过按辆数核定的面积。"""
    most = body.ebikes * values.annex_each["ebike"]
    return (body.ebike_area_m2 <= most).where(known(body.ebike_area_m2))


@rule(
    cites=ANNEXES, kind=BODIES, needs=["guards"], english="The guards' rooms are within their limit"
)
def guard_rooms_within_limit(body: Fields, values: Values) -> Term:
    """警卫用房面积不超过按警卫编制核定的面积。"""
    most = body.guards * values.annex_each["guard"]
    return (body.guard_area_m2 <= most).where(known(body.guard_area_m2))
