"""What an office, an allocation or a person takes from the entries checked together with it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from yiding.ledgers.premises.people import main_post
from yiding.rules.entries import Batch, Entry


def level_of_unit(entry: Entry) -> dict[str, Any]:
    """The level of the unit an entry names, by its id, code or name."""
    unit = _unit(entry)
    return {"level": unit.level} if unit and unit.level else {}


def related_office(office: Entry) -> dict[str, Any]:
    """Its unit's level; its users, where allocations or further rows of the room name them."""
    filled = level_of_unit(office)
    if not (office.rank or office.occupants or office.occupant_count):
        filled |= _allotted(office)
    rows = list(_rows_of(office))
    if len(rows) > 1:
        users = [user for row in rows for user in _users(row)]
        filled["room_users"] = tuple(users)
        filled["room_user_count"] = len(users)
    return filled


def related_allocation(allocation: Entry) -> dict[str, Any]:
    """Rank and level of the person, else the level of the room or the unit."""
    person = allocation.batch.look_up("person", allocation.person)
    room = allocation.batch.look_up("room", allocation.room)
    chain = (person, room, _unit(allocation), _unit(person), _unit(room))
    told = {"level": next((one.level for one in chain if one and one.level), None)}
    told["rank"] = person.rank if person else None
    return {name: value for name, value in told.items() if value is not None}


def is_in_force(allocation: Entry) -> bool:
    """Whether the office is allotted on the day of the check: begun, not ended, not vacated."""
    on = allocation.batch.on
    begins, ends = allocation.starts_on, allocation.ends_on
    left = allocation.vacated_on or allocation.recovered_on
    if on is None:
        return left is None
    is_begun = begins is None or begins <= on
    return is_begun and (ends is None or on <= ends) and (left is None or on < left)


def _unit(entry: Entry | None) -> Entry | None:
    if entry is None:
        return None
    names = (entry.unit_code, entry.unit, _unit_of_post(entry))
    found = (unit for name in names if name for unit in _units_called(entry.batch, name))
    return next(found, None)


def _units_called(batch: Batch, name: str) -> Iterator[Entry]:
    for field in ("unit_code", "name", ""):
        yield from batch.referring("unit", field, name)


def _unit_of_post(entry: Entry) -> str | None:
    """Where a person's main post is; an entry of another kind has no such posts."""
    return main_post(entry.values).get("unit") if entry.kind == "person" else None


def _allotted(room: Entry) -> dict[str, Any]:
    """The users of a room that says nothing of them, from its allocations still in force."""
    found = room.batch.referring("allocation", "room", room.id)
    users = tuple(_user(one) for one in found if is_in_force(one))
    if not users:
        return {}
    first, *others = users
    own: dict[str, Any] = {
        name: first[name] for name in ("rank", "level") if name in first and not others
    }
    return {"occupants": users, "occupant_count": len(users), **own}


def _user(allocation: Entry) -> dict[str, Any]:
    told = {"person": allocation.person, "level": allocation.level, "rank": allocation.rank}
    told |= related_allocation(allocation) if told["rank"] is None else {}
    return {name: value for name, value in told.items() if value is not None}


def _rows_of(office: Entry) -> Iterator[Entry]:
    """The rows that write down the same room, but for those of users who have left."""
    if office.room_key is None:
        return
    for one in office.batch.referring(office.kind, "room_key", office.room_key):
        is_left = one.vacated_on is not None or one.recovered_on is not None
        if one.place == office.place and not is_left:
            yield one


def _users(row: Entry) -> list[dict[str, Any]]:
    own = {name: row.values[name] for name in ("rank", "level") if name in row.values}
    return [{**own, **one} for one in row.occupants or ({"count": row.occupant_count or 1},)]
