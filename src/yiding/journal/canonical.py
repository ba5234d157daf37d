"""The canonical form of an event, and what its data may hold. Pure; the hashing is verify.py's."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from yiding.journal.verify import canonical

#: The fields that are hashed.
FIELDS = (
    "seq",
    "at",
    "jurisdiction",
    "actor",
    "name",
    "role",
    "unit",
    "verb",
    "subject",
    "outcome",
    "data",
)

_LARGEST = 2**63 - 1


class NotPlain(TypeError):
    """Data that the journal does not take, because databases would not give it back the same."""

    def __init__(self, place: str, what: str) -> None:
        super().__init__(
            f"{place} is {what}: the journal takes text, whole numbers of 64 bits, true, false, "
            "null, and lists and objects of these"
        )


def moment_text(at: datetime) -> str:
    """A moment in UTC with six decimals: ``2026-11-20T01:02:03.000004Z``."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def canonical_line(fields: dict[str, Any]) -> str:
    """One event as its canonical JSON line."""
    return canonical({name: fields[name] for name in FIELDS})


def plain_data(value: Any, place: str = "data") -> Any:
    """The value itself; NotPlain says where it holds what cannot be kept."""
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, int):
        return _whole_number(value, place)
    if isinstance(value, str):
        return _text(value, place)
    if isinstance(value, list | tuple):
        return [plain_data(one, f"{place}[{index}]") for index, one in enumerate(value)]
    if isinstance(value, dict):
        return {_key(key, place): plain_data(one, f"{place}.{key}") for key, one in value.items()}
    raise NotPlain(place, f"{type(value).__name__} {value!r}")


def _whole_number(value: int, place: str) -> int:
    if abs(value) > _LARGEST:
        raise NotPlain(place, "a number of more than 64 bits")
    return value


def _text(value: str, place: str) -> str:
    if "\0" in value:
        raise NotPlain(place, "text with the character U+0000")
    if any("\ud800" <= character <= "\udfff" for character in value):
        raise NotPlain(place, "text with half a surrogate pair")
    return str(value)


def _key(key: Any, place: str) -> str:
    if not isinstance(key, str):
        raise NotPlain(place, f"an object with the key {key!r}")
    return _text(key, place)
