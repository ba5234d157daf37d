"""Peers 对端: made known, changed, and given new secrets while the old ones hold on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction

from yiding.ledgers.powers.exchange.models import Peer
from yiding.ledgers.powers.exchange.signing import key_of, new_secret
from yiding.registry.models import Account

#: How long an old secret holds on beside a new one.
OVERLAP = timedelta(days=7)


@dataclass(frozen=True)
class Wish:
    """What is to be known of a peer: whose account writes what comes from it."""

    slug: str
    name: str
    url: str
    account: Account


def keep_peer(wish: Wish, secret: str | None, at: datetime) -> Peer:
    """Make a peer known, or change where it listens; `secret` is one that it gave, else a new one.

    Raises `BadSecret`; the account must be of a jurisdiction.
    """
    if wish.account.jurisdiction is None:
        raise TypeError(f"{wish.account.username} has no jurisdiction")
    known = {"name": wish.name, "url": wish.url, "account": wish.account, "is_active": True}
    with transaction.atomic():
        peer, is_new = Peer.objects.select_for_update().update_or_create(
            slug=wish.slug, defaults={**known, "jurisdiction": wish.account.jurisdiction}
        )
        if secret is not None or is_new:
            add_secret(peer, secret, at)
    return peer


def add_secret(peer: Peer, secret: str | None, at: datetime) -> str:
    """A further secret; those before it hold on for a week, so that both sides can change."""
    given = secret or new_secret()
    key_of(given)
    ends = (at + OVERLAP).isoformat()
    before = [
        {**one, "until": one.get("until") or ends} for one in peer.secrets if one["secret"] != given
    ]
    peer.secrets = [{"secret": given, "from": at.isoformat(), "until": None}, *before]
    peer.save(update_fields=["secrets"])
    return given
