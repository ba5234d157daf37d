"""``make mutate``: print each mutant that no example or check sees; exit 1 where there is one."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace

from mutation import rules, values
from mutation.checks import are_kept
from yiding.ledgers.catalogue import SLUGS, Ledger, ledger
from yiding.ledgers.trying import holds


def is_seen(wrong: Ledger) -> bool:
    """Whether a check or case no longer holds or cannot be judged; a case asks its rule alone."""
    if not are_kept(wrong):
        return True
    alone = {case.rule: _alone(wrong, case.rule) for case in wrong.cases}
    try:
        return not all(holds(alone[case.rule], case) for case in wrong.cases)
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError):
        return True


def _alone(whole: Ledger, slug: str) -> Ledger:
    """A ledger of one rule, so that the others cost no time."""
    return replace(
        whole, rules=tuple(one for one in whole.rules if one.address == f"{whole.slug}/{slug}")
    )


def mutants(right: Ledger) -> Iterator[tuple[str, Ledger]]:
    """Thresholds first, then rules; what cannot be built is no mutant."""
    yield from values.mutants(right)
    yield from rules.mutants(right)


def main(slugs: list[str]) -> int:
    """Mutate the ledgers named, or all."""
    alive = 0
    for slug in slugs or SLUGS:
        right = ledger(slug)
        seen = [(what, is_seen(wrong)) for what, wrong in mutants(right)]
        told = [what for what, is_dead in seen if not is_dead]
        print(f"{slug}: {len(seen)} mutants, {len(told)} alive", *told, sep="\n  ")
        alive += len(told)
    return 1 if alive else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
