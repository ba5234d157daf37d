"""What the rules say of an entry, for the figures that count by it."""

from __future__ import annotations

from datetime import date

from yiding.ledgers.catalogue import ledger
from yiding.rules import Entry, Verdict
from yiding.rules.finding import Finding
from yiding.rules.judging import judge


def findings(entry: Entry, slug: str, on: date) -> list[Finding]:
    """What a rule finds, as the check would."""
    entry.batch.on = on
    renewal = ledger("renewal")
    rules = (one for one in renewal.rule_named(slug) if one.kind == entry.kind)
    return [found for one in rules for found in judge(one, renewal.values, entry, on)]


def verdicts(entry: Entry, slug: str, on: date) -> set[Verdict]:
    """The verdicts alone."""
    return {one.verdict for one in findings(entry, slug, on)}
