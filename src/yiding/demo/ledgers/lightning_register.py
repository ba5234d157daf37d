"""防雷减灾: the places, structures and devices of Linhu, and every report about them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Any

from yiding.demo.ledgers.dates import day, words
from yiding.demo.ledgers.items import hour_of
from yiding.ledgers.catalogue import ledger
from yiding.ledgers.checking import check
from yiding.rules.finding import Finding

Row = dict[str, Any]
_CENTRE, _KM_EAST, _KM_NORTH = (125.530, 30.560), 0.01045, 0.00902
_THUNDER_DAYS, _HALF, _WHOLE = 31.5, 182, 365
_HAZARDOUS = frozenset({
    "oil_depot", "gas_depot", "chemical_warehouse", "fireworks", "ammunition_depot",
    "petrochemical",
})  # fmt: skip
_KEY = _HAZARDOUS | {"scenic", "mine"}
_DISTRICTS = ("望湖区", "白鹭区", "青屏县")
#: How the inspections of a dozen structures fare.
_FATES = (*("in_time",) * 8, "due_soon", "due_soon", "late", "late")
#: How many structures are new, and were never inspected.
_NEW, _OLD_DAYS = 0.06, 450
_CLASSES = {"第一类": "first", "第二类": "second", "第三类": "third", "不分类": "none"}
_CLASS_RULES = frozenset({"class-of-structure", "class-of-tower", "class-of-housing"})


@dataclass(frozen=True)
class Report:
    """检测报告: its row as it was issued, and what became known of it later, by day."""

    issued: date
    row: Row
    later: tuple[tuple[date, Row], ...]

    def as_of(self, on: date) -> Row | None:
        """The row as it could be written on a day."""
        if self.issued > on:
            return None
        return self.row | {name: one for when, row in self.later if when <= on
                           for name, one in row.items()}  # fmt: skip


def place_of(east: float, north: float) -> tuple[float, float]:
    """Longitude and latitude of a point so many kilometres from the centre."""
    return round(_CENTRE[0] + east * _KM_EAST, 4), round(_CENTRE[1] + north * _KM_NORTH, 4)


class Register:
    """What is registered and inspected; ``share`` is how much of the city there is."""

    def __init__(self, seed: int, today: date, share: float = 1) -> None:
        self._rng = Random(f"lightning {seed}")  # noqa: S311
        self._today, self._words = today, words("lightning.toml")
        every = self._words["site"]
        step = max(round(1 / share), 1)
        self._sites = [self._site(no, one) for no, one in enumerate(every, 1) if no % step == 0]
        self._structures = [row for site in self._sites for row in self._built(site)]
        self._fates = [one for _ in range(5) for one in self._rng.sample(_FATES, len(_FATES))]
        self._devices = [self._device(one) for one in self._structures]
        self._reports = sorted(
            (one for at, row in enumerate(self._structures) for one in self._reported(at, row)),
            key=lambda one: (one.issued, one.row["structure"]),
        )

    def things(self) -> dict[str, list[Row]]:
        """场所、建筑物、装置、检测机构."""
        return {
            "site": [{k: one for k, one in row.items() if k != "words"} for row in self._sites],
            "structure": _classed(self._structures, self._today),
            "device": [*self._devices, *self._parts()],
            "inspection_body": [self._body(no, one) for no, one in self._bodies()],
        }

    def reports(self, on: date) -> Iterator[tuple[str, Row]]:
        """Every report as it could be written on a day, numbered as they came."""
        for no, one in enumerate(self._reports, 1):
            row = one.as_of(on)
            if row is not None:
                yield "inspection", {"id": f"LJ{one.issued.year}-{no:04}", **row}

    def _site(self, no: int, one: Row) -> Row:
        lon, lat = place_of(*one["at"])
        is_key = one["category"] in _KEY
        return {
            "id": f"FL-{no:03}",
            "name": one["name"],
            "address": self._address(no),
            "lon": lon,
            "lat": lat,
            "category": one["category"],
            "is_key_unit": is_key,
            "key_year": self._today.year if is_key else None,
            "safety_contact": self._rng.choice(self._words["people"]),
            "supervising_department": "住建局" if one["name"] == "湖滨液化气储罐区" else None,
            "words": one,
        }

    def _address(self, no: int) -> str:
        street = self._rng.choice(("湖滨路", "望湖大道", "青屏路", "石埠街"))
        return f"{_DISTRICTS[no % 3]}{street}{self._rng.randint(2, 380)}号"

    def _built(self, site: Row) -> Iterator[Row]:
        one = site["words"]
        for no in range(1, one.get("count", 1) + 1):
            length, width, height = one["size"]
            wide = self._rng.uniform(0.8, 1.2) if no > 1 else 1
            is_new = self._rng.random() < _NEW
            ago = self._rng.randint(*((190, 420) if is_new else (500, 4800)))
            commissioned = day(self._today, -ago)
            yield {
                "id": f"{site['id']}-{no}",
                "name": f"{site['name']}{no}号" if one.get("count") else site["name"],
                "site": site["id"],
                "length_m": round(length * wide, 1),
                "width_m": width,
                "height_m": height,
                "use": one["use"],
                "category": one["category"],
                "hazard_zone": one.get("zone"),
                "spark_causes_great_damage": self._sparks(one),
                "settings": one.get("settings"),
                "thunder_days": _THUNDER_DAYS,
                "designed_on": max(commissioned - timedelta(days=600), date(2011, 10, 8)),
                "commissioned_on": commissioned,
            }

    @staticmethod
    def _sparks(one: Row) -> bool | None:
        if one["use"] == "explosives":
            return True
        return False if one.get("zone") == "zone_1" and one["name"] != "白鹭精细化工" else None

    def _device(self, structure: Row) -> Row:
        return {
            "id": f"{structure['id']}-Z",
            "structure": structure["id"],
            "device_kind": "system",
            "commissioned_on": structure["commissioned_on"],
            "installed_on": structure["commissioned_on"] - timedelta(days=20),
        }

    def _parts(self) -> Iterator[Row]:
        """A few meshes, conductors and electrodes as they were measured."""
        for at, one in enumerate(self._structures[:: max(len(self._structures) // 14, 1)]):
            row: Row = {"id": f"{one['id']}-{at % 3 + 1}", "structure": one["id"]}
            yield row | _PARTS[at % len(_PARTS)] | {"installed_on": one["commissioned_on"]}

    def _bodies(self) -> Iterator[tuple[int, Row]]:
        return enumerate(self._words["body"], 1)

    def _body(self, no: int, one: Row) -> Row:
        issued = day(self._today, one["issued"])
        return {
            "id": f"JC-{no:02}",
            "name": one["name"],
            "body_grade": one["body_grade"],
            "issuer": "省气象局",
            "issued_on": issued,
            "licence_valid_to": date(issued.year + 5, issued.month, min(issued.day, 28)),
            "senior_titles": one["senior"],
            "mid_titles": one["mid"],
            "head_title": "senior",
            "head_years": one["years"],
            "projects_3_years": one["projects"],
            "quality_pass": one.get("quality"),
        }

    def _reported(self, at: int, structure: Row) -> Iterator[Report]:
        """The last report and the one before it, as the structure's fate is drawn."""
        fate = self._fates[at % len(self._fates)]
        every = _HALF if structure["category"] in _HAZARDOUS else _WHOLE
        ago = {
            "in_time": self._rng.randint(10, every - 45),
            "due_soon": every - self._rng.randint(2, 24),
            "late": every + self._rng.randint(6, 130),
        }[fate]
        if structure["commissioned_on"] > day(self._today, -_OLD_DAYS):
            return
        for back in (ago + every - self._rng.randint(2, 20), ago):
            if back < _WHOLE + 160:
                yield self._report(at, structure, day(self._today, -back))

    def _report(self, at: int, structure: Row, on: date) -> Report:
        body = self._words["body"][self._inspector(at, structure)]["name"]
        points = self._rng.randint(12, 60)
        row: Row = {
            "structure": structure["id"],
            "site": structure["site"],
            "body": body,
            "inspected_on": on,
            "staff": self._rng.sample(self._words["people"], 2),
            "calibrated_on": on - timedelta(days=self._rng.randint(30, 300)),
            "points": points,
            "fee": points * self._rng.choice((38, 42, 45, 50)),
            "scope_complete": True,
            "result": "passed",
            "uploaded_at": hour_of(on + timedelta(days=5), 9)
            if self._rng.random() < 0.86
            else None,
            "has_joint_licence": structure["category"] in {"power", "telecom"} or None,
        }
        if self._rng.random() < 0.22:
            row["sampled_result"] = "passed" if self._rng.random() < 0.84 else "failed"
        if self._rng.random() < 0.17:
            return self._failed(row, on)
        return Report(on, row, ())

    def _inspector(self, at: int, structure: Row) -> int:
        """甲级 where the class asks for it; 乙级 elsewhere, and once where it may not."""
        is_third = structure["use"] in {"residence", "general_civil", "general_industrial"}
        if at % 23 == 7:
            return 2
        return self._rng.choice((0, 1, 2, 3, 4)) if is_third else self._rng.choice((0, 1))

    def _failed(self, row: Row, on: date) -> Report:
        found = self._rng.sample(self._words["defects"], self._rng.randint(1, 2))
        due = on + timedelta(days=45)
        failed = row | {"result": "failed", "defects": found, "rectify_due_on": due}
        if self._rng.random() < 0.16:
            return Report(on, failed, ())
        mended = on + timedelta(days=self._rng.randint(12, 60))
        tested = mended + timedelta(days=6)
        passed = {"retested_on": tested, "retest_result": "passed"}
        return Report(on, failed, ((mended, {"rectified_on": mended}), (tested, passed)))


