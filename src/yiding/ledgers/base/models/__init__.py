"""The tables of the ledgers: one for the entries of all of them."""

from yiding.ledgers.base.models.assessment import AssessmentRow, AssessmentSheet, Target
from yiding.ledgers.base.models.entries import (
    GRAVITY,
    Entry,
    EntryFinding,
    EntryVerdict,
    EntryVersion,
    LedgerKeeper,
    SavedView,
)
from yiding.ledgers.base.models.figures import KeptFigure, LedgerChange
from yiding.ledgers.base.models.imports import CheckRun, Import

__all__ = [
    "GRAVITY",
    "AssessmentRow",
    "AssessmentSheet",
    "CheckRun",
    "Entry",
    "EntryFinding",
    "EntryVerdict",
    "EntryVersion",
    "Import",
    "KeptFigure",
    "LedgerChange",
    "LedgerKeeper",
    "SavedView",
    "Target",
]
