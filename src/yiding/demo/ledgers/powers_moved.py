"""行政权力事项划转: the items of each department, and how those that moved did."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from yiding.demo.ledgers.dates import day, words
from yiding.demo.ledgers.delivery import UNIT
from yiding.demo.ledgers.items import Item, Row, Steps

BUREAU = "市行政审批局"
_STAYS = 3
_CREDIT = "11329900MB0{dept:03}{dept:03}X"
#: Of every kind of fault one or two, by the number of the item.
_TOO_LONG, _TWO_UNITS, _WRONG_TYPE, _SHORT_CODE = {17, 44}, {29}, {8, 51}, {36}
_LIST_UNTOLD = {5, 45, 60}
_NOBODY, _TWO_BODIES, _NO_BASIS, _OWN_NAME, _STATIONED = {13, 57}, {22}, {27, 61}, {21}, {33}


@dataclass(frozen=True)
class Power:
    """事项: its number, name, kind, body, limits, the day it moved, and its entries."""

    no: int
    name: str
    kind: str
    dept: str
    statutory: int
    promise: int
    cutover: date | None
    entries: tuple[Item, ...]

    @property
    def key(self) -> str:
        """The key of its entry."""
        return f"LHSX-{self.no:03}"

    def holder(self, on: date) -> str:
        """The body that handles a case received on a day."""
        return BUREAU if self.cutover is not None and self.cutover <= on else self.dept


def moved(seed: int, today: date, share: float = 1) -> list[Power]:
    """Every item, with its transfer and handover; fewer of each department in a smaller city."""
    chance = Random(f"powers {seed}")  # noqa: S311
    told = words("powers.toml")
    found: list[Power] = []
    for dept_no, dept in enumerate(told["dept"], 1):
        most = max(round(len(dept["items"]) * share), 4)
        for at, line in enumerate(dept["items"][:most]):
            batch = None if at % 4 == _STAYS else told["batch"][at % 4]
            made = _Making(len(found) + 1, dept_no, dept["name"], batch, today)
            found.append(made.power(line, chance))
    return [*found, *_together(found, today, chance)]


def _together(powers: list[Power], today: date, chance: Random) -> list[Power]:
    """The batches, and a handover for each department in each."""
    entries: list[Item] = []
    for no, batch in enumerate(words("powers.toml")["batch"], 1):
        start = day(today, batch["back"])
        cutover = day(today, batch["cutover"])
        here = [one for one in powers if one.cutover == cutover]
        depts = list(dict.fromkeys(one.dept for one in here))
        row = _batch(batch, today, len(here), len(depts))
        entries.append(Item("transfer_batch", batch["no"], [(start, row)]))
        for at, dept in enumerate(depts, 1):
            made = _handover(no, at, start, chance)
            whole = {UNIT: dept, "batch_no": batch["no"], "from_dept": dept, "to_bureau": BUREAU}
            steps = [(made[0][0], {**whole, **made[0][1]}), *made[1:]]
            entries.append(Item("handover", f"{batch['no']}-{dept}", steps))
    return [Power(0, "", "", "", 0, 0, None, tuple(entries))]


def _batch(batch: Row, today: date, items: int, depts: int) -> Row:
    return {
        "no": batch["no"],
        "name": f"{batch['no']}行政权力事项划转",
        "government_decision": _year(batch["minute"], today),
        "state_council_approval": "国务院批准的相对集中行政许可权试点",
        "provincial_decision": _year(batch["approval"], today),
        "date": day(today, batch["back"]),
        "cutover_date": day(today, batch["cutover"]),
        "item_count": items,
        "dept_count": depts,
    }


def _year(text: str, today: date) -> str:
    return text.replace("{year-1}", str(today.year - 1)).replace("{year}", str(today.year))


def _handover(no: int, at: int, start: date, chance: Random) -> Steps:
    """Nine parts in six weeks; the network comes last, and in the last batch often not yet."""
    first: Row = {"started_on": start, "people": f"{chance.randint(1, 4)}人", "posts": "1名"}
    first |= {"files": "已移交", "seals": "已移交", "pending_cases": "已移交"}
    second: Row = {"system_accounts": "已开通", "templates": "已移交", "training": "2期"}
    later: Row = {"special_network": "已开通"}
    signed = start + timedelta(days=chance.randint(28, 40))
    steps: Steps = [(start + timedelta(days=9), first), (start + timedelta(days=20), second)]
    if no == 3 and at % 3 == 0:
        return steps
    if at % 5 == 0:
        later = {"special_network": "未开通"}
    if at % 7 == 0:
        signed += timedelta(days=12)
    return [*steps, (signed, {**later, "signed_at": signed})]


@dataclass(frozen=True)
class _Making:
    """One item in the making: its number, its department's, its batch, and the last day."""

    no: int
    dept_no: int
    dept: str
    batch: Row | None
    today: date

    def power(self, line: str, chance: Random) -> Power:
        name, kind, days = line.split("|")
        statutory = int(days)
        is_immediate = kind != "penalty" and self.no % 7 == 0
        promise = 0 if is_immediate else max(round(statutory * chance.uniform(0.2, 0.6)), 1)
        if self.no in _TOO_LONG:
            promise = statutory + 5
        if self.no in _WRONG_TYPE:
            is_immediate, promise = True, 3
        cutover = None if self.batch is None else day(self.today, self.batch["cutover"])
        power = Power(self.no, name, kind, self.dept, statutory, promise, cutover, ())
        row = {**self._row(power, is_immediate=is_immediate), **_pressed(chance)}
        return Power(
            self.no, name, kind, self.dept, statutory, promise, cutover,
            (self._item(power, row), *self._transfer(power)),
        )  # fmt: skip

    def _row(self, power: Power, *, is_immediate: bool) -> Row:
        code = f"{30 + self.dept_no:02}{power.no:010}"
        credit = _CREDIT.format(dept=self.dept_no)
        row: Row = {
            UNIT: power.dept,
            "task_name": power.name,
            "item_kind": power.kind,
            "catalog_code": code[:-1] if power.no in _SHORT_CODE else code,
            "task_code": f"{credit}3{code}",
            "use_level": "city",
            "dept_name": power.dept,
            "task_version": "1",
            "plan_effective_date": date(self.today.year - 3, 1, 1),
            "project_type": "immediate" if is_immediate else "promised",
            "anticipate_day": power.statutory,
            "anticipate_type": "calendar" if power.no in _TWO_UNITS else "working",
            "promise_day": power.promise,
            "promise_type": "working",
            "approving_bodies": [power.dept],
            "supervising_bodies": [power.dept],
        }
        if power.kind == "permit" and power.no not in _LIST_UNTOLD:
            row["in_permit_list"] = power.no % 40 != 0
        return row

    def _item(self, power: Power, row: Row) -> Item:
        steps: Steps = [(date(self.today.year - 3, 1, 1), row)]
        if power.cutover is not None:
            steps.append((power.cutover, {"approving_bodies": [BUREAU], **_answering(power)}))
        return Item("item", power.key, steps)

    def _transfer(self, power: Power) -> tuple[Item, ...]:
        """Decided, announced, handed over, running; the last batch is half way."""
        if self.batch is None or power.cutover is None:
            return ()
        start = day(self.today, self.batch["back"])
        row: Row = {
            UNIT: power.dept,
            "item": power.key,
            "batch_no": self.batch["no"],
            "task_name": power.name,
            "item_kind": power.kind,
            "from_dept": power.dept,
            "to_bureau": BUREAU,
            "mode": "transfer",
            "cutover_date": power.cutover,
            "state": "approved",
            **_odd(power.no),
            **_answering(power),
            "related_items": _related(power.no),
        }
        announced = start + timedelta(days=8)
        steps: Steps = [(start, row), (announced, {"announced": "是", "state": "announced"})]
        steps.append((power.cutover, {"state": "handing_over"}))
        is_last = self.batch["no"] == "第三批"
        if not is_last or power.no % 3:
            steps.append((power.cutover + timedelta(days=12), {"state": "running"}))
        return (Item("transfer", f"LHHZ-{power.no:03}", steps),)


