"""Figures 指标 over stored entries, by address, so that ledgers never import one another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from yiding.ledgers.base.kept_figures import figure_kept
from yiding.ledgers.base.models import Entry, Target
from yiding.ledgers.base.working_out import Asked, Source, supply_entries
from yiding.ledgers.catalogue import SLUGS, Ledger, ledger
from yiding.registry.models import Jurisdiction
from yiding.rules.indicator import Figure, Indicator

__all__ = [
    "Asked",
    "LedgerFigure",
    "Source",
    "UnknownIndicator",
    "figure_of",
    "indicator_at",
    "indicators",
    "is_reached",
    "number_of",
    "supply_entries",
    "target_on",
]


class UnknownIndicator(LookupError):
    """An address that names no indicator."""


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
    return LedgerFigure(asked, found, indicator, figure_kept(asked, found, indicator))


def number_of(asked: Asked) -> LedgerFigure:
    """The figure of a day by its numbers alone, for lists: the keys are not fetched."""
    found, indicator = indicator_at(asked.address)
    figure = figure_kept(asked, found, indicator, with_keys=False)
    return LedgerFigure(asked, found, indicator, figure)


def target_on(jurisdiction: Jurisdiction, address: str, on: date) -> Target | None:
    """The target to be reached next: the first whose day has not passed, else the last that was."""
    rows = Target.objects.filter(jurisdiction=jurisdiction, indicator=address)
    ahead = rows.filter(by_on__gte=on).order_by("by_on").first()
    return ahead or rows.order_by("-by_on").first()


def is_reached(value: Decimal, target: Decimal, better: str) -> bool:
    """Has a figure come to its target, the target itself included?"""
    return value >= target if better == "more" else value <= target
