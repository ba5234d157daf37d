"""Accounts 账号: the system administrator opens and stops them, the security administrator gives
roles and releases locks; nobody does both, and nobody does either to an account of their own.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from axes.models import AccessAttempt
from axes.utils import reset
from django.conf import settings
from django.db import transaction
from django.db.models import Max, Q, QuerySet, Sum
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from yiding.registry.authors import record
from yiding.registry.models import Account, Person, Unit
from yiding.registry.roles import ADMINISTRATORS, OF_A_UNIT, Role

#: Without a sign-in for longer an account is reported.
IDLE = timedelta(days=90)
_LETTERS = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKMNPQRSTUVWXYZ23456789"


class AccountRefused(ValueError):
    """An act on an account that is not let through: what was found and what to do."""

    def __init__(self, message: str | Promise, **values: object) -> None:
        super().__init__(str(message) % values)
        self.message, self.values = message, values

    def text(self) -> str:
        """The sentence in the language in use."""
        return str(self.message) % self.values


@dataclass(frozen=True)
class NewAccount:
    """What an account is to be; its role is another's to give."""

    username: str
    name: str
    unit: Unit | None = None
    person: Person | None = None


@dataclass(frozen=True)
class Opened:
    """An account with a password that is shown once and must be changed."""

    account: Account
    password: str


def open_account(by: Account, wish: NewAccount, at: datetime) -> Opened:
    """Open an account without a role."""
    _only(by, Role.SYSTEM_ADMIN)
    if Account.objects.filter(username=wish.username).exists():
        raise AccountRefused(_("账号“%(name)s”已经有了。请换一个。"), name=wish.username)
    password = _first_password()
    with transaction.atomic():
        account = Account.objects.create(
            username=wish.username,
            name=wish.name,
            jurisdiction=by.jurisdiction,
            unit=wish.unit,
            person=wish.person,
            password=password,
            must_change_password=True,
        )
        unit = wish.unit.code if wish.unit else ""
        record(by, "account.open", account.username, at, name=wish.name, unit=unit)
    return Opened(account, password)


def change_account(by: Account, account: Account, wish: NewAccount, at: datetime) -> None:
    """Set whose account it is and of which unit; its name to sign in with and its role stay."""
    _only(by, Role.SYSTEM_ADMIN)
    _not_own(by, account)
    with transaction.atomic():
        held = _held(by, account)
        before = _whose(held)
        held.name, held.unit, held.person = wish.name, wish.unit, wish.person
        if held.role:
            _fits(held, held.role)
        held.save(update_fields=["name", "unit", "person"])
        record(by, "account.change", held.username, at, before=before, after=_whose(held))


def stop_account(by: Account, account: Account, at: datetime) -> None:
    """Nobody signs in with it any more; what it did stays its own."""
    _only(by, Role.SYSTEM_ADMIN)
    _not_own(by, account)
    with transaction.atomic():
        held = _held(by, account)
        if not held.is_active:
            raise AccountRefused(_("账号已经停用。"))
        _not_the_last(held)
        held.is_active = False
        held.save(update_fields=["is_active"])
        record(by, "account.stop", held.username, at)


def restart_account(by: Account, account: Account, at: datetime) -> None:
    """Let it sign in again."""
    _only(by, Role.SYSTEM_ADMIN)
    with transaction.atomic():
        held = _held(by, account)
        if held.is_active:
            raise AccountRefused(_("账号没有停用。"))
        held.is_active = True
        held.save(update_fields=["is_active"])
        record(by, "account.restart", held.username, at)


def reset_password(by: Account, account: Account, at: datetime) -> Opened:
    """A new first password; the old one and every session end."""
    _only(by, Role.SYSTEM_ADMIN)
    _not_own(by, account)
    password = _first_password()
    with transaction.atomic():
        held = _held(by, account)
        held.set_password(password)
        held.must_change_password = True
        held.save(update_fields=["password", "must_change_password"])
        record(by, "account.reset_password", held.username, at)
    return Opened(held, password)


def give_role(by: Account, account: Account, role: str, at: datetime) -> None:
    """Give an account its one role, or take it away with an empty one."""
    _only(by, Role.SECURITY_ADMIN)
    _not_own(by, account)
    with transaction.atomic():
        held = _held(by, account)
        _fits(held, role)
        before, held.role = held.role, role
        if before == role:
            raise AccountRefused(_("账号已是这个角色。"))
        if before:
            _not_the_last(held, before)
        held.save(update_fields=["role"])
        record(by, "account.give_role", held.username, at, before=before, after=role)


