"""Event and the head of the chain."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from yiding.journal.canonical import ORIGIN, canonical_line, link, moment_text


class Event(models.Model):
    """流转记录: what was done, or tried and refused, by whom, to what."""

    class Outcome(models.TextChoices):
        """Did it happen?"""

        DONE = "done", _("已办")
        DENIED = "denied", _("未准")

    seq = models.BigIntegerField(primary_key=True)
    at = models.DateTimeField(db_index=True)
    jurisdiction = models.CharField(max_length=40)
    actor = models.CharField(max_length=60, db_index=True)
    name = models.CharField(max_length=60)
    role = models.CharField(max_length=30)
    unit = models.CharField(max_length=40, blank=True)
    verb = models.CharField(max_length=60)
    subject = models.CharField(max_length=120)
    outcome = models.CharField(max_length=8, choices=Outcome)
    data = models.JSONField(default=dict)
    previous = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta:
        ordering = ("seq",)
        indexes = (models.Index(fields=("subject", "seq"), name="event_by_subject"),)

    def __str__(self) -> str:
        return f"{self.seq} {self.verb} {self.subject}"

    def line(self) -> str:
        """The canonical line of this event."""
        values: dict[str, Any] = {name: getattr(self, name) for name in _PLAIN}
        return canonical_line({**values, "at": moment_text(self.at)})

    def expected_hash(self) -> str:
        """The hash this event ought to have, after the one it names as the one before."""
        return link(self.previous, self.line())


_PLAIN = (
    "seq", "jurisdiction", "actor", "name", "role", "unit", "verb", "subject", "outcome", "data",
)  # fmt: skip


class Head(models.Model):
    """链首: where the chain ends now; whoever appends holds this row."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    seq = models.BigIntegerField(default=0)
    hash = models.CharField(max_length=64, default=ORIGIN)

    def __str__(self) -> str:
        return f"{self.seq} {self.hash}"
