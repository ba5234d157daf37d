"""The roll: who was present, absent, observing, and who took the record 出席、缺席、列席、记录."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiding.reading.model import Attendance, Observer, Person, Recorder
from yiding.reading.people import unit_of
from yiding.reading.rollcall import labelled, told

if TYPE_CHECKING:
    from yiding.reading.parts import Parts
    from yiding.reading.roster import Entry
    from yiding.reading.sheet import Sheet

_NOBODY = frozenset({"暂无", "没有"})
_MASKED = frozenset({"xx", "xxx", "××", "×××", "XX", "XXX"})


def attendance_of(sheet: Sheet, parts: Parts) -> Attendance:
    """The roll of one meeting: what its labels say, and from prose what they leave out."""
    called = _called(sheet, parts)
    return Attendance(
        tuple(_persons(sheet, called.get("present", []))),
        tuple(_persons(sheet, called.get("absent", []))),
        tuple(_observers(sheet, called.get("observers", []))),
        _recorder(sheet, called.get("record", [])),
    )


def _called(sheet: Sheet, parts: Parts) -> dict[str, list[Entry]]:
    called: dict[str, list[Entry]] = {}
    for kind, entries in labelled(sheet, sorted([*parts.roll, *parts.tail])):
        called.setdefault(kind, []).extend(entries)
    if {"present", "observers"} <= called.keys():
        return called
    under_labels = frozenset(called)
    for kind, entries in told(sheet, [*parts.opening, *parts.body]):
        if kind not in under_labels:
            called.setdefault(kind, []).extend(entries)
    return called


def _persons(sheet: Sheet, entries: list[Entry]) -> list[Person]:
    """Everyone named, once; a unit alone is nobody, nor is the ××× of a specimen."""
    found: list[Person] = []
    seen = {*_NOBODY, *_MASKED}
    for entry in entries:
        name = entry.name
        if name and name not in seen:
            found.append(Person(name, entry.post, entry.unit, sheet.span(*entry.span)))
            seen.add(name)
    return found


def _observers(sheet: Sheet, entries: list[Entry]) -> list[Observer]:
    """Units with those who came for them; an individual stands alone, without a unit."""
    found: list[Observer] = []
    for entry in entries:
        if entry.name in _MASKED:
            continue
        span, name = sheet.span(*entry.span), entry.name
        unit = entry.unit or (unit_of(entry.post) if entry.post else None)
        if entry.linked and found and name and _goes_with(found[-1], unit):
            last = found[-1]
            begin = last.span[0] if last.span else span[0]
            found[-1] = Observer(unit, (*last.names, name), span=(begin, span[1]))
        elif name:
            found.append(Observer(unit, (name,), entry.representative, span))
        elif unit and not entry.label:
            found.append(Observer(unit, (), entry.representative, span))
    return found


def _goes_with(last: Observer, unit: str | None) -> bool:
    return bool(unit and last.unit == unit and last.names)


def _recorder(sheet: Sheet, entries: list[Entry]) -> Recorder | None:
    for entry in entries:
        if entry.name and entry.name not in _MASKED:
            return Recorder(entry.name, sheet.span(*entry.span))
    return None
