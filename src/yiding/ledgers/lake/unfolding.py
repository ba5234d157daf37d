"""What is given nested or joined, written out as plain fields: factors, readings, stations, bases.

Fields come and go under the names somebody wrote; nothing is read here, and what is of no field
keeps its name, so that the reading of the entry says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from yiding.ledgers.lake.factors import FACTORS
from yiding.ledgers.lake.options import OTHER_FACTOR
from yiding.ledgers.lake.shared_fields import (
    BODY,
    FACTOR,
    IS_SOURCE,
    STATION_KIND,
    TARGET,
    UNIT,
    VALID,
    VALUE,
    ZONE,
)
from yiding.rules.entries import Field
from yiding.rules.parsing import NO, YES, tidy
from yiding.rules.units import splits, unit_of

Given = Mapping[str, Any]
_STRANGE = re.compile(r"^(?P<number>[<>≤≥]?\s*[\d.,]+)\s*(?P<unit>[^\W\d]{2}.*)$")
"""A number with a word behind it that is no unit: said to be so, never left off."""


def names_of(*fields: Field) -> frozenset[str]:
    """Every name of some fields, as names are compared."""
    return frozenset(tidy(name) for one in fields for name in one.names)


KNOWN = frozenset(tidy(word) for one in FACTORS for word in one.field.names)
_OTHER = frozenset(map(tidy, (OTHER_FACTOR.name, OTHER_FACTOR.term, *OTHER_FACTOR.aliases)))
_VALUES, _UNITS, _VALID = names_of(VALUE), names_of(UNIT), names_of(VALID)
_FACTORS = names_of(FACTOR)
_NAMES = _FACTORS | frozenset(map(tidy, ("name", "名称", "quantity", "field", "指标")))
_NESTS = frozenset(
    map(
        tidy,
        ("factors", "readings", "values", "results", "items", "measurements", "监测数据", "读数"),
    )
)
_OF_STATION = names_of(BODY, STATION_KIND, TARGET, ZONE, IS_SOURCE)
_STATION_NAMES = ("code", "编码", "站点编码", "id", "name", "名称", "站名")
_IN_ZONE = frozenset(map(tidy, ("in_protection_zone", "in_zone", "在保护区内", "保护区内")))
_IN_FIRST = frozenset(
    map(tidy, ("in_first_class_zone", "in_first_zone", "first_class_zone", "一级保护区内"))
)
_BASES = frozenset(map(tidy, ("basis", "basis_rows", "依据", "依据读数")))
_FINISHED = frozenset(
    map(tidy, ("finished_water", "finished_water_results", "finished", "出厂水", "出厂水结果"))
)
_POINTS = frozenset(map(tidy, ("points", "巡查点数", "点数", "巡查点")))
_RAW = frozenset(map(tidy, ("raw_water", "raw_water_results", "raw", "原水", "原水结果", "水源水")))


def unfold_water(given: Given) -> Given:
    """A reading or a sample: ``factors``, ``readings``, the station as an object.

    ``51 ug/L`` becomes a value and its unit; a factor that is not in the list is `other_factor`.
    """
    plain = _with_station(unfold_station(given))
    names = names_in(plain)
    if not (names & _FACTORS and names & _VALUES):
        return plain
    return dict(_known_factor(_with_unit(plain)))


def unfold_station(given: Given) -> dict[str, Any]:
    """A station with what was measured there, and whether it lies in a protection zone."""
    plain = _with_zone(dict(_spread(given)))
    if not any(tidy(one) in _NESTS for one in given.keys() - plain.keys()):
        return plain
    called = [plain.pop(one) for one in ("code", "编码", "name", "名称") if one in plain]
    return {"station": called[0], **plain} if called else plain


def unfold_alarm(given: Given) -> Given:
    """A scene or an event: the readings it rests on, and whether it lies in a first-class zone."""
    plain: dict[str, Any] = {}
    for name, raw in given.items():
        if tidy(name) in _BASES and is_nested(raw):
            told = dict(_pairs(raw))
            plain = {**told, **plain, name: [_in_words(*one) for one in told.items()]}
        elif tidy(name) in _IN_FIRST and _is(raw) is not None:
            plain |= {"zone": "first"} if _is(raw) else {}
        else:
            plain[name] = raw
    return plain


def unfold_intake(given: Given) -> Given:
    """A source: results of finished and of raw water as records, however they are nested."""
    return {_intake_name(name, raw): _as_record(name, raw) for name, raw in given.items()}


def unfold_patrol(given: Given) -> Given:
    """A round: its points counted where they are listed."""
    return {
        name: len(raw) if tidy(name) in _POINTS and isinstance(raw, list | tuple) else raw
        for name, raw in given.items()
    }


def names_in(given: Iterable[str]) -> frozenset[str]:
    """The names of given fields as names are compared, units left off."""
    return frozenset(tidy(base) for name in given for base, _ in splits(str(name)))


def is_nested(raw: Any) -> bool:
    """Whether a value is an object, or a list of objects."""
    is_list = isinstance(raw, list | tuple) and bool(raw)
    return isinstance(raw, Mapping) or (is_list and all(isinstance(one, Mapping) for one in raw))


def _spread(given: Given) -> Iterator[tuple[str, Any]]:
    """Fields with nested factors laid out; what stands outside them comes last and so wins."""
    nested = [one for one in given if tidy(one) in _NESTS and is_nested(given[one])]
    for name in nested:
        yield from _pairs(given[name])
    yield from ((name, raw) for name, raw in given.items() if name not in nested)


def _pairs(raw: Any) -> Iterator[tuple[str, Any]]:
    """Factors and amounts out of an object, or out of a list with an object for each."""
    if isinstance(raw, Mapping) and not names_in(raw) & _NAMES:
        yield from ((str(name), one) for name, one in raw.items())
        return
    seen: set[str] = set()
    for one in [raw] if isinstance(raw, Mapping) else raw:
        if not names_in(one) & _NAMES:
            yield from _pairs(one)
            continue
        name, amount = _pair(one)
        yield (f"又一个{name}" if name in seen else name), amount
        seen.add(name)


def _pair(one: Given) -> tuple[str, Any]:
    """A factor's name with its amount; one that does not count goes under a name of no field."""
    name, value = str(_first(one, _NAMES)), _first(one, _VALUES)
    unit, is_valid = _first(one, _UNITS), _is(_first(one, _VALID))
    amount = value if unit is None else {"value": value, "unit": unit}
    return (f"无效的{name}" if is_valid is False else name), amount


