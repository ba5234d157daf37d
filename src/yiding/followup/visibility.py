"""Who sees which matters: a unit its own, an assisting unit what it assists, the others all."""

from __future__ import annotations

from typing import Any

from django.db.models import Exists, OuterRef, Q

from yiding.followup.matter_queries import MatterQuerySet
from yiding.followup.models import Matter, Part
from yiding.registry.models import Account
from yiding.registry.roles import OF_A_UNIT, SEES_ALL, Role


def matters_seen_by(account: Account) -> MatterQuerySet:
    """The matters of the account's jurisdiction that it may open."""
    matters = Matter.objects.filter(jurisdiction=account.jurisdiction_id)
    if account.role == Role.ARCHIVIST:
        return matters.filter(state__in=("closed", "changed", "noted", "archived"))
    if account.role in SEES_ALL:
        return matters
    if account.role in OF_A_UNIT and account.unit_id is not None:
        return matters.filter(bears(account.unit_id)).exclude(state="proposed")
    return matters.none()


def bears(unit: int, *, matter: str = "pk") -> Q:
    """Rows whose matter a unit leads or assists."""
    assisted = Part.objects.filter(matter=OuterRef(matter), unit=unit)
    return Q(lead=unit) | Q(Exists(assisted))


def may_open(account: Account, matter: Any) -> bool:
    """May this account open this matter?"""
    return matters_seen_by(account).filter(pk=matter.pk).exists()
