"""Which field of a kind names the unit that keeps an entry. Pure."""

from __future__ import annotations

from functools import cache

from yiding.ledgers.catalogue import ledger
from yiding.ledgers.sheets import FIRMS
from yiding.rules.entries import Field, Type

#: The column that names the unit, where the kind has no field for it; the second where the first
#: is the head of something else.
UNIT_HEADS = ("单位名称", "归口单位")
#: The terms of fields that name the unit that answers for a row.
_TERMS = frozenset({"单位名称", "使用单位", "责任单位", "填报单位", "牵头单位"})
#: What a plain 单位 must also be called to be a unit of the registry; others name outsiders.
_PLAIN, _OWN_NAMES = "单位", frozenset({"单位名称", "使用单位"})


@cache
def unit_field(slug: str, kind: str) -> Field | None:
    """The field of a kind that names its unit; none where the entry alone says it."""
    fields = ledger(slug).kinds[kind].fields
    texts = (one for one in fields if one.type == Type.TEXT and one.term not in FIRMS)
    return next((one for one in texts if _names_a_unit(one)), None)


def _names_a_unit(field: Field) -> bool:
    """By its term; another name that somebody may use for it makes no owner of a firm."""
    is_plain = field.term == _PLAIN and not _OWN_NAMES.isdisjoint(field.names)
    return field.term in _TERMS or is_plain
