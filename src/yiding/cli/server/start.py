"""Starting the application inside a command, and knowing who gives it."""

from __future__ import annotations

import getpass
import os
import sys
from typing import TYPE_CHECKING

from yiding.cli.messages import Say
from yiding.cli.usage import UsageError

if TYPE_CHECKING:
    from yiding.registry.models import Account

ACCOUNT_VARIABLE, PASSWORD_VARIABLE = "YIDING_ACCOUNT", "YIDING_PASSWORD"


def start(say: Say) -> None:
    """Load the application; says what to install where the server's packages are missing."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "yiding.settings")
    try:
        import django  # noqa: PLC0415 - the library's install has none
    except ModuleNotFoundError as error:
        raise UsageError(say, "needs-server") from error
    django.setup()


def account_named(username: str | None, say: Say) -> Account:
    """The account that acts: ``--as`` or YIDING_ACCOUNT, with its password.

    In a demonstration no password is asked. Elsewhere it is YIDING_PASSWORD or typed at the prompt.
    """
    from django.conf import settings  # noqa: PLC0415 - after start

    from yiding.registry.models import Account  # noqa: PLC0415 - after start

    name = username or os.environ.get(ACCOUNT_VARIABLE, "")
    if not name:
        raise UsageError(say, "needs-account")
    accounts = Account.objects.select_related("jurisdiction", "unit")
    account = accounts.filter(username=name, is_active=True).first()
    known = settings.DEMO or (account is not None and account.check_password(_password(say)))
    if account is None or not known:
        raise UsageError(say, "unknown-account", name=name)
    return account


def _password(say: Say) -> str:
    given = os.environ.get(PASSWORD_VARIABLE)
    if given is not None:
        return given
    return getpass.getpass(say("password"), stream=sys.stderr)
