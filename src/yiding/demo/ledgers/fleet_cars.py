"""公务用车: the units' quotas, the register of vehicles, and what is asked for and disposed of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import Any

from yiding.demo.ledgers.dates import dated, words

Row = dict[str, Any]
KINDS = ("secret", "emergency", "enforcement")
PLACES_KEPT = 3
#: So many units have a further vehicle for emergencies; these have no quota for it.
_FURTHER, _NO_ROOM = 6, {3, 5}
#: Of the register these run on electricity, and these replaced an older one in the last year.
_ELECTRIC, _RENEWED = {3, 8, 12, 15, 18, 27, 28, 30}, {8, 15, 21, 27, 30}
_YEAR, _OLDEST, _YOUNGEST = Decimal("365.25"), 75, 12
_BETTER_LATER = {13}


@dataclass(frozen=True)
class Car:
    """车辆: its place in the register, its unit and kind, and how old it is in tenths of a year."""

    nth: int
    unit: str
    kind: str
    tenths: int

    @property
    def plate(self) -> str:
        """Its number plate, of a province that there is not."""
        return f"湖L·{1200 + self.nth * 17:05}"

    @property
    def terminal(self) -> str:
        """The number of the terminal in it."""
        return f"0139{7700000 + self.nth * 313:08}"

    @property
    def km(self) -> int:
        """How far it has gone: between seven and thirteen thousand a year."""
        return self.tenths * (700 + self.nth * 137 % 600)

    @property
    def is_electric(self) -> bool:
        """Does it run on electricity?"""
        return self.nth in _ELECTRIC


class Pool:
    """The vehicles of the city's bodies; ``share`` is how much of the city is there."""

    def __init__(self, seed: int, today: date, share: float = 1) -> None:
        self._rng, self._today = Random(f"fleet {seed}"), today  # noqa: S311
        self._words = words("fleet.toml")
        every = self._words["units"]
        self.units = every[: max(round(len(every) * share), PLACES_KEPT)]
        self.cars = list(self._cars())

    def quotas(self) -> list[Row]:
        """编制: one a unit and kind."""
        return [
            {
                "id": f"BZ-{at:02}-{kind}",
                "unit": unit,
                "vehicle_kind": kind,
                "number": _quota(kind, at),
                "approval_doc": f"临机管编〔2023〕{at}号",
                "set_on": date(2023, 4, 10),
            }
            for at, unit in enumerate(self.units, 1)
            for kind in KINDS
        ]

    def register(self, *, is_later: bool = False) -> list[Row]:
        """车辆: later some have got what they lacked."""
        return [self._row(car, is_later=is_later) for car in self.cars]

    def renewals(self) -> list[Row]:
        """更新申请."""
        by_nth = {car.nth: car for car in self.cars}
        asked = [one for one in self._words["renewal"] if one["nth"] in by_nth]
        return [self._renewal(one, by_nth[one["nth"]], no) for no, one in enumerate(asked, 1)]

    def _renewal(self, one: Row, car: Car, no: int) -> Row:
        told = dated({"fields": one["fields"], "days": one.get("days", {})}, self._today)
        return {
            "id": f"GX-{no:02}",
            "plate": car.plate,
            "unit": car.unit,
            "renewal_asked_on": self._today + timedelta(days=one["asked"]),
            "odometer_km": car.km + 1300,
            **told,
        }

    def told(self, table: str, code: str) -> list[Row]:
        """处置、事件: rows of the words, of the units that are there."""
        rows = [one for one in self._words[table] if one["unit"] in self.units]
        return [{"id": f"{code}-{no:02}", **_named(dated(one, self._today))}
                for no, one in enumerate(rows, 1)]  # fmt: skip

    def _cars(self) -> Iterator[Car]:
        ages = {one["nth"]: round(one["age"] * 10) for one in self._words["renewal"]}
        kinds = [(unit, kind) for unit in self.units for kind in KINDS]
        kinds += [(unit, "emergency") for unit in self.units[:_FURTHER]]
        for nth, (unit, kind) in enumerate(kinds, 1):
            age = 6 if nth in _RENEWED else self._rng.randint(_YOUNGEST, _OLDEST)
            yield Car(nth, unit, kind, ages.get(nth, age))

    def _row(self, car: Car, *, is_later: bool) -> Row:
        of = "new" if car.is_electric else car.kind
        model = next(one for one in self._words["model"] if one["kind"] == of)
        day = self._today - timedelta(days=int(car.tenths * _YEAR / 10))
        row = {
            "id": car.plate,
            "plate": car.plate,
            "unit": car.unit,
            "vehicle_kind": car.kind,
            **{name: one for name, one in model.items() if name != "kind"},
            "purchase_date": day - timedelta(days=9),
            "registration_date": day,
            "odometer_km": car.km + 640,
            "state": "in_use",
            "is_domestic": True,
            "is_centrally_procured": True,
            "is_renewal": True if car.nth in _RENEWED else None,
            "title_ok": True,
            "has_file": True,
            "asset_card": f"LH-{day:%Y}-{car.nth:04}",
            "livery_status": "present",
            "terminal_id": car.terminal,
            "tracked_days": 365,
            "online_days": 365 - car.nth * 7 % 40,
            "post": "front_line" if car.kind == KINDS[2] else None,
        }
        return row | self._odd(car, is_later=is_later)

    def _odd(self, car: Car, *, is_later: bool) -> Row:
        """What the words say of it; what was put right since is left out."""
        found = next((one for one in self._words["odd"] if one["nth"] == car.nth), None)
        if found is None or car.is_electric or (is_later and car.nth in _BETTER_LATER):
            return {}
        odd: Row = found["fields"]
        return odd | ({"tracked_days": None, "online_days": None} if "terminal_id" in odd else {})


def _quota(kind: str, at: int) -> int:
    """One of each kind; a second for emergencies, and one more enforcement car at the last."""
    has_second = kind == "emergency" and at <= _FURTHER and at not in _NO_ROOM
    return 1 + has_second + (kind == "enforcement" and at > _FURTHER + 1)


def _named(row: Row) -> Row:
    """A row of the words by the fields' names."""
    return {("vehicle" if name == "plate" else name): one for name, one in row.items()}
