"""安全生产事故: reports, inquiry, cause, liability, measures and evaluation after each."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random
from typing import Any

from yiding.demo.deeds import moment
from yiding.demo.ledgers.dates import day, words
from yiding.demo.ledgers.delivery import UNIT
from yiding.demo.ledgers.happened import Happened
from yiding.demo.ledgers.items import Item, Row

_PAID = {True: 1_200_000, False: 420_000}
"""What a unit pays, for a larger accident and for a general one, in 元."""


def besides(happened: list[Happened], seed: int, today: date) -> list[Item]:
    """Everything that is no accident itself."""
    chance = Random(f"after accidents {seed}")  # noqa: S311
    items = [*_near_misses(today), *_years(happened, today)]
    inquired = 0
    for one in happened:
        items += _reports(one, chance)
        if one.is_inquired:
            inquired += 1
            items += _inquiry(one, inquired, chance)
    return items


def _of(one: Happened) -> Row:
    """Which accident an entry is about, and the department it falls to."""
    return {UNIT: one.trade["unit"], "accident": one.item.key}


def _reports(one: Happened, chance: Random) -> Iterator[Item]:
    """The county passes on what came to it; what killed somebody goes up to the city."""
    row = one.item.steps[0][1]
    if not one.deaths:
        return
    sent = row["reported_at"]
    number = int(one.item.key[-4:])
    minutes = chance.randrange(125, 240) if number % 17 == 0 else chance.randrange(18, 110)
    content = ["单位概况", "时间地点现场", "简要经过", "伤亡和初估损失", "已采取措施", "其他"]
    told: Row = {
        **_of(one),
        "step": "level",
        "from_body": f"{row['division']}应急管理局",
        "to_body": "临湖市应急管理局",
        "told_at": sent,
        "reported_at": sent + timedelta(minutes=minutes),
        "content": content if number % 13 else content[:4],
        "government_told": number % 31 != 0,
    }
    yield Item("report", f"{one.item.key}-R1", [(sent.date(), told)])


def _inquiry(one: Happened, no: int, chance: Random) -> Iterator[Item]:
    """One in nine is late with its report, one in eleven still open."""
    key, on = one.item.key, one.at.date()
    grade = "larger" if one.is_larger else "general"
    started, paused = on + timedelta(days=2), 15 if no % 6 == 0 else 0
    base: Row = {
        **_of(one),
        "started_on": started,
        "investigator": "临湖市人民政府" if one.is_larger else "县区人民政府（区级）",
        "grade": grade,
    }
    if paused:
        base["appraisal_days"] = paused
    steps: list[tuple[date, Row]] = [(started, base)]
    if no % 11 == 0:
        yield Item("investigation", f"{key}-DC", steps)
        return
    late = chance.randrange(5, 30) if no % 9 == 0 else -chance.randrange(1, 18)
    reported = on + timedelta(days=60 + paused + late)
    approved = reported + timedelta(days=chance.randrange(16, 24) if no % 8 == 0 else 12)
    public = approved + timedelta(days=5)
    steps += [
        (reported, {"report_at": reported, "report_received_on": reported}),
        (approved, {"approved_at": approved}),
        (public, {"public_at": public}),
    ]
    yield Item("investigation", f"{key}-DC", steps)
    yield from _after_approval(one, no, approved, chance)


def _after_approval(one: Happened, no: int, approved: date, chance: Random) -> Iterator[Item]:
    yield _cause(one, no, approved)
    yield from _liabilities(one, no, approved, chance)
    yield from _measures(one, no, approved, chance)
    yield _evaluation(one, no, approved, chance)


def _cause(one: Happened, no: int, approved: date) -> Item:
    found = 6 + no % 9
    row: Row = {
        **_of(one),
        "kind": "direct",
        "text": one.item.steps[0][1]["cause"],
        "hazards_found": found,
        "hazards_closed": found - (no % 3),
    }
    return Item("cause", f"{one.item.key}-YY", [(approved, row)])


def _liabilities(one: Happened, no: int, approved: date, chance: Random) -> Iterator[Item]:
    """The unit is fined, the chief too; one in seven is not yet carried out."""
    key, people = one.item.key, words("accidents.toml")["people"]
    done = approved + timedelta(days=chance.randrange(15, 60))
    paid = 250_000 if no % 10 == 0 else _PAID[one.is_larger]
    unit: Row = {**_of(one), "subject": "unit", "who": one.firm, "kind": "penalty",
                 "proposal": "罚款", "due_on": approved + timedelta(days=60)}  # fmt: skip
    settled: Row = {"done_at": done, "document": f"临应急罚〔{done.year}〕{no}号", "fine": paid}
    yield Item("liability", f"{key}-ZR1", [(approved, unit), *_unless(no % 7 == 0, done, settled)])
    income = 180_000 + 10_000 * (no % 7)
    chief: Row = {**_of(one), "subject": "chief", "kind": "penalty",
                  "who": people[no % len(people)], "proposal": "罚款", "chief_income": income,
                  "due_on": approved + timedelta(days=60)}  # fmt: skip
    share = 60 if one.is_larger else 40
    document = None if no % 12 == 0 else f"临应急罚〔{done.year}〕{no}-1号"
    fined: Row = {"done_at": done, "fine": income * share // 100, "document": document}
    yield Item("liability", f"{key}-ZR2", [(approved, chief), *_unless(no % 9 == 0, done, fined)])


def _unless(is_open: bool, on: date, row: Row) -> list[tuple[date, Row]]:
    return [] if is_open else [(on, row)]


def _measures(one: Happened, no: int, approved: date, chance: Random) -> Iterator[Item]:
    every = words("accidents.toml")["measure"]
    for at in (1, 2):
        due = approved + timedelta(days=30 * at)
        row: Row = {**_of(one), "text": every[(no + at) % len(every)]["words"],
                    "unit": one.firm or "市交通局", "due_on": due}  # fmt: skip
        done = due + timedelta(days=chance.randrange(3, 25) if (no + at) % 9 == 0 else -4)
        proof = {} if (no + at) % 14 == 0 else {"evidence": "现场照片、验收单"}
        over = [] if (no + at) % 16 == 0 else [(done, {"done_on": done, **proof})]
        yield Item("measure", f"{one.item.key}-CS{at}", [(approved, row), *over])


def _evaluation(one: Happened, no: int, approved: date, chance: Random) -> Item:
    """Within the year, but for one in six."""
    late = chance.randrange(8, 40) if no % 6 == 0 else -chance.randrange(20, 90)
    on = approved + timedelta(days=365 + late)
    told: Row = {"evaluated_on": on, "result": "partial" if no % 5 == 0 else "passed"}
    public: Row = {"evaluation_public_on": on + timedelta(days=10)}
    row: Row = {**_of(one), "approved_at": approved}
    steps = [(approved, row), (on, told)]
    if no % 8:
        steps.append((on + timedelta(days=10), public))
    return Item("evaluation", f"{one.item.key}-PG", steps)


def _near_misses(today: date) -> Iterator[Item]:
    for no, one in enumerate(words("accidents.toml")["near"], 1):
        at = moment(day(today, one["back"]), 9 + no)
        row = {"occurred_at": at, "location": one["where"], "unit": one["unit"], **one["fields"]}
        yield Item("near_miss", f"LHSX-{no:02}", [(at.date() + timedelta(days=1), row)])


def _years(happened: list[Happened], today: date) -> Iterator[Item]:
    """The base of the rates: last year's in full, this year's up to the last quarter."""
    for year in (today.year - 1, today.year):
        dead = sum(one.deaths for one in happened if one.at.year == year)
        row: dict[str, Any] = {
            "year": year,
            "deaths": dead,
            "gdp": 1890 if year < today.year else 1460,
            "population": 2_860_000,
            "staff": 412_000,
            "hours": 860_000_000 if year < today.year else 660_000_000,
            "standard_enterprises": 318 if year < today.year else 346,
        }
        known = date(year, 12, 31) if year < today.year else day(today, -20)
        yield Item("year_figures", str(year), [(known, row)])
