"""安全生产巡查: what every round fed back, item by item, and how far each item has come."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from yiding.demo.ledgers.dates import day, words
from yiding.demo.ledgers.items import Item, Row, Steps, closing, hour_of
from yiding.demo.ledgers.majors import major_hazards

#: How an item fares, and how often of a hundred.
_FATES = (
    ("in_time", 68), ("late", 9), ("open", 11), ("waiting", 4), ("own_check", 2), ("failed", 3),
    ("no_proof", 2), ("extended", 1),
)  # fmt: skip
_LENGTHS = (30, 45, 60, 90)
_ROUND_DAYS = 12


class Rounds:
    """The rounds of the year; ``share`` is how much of what they found is told."""

    def __init__(self, seed: int, today: date, share: float = 1) -> None:
        self._rng = Random(f"rounds {seed}")  # noqa: S311
        self._today, self._share = today, share
        self._words = words("inspections.toml")
        self.items = [*self._findings(), *self._hazards(), *major_hazards(today)]

    def feedback_days(self) -> list[date]:
        """The day on which each round fed back."""
        return [day(self._today, one["back"]) for one in self._words["round"]]

    def visits(self, on: date) -> list[Row]:
        """巡查批次, one for each body visited, as they could be written on a day."""
        rows = []
        for no, one in enumerate(self._words["round"], 1):
            back = day(self._today, one["back"])
            if back <= on:
                rows += [self._visit(no, one, name, back, on) for name in one["objects"]]
        return rows

    def _visit(self, no: int, one: Row, name: str, back: date, on: date) -> Row:
        key = f"{no}-{name}"
        known = [item.as_of(on) for item in self.items if item.key.startswith(f"{key}-")]
        told = [row for row in known if row is not None]
        closed = sum(row.get("closed") == "是" for row in told)
        row: Row = {
            "id": key,
            "no": one["no"],
            "level": "市",
            "group": f"市安委会第{no}巡查组",
            "object": name,
            "kind": "inspection",
            "in_on": back - timedelta(days=30),
            "out_on": back - timedelta(days=30 - _ROUND_DAYS),
            "feedback_on": back,
            "units_checked": 6 + 3 * no,
            "problems": len(told),
            "rectified": closed,
            "objects_planned": 3,
            "objects_inspected": 3 if no < 4 else 2,
        }
        if no == 1:
            row["printed_share"] = "93.5%" if name == "白鹭区" else None
        return row

    def _findings(self) -> Iterator[Item]:
        texts = self._words["text"]
        for no, one in enumerate(self._words["round"], 1):
            back = day(self._today, one["back"])
            for name in one["objects"]:
                for at in range(1, max(round(18 * self._share), 3) + 1):
                    text = self._rng.choice(texts)
                    base = self._base(one, name, at, text)
                    yield Item("finding", f"{no}-{name}-{at:02}", self._life(base, back))

    def _base(self, one: Row, name: str, at: int, text: Row) -> Row:
        found = day(self._today, one["back"]) - timedelta(days=30 - at % _ROUND_DAYS)
        row: Row = {
            "round": one["no"],
            "no": str(at),
            "object": name,
            "category": text["category"],
            "text": text["words"].replace("{n}", str(self._rng.randint(2, 9))),
            "measure": text["measure"],
            "unit": name,
            "found_at": hour_of(found, 10),
            "supervising_department": ["市应急局"],
        }
        if text["category"] in {"enterprise", "hazard"}:
            row["enterprise"] = self._rng.choice(self._words["enterprise"])["name"]
        if text["category"] == "hazard":
            row |= {"level": "general", "removable_at_once": True, "harm": "small"}
        if at % 17 == 0:
            row["supervising_department"] = ["市应急局", "市住建局"]
        return row

    def _hazards(self) -> Iterator[Item]:
        every = self._words["hazard"]
        for no in range(1, max(round(78 * self._share), 6) + 1):
            one, where = self._rng.choice(every), self._rng.choice(self._words["enterprise"])
            found = day(self._today, -self._rng.randint(12, 330))
            row: Row = {
                "code": f"LHYH-{no:04}",
                "title": one["title"],
                "text": one["text"].replace("{n}", str(self._rng.randint(1, 6))),
                "type": one["type"],
                "enterprise": where["name"],
                "district": where["district"],
                "found_at": hour_of(found, 9),
                "source": self._rng.choice(("daily", "comprehensive", "specialised", "seasonal")),
                "self_found": self._rng.random() < 0.6,
                "level": "general",
                "removable_at_once": True,
                "difficulty": "small",
                "treat": "by_deadline",
                "measure": one["measure"],
                "funds": self._rng.randint(2, 60) * 1000,
                "supervising_department": ["市应急局"],
            }
            if no % 26 == 0:
                row |= {"removable_at_once": False}
            if no % 31 == 0:
                row |= {"needs_stop": "full"}
            yield Item("hazard", f"LHYH-{no:04}", self._life(row, found + timedelta(days=1)))

    def _life(self, base: Row, since: date) -> Steps:
        """From feedback to closing, as its fate is drawn."""
        names, weights = zip(*_FATES, strict=True)
        fate = self._rng.choices(names, weights)[0]
        due = since + timedelta(days=self._rng.choice(_LENGTHS))
        by = self._rng.sample(self._words["people"], 2)
        first = {**base, "due_on": due, "rectifier": by[0], "state": "assigned", "closed": "否"}
        steps: Steps = [(since, first)]
        if fate == "extended":
            later = due + timedelta(days=30)
            steps.append((due - timedelta(days=3), {"extended_to": later, "state": "extended"}))
        late = self._rng.randint(4, 25) if fate == "late" else -self._rng.randint(4, 18)
        finished = max(due + timedelta(days=late), since + timedelta(days=2))
        if fate in {"open", "extended"}:
            return steps
        photos = [f"整改前后照片{self._rng.randint(2, 9)}张"]
        proof = {} if fate == "no_proof" else {"evidence": photos}
        done: Row = {"finished_at": hour_of(finished, 16), "state": "rectified", **proof}
        steps.append((finished, {**done, "progress": "已按措施整改到位。"}))
        if fate == "waiting":
            return steps
        verifier = by[0] if fate == "own_check" else by[1]
        return steps + closing(finished, verifier, is_passed=fate != "failed")
