"""Which slips a late matter draws: the rungs of the neutral rules, issued by a person or not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random


@dataclass(frozen=True, slots=True)
class PlannedSlip:
    """One rung to be issued on a day, and who signs it."""

    rung: str
    signed_by: str
    day: date


# rung, who signs, days after the date, and how often a person does issue it
_RUNGS = (
    ("reminder", "supervisor", -3, 0.12),
    ("chase", "supervision_director", 1, 0.75),
    ("blue", "secretary_general", 7, 0.65),
    ("yellow", "vice_mayor", 18, 0.6),
    ("red", "mayor", 34, 0.5),
)


def slips_between(begin: date, end: date, due_on: date, rng: Random) -> list[PlannedSlip]:
    """The slips issued after one day and before another for a date; a rung not issued ends it."""
    found: list[PlannedSlip] = []
    for rung, signed_by, days, chance in _RUNGS:
        day = due_on + timedelta(days=days + rng.randint(0, 2))
        is_issued = rng.random() < chance
        if is_issued and begin < day < end:
            found.append(PlannedSlip(rung, signed_by, day))
        if not is_issued and days > 0:
            break
    return found
