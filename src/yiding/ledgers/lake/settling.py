"""What follows from what an entry says: canonical amounts, decoded frames, the body of water."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from yiding.ledgers.lake.factors import BY_CODE, BY_NAME
from yiding.ledgers.lake.hj212.crc import crc_text
from yiding.ledgers.lake.hj212.decode import decode
from yiding.ledgers.lake.hj212.frame import TERMINATOR, opened
from yiding.ledgers.lake.hj212.model import Reading
from yiding.ledgers.lake.options import BODY_OF_STATION, OTHER_FACTOR
from yiding.ledgers.lake.shared_fields import FACTOR, VALUE
from yiding.ledgers.lake.trophic import PARAMETERS
from yiding.ledgers.lake.unfolding import KNOWN, names_in, names_of
from yiding.rules.entries import Censored, Entry
from yiding.rules.units import UnitMismatch, convert, unit_of

_LONG, _FACTOR = names_of(VALUE), names_of(FACTOR)
_SIGNS = {"<": "below", ">": "above"}
_INHERITED = ("body", "station_kind", "target", "zone", "is_source")


def recast_wide(given: Mapping[str, Any]) -> str | None:
    """A row with a column a factor is a sample; a factor with its value is a reading."""
    names = names_in(given)
    if names & _LONG and names & _FACTOR:
        return "reading"
    return "sample" if names & KNOWN and not names & _LONG else None


def complete_reading(values: Mapping[str, Any]) -> dict[str, Any]:
    """The amount in the factor's own unit, what it bounds, and the body of water."""
    told = complete_sample(values)
    value = values.get("value")
    if isinstance(value, Censored):
        told["qualifier"] = _SIGNS[value.sign]
        value = value.bound if value.bound is not None else values.get("detection_limit")
    if isinstance(value, Decimal) and (amount := _canonical(values, value)) is not None:
        told["amount"] = amount
    return told


def _canonical(values: Mapping[str, Any], value: Decimal) -> Decimal | None:
    factor, unit = BY_NAME.get(values.get("factor", "")), values.get("unit")
    if factor is None or factor.unit is None or unit is None:
        return value
    try:
        return convert(value, unit, factor.unit)
    except UnitMismatch:
        return None


def odd_reading(values: Mapping[str, Any]) -> Iterator[str]:
    """A factor that no list has, or a unit that does not fit the factor."""
    if values.get("factor") == OTHER_FACTOR.name:
        other = values.get("other_factor", "")
        yield f"监测因子“{other}”不在因子表里，监测值照存，没有评价类别；请核对编码。"
        return
    if values.get("value") is not None and values.get("amount") is None and values.get("unit"):
        factor = BY_NAME.get(values.get("factor", ""))
        wanted = factor.unit if factor else ""
        known = "" if unit_of(values["unit"]) else "不认识，"
        yield f"单位“{values['unit']}”{known}不能换算成“{wanted}”，该值没有评价，请核对单位。"


def complete_sample(values: Mapping[str, Any]) -> dict[str, Any]:
    """What the kind of station says of the water, and whether an index lacks a number."""
    told: dict[str, Any] = {}
    kind = values.get("station_kind")
    if kind in BODY_OF_STATION:
        told["body"] = BODY_OF_STATION[kind]
    if kind == "source_intake" or values.get("zone") in {"first", "second", "quasi"}:
        told["is_source"] = True
    if any(isinstance(values.get(one), Censored) for one in PARAMETERS):
        told["has_trophic_bound"] = True
    return told


def complete_intake(values: Mapping[str, Any]) -> dict[str, Any]:
    """Raw water is read as a lake's where nothing else says it: that is what sources here are."""
    return {"body": BODY_OF_STATION["source_intake"]} if values.get("raw_water") else {}


def body_from_station(entry: Entry) -> dict[str, Any]:
    """What the entry of its station says, found by id, code or name."""
    wanted = entry.values.get("station") or entry.values.get("mn")
    if wanted is None:
        return {}
    for station in stations_named(entry, wanted):
        return {one: station.values[one] for one in _INHERITED if one in station.values}
    return {}


def stations_named(entry: Entry, wanted: str) -> Iterator[Entry]:
    """The stations of an entry's batch whose id, code or name is the one wanted."""
    if found := entry.batch.look_up("station", wanted):
        yield found
    for name in ("code", "name"):
        yield from entry.batch.referring("station", name, wanted)


def complete_algae(values: Mapping[str, Any]) -> dict[str, Any]:
    """Cells a litre, where the unit stands in a field of its own."""
    density, unit = values.get("density"), values.get("unit")
    if not isinstance(density, Decimal):
        return {}
    try:
        return {"cells": convert(density, unit or "个/L", "个/L")}
    except UnitMismatch:
        return {}


def complete_capture(values: Mapping[str, Any]) -> dict[str, Any]:
    """The days of a period, its first and its last included."""
    start, end = values.get("start_on"), values.get("end_on")
    return {"days": Decimal((end - start).days + 1)} if start and end else {}


def complete_frame(values: Mapping[str, Any]) -> dict[str, Any]:
    """The frame decoded: who sent it, when, its readings, and what is wrong with it."""
    raw = framed(str(values.get("raw", "")))
    message = decode(raw)
    segment = opened(raw, [])
    told = {
        "mn": message.mn,
        "system": message.st,
        "command": message.cn,
        "data_time": message.data_time,
        "length": Decimal(len(segment)),
        "crc": crc_text(segment).decode(),
        "fault_codes": tuple(one.code for one in message.faults),
        "fault_sentences": tuple(one.sentence for one in message.faults),
        "is_damaged": message.is_damaged,
        "readings": tuple(map(_record, message.readings)),
    }
    return {name: one for name, one in told.items() if one not in (None, "")}


def framed(text: str) -> bytes:
    r"""The bytes of a frame as a line of a file or a JSON string has it, ``\r\n`` or not."""
    bare = text.strip()
    while bare.endswith((r"\r", r"\n")):
        bare = bare[:-2]
    return bare.encode() + TERMINATOR


def odd_frame(values: Mapping[str, Any]) -> tuple[str, ...]:
    """What breaks the standard, each with its provision."""
    found: tuple[str, ...] = values.get("fault_sentences", ())
    return found


def _record(one: Reading) -> dict[str, Any]:
    factor = BY_CODE.get(one.factor)
    told = {
        "code": one.factor,
        "factor": factor.name if factor else None,
        "statistic": one.statistic,
        "value": one.value,
        "flag": one.flag,
        "valid": one.is_valid,
    }
    return {name: value for name, value in told.items() if value is not None}
