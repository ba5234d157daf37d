"""What figures are worked out with: sums of fields, verdicts of rules, an item with its service."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from yiding.ledgers.catalogue import ledger
from yiding.rules import Entry, Figure, Verdict
from yiding.rules.finding import Finding
from yiding.rules.indicator import ratio
from yiding.rules.judging import judge

NONE = Decimal(0)
HUNDRED = 100


def found(entry: Entry, slugs: Iterable[str], on: date) -> Iterator[Finding]:
    """What rules say of an entry, as the check would."""
    powers = ledger("powers")
    entry.batch.on = on
    related = powers.kinds[entry.kind].related
    if related is not None:
        entry.values = {**related(entry), **entry.values}
    for slug in slugs:
        for rule in powers.rule_named(slug):
            if rule.kind == entry.kind:
                yield from judge(rule, powers.values, entry, on)


def verdicts(entry: Entry, slugs: Iterable[str], on: date) -> set[Verdict]:
    """The verdicts alone."""
    return {one.verdict for one in found(entry, slugs, on)}


def told(item: Entry, name: str) -> Any:
    """A field of an item, else of the entry that says how it is served."""
    if item.values.get(name) is not None:
        return item.values[name]
    for of, field in ((item.id, "item"), (item.task_code, "task_code")):
        for service in item.batch.referring("item_service", field, of) if of else ():
            if service.values.get(name) is not None:
                return service.values[name]
    return None


def saying(items: Iterable[Entry], *names: str) -> list[Entry]:
    """The items that say all of these."""
    return [one for one in items if all(told(one, name) is not None for name in names)]


def total_of(items: Iterable[Entry], name: str) -> Decimal:
    """A field's sum over items that say it."""
    return sum((Decimal(told(one, name)) for one in items), NONE)


def mean(items: Sequence[Entry], name: str) -> Figure:
    """A field's mean over the items that say it."""
    known = saying(items, name)
    return ratio(total_of(known, name), Decimal(len(known)), known)


def saved(items: Iterable[Entry], before: str, after: str) -> Figure:
    """How much less it is than before, in per cent, over the items that say both."""
    known = saying(items, before, after)
    whole = total_of(known, before)
    return ratio(whole - total_of(known, after), whole, known, HUNDRED)
