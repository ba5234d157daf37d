"""Figures 指标 over stored entries, by address, so that ledgers never import one another."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from importlib import import_module
from importlib.util import find_spec

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from yiding.ledgers.base.canonical import as_entry
from yiding.ledgers.base.models import Entry, EntryVersion, Target
from yiding.ledgers.base.neighbours import Neighbours, kept_entries
from yiding.ledgers.catalogue import SLUGS, Ledger, ledger
from yiding.ledgers.checking import complete_beside
from yiding.registry.models import Jurisdiction, Unit
from yiding.rules import entries as rules
from yiding.rules.indicator import Figure, Indicator

Source = Callable[[Jurisdiction, str, date], Iterable[rules.Entry]]
"""Entries of a kind that are not kept as rows: those of a jurisdiction, as of a day.

A ledger that has any says so in its ``supplies.py``, whose `register` is called before they are
first asked for.
"""

_SOURCES: dict[tuple[str, str], Source] = {}


class UnknownIndicator(LookupError):
    """An address that names no indicator."""


@dataclass(frozen=True)
class Asked:
    """Which figure: address ``premises/office-area-per-person``, whose, on which day.

    `unit` narrows it to one unit's entries; with `known_at` it is worked out from the entries as
    they stood at that moment, else from those that stand now.
    """

    address: str
    jurisdiction: Jurisdiction
    on: date
    unit: Unit | None = None
    known_at: datetime | None = None


@dataclass(frozen=True)
class LedgerFigure:
    """A figure with what it is a figure of; `figure.value` is in `indicator.unit`."""

    asked: Asked
    ledger: Ledger
    indicator: Indicator
    figure: Figure

    @property
    def value(self) -> Decimal | None:
        """The number alone; none where there is nothing to divide by."""
        return self.figure.value

    def entries(self) -> QuerySet[Entry]:
        """The rows of the entries in the part, as they stand now."""
        return self._rows(self.figure.behind)

    def lacking(self) -> QuerySet[Entry]:
        """The rows of the entries that count in the whole only."""
        return self._rows(self.figure.lacking)

    def _rows(self, keys: tuple[str, ...]) -> QuerySet[Entry]:
        rows = Entry.objects.filter(jurisdiction=self.asked.jurisdiction, ledger=self.ledger.slug)
        return rows.filter(kind=self.indicator.kind, key__in=keys).order_by("key")


def supply_entries(slug: str, kind: str, source: Source) -> None:
    """Let a kind's entries come from elsewhere too, beside the table's rows: days of stations."""
    _SOURCES[slug, kind] = source


def indicator_at(address: str) -> tuple[Ledger, Indicator]:
    """The ledger and indicator under an address; `UnknownIndicator` names those of the ledger."""
    slug, _slash, name = address.partition("/")
    if slug in SLUGS:
        found = ledger(slug)
        for one in found.indicators:
            if one.slug == name:
                return found, one
    known = "、".join(f"{one.slug}/{each.slug}" for one, each in indicators())
    values = {"address": address, "known": known}
    raise UnknownIndicator(_("没有指标“%(address)s”，有：%(known)s。") % values)


def indicators() -> Iterator[tuple[Ledger, Indicator]]:
    """Every indicator of every ledger."""
    for slug in SLUGS:
        found = ledger(slug)
        yield from ((found, one) for one in found.indicators)


def figure_of(asked: Asked) -> LedgerFigure:
    """The figure of a day with the keys of the entries behind it."""
    found, indicator = indicator_at(asked.address)
    entries = list(_entries(asked, found, indicator.kind))
    return LedgerFigure(asked, found, indicator, indicator.figure(entries, asked.on))


def target_on(jurisdiction: Jurisdiction, address: str, on: date) -> Target | None:
    """The target to be reached next: the first whose day has not passed, else the last that was."""
    rows = Target.objects.filter(jurisdiction=jurisdiction, indicator=address)
    ahead = rows.filter(by_on__gte=on).order_by("by_on").first()
    return ahead or rows.order_by("-by_on").first()


def is_reached(value: Decimal, target: Decimal, better: str) -> bool:
    """Has a figure come to its target, the target itself included?"""
    return value >= target if better == "more" else value <= target


def _entries(asked: Asked, found: Ledger, kind: str) -> Iterator[rules.Entry]:
    yield from _supplied(asked, found, kind)
    neighbours = Neighbours(found, asked.jurisdiction.pk)
    stored = _then(asked, found, kind) if asked.known_at else _now(asked, found, kind)
    for key, place, fields in stored:
        read = as_entry(found.kinds[kind], key, place, fields)
        read.batch = neighbours
        complete_beside(found.kinds[kind], read)
        yield read


def _supplied(asked: Asked, found: Ledger, kind: str) -> Iterable[rules.Entry]:
    """What comes from elsewhere; it is a place's, and no single unit's."""
    _acquainted(found.slug)
    source = _SOURCES.get((found.slug, kind))
    return source(asked.jurisdiction, kind, asked.on) if source and asked.unit is None else ()


@cache
def _acquainted(slug: str) -> None:
    """Let a ledger register its sources, once."""
    name = f"yiding.ledgers.{slug}.supplies"
    if find_spec(name) is not None:
        import_module(name).register()


def _now(asked: Asked, found: Ledger, kind: str) -> Iterator[tuple[str, str, dict[str, object]]]:
    rows = kept_entries(asked.jurisdiction.pk, found.slug).filter(kind=kind)
    if asked.unit is not None:
        rows = rows.filter(unit=asked.unit)
    yield from rows.order_by("pk").values_list("key", "place", "fields").iterator(chunk_size=2000)


def _then(asked: Asked, found: Ledger, kind: str) -> Iterator[tuple[str, str, dict[str, object]]]:
    """Every entry in its last version up to the moment; one retired by then is left out."""
    versions = EntryVersion.objects.filter(
        entry__jurisdiction=asked.jurisdiction,
        entry__ledger=found.slug,
        entry__kind=kind,
        at__lte=asked.known_at,
    )
    names = ("entry_id", "entry__key", "place", "fields", "is_retired", "unit_id")
    last: dict[int, tuple[object, ...]] = {}
    rows = versions.order_by("entry_id", "revision").values_list(*names)
    for entry, *rest in rows.iterator(chunk_size=2000):
        last[entry] = tuple(rest)
    for key, place, fields, is_retired, unit in last.values():
        if not is_retired and (asked.unit is None or asked.unit.pk == unit):
            yield str(key), str(place), fields  # type: ignore[misc]