def release_lock(by: Account, account: Account, at: datetime) -> int:
    """Open an account that too many wrong passwords have locked; how many were forgotten."""
    _only(by, Role.SECURITY_ADMIN)
    with transaction.atomic():
        held = _held(by, account)
        forgotten = reset(username=held.username)
        record(by, "account.release_lock", held.username, at, attempts=forgotten)
    return int(forgotten)


def idle_accounts(accounts: QuerySet[Account], at: datetime) -> QuerySet[Account]:
    """The active accounts nobody has signed in with for long."""
    since = at - IDLE
    never = Q(last_login__isnull=True, created_at__lt=since)
    return accounts.filter(Q(last_login__lt=since) | never, is_active=True)


@dataclass(frozen=True)
class Locked:
    """An account that too many wrong passwords have locked, until a moment."""

    account: Account
    failures: int
    until_at: datetime


def locked_accounts(by: Account, at: datetime) -> list[Locked]:
    """The accounts of the jurisdiction that cannot sign in now."""
    cool_off = timedelta(hours=settings.AXES_COOLOFF_TIME)
    attempts = AccessAttempt.objects.filter(attempt_time__gt=at - cool_off)
    counted = attempts.values("username").annotate(
        failures=Sum("failures_since_start"), last_at=Max("attempt_time")
    )
    tally = {row["username"]: row for row in counted}
    locked = [name for name, row in tally.items() if row["failures"] >= settings.AXES_FAILURE_LIMIT]
    accounts = accounts_kept_by(by).filter(username__in=locked)
    return [
        Locked(one, tally[one.username]["failures"], tally[one.username]["last_at"] + cool_off)
        for one in accounts
    ]


def accounts_kept_by(by: Account) -> QuerySet[Account]:
    """The accounts of the administrator's own jurisdiction."""
    rows = Account.objects.filter(jurisdiction=by.jurisdiction_id)
    return rows.select_related("unit", "person").order_by("username")


def _whose(account: Account) -> list[str]:
    unit = account.unit.code if account.unit else ""
    return [account.name, unit, str(account.person or "")]


def _first_password() -> str:
    return "-".join("".join(secrets.choice(_LETTERS) for _no in range(5)) for _part in range(3))


def _only(by: Account, role: Role) -> None:
    if by.role != role:
        raise AccountRefused(_("这要由%(role)s办。"), role=role.label)


def _not_own(by: Account, account: Account) -> None:
    if by.pk == account.pk:
        raise AccountRefused(_("不能对自己的账号这样办。请另一位管理员办。"))


def _held(by: Account, account: Account) -> Account:
    rows = Account.objects.select_for_update(of=("self",)).filter(jurisdiction=by.jurisdiction_id)
    found = rows.select_related("unit", "jurisdiction", "person").filter(pk=account.pk).first()
    if found is None:
        raise AccountRefused(_("没有这个账号。"))
    return found


def _fits(account: Account, role: str) -> None:
    if role and role not in set(Role):
        raise AccountRefused(_("没有“%(role)s”这个角色。"), role=role)
    if role in OF_A_UNIT and account.unit_id is None:
        message = _("%(role)s要有单位，此账号没有。请系统管理员先填单位。")
        raise AccountRefused(message, role=Role(role).label)
    others = _others_of(account)
    if role in ADMINISTRATORS and others:
        message = _("%(person)s还有账号%(others)s，三员不能兼任，也不能兼业务。请先停用。")
        names = "、".join(one.username for one in others)
        raise AccountRefused(message, person=account.name, others=names)
    holders = [one for one in others if one.role in ADMINISTRATORS]
    if role and holders:
        message = _("%(person)s已是%(desk)s（%(others)s），不能再有别的角色。")
        desk = Role(holders[0].role).label
        raise AccountRefused(message, person=account.name, desk=desk, others=holders[0].username)


def _others_of(account: Account) -> list[Account]:
    """The active accounts with a role that belong to the same person."""
    if account.person_id is None:
        same = Q(name=account.name, person__isnull=True)
    else:
        same = Q(person=account.person_id)
    rows = Account.objects.filter(same, jurisdiction=account.jurisdiction_id, is_active=True)
    return list(rows.exclude(pk=account.pk).exclude(role=""))


def _not_the_last(account: Account, role: str = "") -> None:
    """A jurisdiction is not left without one of its three administrators."""
    role = role or account.role
    if role not in ADMINISTRATORS:
        return
    rows = Account.objects.filter(jurisdiction=account.jurisdiction_id, role=role, is_active=True)
    if not rows.exclude(pk=account.pk).exists():
        message = _("这是最后一个%(role)s。请先给别人这个角色。")
        raise AccountRefused(message, role=Role(role).label)
