"""Who holds an item 行使机关 on a day, by the transfers in effect; which version is in force."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from yiding.ledgers.powers.beside import item_of, of_item
from yiding.rules import Entry

CHANGES = ("transfer", "devolve", "recall", "cancel")
"""The modes that change who holds an item: commission and moving in do not."""
BEFORE = ("planned", "confirmed", "reviewed", "decided", "approved")
"""The states in which nothing has changed hands."""


@dataclass(frozen=True, slots=True)
class Holding:
    """A body that holds an item since a day; none since when where it always has."""

    body: str | None
    since: date | None


def in_effect(transfers: Iterable[Entry], on: date) -> list[Entry]:
    """The transfers that have changed a holder by a day, in the order of their cut-over."""
    moved = [one for one in transfers if one.cutover_date is not None and one.mode in CHANGES]
    held = [one for one in moved if one.cutover_date <= on and one.state not in BEFORE]
    return sorted(held, key=lambda one: one.cutover_date)


def holding_on(item: Entry, on: date) -> Holding | None:
    """Who holds an item on a day; none where nobody is named."""
    transfers = list(of_item(item, "transfer"))
    moved = in_effect(transfers, on)
    if moved:
        last = moved[-1]
        return Holding(None if last.mode == "cancel" else last.to_bureau, last.cutover_date)
    named = [one.from_dept for one in in_effect(transfers, date.max) if one.from_dept]
    first = named[0] if named else item.dept_name
    return None if first is None else Holding(first, item.plan_effective_date)


def version_on(entry: Entry, on: date | None) -> tuple[str, ...] | None:
    """The versions of an entry's item in force on a day; none where no version is kept."""
    if on is None or item_of(entry) is None:
        return None
    names = (item_of(entry) or entry).values
    rows = [one for one in entry.batch.of_kind("item") if _is_of(one, names.get("catalog_code"))]
    told = [one for one in rows or [item_of(entry) or entry] if one.task_version is not None]
    if not told:
        return None
    return tuple(one.task_version for one in told if _is_in_force(one, on))


def _is_of(item: Entry, code: str | None) -> bool:
    return code is not None and item.catalog_code == code


def _is_in_force(item: Entry, on: date) -> bool:
    """From its effective date to the day before it is cancelled."""
    starts, ends = item.plan_effective_date, item.plan_cancel_date
    return (starts is None or starts <= on) and (ends is None or on < ends)
