"""Levels of a plan that a bureau loads, and those that nobody has loaded."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from datetime import date
from importlib.resources import files
from typing import Any

import pytest

from ledgers.lake.asked import LAKE, ON
from yiding.law import Tag
from yiding.ledgers.catalogue import Ledger
from yiding.ledgers.checking import check
from yiding.rules.values import DatedValue, Values, exact

RAW = (files("yiding.ledgers.lake") / "values.toml").read_text()
KUNSHAN = "320583"


def with_plan(table: str, amounts: dict[tuple[str, str], str]) -> Ledger:
    """The ledger with a plan's rows for one county; the plan stands under our own readings."""
    row = DatedValue(
        amounts={key: exact(one) for key, one in amounts.items()},
        place=KUNSHAN,
        provision="yiding-readings:lake-bloom-level",
        tag=Tag.OURS,
        starts_on=date(2024, 5, 30),
    )
    old = LAKE.values.tables[table]
    tables = {**LAKE.values.tables, table: replace(old, rows=(row, *old.rows))}
    return replace(LAKE, values=Values(tables))


def labels(ledger: Ledger, kind: str, fields: dict[str, Any], rule: str) -> set[str | None]:
    """The levels a rule gives in the county."""
    (one,) = check(ledger, [{"kind": kind, "fields": fields}], ON, KUNSHAN)
    return {f.answer.label for f in one.findings if f.rule == f"lake/{rule}"}


PLAN = {
    ("major", "ratio_pct"): "50",
    ("major", "mean_density"): "80000000",
    ("larger", "ratio_pct"): "30",
    ("larger", "mean_density"): "50000000",
    ("general", "ratio_pct"): "10",
}


@pytest.mark.parametrize(
    ("ratio", "density", "level"),
    [
        ("50", "80000000", "重大"),
        ("49", "80000000", "较大"),
        ("30", "50000000", "较大"),
        ("29", "80000000", "一般"),
        ("10", "1", "一般"),
        ("9", "80000000", "低于重大，等级待配置"),
    ],
)
def test_rows_that_a_bureau_loads_grade_its_events(ratio: str, density: str, level: str) -> None:
    """Data, not code; a level may be graded by area alone."""
    given = {"ratio_pct": ratio, "density": density, "chl": "1"}
    told = labels(with_plan("bloom_plan", PLAN), "bloom_scene", given, "bloom-event-level")
    assert level in told


def test_without_rows_nothing_below_major_is_guessed() -> None:
    """The label says that the level waits for its plan."""
    given = {"ratio_pct": "59", "density": "80000000"}
    told = labels(LAKE, "bloom_scene", given, "bloom-event-level")
    assert told == {"低于重大，等级待配置"}


def test_a_larger_black_water_is_graded_once_its_share_is_loaded() -> None:
    """The same for the other plan."""
    loaded = with_plan(
        "blackwater_plan", {("major", "ratio_pct"): "10", ("larger", "ratio_pct"): "5"}
    )
    told = labels(
        loaded, "blackwater", {"ratio_pct": "5", "水源保护区内": "否"}, "blackwater-level"
    )
    assert "较大" in told


def test_every_figure_has_a_row_with_a_source() -> None:
    """Each table of values.toml says from when, by which provision and how well it is known."""
    for name, table in tomllib.loads(RAW).items():
        assert table["term"], name
        for row in table["rows"]:
            assert {"from", "provision", "tag"} <= row.keys(), name
