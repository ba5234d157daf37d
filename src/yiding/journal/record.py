"""Appending to the journal: inside the act's own transaction, one writer at a time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from yiding.journal.canonical import plain_data
from yiding.journal.models import Checkpoint, Event, Head
from yiding.journal.verify import link

_OF_THE_HEAD = ("seq", "hash", "marked_on")


class NoHead(RuntimeError):
    """The journal's head is gone: somebody changed the database by hand."""


class LostEvents(RuntimeError):
    """Events that were appended under one hold of the head are gone again."""

    def __init__(self, began: int, ended: int) -> None:
        super().__init__(f"events after {began} up to {ended} were rolled back within one hold")


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


_standing: ContextVar[Head | None] = ContextVar("standing", default=None)


@contextmanager
def head_stands() -> Iterator[None]:
    """While one transaction appends thousands of events, read the head once and write it once.

    Whatever is appended inside must stay: raises LostEvents where a part of it was rolled back, so
    that the transaction fails as a whole.
    """
    head = held_head()
    began = head.seq
    token = _standing.set(head)
    try:
        yield
    finally:
        _standing.reset(token)
    if Event.objects.filter(seq__gt=began).count() != head.seq - began:
        raise LostEvents(began, head.seq)
    head.save(update_fields=_OF_THE_HEAD)


def append(author: Author, entry: Entry, at: datetime) -> Event:
    """Add one event to the chain, inside a transaction; the head is held until its end."""
    return append_all(author, [entry], at)[0]


def append_all(author: Author, entries: list[Entry], at: datetime) -> list[Event]:
    """Add several events, in order, under one hold of the head."""
    head = held_head()
    _mark_the_day(head, at)
    events = [_next_event(head, author, entry, at) for entry in entries]
    Event.objects.bulk_create(events)
    if head is not _standing.get():
        head.save(update_fields=_OF_THE_HEAD)
    return events


def held_head() -> Head:
    """The head, held until the transaction ends: nobody else appends in between."""
    if not transaction.get_connection().in_atomic_block:
        raise transaction.TransactionManagementError("the journal is written inside an act")
    standing = _standing.get()
    if standing is not None:
        return standing
    head = Head.objects.select_for_update().filter(pk=1).first()
    if head is None:
        raise NoHead("journal_head is empty; run `yiding verify` to see what was changed")
    return head


def keep_checkpoint(at: datetime) -> Checkpoint | None:
    """Keep the hash the chain ends in now; none where it is kept already or nothing is written."""
    with transaction.atomic():
        return _keep(held_head(), at)


def _mark_the_day(head: Head, at: datetime) -> None:
    """Before the first event of a day, keep where the chain stood."""
    today = timezone.localdate(at)
    if head.marked_on is None or head.marked_on < today:
        _keep(head, at)
        head.marked_on = today


def _keep(head: Head, at: datetime) -> Checkpoint | None:
    if head.seq == 0 or Checkpoint.objects.filter(seq=head.seq).exists():
        return None
    return Checkpoint.objects.create(seq=head.seq, hash=head.hash, at=at)


def _next_event(head: Head, author: Author, entry: Entry, at: datetime) -> Event:
    event = Event(
        seq=head.seq + 1,
        at=at,
        jurisdiction=author.jurisdiction,
        actor=author.actor,
        name=author.name,
        role=author.role,
        unit=author.unit,
        verb=entry.verb,
        subject=entry.subject,
        outcome=str(entry.outcome),
        data=plain_data(entry.data),
        previous=head.hash,
    )
    event.hash = link(head.hash, event.link().digest)
    head.seq, head.hash = event.seq, event.hash
    return event
