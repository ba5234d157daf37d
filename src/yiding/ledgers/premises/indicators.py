"""Figures reported: unit, period, formula, and the entries behind."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from yiding.rules import Entry, Figure, indicator
from yiding.rules.indicator import ratio


@indicator(
    english="Office area per person",
    unit="m²/人",
    period="年",
    formula="办公室使用面积之和 ÷ 办公室人数",
    kind="office",
    better="less",
)
def office_area_per_person(offices: Sequence[Entry], _: date) -> Figure:
    """人均办公室使用面积。"""
    measured = [one for one in offices if one.area_m2 is not None]
    return ratio(
        sum((one.area_m2 for one in measured), Decimal(0)), Decimal(len(measured)), measured
    )
