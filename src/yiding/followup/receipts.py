"""Receipts 收件回执: opening a notice is written down once, so that who received when is known."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from yiding.followup.history import RECEIPT
from yiding.followup.models import InboxItem
from yiding.journal.record import Entry, append_all
from yiding.registry.authors import author_of
from yiding.registry.models import Account


def receive(keys: Iterable[int], account: Account, at: datetime) -> int:
    """Write the receipts of the account's unread notices among ``keys``; how many were written."""
    with transaction.atomic():
        held = InboxItem.objects.select_for_update(of=("self",))
        items = list(held.filter(account=account, pk__in=list(keys), read_at__isnull=True))
        if not items:
            return 0
        append_all(author_of(account), [_entry(item) for item in items], at)
        read = InboxItem.objects.filter(pk__in=[item.pk for item in items])
        return read.update(read_at=at)


def receive_all(account: Account, at: datetime) -> int:
    """Write the receipts of everything unread."""
    return receive(_unread(account), account, at)


def receive_of(matter: int, account: Account, at: datetime) -> int:
    """Write the receipts of everything unread about one matter."""
    return receive(_unread(account, matter=matter), account, at)


def _unread(account: Account, **only: int) -> list[int]:
    items = InboxItem.objects.filter(account=account, read_at__isnull=True, **only)
    return list(items.order_by("pk").values_list("pk", flat=True))


def _entry(item: InboxItem) -> Entry:
    return Entry(RECEIPT, item.subject, {"event": item.event, "verb": item.verb})
