"""The trophic index against a reckoning of our own, in floating point."""

from __future__ import annotations

import math
from decimal import Decimal

import duckdb
import narwhals as nw
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ledgers.lake.asked import LAKE, ON, findings
from yiding.rules.bulk import Sheet, beside, column

COEFFICIENTS = {
    "chlorophyll_a": (2.5, 1.086, 1.0),
    "total_phosphorus": (9.436, 1.624, 0.7056),
    "total_nitrogen": (5.453, 1.694, 0.6724),
    "transparency": (5.118, -1.94, 0.6889),
    "permanganate_index": (0.109, 2.661, 0.6889),
}


def reckoned(given: dict[str, float]) -> float:
    """The weighted mean of the parts of what is given."""
    parts = [
        (weight, 10 * (constant + slope * math.log(given[name])))
        for name, (constant, slope, weight) in COEFFICIENTS.items()
        if name in given
    ]
    return sum(weight * part for weight, part in parts) / sum(weight for weight, _ in parts)


def grade(index: float) -> str:
    """30 and 50 are 中营养, 60 轻度, 70 中度."""
    steps = ((index < 30, "贫营养"), (index <= 50, "中营养"), (index <= 60, "轻度富营养"))
    found = next((word for held, word in steps if held), None)
    return found or ("中度富营养" if index <= 70 else "重度富营养")


amounts = {
    "chlorophyll_a": st.integers(1, 3000).map(lambda n: Decimal(n) / 10),
    "total_phosphorus": st.integers(1, 1000).map(lambda n: Decimal(n) / 1000),
    "total_nitrogen": st.integers(1, 1000).map(lambda n: Decimal(n) / 100),
    "transparency": st.integers(1, 500).map(lambda n: Decimal(n) / 100),
    "permanganate_index": st.integers(1, 300).map(lambda n: Decimal(n) / 10),
}
waters = st.fixed_dictionaries({}, optional=amounts)


@settings(max_examples=80, deadline=None)
@given(waters)
def test_the_index_is_the_weighted_sum(water: dict[str, Decimal]) -> None:
    """To four decimals; graded by the number unrounded; nothing of fewer than two parameters."""
    told = findings("sample", {name: str(one) for name, one in water.items()}, "trophic-index")
    if len(water) < 2:
        assert told == []
        return
    index = reckoned({name: float(one) for name, one in water.items()})
    suffix = "" if "chlorophyll_a" in water else "（不完整）"
    assert float(told[0]["value"]) == pytest.approx(index, abs=6e-5)
    if min(abs(index - bound) for bound in (30, 50, 60, 70)) > 1e-9:
        assert told[0]["label"] == grade(index) + suffix


@settings(max_examples=6, deadline=None)
@given(st.lists(waters, min_size=1, max_size=30))
def test_a_column_has_the_index_of_its_samples(rows: list[dict[str, Decimal]]) -> None:
    """DuckDB over a column says what the entries say."""
    given = [
        findings("sample", {name: str(one) for name, one in row.items()}, "trophic-index")
        for row in rows
    ]
    expected = [(one[0]["verdict"], one[0]["label"]) if one else (None, None) for one in given]
    assert over_column(rows) == expected


def over_column(rows: list[dict[str, Decimal]]) -> list[tuple[str | None, str | None]]:
    """Verdict and label of each row, judged as a column."""
    connection = duckdb.connect()
    names = ", ".join(f"{name} double" for name in COEFFICIENTS)
    connection.execute(
        f"create table samples (n int, body text, has_trophic_bound boolean, {names})"
    )
    connection.executemany(
        "insert into samples values (?, null, null, ?, ?, ?, ?, ?)",
        [[n, *(_plain(row.get(name)) for name in COEFFICIENTS)] for n, row in enumerate(rows)],
    )
    (rule,) = LAKE.rule_named("trophic-index")
    judged = column(rule, LAKE.values, Sheet(LAKE.kinds["sample"], ON, "100000"))
    assert judged is not None
    assert judged.label is not None
    frame = nw.from_native(connection.table("samples"))
    told = beside(frame, judged, verdict=judged.verdict, word=judged.label)
    rows_told = told.sort("n").select("n", "verdict", "word").to_native().fetchall()
    return [(verdict, word if verdict else None) for _, verdict, word in rows_told]


def _plain(value: Decimal | None) -> float | None:
    return None if value is None else float(value)


@pytest.mark.parametrize("name", COEFFICIENTS)
@pytest.mark.parametrize("amount", ["0", "-0.1", "<0.02", "未检出"])
def test_nought_and_bounds_have_no_logarithm(name: str, amount: str) -> None:
    """No index, and a word why."""
    water = dict.fromkeys(COEFFICIENTS, "1") | {name: amount}
    assert findings("sample", water, "trophic-index") == []
    (told,) = findings("sample", water, "trophic-values-positive")
    assert told["verdict"] == "undetermined"
