"""What a ledger's ``columns.py`` says: the sheets and the frames that bring entries in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True, eq=False)
class Sheet:
    """A sheet people keep: its name, the kind of its rows, its heads in order.

    `heads` maps a Chinese column head, without its unit, to the field it fills; heads may come
    in any order, and every name of a field is a head too. `key` heads make up the entry's id.
    Declared once, and equal to itself alone.
    """

    name: str
    kind: str
    heads: Mapping[str, str]
    key: tuple[str, ...] = ()


Frames = Callable[[Iterable[bytes]], Iterable[Mapping[str, Any]]]
"""Lines of a protocol's file into entries as JSON would give them."""


@dataclass(frozen=True, slots=True)
class Columns:
    """All ways in: `sheets`, and `frames` by the ending of a file (``.hj212``)."""

    sheets: tuple[Sheet, ...]
    frames: Mapping[str, Frames] = field(default_factory=dict)
