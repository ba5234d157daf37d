"""A matter, its history in periods, and everything that belongs to it."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Case, Q, Value, When
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from yiding.followup.matter_queries import MatterQuerySet
from yiding.followup.models.minutes import Minutes, StoredFile
from yiding.followup.states import MAY_BE_LATE, State
from yiding.registry.models import Jurisdiction, Post, Unit

_ACCOUNT = settings.AUTH_USER_MODEL
#: Stands where a matter has no date, so that what has none comes last in every order.
NO_DATE = date(9999, 12, 31)


def _clock_on() -> models.GeneratedField:
    """The database works it out from state and date, so that one index answers all clocks."""
    runs = When(
        state__in=sorted(map(str, MAY_BE_LATE)),
        then=Coalesce("due_on", Value(NO_DATE, models.DateField())),
    )
    return models.GeneratedField(
        expression=Case(runs, default=None),
        output_field=models.DateField(null=True),
        db_persist=True,
    )


class Standing(models.Model):
    """What changes in a matter's life; the same columns now and on any past day."""

    state = models.CharField(_("状态"), max_length=12, choices=State, default=State.PROPOSED)
    lead = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="led_%(class)ss")
    original_due_on = models.DateField(_("原定时限"), null=True)
    due_on = models.DateField(_("现定时限"), null=True)
    report_due_on = models.DateField(_("下次反馈"), null=True)
    review_on = models.DateField(_("回看日期"), null=True)
    verified_on = models.DateField(_("核实日期"), null=True)
    #: While a clock runs, the day it runs to (``NO_DATE`` where there is none); then nothing.
    clock_on = _clock_on()

    objects = MatterQuerySet.as_manager()

    class Meta:
        abstract = True


class Matter(Standing):
    """议定事项: one duty of the minutes, followed to its proof. Only acts write its state."""

    jurisdiction = models.ForeignKey(Jurisdiction, models.PROTECT, related_name="matters")
    address = models.CharField(_("地址"), max_length=80, unique=True)
    minutes = models.ForeignKey(Minutes, models.PROTECT, related_name="matters")
    version = models.PositiveIntegerField(default=1)
    item = models.PositiveSmallIntegerField()
    position = models.PositiveIntegerField(default=0)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    action = models.TextField(_("要做的事"))
    quote = models.TextField(_("原文"))
    leader = models.ForeignKey(Post, models.PROTECT, null=True, related_name="matters")
    is_major = models.BooleanField(_("重大事项"), default=False)
    modality = models.CharField(max_length=8, blank=True)
    closing_kind = models.CharField(_("办结标准"), max_length=12)
    closing_to = models.CharField(max_length=80, blank=True)
    due_words = models.CharField(_("原文时限"), max_length=120, blank=True)
    due_rule = models.TextField(_("时限依据"), blank=True)
    held_on = models.DateField(_("议定日期"), null=True)
    assigned_at = models.DateTimeField(null=True)
    signed_at = models.DateTimeField(null=True)
    last_report_at = models.DateTimeField(null=True)
    submitted_at = models.DateTimeField(null=True)
    submitted_by = models.ForeignKey(_ACCOUNT, models.PROTECT, null=True, related_name="+")
    verified_at = models.DateTimeField(null=True)
    verified_by = models.ForeignKey(_ACCOUNT, models.PROTECT, null=True, related_name="+")
    closed_at = models.DateTimeField(null=True)
    concluded_at = models.DateTimeField(null=True)
    state_before_review = models.CharField(max_length=12, blank=True)
    sent_back_count = models.PositiveSmallIntegerField(default=0)
    extended_count = models.PositiveSmallIntegerField(default=0)
    reopened_count = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ("minutes", "position")
        indexes = (
            models.Index(
                fields=("lead", "clock_on", "original_due_on", "id"), name="matter_clock_of_unit"
            ),
            models.Index(
                fields=("jurisdiction", "clock_on", "original_due_on", "id"), name="matter_clock"
            ),
            models.Index(
                fields=("jurisdiction", "state", "report_due_on", "lead"), name="matter_silence"
            ),
            models.Index(
                fields=("jurisdiction", "state", "id", "clock_on", "assigned_at"),
                name="matter_by_state",
            ),
            models.Index(fields=("lead", "state", "report_due_on"), name="matter_state_of_unit"),
            models.Index(
                fields=("lead", "original_due_on", "verified_on", "due_on", "state"),
                name="matter_promise_of_unit",
            ),
            models.Index(
                fields=("jurisdiction", "original_due_on", "id"), name="matter_by_promise"
            ),
            models.Index(
                fields=("jurisdiction", "held_on", "id", "leader", "state"), name="matter_by_year"
            ),
        )

    def save(self, *args: Any, **kwargs: Any) -> None:
        """The day of verification is that of its moment, in the city's own time; none once more
        while a clock runs again, after a review or a reopening.
        """
        is_verified = self.verified_at is not None and self.state not in MAY_BE_LATE
        self.verified_on = timezone.localdate(self.verified_at) if is_verified else None
        if kwargs.get("update_fields") is not None:
            kwargs["update_fields"] = {*kwargs["update_fields"], "verified_on"}
        super().save(*args, **kwargs)

    def __str__(self) -> str:
        return f"{self.address} {self.action[:20]}"


