"""A figure worked out from the entries it is a figure of, and what was read for it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from importlib import import_module
from importlib.util import find_spec

from yiding.ledgers.base.canonical import as_entry
from yiding.ledgers.base.models import EntryVersion
from yiding.ledgers.base.neighbours import Neighbours, kept_entries
from yiding.ledgers.catalogue import Ledger
from yiding.ledgers.checking import complete_beside
from yiding.registry.models import Jurisdiction, Unit
from yiding.rules import entries as rules
from yiding.rules.indicator import Figure, Indicator

Source = Callable[[Jurisdiction, str, date], Iterable[rules.Entry]]
"""Entries of a kind that are not kept as rows: those of a jurisdiction, as of a day.

A ledger that has any says so in its ``supplies.py``, whose `register` is called before they are
first asked for.
"""
State = Callable[[Jurisdiction], str]
"""What a source's data stand at: another word whenever other entries might come."""


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
class Supply:
    """Where entries of a kind come from beside the table, and what tells that they are others."""

    entries: Source
    state: State | None
    reads: tuple[str, ...]


@dataclass(frozen=True)
class Worked:
    """A figure, and the kinds that were read beside its own."""

    figure: Figure
    beside: frozenset[str]


_SUPPLIES: dict[tuple[str, str], Supply] = {}


def supply_entries(
    slug: str, kind: str, source: Source, state: State | None = None, reads: tuple[str, ...] = ()
) -> None:
    """Let a kind's entries come from elsewhere too, beside the table's rows: days of stations.

    `state` says what they stand at, and `reads` names the kinds of the table they are made with:
    with both a figure over them is kept until one of them changes, else worked out every time.
    """
    _SUPPLIES[slug, kind] = Supply(source, state, reads)


def supply_of(asked: Asked, found: Ledger, kind: str) -> Supply | None:
    """What supplies a kind; it is a place's, and no single unit's."""
    _acquainted(found.slug)
    return _SUPPLIES.get((found.slug, kind)) if asked.unit is None else None


def work_out(asked: Asked, found: Ledger, indicator: Indicator) -> Worked:
    """The figure of a day with the keys of the entries behind it."""
    neighbours = Neighbours(found, asked.jurisdiction.pk)
    entries = list(_entries(asked, found, indicator.kind, neighbours))
    figure = indicator.figure(entries, asked.on)
    return Worked(figure, frozenset(neighbours.kinds_read))


def _entries(
    asked: Asked, found: Ledger, kind: str, neighbours: Neighbours
) -> Iterator[rules.Entry]:
    supply = supply_of(asked, found, kind)
    if supply is not None:
        yield from supply.entries(asked.jurisdiction, kind, asked.on)
    stored = _then(asked, found, kind) if asked.known_at else _now(asked, found, kind)
    for key, place, fields in stored:
        read = as_entry(found.kinds[kind], key, place, fields)
        read.batch = neighbours
        complete_beside(found.kinds[kind], read)
        yield read


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
