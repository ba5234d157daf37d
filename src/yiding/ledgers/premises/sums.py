"""What indicators are made of: sums, quotients, and what the rules say of an entry."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal

from yiding.ledgers.catalogue import ledger
from yiding.rules import Entry, Figure, Verdict
from yiding.rules.finding import Finding
from yiding.rules.indicator import ratio
from yiding.rules.judging import judge

NONE = Decimal(0)
TEN_THOUSAND = Decimal(10_000)


def found(entry: Entry, slugs: Iterable[str], on: date) -> Iterator[Finding]:
    """What rules say of an entry, as the check would."""
    premises = ledger("premises")
    entry.batch.on = on
    related = premises.kinds[entry.kind].related
    if related is not None:
        entry.values = {**related(entry), **entry.values}
    for slug in slugs:
        for rule in premises.rule_named(slug):
            if rule.kind == entry.kind:
                yield from judge(rule, premises.values, entry, on)


def verdicts(entry: Entry, slugs: Iterable[str], on: date) -> set[Verdict]:
    """The verdicts alone."""
    return {one.verdict for one in found(entry, slugs, on)}


def sum_of(entries: Iterable[Entry], name: str) -> Decimal:
    """A field's sum; what is not told adds nothing."""
    return sum((Decimal(one.values.get(name) or 0) for one in entries), NONE)


def saying(entries: Sequence[Entry], *names: str) -> list[Entry]:
    """The entries that say all of these."""
    return [one for one in entries if all(one.values.get(name) is not None for name in names)]


def quotient(entries: Sequence[Entry], part: str, whole: str, scale: int = 1) -> Figure:
    """One field's sum over another's, over the entries that say both."""
    told = saying(entries, part, whole)
    return ratio(sum_of(told, part), sum_of(told, whole), told, scale)


def of_year(returns: Sequence[Entry], on: date) -> list[Entry]:
    """The returns of the latest year not after the day's."""
    years = [int(one.year) for one in returns if one.year is not None and one.year <= on.year]
    latest = max(years, default=on.year)
    return [one for one in returns if one.year is None or one.year == latest]
