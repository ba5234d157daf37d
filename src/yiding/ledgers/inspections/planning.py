"""The plan for a major hazard 治理方案: which of its six parts are there."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from yiding.ledgers.inspections.handling import PLAN_PARTS
from yiding.ledgers.inspections.standing import beside, said
from yiding.rules.entries import Entry

WORDS: dict[str, tuple[str, ...]] = {
    "safety_and_emergency": ("预案", "emergency", "contingency"),
    "target_and_task": ("目标", "任务", "target", "task", "goal"),
    "method_and_measure": ("方法", "治理措施", "整改措施", "method", "方法措施", "measure", "措施"),
    "money_and_material": ("经费", "物资", "资金", "money", "material", "fund", "budget"),
    "body_and_people": ("机构", "人员", "责任", "body", "people", "person", "organi"),
    "time_limit_and_demand": ("时限", "要求", "期限", "time", "demand", "deadline", "requirement"),
}
FIVE = ("责任", "措施", "资金", "时限", "预案")

Plan = Mapping[str, Any]


def parts_missing(plan: Plan) -> tuple[str, ...]:
    """The Chinese names of the parts a plan does not have, in the order of the article."""
    listed = plan.get("parts")
    named = _named(listed) if listed is not None else frozenset()
    return tuple(
        term
        for part, (term, _, halves) in PLAN_PARTS.items()
        if part not in named and not _has(plan, part, halves)
    )


def _has(plan: Plan, part: str, halves: tuple[str, ...]) -> bool:
    whole = said(plan.get(part))
    if whole is not None:
        return whole
    told = [said(plan.get(half)) for half in halves]
    if part == "safety_and_emergency":
        return told[1] is True and told[0] is not False
    return True in told and False not in told


def _named(listed: tuple[str, ...]) -> frozenset[str]:
    """The parts that a list of names holds; safety measures alone are no emergency plan."""
    found = (_part_of(one.lower()) for one in listed)
    return frozenset(one for one in found if one)


def _part_of(name: str) -> str | None:
    if re.search("安全措施|safety", name):
        has_plan = any(word in name for word in WORDS["safety_and_emergency"])
        return "safety_and_emergency" if has_plan else None
    return next((part for part, words in WORDS.items() if any(w in name for w in words)), None)


def plan_of(entry: Entry) -> Plan | None:
    """The plan of a major hazard: its own parts, a record in it, a plan beside it; else none."""
    if entry.kind == "plan6":
        return entry.values
    if entry.plan:
        return _with_own(_one_plan(entry.plan), entry)
    if plans := beside(entry, "plan6"):
        *_, latest = plans
        return latest.values
    own = ("parts", *PLAN_PARTS, *(half for _, _, halves in PLAN_PARTS.values() for half in halves))
    given = [
        name for name in own if entry.values.get(name) is not None and name != "emergency_plan"
    ]
    if given:
        return entry.values
    return {} if said(entry.has_plan) is False else None


def _one_plan(records: tuple[Plan, ...]) -> Plan:
    """The latest record; where they are names of parts, one each, all of them together."""
    if all(set(one) == {"parts"} for one in records):
        return {"parts": tuple(name for one in records for name in one["parts"])}
    *_, latest = records
    return latest


def _with_own(plan: Plan, entry: Entry) -> Plan:
    """A plan whose emergency plan stands beside it in the entry."""
    own = entry.emergency_plan
    return {"emergency_plan": own, **plan} if own is not None else plan


def not_settled(listed: tuple[str, ...]) -> tuple[str, ...]:
    """What of 五落实 a list of names does not hold."""
    return tuple(one for one in FIVE if not any(one in name for name in listed))
