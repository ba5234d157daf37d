"""One rule each under its citation, gathered from the modules named for what they judge."""

from __future__ import annotations

from yiding.ledgers.inspections.closing_rules import (
    accepted_by_another,
    accepted_state_is_complete,
    closed_by_due_day,
    closed_with_proof,
    rectified_by_due_day,
    supervision_lifted_in_time,
)
from yiding.ledgers.inspections.enforcement_rules import (
    closure_proposed,
    cut_approved_in_writing,
    daily_fine_starts,
    fine_within_band,
    hazard_fine_within_band,
    penalty_for_not_removing,
    permit_fine_within_band,
    power_cut_noticed,
    refusal_brings_stop,
    risk_fine_within_band,
)
from yiding.ledgers.inspections.graded_rules import (
    five_things_settled,
    grade_not_lowered,
    hazard_graded,
    plan_complete,
)
from yiding.ledgers.inspections.major_rules import (
    major_hazard_reported,
    major_hazard_supervised,
    request_reviewed_in_time,
    resumed_after_review,
    stopped_where_unsafe,
)
from yiding.ledgers.inspections.period_rules import (
    drilled_in_time,
    extension_asked_in_time,
    level_granted_by_its_body,
    permit_in_force,
    permit_term_right,
    standard_level_valid,
)
from yiding.ledgers.inspections.risk_rules import (
    change_reported_promptly,
    first_report_in_time,
    fully_identified_each_year,
    grave_risk_reported,
    periodic_report_in_time,
    risk_coloured,
)
from yiding.ledgers.inspections.round_rules import (
    group_reported_in_time,
    one_supervising_department,
    plan_filed_in_time,
    printed_share_agrees,
    rectified_share,
)

__all__ = [
    "accepted_by_another",
    "accepted_state_is_complete",
    "change_reported_promptly",
    "closed_by_due_day",
    "closed_with_proof",
    "closure_proposed",
    "cut_approved_in_writing",
    "daily_fine_starts",
    "drilled_in_time",
    "extension_asked_in_time",
    "fine_within_band",
    "first_report_in_time",
    "five_things_settled",
    "fully_identified_each_year",
    "grade_not_lowered",
    "grave_risk_reported",
    "group_reported_in_time",
    "hazard_fine_within_band",
    "hazard_graded",
    "level_granted_by_its_body",
    "major_hazard_reported",
    "major_hazard_supervised",
    "one_supervising_department",
    "penalty_for_not_removing",
    "periodic_report_in_time",
    "permit_fine_within_band",
    "permit_in_force",
    "permit_term_right",
    "plan_complete",
    "plan_filed_in_time",
    "power_cut_noticed",
    "printed_share_agrees",
    "rectified_by_due_day",
    "rectified_share",
    "refusal_brings_stop",
    "request_reviewed_in_time",
    "resumed_after_review",
    "risk_coloured",
    "risk_fine_within_band",
    "standard_level_valid",
    "stopped_where_unsafe",
    "supervision_lifted_in_time",
]
