"""What has changed in a ledger, counted, and the figures that were worked out from it."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from yiding.registry.models import Jurisdiction


class LedgerChange(models.Model):
    """变动: how often entries of a kind were written, by the day of the writing."""

    jurisdiction = models.ForeignKey(Jurisdiction, models.CASCADE, related_name="+", db_index=False)
    ledger = models.SlugField(max_length=40, db_index=False)
    kind = models.SlugField(max_length=40, db_index=False)
    day = models.DateField()
    number = models.PositiveBigIntegerField(default=0)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("jurisdiction", "ledger", "kind", "day"), name="ledger_change_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self.ledger}:{self.kind} {self.day} × {self.number}"


class KeptFigure(models.Model):
    """已算指标: a figure as it was worked out, with the state of everything it was made from.

    It is good while that state is the state now. `asked` is day, unit and moment of knowledge.
    """

    jurisdiction = models.ForeignKey(Jurisdiction, models.CASCADE, related_name="+", db_index=False)
    address = models.CharField(_("指标"), max_length=120)
    asked = models.CharField(max_length=120)
    on = models.DateField()
    #: The program and, by kind, how often it had changed: ``{"": digest, "office": 12}``.
    state = models.JSONField(default=dict)
    #: Exact numbers as they are told: value, part, whole.
    numbers = models.JSONField(default=list)
    #: The keys of the entries behind and lacking: JSON, compressed.
    keys = models.BinaryField()
    took_ms = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("jurisdiction", "address", "asked"), name="kept_figure_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self.address} {self.asked}"