def _first(one: Given, names: frozenset[str]) -> Any:
    return next((raw for name, raw in one.items() if tidy(name) in names), None)


def _with_station(plain: dict[str, Any]) -> dict[str, Any]:
    """A station given as an object by its code; what it says of the water beside it."""
    for name, raw in list(plain.items()):
        if isinstance(raw, Mapping) and tidy(name) in {"station", "站点", "点位"}:
            told = {_station_field(one): held for one, held in raw.items()}
            known = {one: held for one, held in told.items() if tidy(one) in _OF_STATION}
            called = next((raw[one] for one in _STATION_NAMES if raw.get(one)), None)
            return {**known, **plain, name: called}
    return plain


def _station_field(name: str) -> str:
    return STATION_KIND.name if tidy(name) in {"kind", "type", "类型"} else name


def _with_zone(plain: dict[str, Any]) -> dict[str, Any]:
    """``in_protection_zone`` says whether, or which."""
    for name, raw in list(plain.items()):
        if tidy(name) in _IN_ZONE:
            del plain[name]
            is_in = raw if isinstance(raw, bool) else _is(raw) if str(raw) not in "0123" else None
            told = {ZONE.name: raw} if is_in is None else {} if is_in else {ZONE.name: "outside"}
            source = {IS_SOURCE.name: True} if is_in else {}
            return {**told, **source, **plain}
    return plain


def _with_unit(plain: dict[str, Any]) -> dict[str, Any]:
    """The unit behind a value, in the head over it, or in an object with it, as a field."""
    for name, raw in plain.items():
        found = next(((b, unit) for b, unit in splits(name) if tidy(b) in _VALUES), None)
        if found is None:
            continue
        value, unit = _parted(raw)
        unit = unit or found[1]
        if unit and not names_in(plain) & _UNITS:
            rest = {one: held for one, held in plain.items() if one != name}
            return {**rest, VALUE.name: value, UNIT.name: unit}
    return plain


#: Behind a number of a laboratory: below this detection limit, and no litre.
_BELOW = "L"


def _parted(raw: Any) -> tuple[Any, str | None]:
    """A number and the unit behind it: ``9,000万个/升``, ``<20 μg/L``, ``{"value", "unit"}``."""
    if isinstance(raw, Mapping):
        return raw.get("value"), raw.get("unit")
    written = raw.strip() if isinstance(raw, str) else ""
    for at in range(1, len(written)):
        if not (written[at - 1].isdigit() or written[at - 1] == " "):
            continue
        unit = unit_of(written[at:])
        if unit and unit != _BELOW:
            return written[:at].strip(), unit
    strange = _STRANGE.match(written)
    return (strange["number"], strange["unit"]) if strange else (raw, None)


def _known_factor(plain: Given) -> Iterator[tuple[str, Any]]:
    """Of a code and a name the one that is known; one that no list has keeps its own name."""
    told = {name: raw for name, raw in plain.items() if tidy(name) in _FACTORS and raw}
    known = [raw for raw in told.values() if tidy(str(raw)) in KNOWN | _OTHER]
    yield from ((name, raw) for name, raw in plain.items() if name not in told)
    if known or not told:
        yield from ((FACTOR.name, raw) for raw in known[:1])
        return
    yield FACTOR.name, OTHER_FACTOR.name
    yield "other_factor", next(iter(told.values()))


def _in_words(name: str, raw: Any) -> str:
    if isinstance(raw, Mapping):
        return " ".join(str(one) for one in (name, raw.get("value"), raw.get("unit")) if one)
    return f"{name} {raw}"


def _intake_name(name: str, raw: Any) -> str:
    """Results in words have a field of their own."""
    ending = "" if is_nested(raw) or not raw else "_told"
    if tidy(name) in _FINISHED:
        return f"finished_water{ending}"
    return f"raw_water{ending}" if tidy(name) in _RAW else name


def _as_record(name: str, raw: Any) -> Any:
    is_water = tidy(name) in _FINISHED | _RAW and is_nested(raw)
    return [dict(_pairs(raw))] if is_water else raw


def _is(raw: Any) -> bool | None:
    """Yes, no, or neither."""
    written = str(raw).strip().lower()
    return True if written in YES else False if written in NO else None
