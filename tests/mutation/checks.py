"""What must hold of a ledger's values beside its examples: a mutant that breaks it is seen."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ledgers.lake.limits import limits_never_tighten
from yiding.ledgers.catalogue import Ledger

Check = Callable[[Ledger], bool]

CHECKS: Mapping[str, tuple[Check, ...]] = {"lake": (limits_never_tighten,)}
"""The checks of a ledger's data, each also a test of its own."""


def are_kept(ledger: Ledger) -> bool:
    """Whether every check of the ledger holds."""
    return all(check(ledger) for check in CHECKS.get(ledger.slug, ()))
