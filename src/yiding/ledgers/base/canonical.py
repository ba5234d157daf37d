"""An entry's values as the JSON that `yiding check` takes, and back. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from yiding.rules.entries import Censored, Entry, Field, Kind, Type
from yiding.rules.finding import plain


def as_json(kind: Kind, values: Mapping[str, Any]) -> dict[str, Any]:
    """Values by field name, in the kind's order: exact numbers as strings, days in ISO."""
    return _written(kind.fields, values)


def from_json(kind: Kind, fields: Mapping[str, Any]) -> dict[str, Any]:
    """The values again; what the kind no longer has is left out."""
    return _read(kind.by_name, fields)


def as_entry(kind: Kind, key: str, place: str, fields: Mapping[str, Any]) -> Entry:
    """What is stored, as the rules take it: with what follows from it."""
    return completed(kind, key, place, from_json(kind, fields))


def completed(kind: Kind, key: str, place: str, values: dict[str, Any]) -> Entry:
    """Values as the rules take them: with what follows from them, never over what was said."""
    if kind.complete is not None:
        values = {**kind.complete(values), **values}
    return Entry(kind.name, key, place, values)


def _written(fields: tuple[Field, ...], values: Mapping[str, Any]) -> dict[str, Any]:
    return {
        one.name: _WRITERS.get(one.type, _as_it_is)(one, values[one.name])
        for one in fields
        if values.get(one.name) is not None
    }


def _read(known: Mapping[str, Field], fields: Mapping[str, Any]) -> dict[str, Any]:
    return {
        name: _READERS.get(known[name].type, _as_it_is)(known[name], value)
        for name, value in fields.items()
        if name in known and value is not None
    }


def _as_it_is(_: Field, value: Any) -> Any:
    return value


def _measured_json(_: Field, value: Any) -> Any:
    return str(value) if isinstance(value, Censored) else plain(value)


def _measured(_: Field, value: str) -> Decimal | Censored:
    if value[0] in "<>":
        return Censored(value[0], Decimal(value[1:]))
    return Decimal(value) if value != str(_NOT_FOUND) else _NOT_FOUND


_NOT_FOUND = Censored("<")

_WRITERS: dict[Type, Callable[[Field, Any], Any]] = {
    Type.INTEGER: lambda _, value: plain(value),
    Type.NUMBER: lambda _, value: plain(value),
    Type.MONEY: lambda _, value: plain(value),
    Type.MEASURED: _measured_json,
    Type.DATE: lambda _, value: value.isoformat(),
    Type.MOMENT: lambda _, value: value.isoformat(),
    Type.SHARE: lambda _, value: {"part": value[0], "whole": value[1]},
    Type.LIST: lambda _, value: list(value),
    Type.DATES: lambda _, value: [one.isoformat() for one in value],
    Type.RECORDS: lambda field, value: [_written(field.fields, one) for one in value],
}

_READERS: dict[Type, Callable[[Field, Any], Any]] = {
    Type.INTEGER: lambda _, value: Decimal(value),
    Type.NUMBER: lambda _, value: Decimal(value),
    Type.MONEY: lambda _, value: Decimal(value),
    Type.MEASURED: _measured,
    Type.DATE: lambda _, value: date.fromisoformat(value),
    Type.MOMENT: lambda _, value: datetime.fromisoformat(value),
    Type.SHARE: lambda _, value: (value["part"], value["whole"]),
    Type.LIST: lambda _, value: tuple(value),
    Type.DATES: lambda _, value: tuple(date.fromisoformat(one) for one in value),
    Type.RECORDS: lambda field, value: tuple(
        _read({one.name: one for one in field.fields}, record) for record in value
    ),
}
