"""The fields of an act as JSON Schema: their kinds, what is required, what can be chosen."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from typing import Any

from django import forms

from yiding.api.bodies import SEEN, Fields
from yiding.followup.names_fields import UnitNamesField

#: So many choices are written out; past them only the kind is said.
_WRITTEN_OUT = 500


def schema_of(fields: Fields, *, with_choices: bool) -> dict[str, Any]:
    """The object a write takes; ``with_choices`` asks the database what can be chosen now."""
    properties = {name: field_schema(one, with_choices) for name, one in fields.items()}
    properties[SEEN] = {"type": "integer", "title": SEEN, "minimum": 0}
    required = [name for name, one in fields.items() if one.required]
    schema: dict[str, Any] = {
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
    }
    return {**schema, "required": required} if required else schema


def field_schema(one: forms.Field, with_choices: bool) -> dict[str, Any]:
    """One field."""
    said: dict[str, Any] = {"title": str(one.label or "")}
    if one.help_text:
        said["description"] = str(one.help_text)
    return {**said, **_kind(one, with_choices)}


def has_files(fields: Fields) -> bool:
    """Does the act take a file, so that it needs a form?"""
    return any(isinstance(one, forms.FileField) for one in fields.values())


def _kind(one: forms.Field, with_choices: bool) -> dict[str, Any]:
    if isinstance(one, forms.ModelMultipleChoiceField | forms.MultipleChoiceField):
        return {"type": "array", "items": {"type": "string", **_choices(one, with_choices)}}
    if isinstance(one, forms.ModelChoiceField):
        kind = "string" if one.to_field_name else ["integer", "string"]
        return {"type": kind, **_choices(one, with_choices)}
    if isinstance(one, forms.ChoiceField):
        return {"type": "string", **_choices(one, with_choices)}
    if isinstance(one, UnitNamesField):
        return {"type": ["array", "string"], "items": {"type": "string"}}
    for of, said in _KINDS:
        if isinstance(one, of):
            return {**said, **_bounds(one)}
    return {"type": "string"}


_KINDS: tuple[tuple[type[forms.Field], dict[str, Any]], ...] = (
    (forms.BooleanField, {"type": "boolean"}),
    (forms.DateField, {"type": "string", "format": "date"}),
    (forms.FileField, {"type": "string", "format": "binary"}),
    (forms.URLField, {"type": "string", "format": "uri"}),
    (forms.IntegerField, {"type": "integer"}),
    (forms.CharField, {"type": "string"}),
)
_BOUNDS = {
    "max_length": "maxLength",
    "min_length": "minLength",
    "max_value": "maximum",
    "min_value": "minimum",
}


def _bounds(one: forms.Field) -> dict[str, Any]:
    if isinstance(one, forms.FileField):
        return {}
    found = {said: getattr(one, name, None) for name, said in _BOUNDS.items()}
    return {said: value for said, value in found.items() if value is not None}


def _choices(one: Any, with_choices: bool) -> dict[str, Any]:
    is_of_model = isinstance(one, forms.ModelChoiceField)
    if is_of_model and not with_choices:
        return {}
    flat = list(islice(_flat(one.choices), _WRITTEN_OUT + 1))
    found = [(value, label) for value, label in flat if value not in {"", "None"}]
    if not found or len(flat) > _WRITTEN_OUT:
        return {}
    return {"oneOf": [{"const": value, "title": label} for value, label in found]}


def _flat(choices: Iterable[Any]) -> Iterable[tuple[str, str]]:
    for value, label in choices:
        if isinstance(label, list | tuple):
            yield from _flat(label)
        else:
            yield str(value), str(label)
