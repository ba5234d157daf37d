"""Who uses a room, and the limit each brings: from the entry itself or from its allocations."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from yiding.ledgers.premises.neighbours import is_in_force
from yiding.rules import Amounts, Answer, Entry, Reason
from yiding.rules.answers import breached, met, undetermined

TOWNSHIP = "township"
CEILING = "乡级限值由省级人民政府规定，原则上不超过县级副职的 24 m²"
CEILING_EN = "the province decides for townships, in principle not above 24 m²"
MISFIT = "标准在这一级没有列这个职级，请核对级别，或者写明相当的领导职级"
MISFIT_EN = "the standard lists no such rank at this level; check the level, or give the equal rank"


@dataclass(frozen=True, slots=True)
class User:
    """Some people of one rank in a body of one level."""

    level: str | None
    rank: str | None
    count: Decimal = Decimal(1)


class NoLimit(LookupError):
    """No sum of limits; `answer` says why."""

    def __init__(self, answer: Answer) -> None:
        super().__init__(str(answer.reason))
        self.answer = answer


def users_of(room: Entry) -> tuple[User, ...]:
    """Those a room's rows name together, else those it names, else those it counts."""
    named = tuple(
        User(one.get("level", room.level), one.get("rank", room.rank), Decimal(one.get("count", 1)))
        for one in room.room_users or room.occupants or ()
    )
    count = sum((one.count for one in named), Decimal(0))
    if room.occupant_count is not None and room.occupant_count > count:
        return (User(room.level, room.rank, room.occupant_count),)
    return named


def count_users(room: Entry) -> Decimal:
    """How many use a room: as it says, else as many as it is allotted to."""
    if room.occupant_count is not None:
        return Decimal(room.occupant_count)
    allotted = room.batch.referring("allocation", "room", room.id)
    return Decimal(sum(map(is_in_force, allotted)))


def sum_of_limits(amounts: Amounts, users: Iterable[User]) -> Decimal:
    """What a room's users may have together, in m²; `NoLimit` where one's limit is not known."""
    total = Decimal(0)
    for one in users:
        total += limit_of(amounts, one.level, one.rank) * one.count
    return total


def limit_of(amounts: Amounts, level: str | None, rank: str | None) -> Decimal:
    """A rank's limit in m²; `NoLimit` where level, rank or the local row is wanting."""
    names = tuple(name for name, told in (("level", level), ("rank", rank)) if told is None)
    if names:
        raise NoLimit(undetermined(Reason.NO_DATA, names))
    limit: Decimal | None = amounts["office_area", level, rank]
    if limit is not None:
        return limit
    if level == TOWNSHIP:
        raise NoLimit(undetermined(Reason.NEEDS_LOCAL, note=CEILING, note_en=CEILING_EN))
    raise NoLimit(undetermined(Reason.CONTRADICTORY, note=MISFIT, note_en=MISFIT_EN))


def within(measured: Decimal | None, limit: Decimal, *, strictly: bool = False) -> Answer:
    """An area held against a limit, both in m²; `strictly` where the limit itself is too much."""
    if measured is None:
        return undetermined(Reason.NO_DATA, ("area_m2",))
    holds = measured < limit if strictly else measured <= limit
    if holds:
        return met(measured, limit, "m²")
    return breached(measured, limit, "m²", excess=measured - limit)


def allotted_area(allocation: Entry, room: Entry | None) -> Decimal | None:
    """A person's part of a room, in m²: as measured, else the share of the whole."""
    area: Decimal | None = allocation.area_m2
    if area is None and room is not None:
        area = room.area_m2
    if area is None or not allocation.share:
        return area
    part, whole = allocation.share
    return area * part / whole if whole else area


def offices_of(person: Entry) -> list[dict[str, Any]]:
    """A person's offices: those the entry lists, else those allotted to the person."""
    if person.offices:
        return [one for one in person.offices if "count" not in one]
    allotted = person.batch.referring("allocation", "person", person.id)
    return [_office(person, one) for one in allotted if is_in_force(one)]


def _office(person: Entry, allocation: Entry) -> dict[str, Any]:
    room = person.batch.look_up("room", allocation.room)
    return {
        "area_m2": allotted_area(allocation, room),
        "order": allocation.order,
        "level": allocation.level,
        "rank": allocation.rank,
        "is_far": allocation.is_far,
        "is_often_attended": allocation.is_often_attended,
        "is_approved": allocation.is_approved,
        "limit_applied_m2": allocation.limit_applied_m2,
    }
