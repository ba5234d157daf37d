"""Accounts: one person, one desk, one role; and the tokens that act for them."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils.translation import gettext_lazy as _

from yiding.registry.models.people import Person
from yiding.registry.models.units import Jurisdiction, Unit
from yiding.registry.roles import Role


class AccountManager(BaseUserManager["Account"]):
    """Makes accounts with a hashed password."""

    def create(self, **fields: object) -> Account:
        """An account; ``password`` is the clear text and is never kept."""
        password = fields.pop("password", None)
        account = self.model(**fields)
        account.set_password(password if isinstance(password, str) else None)
        account.save(using=self._db)
        return account


class Account(AbstractBaseUser):
    """账号: who signs in. It has one role, and a unit where the role is a unit's."""

    username = models.CharField(_("账号"), max_length=60, unique=True)
    name = models.CharField(_("姓名"), max_length=40)
    role = models.CharField(_("角色"), max_length=30, choices=Role, blank=True)
    jurisdiction = models.ForeignKey(
        Jurisdiction, models.PROTECT, null=True, blank=True, related_name="accounts"
    )
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, blank=True, related_name="accounts")
    person = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="accounts"
    )
    is_active = models.BooleanField(_("启用"), default=True)
    must_change_password = models.BooleanField(_("下次登录改密码"), default=False)
    created_at = models.DateTimeField(auto_now_add=True)

    objects: ClassVar[AccountManager] = AccountManager()

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    class Meta:
        indexes = (models.Index(fields=("jurisdiction", "role"), name="account_by_role"),)

    def __str__(self) -> str:
        return self.name or self.username


class ApiToken(models.Model):
    """令牌: lets a program act as an account, within scopes; only its digest is kept."""

    account = models.ForeignKey(Account, models.CASCADE, related_name="tokens")
    name = models.CharField(_("用途"), max_length=60)
    digest = models.CharField(max_length=64, unique=True)
    scopes = models.JSONField(default=list)
    created_at = models.DateTimeField(auto_now_add=True)
    expires_on = models.DateField(null=True, blank=True)
    last_used_at = models.DateTimeField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.name
