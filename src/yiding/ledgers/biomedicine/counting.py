"""What counts once 计数: a drug of several numbers, by its first approval."""

from __future__ import annotations

from datetime import date

from yiding.rules import Entry


def first_of_its_drug(drug: Entry, on: date) -> bool:
    """Whether no other entry of the same drug comes before it, by day of approval and by id."""
    if drug.name is None:
        return True
    others = (
        one
        for one in drug.batch.referring(drug.kind, "name", drug.name)
        if one.company == drug.company and one.approved_on is not None and one.approved_on <= on
    )
    return min((_rank(one) for one in others), default=_rank(drug)) == _rank(drug)


def _rank(drug: Entry) -> tuple[date, str]:
    return drug.approved_on, drug.id
