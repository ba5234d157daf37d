"""Grades 等级 in their order, and the grade that figures come to."""

from __future__ import annotations

from yiding.ledgers.accidents.counting import Toll, accident_of, first_toll, toll_on
from yiding.rules import Amounts, Entry

TERMS = {"general": "一般", "larger": "较大", "major": "重大", "exceptional": "特别重大"}
"""From the lowest to the highest."""
GRADES = tuple(TERMS)
LINES = ("grade_deaths", "grade_severe", "grade_loss")
SHORT = ("road", "fire")
"""The kinds whose changes count for a shorter time."""


def window(entry: Entry, amounts: Amounts) -> int | None:
    """For how many days after the accident a change counts; none before the decree."""
    days = amounts["supplement_window", entry.special_kind if is_short(entry) else "other"]
    return None if days is None else int(days)


def is_short(entry: Entry) -> bool:
    """Whether the shorter time applies: roads and fires."""
    return entry.special_kind in SHORT


def toll_of(entry: Entry, amounts: Amounts) -> Toll:
    """What the grade is reckoned by: the accident's figures with the changes that count."""
    accident = accident_of(entry)
    if accident is not None:
        return toll_on(accident, entry.batch.on, window(accident, amounts))
    return first_toll(entry)


def grade_by(toll: Toll, amounts: Amounts) -> str | None:
    """The highest line that is reached; none where nothing is known, or before the decree."""
    if not toll.is_known or amounts["grade_deaths", "exceptional"] is None:
        return None
    measured = tuple(zip(LINES, (toll.deaths, toll.severe, toll.loss), strict=True))
    for grade in reversed(GRADES[1:]):
        if any(held is not None and held >= amounts[line, grade] for line, held in measured):
            return grade
    return GRADES[0]


def grade_of(entry: Entry, amounts: Amounts) -> str | None:
    """The higher of the grade registered and the one its figures come to.

    A decision may raise a grade; nothing lowers it below its figures. Special equipment has lines
    of its own, which figures alone do not tell.
    """
    registered: str | None = entry.grade
    if entry.special_kind == "special_equipment":
        return registered
    told = [one for one in (registered, grade_by(toll_of(entry, amounts), amounts)) if one]
    return max(told, key=GRADES.index, default=None)
