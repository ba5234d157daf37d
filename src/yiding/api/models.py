"""What the API keeps for itself: the first answer to every write that carries a key."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class StoredAnswer(models.Model):
    """初次答复: a write sent twice under one key is done once and answered twice alike."""

    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", db_index=False
    )
    key = models.CharField(max_length=200)
    digest = models.CharField(max_length=64)
    status = models.PositiveSmallIntegerField(default=0)
    body = models.JSONField(default=dict)
    at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("account", "key"), name="answer_once_a_key"),
        )
        indexes = (models.Index(fields=("account", "at"), name="answer_by_age"),)

    def __str__(self) -> str:
        return f"{self.account_id} {self.key}"
