"""What stands in a part of its own, under the name of the whole: purchase price, planned start."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from yiding.rules.entries import Field
from yiding.rules.parsing import tidy

LayOut = Callable[[Mapping[str, Any]], Mapping[str, Any]]


def flat(fields: tuple[Field, ...], then: LayOut = dict) -> LayOut:
    """Parts laid out by the heads of some fields, and what else is to be laid out after that."""
    heads = {tidy(name) for one in fields for name in one.names}

    def lay_out(given: Mapping[str, Any]) -> Mapping[str, Any]:
        plain: dict[str, Any] = {}
        for name, raw in given.items():
            is_part = isinstance(raw, Mapping) and "value" not in raw and tidy(name) not in heads
            plain |= _of_part(name, raw, heads) if is_part else {name: raw}
        return then(plain)

    return lay_out


def _of_part(name: str, part: Mapping[str, Any], heads: set[str]) -> dict[str, Any]:
    """Each under both names where a field bears them, else under its own."""
    return {
        joined if tidy(joined := f"{name}_{one}") in heads else one: raw
        for one, raw in part.items()
    }
