"""Which field of a kind names the unit that keeps an entry. Pure."""

from __future__ import annotations

from functools import cache

from yiding.ledgers.catalogue import ledger
from yiding.rules.entries import Field

#: The column that names the unit, where the kind has no field for it.
UNIT_HEAD = "单位名称"
#: What such a field is called, the surest first.
_NAMES = (
    "unit", "unit_name", "using_unit", "user_unit", "responsible_unit", "keeper", "keeping_unit",
)  # fmt: skip
_HEADS = ("单位名称", "使用单位", "责任单位", "填报单位", "管理单位", "单位")


@cache
def unit_field(slug: str, kind: str) -> Field | None:
    """The field of a kind that names its unit; none where the entry alone says it."""
    fields = ledger(slug).kinds[kind].fields
    named = [one for name in _NAMES for one in fields if one.name == name]
    headed = [one for head in _HEADS for one in fields if one.term == head]
    return next(iter([*named, *headed]), None)
