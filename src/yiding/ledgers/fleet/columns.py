"""The sheets that bring entries in: one a kind, with the heads people use."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from yiding.ledgers.fleet.entries import KINDS
from yiding.ledgers.sheet import Columns, Sheet
from yiding.rules.entries import Kind, Type

DERIVED = frozenset(
    {
        "dated_on",
        "is_surely_sedan",
        "is_special_approved",
        "is_work_need_approved",
        "is_early_approved",
        "has_asset_card",
        "is_livery_exempt",
        "is_unusable",
        "age_years",
        "age_months",
        "months_in_all",
    }
)
"""Fields that follow from others, or say them another way, and have no column."""
KEYS = {"vehicle": ("plate",), "dispatch": ("order_no",), "quota": ("unit", "vehicle_kind")}
"""The heads that make up an entry's id where the row has none."""


def _sheet(kind: Kind) -> Sheet:
    """A column for every field that fits into a cell, and the one of stops as JSON."""
    fields = [one for one in kind.fields if one.name not in DERIVED]
    heads = {one.term: one.name for one in fields if one.type != Type.RECORDS}
    stops = {one.term: one.name for one in fields if one.type == Type.RECORDS}
    return Sheet(kind.term, kind.name, {"编号": "id", **heads, **stops}, KEYS.get(kind.name, ()))


def frames(lines: Iterable[bytes]) -> Iterator[Mapping[str, Any]]:
    """Each line of a ``.hex`` or ``.jt808`` file, a frame in hexadecimal; its number is its id."""
    for number, line in enumerate(lines, 1):
        if line.strip():
            raw = line.decode("utf-8", "backslashreplace").strip()
            yield {"kind": "frame", "id": str(number), "fields": {"raw": raw}}


COLUMNS = Columns(
    sheets=tuple(_sheet(one) for one in KINDS if one.name != "frame"),
    frames={".hex": frames, ".jt808": frames},
)
