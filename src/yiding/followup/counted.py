"""How many each of several filters leaves, all by one query that is written once a day.

Writing a query costs more than answering it, and a page shows many counts. What the query says
depends on the desk, its rule pack, the day and the filters alone, so it is kept under those.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import Count, IntegerField, Q, Value

from yiding.followup.board import Board
from yiding.followup.matter_filter import MatterFilter, chosen
from yiding.followup.waits import is_of_posts

_Query = tuple[str, tuple[Any, ...]]


def counted(board: Board, asked: Sequence[MatterFilter]) -> dict[MatterFilter, int]:
    """The count of each filter."""
    found = _found(board, tuple(asked), with_late=False)
    return {one: found.get(at, (0,))[0] for at, one in enumerate(asked)}


def waiting(board: Board, slugs: Sequence[str]) -> dict[str, tuple[int, int]]:
    """How many of each kind wait for this account, and how many of those are late."""
    found = _found(board, tuple(MatterFilter(wait=slug) for slug in slugs), with_late=True)
    return {slug: found.get(at, (0, 0)) for at, slug in enumerate(slugs)}


def _found(board: Board, asked: tuple[MatterFilter, ...], *, with_late: bool) -> dict[int, Any]:
    """The counts by the place of their filter; what has none may be left out."""
    # what waits for a person's own posts changes with them, within a day
    write = _query.__wrapped__ if is_of_posts(board) else _query
    sql, values = write(_Desk(board), asked, with_late) if asked else ("", ())
    if not sql:
        return {}
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return {at: tuple(counts) for at, *counts in cursor.fetchall()}


class _Desk:
    """A board as far as a query depends on it."""

    def __init__(self, board: Board) -> None:
        self.board = board
        unit = board.unit.pk if board.unit else None
        role, place = board.account.role, board.jurisdiction.pk
        shown = (board.looked_at is None, board.on, board.before, board.pack.slug)
        self.key = (role, place, unit, *shown)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Desk) and self.key == other.key

    def __hash__(self) -> int:
        return hash(self.key)


@lru_cache(maxsize=1024)
def _query(desk: _Desk, asked: tuple[MatterFilter, ...], with_late: bool) -> _Query:
    parts = [_part(desk.board, one, at, with_late) for at, one in enumerate(asked)]
    whole = parts[0].union(*parts[1:], all=True) if parts[1:] else parts[0]
    try:
        return whole.query.sql_with_params()  # type: ignore[no-any-return]
    except EmptyResultSet:
        return "", ()


def _part(board: Board, asked: MatterFilter, at: int, with_late: bool) -> Any:
    """A row of the filter's place and its count, or its two counts."""
    rows = chosen(board, asked).order_by().annotate(at=Value(at, IntegerField()))
    counts = {"n": Count("*")}
    if with_late:
        counts["late"] = Count("clock_on", filter=Q(clock_on__lt=board.on))
    return rows.values("at").annotate(**counts).values_list("at", *counts)
