"""What the residents' pages keep: digests of the codes that households were handed on paper."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from yiding.ledgers.base.models import Entry


class AnswerCode(models.Model):
    """答题码: lets one household answer one survey once; only its digest is kept, and no time.

    Neither who was handed a code nor what was answered with it can be told from here.
    """

    survey = models.ForeignKey(Entry, models.PROTECT, related_name="answer_codes")
    digest = models.CharField(max_length=64, unique=True)
    is_used = models.BooleanField(_("已用"), default=False)

    class Meta:
        app_label = "web"
        indexes = (models.Index(fields=("survey", "is_used"), name="code_by_survey"),)

    def __str__(self) -> str:
        return self.digest[:8]
