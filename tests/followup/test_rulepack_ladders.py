"""The shipped ladders over one matter, and over any facts at all."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta
from typing import get_args

import pytest

from yiding.followup.rulepack import (
    Judgement,
    MatterFacts,
    RulePack,
    SlipFacts,
    dry_run,
    judged_grounds,
    load_rulepack,
    load_rulepacks,
    rungs_due,
)
from yiding.followup.rulepack_facts import JudgementKind

SEED = 20191105
DAY = timedelta(days=1)


def march(day: int) -> date:
    return date(2026, 3, day)


def slugs(pack: RulePack, facts: MatterFacts, on: date) -> list[str]:
    return [each.rung.slug for each in rungs_due(pack, facts, on)]


LATE = MatterFacts("under_way", march(2), march(2), march(20), reported_on=(march(3),))


@pytest.mark.parametrize(
    ("slug", "on", "due"),
    [
        ("default", march(18), ["reminder"]),
        ("default", march(21), ["chase"]),
        ("default", march(26), ["chase", "blue"]),
        ("default", date(2026, 4, 20), ["chase", "blue", "yellow", "red"]),
        ("suqian", march(18), ["blue"]),
        ("suqian", march(21), ["red"]),
        ("sanming", march(18), ["reminder"]),
        ("sanming", march(21), ["blue"]),
        ("dengzhou", march(21), ["chase"]),
    ],
)
def test_the_same_matter_under_the_shipped_packs(slug: str, on: date, due: list[str]) -> None:
    facts = replace(LATE, reported_on=(march(3), march(30)))
    assert slugs(load_rulepack(slug), facts, on) == due


def test_sanmings_orange_wants_blue_to_have_run_out() -> None:
    pack = load_rulepack("sanming")
    blue = SlipFacts("blue", march(23), answered_on=march(24), done_by=march(30))
    facts = replace(LATE, slips=(blue,), reported_on=(march(24), march(30)))
    assert slugs(pack, facts, march(30)) == []
    (orange,) = rungs_due(pack, facts, march(31))
    assert (orange.rung.slug, orange.needs_no_good_reason) == ("orange", True)
    assert judged_grounds(orange.rung) == ("poor_quality", "major", "urgent", "instructed")


def climbed(slug: str, facts: MatterFacts, every: int = 1) -> list[tuple[int, str]]:
    """``[(day of March, rung), …]`` of a dry run over March."""
    steps = dry_run(load_rulepack(slug), lambda _: facts, march(2), march(31), every)
    return [(step.on.day, step.proposed.rung.slug) for step in steps]


def test_a_dry_run_climbs_where_nobody_answers() -> None:
    silent = MatterFacts("under_way", march(2), march(2), march(10))
    assert climbed("default", silent) == [
        (7, "reminder"), (11, "chase"), (16, "blue"), (20, "yellow"), (26, "red"), (31, "bulletin")
    ]  # fmt: skip
    assert climbed("suqian", silent)[:2] == [(7, "blue"), (11, "red")]


def test_a_dry_run_climbs_slower_where_reports_answer() -> None:
    reported = (march(9), march(12), march(17))
    facts = MatterFacts("under_way", march(2), march(2), march(10), reported_on=reported)
    assert climbed("default", facts) == [
        (7, "reminder"),
        (11, "chase"),
        (16, "blue"),
        (26, "yellow"),
    ]
    same_day = replace(facts, reported_on=(march(9), march(12), march(16)))
    assert climbed("default", same_day) == climbed("default", facts)
    assert climbed("default", replace(facts, due_on=march(31))) == [(28, "reminder")]


def test_a_dry_run_leaves_the_slips_of_another_pack_out() -> None:
    facts = MatterFacts(
        "under_way", march(2), march(2), march(10), slips=(SlipFacts("x", march(3)),)
    )
    assert climbed("default", facts, 7) == [
        (9, "reminder"),
        (16, "blue"),
        (23, "yellow"),
        (30, "red"),
    ]


STATES = ("assigned", "under_way", "submitted", "closed")
PACKS = load_rulepacks()


def chance_facts(chance: random.Random, pack: RulePack) -> MatterFacts:
    """A matter of 2025 and 2026 with any history that respects the order of days."""
    first = date(2025, 1, 2) + DAY * chance.randrange(600)

    def later(start: date, least: float = 0.5) -> date | None:
        return start + DAY * chance.randrange(60) if chance.random() < least else None

    def slip() -> SlipFacts:
        issued = first + DAY * chance.randrange(120)
        rest = [later(issued) for _ in range(5)]
        return SlipFacts(chance.choice(pack.rungs).slug, issued, *rest)

    kinds = get_args(JudgementKind)
    judged = [Judgement(chance.choice(kinds), first + DAY * chance.randrange(90)) for _ in "ab"]
    return MatterFacts(
        chance.choice(STATES), first, later(first, 0.8), later(first, 0.9), later(first, 0.9),
        tuple(first + DAY * chance.randrange(120) for _ in range(chance.randrange(4))),
        tuple(slip() for _ in range(chance.randrange(5))),
        tuple(slip() for _ in range(chance.randrange(5))),
        tuple(judged[: chance.randrange(3)]), chance.random() < 0.3,
    )  # fmt: skip


@pytest.mark.parametrize("slug", sorted(PACKS))
def test_any_facts_at_all(slug: str) -> None:
    pack, chance, proposals = PACKS[slug], random.Random(f"{SEED}-{slug}"), 0  # noqa: S311
    for _ in range(400):
        facts = chance_facts(chance, pack)
        on = (facts.assigned_on or march(1)) + DAY * chance.randrange(150)
        found = rungs_due(pack, facts, on)
        assert found == rungs_due(pack, facts.as_of(on), on)
        heights = [pack.height(each.rung.slug) for each in found]
        assert heights == sorted(set(heights))
        assert all(reason.since <= on for each in found for reason in each.reasons)
        assert all("%" not in reason.text for each in found for reason in each.reasons)
        proposals += len(found)
        for each in found:
            issued = replace(facts, slips=(*facts.slips, SlipFacts(each.rung.slug, on)))
            assert each.rung.slug not in slugs(pack, issued, on)
    assert proposals > 50
