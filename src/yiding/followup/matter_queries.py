"""Queries over matters, named by what they return; the same for now and for a past day."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, Self

from django.db import models
from django.db.models import F

from yiding.followup.states import DONE, MAY_BE_LATE, RUNNING, State


class MatterQuerySet(models.QuerySet[Any]):
    """Matters, or their periods on a past day: both have the columns these ask for."""

    def running(self) -> Self:
        """Handed over and not settled."""
        return self.filter(state__in=sorted(RUNNING))

    def settled(self) -> Self:
        """Verified, closed: what counts as done."""
        return self.filter(state__in=sorted(DONE))

    def overdue(self, on: date) -> Self:
        """Past the date that holds now, and not verified."""
        return self.filter(state__in=sorted(MAY_BE_LATE), due_on__lt=on)

    def overdue_by_original(self, on: date) -> Self:
        """Past the date first promised, and not verified."""
        return self.filter(state__in=sorted(MAY_BE_LATE), original_due_on__lt=on)

    def due_soon(self, on: date, days: int) -> Self:
        """Due today or within some days."""
        last = on + timedelta(days=days)
        return self.filter(state__in=sorted(MAY_BE_LATE), due_on__range=(on, last))

    def silent(self, on: date) -> Self:
        """Under way, and its report did not come on its day."""
        return self.filter(state=State.UNDER_WAY, report_due_on__lt=on)

    def by_due(self) -> Self:
        """What falls due first stands first; what has no date stands last."""
        return self.order_by(F("due_on").asc(nulls_last=True), "id")
