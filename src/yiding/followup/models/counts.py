"""How many matters of a kind there are; the database keeps the figures with every change."""

from __future__ import annotations

from django.db import models

from yiding.followup.states import State
from yiding.registry.models import Jurisdiction


class Timing(models.TextChoices):
    """When a matter was verified, beside the dates it was promised for."""

    OPEN = "open"
    ORIGINAL = "original"
    EXTENDED = "extended"
    LATE = "late"


class MatterCount(models.Model):
    """件数: how many matters of a jurisdiction agree in year, state, first date and timing.

    Triggers write it (``followup.keeping``); nothing else does.
    """

    jurisdiction = models.ForeignKey(Jurisdiction, models.CASCADE, related_name="+", db_index=False)
    year = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=12, choices=State)
    original_due_on = models.DateField()
    timing = models.CharField(max_length=8, choices=Timing)
    count = models.IntegerField()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("jurisdiction", "year", "original_due_on", "state", "timing"),
                name="matter_count_once",
            ),
        )
        indexes = (
            models.Index(
                fields=("jurisdiction", "original_due_on", "timing", "state", "count"),
                name="matter_count_by_promise",
            ),
            models.Index(
                fields=("jurisdiction", "year", "state", "count"), name="matter_count_by_year"
            ),
        )

    def __str__(self) -> str:
        return f"{self.year} {self.state} {self.original_due_on} {self.timing}: {self.count}"


class PromiseMonth(models.Model):
    """到期件数: the same summed up by the month of the first date, for the on-time rates.

    Suspended, changed and routine matters are left out. Triggers on the counts write it.
    """

    jurisdiction = models.ForeignKey(Jurisdiction, models.CASCADE, related_name="+", db_index=False)
    month = models.CharField(max_length=7)
    timing = models.CharField(max_length=8, choices=Timing)
    count = models.IntegerField()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("jurisdiction", "month", "timing"), name="promise_month_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self.month} {self.timing}: {self.count}"
