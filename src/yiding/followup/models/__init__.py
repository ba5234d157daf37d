"""The tables of the follow-through."""

from yiding.followup.models.closing import ClosingTest, LedgerReading, ProofResult
from yiding.followup.models.counts import MatterCount, PromiseMonth, Timing
from yiding.followup.models.matters import (
    NO_DATE,
    Conclusion,
    Evidence,
    Extension,
    Matter,
    MatterPeriod,
    Part,
    Report,
)
from yiding.followup.models.meetings import Attendance, Meeting, Topic
from yiding.followup.models.minutes import Minutes, Proposal, ReviewStep, StoredFile
from yiding.followup.models.slips import InboxItem, RulePackChoice, Slip

__all__ = [
    "NO_DATE",
    "Attendance",
    "ClosingTest",
    "Conclusion",
    "Evidence",
    "Extension",
    "InboxItem",
    "LedgerReading",
    "Matter",
    "MatterCount",
    "MatterPeriod",
    "Meeting",
    "Minutes",
    "Part",
    "PromiseMonth",
    "ProofResult",
    "Proposal",
    "Report",
    "ReviewStep",
    "RulePackChoice",
    "Slip",
    "StoredFile",
    "Timing",
    "Topic",
]
