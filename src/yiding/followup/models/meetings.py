"""Topics, meetings, and who sat in them."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from yiding.registry.models import Jurisdiction, Person, Unit

_ACCOUNT = settings.AUTH_USER_MODEL


class Meeting(models.Model):
    """会议: planned, held, minuted."""

    class State(models.TextChoices):
        """How far it is."""

        PLANNED = "planned", _("筹备中")
        CALLED = "called", _("已定议程")
        HELD = "held", _("已召开")
        MINUTED = "minuted", _("已出纪要")
        CANCELLED = "cancelled", _("已取消")

    jurisdiction = models.ForeignKey(Jurisdiction, models.PROTECT, related_name="meetings")
    address = models.CharField(_("地址"), max_length=60, unique=True)
    series = models.SlugField(_("会议种类"), max_length=30, default="executive")
    session = models.PositiveIntegerField(_("次"))
    year = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=10, choices=State, default=State.PLANNED)
    version = models.PositiveIntegerField(default=1)
    held_on = models.DateField(_("日期"))
    place = models.CharField(_("地点"), max_length=80, blank=True)
    chair = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    note = models.TextField(_("备注"), blank=True)

    class Meta:
        ordering = ("-held_on", "-session")
        constraints = (
            models.UniqueConstraint(
                fields=("jurisdiction", "series", "year", "session"), name="meeting_once"
            ),
        )

    def __str__(self) -> str:
        return self.address


class Attendance(models.Model):
    """出席列席: who is due, and who came."""

    class Part(models.TextChoices):
        """In which part of the roll."""

        MEMBER = "member", _("出席")
        OBSERVER = "observer", _("列席")

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="attendance")
    person = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="+")
    title = models.CharField(_("职务"), max_length=60, blank=True)
    part = models.CharField(max_length=10, choices=Part)
    is_present = models.BooleanField(_("到会"), null=True)
    reason = models.CharField(_("请假事由"), max_length=200, blank=True)

    def __str__(self) -> str:
        return f"{self.meeting_id} {self.person or self.unit}"


class Topic(models.Model):
    """议题: from a unit's proposal to an outcome at the meeting."""

    class State(models.TextChoices):
        """State table A of the follow-through."""

        DRAFT = "draft", _("征集")
        FILED = "filed", _("已申报")
        RETURNED = "returned", _("退回补正")
        LEGAL_REVIEW = "legal_review", _("合法性审查")
        COORDINATING = "coordinating", _("会前协调")
        READY = "ready", _("待列议程")
        SCHEDULED = "scheduled", _("列入议程")
        PASSED = "passed", _("通过")
        PASSED_IN_PRINCIPLE = "passed_in_principle", _("原则通过")
        TO_PARTY = "to_party", _("原则通过，提请党委")
        DEFERRED = "deferred", _("暂缓")
        REJECTED = "rejected", _("不通过")
        WITHDRAWN = "withdrawn", _("撤回")
        HEARD = "heard", _("听取通报")

    jurisdiction = models.ForeignKey(Jurisdiction, models.PROTECT, related_name="topics")
    address = models.CharField(_("地址"), max_length=60, unique=True)
    title = models.CharField(_("议题"), max_length=200)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="topics")
    state = models.CharField(max_length=20, choices=State, default=State.DRAFT)
    version = models.PositiveIntegerField(default=1)
    summary = models.TextField(_("提请事项"), blank=True)
    is_major_decision = models.BooleanField(_("重大行政决策"), default=False)
    needs_legal_review = models.BooleanField(_("须合法性审查"), default=True)
    legal_opinion = models.TextField(_("合法性审查意见"), blank=True)
    legal_opinion_on = models.DateField(null=True)
    legal_sent_on = models.DateField(null=True)
    disagreements = models.TextField(_("分歧清单"), blank=True)
    materials = models.ManyToManyField("followup.StoredFile", blank=True, related_name="topics")
    meeting = models.ForeignKey(Meeting, models.PROTECT, null=True, related_name="topics")
    position = models.PositiveSmallIntegerField(_("序号"), null=True)
    outcome_words = models.TextField(_("审议结果"), blank=True)
    recusals = models.ManyToManyField(Person, blank=True, related_name="+")
    filed_by = models.ForeignKey(_ACCOUNT, models.PROTECT, null=True, related_name="+")
    filed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-id",)
        indexes = (models.Index(fields=("jurisdiction", "state"), name="topic_by_state"),)

    def __str__(self) -> str:
        return self.title
