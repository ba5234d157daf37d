"""筛选: which matters are asked for. A number on a page and the list behind it use the same one."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass, fields
from datetime import date
from functools import lru_cache
from typing import Any
from urllib.parse import urlencode

from django.db.models import F

from yiding.followup.board import Board
from yiding.followup.matter_queries import MatterQuerySet
from yiding.followup.models.counts import Timing
from yiding.followup.search import containing
from yiding.followup.states import State
from yiding.followup.waits import WAITS, open_parts_of
from yiding.registry.models import Unit
from yiding.registry.written import written

#: 「十日内到期」.
SOON_DAYS = 10
#: A unit leads, unless asked for what it assists, or for its parts that are not done.
ASSIST, ASSIST_OPEN = "assist", "assist_open"

_Rows = Callable[[MatterQuerySet, date], MatterQuerySet]
#: What the calendar says of a matter on a day.
CLOCKS: dict[str, _Rows] = {
    "overdue": lambda rows, on: rows.overdue(on),
    "overdue_original": lambda rows, on: rows.overdue_by_original(on),
    "due_soon": lambda rows, on: rows.due_soon(on, SOON_DAYS),
    "late_or_soon": lambda rows, on: rows.due_by(on, SOON_DAYS),
    "silent": lambda rows, on: rows.silent(on),
    "undated": lambda rows, _: rows.undated(),
    "open": lambda rows, _: rows.open(),
}
#: What became of a promise whose first date has passed.
OUTCOMES: dict[str, _Rows] = {
    "original": lambda rows, _: rows.verified().filter(verified_on__lte=F("original_due_on")),
    "within_due": lambda rows, _: rows.verified_in_time(),
    "delayed": lambda rows, _: rows.verified().filter(verified_on__gt=F("original_due_on")),
    "extended": lambda rows, on: rows.filter(clock_on__gte=on),
    "overdue": lambda rows, on: rows.overdue(on),
    "matured": lambda rows, _: rows.verified_or_open(),
    "matured_now": lambda rows, on: rows.verified_or_open().not_ahead(on),
}
#: The cells of a count that belong to a verified matter.
VERIFIED_TIMINGS = (Timing.ORIGINAL, Timing.EXTENDED, Timing.LATE)


@dataclass(frozen=True)
class MatterFilter:
    """筛选条件; what is empty narrows nothing."""

    unit: str = ""
    bearing: str = ""
    state: str = ""
    clock: str = ""
    wait: str = ""
    leader: str = ""
    minutes: str = ""
    kind: str = ""
    year: str = ""
    #: The first date promised lies in this month (``2026-03``) or year, and before the day shown.
    due: str = ""
    outcome: str = ""
    words: str = ""

    def query(self, **more: str) -> str:
        """The filter as the query of an address."""
        return _query_of(self, tuple(more.items()))


@lru_cache(maxsize=4096)
def _query_of(asked: MatterFilter, more: tuple[tuple[str, str], ...]) -> str:
    given = {each.name: getattr(asked, each.name) for each in fields(asked)}
    return urlencode({name: value for name, value in (given | dict(more)).items() if value})


def chosen(board: Board, asked: MatterFilter) -> MatterQuerySet:
    """The matters a filter leaves of what an account sees."""
    rows = WAITS[asked.wait].rows(board) if asked.wait else _borne(board, asked)
    if asked.state:
        states = asked.state.split(",")
        rows = rows.filter(state__in=states) if states[1:] else rows.filter(state=states[0])
    if asked.clock:
        rows = CLOCKS[asked.clock](rows, board.on)
    rows = _of_matter(rows, asked)
    if asked.due:
        rows = rows.filter(original_due_on__range=period(asked.due))
    if asked.outcome:
        matured = rows.filter(original_due_on__lt=board.on)
        rows = OUTCOMES[asked.outcome](matured, board.on)
    return containing(rows, asked.words) if asked.words else rows


def is_open(asked: MatterFilter) -> bool:
    """Are they all open, so that they stand in the order of their dates?"""
    return bool(asked.clock or asked.wait or asked.outcome in {"extended", "overdue"})


def period(due: str) -> tuple[date, date]:
    """The first and last day of 「2026-03」 or 「2026」."""
    year, _, month = due.partition("-")
    if not month:
        return date(int(year), 1, 1), date(int(year), 12, 31)
    last = monthrange(int(year), int(month))[1]
    return date(int(year), int(month), 1), date(int(year), int(month), last)


def _borne(board: Board, asked: MatterFilter) -> MatterQuerySet:
    """A unit's part is narrowed first: its own for a unit, anybody's for who sees all."""
    if board.unit is not None:
        return _borne_by(board, board.unit.pk, asked)
    if not asked.unit:
        return board.rows()
    unit = unit_asked(board, asked)
    if unit is None:
        return board.rows().none()
    if not board.sees_all:
        return board.rows().filter(lead=unit)
    return _borne_by(board, unit, asked)


def unit_asked(board: Board, asked: MatterFilter) -> int | None:
    """The key of the unit that a filter names, if there is one."""
    found = _unit_coded(board.jurisdiction.pk, asked.unit)
    return found[0][0] if found else None


@written
def _unit_coded(place: int, code: str) -> Any:
    return Unit.objects.filter(jurisdiction=place, code=code).order_by().values_list("pk")


def _borne_by(board: Board, unit: int, asked: MatterFilter) -> MatterQuerySet:
    """What a unit leads, what it assists, or its parts that are not done."""
    if asked.bearing == ASSIST:
        return board.assisted_by(unit)
    if asked.bearing == ASSIST_OPEN:
        return open_parts_of(board, unit)
    rows = board.led_by(unit)
    # what has a clock was handed over: to say so again would have every row looked up
    return rows if asked.clock else rows.exclude(state=State.PROPOSED)


def _of_matter(rows: MatterQuerySet, asked: MatterFilter) -> MatterQuerySet:
    wanted: dict[str, Any] = {
        "leader": asked.leader,
        "minutes__address": asked.minutes,
        "closing_kind": asked.kind,
    }
    rows = rows.of_matter(**{name: value for name, value in wanted.items() if value})
    return rows.of_matter(held_on__range=period(asked.year)) if asked.year else rows
