"""What the plan of a matter starts from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

# in the last months of the year every missing report is asked after
_STRICT = timedelta(days=75)


@dataclass(frozen=True, slots=True)
class MatterSeed:
    """What the minutes say of a matter. Units are their codes."""

    address: str
    lead: str
    assists: tuple[str, ...]
    action: str
    closing_kind: str
    closing_to: str
    held_on: date
    printed_on: date
    due_on: date | None
    is_recurring: bool = False


@dataclass(frozen=True, slots=True)
class Year:
    """The papers of the year with their meetings, and the codes of the city's units."""

    held_on: dict[str, date]
    names: dict[str, str]

    def later_than(self, held_on: date, by: date) -> str | None:
        """The address of a paper whose meeting came after one day and not after another."""
        later = [address for address, day in self.held_on.items() if held_on < day <= by]
        return later[-1] if later else None

    def is_strict(self, day: date) -> bool:
        """Whether the supervision office already asked after every report that did not come."""
        return day > max(self.held_on.values()) - _STRICT

    def is_newest(self, held_on: date) -> bool:
        """Whether this is the last meeting of the year."""
        return held_on == max(self.held_on.values())
