"""How large an office may be, and what may go with it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from yiding.ledgers.premises.neighbours import is_in_force
from yiding.ledgers.premises.occupancy import (
    MISFIT,
    MISFIT_EN,
    NoLimit,
    allotted_area,
    count_users,
    limit_of,
    sum_of_limits,
    users_of,
    within,
)
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
from yiding.rules.answers import undetermined

OFFICES = ("office", "room")
ALLOTTED = ("office", "room", "allocation")


def fits(office: Fields, values: Values) -> Term:
    """That the level has the rank, so far as both are known."""
    is_open = ~known(office.level) | ~known(office.rank)
    return is_open | (values.rank_at_level[office.level, office.rank] == "fits")


def _is_measured_alone(office: Fields) -> Term:
    """An office in use by one person: a shared one is held against a sum of limits."""
    is_office = ~known(office.nature) | (office.nature == "office")
    is_used = ~known(office.status) | (office.status == "in_use")
    is_loose = ~known(office.nature) & ~known(office.status)
    is_described = known(office.rank) | ((known(office.level) | is_loose) & is_used)
    is_single = ~known(office.occupant_count) | (office.occupant_count <= 1)
    is_sole = ~known(office.room_user_count)
    is_first = ~known(office.order) | (office.order == "main")
    is_real = ~known(office.area_m2) | (office.area_m2 > 0)
    return is_office & is_described & is_single & is_sole & is_first & is_real


def _whole_area(office: Fields) -> Term:
    """With the toilet and the rest room, also where they were measured apart."""
    is_toilet_apart = known(office.area_includes_toilet) & ~office.area_includes_toilet
    is_rest_apart = known(office.area_includes_rest_room) & ~office.area_includes_rest_room
    toilet = choose((is_toilet_apart, office.toilet_area_m2), otherwise=0)
    rest = choose((is_rest_apart, office.rest_room_area_m2), otherwise=0)
    return office.area_m2 + toilet + rest


@rule(
    cites="ndrc-2014-2674:annex-1",
    kind=OFFICES,
    needs=["area_m2", "level", "rank"],
    english="The office is within the area limit of its rank",
)
def area_within_limit(office: Fields, values: Values) -> Term:
    """办公室使用面积不超过本级别限值。"""
    limit = values.office_area[office.level, office.rank] + values.area_tolerance
    speaks = _is_measured_alone(office) & fits(office, values)
    return (_whole_area(office) <= limit).where(speaks)


@rule(
    cites="ndrc-2014-2674:annex-1",
    kind="allocation",
    english="The allotted office is within the area limit of its rank",
    sequence=True,
)
def allotted_area_within_limit(allocation: Entry, amounts: Amounts, _: date) -> Answer | None:
    """配置的办公室使用面积不超过本级别限值。"""
    room = allocation.batch.look_up("room", allocation.room)
    is_shared = room is not None and count_users(room) > 1
    is_in_part = allocation.area_m2 is not None or allocation.share is not None
    is_main = allocation.order in (None, "main") and is_in_force(allocation)
    if not is_main or (is_shared and not is_in_part):
        return None
    try:
        limit = limit_of(amounts, allocation.level, allocation.rank)
    except NoLimit as why:
        return why.answer
    return within(allotted_area(allocation, room), limit)


@rule(
    cites="yiding-readings:office-shared-room",
    kind=OFFICES,
    english="A shared room is within the sum of its occupants' limits",
    sequence=True,
)
def shared_room_within_sum(room: Entry, amounts: Amounts, _: date) -> Answer | None:
    """合用办公室使用面积不超过各人限值之和。"""
    users = users_of(room)
    if sum((one.count for one in users), Decimal(0)) <= 1:
        return None
    try:
        return within(room.area_m2, sum_of_limits(amounts, users))
    except NoLimit as why:
        return why.answer


def has_toilet(office: Fields) -> Term:
    """That the office has a private toilet, said outright or by its area."""
    return office.has_private_toilet | (office.toilet_area_m2 > 0)


@rule(
    cites="ndrc-2014-2674:annex-1-note",
    kind=OFFICES,
    needs=["level", "rank"],
    english="Only those the standard names have a private toilet",
)
def private_toilet_allowed(office: Fields, values: Values) -> Term:
    """只有标准列明的领导干部办公室可以带独立卫生间。"""
    permit = values.private_toilet[office.level, office.rank]
    allowed = (permit == "yes") | ((permit == "chief") & office.is_party_government_head)
    return allowed.where(has_toilet(office) & fits(office, values))


@rule(
    cites="ndrc-2014-2674:annex-1-note",
    kind=OFFICES,
    needs=["toilet_area_m2"],
    english="A private toilet is no larger than the limit",
)
def private_toilet_within_limit(office: Fields, values: Values) -> Term:
    """独立卫生间面积不超过限值。"""
    return (office.toilet_area_m2 <= values.private_toilet_area).where(has_toilet(office))


@rule(
    cites="ndrc-2014-2674:annex-1",
    kind=ALLOTTED,
    english="The limit on record is the limit of the standard in force",
)
def recorded_limit_is_the_standard(office: Fields, values: Values) -> Term:
    """登记的核定面积就是现行标准的限值。"""
    is_told = known(office.limit_applied_m2) & known(office.level) & known(office.rank)
    limit = values.office_area[office.level, office.rank]
    return (office.limit_applied_m2 == limit).where(is_told & fits(office, values))


@rule(
    cites="yiding-readings:office-data-agree",
    kind=ALLOTTED,
    english="Level, rank and areas of an office agree",
    sequence=True,
)
def office_data_agree(office: Entry, amounts: Amounts, _: date) -> Answer | None:
    """办公室的级别、职级和面积互相印证。"""
    if (
        office.level
        and office.rank
        and amounts["rank_at_level", office.level, office.rank] == ("misfit")
    ):
        return undetermined(Reason.CONTRADICTORY, note=MISFIT, note_en=MISFIT_EN)
    toilet, area = office.toilet_area_m2, office.area_m2
    if area is not None and area <= 0:
        return undetermined(Reason.CONTRADICTORY, note="面积须大于 0", note_en="no area above 0")
    if toilet and office.has_private_toilet is False:
        note = "写着没有独立卫生间，又有卫生间面积"
        return undetermined(Reason.CONTRADICTORY, note=note, note_en="no toilet, yet its area")
    if toilet and area is not None and toilet > area:
        note = "卫生间比整间还大"
        return undetermined(Reason.CONTRADICTORY, note=note, note_en="toilet larger than room")
    return None


@rule(
    cites="yiding-readings:office-room-as-named",
    kind=OFFICES,
    english="A room in which people work is called an office",
    sequence=True,
)
def room_used_as_named(room: Entry, _: Amounts, __: date) -> Answer | None:
    """有人办公的房间登记为办公室。"""
    is_other = room.nature in {"service", "equipment", "annex", "technical", "idle"}
    is_idle = room.status == "idle"
    if not (is_other or is_idle) or not (room.occupants or room.rank):
        return None
    note = "登记的性质或状态不是在用办公室，却有人使用，请到现场核实是否改名、隔断"
    note_en = "not recorded as an office in use, yet occupied: see on site"
    return undetermined(Reason.JUDGEMENT, note=note, note_en=note_en)
