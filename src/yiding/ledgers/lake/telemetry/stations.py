"""Stations 站点: what the ledger says of whoever sends readings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from yiding.rules import Entry


@dataclass(frozen=True, slots=True)
class Station:
    """A station by its code, which is the MN of its messages; `body` is ``lake`` or ``river``."""

    code: str
    name: str
    body: str | None = None
    kind: str | None = None
    target: str | None = None
    zone: str | None = None
    lon: Decimal | None = None
    lat: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Register:
    """The stations of a place by code."""

    by_code: Mapping[str, Station] = field(default_factory=dict)

    def name_of(self, code: str) -> str:
        """Its name, else its code."""
        found = self.by_code.get(code)
        return found.name if found else code

    def lakes(self) -> tuple[str, ...]:
        """The codes of those that are not in a river."""
        return tuple(code for code, one in self.by_code.items() if one.body != "river")


def register_of(entries: Iterable[Entry]) -> Register:
    """The stations among entries; the first of a code counts."""
    found: dict[str, Station] = {}
    for one in entries:
        if one.kind == "station":
            code = str(one.code or one.id)
            found.setdefault(code, _station(code, one))
    return Register(found)


def _station(code: str, one: Entry) -> Station:
    return Station(
        code=code,
        name=str(one.name or code),
        body=one.body,
        kind=one.station_kind,
        target=one.target,
        zone=one.zone,
        lon=one.lon,
        lat=one.lat,
    )
