"""The year of one ledger: who keeps it, and what can happen to it on which day."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from typing import Any

from yiding.demo.deeds import Deed, moment
from yiding.demo.diary import working_day_from
from yiding.demo.enrolment import Enrolled
from yiding.demo.ledgers.dates import day
from yiding.demo.ledgers.delivery import Delivery, bring_in
from yiding.ledgers.base.checking_runs import check_ledger
from yiding.registry.models import Account
from yiding.registry.roles import Role

Rows = dict[str, list[dict[str, Any]]]
Made = Callable[[date], Rows]
"""What a file holds that is brought in on a day: rows by kind."""


@dataclass(frozen=True)
class LedgerYear:
    """One ledger's year up to ``today``; ``share`` is how much of a city's data there is.

    ``keeper`` is the code of the unit that keeps it. Every ``back`` counts days from ``today``;
    what falls on a day off happens on the next working day, and nothing after ``today``.
    """

    slug: str
    keeper: str
    seed: int
    today: date
    rows: Enrolled
    share: float = 1

    def file(self, back: int, name: str, made: Made) -> Deed:
        """A file brought in by the liaison officer of the unit that keeps the ledger."""
        return self.deed(back, 10, f"{self.slug} file", partial(self._bring, name, made))

    def check(self, back: int) -> Deed:
        """Every entry checked anew, early in the morning."""
        return self.deed(back, 8, f"{self.slug} check", self._check)

    def deed(self, back: int, hour: int, order: str, do: Callable[[datetime], None]) -> Deed:
        """Anything that happens; ``order`` names it among what happens at the same moment."""
        at = moment(min(working_day_from(day(self.today, back)), self.today), hour)
        return Deed(at, order, partial(do, at))

    def officer(self, on: date) -> Account:
        """The liaison officer of the keeper on a day."""
        return self.rows.desks_of(Role.LIAISON, self.keeper, on)[0].account

    def _bring(self, name: str, made: Made, at: datetime) -> None:
        title = f"{name}{at:%Y%m%d}"
        bring_in(Delivery(self.slug, title, at, made(at.date())), self.officer(at.date()))

    def _check(self, at: datetime) -> None:
        check_ledger(self.officer(at.date()), self.slug, at.date(), lambda: at)