def _pressed(chance: Random) -> Row:
    """Steps, materials and visits before and now."""
    steps, materials, visits = chance.randint(5, 8), chance.randint(7, 14), chance.randint(2, 4)
    return {
        "steps_before": steps,
        "step_count": steps - chance.randint(1, 3),
        "materials_before": materials,
        "material_count": materials - chance.randint(1, 5),
        "visits_before": visits,
        "limit_scene_num": chance.choice((0, 0, 0, 1, 1, 2)),
        "is_online": chance.randrange(100) < 88,
    }


def _answering(power: Power) -> Row:
    """Who supervises after the cut-over: here and there nobody, or two."""
    if power.no in _NOBODY:
        return {"supervising_bodies": ["未明确"]}
    both = [power.dept, "市城管局"]
    return {"supervising_bodies": both if power.no in _TWO_BODIES else [power.dept]}


def _odd(no: int) -> Row:
    if no in _NO_BASIS:
        return {"provincial_decision": "未列入省政府批复", "legal_basis": ["市政府常务会议纪要"]}
    if no in _OWN_NAME:
        return {"mode": "entrust", "decision_name": BUREAU}
    return {"mode": "station"} if no in _STATIONED else {}


def _related(no: int) -> list[Row]:
    """Two related items; one in nine was left behind."""
    names = words("powers.toml")["related"]
    pair = (names[no % 4], names[(no + 1) % 4])
    return [
        {"name": name, "moved": "否" if no % 9 == 0 and name == pair[0] else "是"} for name in pair
    ]
