"""What an accident comes to on a day: what was first reported, and what changed since.

Only what changes within the period counts for the grade; a correction counts whenever it comes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from yiding.ledgers.accidents.unfolding import day
from yiding.rules.entries import Entry

FACTS = (
    "occurred_at", "deaths", "severe_injuries", "light_injuries", "missing", "acute_poisonings",
    "direct_loss", "special_kind", "grade", "is_responsibility_accident", "type",
    "main_liability",
)  # fmt: skip
"""What an entry about an accident takes from it, where it does not say so itself."""
TIMES = ("occurred_at", "special_kind", "grade", "type")
NONE = Decimal(0)
_AFTER = {
    "deaths": "deaths_after",
    "severe_injuries": "severe_after",
    "direct_loss": "loss_after",
}
_CHANGES = (*_AFTER.values(), "deaths_change", "severe_change", "loss_change")


@dataclass(frozen=True, slots=True)
class Toll:
    """People dead and severely hurt (acute poisoning included), and direct loss in 元.

    None where nothing is known.
    """

    deaths: Decimal | None
    severe: Decimal | None
    loss: Decimal | None

    @property
    def is_known(self) -> bool:
        """Whether anything is."""
        return any(one is not None for one in (self.deaths, self.severe, self.loss))


def first_toll(entry: Entry) -> Toll:
    """What was first reported."""
    hurt = (entry.severe_injuries, entry.acute_poisonings)
    severe = None if hurt == (None, None) else sum((one or NONE for one in hurt), NONE)
    return Toll(entry.deaths, severe, entry.direct_loss)


def changes_of(accident: Entry) -> list[Mapping[str, Any]]:
    """Every change of an accident, in it and beside it, the earliest first."""
    found = [*(accident.supplements or ()), *_beside(accident)]
    return sorted(found, key=lambda one: one.get("at") or date.max)


def _beside(accident: Entry) -> Iterator[Mapping[str, Any]]:
    """The entries of changes that refer to it; a number they give alone is what then holds."""
    for name in dict.fromkeys(one for one in (accident.id, accident.code) if one):
        for one in accident.batch.referring("supplement", "accident", name):
            yield one.values if says_change(one.values) else _as_after(one.values)


def says_change(change: Mapping[str, Any]) -> bool:
    """Whether it says how many more or fewer, or the number that then holds."""
    return any(change.get(name) is not None for name in _CHANGES)


def _as_after(values: Mapping[str, Any]) -> dict[str, Any]:
    held = {after: values[name] for name, after in _AFTER.items() if values.get(name) is not None}
    return {**values, **held}


def last_day(occurred: date, days: int) -> date:
    """The last day a change counts on: the day of the accident is not counted, the last is."""
    return date.fromordinal(occurred.toordinal() + days)


def days_after(change: Mapping[str, Any], occurred: date | None) -> int | None:
    """How many days after the accident something changed; none where a day is not known."""
    changed = change.get("at")
    return None if None in (occurred, changed) else (changed - occurred).days  # type: ignore[operator]


def counts(change: Mapping[str, Any], occurred: date | None, window: int | None) -> bool:
    """Whether a change counts: within the period, where there is one, or a correction."""
    after = days_after(change, occurred)
    is_open = change.get("nature") == "correction" or None in (after, window)
    return is_open or after <= window  # type: ignore[operator]


def known_by(change: Mapping[str, Any], on: date | None) -> bool:
    """Whether a change was known on a day; on the day it happened, if nothing else is said."""
    told = change.get("known_on") or change.get("at")
    return on is None or told is None or told <= on


def with_change(toll: Toll, change: Mapping[str, Any]) -> Toll:
    """The toll after a change."""
    return Toll(
        _moved(toll.deaths, change.get("deaths_change"), change.get("deaths_after")),
        _moved(toll.severe, change.get("severe_change"), change.get("severe_after")),
        _moved(toll.loss, change.get("loss_change"), change.get("loss_after")),
    )


def _moved(held: Decimal | None, more: Decimal | None, then: Decimal | None) -> Decimal | None:
    if then is not None:
        return then
    return held if more is None else max((held or NONE) + more, NONE)


def toll_on(accident: Entry, on: date | None, window: int | None = None) -> Toll:
    """What is known on a day, changes within so many days counted; all of them without."""
    occurred = day(accident.occurred_at)
    toll = first_toll(accident)
    for one in changes_of(accident):
        if known_by(one, on) and counts(one, occurred, window):
            toll = with_change(toll, one)
    return toll


def mark_changed(accident: Entry) -> dict[str, Any]:
    """Whether something changed since the first report."""
    return {"is_changed": True} if changes_of(accident) else {}


def accident_of(entry: Entry) -> Entry | None:
    """The accident an entry is about, among those checked together with it."""
    if entry.kind == "accident":
        return entry
    if entry.accident is None:
        return None
    by_code = entry.batch.referring("accident", "code", entry.accident)
    return entry.batch.look_up("accident", entry.accident) or next(by_code, None)


def facts_beside(entry: Entry) -> dict[str, Any]:
    """What an entry takes from the accident it is about; of a change, no numbers."""
    accident = accident_of(entry)
    if accident is None:
        return {}
    names = TIMES if entry.kind == "supplement" else FACTS
    return {name: accident.values[name] for name in names if accident.values.get(name) is not None}
