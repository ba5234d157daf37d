"""Rule packs 规则包: local follow-up measures as data, and what follows from them on a day.

Nothing here knows Django: a pack is read from TOML, a matter is plain facts, and the day is an
argument.
"""

from yiding.dates import UnknownCalendarYear
from yiding.followup.rulepack_clocks import (
    deadline_of,
    due_after,
    end_of,
    first_day_over,
    next_report_due,
)
from yiding.followup.rulepack_dryrun import Step, dry_run
from yiding.followup.rulepack_errors import RulePackError
from yiding.followup.rulepack_facts import (
    Judgement,
    JudgementKind,
    MatterFacts,
    ProposedRung,
    Reason,
    SlipFacts,
    UndecidedRung,
)
from yiding.followup.rulepack_load import (
    NEUTRAL,
    load_rulepack,
    load_rulepacks,
    rulepacks_folder,
)
from yiding.followup.rulepack_messages import Words
from yiding.followup.rulepack_model import (
    Anchor,
    Approval,
    ApprovalName,
    Bilingual,
    Cadence,
    Clock,
    ClockName,
    DueSoon,
    Instrument,
    Origin,
    Quorum,
    RulePack,
    Rung,
    Scoring,
    SetAside,
    Silence,
    Term,
    Trigger,
)
from yiding.followup.rulepack_triggers import (
    judged_grounds,
    report_due,
    rungs_due,
    rungs_undecided,
)

__all__ = [
    "NEUTRAL",
    "Anchor",
    "Approval",
    "ApprovalName",
    "Bilingual",
    "Cadence",
    "Clock",
    "ClockName",
    "DueSoon",
    "Instrument",
    "Judgement",
    "JudgementKind",
    "MatterFacts",
    "Origin",
    "ProposedRung",
    "Quorum",
    "Reason",
    "RulePack",
    "RulePackError",
    "Rung",
    "Scoring",
    "SetAside",
    "Silence",
    "SlipFacts",
    "Step",
    "Term",
    "Trigger",
    "UndecidedRung",
    "UnknownCalendarYear",
    "Words",
    "deadline_of",
    "dry_run",
    "due_after",
    "end_of",
    "first_day_over",
    "judged_grounds",
    "load_rulepack",
    "load_rulepacks",
    "next_report_due",
    "report_due",
    "rulepacks_folder",
    "rungs_due",
    "rungs_undecided",
]
