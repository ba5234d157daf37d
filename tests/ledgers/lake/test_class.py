"""The class of water against a table and a reckoning of our own."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import duckdb
import narwhals as nw
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ledgers.lake.asked import LAKE, ON, findings
from ledgers.lake.limits import limits_never_tighten
from yiding.rules.bulk import Sheet, beside, column
from yiding.rules.values import Values

TABLE = {
    "permanganate_index": (2, 4, 6, 10, 15),
    "cod": (15, 15, 20, 30, 40),
    "bod5": (3, 3, 4, 6, 10),
    "ammonia_nitrogen": (0.15, 0.5, 1.0, 1.5, 2.0),
    "total_nitrogen": (0.2, 0.5, 1.0, 1.5, 2.0),
    "copper": (0.01, 1, 1, 1, 1),
    "zinc": (0.05, 1, 1, 2, 2),
    "fluoride": (1, 1, 1, 1.5, 1.5),
    "selenium": (0.01, 0.01, 0.01, 0.02, 0.02),
    "arsenic": (0.05, 0.05, 0.05, 0.1, 0.1),
    "mercury": (0.00005, 0.00005, 0.0001, 0.001, 0.001),
    "cadmium": (0.001, 0.005, 0.005, 0.005, 0.01),
    "chromium_vi": (0.01, 0.05, 0.05, 0.05, 0.1),
    "lead": (0.01, 0.01, 0.05, 0.05, 0.1),
    "cyanide": (0.005, 0.05, 0.2, 0.2, 0.2),
    "volatile_phenol": (0.002, 0.002, 0.005, 0.01, 0.1),
    "petroleum": (0.05, 0.05, 0.05, 0.5, 1.0),
    "anionic_surfactant": (0.2, 0.2, 0.2, 0.3, 0.3),
    "sulfide": (0.05, 0.1, 0.2, 0.5, 1.0),
    "fecal_coliform": (200, 2000, 10000, 20000, 40000),
}
LAKE_PHOSPHORUS = (0.01, 0.025, 0.05, 0.1, 0.2)
RIVER_PHOSPHORUS = (0.02, 0.1, 0.2, 0.3, 0.4)
OXYGEN = (7.5, 6, 5, 3, 2)
LABELS = ("Ⅰ类", "Ⅱ类", "Ⅲ类", "Ⅳ类", "Ⅴ类", "劣Ⅴ类")


def reckoned(factor: str, body: str, amount: float) -> int:
    """The class by counting the limits that do not hold."""
    if factor == "ph":
        return 1 if 6 <= amount <= 9 else 6
    if factor == "dissolved_oxygen":
        return 1 + sum(amount < limit for limit in OXYGEN)
    phosphorus = RIVER_PHOSPHORUS if body == "river" else LAKE_PHOSPHORUS
    limits = phosphorus if factor == "total_phosphorus" else TABLE[factor]
    return 1 + sum(amount > limit for limit in limits)


FACTORS = (*TABLE, "total_phosphorus", "dissolved_oxygen", "ph")
near_limits = st.sampled_from(
    sorted({one for row in (*TABLE.values(), RIVER_PHOSPHORUS, OXYGEN) for one in row})
)
amounts = st.one_of(
    st.integers(0, 100_000).map(lambda n: Decimal(n) / 10_000),
    st.builds(
        lambda at, step: Decimal(str(at)) + Decimal(step) / 100_000, near_limits, st.integers(0, 2)
    ),
    st.integers(0, 60_000).map(Decimal),
)
readings = st.tuples(st.sampled_from(FACTORS), st.sampled_from(("lake", "river")), amounts)


@settings(max_examples=120, deadline=None)
@given(readings)
def test_the_class_is_what_the_table_says(reading: tuple[str, str, Decimal]) -> None:
    """For every factor, body and amount; nitrogen in rivers has none."""
    factor, body, amount = reading
    fields = {"factor": factor, "body": body, "value": str(amount)}
    told = findings("reading", fields, "class-of-reading")
    if factor == "total_nitrogen" and body == "river":
        assert told == []
        return
    number = reckoned(factor, body, float(amount))
    assert [(one["value"], one["label"]) for one in told] == [(str(number), LABELS[number - 1])]


@settings(max_examples=60, deadline=None)
@given(readings)
def test_a_sample_and_a_reading_agree(reading: tuple[str, str, Decimal]) -> None:
    """The item of a sample is classed by the same lines as a reading."""
    factor, body, amount = reading
    single = findings(
        "reading", {"factor": factor, "body": body, "value": str(amount)}, "class-of-reading"
    )
    wide = findings("sample", {factor: str(amount), "body": body}, "class-of-items")
    assert [one["value"] for one in single] == [one["value"] for one in wide]


@settings(max_examples=8, deadline=None)
@given(st.lists(readings, min_size=1, max_size=60))
def test_a_column_is_classed_as_its_readings(rows: list[tuple[str, str, Decimal]]) -> None:
    """DuckDB over a column says what the entries say."""
    expected = [
        findings("reading", {"factor": f, "body": b, "value": str(a)}, "class-of-reading")
        for f, b, a in rows
    ]
    told = over_column(rows)
    assert told == [
        (one[0]["verdict"], one[0]["label"]) if one else (None, None) for one in expected
    ]


def over_column(rows: list[tuple[str, str, Decimal]]) -> list[tuple[Any, ...]]:
    """Verdict and label of each row, judged as a column."""
    connection = duckdb.connect()
    connection.execute(
        "create table readings (n int, factor text, body text, amount double, qualifier text,"
        " valid boolean, flag text, saturation_pct double)"
    )
    connection.executemany(
        "insert into readings values (?, ?, ?, ?, null, null, null, null)",
        [[n, factor, body, float(amount)] for n, (factor, body, amount) in enumerate(rows)],
    )
    (rule,) = LAKE.rule_named("class-of-reading")
    judged = column(rule, LAKE.values, Sheet(LAKE.kinds["reading"], ON, "100000"))
    assert judged is not None
    assert judged.label is not None
    frame = nw.from_native(connection.table("readings"))
    told = beside(frame, judged, verdict=judged.verdict, word=judged.label)
    rows_told = told.sort("n").select("n", "verdict", "word").to_native().fetchall()
    return [(verdict, word if verdict else None) for _, verdict, word in rows_told]


@pytest.mark.parametrize(
    ("bound", "fields", "told"),
    [
        ("<0.02", {"factor": "TP", "body": "lake"}, "不劣于Ⅱ类"),
        ("<0.01", {"factor": "TP", "body": "lake"}, "Ⅰ类"),
        (">24000", {"factor": "粪大肠菌群"}, "不优于Ⅴ类"),
    ],
)
def test_a_bound_is_never_judged_as_its_number(
    bound: str, fields: dict[str, str], told: str
) -> None:
    """It says how good or bad at most, in a rule of its own."""
    assert findings("reading", {**fields, "value": bound}, "class-of-reading") == []
    (one,) = findings("reading", {**fields, "value": bound}, "class-of-bounded-reading")
    assert one["label"] == told


@settings(max_examples=60, deadline=None)
@given(st.lists(readings.filter(lambda one: one[1] == "lake"), min_size=1, max_size=8))
def test_a_point_is_its_worst_item(rows: list[tuple[str, str, Decimal]]) -> None:
    """Without nitrogen and coliforms."""
    fields = {factor: str(amount) for factor, _, amount in rows}
    left_out = {"total_nitrogen", "fecal_coliform"}
    classes = [reckoned(f, "lake", float(a)) for f, a in fields.items() if f not in left_out]
    told = findings("sample", {**fields, "body": "lake"}, "class-of-point")
    assert [one["value"] for one in told] == ([str(max(classes))] if classes else [])


def test_no_limit_tightens_from_a_class_to_the_next() -> None:
    assert limits_never_tighten(LAKE)


def test_a_limit_of_a_shared_class_that_tightens_is_seen() -> None:
    table = LAKE.values.tables["class_limit"]
    row = table.rows[0]
    wrong = replace(row, amounts={**row.amounts, ("cod", "II"): Decimal(14)})
    tables = {**LAKE.values.tables, "class_limit": replace(table, rows=(wrong,))}
    assert not limits_never_tighten(replace(LAKE, values=Values(tables)))
