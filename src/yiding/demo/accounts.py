"""The accounts a demonstration offers, one of each kind."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings

from yiding.registry.models import Account
from yiding.registry.roles import Role


@dataclass(frozen=True)
class DemoAccount:
    """One button: who it is, and what for."""

    username: str
    name: str
    role: str
    unit: str


def demo_accounts() -> list[DemoAccount]:
    """One account of each role, of the first city; none outside a demonstration."""
    if not settings.DEMO:
        return []
    accounts = Account.objects.filter(is_active=True).select_related("unit")
    first = accounts.filter(jurisdiction__parent__isnull=True).order_by("pk")
    by_role: dict[str, Account] = {}
    for account in first:
        by_role.setdefault(account.role, account)
    return [_shown(by_role[role]) for role in Role if role in by_role]


def _shown(account: Account) -> DemoAccount:
    unit = str(account.unit) if account.unit else ""
    return DemoAccount(account.username, account.name, account.get_role_display(), unit)
