"""What the exchange keeps: with whom, what is to be sent, what has come."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from yiding.registry.models import Jurisdiction


class Peer(models.Model):
    """对端: a department with which pushes are exchanged, where it listens, by which secrets.

    `name` is what pushes call it (接收单位); `slug` stands in the address at which it reaches us.
    A secret is ``{"secret", "from", "until"}``; what has no ``until`` holds on.
    """

    jurisdiction = models.ForeignKey(
        Jurisdiction, models.PROTECT, related_name="peers", db_index=False
    )
    slug = models.SlugField(_("代号"), max_length=40, unique=True)
    name = models.CharField(_("名称"), max_length=80)
    url = models.URLField(_("接收地址"), max_length=300)
    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", db_index=False
    )
    secrets = models.JSONField(_("密钥"), default=list)
    is_active = models.BooleanField(_("启用"), default=True)

    class Meta:
        ordering = ("slug",)
        constraints = (
            models.UniqueConstraint(fields=("jurisdiction", "name"), name="peer_once_a_name"),
        )

    def __str__(self) -> str:
        return self.name

    def secrets_on(self, at: datetime) -> list[str]:
        """The secrets in force at a moment, the newest first."""
        held = [one for one in self.secrets if _holds(one, at)]
        ordered = sorted(held, key=lambda one: str(one["from"]), reverse=True)
        return [str(one["secret"]) for one in ordered]


def _holds(secret: dict[str, Any], at: datetime) -> bool:
    until = secret.get("until")
    return until is None or at < datetime.fromisoformat(until)


class Letter(models.Model):
    """待送推送: one push on its way to a peer, kept in the transaction that wrote the push."""

    class State(models.TextChoices):
        """Where it is."""

        WAITING = "waiting", _("待送")
        RECEIVED = "received", _("已收")
        DEAD = "dead", _("送不到")

    peer = models.ForeignKey(Peer, models.PROTECT, related_name="letters", db_index=False)
    message_id = models.CharField(_("报文编号"), max_length=80, unique=True)
    key = models.CharField(_("推送编号"), max_length=80)
    body = models.TextField(_("报文"))
    state = models.CharField(_("状态"), max_length=8, choices=State, default=State.WAITING)
    made_at = models.DateTimeField(_("入箱时间"))
    tries = models.PositiveSmallIntegerField(_("已试次数"), default=0)
    next_at = models.DateTimeField(_("下次发送"))
    trouble = models.CharField(_("没有送到的原因"), max_length=300, blank=True)
    receipt = models.JSONField(_("回执"), default=dict)
    received_at = models.DateTimeField(_("收到时间"), null=True)

    class Meta:
        ordering = ("id",)
        indexes = (models.Index(fields=("state", "next_at", "id"), name="letter_due"),)

    def __str__(self) -> str:
        return self.message_id


class Arrival(models.Model):
    """来件: a push that came from a peer, once by its id, with the receipt that was given."""

    peer = models.ForeignKey(Peer, models.PROTECT, related_name="arrivals", db_index=False)
    message_id = models.CharField(_("报文编号"), max_length=80)
    sha256 = models.CharField(max_length=64)
    key = models.CharField(_("推送编号"), max_length=80)
    at = models.DateTimeField(_("收到时间"))
    receipt = models.TextField(_("回执"))

    class Meta:
        ordering = ("id",)
        constraints = (models.UniqueConstraint(fields=("peer", "message_id"), name="arrival_once"),)

    def __str__(self) -> str:
        return self.message_id
