"""Load the whole demo city: registry, a year of papers, and the life of every matter."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone

from yiding.demo.city import CITY, linhu
from yiding.demo.deeds import Told, do_all, moment, until
from yiding.demo.enrolment import Enrolled, enrol
from yiding.demo.ledgers.keeping import appoint
from yiding.demo.papers import TODAY, minutes_of_the_year
from yiding.demo.playing import Played
from yiding.demo.schedule import MEETINGS
from yiding.demo.year import TheYear, read_up
from yiding.followup.models import Matter, Minutes
from yiding.followup.packs import choices_stand
from yiding.journal.models import Event
from yiding.journal.record import head_stands
from yiding.registry.models import Account, Jurisdiction, Unit

_PLACES = frozenset(place.slug for place in linhu().jurisdictions)
PASSWORD = "临湖-2026-试用"  # noqa: S105 - a demonstration's, printed on its own sign-in page


#: What was sent in the last days is not read yet.
_UNREAD = timedelta(days=9)


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


@dataclass(frozen=True)
class Contents:
    """What a demonstration holds, and the day its year ends."""

    counts: dict[str, int]
    until: date | None


def is_somebody_elses() -> bool:
    """Whether this database holds a deployment that is not the demonstration.

    Places that were brought in for a tour stand beside its own.
    """
    places = set(Jurisdiction.objects.values_list("slug", flat=True))
    return not places >= _PLACES if places else Account.objects.exists()


def contents() -> Contents:
    """What is in this database now."""
    counts = {
        "papers": Minutes.objects.count(),
        "matters": Matter.objects.count(),
        "units": Unit.objects.filter(until_on=None).count(),
        "accounts": Account.objects.filter(is_active=True).count(),
        "events": Event.objects.count(),
    }
    last = Event.objects.filter(verb__startswith="matter.").order_by("seq").last()
    return Contents(counts, timezone.localdate(last.at) if last else None)


def _untold(stage: str, done: int, total: int) -> None:
    """Nobody watches."""


def load_city(
    seed: int = 1,
    today: date = TODAY,
    password: str = PASSWORD,
    newest: int = MEETINGS,
    told: Told = _untold,
) -> Loaded:
    """Load Linhu into an empty database, or its newest meetings alone.

    Everything happens in the order of time, up to five in the afternoon of ``today``.
    Raises AlreadyThere where the city is.
    """
    if Jurisdiction.objects.filter(slug=CITY).exists():
        raise AlreadyThere
    papers = minutes_of_the_year(seed, today)[-newest:]
    with _without_collecting(), choices_stand(), transaction.atomic(), head_stands():
        rows = enrol(linhu(), today, password)
        appoint(rows)
        played = Played(rows)
        year = TheYear(papers, seed, today, played)
        deeds = until(year.deeds(told), moment(today, 17))
        do_all(deeds, told)
        read_up(before=moment(today - _UNREAD, 0))
    return Loaded(rows, len(papers), year.matters, played)
