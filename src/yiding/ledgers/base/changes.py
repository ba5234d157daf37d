"""Counting what changes in a ledger, so that whatever was worked out from it can be trusted.

Every writing of entries, whichever way, counts one for each kind it touched, in its own
transaction: who sees the entries sees the count, and who does not sees neither.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from django.db import connection

from yiding.ledgers.base.models import LedgerChange

#: One statement, so that two writers of one kind wait for one another and lose nothing.
_COUNT = """
INSERT INTO ledgers_ledgerchange (jurisdiction_id, ledger, kind, day, number)
VALUES (%s, %s, %s, %s, 1)
ON CONFLICT (jurisdiction_id, ledger, kind, day)
DO UPDATE SET number = ledgers_ledgerchange.number + 1
"""


def count_change(jurisdiction: int, slug: str, kinds: Iterable[str], day: date) -> None:
    """Say that entries of some kinds were written, dated ``day``; in the writing's transaction."""
    with connection.cursor() as cursor:
        for kind in sorted(set(kinds)):  # in one order, so that no two wait for each other
            cursor.execute(_COUNT, [jurisdiction, slug, kind, day])


def changes_of(jurisdiction: int, slug: str) -> Changes:
    """How often each kind of a ledger has changed, as this transaction sees it."""
    rows = LedgerChange.objects.filter(jurisdiction=jurisdiction, ledger=slug)
    counted: dict[str, list[tuple[date, int]]] = defaultdict(list)
    for kind, day, number in rows.values_list("kind", "day", "number"):
        counted[kind].append((day, number))
    return Changes(counted)


class Changes:
    """The counts of a ledger at one moment."""

    def __init__(self, counted: Mapping[str, Iterable[tuple[date, int]]]) -> None:
        self._counted = counted

    def of(self, kind: str, until: date | None = None) -> int:
        """How often a kind has changed, by writings dated up to a day where one is given."""
        days = self._counted.get(kind, ())
        return sum(number for day, number in days if until is None or day <= until)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Changes) and self._counted == other._counted

    __hash__ = None  # type: ignore[assignment]
