"""What a matter's closing is tested by in the ledgers, and every reading that was kept."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from yiding.followup.models.matters import Matter
from yiding.registry.models import Jurisdiction

_ACCOUNT = settings.AUTH_USER_MODEL


class ProofResult(models.TextChoices):
    """对照结果: what the ledger says of a matter."""

    PROVEN = "proven", _("台账印证")
    CONTRADICTED = "contradicted", _("与台账不符")
    MISSED = "missed", _("到期未达")
    AHEAD = "ahead", _("未到期")
    NO_DATA = "no_data", _("台账无数据")


class ClosingTest(models.Model):
    """办结检验: the indicator and target, entry or document that shows whether a matter is done.

    `result` is what the last look at the ledger gave; a person verifies all the same.
    """

    class Kind(models.TextChoices):
        """What is looked at."""

        INDICATOR = "indicator", _("台账指标")
        ENTRY = "entry", _("台账条目")
        DOCUMENT = "document", _("印发文件")

    matter = models.OneToOneField(Matter, models.CASCADE, related_name="closing_test")
    jurisdiction = models.ForeignKey(Jurisdiction, models.PROTECT, related_name="+")
    kind = models.CharField(_("检验种类"), max_length=12, choices=Kind)
    address = models.CharField(_("台账地址"), max_length=160)
    target = models.DecimalField(_("目标值"), max_digits=18, decimal_places=4, null=True)
    by_on = models.DateField(_("检验日"), null=True)
    named_by = models.ForeignKey(_ACCOUNT, models.PROTECT, related_name="+")
    named_at = models.DateTimeField()
    result = models.CharField(max_length=12, choices=ProofResult, blank=True)
    looked_on = models.DateField(null=True)

    class Meta:
        indexes = (
            models.Index(
                fields=("jurisdiction", "result", "matter"), name="closing_test_by_result"
            ),
            models.Index(fields=("jurisdiction", "address"), name="closing_test_by_address"),
        )

    def __str__(self) -> str:
        return f"{self.matter_id} {self.address}"


class LedgerReading(models.Model):
    """台账读数: what a ledger showed at a moment, as of a day, with the entries behind it."""

    class Occasion(models.TextChoices):
        """Why it was kept."""

        NAMED = "named", _("定检验时")
        SUBMITTED = "submitted", _("申请办结时")
        VERIFIED = "verified", _("核查时")
        DUE = "due", _("到期日")

    test = models.ForeignKey(ClosingTest, models.CASCADE, related_name="readings")
    occasion = models.CharField(max_length=12, choices=Occasion)
    at = models.DateTimeField()
    as_of = models.DateField(_("截至"))
    result = models.CharField(max_length=12, choices=ProofResult)
    value = models.DecimalField(max_digits=24, decimal_places=6, null=True)
    part = models.DecimalField(max_digits=24, decimal_places=6, null=True)
    whole = models.DecimalField(max_digits=24, decimal_places=6, null=True)
    unit = models.CharField(max_length=20, blank=True)
    #: The keys of the entries in the part, and of those that count in the whole only.
    behind = models.JSONField(default=list)
    lacking = models.JSONField(default=list)

    class Meta:
        ordering = ("-at", "-id")

    def __str__(self) -> str:
        return f"{self.test_id} {self.as_of} {self.result}"