_PARTS: tuple[Row, ...] = (
    {"device_kind": "air_termination", "mesh": "9.5×9.5"},
    {"device_kind": "earthing", "resistance": 3.6, "resistance_kind": "impulse"},
    {"device_kind": "down_conductor", "conductor_count": 6, "conductor_spacing_m": 17.5},
    {"device_kind": "air_termination", "mesh": "18×16"},
    {"device_kind": "earthing", "resistance": 14.2, "resistance_kind": "impulse"},
    {"device_kind": "spd", "spd_place": "总配电", "up_kv": 2.5, "spd_state": "passed"},
    {"device_kind": "spd", "spd_place": "机房", "up_kv": 1.5, "spd_state": "failed"},
)


def _classed(structures: list[Row], today: date) -> list[Row]:
    """With the class the ledger itself gives; some had one too low on record, some have none."""
    given = [{"kind": "structure", "id": one["id"], "fields": _told(one)} for one in structures]
    checked = check(ledger("lightning"), given, today, "100000")
    rows = []
    for at, (row, one) in enumerate(zip(structures, checked, strict=True)):
        found = next((label for label in map(_class_of, one.findings) if label), None)
        recorded = {"second": "third"}.get(found or "", found) if at % 19 == 11 else found
        rows.append(row | {"lightning_class": None if at % 13 == 5 else recorded})
    return rows


def _told(row: Row) -> Row:
    return {name: str(one) for name, one in row.items() if one is not None and name != "id"} | {
        "spark_causes_great_damage": {True: "是", False: "否"}.get(row["spark_causes_great_damage"])
    }


def _class_of(finding: Finding) -> str | None:
    is_class = finding.rule.partition("/")[2] in _CLASS_RULES
    return _CLASSES.get(finding.answer.label or "") if is_class else None
