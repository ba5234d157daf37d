"""The store 定位库 of the fleet: positions and faults.

Positions by day: a city's ten thousand vehicles give ten to thirty million of them a day. A
terminal is known by its number without the noughts before it, which is the same in both editions
of its protocol. Numbers are whole, as they are sent: millionths of a degree, tenths of a kilometre
an hour, of a kilometre and of a litre.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from yiding.ledgers.telemetry import store
from yiding.ledgers.telemetry.series import FAULTS, Series

POSITIONS = Series(
    name="positions",
    table="incoming",
    columns={
        "terminal": "VARCHAR",
        "located_at": "TIMESTAMP",
        "lat_e6": "INTEGER",
        "lon_e6": "INTEGER",
        "altitude_m": "INTEGER",
        "speed_tenths": "INTEGER",
        "direction": "INTEGER",
        "alarm": "UINTEGER",
        "status": "UINTEGER",
        "mileage_tenths": "UINTEGER",
        "fuel_tenths": "UINTEGER",
        "items": "VARCHAR",
        "received_at": "TIMESTAMP",
        "seq": "BIGINT",
    },
    at="located_at",
    order="terminal, located_at",
    by="day",
    key=("terminal", "located_at"),
    says=(
        "lat_e6", "lon_e6", "altitude_m", "speed_tenths", "direction", "alarm", "status",
        "mileage_tenths", "fuel_tenths", "items",
    ),
)  # fmt: skip
"""Positions as they come; the place is null where the terminal did not know it."""


@dataclass(frozen=True, slots=True)
class Store(store.Store):
    """The store of the fleet by its folder."""

    ledger: ClassVar[str] = "fleet"
    schema: ClassVar[str] = "yiding/fleet-store/1"
    series: ClassVar[tuple[Series, ...]] = (POSITIONS, FAULTS)
