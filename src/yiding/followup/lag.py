"""纪要印发用时: how many working days from a meeting to its printed minutes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, Q
from django.utils import timezone

from yiding.dates import UnknownCalendarYear, is_working_day
from yiding.followup.board import Board
from yiding.followup.models import Minutes
from yiding.registry.written import models_of, written

#: A paper without its print date for longer is no longer counted day by day.
_LONGEST = 366
_COLUMNS = ("id", "address", "title", "number", "held_on", "printed_on", "issued_at", "state")


@dataclass(frozen=True)
class Lag:
    """印发用时: one paper; ``days`` is none where a year's calendar is not published."""

    minutes: Minutes
    issued_on: date | None
    days: int | None


def minutes_lags(board: Board, count: int) -> list[Lag]:
    """The papers of the last meetings before a day, the last first."""
    papers = models_of(Minutes, _last(board.jurisdiction.pk, board.on, count), *_COLUMNS)
    return [_lag(paper, board.on) for paper in papers]


def issued_in(board: Board, year: int) -> int:
    """How many papers of a year were printed or handed over by the day."""
    found: list[tuple[int]] = _issued(board.jurisdiction.pk, year, board.on)
    return found[0][0] if found else 0


@written
def _last(place: int, on: date, count: int) -> Any:
    held = _that_stand(place).filter(held_on__lte=on)
    return held.order_by("-held_on", "-address").values_list(*_COLUMNS)[:count]


@written
def _issued(place: int, year: int, on: date) -> Any:
    held = _that_stand(place).filter(
        Q(printed_on__lte=on) | Q(issued_at__isnull=False),
        held_on__range=(date(year, 1, 1), min(date(year, 12, 31), on)),
    )
    return held.order_by().values("jurisdiction").annotate(n=Count("*")).values_list("n")


def _that_stand(place: int) -> Any:
    """The papers of a jurisdiction that were not refused or superseded."""
    papers = Minutes.objects.filter(jurisdiction=place)
    return papers.exclude(state__in=(Minutes.State.SUPERSEDED, Minutes.State.REFUSED))


def _lag(paper: Minutes, on: date) -> Lag:
    issued_on = paper.printed_on
    if issued_on is None and paper.issued_at is not None:
        issued_on = timezone.localdate(paper.issued_at)
    if issued_on is not None and issued_on > on:
        issued_on = None
    return Lag(paper, issued_on, working_days_between(paper.held_on, issued_on or on))


def working_days_between(first: date | None, last: date) -> int | None:
    """The working days after one day up to another; none where the calendar is not known."""
    if first is None or not 0 <= (last - first).days <= _LONGEST:
        return None
    days = (first + timedelta(days=n + 1) for n in range((last - first).days))
    try:
        return sum(is_working_day(day) for day in days)
    except UnknownCalendarYear:
        return None
