"""Entries as somebody writes them who has the facts alone: other words, the same verdict."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from ledgers.fleet.trying import FLEET
from yiding.ledgers.checking import check, finding_as_json

ON = date(2025, 6, 1)
BOUGHT = {"purchase_date": "2024-05-01"}
#: The rule, the kind, the fields, the place, the verdict and reason.
TOLD: list[tuple[str, str, dict[str, Any], str, str]] = [
    ("price-within-standard", "purchase",
     {**BOUGHT, "kind": "confidential communications", "vehicle_type": "sedan", "price_wan": "12"},
     "", "met"),
    ("price-within-standard", "vehicle",
     {**BOUGHT, "kind": "机要通信类用车", "body_type": "轿车", "price": "12.000001万元"},
     "", "breached"),
    ("price-within-standard", "vehicle",
     {**BOUGHT, "kind": "law enforcement & duty", "is_sedan": True, "price": 150000},
     "", "breached"),
    ("price-within-standard", "vehicle",
     {**BOUGHT, "kind": "law enforcement & duty", "is_sedan": True, "price": 150000,
      "approval_work_need": "财行〔2024〕1号"}, "", "met"),
    ("price-within-standard", "vehicle",
     {**BOUGHT, "kind": "special", "vehicle_type": "救护车", "price": "400000"}, "", "needs_local"),
    ("displacement-within-standard", "vehicle",
     {**BOUGHT, "kind": "emergency support vehicle", "is_sedan": True, "displacement": "1.8T"},
     "", "met"),
    ("displacement-within-standard", "vehicle",
     {**BOUGHT, "kind": "应急保障类", "is_sedan": True, "displacement_cc": "1998"},
     "", "breached"),
    ("bus-with-special-approval", "vehicle",
     {**BOUGHT, "kind": "应急保障", "persons": "10-17", "length": "5.9"},
     "", "breached"),
    ("passenger-class", "vehicle", {"length": "5.9 m", "seats": "15座"}, "", "computed"),
    ("livery-borne", "vehicle", {"plate": "湖L", "livery_status": "none"},
     "", "breached"),
    ("livery-borne", "vehicle",
     {"plate": "湖L", "livery_status": "none", "livery_exempt": "investigation"}, "", "met"),
    ("terminal-carried", "vehicle", {"plate": "鄂F", "terminal_id": "none"}, "420600", "breached"),
    ("terminal-carried", "vehicle", {"plate": "湖L", "terminal_id": "none"}, "", "needs_local"),
    ("terminal-carried", "vehicle",
     {"plate": "鄂F", "terminal_id": "none", "livery_exempt": True}, "420602", "met"),
    ("registered-to-the-unit", "vehicle",
     {"unit": "市城管局", "title_holder": "市政工程有限公司"},
     "", "breached"),
    ("registered-to-the-unit", "vehicle", {"registered_to": "a subordinate unit"},
     "", "breached"),
    ("vehicles-within-quota", "quota",
     {"unit": "市城管局", "kind": "执法执勤类", "number": 2, "vehicles": ["A", "B", "C"]},
     "", "breached"),
    ("not-borrowed", "event", {"kind": "监督检查", "violations": ["借用", "豪华内饰"]},
     "", "breached"),
    ("no-luxury-fitting", "event",
     {"kind": "监督检查", "violations": ["借用", "豪华内饰"]},
     "", "breached"),
    ("not-donated", "violation", {"type": "donation"},
     "", "breached"),
    ("nothing-beyond-quota", "violation", {"item": 1},
     "", "breached"),
    ("not-used-privately", "event", {"item": "3", "type": "inspection"},
     "", "breached"),
    ("movement-ordered", "position",
     {"displacement_from_parking_m": 51, "dispatch": None},
     "", "judgement"),
    ("movement-ordered", "trip", {"moved_m": "51m", "dispatch_orders": []},
     "", "judgement"),
    ("sealed-on-days-off", "trip", {"date": "2025-10-01", "order": None},
     "", "judgement"),
    ("moved-in-hours", "trip", {"date": "2025-05-20", "order": None}, "", ""),
    ("one-card-one-vehicle", "fuel_card", {"card_no": "C1", "vehicles": ["A", "B"]},
     "", "judgement"),
    ("fill-within-tank", "cost_line",
     {"kind": "refuelling", "fill_litres": "61 L", "tank_capacity": "60 litres"},
     "", "judgement"),
    ("bought-from-designated", "cost_line",
     {"kind": "repair", "vendor": "甲", "amount": "900", "in_central_procurement": False},
     "", "judgement"),
    ("renewal-age-passed", "renewal",
     {"vehicle": "A", "registered": "2017-03-15", "requested": "2025-03-16"}, "", "met"),
    ("renewal-reach-attained", "vehicle",
     {"age": "10 y 2 m", "odometer": "96,000", "state": "申请更新"}, "320500", "judgement"),
    ("renewal-reach-attained", "renewal",
     {"age_years": 8, "age_months": 6, "mileage": "7万公里"}, "320500", "breached"),
    ("not-renewed-for-leader", "renewal", {"grounds": "局长升任副市长"},
     "", "breached"),
    ("renewed-with-new-energy", "renewal", {"new_vehicle_fuel": "新能源"}, "320500", "met"),
    ("statistics-reported", "annual_statistics", {"year": 2024, "submitted": "2025-01-20"},
     "", "met"),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "kind", "fields", "place", "expected"), TOLD)
def test_other_words_get_the_same_verdict(
    rule: str, kind: str, fields: dict[str, Any], place: str, expected: str
) -> None:
    """Verdict, or the reason where none can be given; empty where the rule must say nothing."""
    (checked,) = check(FLEET, [{"kind": kind, "fields": fields}], ON, place or "329900")
    found = [one for one in checked.findings if one.rule == f"fleet/{rule}"]
    told = [finding_as_json(one) for one in found]
    assert [one["reason"] or one["verdict"] for one in told[:1]] == ([expected] if expected else [])
