"""Slips 督办单: the rungs of escalation, numbered and received; and the inbox."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from yiding.followup.models.matters import Matter
from yiding.registry.models import Jurisdiction, Unit

_ACCOUNT = settings.AUTH_USER_MODEL


class Slip(models.Model):
    """督办单: one rung, proposed by a trigger, issued by a person, received by the unit."""

    class State(models.TextChoices):
        """How far the slip is."""

        ISSUED = "issued", _("已发待收")
        RECEIVED = "received", _("已收待复")
        ANSWERED = "answered", _("已回复")
        WITHDRAWN = "withdrawn", _("已撤回")

    jurisdiction = models.ForeignKey(Jurisdiction, models.PROTECT, related_name="slips")
    state = models.CharField(max_length=10, choices=State, default=State.ISSUED)
    address = models.CharField(_("地址"), max_length=80, unique=True)
    matter = models.ForeignKey(Matter, models.PROTECT, related_name="slips")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="slips")
    rung = models.SlugField(_("梯级"), max_length=30)
    year = models.PositiveSmallIntegerField()
    serial = models.PositiveIntegerField(_("编号"))
    pack = models.SlugField(_("规则包"), max_length=40)
    trigger = models.CharField(_("触发"), max_length=200)
    words = models.TextField(_("要求"))
    reply_by_on = models.DateField(_("限期回复"), null=True)
    done_by_on = models.DateField(_("限期办结"), null=True)
    issued_at = models.DateTimeField()
    issued_by = models.ForeignKey(_ACCOUNT, models.PROTECT, related_name="+")
    received_at = models.DateTimeField(null=True)
    received_by = models.ForeignKey(_ACCOUNT, models.PROTECT, null=True, related_name="+")
    answer = models.TextField(_("回复"), blank=True)
    answered_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.ForeignKey(_ACCOUNT, models.PROTECT, null=True, related_name="+")
    withdrawal_reason = models.TextField(_("撤回理由"), blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ("-issued_at", "-id")
        constraints = (
            models.UniqueConstraint(
                fields=("jurisdiction", "rung", "year", "serial"), name="slip_number_once"
            ),
        )

    def __str__(self) -> str:
        return self.address


class InboxItem(models.Model):
    """收件: one thing an account is told; opening it is its receipt."""

    account = models.ForeignKey(_ACCOUNT, models.CASCADE, related_name="inbox")
    event = models.BigIntegerField(_("流转记录号"))
    verb = models.CharField(max_length=60)
    subject = models.CharField(max_length=120)
    matter = models.ForeignKey(Matter, models.CASCADE, null=True, related_name="+")
    must_act = models.BooleanField(_("要办"), default=False)
    sent_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-sent_at", "-id")
        indexes = (
            models.Index(
                fields=("account",), name="inbox_unread", condition=Q(read_at__isnull=True)
            ),
            models.Index(fields=("account",), name="inbox_to_do", condition=Q(must_act=True)),
            models.Index(fields=("matter",), name="inbox_waiting", condition=Q(must_act=True)),
        )

    def __str__(self) -> str:
        return f"{self.account} ← {self.verb} {self.subject}"


class RulePackChoice(models.Model):
    """选用规则包: which pack holds in a jurisdiction from a day on."""

    jurisdiction = models.ForeignKey(Jurisdiction, models.CASCADE, related_name="pack_choices")
    slug = models.SlugField(max_length=40)
    from_on = models.DateField()
    chosen_by = models.ForeignKey(_ACCOUNT, models.PROTECT, null=True, related_name="+")
    chosen_at = models.DateTimeField()

    class Meta:
        ordering = ("-from_on", "-id")

    def __str__(self) -> str:
        return f"{self.jurisdiction}: {self.slug} {self.from_on}"
