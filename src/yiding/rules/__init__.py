"""What a ledger is made of: rules over fields, dated values, findings, cases, indicators."""

from __future__ import annotations

from yiding.rules.entries import Batch, Entry, Field, Kind, Option, Type
from yiding.rules.expression import Term, choose, compute, known, larger, ln, root, smaller
from yiding.rules.finding import Answer, Finding, Reason, Verdict
from yiding.rules.indicator import Figure, Indicator, indicator
from yiding.rules.rule import Amounts, Fields, Rule, rule
from yiding.rules.values import Values

__all__ = [
    "Amounts",
    "Answer",
    "Batch",
    "Entry",
    "Field",
    "Fields",
    "Figure",
    "Finding",
    "Indicator",
    "Kind",
    "Option",
    "Reason",
    "Rule",
    "Term",
    "Type",
    "Values",
    "Verdict",
    "choose",
    "compute",
    "indicator",
    "known",
    "larger",
    "ln",
    "root",
    "rule",
    "smaller",
]
