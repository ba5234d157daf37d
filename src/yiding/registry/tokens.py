"""Tokens 令牌: issued once in clear, kept as a digest, revoked by name; each act in the journal."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from yiding.registry.authors import record
from yiding.registry.models import Account, ApiToken

#: Says at a glance, to a person and to a scanner of sources, what the string is.
PREFIX = "yiding_"
#: The last use is written down at most so often: reading must not become writing.
_USE_NOTED_EVERY = timedelta(minutes=5)


class Scope(models.TextChoices):
    """What a token may be used for; never more than its account may do."""

    READ = "read", _("查询")
    ACT = "act", _("办理")
    IMPORT = "import", _("导入纪要")


class UnknownScope(ValueError):
    """A scope that there is not, or none at all."""


@dataclass(frozen=True)
class Issued:
    """A token just issued; ``clear`` is shown this once and never kept."""

    token: ApiToken
    clear: str


@dataclass(frozen=True)
class TokenWish:
    """What a token is to be: for what, within which scopes, until when."""

    name: str
    scopes: Iterable[str]
    expires_on: date | None = None


def issue(account: Account, wish: TokenWish, by: Account, at: datetime) -> Issued:
    """Issue a token for an account; the journal keeps who did, for what and until when."""
    wanted = _known(wish.scopes)
    clear = PREFIX + secrets.token_urlsafe(32)
    with transaction.atomic():
        token = ApiToken.objects.create(
            account=account,
            name=wish.name[:60],
            digest=digest_of(clear),
            scopes=wanted,
            expires_on=wish.expires_on,
        )
        until = wish.expires_on.isoformat() if wish.expires_on else None
        said: dict[str, Any] = {
            "token": token.pk,
            "name": token.name,
            "scopes": wanted,
            "expires_on": until,
        }
        record(by, "token.issue", account.username, at, **said)
    return Issued(token, clear)


def revoke(token: ApiToken, by: Account, at: datetime) -> ApiToken:
    """End a token now; one that has ended stays as it was."""
    with transaction.atomic():
        held = ApiToken.objects.select_for_update(of=("self",)).get(pk=token.pk)
        if held.revoked_at is None:
            held.revoked_at = at
            held.save(update_fields=["revoked_at"])
            record(by, "token.revoke", held.account.username, at, token=held.pk, name=held.name)
    return held


def digest_of(clear: str) -> str:
    """What is kept of a token: SHA-256 of 256 random bits needs no salt."""
    return hashlib.sha256(clear.encode("utf-8", "surrogatepass")).hexdigest()


def token_in_force(clear: str, at: datetime) -> ApiToken | None:
    """The token in force under a clear text; its last day is still a day of it."""
    running = Q(expires_on__isnull=True) | Q(expires_on__gte=timezone.localdate(at))
    tokens = ApiToken.objects.select_related("account__jurisdiction", "account__unit")
    found = tokens.filter(
        running, digest=digest_of(clear), revoked_at__isnull=True, account__is_active=True
    ).first()
    if found is not None:
        _note_use(found, at)
    return found


def _note_use(token: ApiToken, at: datetime) -> None:
    if token.last_used_at is None or at - token.last_used_at > _USE_NOTED_EVERY:
        ApiToken.objects.filter(pk=token.pk).update(last_used_at=at)


def _known(scopes: Iterable[str]) -> list[str]:
    wanted = sorted({str(one) for one in scopes})
    unknown = set(wanted) - set(Scope.values)
    if unknown or not wanted:
        raise UnknownScope("、".join(sorted(unknown)) or "—")
    return wanted
