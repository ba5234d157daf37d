"""Choosing a rule pack 选用规则包 from a day on, with the secretary-general's word."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from yiding.followup.models import RulePackChoice
from yiding.followup.refusals import Refusal, Refused
from yiding.followup.rulepack import load_rulepacks
from yiding.registry.authors import record
from yiding.registry.models import Account, Jurisdiction, Office, Post
from yiding.registry.roles import Role

#: Who chooses; the director says which secretary-general agreed.
CHOOSERS = frozenset({Role.SUPERVISION_DIRECTOR, Role.SECRETARY_GENERAL})


@dataclass(frozen=True)
class Choice:
    """Which pack from which day, on what ground, and who agreed."""

    slug: str
    from_on: date
    basis: str
    endorsed_by: Post | None = None


def choose_pack(account: Account, choice: Choice, at: datetime) -> RulePackChoice:
    """Put a pack in force from a day, with its event; raises Refused with the attempt recorded."""
    city = account.jurisdiction
    refusal = _refusal(account, choice, timezone.localdate(at))
    subject = f"rulepack:{choice.slug}"
    if refusal is not None or city is None:
        found = refusal or _no_city()
        told: dict[str, Any] = dict(found.plain())
        record(account, "rulepack.choose", subject, at, done=False, **told)
        raise Refused(found)
    with transaction.atomic():
        Jurisdiction.objects.select_for_update().get(pk=city.pk)
        row = RulePackChoice.objects.create(
            jurisdiction=city,
            slug=choice.slug,
            from_on=choice.from_on,
            chosen_by=account,
            chosen_at=at,
        )
        said: dict[str, Any] = {"from_on": choice.from_on.isoformat(), "basis": choice.basis}
        said["endorsed_by"] = str(choice.endorsed_by or "")
        record(account, "rulepack.choose", subject, at, **said)
    return row


def secretaries_of(city: Jurisdiction, on: date) -> list[Post]:
    """The posts of secretary-general in force on a day."""
    posts = Post.objects.filter(jurisdiction=city, office=Office.SECRETARY_GENERAL)
    rows: list[Post] = list(posts.in_force(on).select_related("person"))
    return rows


def _refusal(account: Account, choice: Choice, today: date) -> Refusal | None:
    if account.role not in CHOOSERS:
        return Refusal(
            "role", _("选用规则包由督查室主任或秘书长办理。"), _("请督查室主任报秘书长同意后办理。")
        )
    if choice.slug not in load_rulepacks():
        return Refusal(
            "pack_exists",
            _("没有规则包“%(slug)s”。"),
            _("请从清单里选。"),
            {"slug": choice.slug},
        )
    if choice.from_on < today:
        return Refusal(
            "not_backdated",
            _("%(day)s早于今天，已过的日子不改规则。"),
            _("请填今天或以后的日期。"),
            {"day": choice.from_on},
        )
    if account.role == Role.SUPERVISION_DIRECTOR and choice.endorsed_by is None:
        return Refusal(
            "secretary_general_agreed",
            _("换规则包要秘书长同意。"),
            _("请选同意的秘书长；没有登记的，先登记职务。"),
        )
    return None


def _no_city() -> Refusal:
    return Refusal("jurisdiction", _("您的账号没有归属地区。"), _("请系统管理员补上。"))
