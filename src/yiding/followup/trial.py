"""Trying a rule pack over past days 试算: what it would have proposed, beside what was issued."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from django.utils import timezone

from yiding.followup.ladder import facts_of
from yiding.followup.models import Matter, MatterPeriod, Slip
from yiding.followup.rulepack import MatterFacts, RulePack, Step, dry_run
from yiding.followup.states import State
from yiding.registry.models import Jurisdiction

#: So many matters at most, and so many days between two looks.
MOST, EVERY = 200, 7


@dataclass(frozen=True)
class Tried:
    """One matter: the rungs it would have climbed, and the slips it got."""

    matter: Matter
    steps: tuple[Step, ...]
    issued: tuple[Slip, ...]


@dataclass(frozen=True)
class Trial:
    """试算结果: by rung and by matter; ``left_out`` matters were not looked at."""

    pack: RulePack
    first: date
    last: date
    rows: tuple[Tried, ...]
    looked_at: int
    left_out: int

    def proposed(self) -> Counter[str]:
        """How often each rung would have been proposed."""
        return Counter(step.proposed.rung.slug for row in self.rows for step in row.steps)

    def issued(self) -> Counter[str]:
        """How often each rung was really issued."""
        return Counter(slip.rung for row in self.rows for slip in row.issued)


def try_pack(city: Jurisdiction, pack: RulePack, first: date, last: date) -> Trial:
    """The newest matters handed over before the last day, looked at once a week."""
    every = Matter.objects.filter(jurisdiction=city, assigned_at__isnull=False, lead__isnull=False)
    handed = every.filter(assigned_at__date__lte=last)
    count = handed.count()
    matters: list[Matter] = list(
        handed.select_related("lead").order_by("-assigned_at", "-pk")[:MOST]
    )
    rows = _tried(matters, pack, first, last)
    told = tuple(row for row in rows if row.steps or row.issued)
    return Trial(pack, first, last, told, len(matters), count - len(matters))


def _tried(matters: list[Matter], pack: RulePack, first: date, last: date) -> list[Tried]:
    facts, periods = facts_of(matters), _periods(matters)
    slips = _slips(matters, first, last)
    return [
        Tried(
            one,
            tuple(dry_run(pack, _on(facts[one.pk], periods[one.pk]), first, last, EVERY)),
            tuple(slips[one.pk]),
        )
        for one in matters
    ]


def _periods(matters: list[Matter]) -> dict[int, list[MatterPeriod]]:
    found: dict[int, list[MatterPeriod]] = defaultdict(list)
    for period in MatterPeriod.objects.filter(matter__in=matters).order_by("from_at"):
        found[period.matter_id].append(period)
    return found


def _slips(matters: list[Matter], first: date, last: date) -> dict[int, list[Slip]]:
    found: dict[int, list[Slip]] = defaultdict(list)
    rows = Slip.objects.filter(
        matter__in=matters, issued_at__date__gte=first, issued_at__date__lte=last
    )
    for slip in rows.order_by("issued_at"):
        found[slip.matter_id].append(slip)
    return found


def _on(facts: MatterFacts, periods: list[MatterPeriod]) -> Callable[[date], MatterFacts]:
    """The facts as they were on a day: state and limits from the period that ran at its end."""
    begun = [(timezone.localdate(one.from_at), one) for one in periods]

    def facts_on(on: date) -> MatterFacts:
        running = next((one for since, one in reversed(begun) if since <= on), None)
        then = facts.as_of(on)
        if running is None:
            return replace(then, state=State.PROPOSED, due_on=None, original_due_on=None)
        return replace(
            then,
            state=running.state,
            due_on=running.due_on,
            original_due_on=running.original_due_on,
        )

    return facts_on
