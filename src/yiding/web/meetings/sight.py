"""Who sees which topics and meetings, and how much of their history."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet

from yiding.followup.history import SEES_DENIALS, Reader, Told, history_of, unit_names
from yiding.followup.models import Meeting, Topic
from yiding.journal.models import Event
from yiding.registry.models import Account
from yiding.registry.roles import OF_A_UNIT, SEES_ALL

#: What was said in the room stays with those who prepare meetings and those who audit them.
_NOT_FOR_UNITS = "dissent"


def topics_seen_by(account: Account) -> QuerySet[Topic]:
    """A unit's own topics; all of them for those who see all."""
    rows = Topic.objects.filter(jurisdiction=account.jurisdiction_id)
    if account.role in SEES_ALL:
        return rows
    return rows.filter(unit=account.unit_id) if account.unit_id else rows.none()


def meetings_seen_by(account: Account) -> QuerySet[Meeting]:
    """For a unit the meetings it was called to or has a topic at."""
    rows = Meeting.objects.filter(jurisdiction=account.jurisdiction_id)
    if account.role in SEES_ALL:
        return rows
    if not account.unit_id:
        return rows.none()
    called = Q(attendance__unit=account.unit_id) | Q(topics__unit=account.unit_id)
    return rows.filter(pk__in=rows.filter(called).values("pk"))


def past_of(subject: Any, account: Account) -> list[Told]:
    """The history of a topic or a meeting, newest first."""
    events = list(Event.objects.filter(subject=subject.address).order_by("seq"))
    if account.role in OF_A_UNIT:
        for event in events:
            event.data = {key: one for key, one in event.data.items() if key != _NOT_FOR_UNITS}
    reader = Reader(sees_denials=account.role in SEES_DENIALS)
    return history_of(events, unit_names(subject.jurisdiction, events), reader)