class MatterPeriod(Standing):
    """时段: what stood between two moments; as of a past day is a look-up, never a guess."""

    matter = models.ForeignKey(Matter, models.CASCADE, related_name="periods")
    jurisdiction = models.ForeignKey(Jurisdiction, models.PROTECT, related_name="+")
    from_at = models.DateTimeField()
    until_at = models.DateTimeField(null=True)
    event = models.BigIntegerField(_("流转记录号"))

    class Meta:
        indexes = (
            models.Index(fields=("jurisdiction", "from_at", "until_at"), name="period_by_moment"),
            models.Index(fields=("matter", "from_at"), name="period_of_matter"),
        )

    def __str__(self) -> str:
        return f"{self.matter_id} {self.state} {self.from_at:%Y-%m-%d}"


class Part(models.Model):
    """配合任务: an assisting unit's share; done, or excused with a reason."""

    class State(models.TextChoices):
        """How far the part is."""

        OPEN = "open", _("配合中")
        DONE = "done", _("已完成")
        EXCUSED = "excused", _("免予配合")

    matter = models.ForeignKey(Matter, models.CASCADE, related_name="parts")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="parts")
    state = models.CharField(max_length=8, choices=State, default=State.OPEN)
    words = models.TextField(_("说明"), blank=True)
    settled_at = models.DateTimeField(null=True)
    settled_by = models.ForeignKey(_ACCOUNT, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = (models.UniqueConstraint(fields=("matter", "unit"), name="part_once"),)
        indexes = (models.Index(fields=("unit", "state", "matter"), name="part_of_unit"),)

    def __str__(self) -> str:
        return f"{self.unit} {self.get_state_display()}"


class Report(models.Model):
    """反馈: what a unit says of its progress; a claim, not a proof."""

    class Progress(models.TextChoices):
        """Words of the published reports."""

        ON_SCHEDULE = "on_schedule", _("按序时推进")
        BEHIND = "behind", _("进展滞后")
        NOT_STARTED = "not_started", _("未启动")
        STAGE_DONE = "stage_done", _("取得阶段性成果")
        DONE = "done", _("已完成，待申请办结")

    matter = models.ForeignKey(Matter, models.CASCADE, related_name="reports")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="reports")
    by = models.ForeignKey(_ACCOUNT, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    progress = models.CharField(_("进展"), max_length=12, choices=Progress)
    words = models.TextField(_("反馈内容"))

    class Meta:
        ordering = ("-at", "-id")

    def __str__(self) -> str:
        return f"{self.unit} {self.at:%Y-%m-%d}"


class Extension(models.Model):
    """延期: asked for before the date, decided by a leader; the original date stays."""

    class Decision(models.TextChoices):
        """What the leader said."""

        PENDING = "pending", _("待批")
        GRANTED = "granted", _("同意延期")
        REFUSED = "refused", _("不予延期")

    matter = models.ForeignKey(Matter, models.CASCADE, related_name="extensions")
    ordinal = models.PositiveSmallIntegerField(_("第几次"))
    due_before = models.DateField(_("延期前时限"))
    new_due_on = models.DateField(_("申请延至"))
    reason = models.TextField(_("理由"))
    progress = models.TextField(_("进展"))
    applied_by = models.ForeignKey(_ACCOUNT, models.PROTECT, related_name="+")
    applied_at = models.DateTimeField()
    decision = models.CharField(max_length=8, choices=Decision, default=Decision.PENDING)
    words = models.TextField(_("批复"), blank=True)
    decided_by = models.ForeignKey(_ACCOUNT, models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("matter",),
                condition=Q(decision="pending"),
                name="one_pending_extension",
            ),
        )
        indexes = (
            models.Index(fields=("decision", "matter"), name="extension_by_decision"),
            models.Index(fields=("decided_at",), name="extension_by_day"),
        )

    def __str__(self) -> str:
        return f"{self.matter_id} #{self.ordinal}"


