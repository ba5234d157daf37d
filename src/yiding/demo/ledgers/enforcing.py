"""安全生产巡查: enterprises with permits, drills and fines, and what goes with major hazards."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from yiding.demo.deeds import moment
from yiding.demo.ledgers.dates import dated, day, words

Row = dict[str, Any]
_PARTS = ("target_and_task", "method_and_measure", "money_and_material", "body_and_people",
          "time_limit_and_demand", "safety_and_emergency")  # fmt: skip
_SAID = ("限期消除隐患", "停产、加装、检测、复核", "企业自筹，已到账", "成立治理小组，专人负责",
         "按期完成，逐周报告", "撤人警戒和应急预案")  # fmt: skip
_BASIS = "安全生产法第一百零二条"


def beside_the_items(today: date) -> dict[str, list[Row]]:
    """Everything that is not an item itself, by kind."""
    told = words("inspections.toml")
    firms = told["enterprise"]
    return {
        "enterprise": [_firm(no, one, today) for no, one in enumerate(firms, 1)],
        "permit": list(_picked(firms, today, "permit_trade", _PERMIT, "XK")),
        "drill": list(_picked(firms, today, "unit_type", _DRILL, "YL")),
        "standardisation": list(_picked(firms, today, "standard_level", _STANDARD, "BZ")),
        "plan6": [_plan(no, one, today) for no, one in enumerate(told["major"], 1)],
        "supervise": [_listing(no, one, today) for no, one in enumerate(told["major"], 1)],
        "rectify": [_rectified(no, one, today) for no, one in enumerate(told["major"], 1)],
        "verify": _checks(told, today),
        "enforcement": [_deed(no, one, today) for no, one in enumerate(told["enforcement"], 1)],
        "responsibility": [_called(no, one, today)
                           for no, one in enumerate(told["responsibility"], 1)],
        "risk_report": [_risk(no, one, today) for no, one in enumerate(told["risk"], 1)],
    }  # fmt: skip


_PERMIT = ("permit_trade", "issued_on", "expires_on", "extension_asked_on", "is_producing")
_DRILL = ("unit_type", "last_drill_on")
_STANDARD = ("standard_level", "granted_by", "granted_on")


def _firm(no: int, one: Row, today: date) -> Row:
    own = {name: value for name, value in dated(one, today).items() if name != "punished"}
    row = {"id": f"QY-{no:02}", **own}
    if "punished" in one:
        days = [day(today, back).isoformat() for back in one["punished"]]
        row["punishments"] = [{"date": on, "type": "fine", "basis": _BASIS} for on in days]
    return row


def _picked(firms: list[Row], today: date, wanted: str, names: tuple[str, ...], mark: str) -> Any:
    for no, one in enumerate(firms, 1):
        told = dated(one, today)
        if wanted in told:
            own = {name: told[name] for name in names if name in told}
            yield {"id": f"{mark}-{no:02}", "enterprise": one["name"], **own}


def _plan(no: int, one: Row, today: date) -> Row:
    """The six parts; one plan has no emergency plan, one no money."""
    left_out = {3: "safety_and_emergency", 9: "money_and_material"}.get(no)
    parts = {name: said for name, said in zip(_PARTS, _SAID, strict=True) if name != left_out}
    return {
        "id": f"FA-{no:02}",
        "of": f"LHZD-{no:02}",
        "level": "major",
        "made_on": day(today, one["found"] + 12),
        "settled": ["责任", "措施", "资金", "时限", "预案"][: 4 if no == 5 else 5],
        **parts,
    }


def _listing(no: int, one: Row, today: date) -> Row:
    lifted = one["steps"][-1] if len(one["steps"]) > 1 else None
    return {
        "id": f"GP-{no:02}",
        "of": f"LHZD-{no:02}",
        "level": "city",
        "notice_no": f"临安督〔{today.year}〕{no}号",
        "received_on": day(today, one["found"] + 4),
        "due_on": day(today, one["due"] if no != 3 else one["due"] - 30),
        "published_on": day(today, one["found"] + 6),
        "lifted_on": None if lifted is None else day(today, lifted),
    }


def _rectified(no: int, one: Row, today: date) -> Row:
    return {
        "id": f"ZG-{no:02}",
        "of": f"LHZD-{no:02}",
        "measure": "停产整治，按治理方案逐项完成。",
        "due_on": day(today, one["due"]),
        "finished_at": moment(day(today, one["steps"][0]), 15) if no != 9 else None,
        "evidence": ["治理完成报告"],
    }


def _checks(told: Row, today: date) -> list[Row]:
    rows = []
    for no, one in enumerate(told["major"][:8], 1):
        rectifier, verifier = told["people"][no], told["people"][no + 4]
        rows.append(
            {
                "id": f"YS-{no:02}",
                "of": f"LHZD-{no:02}",
                "rectifier": rectifier,
                "verifier": rectifier if no == 6 else verifier,
                "verifying_unit": "市应急局",
                "verified_at": moment(day(today, one["steps"][1]), 11),
                "result": "passed",
            }
        )
    return rows


def _deed(no: int, one: Row, today: date) -> Row:
    firm = words("inspections.toml")["enterprise"][one["enterprise"] - 1]["name"]
    facts = one.get("fields", {})
    kept = {name: one[name] for name in ("type", "basis", "amount") if name in one}
    return {"id": f"ZF-{no:02}", "enterprise": firm, "date": day(today, one["day"]), **kept,
            **facts}  # fmt: skip


def _called(no: int, one: Row, today: date) -> Row:
    return {"id": f"WZ-{no:02}", "who": one["who"], "form": one["form"],
            "date": day(today, one["day"])}  # fmt: skip


def _risk(no: int, one: Row, today: date) -> Row:
    firm = words("inspections.toml")["enterprise"][one["enterprise"] - 1]["name"]
    told = {name: value for name, value in dated(one, today).items() if name != "enterprise"}
    year = (today - timedelta(days=200)).year
    return {"id": f"FX-{no:02}", "enterprise": firm, "report_year": year, **told}
