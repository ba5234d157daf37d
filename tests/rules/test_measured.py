"""A laboratory's results as they are written, and heads that carry their unit."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from yiding.rules.entries import Censored, Field, Type
from yiding.rules.parsing import BadValue, read_fields, read_value

TP = Field("total_phosphorus", "总磷", Type.MEASURED, "mg/L", aliases=("tp",))
DENSITY = Field("density", "藻密度", Type.MEASURED, "个/L")
DEPTH = Field("transparency", "透明度", Type.MEASURED, "m", aliases=("sd",))
FIELDS = (TP, DENSITY, DEPTH)


@pytest.mark.parametrize(
    ("field", "raw", "value"),
    [
        (TP, "<0.02", Censored("<", Decimal("0.02"))),
        (TP, "＜ 0.02", Censored("<", Decimal("0.02"))),
        (TP, "0.01L", Censored("<", Decimal("0.01"))),
        (TP, "未检出", Censored("<")),
        (TP, "ND", Censored("<")),
        (TP, "<20 μg/L", Censored("<", Decimal("0.02"))),
        (DENSITY, "≥24000", Censored(">", Decimal(24000))),
        (DENSITY, "8000万个/升", Decimal(80_000_000)),
        (DENSITY, "8000万", Decimal(80_000_000)),
        (DENSITY, "1.0×10⁷", Decimal("1.0e7")),
        (DENSITY, "9.99*10^6 个/L", Decimal(9_990_000)),
        (TP, 0, Decimal(0)),
        (TP, "—", None),
    ],
)
def test_a_result_is_a_number_or_a_bound_and_never_nought_for_one(
    field: Field, raw: Any, value: Any
) -> None:
    """A bound stays a bound."""
    assert read_value(field, raw) == value


@pytest.mark.parametrize("raw", ["<", "痕量", "0.05 mg/kg", "1.2.3"])
def test_what_is_no_result_is_refused(raw: str) -> None:
    """With the field's name."""
    with pytest.raises(BadValue, match="总磷"):
        read_value(TP, raw)


@pytest.mark.parametrize(
    ("head", "raw", "name", "value"),
    [
        ("透明度(cm)", "35", "transparency", "0.35"),
        ("透明度（m）", "0.35", "transparency", "0.35"),
        ("sd_cm", 35, "transparency", "0.35"),
        ("总磷(以P计)", "0.05", "total_phosphorus", "0.05"),
        ("总磷（以P计，μg/L）", "50", "total_phosphorus", "0.05"),
        ("总磷 mg/L", "0.05", "total_phosphorus", "0.05"),
        ("tp_ug_per_l", "50", "total_phosphorus", "0.05"),
        ("藻密度(万个/L)", "8000", "density", "80000000"),
        ("density_cells_per_l", "80000000", "density", "80000000"),
        ("密度", "1", None, None),
    ],
)
def test_the_unit_comes_from_the_head(
    head: str, raw: Any, name: str | None, value: str | None
) -> None:
    """In whatever way the head states it; a head that names nothing is told."""
    values, faults = read_fields(FIELDS, {head: raw})
    assert values == ({name: Decimal(value)} if name and value else {})
    assert bool(faults) == (name is None)
