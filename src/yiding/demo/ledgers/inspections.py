"""安全生产巡查's year: each round's feedback with how far those before it came; how all stands."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from yiding.demo.deeds import Deed
from yiding.demo.ledgers.enforcing import beside_the_items
from yiding.demo.ledgers.ledger_year import LedgerYear, Rows
from yiding.demo.ledgers.rounds import Rounds

KEEPER = "LH023"
_LAST_WORD = -4


def deeds(year: LedgerYear) -> Iterator[Deed]:
    """A file at each feedback, a last one, and a check: what is overdue is so on a day."""
    reports = _Reports(year)
    for on in reports.rounds.feedback_days():
        yield year.file((on - year.today).days, "巡查反馈和整改台账", reports.items)
    yield year.file(_LAST_WORD, "整改台账和执法情况", reports.last)
    yield year.check(_LAST_WORD + 1)


class _Reports:
    """The files one after the other: each has what the ones before did not say."""

    def __init__(self, year: LedgerYear) -> None:
        self.rounds = Rounds(year.seed, year.today, year.share)
        self._today, self._sent = year.today, dict[str, dict[str, Any]]()

    def items(self, on: date) -> Rows:
        """What is new or says something else than the last time."""
        rows: Rows = {"inspection_round": self.rounds.visits(on)}
        for item in self.rounds.items:
            row = item.as_of(on)
            if row is not None and self._sent.get(item.key) != row:
                self._sent[item.key] = row
                rows.setdefault(item.kind, []).append(row)
        return rows

    def last(self, on: date) -> Rows:
        """The same, and everything that is not an item itself."""
        return {**self.items(on), **beside_the_items(self._today)}
