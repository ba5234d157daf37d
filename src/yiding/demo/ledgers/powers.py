"""行政权力事项划转's year: three batches, the cases of every item, what was pushed and agreed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from yiding.demo.deeds import Deed
from yiding.demo.ledgers.ledger_year import LedgerYear, Rows
from yiding.demo.ledgers.powers_agreed import agreed
from yiding.demo.ledgers.powers_handled import handled
from yiding.demo.ledgers.powers_moved import moved

KEEPER = "LH031"
_FILES = ((-330, "划转台账"), (-250, "划转台账"), (-130, "划转台账"), (-36, "划转台账"))
_LAST_WORD = -4


def deeds(year: LedgerYear) -> Iterator[Deed]:
    """A file after each batch and one between, a last one, and a check."""
    sent = _Sent(year)
    for back, name in (*_FILES, (_LAST_WORD, "划转台账和办件情况")):
        yield year.file(back, name, sent.rows)
    yield year.check(_LAST_WORD + 1)


class _Sent:
    """The files one after the other: each has what the ones before did not say."""

    def __init__(self, year: LedgerYear) -> None:
        powers = moved(year.seed, year.today, year.share)
        self._items = [one for power in powers for one in power.entries]
        self._items += handled(powers, year.seed, year.today, year.share)
        self._items += agreed(powers, year.today)
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
