"""Entries 条目 with what they were before and what the rules find of them now."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from yiding.registry.models import Jurisdiction, Unit
from yiding.rules.finding import SEVERITY

_ACCOUNT = settings.AUTH_USER_MODEL

#: How grave a verdict is, from 1; 0 is an entry no rule has spoken of.
GRAVITY: dict[str, int] = {str(one): at for at, one in enumerate(SEVERITY, 1)}


class EntryVerdict(models.TextChoices):
    """判定: the verdicts of `yiding/check/1` in the words of the pages."""

    MET = "met", _("符合")
    BREACHED = "breached", _("不符")
    DUE = "due", _("待办")
    OVERDUE = "overdue", _("逾期")
    UNDETERMINED = "undetermined", _("待查")
    COMPUTED = "computed", _("得出")


class Entry(models.Model):
    """条目: one thing a ledger keeps, its fields in the JSON form that `yiding check` takes."""

    jurisdiction = models.ForeignKey(
        Jurisdiction, models.PROTECT, related_name="entries", db_index=False
    )
    ledger = models.SlugField(_("台账"), max_length=40, db_index=False)
    kind = models.SlugField(_("类别"), max_length=40, db_index=False)
    key = models.CharField(_("编号"), max_length=80)
    unit = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="entries", db_index=False
    )
    place = models.CharField(_("区划代码"), max_length=12)
    fields = models.JSONField(_("各项"), default=dict)
    #: What is looked for in a search: the words of the fields.
    words = models.TextField(blank=True)
    verdict = models.CharField(_("判定"), max_length=12, choices=EntryVerdict, blank=True)
    gravity = models.PositiveSmallIntegerField(default=0)
    checked_on = models.DateField(_("判定日"), null=True)
    revision = models.PositiveIntegerField(_("版次"), default=1)
    changed_at = models.DateTimeField(_("改于"))
    is_retired = models.BooleanField(_("已注销"), default=False)

    class Meta:
        ordering = ("ledger", "kind", "key")
        verbose_name_plural = "entries"
        constraints = (
            models.UniqueConstraint(
                fields=("jurisdiction", "ledger", "kind", "key"), name="entry_once"
            ),
        )
        indexes = (
            models.Index(
                fields=("jurisdiction", "ledger", "is_retired", "-gravity", "id"),
                name="entry_by_gravity",
            ),
            models.Index(
                fields=("jurisdiction", "ledger", "is_retired", "id"), name="entry_in_order"
            ),
            models.Index(fields=("unit", "ledger", "is_retired", "id"), name="entry_by_unit"),
        )

    def __str__(self) -> str:
        return self.address

    @property
    def address(self) -> str:
        """Its address within the jurisdiction: ``premises:office/A-101``."""
        return f"{self.ledger}:{self.kind}/{self.key}"


class EntryVersion(models.Model):
    """版次: what an entry was, since when, by whom, through which import or act."""

    entry = models.ForeignKey(Entry, models.PROTECT, related_name="versions", db_index=False)
    revision = models.PositiveIntegerField()
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="+", db_index=False)
    place = models.CharField(max_length=12)
    fields = models.JSONField(default=dict)
    is_retired = models.BooleanField(default=False)
    at = models.DateTimeField()
    by = models.ForeignKey(_ACCOUNT, models.PROTECT, null=True, related_name="+", db_index=False)
    verb = models.CharField(max_length=60)
    reason = models.CharField(max_length=300, blank=True)
    brought_by = models.ForeignKey(
        "ledgers.Import", models.PROTECT, null=True, related_name="versions"
    )
    event = models.BigIntegerField(_("流转记录号"), null=True)

    class Meta:
        ordering = ("-revision",)
        constraints = (
            models.UniqueConstraint(fields=("entry", "revision"), name="entry_version_once"),
        )

    def __str__(self) -> str:
        return f"{self.entry_id} @{self.revision}"


class EntryFinding(models.Model):
    """判定结果: one finding of one rule over one entry; replaced at each check of the entry."""

    entry = models.ForeignKey(Entry, models.CASCADE, related_name="findings", db_index=False)
    position = models.PositiveSmallIntegerField()
    rule = models.CharField(max_length=120)
    verdict = models.CharField(max_length=12, choices=EntryVerdict)
    reason = models.CharField(max_length=16, blank=True)
    place = models.CharField(max_length=12)
    due_on = models.DateField(null=True)
    #: The finding as `yiding/check/1` prints it, with ``message_en`` beside ``message``.
    finding = models.JSONField(default=dict)

    class Meta:
        ordering = ("entry", "position")
        constraints = (
            models.UniqueConstraint(fields=("entry", "position"), name="entry_finding_once"),
        )
        indexes = (models.Index(fields=("rule", "verdict", "entry"), name="finding_by_rule"),)

    def __str__(self) -> str:
        return f"{self.entry_id} {self.rule} {self.verdict}"


class LedgerKeeper(models.Model):
    """主管单位: a unit that keeps a whole ledger of its jurisdiction, beside its own entries."""

    jurisdiction = models.ForeignKey(Jurisdiction, models.CASCADE, related_name="+")
    ledger = models.SlugField(max_length=40)
    unit = models.ForeignKey(Unit, models.CASCADE, related_name="kept_ledgers")

    class Meta:
        constraints = (models.UniqueConstraint(fields=("ledger", "unit"), name="keeper_once"),)

    def __str__(self) -> str:
        return f"{self.ledger} · {self.unit}"


class SavedView(models.Model):
    """视图: a filter of a ledger's list that an account keeps under a name."""

    account = models.ForeignKey(_ACCOUNT, models.CASCADE, related_name="ledger_views")
    ledger = models.SlugField(max_length=40)
    name = models.CharField(_("名称"), max_length=40)
    #: The filter as the query of an address.
    query = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(fields=("account", "ledger", "name"), name="view_name_once"),
        )

    def __str__(self) -> str:
        return self.name
