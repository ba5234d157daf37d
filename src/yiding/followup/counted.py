"""How many each of several filters leaves, all by one query that is written once a day.

A page shows many counts. What their query says depends on the desk, its rule pack, the day and the
filters alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db.models import Count, IntegerField, Q, Value

from yiding.followup.board import Board, Desk
from yiding.followup.matter_filter import MatterFilter, chosen
from yiding.followup.waits import is_of_posts
from yiding.registry.written import written


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
    if not asked:
        return {}
    # what waits for a person's own posts changes with them, within a day
    ask = _counts.anew if is_of_posts(board) else _counts
    return {at: tuple(counts) for at, *counts in ask(Desk(board), asked, with_late)}


@written
def _counts(desk: Desk, asked: tuple[MatterFilter, ...], with_late: bool) -> Any:
    parts = [_part(desk.board, one, at, with_late) for at, one in enumerate(asked)]
    return parts[0].union(*parts[1:], all=True) if parts[1:] else parts[0]


def _part(board: Board, asked: MatterFilter, at: int, with_late: bool) -> Any:
    """A row of the filter's place and its count, or its two counts."""
    rows = chosen(board, asked).order_by().annotate(at=Value(at, IntegerField()))
    counts = {"n": Count("*")}
    if with_late:
        counts["late"] = Count("clock_on", filter=Q(clock_on__lt=board.on))
    return rows.values("at").annotate(**counts).values_list("at", *counts)
