"""Minutes as brought in, and the proposals read from them."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from yiding.registry.models import Jurisdiction, Unit


class StoredFile(models.Model):
    """文件: delivered bytes, kept once under their SHA-256."""

    jurisdiction = models.ForeignKey(Jurisdiction, models.PROTECT, related_name="files")
    sha256 = models.CharField(max_length=64)
    name = models.CharField(_("文件名"), max_length=200)
    media_type = models.CharField(max_length=100, blank=True)
    size = models.PositiveBigIntegerField()
    path = models.FileField(upload_to="files/%Y/%m", max_length=200)
    added_at = models.DateTimeField()
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="files")

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("jurisdiction", "sha256"), name="file_once"),
        )

    def __str__(self) -> str:
        return self.name


class Minutes(models.Model):
    """纪要: one issued or imported text, one version; a correction supersedes and never edits."""

    class State(models.TextChoices):
        """How far it has come."""

        REVIEWING = "reviewing", _("审读中")
        SUBMITTED = "submitted", _("待审签")
        ISSUED = "issued", _("已交办")
        SUPERSEDED = "superseded", _("已被更正")
        REFUSED = "refused", _("不收")

    jurisdiction = models.ForeignKey(Jurisdiction, models.PROTECT, related_name="minutes")
    address = models.CharField(_("地址"), max_length=60, unique=True)
    edition = models.PositiveSmallIntegerField(_("版本"), default=1)
    supersedes = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="superseded_by"
    )
    state = models.CharField(max_length=12, choices=State, default=State.REVIEWING)
    version = models.PositiveIntegerField(default=1)
    file = models.ForeignKey(StoredFile, models.PROTECT, null=True, related_name="minutes")
    meeting = models.ForeignKey(
        "followup.Meeting", models.PROTECT, null=True, blank=True, related_name="minutes"
    )
    title = models.CharField(_("标题"), max_length=200)
    number = models.CharField(_("文号"), max_length=60, blank=True)
    kind = models.CharField(max_length=20, default="minutes")
    held_on = models.DateField(_("开会日期"), null=True)
    printed_on = models.DateField(_("印发日期"), null=True)
    chair = models.CharField(_("主持"), max_length=40, blank=True)
    text = models.TextField()
    reading = models.JSONField()
    accounting = models.JSONField()
    changes = models.JSONField(_("与上一版的不同"), default=list)
    imported_at = models.DateTimeField()
    imported_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="imported_minutes"
    )
    submitted_at = models.DateTimeField(null=True)
    issued_at = models.DateTimeField(null=True)
    signed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="signed_minutes"
    )

    class Meta:
        ordering = ("-held_on", "-address")
        verbose_name_plural = "minutes"
        indexes = (
            models.Index(fields=("jurisdiction", "state"), name="minutes_by_state"),
            models.Index(fields=("jurisdiction", "held_on", "address"), name="minutes_by_day"),
            models.Index(
                fields=("jurisdiction", "held_on", "state", "printed_on", "issued_at"),
                name="minutes_issued",
            ),
        )

    def __str__(self) -> str:
        return self.title or self.address


class Proposal(models.Model):
    """拟分解: a duty as it was read, until a person accepts, edits or refuses it."""

    class State(models.TextChoices):
        """What a person said to it."""

        OPEN = "open", _("待定")
        ACCEPTED = "accepted", _("已接受")
        EDITED = "edited", _("改后接受")
        REFUSED = "refused", _("不立项")
        RETIRED = "retired", _("已并入")

    class DateDecision(models.TextChoices):
        """Who gave the date."""

        READ = "read", _("原文所定")
        SET = "set", _("审读时所定")
        DEFAULT = "default", _("按规则包默认")
        NONE = "none", _("无时限")
        UNDECIDED = "undecided", _("未定")

    jurisdiction = models.ForeignKey(Jurisdiction, models.PROTECT, related_name="proposals")
    minutes = models.ForeignKey(Minutes, models.CASCADE, related_name="proposals")
    address = models.CharField(_("地址"), max_length=80, unique=True)
    state = models.CharField(max_length=10, choices=State, default=State.OPEN)
    version = models.PositiveIntegerField(default=1)
    item = models.PositiveSmallIntegerField()
    position = models.PositiveIntegerField()
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    action = models.TextField(_("要做的事"))
    is_binding = models.BooleanField(default=True)
    modality = models.CharField(max_length=8, blank=True)
    lead_words = models.JSONField(_("原文牵头"), default=list)
    assist_words = models.JSONField(_("原文配合"), default=list)
    is_group = models.BooleanField(_("集体"), default=False)
    bearer_basis = models.CharField(max_length=12, blank=True)
    lead = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="led_proposals")
    assists = models.ManyToManyField(Unit, blank=True, related_name="assisted_proposals")
    conditions = models.JSONField(_("前提"), default=list)
    due_words = models.CharField(_("原文时限"), max_length=120, blank=True)
    due_kind = models.CharField(max_length=12, default="none")
    read_due_on = models.DateField(_("读出的时限"), null=True)
    due_on = models.DateField(_("完成时限"), null=True)
    due_rule = models.TextField(_("时限依据"), blank=True)
    date_decision = models.CharField(
        max_length=12, choices=DateDecision, default=DateDecision.UNDECIDED
    )
    closing_kind = models.CharField(_("办结标准"), max_length=12, blank=True)
    closing_to = models.CharField(max_length=80, blank=True)
    is_major = models.BooleanField(_("重大事项"), default=False)
    reason = models.CharField(_("理由"), max_length=300, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        ordering = ("minutes", "position", "id")
        indexes = (models.Index(fields=("minutes", "position"), name="proposal_in_order"),)

    def __str__(self) -> str:
        return f"{self.address} {self.action[:20]}"

    @property
    def is_wanted(self) -> bool:
        """Will it become a matter?"""
        return self.state in {self.State.ACCEPTED, self.State.EDITED}

    @property
    def clause(self) -> str:
        """``4.2.1``: the address within its paper."""
        return self.address.rpartition(":")[2]


class ReviewStep(models.Model):
    """审读一步: one act on a paper under review, with what stood before it, so it can go back."""

    minutes = models.ForeignKey(Minutes, models.CASCADE, related_name="steps")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    verb = models.CharField(max_length=60)
    before = models.JSONField()
    is_taken_back = models.BooleanField(default=False)

    class Meta:
        ordering = ("-id",)
        indexes = (models.Index(fields=("minutes", "by"), name="steps_of_person"),)

    def __str__(self) -> str:
        return f"{self.minutes_id} {self.verb}"
