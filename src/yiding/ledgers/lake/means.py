"""What a point measured: a sample's own values, or a station's means over what was handed in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from yiding.ledgers.lake.factors import FACTORS
from yiding.rules import Entry


def measured(point: Entry) -> Mapping[str, Any]:
    """The values of a sample; of a station the means, of a source those of its raw water."""
    if point.kind == "station":
        return {**point.values, **means_of(point)}
    if point.kind == "intake":
        own = {name: point.values.get(name) for name in ("body", "zone", "target")}
        return {**own, **next(iter(point.values.get("raw_water") or ()), {})}
    return point.values


def means_of(station: Entry) -> dict[str, Decimal]:
    """The mean of each factor over a station's valid samples and readings."""
    found: dict[str, list[Decimal]] = {}
    for factor, value in _results(station):
        found.setdefault(factor, []).append(value)
    return {factor: sum(values, Decimal(0)) / len(values) for factor, values in found.items()}


def _results(station: Entry) -> Iterator[tuple[str, Decimal]]:
    for sample in _of(station, "sample"):
        if sample.valid is not False:
            held = ((one.name, sample.values.get(one.name)) for one in FACTORS)
            yield from ((name, one) for name, one in held if isinstance(one, Decimal))
    for reading in _of(station, "reading"):
        is_number = reading.amount is not None and reading.qualifier is None
        if reading.factor and is_number and reading.valid is not False:
            yield reading.factor, reading.amount


def _of(station: Entry, kind: str) -> Iterator[Entry]:
    """The entries of a kind that name the station by its id, code or name."""
    names = {station.id, station.values.get("code"), station.values.get("name")}
    for name in sorted(filter(None, names)):
        yield from station.batch.referring(kind, "station", name)
