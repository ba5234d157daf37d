"""Watching 研判: a span of days of positions looked at once, for everything a person is to see."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

import duckdb

from yiding.ledgers.fleet.positions import alerts, stops, trips
from yiding.ledgers.fleet.positions.alerts import Alert
from yiding.ledgers.fleet.positions.outside import outsides
from yiding.ledgers.fleet.positions.practice import Practice
from yiding.ledgers.fleet.positions.register import Register
from yiding.ledgers.fleet.positions.seen import alarms_of, days_seen, gone_silent
from yiding.ledgers.fleet.positions.store import Store
from yiding.ledgers.fleet.positions.trips import Trip
from yiding.ledgers.telemetry.series import Between
from yiding.rules.parsing import BEIJING


@dataclass(frozen=True, slots=True)
class Watched:
    """What a span comes to: alerts by time, trips and kilometres, terminals that nobody registered.

    ``unknown`` are those with the days on which they were seen; ``ordered_km`` of ``km`` lie in
    trips with an order. Only registered vehicles count.
    """

    alerts: tuple[Alert, ...]
    trips: int
    km: float
    ordered_km: float
    unknown: dict[str, int] = field(default_factory=dict)


def watch(store: Store, register: Register, practice: Practice, between: Between) -> Watched:
    """Look at a span of days; its alerts are those that arise in it."""
    with store.connect() as connection:
        trips.work_out(connection, store, between, practice, register.by_terminal)
        trips.join_orders(connection, register.orders, practice.slack)
        stops.work_out(connection)
        look = _Look(connection, store, register, practice, between)
        found = sorted(look.alerts(), key=lambda one: (one.values["raised_at"], one.key))
        count, km, ordered_km = connection.execute(
            'SELECT count(*), coalesce(sum(km), 0), coalesce(sum(km) FILTER ("order" IS NOT NULL), '
            "0) FROM ordered"
        ).fetchall()[0]
        unknown = {
            terminal: len(days)
            for terminal, days in sorted(look.seen().items())
            if terminal not in register.by_terminal
        }
        return Watched(tuple(found), count, float(km), float(ordered_km), unknown)


@dataclass(slots=True)
class _Look:
    """One look, with the tables `ordered` and `stops` made."""

    connection: duckdb.DuckDBPyConnection
    store: Store
    register: Register
    practice: Practice
    between: Between
    _seen: dict[str, set[date]] | None = None

    def alerts(self) -> Iterator[Alert]:
        """Everything, in no order."""
        register, practice = self.register, self.practice
        yield from alerts.of_trips(self._unordered(), register, practice)
        yield from self._off_the_fence()
        yield from self._stops()
        yield from alerts.of_orders(self._tracked(), register, practice, self.seen(), self._days())
        alarms = alarms_of(self.connection, self.store, self.between, register.by_terminal)
        yield from alerts.of_alarms(alarms, register)
        yield from self._silent()

    def seen(self) -> dict[str, set[date]]:
        """The days on which each terminal was seen within the span."""
        if self._seen is None:
            self._seen = days_seen(self.connection, self.store, self.between)
        return self._seen

    def _days(self) -> tuple[date, date]:
        return self.between.first, self.between.last

    def _unordered(self) -> Iterator[Trip]:
        where = f'"order" IS NULL AND moved_m > {self.practice.radius_m}'
        return trips.trips_in(self.connection, where)

    def _off_the_fence(self) -> Iterator[Alert]:
        areas = alerts.areas_of(self.register, self._days())
        if not areas:
            return iter(())
        found = list(outsides(self.connection, self.store, self.between, self.practice, areas))
        concerned = {one.terminal for one in found}
        by_terminal: dict[str, list[Trip]] = defaultdict(list)
        for trip in trips.trips_in(self.connection):
            if trip.terminal in concerned:
                by_terminal[trip.terminal].append(trip)
        return alerts.of_outsides(found, by_terminal, self.register)

    def _stops(self) -> Iterator[Alert]:
        practice, connection = self.practice, self.connection
        sensitive = alerts.sensitive_of(self.register, self._days())
        found = (
            (fence, stop)
            for fence, terminals in sensitive.items()
            for stop in stops.stops_within(connection, fence, practice.sensitive_stop, terminals)
        )
        yield from alerts.of_sensitive_stops(found, self.register)
        long = stops.stops_in_orders(connection, practice.long_stop)
        yield from alerts.of_long_stops(long, self.register, alerts.parking_of(self.register))

    def _tracked(self) -> dict[str, tuple[datetime, datetime, float]]:
        """Of each order with trips: the first beginning, the last end, the kilometres."""
        found = self.connection.execute(
            'SELECT "order", min(starts_at), max(ends_at), sum(km) FROM ordered '
            'WHERE "order" IS NOT NULL GROUP BY ALL'
        ).fetchall()
        return {
            key: (first.replace(tzinfo=BEIJING), last.replace(tzinfo=BEIJING), float(km))
            for key, first, last, km in found
        }

    def _silent(self) -> Iterator[Alert]:
        days = self.practice.silent_days
        before = Between(self.between.first - timedelta(days=days), self.between.last)
        seen = days_seen(self.connection, self.store, before)
        silent = gone_silent(seen, self.between, days)
        return alerts.of_silent(silent, self.register, days)
