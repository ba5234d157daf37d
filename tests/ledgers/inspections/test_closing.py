"""Closing: one proof after another taken away, and each is missed."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from ledgers.inspections.trying import of, say

ON = date(2023, 6, 1)
PROVED: dict[str, Any] = {
    "level": "重大",
    "found_at": "2023-05-01 10:00",
    "finished_at": "2023-05-01 10:20",
    "rectifier": "张三",
    "evidence": "照片",
    "verifier": "李四",
    "verified_at": "2023-05-02",
    "result": "通过",
    "reviewed": "同意",
}


@pytest.mark.parametrize("kind", ["finding", "hazard"])
def test_with_every_proof_it_is_closed(kind: str) -> None:
    """销号."""
    found = say("closed-with-proof", [of(kind, **PROVED)], ON)
    assert found
    assert (found["verdict"], found["label"]) == ("met", "销号")


@pytest.mark.parametrize("lost", sorted(PROVED.keys() - {"level", "found_at", "verified_at"}))
@pytest.mark.parametrize("claim", [{}, {"closed": "是"}, {"state": "9"}])
def test_no_single_proof_can_be_left_out(lost: str, claim: dict[str, str]) -> None:
    """Whatever is claimed of it; a signed acceptance under a claim is itself a result."""
    left = {name: one for name, one in PROVED.items() if name != lost} | claim
    found = say("closed-with-proof", [of("hazard", **left)], ON)
    assert found
    is_signed = lost == "result" and bool(claim)
    is_told = lost == "finished_at" and "state" in claim
    assert (found["verdict"] == "met") == (is_signed or is_told)


def test_what_was_found_before_the_law_of_2021_has_no_verdict_under_it() -> None:
    """The earlier article was not read."""
    fields = {**PROVED, "safety_ensured": "否", "stopped": "否", "people_withdrawn": "否"}
    early, late = fields | {"found_at": "2021-08-31"}, fields | {"found_at": "2021-09-01"}
    before = say("stopped-where-unsafe", [of("hazard", **early)], ON)
    after = say("stopped-where-unsafe", [of("hazard", **late)], ON)
    assert before
    assert after
    assert (before["verdict"], before["reason"]) == ("undetermined", "unconfirmed")
    assert after["verdict"] == "breached"
