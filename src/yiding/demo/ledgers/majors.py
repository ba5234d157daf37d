"""安全生产巡查: the nine major hazards, each with what the law asks of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from yiding.demo.ledgers.dates import day, words
from yiding.demo.ledgers.items import Item, Row, Steps, closing, hour_of

_COMMON: Row = {
    "source": "specialised",
    "self_found": False,
    "level": "major",
    "measure": "停产整治，按治理方案逐项完成。",
    "state": "rectifying",
    "closed": "否",
    "reported_to_department": "是",
    "reported_to_workers": "是",
    "in_system": "是",
    "supervised": "是",
    "safety_ensured": True,
}
#: What is otherwise with some of them, by number.
_ODD: dict[int, Row] = {
    2: {"safety_ensured": False, "people_withdrawn": "是", "stopped": "是"},
    4: {"reported_to_workers": "否"},
    6: {"safety_ensured": False, "people_withdrawn": "是", "stopped": "否"},
    7: {"supervised": None},
    8: {"level": "general"},
}


def major_hazards(today: date) -> Iterator[Item]:
    """Eight are closed by the last day; the ninth is rectified and not yet agreed to."""
    told = words("inspections.toml")
    for no, one in enumerate(told["major"], 1):
        rectifier, verifier = told["people"][no], told["people"][no + 4]
        found = day(today, one["found"])
        row = {**_hazard(no, one, today), "rectifier": rectifier, **_ODD.get(no, {})}
        key = f"LHZD-{no:02}"
        yield Item("hazard", key, [(found, row), *_treated(one, verifier, today)])


def _hazard(no: int, one: Row, today: date) -> Row:
    where = words("inspections.toml")["enterprise"][one["enterprise"] - 1]
    of_building = one["trade"] == "building"
    return {
        **_COMMON,
        "code": f"LHZD-{no:02}",
        "title": one["title"],
        "text": f"{one['title']}，须停产治理。",
        "enterprise": where["name"],
        "district": where["district"],
        "found_at": hour_of(day(today, one["found"]), 14),
        "trade": one["trade"],
        "standard_clause": one["clause"],
        "due_on": day(today, one["due"]),
        "funds": 80_000 + 35_000 * no,
        "supervising_department": ["市住建局" if of_building else "市应急局"],
    }


def _treated(one: Row, verifier: str, today: date) -> Steps:
    """Rectified; then seen by another, agreed to by the department, closed."""
    days = [day(today, back) for back in one["steps"]]
    done: Row = {
        "finished_at": hour_of(days[0], 15),
        "state": "rectified",
        "evidence": ["治理完成报告", "现场照片"],
        "review_asked_on": days[0],
    }
    if len(days) == 1:
        return [(days[0], done)]
    _, checked, agreed, closed = days
    seen, *_ = closing(checked - timedelta(days=2), verifier, is_passed=True)
    resumed: Row = {"resumed": "是", "resumed_on": agreed + timedelta(days=1)}
    review: Row = {"reviewed": "是", "reviewed_on": agreed, **resumed}
    over: Row = {"state": "closed", "closed": "是", "closed_on": closed}
    return [(days[0], done), seen, (agreed, review), (closed, over)]
