"""The ledgers as sources of evidence: figures and entries, read live for a matter's closing."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from yiding.followup import ledger_sources
from yiding.followup.ledger_sources import Choice, Shown, UnknownSource
from yiding.ledgers.base.figures import Asked, UnknownIndicator, figure_of, indicator_at, indicators
from yiding.ledgers.base.models import Entry
from yiding.ledgers.base.proving_minutes import matter_proposals
from yiding.ledgers.catalogue import SLUGS, ledger
from yiding.registry.models import Jurisdiction
from yiding.rules.finding import Verdict

#: An entry with one of these is not as it should be.
_WRONG = frozenset({Verdict.BREACHED, Verdict.OVERDUE, Verdict.DUE})


class IndicatorSource:
    """Figures, by addresses such as ``inspections/closed-share``."""

    def choices(self, _jurisdiction: Jurisdiction) -> Iterable[Choice]:
        """Every indicator of every ledger."""
        is_english = get_language() == "en"
        for found, one in indicators():
            card = found.card
            yield Choice(
                f"{found.slug}/{one.slug}",
                one.english if is_english else one.title,
                card.english if is_english else card.term,
                one.unit,
            )

    def check(self, address: str) -> None:
        """That there is such an indicator."""
        try:
            indicator_at(address)
        except UnknownIndicator as why:
            raise UnknownSource(str(why)) from None

    def show(self, address: str, jurisdiction: Jurisdiction, on: date) -> Shown:
        """The figure of a day."""
        self.check(address)
        found = figure_of(Asked(address, jurisdiction, on))
        figure, indicator = found.figure, found.indicator
        return Shown(
            address=address,
            title=indicator.english if get_language() == "en" else indicator.title,
            as_of=on,
            value=figure.value,
            part=figure.part,
            whole=figure.whole,
            unit=indicator.unit,
            better=indicator.better,
            behind=figure.behind,
            lacking=figure.lacking,
        )


class EntrySource:
    """Entries, by addresses such as ``premises:room/A-101``."""

    def choices(self, _jurisdiction: Jurisdiction) -> Iterable[Choice]:
        """Too many to list: the address is typed or copied from the entry's page."""
        return ()

    def check(self, address: str) -> None:
        """That it has the form of an entry's address."""
        _parts(address)

    def show(self, address: str, jurisdiction: Jurisdiction, on: date) -> Shown:
        """Whether it is there and no rule finds anything wrong or open with it."""
        entry = _entry_at(address, jurisdiction)
        if entry is None:
            return Shown(address, address, on, None)
        holds = entry.verdict not in _WRONG
        return Shown(
            address=address,
            title=str(entry),
            as_of=on,
            value=Decimal(int(holds)),
            holds=holds,
            behind=(entry.key,) if holds else (),
            lacking=() if holds else (entry.key,),
        )


def register() -> None:
    """Answer for both kinds of closing test, and say what might prove a matter."""
    ledger_sources.register("indicator", IndicatorSource())
    ledger_sources.register("entry", EntrySource())
    ledger_sources.register_proposer(matter_proposals)


def _entry_at(address: str, jurisdiction: Jurisdiction) -> Entry | None:
    """The entry under an address; none where it is not kept."""
    slug, kind, key = _parts(address)
    rows = Entry.objects.filter(jurisdiction=jurisdiction, ledger=slug, kind=kind, key=key)
    return rows.filter(is_retired=False).first()


def _parts(address: str) -> tuple[str, str, str]:
    """Ledger, kind and key; a wrong form of address is told."""
    slug, _colon, rest = address.partition(":")
    kind, _slash, key = rest.partition("/")
    if slug not in SLUGS or kind not in ledger(slug).kinds or not key:
        told = _("“%(address)s”不是条目的地址，请写成 premises:room/A-101 的样子。")
        raise UnknownSource(told % {"address": address})
    return slug, kind, key
