"""Seeing 可见范围: whose positions an account may look at: those of the vehicles it may open."""

from __future__ import annotations

from dataclasses import replace

from yiding.ledgers.base.neighbours import Neighbours
from yiding.ledgers.base.permissions import entries_seen_by
from yiding.ledgers.catalogue import ledger
from yiding.ledgers.fleet.positions.register import Register, register_of
from yiding.registry.models import Account, Jurisdiction

KINDS = ("vehicle", "dispatch", "fence")
"""What is read of the ledger to look at positions."""


def register_at(jurisdiction: Jurisdiction) -> Register:
    """The vehicles, orders and fences that a place keeps."""
    kept = Neighbours(ledger("fleet"), jurisdiction.pk)
    return register_of(one for kind in KINDS for one in kept.of_kind(kind))


def register_seen_by(account: Account) -> Register:
    """The vehicles that an account may open, with their orders and fences."""
    if account.jurisdiction is None:
        return Register()
    rows = entries_seen_by(account, "fleet").filter(kind="vehicle", is_retired=False)
    keys = set(rows.values_list("key", flat=True))
    whole = register_at(account.jurisdiction)
    seen = {terminal: one for terminal, one in whole.by_terminal.items() if one.key in keys}
    orders = tuple(one for one in whole.orders if one.terminal in seen)
    return replace(whole, by_terminal=seen, orders=orders)
