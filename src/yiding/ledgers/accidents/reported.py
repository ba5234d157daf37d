"""The reports of an accident, in it and beside it, and when each level had been told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from yiding.ledgers.accidents.counting import accident_of
from yiding.ledgers.accidents.unfolding import complete_report
from yiding.rules import Entry

LEVELS = ("unit", "county", "city", "province", "state")
"""From the unit upwards."""


def reports_of(entry: Entry) -> Iterator[Mapping[str, Any]]:
    """A report itself; of an accident, what the unit did and the reports written in it."""
    if entry.kind == "report":
        yield entry.values
        return
    if (entry.told_at is not None and entry.reported_at is not None) or entry.minutes is not None:
        yield {**entry.values, "step": "unit"}
    for one in entry.reports or ():
        yield {**complete_report(one), **one}


def received_before(report: Mapping[str, Any], entry: Entry) -> datetime | None:
    """When the sender had been told: by the report that reached it."""
    sender = report.get("from_body")
    if sender is None:
        return None
    told = (one.get("reported_at") for one in _all(entry) if one.get("to_body") == sender)
    return next((one for one in told if isinstance(one, datetime)), None)


def _all(entry: Entry) -> Iterator[Mapping[str, Any]]:
    """Every report of the same accident."""
    accident = accident_of(entry)
    if accident is not None:
        yield from accident.reports or ()
    name = entry.id if entry.kind == "accident" else entry.accident
    if name is not None:
        yield from (one.values for one in entry.batch.referring("report", "accident", name))
