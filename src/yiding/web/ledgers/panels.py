"""The panels of a ledger on its page: each drawn from what the reader may see."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from yiding.ledgers.base.canonical import as_entry
from yiding.ledgers.base.models import Entry
from yiding.ledgers.base.neighbours import Neighbours
from yiding.ledgers.base.queries import EntryFilter, chosen
from yiding.ledgers.catalogue import Ledger
from yiding.ledgers.checking import complete_beside
from yiding.ledgers.panel import PanelSource, Shown, Sight, panels_of
from yiding.registry.models import Account
from yiding.rules import entries as rules
from yiding.rules.finding import Verdict
from yiding.rules.places import COUNTRY
from yiding.web.ledgers.listing import entry_href
from yiding.web.ledgers.words import either


@dataclass(frozen=True)
class DrawnPanel:
    """A panel as the page holds it."""

    slug: str
    title: str
    drawn: SafeString


def panels_shown(
    ledger: Ledger, account: Account, on: date, query: Mapping[str, str]
) -> list[DrawnPanel]:
    """Every panel that has something to draw."""
    return [
        shown
        for source in panels_of(ledger.slug)
        if (shown := _drawn(ledger, source, account, on, query))
    ]


def _drawn(
    ledger: Ledger, source: PanelSource, account: Account, on: date, query: Mapping[str, str]
) -> DrawnPanel | None:
    place = account.jurisdiction.code if account.jurisdiction else COUNTRY
    entries = tuple(_entries(ledger, source, account, on))
    panel = source.draw(Sight(on, place, entries, query))
    if panel is None:
        return None
    drawn = render_to_string(panel.template, dict(panel.context))
    return DrawnPanel(source.slug, either(panel.title, panel.title_en), SafeString(drawn))


def _entries(ledger: Ledger, source: PanelSource, account: Account, on: date) -> Iterator[Shown]:
    """Each as a check sees it, with what follows from those beside it."""
    rows = chosen(account, ledger.slug, EntryFilter()).filter(kind__in=source.kinds)
    beside: dict[int, Neighbours] = {}
    ordered = rows.order_by("kind", "-key" if source.newest else "key")
    for row in ordered[: source.most]:
        of = row.jurisdiction_id
        neighbours = beside.setdefault(of, Neighbours(ledger, of))
        neighbours.on = on
        yield Shown(_read(ledger, row, neighbours), _verdict(row), entry_href(row))


def _read(ledger: Ledger, row: Entry, neighbours: Neighbours) -> rules.Entry:
    kind = ledger.kinds[row.kind]
    read = as_entry(kind, row.key, row.place, row.fields)
    read.batch = neighbours
    complete_beside(kind, read)
    return read


def _verdict(row: Entry) -> Verdict | None:
    return Verdict(row.verdict) if row.verdict else None
