"""What counts once 计数: a drug of several numbers, by its first approval."""

from __future__ import annotations

from datetime import date

from yiding.ledgers.biomedicine.identifiers import APPROVAL
from yiding.ledgers.biomedicine.numbers_of import numbers_of
from yiding.rules import Entry

APPROVED_STAGES = frozenset({"approved", "marketed", "reregistered"})


def is_approved(drug: Entry, on: date) -> bool:
    """Whether it may be sold: by its day, else by the stage it has come to or by its number."""
    day: date | None = drug.approved_on
    if day is not None:
        return day <= on
    return drug.stage in APPROVED_STAGES or any(
        one.kind == APPROVAL and not one.fault for one in numbers_of(drug)
    )


def first_of_its_drug(drug: Entry, on: date) -> bool:
    """Whether no other entry of the same drug comes before it, by day of approval and by id."""
    if drug.name is None:
        return True
    others = (
        one
        for one in drug.batch.referring(drug.kind, "name", drug.name)
        if one.company == drug.company and is_approved(one, on)
    )
    return min((_rank(one) for one in others), default=_rank(drug)) == _rank(drug)


def _rank(drug: Entry) -> tuple[date, str]:
    """Of no day it comes after those of one."""
    return drug.approved_on or date.max, drug.id
