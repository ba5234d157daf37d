"""Worked examples 例, run now: what a rule says of each, and whether it is what was expected."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache

from yiding.ledgers.catalogue import Ledger, ledger
from yiding.ledgers.checking import UnreadableEntries
from yiding.ledgers.trying import bears, try_case
from yiding.rules.cases import Case
from yiding.rules.entries import Entry
from yiding.rules.finding import Finding
from yiding.rules.judging import judge


@dataclass(frozen=True)
class CaseRun:
    """A case with what its rule found of it, and whether that is what the case expects."""

    case: Case
    entry: Entry | None
    findings: tuple[Finding, ...]
    holds: bool


@cache
def runs_of(slug: str, rule: str) -> tuple[CaseRun, ...]:
    """Every case of a rule, run once a process: cases and rules change with the package only."""
    kept = ledger(slug)
    return tuple(run_case(kept, one) for one in kept.cases if one.rule == rule)


def run_case(kept: Ledger, case: Case) -> CaseRun:
    """One case, run; one that cannot be read does not hold."""
    try:
        checked = try_case(kept, case)
    except UnreadableEntries:
        return CaseRun(case, None, (), holds=False)
    address = f"{kept.slug}/{case.rule}"
    found = tuple(one for one in checked.findings if one.rule == address)
    return CaseRun(case, checked.entry, found, bears(kept, case, checked))


def findings_of(kept: Ledger, rule: str, entry: Entry, on: date) -> tuple[Finding, ...]:
    """What one rule finds of an entry on a day."""
    return tuple(
        finding
        for one in kept.rule_named(rule)
        if one.kind == entry.kind
        for finding in judge(one, kept.values, entry, on)
    )
