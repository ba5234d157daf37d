"""How a matter stands on a day: its clock in words, now or as of a past day."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Literal

from django.db.models import Q
from django.utils.translation import gettext, ngettext

from yiding.followup.matter_queries import MatterQuerySet
from yiding.followup.models import Matter
from yiding.followup.periods import end_of_day, periods_at
from yiding.followup.states import MAY_BE_LATE, State
from yiding.followup.visibility import matters_seen_by
from yiding.registry.models import Account

ClockKind = Literal["late", "silent", "soon", "ahead"]


@dataclass(frozen=True)
class Clock:
    """时钟: what the calendar says of a matter on a day; computed, never kept.

    ``days`` have passed since the day (``late`` 逾期, ``silent`` 沉默) or are left to it (``soon``
    临期, ``ahead``); ``words`` stand instead of the usual ones.
    """

    kind: ClockKind
    days: int = 0
    words: str = ""

    def __str__(self) -> str:
        days = {"days": self.days}
        if self.words:
            return str(self.words)
        if self.kind == "late":
            return ngettext("逾期 %(days)s 天", "逾期 %(days)s 天", self.days) % days
        if self.kind == "silent":
            return ngettext("沉默 %(days)s 天", "沉默 %(days)s 天", self.days) % days
        if self.days == 0:
            return gettext("今天到期")
        return ngettext("还有 %(days)s 天", "还有 %(days)s 天", self.days) % days


def clock_of(row: Any, on: date, soon_days: int) -> Clock | None:
    """Of a matter or its period: late before silent, and silent before the days left."""
    due_on = row.due_on if row.state in MAY_BE_LATE else None
    if due_on is not None and due_on < on:
        return Clock("late", (on - due_on).days)
    report_due_on = row.report_due_on if row.state == State.UNDER_WAY else None
    if report_due_on is not None and report_due_on < on:
        return Clock("silent", (on - report_due_on).days)
    if due_on is None:
        return None
    left = (due_on - on).days
    return Clock("soon" if left <= soon_days else "ahead", left)


def clock_in_full(matter: Matter, on: date, soon_days: int) -> Clock | None:
    """The clock of one matter; of a late one that was extended, against the original date too."""
    clock, original_on = clock_of(matter, on, soon_days), matter.original_due_on
    if clock is None or clock.kind != "late" or original_on is None:
        return clock
    if original_on == matter.due_on:
        return clock
    words = ngettext(
        "逾期 %(days)s 天，比原定晚 %(original)s 天",
        "逾期 %(days)s 天，比原定晚 %(original)s 天",
        clock.days,
    )
    return replace(clock, words=words % {"days": clock.days, "original": (on - original_on).days})


def matters_on(account: Account, as_of: date | None) -> MatterQuerySet:
    """The matters an account may see: now, or as each stood at the end of a past day."""
    if as_of is None:
        return matters_seen_by(account)
    rows = periods_at(end_of_day(as_of)).filter(jurisdiction=account.jurisdiction_id)
    seen = matters_seen_by(account)
    return rows.filter(Q(matter__in=seen))
