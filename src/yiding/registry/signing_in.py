"""Checks an account's password; there are no permissions of Django here, only roles."""

from __future__ import annotations

from django.contrib.auth.backends import BaseBackend
from django.http import HttpRequest

from yiding.registry.models import Account


class AccountBackend(BaseBackend):
    """Signs an account in by name and password."""

    def authenticate(
        self,
        request: HttpRequest | None,  # noqa: ARG002 - the signature of Django
        username: str | None = None,
        password: str | None = None,
        **_: object,
    ) -> Account | None:
        """The account, or none; an unknown name costs as long as a wrong password."""
        account = Account.objects.filter(username=username or "").first()
        if account is None:
            Account().set_password(password)
            return None
        may_enter = account.is_active and account.check_password(password or "")
        return account if may_enter else None

    def get_user(self, user_id: int) -> Account | None:
        """The account of a session, while it is active, with where it belongs."""
        accounts = Account.objects.select_related("jurisdiction", "unit")
        return accounts.filter(pk=user_id, is_active=True).first()
