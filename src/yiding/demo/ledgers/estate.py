"""办公用房: the compounds and buildings of the city's bodies, and who sits in which room."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from random import Random
from typing import Any

from yiding.demo.city import CITY, linhu
from yiding.demo.ledgers.dates import dated, words

Row = dict[str, Any]
_ROOMS_A_FLOOR, _SHARED = 14, (2, 2, 2, 3, 3, 4)
_LIMITS = {"bureau_head": 24, "bureau_deputy": 18, "staff": 9}
_SERVICE = (("会议室", 46), ("档案室", 34), ("文印室", 18))
#: Of a hundred shared rooms so many are too large.
_OVER = 3


@dataclass(frozen=True)
class Body:
    """单位: a body with its code, its people, and where it sits."""

    code: str
    name: str
    compound: str
    staff: int


class Estate:
    """Everything the yearly count of rooms finds; ``share`` is how much of the city is counted."""

    def __init__(self, seed: int, today: date, share: float = 1) -> None:
        self._rng = Random(f"estate {seed}")  # noqa: S311
        self._today, self._words = today, words("premises.toml")
        every = list(self._bodies())
        self.bodies = every[: max(round(len(every) * share), 7)]
        self._counted: Counter[str] = Counter()

    def compounds(self) -> list[Row]:
        """院落."""
        return [self._compound(one) for one in self._words["compound"]]

    def buildings(self, *, registered_later: bool = False) -> list[Row]:
        """建筑: in the first count fewer stand in the name of the management department."""
        rng = Random("buildings")  # noqa: S311
        rows = [
            _building(one, no, floors, rng)
            for one in self._words["compound"]
            for no, floors in enumerate(one["floors"], 1)
        ]
        open_ones = {3, 19, 38, 51} if registered_later else {3, 19, 38, 51, *range(7, 60, 4)}
        for at, row in enumerate(rows):
            row["is_registered_to_management"] = at not in open_ones
            row["title_holder"] = "市机关事务局" if at not in open_ones else None
        for at, name, value in _ODD_BUILDINGS:
            rows[at][name] = value(rows[at]) if callable(value) else value
        return rows

    def offices(self) -> list[Row]:
        """房间, floor by floor, each body's rooms beside one another."""
        rows = []
        for compound in self._words["compound"]:
            places = _places(compound)
            for body in self.bodies:
                if body.compound == compound["name"]:
                    rows += [{**row, **next(places)} for row in self._rooms(body)]
        return [self._made_odd(row) for row in rows]

    def _bodies(self) -> Iterator[Body]:
        codes = {unit.short: unit.code for unit in linhu().units_of(CITY)}
        for compound in self._words["compound"]:
            for short in compound["units"]:
                staff = self._rng.randint(28, 72)
                yield Body(codes[short], short, compound["name"], staff)

    def _compound(self, one: Row) -> Row:
        names = ("name", "address", "lon", "lat", "built_year")
        gross = sum(floors * 880 for floors in one["floors"])
        return {
            "id": one["code"],
            **{name: one[name] for name in names},
            "buildings": len(one["floors"]),
            "gross_area_m2": gross,
            "usable_area_m2": round(gross * 0.66),
            "is_on_ledger": True,
            "is_found": True,
            "has_asset_card": True,
        }

    def _rooms(self, body: Body) -> Iterator[Row]:
        """The head's room, the deputies', the shared ones, and those for all."""
        yield self._room(body, "head", ["bureau_head"])
        for _ in range(3):
            yield self._room(body, "deputy", ["bureau_deputy"])
        left = body.staff - 4
        while left > 0:
            people = min(self._rng.choice(_SHARED), left)
            left -= people
            yield self._room(body, "staff", ["staff"] * people)
        for use, area in _SERVICE:
            area_m2 = Decimal(area) + self._rng.randint(-40, 60) / Decimal(10)
            yield {**self._common(body), "of": "service", "nature": "service", "sub_use": use,
                   "area_m2": area_m2}  # fmt: skip

    def _room(self, body: Body, of: str, ranks: list[str]) -> Row:
        limit = sum(_LIMITS[rank] for rank in ranks)
        is_over = of == "staff" and self._rng.randint(1, 100) <= _OVER
        tenths = self._rng.randint(2, 26) if is_over else -self._rng.randint(0, 6 * limit // 5)
        people = [{"person": f"{body.code}-{self._person(body):02}", "rank": one} for one in ranks]
        return {
            **self._common(body),
            "of": of,
            "nature": "office",
            "area_m2": limit + Decimal(tenths) / 10,
            "occupants": people,
        }

    def _person(self, body: Body) -> int:
        self._counted[body.code] += 1
        return self._counted[body.code]

    def _common(self, body: Body) -> Row:
        return {
            "unit_code": body.code,
            "unit": body.name,
            "level": "city",
            "status": "in_use",
            "is_on_ledger": True,
            "is_found": True,
        }

    def _made_odd(self, row: Row) -> Row:
        """The row without the word for what it is; as the words say where its turn has come."""
        of = row.pop("of")
        self._counted[of] += 1
        found = next(
            (one for one in self._words["odd_room"]
             if one["of"] == of and one["nth"] == self._counted[of]),
            None,
        )  # fmt: skip
        if found is None:
            return row
        changed = {**found["fields"], **dated({"days": found.get("days", {})}, self._today)}
        return {name: one for name, one in {**row, **changed}.items() if one != ""}


_ODD_BUILDINGS: tuple[tuple[int, str, Any], ...] = (
    (5, "has_asset_card", False),
    (11, "usable_area_m2", lambda row: round(row["gross_area_m2"] * 0.58)),
    (17, "usable_area_m2", lambda row: row["gross_area_m2"] + 120),
    (24, "book_area_m2", lambda row: row["gross_area_m2"] - 86),
    (33, "has_asset_card", None),
    (42, "is_found", False),
    (47, "has_changed_use", True),
)


def _building(one: Row, no: int, floors: int, rng: Random) -> Row:
    gross = floors * rng.randint(760, 1000)
    is_high = floors >= 9
    return {
        "id": f"{one['code']}-{no}",
        "name": f"{no}号楼",
        "compound": one["name"],
        "address": one["address"],
        "built_year": one["built_year"],
        "floors": floors,
        "storey_kind": "high_rise" if is_high else "multi_storey",
        "gross_area_m2": gross,
        "usable_area_m2": round(gross * (0.61 if is_high else 0.66) + rng.randint(5, 40)),
        "book_area_m2": gross,
        "source": rng.choice(("new_building", "new_building", "allocation", "taking_over")),
        "has_asset_card": True,
        "is_on_ledger": True,
        "is_found": True,
    }


def _places(compound: Row) -> Iterator[Row]:
    """Where rooms are, building by building and floor by floor, then further along the floors."""
    for lap in range(4):
        for no, floors in enumerate(compound["floors"], 1):
            for floor in range(1, floors + 1):
                for at in range(lap * _ROOMS_A_FLOOR + 1, (lap + 1) * _ROOMS_A_FLOOR + 1):
                    number = f"{floor}{at:02}"
                    yield {
                        "id": f"{compound['code']}{no}-{number}",
                        "compound": compound["name"],
                        "building": f"{no}号楼",
                        "floor": str(floor),
                        "room_no": number,
                    }
