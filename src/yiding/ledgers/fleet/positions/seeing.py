"""Seeing 可见范围: whose positions an account may look at: those of the vehicles it may open."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from django.db.models import Q

from yiding.ledgers.base.canonical import as_entry
from yiding.ledgers.base.neighbours import kept_entries
from yiding.ledgers.base.permissions import entries_seen_by
from yiding.ledgers.catalogue import ledger
from yiding.ledgers.fleet.positions.register import Register, register_of
from yiding.ledgers.telemetry.series import Between
from yiding.registry.models import Account, Jurisdiction

KINDS = ("vehicle", "dispatch", "fence")
"""What is read of the ledger to look at positions."""


#: An order that began longer ago is not looked for: ours.
LONGEST = timedelta(days=92)


def register_at(jurisdiction: Jurisdiction, between: Between) -> Register:
    """The vehicles and fences that a place keeps, and the orders that may touch a span of days."""
    found = ledger("fleet")
    rows = kept_entries(jurisdiction.pk, found.slug).filter(kind__in=KINDS)
    wanted = rows.filter(~Q(kind="dispatch") | _touching(between))
    told = wanted.order_by("pk").values_list("kind", "key", "place", "fields")
    return register_of(
        as_entry(found.kinds[kind], key, place, fields)
        for kind, key, place, fields in told.iterator(chunk_size=2000)
    )


def _touching(between: Between) -> Q:
    """Orders by when they began, as their days are written; those that do not say are kept."""
    first, after = between.first - LONGEST, between.last + timedelta(days=2)
    begun = Q(fields__started_at__gte=first.isoformat(), fields__started_at__lt=after.isoformat())
    return begun | Q(fields__started_at__isnull=True)


def register_seen_by(account: Account, between: Between) -> Register:
    """The vehicles that an account may open, with their orders of a span of days and fences."""
    if account.jurisdiction is None:
        return Register()
    rows = entries_seen_by(account, "fleet").filter(kind="vehicle", is_retired=False)
    keys = set(rows.values_list("key", flat=True))
    whole = register_at(account.jurisdiction, between)
    seen = {terminal: one for terminal, one in whole.by_terminal.items() if one.key in keys}
    orders = tuple(one for one in whole.orders if one.terminal in seen)
    return replace(whole, by_terminal=seen, orders=orders)
