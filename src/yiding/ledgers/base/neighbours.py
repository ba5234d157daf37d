"""The entries beside the one that is checked, read from the database when a rule asks for them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from django.db.models import QuerySet

from yiding.ledgers.base.canonical import as_entry
from yiding.ledgers.base.models import Entry
from yiding.ledgers.catalogue import Ledger
from yiding.rules import entries as rules
from yiding.rules.entries import Kind


class Neighbours(rules.Batch):
    """A batch that knows a whole ledger of a jurisdiction and reads a kind when first asked."""

    def __init__(self, ledger: Ledger, jurisdiction: int, fresh: tuple[rules.Entry, ...] = ()):
        super().__init__(fresh)
        self._ledger, self._jurisdiction = ledger, jurisdiction
        self._fresh = {(one.kind, one.id): one for one in fresh}
        self._read: dict[str, dict[str, rules.Entry]] = {}
        self._referring: dict[tuple[str, str], dict[str, list[rules.Entry]]] = {}

    @property
    def kinds_read(self) -> frozenset[str]:
        """The kinds that were asked for."""
        return frozenset(self._read)

    def of_kind(self, kind: str) -> Iterator[rules.Entry]:
        """Every entry of a kind, those just given before those stored."""
        return iter(self._by_key(kind).values())

    def look_up(self, kind: str, id_: str | None) -> rules.Entry | None:
        """The entry of a kind with an id."""
        return None if id_ is None else self._by_key(kind).get(id_)

    def referring(self, kind: str, field_name: str, to: str) -> Iterator[rules.Entry]:
        """The entries of a kind whose field names another entry."""
        place = (kind, field_name)
        if place not in self._referring:
            found: dict[str, list[rules.Entry]] = {}
            for one in self.of_kind(kind):
                found.setdefault(str(one.values.get(field_name)), []).append(one)
            self._referring[place] = found
        return iter(self._referring[place].get(to, ()))

    def _by_key(self, kind: str) -> dict[str, rules.Entry]:
        if kind not in self._read:
            known = self._ledger.kinds.get(kind)
            stored = {} if known is None else {one.id: one for one in self._stored(kind)}
            fresh = {id_: one for (of, id_), one in self._fresh.items() if of == kind}
            self._read[kind] = {**stored, **fresh}
            for one in self._read[kind].values():
                one.batch = self
        return self._read[kind]

    def _stored(self, kind: str) -> Iterator[rules.Entry]:
        rows = kept_entries(self._jurisdiction, self._ledger.slug).filter(kind=kind)
        values = rows.order_by("pk").values_list("key", "place", "fields")
        for key, place, fields in values.iterator(chunk_size=2000):
            yield as_entry(self._ledger.kinds[kind], key, place, fields)


def kept_entries(jurisdiction: int, slug: str) -> QuerySet[Entry]:
    """The entries of a ledger that are not retired."""
    return Entry.objects.filter(jurisdiction=jurisdiction, ledger=slug, is_retired=False)


class NotReadable(ValueError):
    """A stored entry its ledger no longer reads: its kind is gone, a field has another type."""


def stored_entry(kinds: Mapping[str, Kind], row: Entry) -> rules.Entry:
    """A row as the rules take it, or `NotReadable`."""
    try:
        return as_entry(kinds[row.kind], row.key, row.place, row.fields)
    except (KeyError, TypeError, ValueError, ArithmeticError) as why:
        raise NotReadable(f"{row.address}: {why}") from why
