"""Appending to the journal: inside the act's own transaction, one writer at a time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from yiding.journal.canonical import canonical_line, link, moment_text
from yiding.journal.models import Event, Head


@dataclass(frozen=True)
class Author:
    """Who an event is by: account, name and desk as they were at that moment."""

    actor: str
    name: str
    role: str
    unit: str
    jurisdiction: str


@dataclass(frozen=True)
class Entry:
    """What is to be written: verb, subject by its address, outcome, and plain data."""

    verb: str
    subject: str
    data: dict[str, Any]
    outcome: str = Event.Outcome.DONE


def append(author: Author, entry: Entry, at: datetime) -> Event:
    """Add one event to the chain, inside a transaction; the head is held until its end."""
    return append_all(author, [entry], at)[0]


def append_all(author: Author, entries: list[Entry], at: datetime) -> list[Event]:
    """Add several events, in order, under one hold of the head."""
    head = _held_head()
    events = [_next_event(head, author, entry, at) for entry in entries]
    Event.objects.bulk_create(events)
    head.save(update_fields=["seq", "hash"])
    return events


def _held_head() -> Head:
    if not transaction.get_connection().in_atomic_block:
        raise transaction.TransactionManagementError("the journal is written inside an act")
    head = Head.objects.select_for_update().filter(pk=1).first()
    return head or Head.objects.create(pk=1)


def _next_event(head: Head, author: Author, entry: Entry, at: datetime) -> Event:
    fields: dict[str, Any] = {
        "seq": head.seq + 1,
        "jurisdiction": author.jurisdiction,
        "actor": author.actor,
        "name": author.name,
        "role": author.role,
        "unit": author.unit,
        "verb": entry.verb,
        "subject": entry.subject,
        "outcome": str(entry.outcome),
        "data": entry.data,
    }
    line = canonical_line({**fields, "at": moment_text(at)})
    event = Event(**fields, at=at, previous=head.hash, hash=link(head.hash, line))
    head.seq, head.hash = event.seq, event.hash
    return event