class Evidence(models.Model):
    """佐证: what is put forward as proof, and what the verifier found."""

    class Kind(models.TextChoices):
        """Typed proof; a ledger's reading is filed by the machine and never by hand."""

        ISSUED_DOCUMENT = "issued_document", _("印发文件")
        MEETING_DECISION = "meeting_decision", _("会议决定")
        RECORD = "record", _("验收或交付记录")
        RECEIPT = "receipt", _("收文回执")
        PHOTO = "photo", _("现场照片")
        FILE = "file", _("其他材料")
        WITNESSED = "witnessed", _("见证说明")
        PUBLIC_NOTICE = "public_notice", _("公示公告")
        LEDGER = "ledger", _("台账读数")

    class Verdict(models.TextChoices):
        """The verifier's word."""

        PENDING = "pending", _("未核实")
        ACCEPTED = "accepted", _("已核实")
        REFUSED = "refused", _("不予采信")

    matter = models.ForeignKey(Matter, models.CASCADE, related_name="evidence")
    kind = models.CharField(_("种类"), max_length=20, choices=Kind)
    title = models.CharField(_("名称"), max_length=200)
    document_number = models.CharField(_("文号"), max_length=80, blank=True)
    dated_on = models.DateField(_("日期"))
    issuer = models.CharField(_("出具单位"), max_length=80, blank=True)
    link = models.URLField(_("公开地址"), max_length=500, blank=True)
    file = models.ForeignKey(StoredFile, models.PROTECT, null=True, related_name="evidence")
    witness = models.CharField(_("见证人"), max_length=80, blank=True)
    submitted_by = models.ForeignKey(_ACCOUNT, models.PROTECT, related_name="+")
    submitted_at = models.DateTimeField()
    verdict = models.CharField(max_length=8, choices=Verdict, default=Verdict.PENDING)
    verified_by = models.ForeignKey(_ACCOUNT, models.PROTECT, null=True, related_name="+")
    verified_at = models.DateTimeField(null=True)
    findings = models.JSONField(_("自动核对"), default=list)

    class Meta:
        ordering = ("-submitted_at", "-id")
        verbose_name_plural = "evidence"

    def __str__(self) -> str:
        return self.title


class Conclusion(models.Model):
    """督查结论 and its review 复核: what was concluded, objected to and answered."""

    class Kind(models.TextChoices):
        """What is written down."""

        OBJECTION = "objection", _("职责异议")
        ANSWER = "answer", _("异议答复")
        SEND_BACK = "send_back", _("退回")
        VERIFICATION = "verification", _("核查结论")
        REVIEW_REQUEST = "review_request", _("复核申请")
        REVIEW = "review", _("复核决定")
        CHANGE = "change", _("中止或变更")
        REOPENING = "reopening", _("重开")
        JUDGEMENT = "judgement", _("研判")

    matter = models.ForeignKey(Matter, models.CASCADE, related_name="conclusions")
    kind = models.CharField(max_length=16, choices=Kind)
    code = models.CharField(max_length=30, blank=True)
    words = models.TextField()
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="+")
    by = models.ForeignKey(_ACCOUNT, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ("-at", "-id")

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.at:%Y-%m-%d}"
