"""Load the whole demo city: registry, a year of papers, and the life of every matter."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from yiding.demo.bringing import bring_in
from yiding.demo.city import CITY, linhu
from yiding.demo.enrolment import Enrolled, enrol
from yiding.demo.papers import TODAY, minutes_of_the_year
from yiding.demo.playing import Played, play
from yiding.demo.schedule import MEETINGS
from yiding.demo.seeds import MatterSeed, Year
from yiding.demo.sittings import seat
from yiding.demo.story import in_time_order, stories
from yiding.registry.models import Jurisdiction

PASSWORD = "临湖-2026-试用"  # noqa: S105 - a demonstration's, printed on its own sign-in page


class AlreadyThere(Exception):
    """The city is in this database already; nothing was changed."""


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Thousands of acts leave no cycles worth a quarter of the time it takes to look for them."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@dataclass(frozen=True)
class Loaded:
    """What was loaded."""

    rows: Enrolled
    papers: int
    matters: int
    played: Played


def load_city(
    seed: int = 1, today: date = TODAY, password: str = PASSWORD, newest: int = MEETINGS
) -> Loaded:
    """Load Linhu into an empty database, or its newest meetings alone.

    Raises AlreadyThere where the city is.
    """
    if Jurisdiction.objects.filter(slug=CITY).exists():
        raise AlreadyThere
    papers, city = minutes_of_the_year(seed, today)[-newest:], linhu()
    with _without_collecting(), transaction.atomic():
        rows = enrol(city, today, password)
        seeds: list[MatterSeed] = []
        for paper in papers:
            meeting = seat(paper, rows)
            seeds += bring_in(paper, meeting, rows)
        year = Year(
            {paper.address: paper.held_on for paper in papers},
            {unit.code: unit.short for unit in city.units_of(CITY)},
        )
        played = play(in_time_order(stories(seeds, year, seed, today)), rows)
    return Loaded(rows, len(papers), len(seeds), played)
