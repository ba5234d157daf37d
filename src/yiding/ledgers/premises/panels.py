"""What the ledger draws beside its list: a building floor by floor, each room by its verdict."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from yiding.ledgers.panel import Panel, Shown, Sight, panel
from yiding.rules.finding import SEVERITY, Verdict, plain

#: What is not as it should be.
_WRONG = frozenset({Verdict.BREACHED, Verdict.OVERDUE})
#: Buildings offered beside the one that is drawn.
_OFFERED = 40


@dataclass(frozen=True)
class Room:
    """房间: one cell of the plan."""

    number: str
    href: str
    verdict: str
    area: str
    user: str


@dataclass(frozen=True)
class Building:
    """建筑: its rooms by floor, the top one first, and how many are not as they should be."""

    name: str
    href: str
    wrong: int
    floors: tuple[tuple[str, tuple[Room, ...]], ...]


@panel("office", "room", most=3000)
def floor_plan(sight: Sight) -> Panel | None:
    """The building asked for, else the one where most is wrong."""
    placed = [one for one in sight.entries if one.entry.building and one.entry.room_no]
    buildings = _buildings(placed)
    if not buildings:
        return None
    asked = sight.query.get("building", "")
    drawn = next((one for one in buildings if one.name == asked), buildings[0])
    context = {"building": drawn, "buildings": buildings[:_OFFERED]}
    return Panel("平面图", "Floor plan", "premises/floor_plan.html", context)


def _buildings(placed: Iterable[Shown]) -> list[Building]:
    """Every building, those with most wrong first."""
    rooms: dict[str, list[Shown]] = defaultdict(list)
    for one in placed:
        rooms[_name(one)].append(one)
    found = [_building(name, held) for name, held in rooms.items()]
    return sorted(found, key=lambda one: (-one.wrong, one.name))


def _name(one: Shown) -> str:
    return " ".join(filter(None, (one.entry.compound, one.entry.building)))


def _building(name: str, held: Sequence[Shown]) -> Building:
    floors: dict[str, dict[str, Shown]] = defaultdict(dict)
    for one in held:
        known = floors[str(one.entry.floor or "")].get(str(one.entry.room_no))
        floors[str(one.entry.floor or "")][str(one.entry.room_no)] = _graver(known, one)
    return Building(
        name=name,
        href=f"?{urlencode({'building': name})}#panel-floor-plan",
        wrong=sum(one.verdict in _WRONG for one in held),
        floors=tuple(
            (floor, tuple(_room(number, rooms[number]) for number in sorted(rooms, key=_in_order)))
            for floor, rooms in sorted(
                floors.items(), key=lambda item: _in_order(item[0]), reverse=True
            )
        ),
    )


def _graver(known: Shown | None, one: Shown) -> Shown:
    """Of two entries about one room, the one that is worse."""
    return one if known is None or _gravity(one) > _gravity(known) else known


def _gravity(one: Shown) -> int:
    return -1 if one.verdict is None else SEVERITY.index(one.verdict)


def _in_order(words: str) -> tuple[int, str]:
    """9 before 10, and what is no number after them."""
    digits = "".join(sign for sign in words if sign.isdecimal())
    return (int(digits) if digits else 10**9, words)


def _room(number: str, one: Shown) -> Room:
    area = one.entry.area_m2
    return Room(
        number=number,
        href=one.href,
        verdict=str(one.verdict or ""),
        area="" if area is None else f"{plain(area)} m²",
        user=str(one.entry.unit or ""),
    )
