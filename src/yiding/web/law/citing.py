"""Which rules and dated values rest on a provision, over all ledgers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from yiding.ledgers.catalogue import Ledger, ledger, ledgers


@dataclass(frozen=True)
class Cited:
    """A ledger's rule, by its slug, that cites a provision."""

    ledger: str
    rule: str

    @property
    def kept(self) -> Ledger:
        """The ledger it stands in."""
        return ledger(self.ledger)


@cache
def rules_citing() -> Mapping[str, tuple[Cited, ...]]:
    """The rules by the provision they cite, in the order of the ledgers."""
    found: dict[str, dict[Cited, None]] = defaultdict(dict)
    for kept in ledgers():
        for one in kept.rules:
            found[one.source.cites][Cited(kept.slug, one.source.slug)] = None
    return {address: tuple(rules) for address, rules in found.items()}


@cache
def rules_under(slug: str) -> tuple[Cited, ...]:
    """The rules that cite any provision of an instrument."""
    found = (
        one
        for address, rules in rules_citing().items()
        if address.partition(":")[0] == slug
        for one in rules
    )
    return tuple(dict.fromkeys(found))
