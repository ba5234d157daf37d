"""Rules of grading and planning: 一般 or 重大, never lowered in silence; six parts, five things."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from yiding.ledgers.inspections.grading import (
    FACTS,
    GENERAL,
    MAJOR,
    TERMS,
    Grade,
    facts_given,
    grade,
)
from yiding.ledgers.inspections.planning import not_settled, parts_missing, plan_of
from yiding.ledgers.inspections.standing import is_major, said
from yiding.rules import Amounts, Answer, Entry, Reason, rule
from yiding.rules.answers import breached, computed, met, undetermined

NUMBERS = {
    "industry": ("工贸", "10号"),
    "coal": ("煤矿", "令第4号", "令4号", "85号"),
    "building": ("房屋市政", "建质规"),
    "mines": ("98号", "金属非金属"),
    "explosives": ("民爆", "337号"),
    "chemicals": ("121号", "危险化学品", "危化"),
    "fire": ("35181", "重大火灾隐患"),
}
"""The words by which a clause tells its trade, where none is recorded."""


def trade_of(hazard: Entry) -> str | None:
    """The trade whose criteria a clause belongs to; none where nothing tells it."""
    if hazard.trade:
        return str(hazard.trade)
    clause = hazard.standard_clause or ""
    return next((one for one, words in NUMBERS.items() if any(w in clause for w in words)), None)


@rule(
    cites="order-16-2007:3",
    kind=("hazard", "finding"),
    dated_by="found_at",
    sequence=True,
    english="The hazard is graded general or major by clause or facts",
)
def hazard_graded(hazard: Entry, amounts: Amounts, _: date) -> Answer | None:
    """隐患按判定条款或者事实分为一般和重大。"""
    if not facts_given(hazard):
        return _ungraded(hazard)
    trade = trade_of(hazard) if hazard.standard_clause else None
    standard = amounts["criteria_of_trade", trade] if trade else None
    found = grade(hazard)
    if trade and standard is None:
        found = grade(_without_clause(hazard))
        if found.level is None:
            return undetermined(
                Reason.UNCONFIRMED,
                note="发现当天没有收录该行业在施行的判定标准",
                note_en="no criteria of this trade are kept for the day it was found",
            )
    return _graded(found, standard)


def _without_clause(hazard: Entry) -> Entry:
    return replace(hazard, values={**hazard.values, "standard_clause": None})


def _ungraded(hazard: Entry) -> Answer | None:
    is_hazard = hazard.kind == "hazard" or hazard.category == "hazard"
    if hazard.level or not is_hazard:
        return None
    return undetermined(Reason.NO_DATA, ("level", *FACTS))


def _graded(found: Grade, standard: str | None) -> Answer:
    if found.is_contradictory:
        return undetermined(Reason.CONTRADICTORY, note=found.why, note_en=found.why_en)
    if found.level is None:
        return undetermined(
            Reason.JUDGEMENT,
            note="所记事实既不够一般也不够重大",
            note_en="the facts recorded make it neither general nor major",
        )
    source = f"（{standard}）" if standard else ""
    return computed(None, TERMS[found.level], note=found.why + source, note_en=found.why_en)


@rule(
    cites="order-16-2007:3",
    kind=("hazard", "finding"),
    dated_by="found_at",
    sequence=True,
    english="A grade is not lowered without a reason and a second person",
)
def grade_not_lowered(hazard: Entry, _: Amounts, __: date) -> Answer | None:
    """隐患等级不得无理由、无第二人复核而调低。"""
    if hazard.level is None or grade(hazard).level != MAJOR:
        return None
    if hazard.level != GENERAL:
        return met()
    wanting = {"降级理由": hazard.lowered_reason, "降级复核人": hazard.second_person}
    missing = tuple(name for name, given in wanting.items() if said(given) is not True)
    note, note_en = (
        "事实或者条款为重大，登记为一般",
        "major by facts or clause, registered as general",
    )
    return (
        breached(missing=missing, label="擅自降级", note=note, note_en=note_en)
        if missing
        else met(
            note=note + "，有理由和复核人", note_en=note_en + ", with reason and second person"
        )
    )


def _is_planned_for(entry: Entry) -> bool:
    """The six parts are for 重大 only; a plan of its own is taken for one unless it says 一般."""
    if entry.kind != "plan6":
        return is_major(entry)
    hazards = (entry.batch.look_up(kind, entry.of) for kind in ("hazard", "finding"))
    level = entry.level or next((one.level for one in hazards if one is not None), None)
    return bool(level != GENERAL)


@rule(
    cites="order-16-2007:15",
    kind=("hazard", "finding", "plan6"),
    sequence=True,
    english="The plan for a major hazard has all six parts",
)
def plan_complete(hazard: Entry, _: Amounts, __: date) -> Answer | None:
    """重大隐患治理方案六个部分齐全。"""
    if not _is_planned_for(hazard):
        return None
    plan = plan_of(hazard)
    if plan is None:
        return undetermined(Reason.NO_DATA, ("plan",))
    missing = parts_missing(plan)
    if not missing:
        return replace(met(), label="方案完整")
    return breached(
        missing=missing,
        label="方案不完整",
        note="补齐后方可开工治理",
        note_en="complete the plan before work starts",
    )


@rule(
    cites="order-16-2007:five",
    kind=("hazard", "finding", "plan6"),
    sequence=True,
    english="Duty, measures, money, time limit and emergency plan are settled",
)
def five_things_settled(hazard: Entry, _: Amounts, __: date) -> Answer | None:
    """重大隐患治理的责任、措施、资金、时限和预案落实。"""
    plan = plan_of(hazard) if _is_planned_for(hazard) else None
    settled = hazard.settled or (plan or {}).get("settled")
    if settled is None or not _is_planned_for(hazard):
        return None
    missing = not_settled(settled)
    return breached(missing=missing, label="五落实不全") if missing else met()
