"""Entries beside the one that was written: those it belongs to are judged again, or wait for it.

A reading is judged by its station. When the station comes, or changes, what its readings were found
to be may be wrong. Which kinds look at which is learned from the ledger's worked examples; which
entries, from the names they share: the key and the words of the one among the words of the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from django.db.models import Q, QuerySet

from yiding.ledgers.base.findings import CannotJudge, judged, write_judged
from yiding.ledgers.base.models import Entry
from yiding.ledgers.base.neighbours import Neighbours, NotReadable, kept_entries, stored_entry
from yiding.ledgers.catalogue import Ledger, ledger
from yiding.ledgers.checking import UnreadableEntry, check_entry, read_given
from yiding.rules import entries as rules
from yiding.rules.finding import Finding
from yiding.rules.places import COUNTRY

#: So many are judged at once; more wait for the next check, and their page says so.
FEW = 200
#: Written together so many are looked for by name; for more every entry of the kinds counts.
NAMED = 20
_LONGEST = 60


@dataclass(frozen=True)
class Touched:
    """An entry that was written: kind, key, and its fields as they were and as they are."""

    kind: str
    key: str
    fields: Sequence[Mapping[str, Any]]

    def names(self) -> set[str]:
        """What others may call it by, and what it calls others."""
        told = (one for fields in self.fields for value in fields.values() for one in _words(value))
        return {self.key, *(one for one in told if 1 < len(one) <= _LONGEST)}


def judge_what_belongs(
    jurisdiction: int, slug: str, touched: Sequence[Touched], on: date, but_for: Q | None = None
) -> frozenset[str]:
    """Judge again what the entries belong to, in their transaction; the kinds that were judged.

    Where they are more than `FEW` their findings stand and their day of judging goes: the next
    check of the ledger judges them. `but_for` are those that were judged with what was written.
    """
    kinds = {kind for one in touched for kind in lookers(slug).get(one.kind, ())}
    if not kinds:
        return frozenset()
    rows = _belonging(jurisdiction, slug, kinds, touched)
    rows = rows if but_for is None else rows.exclude(but_for)
    found = list(rows.select_for_update(of=("self",)).order_by("pk")[: FEW + 1])
    if len(found) > FEW:
        rows.update(checked_on=None)
        return frozenset()
    _judge_again(ledger(slug), jurisdiction, found, on)
    return frozenset(row.kind for row in found)


def waiting(jurisdiction: int, slug: str) -> QuerySet[Entry]:
    """The entries whose neighbours have changed since they were judged."""
    return kept_entries(jurisdiction, slug).filter(checked_on=None)


@cache
def lookers(slug: str) -> Mapping[str, frozenset[str]]:
    """By kind, the kinds whose rules look at it, as the worked examples of several entries show."""
    found = ledger(slug)
    seen: dict[str, set[str]] = {}
    for case in (one for one in found.cases if one.others):
        entries = list(_read(found, (case.entry, *case.others)))
        for one in entries:
            batch = _Watched(entries)
            one.batch = batch
            check_entry(found, one, case.on)
            for kind in batch.asked:
                seen.setdefault(kind, set()).add(one.kind)
    return {kind: frozenset(_alike(found, kinds)) for kind, kinds in seen.items()}


def _alike(found: Ledger, kinds: Iterable[str]) -> set[str]:
    """With the kinds that take the same from those beside them."""
    taking = {found.kinds[one].related for one in kinds} - {None}
    return {*kinds, *(one.name for one in found.kinds.values() if one.related in taking)}


class _Watched(rules.Batch):
    """A batch that remembers which kinds were asked for."""

    def __init__(self, entries: Iterable[rules.Entry]) -> None:
        super().__init__(entries)
        self.asked: set[str] = set()

    def of_kind(self, kind: str) -> Iterator[rules.Entry]:
        """Every entry of a kind, which is noted."""
        self.asked.add(kind)
        return super().of_kind(kind)


def _read(found: Ledger, given: Iterable[Any]) -> Iterator[rules.Entry]:
    for number, one in enumerate(given, 1):
        try:
            yield read_given(found, one, number, COUNTRY)
        except UnreadableEntry:
            continue


def _belonging(
    jurisdiction: int, slug: str, kinds: set[str], touched: Sequence[Touched]
) -> QuerySet[Entry]:
    rows = kept_entries(jurisdiction, slug).filter(kind__in=sorted(kinds))
    if len(touched) > NAMED:
        return rows
    itself, shared = Q(), Q()
    for one in touched:
        names = one.names()
        itself |= Q(kind=one.kind, key=one.key)
        shared |= Q(key__in=sorted(names))
        for name in sorted(names):
            shared |= Q(words__contains=name)
    return rows.filter(shared).exclude(itself)


def _judge_again(found: Ledger, jurisdiction: int, rows: Sequence[Entry], on: date) -> None:
    """Each as it stands; one that cannot be judged keeps what was found of it."""
    neighbours = Neighbours(found, jurisdiction)
    told: list[tuple[Entry, Sequence[Finding]]] = []
    for row in rows:
        try:
            read = stored_entry(found.kinds, row)
            read.batch = neighbours
            told.append((row, judged(found, read, on)))
        except (CannotJudge, NotReadable):
            continue
    write_judged(told, on)


def _words(value: Any) -> Iterator[str]:
    """The texts of a value, inside lists and records too; numbers and days name nothing."""
    if isinstance(value, str):
        if not value.replace(".", "").replace("-", "").replace(":", "").isdigit():
            yield value
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from _words(one)
    elif isinstance(value, list):
        for one in value:
            yield from _words(one)
