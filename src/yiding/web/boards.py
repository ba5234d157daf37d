"""The board a request is shown: its account's, today or as of a past day."""

from __future__ import annotations

from django.http import HttpRequest
from django.utils import timezone

from yiding.followup.board import Board
from yiding.followup.periods import end_of_day
from yiding.web.access import account_of, day_shown, jurisdiction_of


def board_shown(request: HttpRequest) -> Board:
    """Today's board is of this moment; a past day's is of its end."""
    day = day_shown(request)
    before = end_of_day(day) if day < timezone.localdate() else None
    return Board(account_of(request), jurisdiction_of(request), day, before)
