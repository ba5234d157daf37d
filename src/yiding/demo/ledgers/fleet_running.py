"""公务用车: orders, costs, trips and alerts of a year, each with the day it became known."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal
from random import Random
from typing import Any

from yiding.demo.deeds import moment
from yiding.demo.ledgers.dates import words
from yiding.demo.ledgers.fleet_cars import Car, Pool

Row = dict[str, Any]
Told = tuple[date, str, Row]
"""The day on which it became known, the kind, the row."""
_YEAR, _SLOTS, _SLOT = 365, 6, 60
_ALERTS = ("no_order", "out_of_hours", "out_of_fence", "offline", "sensitive_stop", "holiday")
_PER_LITRE, _PER_KWH, _FILL = Decimal("7.62"), Decimal("1.18"), 46


class Running:
    """Everything that the vehicles of a pool did and cost in the year up to a day."""

    def __init__(self, pool: Pool, seed: int, today: date) -> None:
        self._rng, self._today = Random(f"fleet running {seed}"), today  # noqa: S311
        self._pool, self._words = pool, words("fleet.toml")
        self._every = sorted(self._made(), key=lambda one: one[0])

    def between(self, after: date, until: date) -> dict[str, list[Row]]:
        """The rows by kind that became known after one day and up to another."""
        rows: dict[str, list[Row]] = {}
        for day, kind, row in self._every:
            if after < day <= until:
                rows.setdefault(kind, []).append(row)
        return rows

    def last_year(self) -> list[Row]:
        """费用 of the year before, a unit's in one line."""
        return [
            {
                "id": f"SN-{at:02}",
                "unit": unit,
                "cost_kind": "other",
                "amount": Decimal(50300 + self._rng.randint(-2400, 2400)),
                "paid_on": self._day(-_YEAR - 60),
                "note": "上年运行费合计",
            }
            for at, unit in enumerate(self._pool.units, 1)
        ]

    def returns(self) -> list[Row]:
        """年度统计 of last year: one unit has not reported yet."""
        year = self._today.year - 1
        return [
            {"id": f"TJ-{year}-{at:02}", "unit": unit, "year": year,
             "reported_on": None if at == 7 else date(year, 12, 20) + timedelta(days=at * 4),
             "vehicles": 4, "km": 43000 + at * 700, "running_cost": 61000 + at * 900,
             "baseline_km": 45000, "baseline_cost": 66500 + at * 600,
             "real_count": 4 if at == 6 else 3, "system_count": 3}
            for at, unit in enumerate(self._pool.units, 1)
        ]  # fmt: skip

    def _day(self, back: int) -> date:
        return self._today + timedelta(days=back)

    def _made(self) -> Iterator[Told]:
        for car in self._pool.cars:
            orders = list(self._orders(car))
            yield from orders
            yield from self._energy(car, [row for _, _, row in orders])
            yield from self._other_costs(car)
        yield from self._hired()
        yield from self._trips()
        yield from self._alerts()

    def _orders(self, car: Car) -> Iterator[Told]:
        """派车单: tasks of some weeks, one after the other."""
        for slot in range(_SLOTS):
            first = -_YEAR + slot * _SLOT + car.nth * 23 % _SLOT + 2
            days, km = self._rng.randint(14, 30), self._rng.randint(900, 2300)
            start, end = moment(self._day(first), 8, 20), moment(self._day(first + days), 17, 10)
            row = {
                "id": f"PC-{car.nth:02}{slot + 1}",
                "order_no": f"PC-{car.nth:02}{slot + 1}",
                "unit": car.unit,
                "vehicle": car.plate,
                "users": [self._rng.choice(self._words["people"])],
                "reason": self._rng.choice(self._words["reasons"]),
                "destination": self._rng.choice(self._words["places"]),
                "driver": self._rng.choice(self._words["drivers"]),
                "started_at": start,
                "ended_at": end,
                "km": km,
                "source": "platform" if car.nth % 3 else "own",
                "approvers": ["机关事务管理机构"],
                "state": "filed",
                **self._track(end, km),
            }
            yield self._day(first + days + 1), "dispatch", self._with_gaps(row)

    def _track(self, end: datetime, km: int) -> Row:
        """What the terminal said of it: mostly the same."""
        is_off = self._rng.random() < 0.04
        minutes = self._rng.randint(45, 160) if is_off else self._rng.randint(-12, 20)
        return {
            "track_end_at": end + timedelta(minutes=minutes),
            "track_km": round(km * self._rng.uniform(0.96, 1.05)),
        }

    def _with_gaps(self, row: Row) -> Row:
        """Some were not filled in to the end."""
        if self._rng.random() < 0.05:
            row[self._rng.choice(["km", "users", "destination"])] = None
        return row

    def _energy(self, car: Car, orders: Sequence[Row]) -> Iterator[Told]:
        """能耗: settled after every task."""
        for no, order in enumerate(orders, 1):
            day = order["ended_at"].date()
            told = self._cost(car, "energy", f"N{no}", day)
            yield day, "cost_line", {**told, **self._filled(car, order["track_km"])}

    def _filled(self, car: Car, km: int) -> Row:
        if car.is_electric:
            kwh = round(Decimal(km) * self._rng.randint(138, 165) / 1000, 1)
            return {"kwh": kwh, "amount": round(kwh * _PER_KWH, 2)}
        litres = round(Decimal(km) * self._rng.randint(76, 94) / 1000, 1)
        grade = "95" if self._rng.random() < 0.04 else "92"
        return {
            "litres": litres,
            "amount": round(litres * _PER_LITRE, 2),
            "fills": int(litres) // _FILL + 1,
            "fuel_grade": grade,
            "card_no": f"YK{car.nth:04}",
            "card_vehicle": car.plate,
        }

    def _other_costs(self, car: Car) -> Iterator[Told]:
        """维保、保险、过路过桥."""
        costs = (("repair", 1400, 3900), ("insurance", 3300, 4300), ("tolls", 900, 2100))
        for kind, low, high in costs:
            day = self._day(-_YEAR + self._rng.randint(10, 350))
            amount = Decimal(self._rng.randint(low, high))
            yield day, "cost_line", {**self._cost(car, kind, kind, day), "amount": amount}

    def _cost(self, car: Car, kind: str, code: str, day: date) -> Row:
        is_stray = kind in self._words["stray"] and self._rng.random() < 0.03
        vendors = self._words["stray" if is_stray else "vendors"]
        return {
            "id": f"FY-{car.nth:02}-{code}",
            "cost_kind": kind,
            "unit": car.unit,
            "vehicle": car.plate,
            "paid_on": day,
            "vendor": vendors.get(kind),
            "is_designated": not is_stray if kind in vendors else None,
        }

    def _hired(self) -> Iterator[Told]:
        """社会租赁: for large events, when the units' own vehicles are not enough."""
        for no, unit in enumerate(self._pool.units[::2], 1):
            day = self._day(-45 * no)
            row = {"id": f"ZL-{no:02}", "cost_kind": "hire", "unit": unit, "paid_on": day}
            yield day, "cost_line", {**row, "amount": Decimal(self._rng.randint(2600, 9800))}

    def _trips(self) -> Iterator[Told]:
        """行程 of the platform's sample: a few have no order."""
        for no in range(1, 31):
            car = self._rng.choice(self._pool.cars)
            back, hour = -self._rng.randint(1, 280), self._rng.randint(7, 17)
            start = moment(self._day(back), 22 if no % 11 == 0 else hour, 12)
            has_order = no % 7 != 0
            row = {
                "id": f"XC-{no:03}",
                "vehicle": car.plate,
                "unit": car.unit,
                "starts_at": start,
                "ends_at": start + timedelta(minutes=40),
                "km": Decimal(self._rng.randint(90, 620)) / 10,
                "is_ordered": has_order,
            }
            yield self._day(back), "trip", row

    def _alerts(self) -> Iterator[Told]:
        """预警: most were looked into, some of them true."""
        for no in range(1, 25):
            car = self._rng.choice(self._pool.cars)
            back = -self._rng.randint(2, 300)
            raised = moment(self._day(back), self._rng.randint(6, 22), 35)
            row: Row = {"id": f"YJ-{no:03}", "vehicle": car.plate, "unit": car.unit,
                        "alert_kind": self._rng.choice(_ALERTS), "raised_at": raised,
                        "distance_m": self._rng.randint(60, 4200)}  # fmt: skip
            yield self._day(back), "alert", row | self._checked(back)

    def _checked(self, back: int) -> Row:
        """Looked into within days, but for the latest and a few that were left."""
        if back > -20 or self._rng.random() < 0.12:
            return {"state": "raised"}
        checked = {"checked_by": "平台值班员", "checked_at": moment(self._day(back + 1), 9)}
        if self._rng.random() < 0.6:
            return {**checked, "outcome": "excluded", "state": "closed", "explanation": "有派车单"}
        is_handled = self._rng.random() < 0.7
        handled = {"handling": "提醒谈话", "handled_on": self._day(back + 2), "state": "closed"}
        return {**checked, "outcome": "confirmed", **(handled if is_handled else {})}
