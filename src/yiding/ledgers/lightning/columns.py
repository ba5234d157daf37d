"""The sheets and the text files that bring entries in."""

from __future__ import annotations

from yiding.ledgers.lightning.entries import KINDS
from yiding.ledgers.lightning.strike_files import strike_rows
from yiding.ledgers.sheet import Columns, Sheet
from yiding.rules.entries import Kind, Type

UNFILLED = frozenset({"is_measured", "is_risk_assessed", "has_place_days", "reviewer"})
"""Fields that follow from others and have no column."""
KEYS = {
    "strike": ("day", "occurred_at", "lon", "lat"),
    "warning": ("issued_at", "colour", "area"),
    "annual_return": ("year", "region"),
}
"""What names a row that has no number of its own."""


def _sheet(kind: Kind) -> Sheet:
    """A sheet with a column for every field of a kind that fits into a cell."""
    fields = (one for one in kind.fields if one.name not in UNFILLED)
    heads = {one.term: one.name for one in fields if one.type != Type.RECORDS}
    if kind.name == "inspection":
        heads["存在问题"] = "defects"
    return Sheet(kind.term, kind.name, {kind.key_heads[0]: "id", **heads}, KEYS.get(kind.name, ()))


COLUMNS = Columns(
    sheets=tuple(_sheet(kind) for kind in KINDS),
    frames={".adtd": strike_rows, ".txt": strike_rows},
)
