"""An account as the journal names it, and acts on the registry itself."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction

from yiding.journal.models import Event
from yiding.journal.record import Author, Entry, append
from yiding.registry.models import Account


def author_of(account: Account) -> Author:
    """The account as the journal names it."""
    return Author(
        actor=account.username,
        name=account.name,
        role=account.role,
        unit=account.unit.code if account.unit else "",
        jurisdiction=account.jurisdiction.slug if account.jurisdiction else "",
    )


def record(
    account: Account, verb: str, subject: str, at: datetime, *, done: bool = True, **data: Any
) -> Event:
    """Write down an act that has no states: signing in, keeping the registry, giving a role."""
    outcome = Event.Outcome.DONE if done else Event.Outcome.DENIED
    with transaction.atomic():
        return append(author_of(account), Entry(verb, subject, data, outcome), at)
