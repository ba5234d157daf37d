"""The sheets and the protocol that bring entries in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from yiding.ledgers.lake.entries import KINDS
from yiding.ledgers.lake.factors import BASIC, OTHER, SOURCE
from yiding.ledgers.sheet import Columns, Sheet
from yiding.rules.entries import Field, Kind, Type

_FIRST = (
    "water_temperature",
    "ph",
    "dissolved_oxygen",
    "transparency",
    "permanganate_index",
    "ammonia_nitrogen",
    "total_phosphorus",
    "total_nitrogen",
    "chlorophyll_a",
    "algal_density",
)
"""What every manual sample has, in the order of the sheets in use."""
_DERIVED = frozenset({"amount", "cells", "has_trophic_bound"})


def _heads(fields: Iterable[Field]) -> dict[str, str]:
    return {one.term: one.name for one in fields if one.name not in _DERIVED}


def _manual(kind: Kind) -> dict[str, str]:
    """Station and time, then the usual factors, then the rest."""
    factors = {one.name: one.field for one in (*BASIC, *SOURCE, *OTHER)}
    own = [one for one in kind.fields if one.name not in factors]
    rest = [one for name, one in factors.items() if name not in _FIRST]
    return _heads([*own[:2], *(factors[one] for one in _FIRST), *own[2:], *rest])


def _sheet(kind: Kind) -> Sheet:
    keys = {"sample": ("station", "sample_time"), "reading": ("station", "sample_time", "factor")}
    fields = [one for one in kind.fields if one.type != Type.RECORDS]
    heads = _manual(kind) if kind.name == "sample" else _heads(fields)
    return Sheet(name=kind.term, kind=kind.name, heads=heads, key=keys.get(kind.name, ()))


def frames(lines: Iterable[bytes]) -> Iterator[Mapping[str, Any]]:
    """Each line of a ``.hj212`` file as an entry; its number is its id."""
    for number, line in enumerate(lines, 1):
        if line.strip():
            raw = line.decode("utf-8", "backslashreplace")
            yield {"kind": "frame", "id": str(number), "fields": {"raw": raw}}


COLUMNS = Columns(
    sheets=tuple(_sheet(one) for one in KINDS if one.name != "frame"),
    frames={".hj212": frames},
)
