"""Raising 预警入账: what a look at positions shows, as entries for a person to check."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from decimal import Decimal
from io import StringIO
from typing import Any

from yiding.ledgers.base.importing import import_entries
from yiding.ledgers.base.models import Entry as Row
from yiding.ledgers.base.permissions import refuse_unless_writing, sees_whole
from yiding.ledgers.base.store import Writing
from yiding.ledgers.fleet.entries import ALERT
from yiding.ledgers.fleet.positions.alerts import Alert
from yiding.ledgers.fleet.positions.practice import practice_of
from yiding.ledgers.fleet.positions.seeing import register_seen_by
from yiding.ledgers.fleet.positions.store import Store
from yiding.ledgers.fleet.positions.watching import Watched, watch
from yiding.ledgers.telemetry.series import Between
from yiding.registry.models import Account, Jurisdiction
from yiding.rules.entries import Option

_ASKED = 500


@dataclass(frozen=True)
class Raised:
    """What a look came to: all of it, the alerts that are new by kind, how many were there."""

    watched: Watched
    new: Counter[str] = field(default_factory=Counter)
    known: int = 0
    wrong: tuple[str, ...] = ()


def raise_alerts(account: Account, store: Store, between: Between, at: datetime) -> Raised:
    """Look at a span of days and bring in what is new; the same again brings nothing.

    Only vehicles that the account may open are looked at, and only who sees the whole ledger is
    told of terminals that no vehicle has. An alert that is there stays as its checker left it.
    ``Refused`` where the account may not write the ledger. Alerts whose unit the registry does not
    know are told in ``wrong``.
    """
    refuse_unless_writing(account, "fleet", account.unit)
    writing = Writing(account, "fleet", at)
    place = writing.jurisdiction
    practice = practice_of(place.code, between.last)
    watched = watch(store, register_seen_by(account, between), practice, between)
    if not sees_whole(account, "fleet"):
        watched = replace(watched, unknown={})
    there = _there(place, [one.key for one in watched.alerts])
    fresh = [one for one in watched.alerts if one.key not in there]
    if not fresh:
        return Raised(watched, known=len(there))
    name = f"预警 定位 {between.first} {between.last}.csv"
    outcome = import_entries(writing, name, sheet_of(fresh), take_good=True)
    wrong = {one.given.key for one in outcome.refused}
    new = Counter(str(one.values["alert_kind"]) for one in fresh if one.key not in wrong)
    return Raised(watched, new, len(there), tuple(one.text() for one in outcome.wrongs))


def _there(place: Jurisdiction, keys: Sequence[str]) -> set[str]:
    """Which alerts are in the ledger already, retired ones too."""
    rows = Row.objects.filter(jurisdiction=place, ledger="fleet", kind="alert")
    found: set[str] = set()
    for at in range(0, len(keys), _ASKED):
        found |= set(rows.filter(key__in=keys[at : at + _ASKED]).values_list("key", flat=True))
    return found


def sheet_of(alerts: Iterable[Alert]) -> bytes:
    """Alerts as the file that a person would bring in, with the ledger's own heads."""
    told = list(alerts)
    names = [one for one in ALERT.by_name if any(one in each.values for each in told)]
    lines = StringIO()
    writer = csv.writer(lines)
    writer.writerow(["编号", *(ALERT.by_name[one].head for one in names)])
    writer.writerows([one.key, *(_cells(one, names))] for one in told)
    return lines.getvalue().encode("utf-8-sig")


def _cells(alert: Alert, names: Iterable[str]) -> Iterator[str]:
    for name in names:
        value = alert.values.get(name)
        yield "" if value is None else _cell(value, ALERT.by_name[name].options)


def _cell(value: Any, options: tuple[Option, ...]) -> str:
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, datetime):
        return value.isoformat(sep=" ")
    if isinstance(value, Decimal):
        return f"{value:f}"
    return next((one.term for one in options if one.name == value), str(value))
