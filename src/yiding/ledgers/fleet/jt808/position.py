"""A position 位置信息汇报: alarms, status, place, speed, time and additional items."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal
from functools import lru_cache
from struct import Struct
from typing import NamedTuple

from yiding.ledgers.fleet.jt808.faults import Fault
from yiding.rules.parsing import BEIJING

_BASE = Struct(">IIIIHHH")
TIME_AT, ITEMS_AT = 22, 28
ACC, POSITIONED, SOUTH, WEST = 1 << 0, 1 << 1, 1 << 2, 1 << 3
STATUS_BITS = {
    0: "ACC开", 1: "定位", 2: "南纬", 3: "西经", 10: "油路断开", 11: "电路断开", 12: "车门加锁",
    18: "GPS", 19: "北斗", 20: "GLONASS", 21: "Galileo",
}  # fmt: skip
"""Status 状态 by bit."""
ALARM_BITS = {
    0: "紧急报警", 1: "超速报警", 2: "疲劳驾驶", 4: "GNSS模块故障", 5: "GNSS天线未接或剪断",
    6: "GNSS天线短路", 7: "主电源欠压", 8: "主电源掉电", 19: "超时停车", 20: "进出区域",
    21: "进出路线", 23: "路线偏离",
}  # fmt: skip
"""Alarms 报警 by bit."""
#: Additional items that are read, and how many bytes each must have.
MILEAGE, FUEL, RECORDER_SPEED = 0x01, 0x02, 0x03
LENGTHS = {MILEAGE: 4, FUEL: 2, RECORDER_SPEED: 2}
TENTH = Decimal("0.1")
MICRO = Decimal("0.000001")


class Position(NamedTuple):
    """One position.

    ``alarm`` and ``status`` are bits, ``lat_e6`` and ``lon_e6`` millionths of a degree with the
    sign of south and west, none where there is no fix or no such place; ``altitude_m`` metres,
    ``speed_tenths`` tenths of km/h, ``direction`` degrees from north, ``at`` China's time, none
    where it cannot be read; ``mileage_tenths`` tenths of km, ``fuel_tenths`` tenths of a litre,
    ``recorder_tenths`` tenths of km/h, none where not sent; ``items`` are the other additional
    items by ID as they came.
    """

    alarm: int
    status: int
    lat_e6: int | None
    lon_e6: int | None
    altitude_m: int
    speed_tenths: int
    direction: int
    at: datetime | None
    mileage_tenths: int | None = None
    fuel_tenths: int | None = None
    recorder_tenths: int | None = None
    items: tuple[tuple[int, bytes], ...] = ()

    @property
    def is_positioned(self) -> bool:
        """Bit 1 of the status: the terminal knew where it was."""
        return bool(self.status & POSITIONED)

    @property
    def is_acc_on(self) -> bool:
        """Bit 0 of the status."""
        return bool(self.status & ACC)

    @property
    def lat(self) -> Decimal | None:
        """Degrees north."""
        return None if self.lat_e6 is None else self.lat_e6 * MICRO

    @property
    def lon(self) -> Decimal | None:
        """Degrees east."""
        return None if self.lon_e6 is None else self.lon_e6 * MICRO

    @property
    def speed_kmh(self) -> Decimal:
        """Kilometres an hour."""
        return self.speed_tenths * TENTH

    @property
    def mileage_km(self) -> Decimal | None:
        """The odometer, in kilometres."""
        return None if self.mileage_tenths is None else self.mileage_tenths * TENTH

    @property
    def fuel_l(self) -> Decimal | None:
        """What is in the tank, in litres."""
        return None if self.fuel_tenths is None else self.fuel_tenths * TENTH

    def as_json(self) -> dict[str, object]:
        """The position for JSON: exact numbers as text, bits beside their names."""
        return {
            "at": self.at.isoformat() if self.at else None,
            "lat": _text(self.lat), "lon": _text(self.lon),
            "is_positioned": self.is_positioned, "is_acc_on": self.is_acc_on,
            "altitude_m": self.altitude_m, "speed_kmh": str(self.speed_kmh),
            "direction": self.direction, "mileage_km": _text(self.mileage_km),
            "fuel_l": _text(self.fuel_l),
            "status": self.status, "status_names": list(named(self.status, STATUS_BITS)),
            "alarm": self.alarm, "alarm_names": list(named(self.alarm, ALARM_BITS)),
            "items": {f"{number:02X}": value.hex().upper() for number, value in self.items},
        }  # fmt: skip


def named(bits: int, names: dict[int, str]) -> Iterator[str]:
    """The names of the bits that are set; a bit without one by its number."""
    return (names.get(at, f"位{at}") for at in range(32) if bits >> at & 1)


def read_position(body: bytes, faults: list[Fault]) -> Position | None:
    """A position from its bytes; none where they are too few."""
    if len(body) < ITEMS_AT:
        faults.append(Fault("body_short", str(len(body))))
        return None
    alarm, status, lat, lon, altitude, speed, direction = _BASE.unpack_from(body)
    lat = -lat if status & SOUTH else lat
    lon = -lon if status & WEST else lon
    is_there = abs(lat) <= 90_000_000 and abs(lon) <= 180_000_000
    if not is_there:
        faults.append(Fault("out_of_range", f"{lat * MICRO}，{lon * MICRO}"))
    has_place = is_there and bool(status & POSITIONED)
    at = moment_of(body[TIME_AT:ITEMS_AT])
    if at is None:
        faults.append(Fault("bad_time", body[TIME_AT:ITEMS_AT].hex().upper()))
    read, items = _items(body, faults)
    return Position(
        alarm,
        status,
        lat if has_place else None,
        lon if has_place else None,
        altitude,
        speed,
        direction,
        at,
        read.get(MILEAGE),
        read.get(FUEL),
        read.get(RECORDER_SPEED),
        items,
    )


@lru_cache(maxsize=4096)
def moment_of(bcd: bytes) -> datetime | None:
    """Six bytes YYMMDDhhmmss of China's time; none of a time that there is not."""
    text = bcd.hex()
    if len(text) != 12 or not text.isdecimal():
        return None
    try:
        return datetime.fromisoformat(f"20{text[:6]}T{text[6:]}").replace(tzinfo=BEIJING)
    except ValueError:
        return None


def _items(
    body: bytes, faults: list[Fault]
) -> tuple[dict[int, int], tuple[tuple[int, bytes], ...]]:
    """The items that are read, as numbers, and the others as they came."""
    read: dict[int, int] = {}
    others: list[tuple[int, bytes]] = []
    at = ITEMS_AT
    while at < len(body):
        number, end = body[at], at + 2 + (body[at + 1] if at + 1 < len(body) else 256)
        if end > len(body):
            faults.append(Fault("items_cut", f"0x{number:02X}"))
            break
        value = body[at + 2 : end]
        if LENGTHS.get(number) == len(value):
            read.setdefault(number, int.from_bytes(value, "big"))
        else:
            others.append((number, value))
            if number in LENGTHS:
                faults.append(Fault("item_length", f"0x{number:02X}"))
        at = end
    return read, tuple(others)


def _text(number: Decimal | None) -> str | None:
    return None if number is None else str(number)
