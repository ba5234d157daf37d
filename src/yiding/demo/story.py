"""The life of every matter of the year, planned: who does what to it, and when.

Each life is planned to its end and cut at the moment of the demo, so that what stands open there
is open for the reason a real matter would be. The plan keeps to the table of states; it is played
through the real acts elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random

from yiding.demo.diary import ZONE, Diary, Step
from yiding.demo.life import Life
from yiding.demo.seeds import MatterSeed, Year

# how long a decision may lie on a leader's desk at the moment of the demo, and how often it does
_WAITS = {
    "decide_extension": timedelta(days=24),
    "decide_review": timedelta(days=60),
    "answer_objection": timedelta(days=5),
}
_UNDECIDED = 0.6


@dataclass(frozen=True, slots=True)
class Story:
    """The planned steps of one matter up to the moment of the demo."""

    address: str
    steps: tuple[Step, ...]


def stories(matters: Iterable[MatterSeed], year: Year, seed: int, today: date) -> tuple[Story, ...]:
    """The plan of every matter up to five in the afternoon of ``today``."""
    now = datetime.combine(today, time(17, 0), ZONE)
    return tuple(_story(matter, year, seed, now) for matter in matters)


def in_time_order(plans: Iterable[Story]) -> list[tuple[str, Step]]:
    """All steps of all matters in one pass, each with the address of its matter."""
    steps = [(plan.address, step) for plan in plans for step in plan.steps]
    return sorted(steps, key=lambda each: (each[1].at, each[0]))


def _story(matter: MatterSeed, year: Year, seed: int, now: datetime) -> Story:
    rng = Random(f"story {seed} {matter.address}")  # noqa: S311
    diary = Diary(matter.printed_on + timedelta(days=1), rng)
    Life(matter, year, diary, rng).live()
    return Story(matter.address, _cut(diary.steps, now, rng))


def _cut(steps: list[Step], now: datetime, rng: Random) -> tuple[Step, ...]:
    """What has happened by now; some of what waits for a leader has not been decided yet."""
    happened = [step for step in steps if step.at <= now]
    for no, step in enumerate(happened):
        waited = _WAITS.get(step.verb)
        if waited and now - step.at < waited and rng.random() < _UNDECIDED:
            return tuple(happened[:no])
    return tuple(happened)
