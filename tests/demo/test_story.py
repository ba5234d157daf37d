"""Every planned life keeps to the table of states, and the year has something of everything."""

from __future__ import annotations

import tomllib
from collections import Counter
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

import yiding
from yiding.dates.calendar import is_working_day
from yiding.demo.city import CITY, linhu
from yiding.demo.diary import Step
from yiding.demo.papers import minutes_of_the_year
from yiding.demo.seeds import MatterSeed, Year
from yiding.demo.settling import matter_seeds
from yiding.demo.story import Story, in_time_order, stories

TODAY = date(2026, 11, 20)
TABLE: dict[str, dict[str, Any]] = tomllib.loads(
    Path(__file__).parents[1].joinpath("followup", "state_table.toml").read_text(encoding="utf-8")
)
SLIPS = {"issue_slip", "receive_slip", "withdraw_slip"}
# what the review and the ledgers bring into the year, and no life plans
_ELSEWHERE = {"propose", "judge", "name_test"}
# what the fields decide where the table says so
DECIDED = {("review_standing", "kept"): "standing", ("decide_review", "upheld"): "before"}


@lru_cache(maxsize=1)
def planned() -> list[tuple[MatterSeed, Story]]:
    papers, city = minutes_of_the_year(1), linhu()
    year = Year(
        {paper.address: paper.held_on for paper in papers},
        {unit.code: unit.short for unit in city.units_of(CITY)},
    )
    seeds = [
        seed for paper in papers for seed in matter_seeds(paper, yiding.read(paper.content), city)
    ]
    return list(zip(seeds, stories(seeds, year, 1, TODAY), strict=True))


def ends(story: Story) -> str:
    """The state a story ends in; asserts that every step fits the one before it."""
    state, before = "proposed", ""
    for step in story.steps:
        if step.verb in SLIPS:
            continue
        assert state in TABLE[step.verb]["from"], (story.address, state, step)
        allowed = [*TABLE[step.verb]["by"], *TABLE[step.verb].get("decided_elsewhere", [])]
        assert step.actor_role in allowed, (story.address, step)
        before, state = (
            (state if step.verb == "apply_review" else before),
            _next(step, state, before),
        )
    return state


def _next(step: Step, state: str, before: str) -> str:
    decided = DECIDED.get((step.verb, step.fields.get("decision", "")))
    if decided:
        return before if decided == "before" else decided
    if step.verb in {"review_standing", "decide_review"}:
        return "under_way"
    target = TABLE[step.verb]["to"]
    return state if target == "stays" else str(target)


def test_every_life_keeps_to_the_table() -> None:
    states = Counter(ends(story) for _, story in planned())
    done = states["closed"] + states["archived"]
    total = len(planned())
    assert 0.5 <= done / total <= 0.7
    assert 0.15 <= states["under_way"] / total <= 0.3
    rest = {"assigned", "submitted", "verified", "standing", "suspended", "changed", "noted"}
    assert {name for name in (*rest, "reviewing", "objected") if not states[name]} == set()


def test_the_year_has_something_of_everything() -> None:
    verbs = Counter(step.verb for _, story in planned() for step in story.steps)
    assert {verb for verb in (*TABLE, *SLIPS) if not verbs[verb]} <= _ELSEWHERE
    for verb, at_least in {"send_back": 40, "reopen": 4, "decide_extension": 40}.items():
        assert verbs[verb] >= at_least


def test_steps_come_in_order_in_office_hours_on_working_days() -> None:
    for _, story in planned():
        moments = [step.at for step in story.steps]
        assert moments == sorted(set(moments))
        assert all(is_working_day(at.date()) and 8 <= at.hour < 18 for at in moments)
        assert all(at.date() <= TODAY for at in moments)


def test_nothing_happens_before_the_paper_is_printed() -> None:
    for seed, story in planned():
        assert all(step.at.date() > seed.printed_on for step in story.steps)


def test_extensions_are_asked_for_in_time() -> None:
    for seed, story in planned():
        due, asked = seed.due_on, None
        for step in story.steps:
            if step.verb in {"assign", "resume", "reopen"}:
                due = step.fields.get("due_on") or due
            if step.verb == "apply_extension":
                asked = step.fields["new_due_on"]
                assert due is not None
                assert step.at.date() <= due < asked
            if step.verb == "decide_extension" and step.fields["decision"] == "granted":
                due = asked


def test_proof_is_dated_between_the_meeting_and_its_filing() -> None:
    for seed, story in planned():
        for step in story.steps:
            if step.verb == "submit":
                assert seed.held_on <= step.fields["dated_on"] <= step.at.date()
                assert step.fields["evidence_title"]


def test_some_are_late_and_some_are_silent() -> None:
    open_ones = [
        (seed, story)
        for seed, story in planned()
        if ends(story) in {"assigned", "under_way", "submitted"}
    ]
    originally = [
        story
        for _, story in open_ones
        if any(step.verb == "assign" and step.fields["due_on"] < TODAY for step in story.steps)
    ]
    assert 20 <= len(originally) <= 90


def test_the_plan_is_one_pass_in_time_order() -> None:
    steps = in_time_order(story for _, story in planned())
    assert [step.at for _, step in steps] == sorted(step.at for _, step in steps)
    assert len(steps) == sum(len(story.steps) for _, story in planned())


@pytest.mark.parametrize("other", [2, 3])
def test_another_seed_tells_another_year(other: int) -> None:
    seeds = [seed for seed, _ in planned()][:40]
    year = Year({"linhu-2026-1": date(2025, 12, 31)}, {"LH003": "市发改委", "LH004": "市教育局"})
    year = Year(year.held_on, {unit.code: unit.short for unit in linhu().units_of(CITY)})
    assert stories(seeds, year, 1, TODAY) == stories(seeds, year, 1, TODAY)
    assert stories(seeds, year, 1, TODAY) != stories(seeds, year, other, TODAY)
