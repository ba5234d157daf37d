"""What a pack would have asked for over days gone by: a dry run, nothing is issued."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from yiding.followup.rulepack_facts import MatterFacts, ProposedRung, SlipFacts
from yiding.followup.rulepack_model import RulePack
from yiding.followup.rulepack_triggers import rungs_due


@dataclass(frozen=True, slots=True)
class Step:
    """试算: a rung the pack would have had issued on a day."""

    on: date
    proposed: ProposedRung


def dry_run(
    pack: RulePack,
    facts_on: Callable[[date], MatterFacts],
    first: date,
    last: date,
    every: int = 1,
) -> list[Step]:
    """The rungs a matter would have climbed from ``first`` to ``last``, looked at ``every`` days.

    ``facts_on`` tells the matter as it was on a day; its own slips are left out, being those of
    another pack. Each look issues the highest rung proposed; it is received at once and answered by
    the next report, if there was one. Lead units are judged on this matter alone.
    """
    steps: list[Step] = []
    for on in _days(first, last, every):
        facts = facts_on(on)
        slips = tuple(_slip(step, facts) for step in steps)
        found = rungs_due(pack, replace(facts, slips=slips, unit_slips=slips), on)
        if found:
            steps.append(Step(on, found[-1]))
    return steps


def _days(first: date, last: date, every: int) -> Iterator[date]:
    for ahead in range(0, (last - first).days + 1, every):
        yield first + timedelta(days=ahead)


def _slip(step: Step, facts: MatterFacts) -> SlipFacts:
    answered_on = min((day for day in facts.reported_on if day >= step.on), default=None)
    return SlipFacts(step.proposed.rung.slug, step.on, step.on, answered_on=answered_on)
