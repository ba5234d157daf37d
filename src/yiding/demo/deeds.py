"""Something that happens in the demo's year: a moment, and what is done then."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from yiding.demo.diary import ZONE

Told = Callable[[str, int, int], None]
"""``told(stage, done, total)``: how far the loading is; the stages are papers and acts."""

_TOLD_EVERY = 50


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing done; ``order`` names it among those of the same moment."""

    at: datetime
    order: str
    do: Callable[[], None]


def moment(day: date, hour: int, minute: int = 0) -> datetime:
    """An hour of a day in the city's own time."""
    return datetime.combine(day, time(hour, minute), ZONE)


def until(deeds: Iterable[Deed], now: datetime) -> list[Deed]:
    """What has happened by now, in the order of time."""
    return sorted((one for one in deeds if one.at <= now), key=lambda one: (one.at, one.order))


def do_all(deeds: Sequence[Deed], told: Told) -> None:
    """Do them one after the other."""
    for no, deed in enumerate(deeds, 1):
        deed.do()
        if no % _TOLD_EVERY == 0 or no == len(deeds):
            told("acts", no, len(deeds))
