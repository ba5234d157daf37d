"""Replaying the journal: what matters say of themselves against what their events say of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice, pairwise
from typing import Any

from django.db.models import Exists, OuterRef

from yiding.followup.models import Matter, MatterPeriod
from yiding.followup.periods import KEPT
from yiding.journal.models import Event

#: How many matters are compared at a time.
BATCH = 500
#: The verbs whose subject is a matter.
VERBS = "matter."

Stand = dict[str, str | None]


@dataclass(frozen=True)
class Difference:
    """不符: a matter, or its history in periods, is not what its events make it.

    ``what`` names the column, ``periods``, ``from`` where two events do not join, or ``matter``
    where there is none; ``recorded`` is what the events say and ``stored`` what the database holds.
    """

    address: str
    what: str
    recorded: str
    stored: str


def differences() -> Iterator[Difference]:
    """Every matter that differs from its replay: its address once, by the first thing found."""
    matters = Matter.objects.select_related("lead").order_by("pk").iterator(chunk_size=BATCH)
    while batch := list(islice(matters, BATCH)):
        yield from _differences_of(batch)
    yield from _gone()


def _differences_of(matters: list[Matter]) -> Iterator[Difference]:
    events, periods = _events_of(matters), _periods_of(matters)
    for matter in matters:
        found = replayed(matter, events[matter.address], periods[matter.pk])
        yield from islice(found, 1)


def replayed(
    matter: Matter, events: list[Event], periods: list[MatterPeriod]
) -> Iterator[Difference]:
    """How a matter differs from what its events, in order, make it."""
    for before, after in pairwise(events):
        if before.data["to"] != after.data["from"]:
            yield Difference(matter.address, "from", before.data["to"], after.data["from"])
    if events:
        yield from _unlike(matter.address, _recorded(events[-1]), _stand(matter))
    yield from _unlike_periods(matter.address, events, periods)


def _unlike(address: str, recorded: Stand, stored: Stand) -> Iterator[Difference]:
    for what, value in recorded.items():
        if value != stored[what]:
            yield Difference(address, what, str(value), str(stored[what]))


def _unlike_periods(
    address: str, events: list[Event], periods: list[MatterPeriod]
) -> Iterator[Difference]:
    own = {event.seq for event in events}
    # what stood before the first act was written with the minutes, under their event
    given = [period for period in periods if period.event not in own]
    kept = [period for period in periods if period.event in own]
    begun = [(event.seq, stand) for event, stand in _changes(events, given)]
    if [seq for seq, _ in begun] != [period.event for period in kept]:
        held = " ".join(str(period.event) for period in kept)
        yield Difference(address, "periods", " ".join(str(seq) for seq, _ in begun), held)
        return
    for (seq, stand), period in zip(begun, kept, strict=True):
        for found in _unlike(address, stand, _stand(period)):
            yield replace(found, what=f"{seq} {found.what}")
    if not _joined(periods):
        yield Difference(address, "periods", "…", _moments(periods))


def _changes(events: list[Event], given: list[MatterPeriod]) -> Iterator[tuple[Event, Stand]]:
    """The events after which something stands otherwise, and what stands then."""
    stand = _stand(given[-1]) if given else None
    for event in events:
        recorded = _recorded(event)
        if stand is None or any(stand[what] != value for what, value in recorded.items()):
            yield event, recorded
        stand = recorded


def _joined(periods: list[MatterPeriod]) -> bool:
    """Does each period begin where the one before ends, and does the last one run?"""
    ends = [period.until_at for period in periods]
    begins = [period.from_at for period in periods[1:]]
    return ends == [*begins, None] if periods else True


def _recorded(event: Event) -> Stand:
    return {"state": event.data["to"], **event.data["stands"]}


def _stand(row: Matter | MatterPeriod) -> Stand:
    lead = row.lead.code if row.lead else None
    days = {name: _day(getattr(row, name)) for name in KEPT if name.endswith("_on")}
    return {"state": str(row.state), "lead": lead, **days}


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _moments(periods: list[MatterPeriod]) -> str:
    return " ".join(f"{period.from_at}/{period.until_at or ''}" for period in periods)


def _events_of(matters: list[Matter]) -> dict[str, list[Event]]:
    found = Event.objects.filter(
        subject__in=[matter.address for matter in matters],
        verb__startswith=VERBS,
        outcome=Event.Outcome.DONE,
    )
    # an event that only says a matter is there has no standing: what it began is given
    acts = (event for event in found.order_by("seq") if "stands" in event.data)
    return _grouped(acts, "subject")


def _periods_of(matters: list[Matter]) -> dict[int, list[MatterPeriod]]:
    found = MatterPeriod.objects.filter(matter__in=matters).select_related("lead")
    return _grouped(found.order_by("from_at", "pk"), "matter_id")


def _grouped(rows: Iterable[Any], name: str) -> dict[Any, list[Any]]:
    groups: dict[Any, list[Any]] = defaultdict(list)
    for row in rows:
        groups[getattr(row, name)].append(row)
    return groups


def _gone() -> Iterator[Difference]:
    """Matters that have events and are no longer there."""
    there = Matter.objects.filter(address=OuterRef("subject"))
    done = Event.objects.filter(verb__startswith=VERBS, outcome=Event.Outcome.DONE)
    lost = done.filter(~Exists(there)).order_by("subject").values_list("subject", flat=True)
    for address in lost.distinct():
        yield Difference(address, "matter", address, "")
