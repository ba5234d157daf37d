"""Chains to look at."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from django.db import transaction

from yiding.journal.models import Event
from yiding.journal.record import Author, Entry, append

START = datetime(2026, 3, 2, 1, 2, 3, 4, tzinfo=UTC)
AUTHOR = Author("supervisor", "白知远", "supervisor", "", "linhu")
OTHER = Author("xiyan-1", "石见", "supervisor", "", "xiyan")


def write(count: int, *, author: Author = AUTHOR, subject: str = "", **data: Any) -> list[Event]:
    """Some events, an hour apart, each by its own transaction."""
    made = []
    begun = Event.objects.count()
    for number in range(begun + 1, begun + count + 1):
        entry = Entry(
            "minutes.note",
            subject or f"linhu-2026-1:1.{number}.1",
            {"words": f"第{number}条", **data},
        )
        with transaction.atomic():
            made.append(append(author, entry, START + timedelta(hours=number)))
    return made
