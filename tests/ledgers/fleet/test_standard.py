"""The purchase standard beside a reckoning of its own, over every kind, body, fuel and approval."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import product
from typing import Any

import pytest

from ledgers.fleet.trying import FLEET
from yiding.ledgers.checking import check, finding_as_json

ON = date(2025, 6, 1)
KINDS = ("机要通信", "应急保障", "其他按规定配备", "执法执勤", "特种专业技术")
BODIES = ("轿车", "商务车", "越野车", "中型客车", "大型客车")
FUELS = ("汽油", "纯电", "混动")
APPROVALS = ("", "special_approval", "work_need_approval", "approval")


def limits(kind: str, body: str, fuel: str, approval: str) -> tuple[int | None, str | None]:
    """Price in yuan and displacement in litres, by the text read once more; none: not limited."""
    if fuel == "纯电" and body == "轿车":
        return 180000, None
    is_special = approval in {"special_approval", "approval"} and body != "轿车"
    if is_special and kind in {"应急保障", "其他按规定配备", "执法执勤"}:
        return (450000, None) if body == "大型客车" else (250000, "3.0")
    if kind == "机要通信":
        return 120000, "1.6"
    if kind == "执法执勤" and approval not in {"work_need_approval", "approval"}:
        return 120000, "1.6"
    return (None, None) if kind == "特种专业技术" else (180000, "1.8")


def said(fields: dict[str, Any], rule: str) -> dict[str, Any] | None:
    """What the rule finds."""
    (checked,) = check(FLEET, [{"kind": "vehicle", "fields": fields}], ON, "329900")
    found = [one for one in checked.findings if one.rule == f"fleet/{rule}"]
    return finding_as_json(found[0]) if found else None


@pytest.mark.parametrize("kind", KINDS)
def test_price_and_displacement_are_limited_as_the_text_reads(kind: str) -> None:
    """At each limit and a step above it."""
    for body, fuel, approval in product(BODIES, FUELS, APPROVALS):
        fields = {"kind": kind, "body": body, "fuel": fuel, "purchase_date": "2024-05-01"}
        fields |= {approval: "有"} if approval else {}
        price, litres = limits(kind, body, fuel, approval)
        for over in (Decimal(0), Decimal("0.01")):
            told = said({**fields, "price": str((price or 180000) + over)}, "price-within-standard")
            assert told is not None
            expected = "undetermined" if price is None else "breached" if over else "met"
            assert told["verdict"] == expected, (fields, told)
        for over in (Decimal(0), Decimal("0.1")):
            amount = str(Decimal(litres or "1.6") + over)
            told = said({**fields, "displacement": amount}, "displacement-within-standard")
            if litres is None and kind != "特种专业技术":
                assert told is None, (fields, told)
            elif litres is not None and fuel != "纯电":
                assert told is not None
                assert told["verdict"] == ("breached" if over else "met"), (fields, told)
