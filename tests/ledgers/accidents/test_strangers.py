"""Entries as people write them who never saw this ledger's own names."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from ledgers.accidents.trying import of, say

LATE = {"verdict": "breached", "label": "迟报"}
LARGER, GENERAL = {"label": "较大"}, {"label": "一般"}
NEAR, BAND = {"label": "较大涉险"}, {"label": "100万元以上500万元以下"}
JUST = "2019-08-31"
BASE = {"accident_date": "2019-08-01", "deaths": 2, "severe": 1}

FORMS: list[tuple[str, dict[str, Any], dict[str, Any]]] = [
    ("accident-graded", of("事故", 死亡人数="3人", 直接经济损失="1,200万元"), LARGER),
    ("accident-graded", of("accident", dead=2, serious_injuries=10), LARGER),
    ("accident-graded", of("accident", casualties={"deaths": 3}, direct_loss_10k_yuan=5), LARGER),
    ("accident-graded", of("work accident", loss_万元="1000"), LARGER),
    ("regraded-by-change", of("accident", **BASE, supplement={"at": JUST, "deaths": 3}), LARGER),
    (
        "regraded-by-change",
        of("accident", **BASE, supplements=[{"date": JUST, "change": "+1 death, -1 severe"}]),
        LARGER,
    ),
    ("regraded-by-change", of("supplement", **BASE, at=JUST, change={"deaths": 1}), LARGER),
    ("regraded-by-change", of("supplement", **BASE, at=JUST, change="+1"), LARGER),
    ("regraded-by-change", of("supplement", **BASE, at=JUST, change="deaths 2 -> 3"), LARGER),
    ("regraded-by-change", of("supplement", **BASE, at=JUST, change="重伤1人转死亡"), LARGER),
    ("regraded-by-change", of("supplement", **BASE, died_on=JUST, died=1), LARGER),
    ("special-equipment-graded", of("accident", equipment="crane", event="overturned"), LARGER),
    ("special-equipment-graded",
     of("accident", special_equipment={"type": "lift", "hours": 2}), GENERAL),
    ("special-equipment-graded", of("accident", elevator_stuck_minutes=120), GENERAL),
    ("special-equipment-graded", of("accident", equipment="索道", duration="3小时30分"), GENERAL),
    ("unit-reported-in-time", of("report", step="unit head", told_at="08:10", at="09:11"), LATE),
    ("unit-reported-in-time", of("accident", head_told_at="08:10", reported_at="09:11"), LATE),
    ("passed-on-in-time", of("report", step="county→city", elapsed="121"), LATE),
    ("passed-on-in-time", of("report", step="清平县 → 临湖市", minutes=121), LATE),
    ("unit-reported-in-time", of("report", step="某公司报县应急局", minutes=61), LATE),
    ("report-in-time", of("investigation", accident_on="2019-08-10", appraisal_pauses=20),
     {"due_on": "2019-10-29"}),
    ("report-in-time", of("investigation", accident_at="2019-08-10", extension="60天"),
     {"due_on": "2019-12-08"}),
    ("approved-in-time", of("investigation", received="2019-10-09", grade="relatively_large"),
     {"due_on": "2019-10-24"}),
    ("evaluated-in-time", of("evaluation", approval="2021-10-01"), {"due_on": "2022-10-01"}),
    ("larger-near-miss", of("near miss", people_at_risk=10, date="2019-08-01"), NEAR),
    ("larger-near-miss", of("涉险", trapped_or_missing=3, date="2019-08-01"), NEAR),
    ("concealing-unit-fined", of("liability", accident_on="2019-08-01", hidden=True), BAND),
    ("concealing-unit-fined", of("liability", accident_on="2019-08-01", late_report="是"), BAND),
    ("chief-barred", of("liability", punished_at="2022-06-30", grade="重大"),
     {"label": "终身不得任本行业主要负责人"}),
    ("led-at-its-level", of("team", accident_grade="较大", level="县"), {"label": "调查级别偏低"}),
    ("measure-carried-out", of("measure", due="2022-01-01"), {"verdict": "overdue"}),
    ("deaths-per-hours", of("statistics", deaths=2, people=538, days=300, hours_per_day=8),
     {"value": "1.549"}),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "entry", "expected"), FORMS)
def test_strangers_are_understood(
    rule: str, entry: dict[str, Any], expected: dict[str, Any]
) -> None:
    """The finding, whatever the fields are called."""
    told = say(rule, [entry], date(2023, 3, 20))
    assert told is not None
    assert {key: told[key] for key in expected} == expected


def test_the_provinces_clock_runs_beside_the_decrees() -> None:
    """The notice of 20 November 2018 in Jiangsu: sixty days from it, and nothing elsewhere."""
    notice = of("investigation", notice_received_at="2018-11-20")
    told = say("listed-case-finished", [notice], date(2019, 1, 19), "320500")
    assert told is not None
    assert (told["verdict"], told["due_on"]) == ("due", "2019-01-19")
    assert say("listed-case-finished", [notice], date(2019, 1, 19), "330100") is None
