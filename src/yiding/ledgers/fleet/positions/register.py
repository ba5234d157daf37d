"""The register 名册: which vehicle a terminal is in, and which orders there are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from yiding.ledgers.fleet.positions.fences import Fence, fences_of
from yiding.rules import Entry
from yiding.rules.parsing import BEIJING

CANCELLED = "cancelled"
#: An order that says no end.
OPEN = datetime(9999, 1, 1, tzinfo=BEIJING)


@dataclass(frozen=True, slots=True)
class Vehicle:
    """A vehicle by its entry's key, with its plate, its unit and its terminal."""

    key: str
    plate: str
    unit: str
    terminal: str

    @property
    def names(self) -> frozenset[str]:
        """What an order or a fence may call it."""
        return frozenset(map(tidy_plate, (self.key, self.plate)))


@dataclass(frozen=True, slots=True)
class Order:
    """A dispatch order by its key: of which terminal, from when to when; ``ends_at`` excluded.

    ``km`` as written on it; ``is_done``: the vehicle is back.
    """

    key: str
    terminal: str
    starts_at: datetime
    ends_at: datetime
    km: float | None = None
    is_done: bool = False


@dataclass(frozen=True, slots=True)
class Register:
    """The vehicles of a place by their terminals, their orders and their fences."""

    by_terminal: Mapping[str, Vehicle] = field(default_factory=dict)
    orders: tuple[Order, ...] = ()
    fences: tuple[Fence, ...] = ()

    def named(self, written: str) -> Vehicle | None:
        """The vehicle of a key, a plate or a terminal."""
        wanted = tidy_plate(written)
        by_terminal = self.by_terminal.get(terminal_key(written))
        return by_terminal or next(
            (one for one in self.by_terminal.values() if wanted in one.names), None
        )

    def only(self, written: str) -> Register:
        """One vehicle alone, by key, plate or terminal; none if it is unknown."""
        wanted = self.named(written)
        kept = {terminal: one for terminal, one in self.by_terminal.items() if one is wanted}
        return replace(self, by_terminal=kept)

    def fences_of(self, vehicle: Vehicle, on: date) -> list[Fence]:
        """The fences that hold for a vehicle on a day."""
        return [one for one in self.fences if one.holds(vehicle.names, vehicle.unit, on)]


def tidy_plate(written: str) -> str:
    """A plate as plates are compared: 苏E·12345 and 苏e12345 are one."""
    return "".join(each for each in written.upper() if each not in " ·.-　")


def terminal_key(written: str) -> str:
    """A terminal as the store keys it."""
    plain = tidy_plate(written)
    return plain.lstrip("0") or plain


def register_of(entries: Iterable[Entry]) -> Register:
    """The register among entries; the first vehicle of a terminal counts.

    A vehicle is known by its terminal's number, and by its plate, as exports name it.
    """
    held: dict[str, list[Entry]] = {"vehicle": [], "dispatch": [], "fence": []}
    for one in entries:
        if one.kind in held:
            held[one.kind].append(one)
    by_terminal: dict[str, Vehicle] = {}
    keys: dict[str, list[str]] = {}
    for one in held["vehicle"]:
        vehicle = _vehicle(one)
        for terminal in dict.fromkeys((terminal_key(vehicle.terminal), tidy_plate(vehicle.plate))):
            if terminal and by_terminal.setdefault(terminal, vehicle) is vehicle:
                for name in vehicle.names:
                    keys.setdefault(name, []).append(terminal)
    orders = (order for one in held["dispatch"] for order in _orders(one, keys))
    return Register(by_terminal, tuple(orders), tuple(fences_of(held["fence"])))


def _vehicle(one: Entry) -> Vehicle:
    terminal = str(one.terminal_id or "")
    return Vehicle(one.id, str(one.plate or one.id), str(one.unit or ""), terminal)


def _orders(one: Entry, keys: Mapping[str, list[str]]) -> Iterable[Order]:
    """An order once for each name under which its vehicle's positions may come."""
    starts_at = one.started_at or one.planned_start_at
    if starts_at is None or one.state == CANCELLED or one.vehicle is None:
        return
    ends_at = one.ended_at or one.planned_end_at or OPEN
    km = None if one.km is None else float(one.km)
    for terminal in keys.get(tidy_plate(str(one.vehicle)), ()):
        yield Order(
            one.id, terminal, _aware(starts_at), _aware(ends_at), km, one.ended_at is not None
        )


def _aware(moment: datetime) -> datetime:
    return moment if moment.tzinfo else moment.replace(tzinfo=BEIJING)


def within(order: Order, moment: datetime, slack: timedelta) -> bool:
    """Whether a moment lies in an order, some minutes before and after it allowed."""
    ends_at = order.ends_at if order.ends_at == OPEN else order.ends_at + slack
    return order.starts_at - slack <= moment <= ends_at
