"""Addresses of lists: every number on a page links to the list that has as many."""

from __future__ import annotations

from yiding.followup.board import Board
from yiding.followup.matter_filter import MatterFilter

LIST = "/matters/"


def list_href(board: Board, asked: MatterFilter, **more: str) -> str:
    """The list of a filter on the day shown."""
    as_of = board.on.isoformat() if board.is_past else ""
    query = asked.query(as_of=as_of, **more)
    return f"{LIST}?{query}" if query else LIST
