"""Checks an account's password; there are no permissions of Django here, only roles."""

from __future__ import annotations

from itertools import islice

from django.contrib.auth.backends import BaseBackend
from django.db.models import QuerySet
from django.http import HttpRequest

from yiding.registry.models import Account, Jurisdiction, Unit
from yiding.registry.written import Row, models_of, written


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
        found = _active.of([int(user_id)])
        return _with_its_place(found[0]) if found else None


@written
def _active(keys: tuple[int, ...]) -> QuerySet[Account]:
    accounts = Account.objects.select_related("jurisdiction", "unit")
    return accounts.filter(pk__in=keys, is_active=True)


def _with_its_place(row: Row) -> Account:
    """The account of a row that holds the columns of all three."""
    columns = iter(row)
    account, place, unit = (
        models_of(model, [tuple(islice(columns, len(model._meta.concrete_fields)))])[0]
        for model in (Account, Jurisdiction, Unit)
    )
    account.jurisdiction = place if place.pk else None
    account.unit = unit if unit.pk else None
    return account  # type: ignore[no-any-return]
