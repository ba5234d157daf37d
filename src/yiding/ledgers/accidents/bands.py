"""Bands of fines 罚款幅度: which one holds for a unit, which step within it, who is fined."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from yiding.ledgers.accidents.counting import Toll
from yiding.rules import Amounts, Entry

STEPS = ("beyond", "major_high", "major", "larger_high", "larger", "general")
"""From the highest to the lowest; beyond lies what the steps leave out."""
WAN, YI = Decimal(10_000), Decimal(100_000_000)


@dataclass(frozen=True, slots=True)
class Band:
    """Least and most, both included, in 元."""

    least: Decimal
    most: Decimal

    def holds(self, fine: Decimal) -> bool:
        """Whether a fine lies in it."""
        return self.least <= fine <= self.most

    def __str__(self) -> str:
        """In the trade's words: 30万元以上100万元以下."""
        return f"{in_wan(self.least)}以上{in_wan(self.most)}以下"


def in_wan(amount: Decimal) -> str:
    """An amount in 元 as 万元."""
    if amount >= YI:
        return f"{(amount / YI).normalize():f}亿元"
    return f"{(amount / WAN).normalize():f}万元"


def unit_band(entry: Entry, grade: str, amounts: Amounts) -> Band:
    """The band of a grade; in especially grave cases the one that takes its place."""
    band = Band(amounts["unit_fine_from", grade], amounts["unit_fine_to", grade])
    if entry.especially_grave is not True:
        return band
    least, most = amounts["grave_times", "least"], amounts["grave_times", "most"]
    if least is not None:
        return Band(band.least * least, band.most * most)
    grave = amounts["grave_fine_from", grade]
    return band if grave is None else Band(grave, amounts["grave_fine_to", grade])


def inner_step(toll: Toll, amounts: Amounts) -> str | None:
    """The highest step that people or loss come to; none below the lowest."""
    measured = (
        ("inner_deaths", toll.deaths),
        ("inner_severe", toll.severe),
        ("inner_loss", toll.loss),
    )
    for step in STEPS:
        lines = ((held, amounts[table, step]) for table, held in measured)
        if any(held is not None and line is not None and held >= line for held, line in lines):
            return step
    return None


def is_unit(entry: Entry) -> bool:
    """Whether the unit's fine is asked: of a unit that answers, or is fined."""
    if entry.is_responsibility_accident is False:
        return False
    if entry.kind == "liability":
        is_fine = entry.values.get("kind") in (None, "penalty")
        return is_fine and entry.subject in (None, "unit") and not _is_of_chief(entry)
    return entry.unit_fine is not None or entry.is_responsibility_accident is True


def _is_of_chief(entry: Entry) -> bool:
    named = (entry.chief_fine, entry.chief_income, entry.chief_duty_failed)
    return entry.unit_fine is None and any(one is not None for one in named)


def is_chief(entry: Entry) -> bool:
    """Whether the chief's fine is asked: he is fined, or failed his duty."""
    is_named = entry.kind == "liability" and entry.subject == "chief"
    if is_named and entry.values.get("kind") in (None, "penalty"):
        return True
    return entry.chief_duty_failed is True or _is_of_chief(entry)


def unit_fine_of(entry: Entry) -> Decimal | None:
    """What the unit paid."""
    paid: Decimal | None = entry.unit_fine
    if paid is None and entry.kind == "liability" and entry.subject in (None, "unit"):
        paid = entry.fine
    return paid


def chief_fine_of(entry: Entry) -> Decimal | None:
    """What the chief paid."""
    paid: Decimal | None = entry.chief_fine
    if paid is None and entry.kind == "liability" and entry.subject != "unit":
        paid = entry.fine
    return paid
