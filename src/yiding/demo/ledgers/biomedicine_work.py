"""生物医药产业: the plan with its paths and tasks, and how far each measure has come."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from yiding.demo.ledgers.dates import day, words
from yiding.demo.ledgers.items import Item, Row, Steps
from yiding.ledgers.biomedicine.skeleton import PATHS, TASKS

PLAN = "临湖市生物医药产业发展规划"
#: How a measure whose day has come fares, and how often of a hundred.
_FATES = (("in_time", 66), ("late", 12), ("report", 6), ("no_proof", 5), ("open", 11))
_STARTED, _CHECKED = 150, 5
_BEGUN, _YEARS = -700, 5
#: Of a few measures the day stands in milestones.
_MILESTONES = frozenset({9, 12, 20, 28})


class Work:
    """The measures; ``share`` is how many of them are told."""

    def __init__(self, seed: int, today: date, share: float = 1) -> None:
        self._rng = Random(f"biomedicine work {seed}")  # noqa: S311
        self._today, self._words = today, words("biomedicine.toml")
        self._sent: dict[str, Row] = {}
        every = self._words["measures"]
        self.items = list(self._items(every[: max(round(len(every) * share), 12)]))

    def plan(self) -> dict[str, list[Row]]:
        """规划、路径、任务."""
        start = day(self._today, _BEGUN).replace(month=1, day=1)
        plan: Row = {
            "id": "GH-1",
            "name": PLAN,
            "doc_no": f"临政发〔{start.year}〕6号",
            "issued_on": start + timedelta(days=46),
            "horizon": f"{start.year}—{start.year + _YEARS - 1}年",
            "starts_on": start,
            "ends_on": date(start.year + _YEARS - 1, 12, 31),
            "lead": "市工信局",
        }
        paths = [{"id": code, "code": code, "name": name, "plan": PLAN}
                 for code, name in PATHS.items()]  # fmt: skip
        tasks = [
            {"id": one["code"], **one, "name": TASKS[one["code"]], "plan": PLAN,
             "due_on": plan["ends_on"]}
            for one in self._words["task"]
        ]  # fmt: skip
        del tasks[-2]["due_on"]
        return {"plan": [plan], "path": paths, "task": tasks}

    def measures(self, on: date) -> list[Row]:
        """The measures that are new or say something else than the last time."""
        told = [row for one in self.items if (row := one.as_of(on)) is not None]
        rows = [row for row in told if self._sent.get(row["id"]) != row]
        self._sent |= {row["id"]: row for row in rows}
        return rows

    def _items(self, every: list[list[object]]) -> Iterator[Item]:
        for no, (task, path, lead, name, *due) in enumerate(every, 1):
            base: Row = {
                "task": task,
                "path": path,
                "lead": lead,
                "name": name,
                "plan": PLAN,
                "state": "not_started",
                "budget": self._rng.randint(5, 240) * 10_000,
            }
            yield Item("measure", f"M-{no:02}", self._life(no, base, due))

    def _life(self, no: int, base: Row, due: list[object]) -> Steps:
        """From the plan to its proof, as its fate is drawn."""
        first = day(self._today, -262)
        if not due:
            begun: Row = {"state": "advancing", "started_on": first + timedelta(days=40)}
            return [(first, base), (first + timedelta(days=40), begun)]
        due_on = day(self._today, int(str(due[0])))
        started = max(due_on - timedelta(days=_STARTED), first + timedelta(days=1))
        dated: Row = {**base, "due_on": due_on}
        if no in _MILESTONES:
            dated["milestones"] = self._milestones(due_on)
        steps: Steps = [
            (first, dated),
            (started, {"state": "advancing", "started_on": started}),
        ]
        return steps + (self._end(due_on) if due_on < self._today else [])

    def _milestones(self, due_on: date) -> list[Row]:
        """Two on the way: the first signed for in time where its day has passed."""
        first, second = due_on - timedelta(days=110), due_on - timedelta(days=30)
        done: Row = {}
        if first < self._today:
            kind, no = self._proof(first)
            done = {"done_on": first - timedelta(days=3), "proof": no, "proof_kind": kind}
        return [
            {"name": "方案报批", "due_on": first, "deliverable": "印发的方案", **done},
            {"name": "签约落地", "due_on": second, "deliverable": "签订的合同"},
        ]

    def _end(self, due_on: date) -> Steps:
        fate = self._rng.choices([one for one, _ in _FATES], [often for _, often in _FATES])[0]
        late = self._rng.randint(5, 30)
        if fate == "open":
            return []
        done_on = due_on + timedelta(days=late if fate == "late" else -self._rng.randint(0, 12))
        done: Row = {"state": "done", "done_on": done_on}
        if fate == "report":
            done["proof"] = self._rng.choice(self._words["reports"])
        if fate in {"in_time", "late"}:
            kind, no = self._proof(done_on)
            done |= {"proof_kind": kind, "proof": no}
        return [(done_on, done), *self._rechecked(done_on, fate)]

    def _rechecked(self, done_on: date, fate: str) -> Steps:
        """One in three of those with their proof is looked at again."""
        if fate != "in_time" or self._rng.random() > 1 / 3:
            return []
        checked_on = done_on + timedelta(days=_CHECKED)
        return [(checked_on, {"state": "rechecked", "checked_by": "市工信局规划处",
                              "checked_on": checked_on})]  # fmt: skip

    def _proof(self, on: date) -> tuple[str, str]:
        kind, text = self._rng.choice(self._words["proofs"])
        number = str(self._rng.randint(3, 88))
        return kind, text.replace("{year}", str(on.year)).replace("{n}", number)
