"""``make mutate``: print every mutant that no worked example sees; exit 1 where there is one."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from mutation import rules, values
from yiding.ledgers.catalogue import SLUGS, Ledger, ledger
from yiding.ledgers.trying import holds


def is_seen(wrong: Ledger) -> bool:
    """Whether some case no longer holds, or cannot even be judged."""
    try:
        return not all(holds(wrong, case) for case in wrong.cases)
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError):
        return True


def mutants(right: Ledger) -> Iterator[tuple[str, Ledger]]:
    """Thresholds first, then rules; what cannot be built is no mutant."""
    yield from values.mutants(right)
    yield from rules.mutants(right)


def main(slugs: list[str]) -> int:
    """Mutate the ledgers named, or all."""
    alive = 0
    for slug in slugs or SLUGS:
        right = ledger(slug)
        told = [what for what, wrong in mutants(right) if not is_seen(wrong)]
        count = sum(1 for _ in mutants(right))
        print(f"{slug}: {count} mutants, {len(told)} alive", *told, sep="\n  ")
        alive += len(told)
    return 1 if alive else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
