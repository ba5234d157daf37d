"""The entries beside the one that is checked, read from the database when a rule asks for them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from django.db.models import Q, QuerySet

from yiding.ledgers.base.canonical import as_entry
from yiding.ledgers.base.models import Entry
from yiding.ledgers.catalogue import Ledger
from yiding.rules import entries as rules
from yiding.rules.entries import Kind, Type

#: A kind with more entries than these is not read whole for a few questions.
MANY = 2_000
FEW_QUESTIONS = 20


class Neighbours(rules.Batch):
    """A batch that knows a whole ledger of a jurisdiction and reads what a rule asks for.

    A small kind is read whole when first asked, and so is a large one after `FEW_QUESTIONS`;
    before that only the entries that may answer are.
    """

    def __init__(
        self,
        ledger: Ledger,
        jurisdiction: int,
        fresh: tuple[rules.Entry, ...] = (),
        many: int = MANY,
    ):
        super().__init__(fresh)
        self._many = many
        self._ledger, self._jurisdiction = ledger, jurisdiction
        self._fresh = {(one.kind, one.id): one for one in fresh}
        self._read: dict[str, dict[str, rules.Entry]] = {}
        self._referring: dict[tuple[str, str], dict[str, list[rules.Entry]]] = {}
        self._asked: Counter[str] = Counter()
        self._is_large: dict[str, bool] = {}

    @property
    def kinds_read(self) -> frozenset[str]:
        """The kinds that were asked for."""
        return frozenset(self._read) | frozenset(self._asked)

    def of_kind(self, kind: str) -> Iterator[rules.Entry]:
        """Every entry of a kind, those just given before those stored."""
        return iter(self._by_key(kind).values())

    def look_up(self, kind: str, id_: str | None) -> rules.Entry | None:
        """The entry of a kind with an id."""
        if id_ is None:
            return None
        if self._may_ask(kind):
            return self._answers(kind, Q(key=id_)).get(id_)
        return self._by_key(kind).get(id_)

    def referring(self, kind: str, field_name: str, to: Any) -> Iterator[rules.Entry]:
        """The entries of a kind whose field names another entry; by id where none is named."""
        if not field_name:
            one = self.look_up(kind, str(to))
            return iter(() if one is None else (one,))
        if self._may_ask(kind):
            found = self._answers(kind, _may_be(self._ledger.kinds[kind], field_name, str(to)))
            return (one for one in found.values() if str(one.values.get(field_name)) == str(to))
        place = (kind, field_name)
        if place not in self._referring:
            by_name: dict[str, list[rules.Entry]] = {}
            for one in self.of_kind(kind):
                by_name.setdefault(str(one.values.get(field_name)), []).append(one)
            self._referring[place] = by_name
        return iter(self._referring[place].get(str(to), ()))

    def _may_ask(self, kind: str) -> bool:
        """Whether to ask the database once more and not read the kind."""
        if kind in self._read or kind not in self._ledger.kinds:
            return False
        if kind not in self._is_large:
            rows = kept_entries(self._jurisdiction, self._ledger.slug).filter(kind=kind)
            self._is_large[kind] = rows.order_by()[self._many : self._many + 1].exists()
        self._asked[kind] += 1
        return self._is_large[kind] and self._asked[kind] <= FEW_QUESTIONS

    def _by_key(self, kind: str) -> dict[str, rules.Entry]:
        if kind not in self._read:
            self._read[kind] = self._answers(kind, Q()) if kind in self._ledger.kinds else {}
        return self._read[kind]

    def _answers(self, kind: str, wanted: Q) -> dict[str, rules.Entry]:
        """The stored entries that are wanted, by key; those just given stand for the stored."""
        stored = {one.id: one for one in self._stored(kind, wanted)}
        fresh = {id_: one for (of, id_), one in self._fresh.items() if of == kind}
        found = {**stored, **fresh}
        for one in found.values():
            one.batch = self
        return found

    def _stored(self, kind: str, wanted: Q) -> Iterator[rules.Entry]:
        rows = kept_entries(self._jurisdiction, self._ledger.slug).filter(wanted, kind=kind)
        values = rows.order_by("pk").values_list("key", "place", "fields")
        for key, place, fields in values.iterator(chunk_size=2000):
            yield as_entry(self._ledger.kinds[kind], key, place, fields)


def _may_be(kind: Kind, field_name: str, to: str) -> Q:
    """The rows among which every entry is whose field comes to be ``to``.

    What was said stands in the row; what was not said may follow from the rest of it.
    """
    known = kind.by_name.get(field_name)
    if known is None or known.type is not Type.TEXT:
        return Q()
    name, parts = f"fields__{field_name}", to.split("/")
    if len(parts) == len(known.joins):
        said = {f"fields__{one}": part for one, part in zip(known.joins, parts, strict=True)}
        return Q(**{name: to}) | Q(**{one: part for one, part in said.items() if part})
    return Q(**{name: to}) | Q(**{f"{name}__isnull": True})


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
