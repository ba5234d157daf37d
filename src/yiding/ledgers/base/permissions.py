"""Who sees and who writes which entries: a unit its own, whoever supervises all."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from yiding.followup.refusals import Refusal, Refused
from yiding.ledgers.base.models import Entry, LedgerKeeper
from yiding.registry.models import Account, Unit
from yiding.registry.roles import OF_A_UNIT, SEES_ALL, SUPERVISION, Role

#: Those who write entries: the supervision office all, a unit's people those of their own unit.
WRITERS = SUPERVISION | OF_A_UNIT


def keeps_whole(account: Account, slug: str) -> bool:
    """Does this account's unit keep the whole ledger of its jurisdiction?"""
    if account.role not in OF_A_UNIT or account.unit_id is None:
        return False
    kept = LedgerKeeper.objects.filter(ledger=slug, unit=account.unit_id)
    return kept.filter(jurisdiction=account.jurisdiction_id).exists()


def sees_whole(account: Account, slug: str) -> bool:
    """Does this account see every entry of a ledger?"""
    return account.role in SEES_ALL or keeps_whole(account, slug)


def entries_seen_by(account: Account, slug: str) -> QuerySet[Entry]:
    """The entries of a ledger that an account may open, retired ones too."""
    own = Entry.objects.filter(jurisdiction=account.jurisdiction_id, ledger=slug)
    if account.jurisdiction_id is None:
        return own.none()
    if sees_whole(account, slug):
        return own
    if account.role in OF_A_UNIT and account.unit_id is not None:
        return own.filter(unit=account.unit_id)
    return own.none()


def may_check(account: Account, slug: str) -> bool:
    """May this account have a whole ledger checked?"""
    is_placed = account.jurisdiction_id is not None
    return is_placed and (account.role in SUPERVISION or keeps_whole(account, slug))


def unit_at_hand(account: Account, slug: str) -> Unit | None:
    """Whose an entry is where it does not say: that of a unit's own people."""
    if account.role not in OF_A_UNIT or keeps_whole(account, slug):
        return None
    return account.unit


def may_open_ledgers(account: Account) -> bool:
    """May this account open ledgers at all?"""
    return account.role in SEES_ALL or account.role in OF_A_UNIT


def writing_refusal(account: Account, slug: str, *units: Unit | None) -> Refusal | None:
    """Why this account may not write entries of these units; none if it may."""
    if account.role not in WRITERS:
        allowed = [role.label for role in sorted(WRITERS)]
        role = Role(account.role).label if account.role else "—"
        return Refusal(
            "role",
            _("%(role)s不能改动台账。"),
            _("请由%(allowed)s办理。"),
            {"role": role, "allowed": allowed},
        )
    if account.jurisdiction_id is None:
        return Refusal("jurisdiction", _("您的账号没有归属地区。"), _("请系统管理员补上。"))
    if account.role in SUPERVISION or keeps_whole(account, slug):
        return None
    return _foreign(account, units)


def refuse_unless_writing(account: Account, slug: str, *units: Unit | None) -> None:
    """The one guard of every write: `Refused` where the account may not write for these units."""
    refusal = writing_refusal(account, slug, *units)
    if refusal is not None:
        raise Refused(refusal)


def _foreign(account: Account, units: tuple[Unit | None, ...]) -> Refusal | None:
    foreign = [one for one in units if one is None or one.pk != account.unit_id]
    if not foreign:
        return None
    values: dict[str, Any] = {
        "of": "、".join(str(one) if one else "—" for one in dict.fromkeys(foreign)),
        "unit": account.unit or "—",
    }
    return Refusal(
        "own_unit",
        _("这些条目属于%(of)s，您的单位是%(unit)s。"),
        _("本单位只能改动自己的条目；请由条目所属的单位或督查室办理。"),
        values,
    )
