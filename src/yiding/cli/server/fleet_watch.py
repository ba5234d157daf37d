"""``yiding fleet watch`` and ``trips``: a span of days of positions, for an account."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from rich.table import Table

from yiding.cli import screen
from yiding.cli.messages import Say
from yiding.cli.server.start import account_named, start
from yiding.cli.usage import DONE, REFUSED, UNREADABLE, UsageError
from yiding.ledgers.fleet.event_choices import ALERTS
from yiding.ledgers.fleet.positions.store import POSITIONS, Store
from yiding.ledgers.telemetry.series import Between

if TYPE_CHECKING:
    from yiding.cli.server.fleet_command import Look
    from yiding.ledgers.fleet.positions.raising import Raised
    from yiding.ledgers.fleet.positions.register import Register
    from yiding.registry.models import Account

_TERMS = {one.name: one.term for one in ALERTS}
HEADS = (
    "vehicle", "unit", "starts_at", "ends_at", "km", "moved_m", "fastest_kmh", "points", "order",
)  # fmt: skip


def watch_days(between: Between, store: Store, look: Look, say: Say) -> int:
    """Raise what they show, and say what came of it."""
    start(say)
    from django.utils import timezone, translation  # noqa: PLC0415 - after start

    from yiding.followup.refusals import Refused  # noqa: PLC0415 - after start
    from yiding.ledgers.fleet.positions.raising import raise_alerts  # noqa: PLC0415 - after start

    account = account_named(look.username, say)
    if not store.files_of(POSITIONS, between):
        print(say("fleet-no-positions"), file=sys.stderr)
        return UNREADABLE
    with translation.override("en" if look.language == "en" else "zh-hans"):
        try:
            raised = raise_alerts(account, store, between, timezone.now())
        except Refused as refused:
            found, remedy = refused.refusal.found_text(), refused.refusal.remedy_text()
            guard = refused.refusal.guard
            print(say("refused", guard=guard, found=found, remedy=remedy), file=sys.stderr)
            return REFUSED
    for line in _told(raised, between, say):
        print(line)
    for wrong in raised.wrong:
        print(wrong, file=sys.stderr)
    return DONE


def _told(raised: Raised, between: Between, say: Say) -> Iterator[str]:
    watched = raised.watched
    share = f"{watched.ordered_km / watched.km:.1%}" if watched.km else "—"
    yield say(
        "fleet-watched", since=between.first, until=between.last, trips=watched.trips,
        km=f"{watched.km:.1f}", share=share,
    )  # fmt: skip
    if raised.new:
        kinds = "，".join(f"{_TERMS[name]} {count}" for name, count in raised.new.most_common())
        yield say("fleet-raised", count=raised.new.total(), kinds=kinds)
    else:
        yield say("fleet-nothing-raised")
    if raised.known:
        yield say("fleet-known", count=raised.known)
    for terminal, days in watched.unknown.items():
        yield say("fleet-unknown", terminal=terminal, days=days)


def list_trips(between: Between, store: Store, look: Look, say: Say) -> int:
    """Those of the vehicles that an account sees, or of the one asked for."""
    start(say)
    account = account_named(look.username, say)
    rows = _rows(between, store, (account, _register(account, between, look.vehicle, say)))
    if look.form == "json":
        for row in rows:
            json.dump(row, sys.stdout, ensure_ascii=False)
            print()
    elif look.form == "csv":
        writer = csv.DictWriter(sys.stdout, HEADS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    else:
        _print(rows)
    return DONE


def _register(account: Account, between: Between, vehicle: str | None, say: Say) -> Register:
    """The vehicles that an account sees, or the one asked for."""
    from yiding.ledgers.fleet.positions.seeing import register_seen_by  # noqa: PLC0415

    register = register_seen_by(account, between)
    if vehicle is None:
        return register
    register = register.only(vehicle)
    if not register.by_terminal:
        raise UsageError(say, "fleet-no-vehicle", given=vehicle)
    return register


def _rows(
    between: Between, store: Store, whose: tuple[Account, Register]
) -> Iterable[dict[str, Any]]:
    from yiding.ledgers.fleet.positions import trips  # noqa: PLC0415 - after start
    from yiding.ledgers.fleet.positions.practice import practice_of  # noqa: PLC0415 - after start

    account, register = whose
    place = account.jurisdiction.code if account.jurisdiction else ""
    practice = practice_of(place, between.last)
    with store.connect() as connection:
        trips.work_out(connection, store, between, practice, register.by_terminal)
        trips.join_orders(connection, register.orders, practice.slack)
        for one in trips.trips_in(connection):
            car = register.by_terminal[one.terminal]
            yield {
                "vehicle": car.plate, "unit": car.unit,
                "starts_at": one.starts_at.isoformat(), "ends_at": one.ends_at.isoformat(),
                "km": one.km, "moved_m": one.moved_m, "fastest_kmh": one.fastest_kmh,
                "points": one.points, "order": one.order,
            }  # fmt: skip


def _print(rows: Iterable[dict[str, Any]]) -> None:
    table = Table(*HEADS)
    for row in rows:
        table.add_row(*("" if row[name] is None else str(row[name]) for name in HEADS))
    screen.results().print(table)
