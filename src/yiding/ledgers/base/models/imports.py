"""Imports 导入批次 and check runs 核对: what was done to many entries at once."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from yiding.registry.models import Jurisdiction

_ACCOUNT = settings.AUTH_USER_MODEL


class Import(models.Model):
    """导入批次: one file handed in, and what became of its rows."""

    class State(models.TextChoices):
        """What became of the file."""

        TAKEN = "taken", _("已入账")
        PARTLY = "partly", _("部分入账")
        REFUSED = "refused", _("未入账")

    jurisdiction = models.ForeignKey(
        Jurisdiction, models.PROTECT, related_name="ledger_imports", db_index=False
    )
    ledger = models.SlugField(max_length=40, db_index=False)
    name = models.CharField(_("文件名"), max_length=200)
    sha256 = models.CharField(max_length=64)
    file = models.ForeignKey(
        "followup.StoredFile", models.PROTECT, null=True, related_name="+", db_index=False
    )
    at = models.DateTimeField()
    by = models.ForeignKey(_ACCOUNT, models.PROTECT, related_name="+", db_index=False)
    state = models.CharField(max_length=8, choices=State)
    rows = models.PositiveIntegerField(_("行数"), default=0)
    added = models.PositiveIntegerField(_("新增"), default=0)
    changed = models.PositiveIntegerField(_("改动"), default=0)
    same = models.PositiveIntegerField(_("相同"), default=0)
    refused = models.PositiveIntegerField(_("退回"), default=0)
    #: The first wrong cells, as data: ``{sheet, row, cell, name, head, stood, words}``.
    faults = models.JSONField(default=list)
    #: Heads of columns that name no field.
    unused = models.JSONField(default=list)

    class Meta:
        ordering = ("-id",)
        indexes = (
            models.Index(fields=("jurisdiction", "ledger", "-id"), name="import_newest"),
            models.Index(fields=("jurisdiction", "ledger", "sha256"), name="import_by_file"),
        )

    def __str__(self) -> str:
        return self.name

    @property
    def taken(self) -> int:
        """How many rows are in the ledger now because of it or as before."""
        return self.added + self.changed + self.same


class CheckRun(models.Model):
    """核对: every entry of a ledger judged on one day."""

    class State(models.TextChoices):
        """How far it is."""

        RUNNING = "running", _("正在核对")
        FINISHED = "finished", _("已核对")
        FAILED = "failed", _("没有完成")

    jurisdiction = models.ForeignKey(
        Jurisdiction, models.CASCADE, related_name="check_runs", db_index=False
    )
    ledger = models.SlugField(max_length=40, db_index=False)
    on = models.DateField(_("判定日"))
    by = models.ForeignKey(_ACCOUNT, models.PROTECT, null=True, related_name="+", db_index=False)
    state = models.CharField(max_length=8, choices=State, default=State.RUNNING)
    started_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)
    total = models.PositiveIntegerField(default=0)
    done = models.PositiveIntegerField(default=0)
    #: Entries by their gravest verdict; under ``""`` those no rule spoke of.
    counts = models.JSONField(default=dict)
    #: Addresses of entries whose values cannot be reckoned with.
    unjudged = models.JSONField(default=list)

    class Meta:
        ordering = ("-id",)
        indexes = (models.Index(fields=("jurisdiction", "ledger", "-id"), name="check_run_newest"),)

    def __str__(self) -> str:
        return f"{self.ledger} {self.on}"
