"""The entries behind a community's page, found by its key or name; nothing personal is read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.db.models import QuerySet

from yiding.ledgers.base.canonical import as_entry
from yiding.ledgers.base.models import Entry
from yiding.ledgers.catalogue import ledger
from yiding.rules import entries as rules
from yiding.web.residents.answering import LEDGER, SATISFACTION, WILL
from yiding.web.residents.models import AnswerCode


@dataclass(frozen=True)
class Community:
    """小区: its row, and what the ledger holds of it."""

    row: Entry
    read: rules.Entry

    @property
    def names(self) -> tuple[str, ...]:
        """What others call it by."""
        told = (self.row.key, str(self.read.name or ""))
        return tuple(dict.fromkeys(one for one in told if one))

    @property
    def name(self) -> str:
        """What people call it."""
        return str(self.read.name or self.row.key)

    def of_kind(self, kind: str) -> list[rules.Entry]:
        """The entries of a kind that name it, by their keys."""
        return [_read(one) for one in self.rows(kind)]

    def of_projects(self, kind: str, projects: Iterable[rules.Entry]) -> list[rules.Entry]:
        """The entries of a kind that name one of its projects, by their keys."""
        names = {str(name) for one in projects for name in (one.id, one.name, one.code) if name}
        rows = _kept(self.row.jurisdiction_id, kind).filter(fields__project__in=sorted(names))
        return [_read(one) for one in rows.order_by("key")]

    def rows(self, kind: str) -> list[Entry]:
        """The rows of a kind that name it."""
        rows = _kept(self.row.jurisdiction_id, kind)
        return list(rows.filter(fields__community__in=self.names).order_by("key"))

    def projects(self) -> list[rules.Entry]:
        """The projects that take it in."""
        named = set(self.names)
        rows = _kept(self.row.jurisdiction_id, "project").order_by("key")
        return [one for one in map(_read, rows) if named & set(one.communities or ())]

    def surveys(self) -> dict[str, list[Entry]]:
        """Its surveys that households can answer with a code that nobody has used, by kind."""
        return {kind: open_surveys(self.rows(kind)) for kind in (WILL, SATISFACTION)}


def open_surveys(rows: list[Entry]) -> list[Entry]:
    """Those of which codes are still out."""
    unused = AnswerCode.objects.filter(survey__in=rows, is_used=False)
    still = set(unused.values_list("survey_id", flat=True).distinct())
    return [one for one in rows if one.pk in still]


def communities(words: str = "") -> Iterator[Community]:
    """Every community whose name or street holds the words, in the order of places and keys."""
    rows = Entry.objects.filter(ledger=LEDGER, kind="community", is_retired=False)
    if words:
        rows = rows.filter(words__icontains=words)
    for row in rows.select_related("jurisdiction").order_by("jurisdiction__code", "key"):
        yield Community(row, _read(row))


def community(key: str) -> Community | None:
    """The one of a key; of two cities that use the same key, that of the smaller code."""
    rows = Entry.objects.filter(ledger=LEDGER, kind="community", is_retired=False, key=key)
    row = rows.select_related("jurisdiction").order_by("jurisdiction__code").first()
    return None if row is None else Community(row, _read(row))


def _kept(jurisdiction: int, kind: str) -> QuerySet[Entry]:
    return Entry.objects.filter(
        jurisdiction=jurisdiction, ledger=LEDGER, kind=kind, is_retired=False
    )


def _read(row: Entry) -> rules.Entry:
    return as_entry(ledger(LEDGER).kinds[row.kind], row.key, row.place, row.fields)
