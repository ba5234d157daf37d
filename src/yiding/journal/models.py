"""Event, the head of the chain, and the checkpoints along it."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from yiding.journal.canonical import canonical_line, moment_text
from yiding.journal.verify import ORIGIN, Link, Mark, digest_of


class Event(models.Model):
    """流转记录: what was done, or tried and refused, by whom, to what."""

    class Outcome(models.TextChoices):
        """Did it happen?"""

        DONE = "done", _("已办")
        DENIED = "denied", _("未准")

    seq = models.BigIntegerField(primary_key=True)
    at = models.DateTimeField(db_index=True)
    jurisdiction = models.CharField(max_length=40)
    actor = models.CharField(max_length=60)
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
        indexes = (
            models.Index(fields=("subject", "seq"), name="event_by_subject"),
            models.Index(fields=("actor", "seq"), name="event_by_actor"),
            models.Index(fields=("jurisdiction", "seq"), name="event_by_jurisdiction"),
            models.Index(fields=("jurisdiction", "verb", "seq"), name="event_by_verb"),
            models.Index(
                fields=("jurisdiction", "seq"),
                name="event_denied",
                condition=models.Q(outcome="denied"),
            ),
        )

    def __str__(self) -> str:
        return f"{self.seq} {self.verb} {self.subject}"

    def line(self) -> str:
        """The canonical line of this event."""
        values: dict[str, Any] = {name: getattr(self, name) for name in _PLAIN}
        return canonical_line({**values, "at": moment_text(self.at)})

    def link(self) -> Link:
        """This event as a link of the chain, its digest counted anew from what is stored."""
        return Link(self.seq, self.previous, digest_of(self.line()), self.hash)


_PLAIN = (
    "seq", "jurisdiction", "actor", "name", "role", "unit", "verb", "subject", "outcome", "data",
)  # fmt: skip


class Head(models.Model):
    """链尾: where the chain ends now; whoever appends holds this row."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    seq = models.BigIntegerField(default=0)
    hash = models.CharField(max_length=64, default=ORIGIN)
    #: The day up to which the chain has its checkpoint.
    marked_on = models.DateField(null=True)

    def __str__(self) -> str:
        return f"{self.seq} {self.hash}"

    def mark(self) -> Mark:
        """The head as a place in the chain."""
        return Mark(self.seq, self.hash)


class Checkpoint(models.Model):
    """校验点: the hash that stood at a place of the chain, kept apart from it."""

    seq = models.BigIntegerField(primary_key=True)
    hash = models.CharField(max_length=64)
    at = models.DateTimeField()

    class Meta:
        ordering = ("seq",)

    def __str__(self) -> str:
        return f"{self.seq} {self.hash}"

    def mark(self) -> Mark:
        """The checkpoint as a place in the chain."""
        return Mark(self.seq, self.hash)
