"""The history in periods: what stood between two moments, written with every act."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import Any

from django.utils import timezone

from yiding.followup.matter_queries import MatterQuerySet
from yiding.followup.models import Matter, MatterPeriod
from yiding.journal.models import Event

#: The columns that a period keeps.
KEPT = (
    "state",
    "lead_id",
    "original_due_on",
    "due_on",
    "report_due_on",
    "review_on",
    "verified_on",
)


def standing_of(subject: Any) -> dict[str, Any]:
    """What a matter's event says of how it stands afterwards, under ``stands``."""
    if not isinstance(subject, Matter):
        return {}
    days = {name: getattr(subject, name) for name in KEPT if name.endswith("_on")}
    return {
        "stands": {
            "lead": subject.lead.code if subject.lead else None,
            **{name: day.isoformat() if day else None for name, day in days.items()},
        }
    }


def begin_period(subject: Any, event: Event, stood: Mapping[str, Any] | None = None) -> None:
    """End the period that runs and begin the next, if anything it keeps is not as it stood."""
    if not isinstance(subject, Matter):
        return
    values = {name: getattr(subject, name) for name in KEPT}
    if stood is not None and all(stood[name] == value for name, value in values.items()):
        return
    # not by the matter's own manager, which is made anew each time: every act comes this way
    MatterPeriod.objects.filter(matter=subject, until_at=None).update(until_at=event.at)
    MatterPeriod.objects.create(
        matter=subject,
        jurisdiction_id=subject.jurisdiction_id,
        from_at=event.at,
        event=event.seq,
        **values,
    )


def end_of_day(day: date) -> datetime:
    """The first moment after a day, in the city's own time zone."""
    return timezone.make_aware(datetime.combine(day + timedelta(days=1), time.min))


def periods_at(moment: datetime) -> MatterQuerySet:
    """Every matter as it stood at a moment: one period each, with its matter."""
    begun = MatterPeriod.objects.filter(from_at__lte=moment)
    held = begun.exclude(until_at__lte=moment)
    return held.select_related("matter", "lead")
