"""老旧小区改造: the communities of three years, the projects that join them, money and works."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from random import Random
from typing import Any

from yiding.demo.ledgers.dates import day, words

Row = dict[str, Any]
#: How many of the communities were renovated last year and are this year; the rest wait.
_LAST, _THIS = 11, 16
_JOINED = (2, 1, 3, 1, 2, 2)
#: Of this year's communities: late to begin, paused, taken out; of last year's: not accepted.
_LATE, _PAUSED, _REMOVED, _UNACCEPTED, _UNBEGUN = {3, 9}, 12, 14, {4}, {11}
_SOURCES = ("central", "province", "city", "county")
_PARTS = (0.24, 0.1, 0.14, 0.4)
_WHERE_OVERPAID, _WHERE_TOO_MUCH, _WHERE_CHANGED, _WHERE_ASTRAY = 2, 4, 5, 3


@dataclass(frozen=True)
class Community:
    """小区: its row, which year renovates it, the days of its works; ``at`` counts in its year."""

    at: int
    cohort: str
    row: Row
    days: dict[str, date]

    @property
    def name(self) -> str:
        """What it is called."""
        return str(self.row["name"])

    def has(self, what: str, on: date) -> bool:
        """Whether a day of its works has come."""
        return what in self.days and self.days[what] <= on


class Works:
    """Everything built and paid; ``share`` is how much of the city there is."""

    def __init__(self, seed: int, today: date, share: float = 1) -> None:
        self._seed, self.today = seed, today
        named = [(one, name) for one in words("renewal.toml")["quarter"]
                 for name in one["communities"]]  # fmt: skip
        self._named = named[: max(round(len(named) * share), 8)]

    def rows(self, on: date) -> Iterator[tuple[str, Row]]:
        """Plans, communities, projects, money, contents and lifts as they stand on a day."""
        yield from (("plan", one) for one in self.plans())
        yield from (("community", self._standing(one, on)) for one in self.communities)
        for at, inside in enumerate(self.projects):
            yield "project", self._project(at, inside, on)
            yield from (("funding", one) for one in self._money(at, inside, on))
            yield from (("content_item", one) for one in self._contents(at, inside, on))
        yield from (("lift", one) for one in self.lifts())

    @cached_property
    def communities(self) -> list[Community]:
        """Every community, those of last year first."""
        rng = Random(f"renewal {self._seed}")  # noqa: S311
        shuffled = rng.sample(self._named, len(self._named))
        return [self._community(at, *one, rng) for at, one in enumerate(shuffled)]

    def _community(self, at: int, quarter: Row, name: str, rng: Random) -> Community:
        last = round(_LAST * len(self._named) / 36)
        this = round(_THIS * len(self._named) / 36)
        cohort = "last" if at < last else "this" if at < last + this else "next"
        no = at - {"last": 0, "this": last, "next": last + this}[cohort]
        buildings = rng.randint(4, 22)
        households = buildings * rng.randint(19, 32)
        row: Row = {
            "id": f"XQ-{at + 1:03}",
            **{one: quarter[one] for one in ("district", "street", "setting")},
            "name": name,
            "committee": f"{name[:2]}社区",
            "completion_year": rng.randint(1979, 2000) if rng.random() < 0.86 else 2003,
            "completion_proof": "竣工验收备案表" if rng.random() < 0.8 else None,
            "buildings": buildings,
            "households": households,
            "floor_area": households * rng.randint(62, 94),
            "has_property_company": rng.random() < 0.35,
            "fund_balance": rng.randint(0, 90) * 1000,
            "needs": rng.sample(words("renewal.toml")["needs"], 3),
            "responsible_unit": quarter["district"],
            "complaints": rng.randint(0, 11),
        }
        return Community(no, cohort, row, self._days(cohort, no, rng))

    def _days(self, cohort: str, no: int, rng: Random) -> dict[str, date]:
        """When it was to begin and end, and when it did."""
        if cohort == "next":
            return {}
        began = -600 + rng.randint(0, 40) if cohort == "last" else -228 + 11 * no
        takes = rng.randint(110, 190)
        planned = {"planned_start": began, "planned_finish": began + takes}
        if cohort == "this" and no in {_PAUSED, _REMOVED, *_UNBEGUN}:
            return self._dated(planned)
        late = rng.randint(9, 25) if no in _LATE else -rng.randint(0, 6)
        ended = began + takes + rng.randint(-20, 24)
        done = {"start_date": began + late, "finish_date": ended,
                "acceptance_date": ended + rng.randint(12, 45)}  # fmt: skip
        if cohort == "last" and no in _UNACCEPTED:
            del done["acceptance_date"]
        return self._dated({**planned, **done})

    def _dated(self, backs: dict[str, int]) -> dict[str, date]:
        return {name: day(self.today, back) for name, back in backs.items()}

    def _standing(self, one: Community, on: date) -> Row:
        told: Row = {**one.row, **one.days, "stage": self._stage(one, on)}
        if one.cohort != "next":
            year = self.today.year - (one.cohort == "last")
            told |= {"plan": f"JH-{year}", "progress": self.progress(one, on)}
        if told["stage"] == "removed":
            told |= {"aside_reason": "列入片区更新，另行拆迁", "aside_on": day(self.today, -120)}
        return told

    def _stage(self, one: Community, on: date) -> str:
        if one.cohort == "next":
            return "will_sought" if one.at % 2 else "surveyed"
        if one.cohort == "this" and one.at in {_PAUSED, _REMOVED} and on > day(self.today, -120):
            return "paused" if one.at == _PAUSED else "removed"
        reached = [("accepted", "acceptance_date"), ("finished", "finish_date"),
                   ("started", "start_date")]  # fmt: skip
        return next((stage for stage, name in reached if one.has(name, on)), "planned")

    def progress(self, one: Community, on: date) -> int:
        """形象进度 in per cent, straight from the first day to the last."""
        if not one.has("start_date", on):
            return 0
        takes = (one.days["finish_date"] - one.days["start_date"]).days
        return min(100, 100 * (on - one.days["start_date"]).days // max(takes, 1))

    def plans(self) -> Iterator[Row]:
        """The city's plan of two years with its places, as printed."""
        for cohort, year in (("last", self.today.year - 1), ("this", self.today.year)):
            inside = [one.row for one in self.communities if one.cohort == cohort]
            names = list(dict.fromkeys(row["district"] for row in inside))
            places = [{"name": name, **_sums(row for row in inside if row["district"] == name)}
                      for name in names]  # fmt: skip
            yield {"id": f"JH-{year}", "year": year, "level": "province", **_sums(inside),
                   "confirmed_by_province": True, "places": places,
                   "reported_to_three_ministries": True}  # fmt: skip

    @cached_property
    def projects(self) -> list[list[Community]]:
        """The communities each project joins."""
        found: list[list[Community]] = []
        for cohort in ("last", "this"):
            left = [one for one in self.communities if one.cohort == cohort]
            left = [one for one in left if cohort == "last" or one.at != _REMOVED]
            while left:
                size = _JOINED[len(found) % len(_JOINED)]
                found.append(left[:size])
                left = left[size:]
        return found

    def key(self, at: int) -> str:
        """What a project is called in the register."""
        return f"GZ-{at + 1:02}"

    def _project(self, at: int, inside: list[Community], on: date) -> Row:
        total = self.total(at)
        first = inside[0]
        share = sum(self.progress(one, on) for one in inside) / len(inside) / 100
        done = all(one.has("acceptance_date", on) for one in inside)
        accepted = max(one.days.get("acceptance_date", self.today) for one in inside)
        told: Row = {
            "id": self.key(at),
            "name": f"{first.name}{'等片区' if len(inside) > 1 else ''}改造",
            "plan": f"JH-{self.today.year - (first.cohort == 'last')}",
            "communities": [one.name for one in inside],
            "total_investment": total + (1000 if at == _WHERE_ASTRAY else 0),
            "contract_sum": round(total * 0.91),
            "invested": round(total * 0.93 * share),
            "responsible_unit": first.row["district"],
            "implementer": words("renewal.toml")["firms"][at % 5],
            **{name: min(one.days[name] for one in inside if name in one.days)
               for name in ("planned_start", "start_date") if any(name in o.days for o in inside)},
            "households": sum(one.row["households"] for one in inside),
            "buildings": sum(one.row["buildings"] for one in inside),
            "floor_area": sum(one.row["floor_area"] for one in inside),
        }  # fmt: skip
        if done:
            told |= {"acceptance_date": accepted,
                     "finish_date": max(one.days["finish_date"] for one in inside)}  # fmt: skip
            if at % 3 != 1:
                told["settlement_date"] = accepted + timedelta(days=70 + 9 * at)
        return {**told, **self._pilot(at)}

    def _pilot(self, at: int) -> Row:
        """Two projects of this year are pilots and borrow; one has not got it all."""
        pilots = [n for n, one in enumerate(self.projects) if one[0].cohort == "this"][:3]
        if at not in pilots:
            return {}
        loan = self._split(at)["special_bond"]
        short = at == pilots[-1]
        return {"is_pilot": True, "named_on": day(self.today, -200), "is_financed": True,
                "due_on": day(self.today, -140), "planned_loan": loan,
                "loan_in_place": round(loan * 0.7) if short else loan,
                "loan_in_place_on": None if short else day(self.today, -150)}  # fmt: skip

    def total(self, at: int) -> int:
        """The investment of a project, 元."""
        rng = Random(f"renewal cost {self._seed} {at}")  # noqa: S311
        area = sum(one.row["floor_area"] for one in self.projects[at])
        return int(area * rng.randint(390, 610) // 100 * 100)

    def _split(self, at: int) -> dict[str, int]:
        """The investment by source: what the others leave is borrowed."""
        total = self.total(at)
        parts = {name: round(total * part) for name, part in zip(_SOURCES, _PARTS, strict=True)}
        parts["residents"] = round(total * (0.01 + 0.004 * (at % 4)))
        parts["society"] = round(total * 0.04) if at % 3 == 0 else 0
        parts["special_bond"] = total - sum(parts.values())
        return {name: one for name, one in parts.items() if one}

    def _money(self, at: int, inside: list[Community], on: date) -> Iterator[Row]:
        """One row a source: what has come by the day, and what of it was paid."""
        share = sum(self.progress(one, on) for one in inside) / len(inside) / 100
        is_old = inside[0].cohort == "last"
        for no, (source, planned) in enumerate(self._split(at).items()):
            come = (
                1.0 if is_old or no == 0 else max(0.05, min(1.0, 0.35 + 0.75 * share - 0.06 * no))
            )
            in_place = round(planned * come)
            row: Row = {"id": f"{self.key(at)}-{source}", "project": self.key(at), "source": source,
                        "planned": planned, "in_place": in_place,
                        "paid": round(in_place * 0.95 * share),
                        "document_no": f"临财建〔{self.today.year}〕{30 + no}号"}  # fmt: skip
            yield row | _astray(at, no, row)

    def _contents(self, at: int, inside: list[Community], on: date) -> Iterator[Row]:
        rng = Random(f"renewal contents {self._seed} {at}")  # noqa: S311
        households = sum(one.row["households"] for one in inside)
        every = all(one.has("acceptance_date", on) for one in inside)
        share = sum(self.progress(one, on) for one in inside) / len(inside) / 100
        for no, one in enumerate(words("renewal.toml")["content"]):
            if no > 3 and rng.random() < 0.3:
                continue
            quantity = max(1, round(households * one["per_household"]))
            short = 0.94 if every and (at + no) % 11 == 0 else 1
            row: Row = {"id": f"{self.key(at)}-{one['item']}", "project": self.key(at),
                        "item": one["item"], "quantity": quantity, "quantity_unit": one["unit"],
                        "done": int(quantity * share * short)}  # fmt: skip
            if one["item"] == "roads" and every:
                row |= {"design_mm": 180, "measured_mm": 171 if at % 4 == 2 else 182}
            if one["item"] == "elderly_care" and every:
                row["is_in_use"] = at % 4 != 0
            yield row

    def lifts(self) -> Iterator[Row]:
        """Lifts of communities under way: permits, days, and who pays which share."""
        some = [one for one in self.communities if one.cohort != "next"][::2]
        for at, one in enumerate(some):
            cost = 560_000 + 4_000 * at
            floors = [cost * part // 100 for part in (10, 20, 30)]
            shares = [{"payer": f"{floor}楼", "amount": amount} for floor, amount
                      in zip((3, 4, 5), floors, strict=True)]  # fmt: skip
            rest = cost - sum(floors) - (500 if at == 6 else 0)
            permit = day(self.today, -260 + 21 * at)
            yield {"id": f"DT-{at + 1:02}", "community": one.name, "building": f"{at % 5 + 1}幢",
                   "unit": "1单元", "permit_on": permit, "_since": permit,
                   "start_date": permit + timedelta(days=30),
                   "in_use_on": permit + timedelta(days=150), "cost": cost,
                   "vote": None if at == 4 else f"BJ-DT{at + 1:02}",
                   "shares": [*shares, {"payer": "补贴", "amount": rest}]}  # fmt: skip


def _sums(rows: Any) -> Row:
    """How many communities, households, buildings and square metres there are."""
    listed = list(rows)
    names = ("households", "buildings", "floor_area")
    return {"communities": len(listed), **{n: sum(row[n] for row in listed) for n in names}}


def _astray(at: int, no: int, row: Row) -> Row:
    """What goes wrong with money: paid before it came, more than planned, changed on record."""
    if (at, no) == (_WHERE_OVERPAID, 3):
        return {"paid": row["in_place"] + 120_000}
    if (at, no) == (_WHERE_TOO_MUCH, 1):
        return {"in_place": row["planned"] + 86_000}
    if (at, no) == (_WHERE_CHANGED, 2):
        return {"in_place": row["planned"] + 50_000, "change_record": "变更单第3号"}
    return {}
