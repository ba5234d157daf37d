"""安全生产事故's year: what happened this year and the last, and how far each case has come."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from yiding.demo.deeds import Deed
from yiding.demo.ledgers.cases_after import besides
from yiding.demo.ledgers.happened import accidents
from yiding.demo.ledgers.ledger_year import LedgerYear, Rows

KEEPER = "LH023"
_FILES = ((-338, "上年事故台账"), (-240, "事故台账"), (-150, "事故台账"), (-62, "事故台账"))
_LAST_WORD = -4


def deeds(year: LedgerYear) -> Iterator[Deed]:
    """A file of the year before, one a quarter with what is new, a last one, and a check."""
    sent = _Sent(year)
    for back, name in (*_FILES, (_LAST_WORD, "事故台账和处理情况")):
        yield year.file(back, name, sent.rows)
    yield year.check(_LAST_WORD + 1)


class _Sent:
    """The files one after the other: each has what the ones before did not say."""

    def __init__(self, year: LedgerYear) -> None:
        happened = accidents(year.seed, year.today, year.share)
        self._items = [one.item for one in happened]
        self._items += besides(happened, year.seed, year.today)
        self._sent = dict[tuple[str, str], dict[str, Any]]()

    def rows(self, on: date) -> Rows:
        """What is new or says something else than the last time."""
        rows: Rows = {}
        for item in self._items:
            row = item.as_of(on)
            if row is not None and self._sent.get((item.kind, item.key)) != row:
                self._sent[item.kind, item.key] = row
                rows.setdefault(item.kind, []).append(row)
        return rows
