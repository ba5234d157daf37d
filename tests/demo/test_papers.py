"""A year of minutes reads as it was written: heads, items, duties, units, rolls."""

from __future__ import annotations

from collections import Counter
from datetime import date
from functools import lru_cache

import pytest

import yiding
from yiding.demo.agenda import subjects
from yiding.demo.city import linhu
from yiding.demo.papers import MinutesPaper, minutes_of_the_year
from yiding.demo.settling import matter_seeds
from yiding.reading import Reading
from yiding.reading.model import Obligation

SEEDS = (1, 2, 7)


@lru_cache(maxsize=4)
def year(seed: int) -> list[tuple[MinutesPaper, Reading]]:
    return [(paper, yiding.read(paper.content)) for paper in minutes_of_the_year(seed)]


def duties(seed: int) -> list[Obligation]:
    return [
        duty for _, reading in year(seed) for item in reading.items for duty in item.obligations
    ]


def test_the_same_seed_writes_the_same_characters() -> None:
    again = minutes_of_the_year(1)
    assert [paper.text for paper in again] == [paper.text for paper, _ in year(1)]
    assert again[0].text != minutes_of_the_year(2)[0].text


@pytest.mark.parametrize("seed", SEEDS)
def test_the_head_and_the_tail_are_read_as_written(seed: int) -> None:
    for paper, reading in year(seed):
        assert reading.kind == "minutes"
        assert reading.address == paper.address
        assert reading.held_on is not None
        assert reading.held_on.date == paper.held_on
        assert reading.printed is not None
        assert reading.printed.on == paper.printed_on
        assert reading.chair is not None
        assert reading.chair.name == paper.chair


@pytest.mark.parametrize("seed", SEEDS)
def test_the_roll_is_read_as_written(seed: int) -> None:
    for paper, reading in year(seed):
        roll = reading.attendance
        assert [person.name for person in roll.present] == list(paper.roll.present)
        assert [person.name for person in roll.absent] == list(paper.roll.absent)
        read = {(each.unit, name) for each in roll.observers for name in each.names}
        assert set(paper.roll.observers) <= read


@pytest.mark.parametrize("seed", SEEDS)
def test_every_item_is_found_with_its_outcome(seed: int) -> None:
    for paper, reading in year(seed):
        assert len(reading.items) == len(paper.topics)
        for topic, item in zip(paper.topics, reading.items, strict=True):
            outcomes = {decision.outcome for decision in item.decisions}
            assert not outcomes or outcomes & {topic.outcome, "decided"}, item.address


@pytest.mark.parametrize("seed", SEEDS)
def test_the_year_has_about_nine_hundred_matters(seed: int) -> None:
    binding = [duty for duty in duties(seed) if duty.binding]
    assert 820 <= len(binding) <= 990
    per_paper = Counter(duty.address.split(":")[0] for duty in duties(seed))
    assert len(per_paper) == 24
    assert min(per_paper.values()) >= 22
    assert max(per_paper.values()) >= 45


@pytest.mark.parametrize("seed", SEEDS)
def test_nineteen_leads_of_twenty_are_known(seed: int) -> None:
    city = linhu()
    leads = [wording for duty in duties(seed) for wording in duty.lead]
    known = [each for each in leads if len(city.candidates(each)) == 1 or city.group(each)]
    assert len(known) / len(leads) >= 0.95
    assert any(len(city.candidates(each)) > 1 for each in leads)


@pytest.mark.parametrize("seed", SEEDS)
def test_hardly_a_sentence_stays_unread(seed: int) -> None:
    leaves = [leaf.kind for _, reading in year(seed) for leaf in reading.accounting]
    assert 0 < leaves.count("unread") <= len(leaves) / 100


@pytest.mark.parametrize("seed", SEEDS)
def test_deadlines_come_in_every_form(seed: int) -> None:
    kinds = Counter(duty.deadline.kind for duty in duties(seed) if duty.binding)
    assert {"by", "within", "recurring", "event", "vague", "none"} <= set(kinds)
    closings = Counter(duty.closing.kind for duty in duties(seed) if duty.binding)
    assert min(closings.values()) >= 20
    assert len(closings) == 5


def test_a_deadline_never_lies_before_its_meeting() -> None:
    late = [
        duty.address
        for paper, reading in year(1)
        for item in reading.items
        for duty in item.obligations
        if duty.deadline.date is not None and duty.deadline.date < paper.held_on
    ]
    assert late == []


def test_the_agenda_is_no_mail_merge() -> None:
    assert len(subjects()) >= 120
    used = {topic.subject for paper, _ in year(1) for topic in paper.topics}
    assert len(used) >= 120
    assert all(len(subject.clauses) >= 2 for subject in subjects())


def test_meetings_fall_on_working_days_and_minutes_follow() -> None:
    for paper, _ in year(1):
        assert paper.held_on.weekday() < 5
        assert 5 <= (paper.printed_on - paper.held_on).days <= 20
        assert paper.held_on <= paper.compiled_on <= paper.printed_on < date(2026, 11, 20)
        assert 6 <= len(paper.topics) <= 10


def test_every_matter_gets_one_lead_that_does_not_assist() -> None:
    codes = {unit.code for unit in linhu().units}
    for paper, reading in year(1):
        for seed in matter_seeds(paper, reading, linhu()):
            assert {seed.lead, *seed.assists} <= codes
            assert seed.lead not in seed.assists
