"""办公用房: what is reported beside the rooms: scale, leaders, leases, works, exits, the year."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from random import Random
from typing import Any

from yiding.demo.ledgers.dates import dated, words
from yiding.demo.ledgers.estate import Body

Row = dict[str, Any]
#: Of the bodies, these have not yet told what their returns ask for.
_SILENT, _LATE, _SLOW = {4, 17, 29}, {8, 33}, {6, 11, 21, 38, 45}
_TOLD_IN = 150
_PERSONAL = ("second", "second_rank", "second_unit", "office")


def scales(bodies: Sequence[Body], seed: int) -> list[Row]:
    """使用单位: quota, posts and the areas held against them."""
    rng = Random(f"scales {seed}")  # noqa: S311
    return [_scale(body, at, rng) for at, body in enumerate(bodies)]


def _scale(body: Body, at: int, rng: Random) -> Row:
    quota = body.staff + rng.randint(-2, 6)
    offices = round(body.staff * 8.6 + 60 + (90 if at in _LATE else 0))
    service = round(quota * (8.6 if at % 9 == 4 else 6.4))
    return {
        "id": body.code,
        "unit_code": body.code,
        "name": body.name,
        "unit_class": "government",
        "level": "county" if at == 40 else "city",
        "staff_quota": None if at == 27 else quota,
        "staff_actual": body.staff,
        "posts": [
            {"rank": "bureau_head", "quota_count": 1},
            {"rank": "bureau_deputy", "quota_count": 4},
            {"rank": "staff", "quota_count": quota - 5},
        ],
        "storey_kind": "multi_storey",
        "offices_area_m2": offices,
        "service_area_m2": service,
        "equipment_area_m2": round((offices + service) * 0.08),
        "has_canteen": at % 6 == 0,
        "canteen_area_m2": round(quota * (4.2 if at == 12 else 3.1)) if at % 6 == 0 else None,
    }


def people(today: date, *, is_first: bool) -> list[Row]:
    """人员: leaders with what they use; the first count knows nothing that came later."""
    rows = []
    for no, one in enumerate(words("premises.toml")["person"], 1):
        told = dated(one, today)
        row = {name: value for name, value in told.items() if name not in _PERSONAL}
        if is_first:
            row = {name: value for name, value in row.items() if not name.endswith("_on")}
        rows.append({**row, "id": f"LD-{no:02}", "name": f"LD-{no:02}", "level": "city",
                     "offices": _offices(one)})  # fmt: skip
    return rows


def _offices(one: Row) -> list[Row]:
    held: list[Row] = [{"area_m2": one["office"], "order": "main", "rank": one["rank"]}]
    if "second" in one:
        facts = one.get("fields", {})
        held.append({"area_m2": one["second"], "order": "second", "unit": one["second_unit"],
                     "rank": one["second_rank"], **facts})  # fmt: skip
    return held


def numbered(name: str, today: date) -> list[Row]:
    """Leases, works or disposals as the words have them, up to now."""
    rows = [dated(one, today) for one in words("premises.toml")[name]]
    return [{"id": f"{name[:2].upper()}-{no:02}", **row} for no, row in enumerate(rows, 1)]


def allocations(today: date) -> list[Row]:
    """配置: who was given which room, and by whom."""
    rows = []
    for no, one in enumerate(words("premises.toml")["person"], 1):
        rows.append(
            {
                "id": f"PZ-{no:02}",
                "person": f"LD-{no:02}",
                "unit": one["unit"],
                "level": "city",
                "rank": one["rank"],
                "area_m2": one["office"],
                "limit_applied_m2": 24 if one["rank"] == "bureau_head" else 18,
                "order": "main",
                "starts_on": today - timedelta(days=420 + 11 * no),
                "basis_doc": f"临机管配〔{today.year - 1}〕{no + 20}号",
            }
        )
    rows[3]["limit_applied_m2"] = 20
    return rows


def returns(bodies: Sequence[Body], year: int, today: date, seed: int) -> list[Row]:
    """年度报告 of a year: of the running one some things are still to come."""
    rng = Random(f"returns {seed} {year}")  # noqa: S311
    is_over = year < today.year
    last = date(year, 12, 20) if is_over else today - timedelta(days=14)
    return [_return(body, at, year, last, rng) for at, body in enumerate(bodies)]


def _return(body: Body, at: int, year: int, last: date, rng: Random) -> Row:
    told_on = max(last - timedelta(days=rng.randint(0, _TOLD_IN)), date(year, 1, 8))
    cost = body.staff * rng.randint(62_000, 81_000)
    gross = body.staff * rng.randint(24, 31)
    due = rng.randint(2, 6)
    return {
        "id": f"{body.code}-{year}",
        "unit": body.name,
        "year": year,
        "disclosed_on": None if at in _SILENT or told_on > last else told_on.isoformat(),
        "filed_on": None if at in _SILENT | _LATE or told_on > last else told_on.isoformat(),
        "is_asset_reported": at not in _LATE,
        "staff_quota": body.staff + 3,
        "staff_actual": body.staff,
        "gross_area_m2": gross,
        "property_cost": gross * 34,
        "utilities_cost": gross * 41,
        "repair_cost": gross * rng.randint(6, 14),
        "running_cost": cost,
        "previous_running_cost": round(cost * rng.uniform(1.0, 1.08)),
        "energy_kgce": gross * rng.randint(7, 11),
        "findings_due": due,
        "findings_done": due - (1 if at in _SLOW | _LATE else 0),
    }
