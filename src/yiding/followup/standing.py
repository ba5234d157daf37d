"""How a matter stands on a day: its clock in words, now or as of a past day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from yiding.followup.matter_queries import MatterQuerySet
from yiding.followup.periods import end_of_day, periods_at
from yiding.followup.states import MAY_BE_LATE, State
from yiding.followup.visibility import matters_seen_by
from yiding.registry.models import Account

ClockKind = Literal["late", "today", "soon", "silent"]


@dataclass(frozen=True)
class ClockWord:
    """临期、逾期、沉默: computed for a day, never kept."""

    kind: ClockKind
    days: int

    def __str__(self) -> str:
        if self.kind == "today":
            return _("今天到期")
        if self.kind == "late":
            return ngettext("逾期 %(days)d 天", "逾期 %(days)d 天", self.days) % {"days": self.days}
        if self.kind == "silent":
            return ngettext("沉默 %(days)d 天", "沉默 %(days)d 天", self.days) % {"days": self.days}
        return ngettext("还有 %(days)d 天", "还有 %(days)d 天", self.days) % {"days": self.days}


def clock_of(row: Any, on: date, soon: int = 7) -> ClockWord | None:
    """The one clock shown beside the state: late before soon before silent."""
    if row.state in MAY_BE_LATE and row.due_on is not None:
        left = (row.due_on - on).days
        if left < 0:
            return ClockWord("late", -left)
        if left <= soon:
            return ClockWord("soon" if left else "today", left)
    is_silent = row.state == State.UNDER_WAY and row.report_due_on is not None
    if is_silent and row.report_due_on < on:
        return ClockWord("silent", (on - row.report_due_on).days)
    return None


def matters_on(account: Account, as_of: date | None) -> MatterQuerySet:
    """The matters an account may see: now, or as each stood at the end of a past day."""
    if as_of is None:
        return matters_seen_by(account)
    rows = periods_at(end_of_day(as_of)).filter(jurisdiction=account.jurisdiction_id)
    seen = matters_seen_by(account)
    return rows.filter(Q(matter__in=seen))
