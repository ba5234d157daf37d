"""What an account sees on a day: the matters of its jurisdiction, or of its unit, as they stood."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from yiding.followup.matter_queries import MatterQuerySet
from yiding.followup.models import Matter
from yiding.followup.packs import pack_in_force
from yiding.followup.periods import periods_at
from yiding.followup.rulepack import RulePack
from yiding.followup.states import State
from yiding.registry.models import Account, Jurisdiction, Unit
from yiding.registry.roles import OF_A_UNIT, SEES_ALL, Role

#: What an archivist may open: what is over.
_OVER = (State.CLOSED, State.CHANGED, State.NOTED, State.ARCHIVED)


@dataclass(frozen=True)
class Board:
    """盘面: one account's matters on a day; ``before`` is the moment a past day ended.

    ``looked_at`` is the unit whose desk somebody who sees all is looking at.
    """

    account: Account
    jurisdiction: Jurisdiction
    on: date
    before: datetime | None = None
    looked_at: Unit | None = None

    @property
    def is_past(self) -> bool:
        """Is it shown as of a day gone by?"""
        return self.before is not None

    @property
    def unit(self) -> Unit | None:
        """The unit whose matters alone are seen; none where all are."""
        return self.account.unit if self.account.role in OF_A_UNIT else self.looked_at

    @property
    def sees_all(self) -> bool:
        """Does the account see every matter of the jurisdiction, in any state?"""
        return self.account.role in SEES_ALL and self.account.role != Role.ARCHIVIST

    @property
    def is_whole(self) -> bool:
        """Does it show every matter of the jurisdiction as it stands now?"""
        return self.sees_all and not self.is_past and self.looked_at is None

    @cached_property
    def pack(self) -> RulePack:
        """The rule pack in force on the day."""
        return pack_in_force(self.jurisdiction, self.on)

    def every(self) -> MatterQuerySet:
        """Every matter of the jurisdiction on that day, whoever may see it."""
        return self._standing().filter(jurisdiction=self.jurisdiction)

    def rows(self) -> MatterQuerySet:
        """The matters this account sees, for a unit those it leads."""
        if self.account.role in OF_A_UNIT or self.looked_at:
            unit = self.unit.pk if self.unit else None
            return self.led_by(unit).exclude(state=State.PROPOSED)
        if self.account.role == Role.ARCHIVIST:
            return self.every().filter(state__in=_OVER)
        return self.every() if self.account.role in SEES_ALL else self.every().none()

    def led_by(self, unit: int | None) -> MatterQuerySet:
        """The matters a unit leads."""
        # a unit is of one jurisdiction: saying so again would lead SQLite to another index
        return self._standing().filter(lead=unit) if unit else self.every().none()

    def assisted_by(self, unit: int | None) -> MatterQuerySet:
        """The matters a unit assists."""
        rows = self._standing().exclude(state=State.PROPOSED)
        return rows.of_matter(parts__unit=unit) if unit else rows.none()

    def _standing(self) -> MatterQuerySet:
        return Matter.objects.all() if self.before is None else periods_at(self.before)


class Desk:
    """A board as far as what a query says depends on it."""

    def __init__(self, board: Board) -> None:
        self.board = board
        unit = board.unit.pk if board.unit else None
        role, place = board.account.role, board.jurisdiction.pk
        shown = (board.looked_at is None, board.on, board.before, board.pack.slug)
        self.key = (role, place, unit, *shown)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Desk) and self.key == other.key

    def __hash__(self) -> int:
        return hash(self.key)
