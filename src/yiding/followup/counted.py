"""How many each of several filters leaves, all by one query that is written once a day.

Writing a query costs more than answering it, and a page shows many counts. What the query says
depends on the desk, its rule pack, the day and the filters alone, so it is kept under those.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from django.db import connection
from django.db.models import Count, IntegerField, Value

from yiding.followup.board import Board
from yiding.followup.matter_filter import MatterFilter, chosen
from yiding.followup.waits import is_of_posts

_Query = tuple[str, tuple[Any, ...]]


def counted(board: Board, asked: Sequence[MatterFilter]) -> dict[MatterFilter, int]:
    """The count of each filter; what waits for a person's own posts is asked for alone."""
    alone = [one for one in asked if one.wait and is_of_posts(board)]
    counts = {one: chosen(board, one).count() for one in alone}
    others = tuple(one for one in asked if one not in counts)
    if not others:
        return counts
    sql, values = _query(_Desk(board), others)
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        found = dict(cursor.fetchall())
    return counts | {one: found.get(at, 0) for at, one in enumerate(others)}


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
def _query(desk: _Desk, asked: tuple[MatterFilter, ...]) -> _Query:
    parts = [_part(desk.board, one, at) for at, one in enumerate(asked)]
    whole = parts[0].union(*parts[1:], all=True) if parts[1:] else parts[0]
    return whole.query.sql_with_params()  # type: ignore[no-any-return]


def _part(board: Board, asked: MatterFilter, at: int) -> Any:
    """A row of the filter's place and its count."""
    rows = chosen(board, asked).order_by().annotate(at=Value(at, IntegerField()))
    return rows.values("at").annotate(n=Count("*")).values_list("at", "n")
