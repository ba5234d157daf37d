"""How a matter will fare: drawn once, in the proportions of a city's year."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

# a hundred matters: how they stand to their date
_PACES = (("punctual", 66), ("late", 17), ("very_late", 5), ("extended", 9), ("twice", 3))


@dataclass(frozen=True, slots=True)
class Traits:
    """What will happen to a matter, if there is time for it."""

    pace: str
    is_noted: bool
    is_major: bool
    is_objected: bool
    is_unsigned: bool
    is_silent: bool
    is_suspended: bool
    is_resumed: bool
    is_changed: bool
    sent_back: int
    asks_review: bool
    is_reopened: bool
    is_standing: bool
    is_archived: bool


def traits_of(*, is_recurring: bool, is_new: bool, goes_up: bool, rng: Random) -> Traits:
    """The traits of one matter; what was just handed over is objected to more often."""

    def falls(chance: float) -> bool:
        return rng.random() < chance

    return Traits(
        pace=rng.choices([name for name, _ in _PACES], [weight for _, weight in _PACES])[0],
        is_noted=falls(0.025),
        is_major=falls(0.5 if goes_up else 0.06),
        is_objected=falls(0.2 if is_new else 0.045),
        is_unsigned=falls(0.04),
        is_silent=falls(0.1),
        is_suspended=falls(0.025),
        is_resumed=falls(0.5),
        is_changed=falls(0.015),
        sent_back=rng.choices((0, 1, 2), (83, 14, 3))[0],
        asks_review=falls(0.06),
        is_reopened=falls(0.035),
        is_standing=falls(0.85 if is_recurring else 0.01),
        is_archived=falls(0.3),
    )
