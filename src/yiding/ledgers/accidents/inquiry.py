"""The days of an inquiry: appraisals, extensions, the day a report came, who leads it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from yiding.ledgers.accidents.unfolding import day, level_of
from yiding.rules import Entry

LEVELS = ("unit", "county", "city", "province", "state")


def paused_days(entry: Entry) -> int:
    """Days of technical appraisal: as told, else the sum of its periods."""
    if entry.appraisal_days is not None:
        return int(entry.appraisal_days)
    return sum(_length(one) for one in entry.pauses or ())


def _length(pause: Mapping[str, Any]) -> int:
    """Days from the first to the last, the first not counted."""
    if pause.get("days") is not None:
        return int(pause["days"])
    first, last = pause.get("from_on"), pause.get("to_on")
    if first is None or last is None:
        return 0
    days: int = (last - first).days
    return days


def extension_of(entry: Entry, base: int, most: int) -> int:
    """Days of extension that count: those told, else to the day told, else all there may be."""
    if entry.extension_approved is False or entry.extended is False:
        return 0
    if entry.extension_days is not None:
        return int(entry.extension_days)
    occurred = day(entry.occurred_at)
    if entry.extended_to is not None and occurred is not None:
        first_due = date.fromordinal(occurred.toordinal() + base + paused_days(entry))
        beyond: int = (entry.extended_to - first_due).days
        return max(beyond, 0)
    return most if entry.extended or entry.extension_approved else 0


def received_on(entry: Entry) -> date | None:
    """The day the report came to who approves it."""
    received: date | None = entry.report_received_on or entry.report_at
    return received


def judged_beside(entry: Entry, kind: str = "investigation") -> bool:
    """Whether an entry of a kind is about the same accident, so that it is judged there."""
    if entry.kind == kind:
        return False
    names = (entry.id, entry.code) if entry.kind == "accident" else (entry.accident,)
    told = (entry.batch.referring(kind, "accident", name) for name in names if name)
    return any(True for some in told for _ in some)


def level_led(entry: Entry) -> str | None:
    """The level of who leads the inquiry."""
    if entry.is_entrusted is True:
        return "unit"
    return entry.level or level_of(entry.investigator) or _unit_led(entry.investigator)


def _unit_led(investigator: str | None) -> str | None:
    is_unit = bool(investigator) and investigator in ("unit", "事故单位", "事故发生单位", "本单位")
    return "unit" if is_unit else None
