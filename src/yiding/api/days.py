"""The day an answer is for: ``as_of``, never later than today."""

from __future__ import annotations

from datetime import date

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from yiding.api.access import Caller
from yiding.api.problems import invalid
from yiding.followup.board import Board
from yiding.followup.periods import end_of_day

_FIRST = date(1949, 10, 1)


def board_of(caller: Caller, as_of: date | None) -> Board:
    """What the caller sees, now or at the end of a day gone by."""
    today = timezone.localdate(caller.at)
    on = min(as_of or today, today)
    if on < _FIRST:
        words = _("没有%(first)s以前的记录。") % {"first": _FIRST.isoformat()}
        raise invalid({"as_of": [words]})
    before = end_of_day(on) if on < today else None
    return Board(caller.account, caller.jurisdiction, on, before)
