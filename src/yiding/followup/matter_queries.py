"""Queries over matters, named by what they return; the same for now and for a past day."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, Self

from django.db import models
from django.db.models import F, Q

from yiding.followup.states import DONE, RUNNING, State

_NO_DATE = date(9999, 12, 31)


class MatterQuerySet(models.QuerySet[Any]):
    """Matters, or their periods on a past day: both have the columns these ask for."""

    @property
    def to_matter(self) -> str:
        """What leads from a row to its matter in a look-up: nothing, or ``matter__``."""
        return "" if self.model._meta.model_name == "matter" else "matter__"

    @property
    def key(self) -> str:
        """The column that names the matter of a row."""
        return "id" if self.to_matter == "" else "matter_id"

    def of_matter(self, **lookups: Any) -> Self:
        """Rows whose matter has this: what does not change in a matter's life."""
        return self.filter(**{self.to_matter + name: value for name, value in lookups.items()})

    def running(self) -> Self:
        """Handed over and not settled."""
        return self.filter(state__in=sorted(RUNNING))

    def open(self) -> Self:
        """Handed over and not verified: a clock runs, or would if there were a date."""
        return self.filter(clock_on__lte=_NO_DATE)

    def settled(self) -> Self:
        """Verified, closed: what counts as done."""
        return self.filter(state__in=sorted(DONE))

    def overdue(self, on: date) -> Self:
        """Past the date that holds now, and not verified."""
        return self.filter(clock_on__lt=on)

    def overdue_by_original(self, on: date) -> Self:
        """Past the date first promised, and not verified."""
        return self.open().filter(original_due_on__lt=on)

    def due_soon(self, on: date, days: int) -> Self:
        """Due today or within some days."""
        return self.filter(clock_on__range=(on, on + timedelta(days=days)))

    def due_by(self, on: date, days: int) -> Self:
        """Overdue, or due within some days."""
        return self.filter(clock_on__lte=on + timedelta(days=days))

    def undated(self) -> Self:
        """Open, and nobody has given a date."""
        return self.filter(clock_on=_NO_DATE)

    def silent(self, on: date) -> Self:
        """Under way, and its report did not come on its day."""
        return self.filter(state=State.UNDER_WAY, report_due_on__lt=on)

    def verified(self) -> Self:
        """A verifier has found the proof good, and it has not been reopened."""
        return self.filter(verified_on__isnull=False)

    def verified_in_time(self) -> Self:
        """Verified by the date first promised, or by the one it was moved to."""
        return self.filter(
            Q(verified_on__lte=F("original_due_on")) | Q(verified_on__lte=F("due_on"))
        )

    def verified_or_open(self) -> Self:
        """What an on-time rate counts: not the suspended, the changed and what became routine."""
        return self.filter(Q(verified_on__isnull=False) | Q(clock_on__isnull=False))

    def not_ahead(self, on: date) -> Self:
        """Without those whose date now in force is still to come."""
        return self.filter(Q(clock_on__isnull=True) | Q(clock_on__lt=on))

    def by_date(self) -> Self:
        """The same for a few, whatever their state: they are sorted, and no index is walked."""
        return self.order_by(F("due_on").asc(nulls_last=True), self.key)

    def by_due(self) -> Self:
        """What falls due first stands first, of one day the older promise; undated comes last."""
        return self.order_by("clock_on", "original_due_on", self.key)

    def newest_first(self) -> Self:
        """What was decided last stands first."""
        return self.order_by(f"-{self.to_matter}held_on", f"-{self.key}")
