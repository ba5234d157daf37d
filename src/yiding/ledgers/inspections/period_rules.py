"""Rules that return: permits, drills and standardisation levels run out and are renewed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from yiding.dates.calendar import add_months
from yiding.rules import Amounts, Answer, Entry, Reason, Verdict, rule
from yiding.rules.answers import breached, by_day, met, undetermined

PERMITTED = (None, "coal", "mines", "building", "chemicals", "fireworks", "explosives")
GOVERNING = ("government", "department", "town")
"""Who drills once in two years; the others once in half a year."""


def _holds_permit(holder: Entry) -> bool:
    told = holder.expires_on is not None or holder.issued_on is not None
    return told and holder.permit_trade in PERMITTED


def _expiry(holder: Entry, amounts: Amounts) -> date:
    """The day printed, else three years after the day of issue."""
    last: date = holder.expires_on or add_months(holder.issued_on, int(amounts["permit_months"]))
    return last


def _valid_to(last: date, on: date) -> Answer:
    """Valid to the last day, itself included, then overdue."""
    answer = by_day(last, None, on)
    return replace(answer, verdict=Verdict.MET) if answer.verdict == Verdict.DUE else answer


@rule(
    cites="permit-regulation:9",
    kind=("permit", "enterprise"),
    sequence=True,
    english="An extension is asked three months before the permit ends",
)
def extension_asked_in_time(holder: Entry, amounts: Amounts, on: date) -> Answer | None:
    """安全生产许可证期满前三个月申请延期。"""
    if not _holds_permit(holder):
        return None
    expiry = _expiry(holder, amounts)
    last = add_months(expiry, -int(amounts["permit_ahead"]))
    answer = by_day(last, holder.extension_asked_on, on)
    if answer.verdict != Verdict.OVERDUE:
        return answer
    is_asked = holder.extension_asked_on is not None and holder.extension_asked_on <= on
    return replace(answer, label="逾期申请" if is_asked else "逾期未申请")


@rule(
    cites="permit-regulation:9",
    kind=("permit", "enterprise"),
    sequence=True,
    english="The permit holds no longer than three years",
)
def permit_term_right(holder: Entry, amounts: Amounts, _: date) -> Answer | None:
    """安全生产许可证有效期为三年。"""
    if not _holds_permit(holder) or None in (holder.issued_on, holder.expires_on):
        return None
    last = add_months(holder.issued_on, int(amounts["permit_months"]))
    if holder.expires_on <= last:
        return met(holder.expires_on.isoformat(), last.isoformat())
    return breached(holder.expires_on.isoformat(), last.isoformat(), label="有效期过长")


@rule(
    cites="permit-regulation:20",
    kind=("permit", "enterprise"),
    sequence=True,
    english="The permit has not run out",
)
def permit_in_force(holder: Entry, amounts: Amounts, on: date) -> Answer | None:
    """安全生产许可证在有效期内。"""
    if not _holds_permit(holder):
        return None
    last = max(_expiry(holder, amounts), holder.extended_to or date.min)
    answer = _valid_to(last, on)
    if answer.verdict == Verdict.MET:
        return answer
    return replace(answer, label="过期仍生产" if holder.is_producing is True else "已过期")


@rule(
    cites="emergency-regulation-2019:8.2",
    kind=("drill", "enterprise"),
    sequence=True,
    english="The emergency plan is drilled at the interval of the unit's type",
)
def drilled_in_time(unit: Entry, amounts: Amounts, on: date) -> Answer | None:
    """应急预案演练不超过规定的间隔。"""
    if unit.unit_type in (None, "other"):
        is_drill = unit.kind == "drill" and unit.unit_type is None
        return undetermined(Reason.NO_DATA, ("unit_type",)) if is_drill else None
    held = [one for one in (unit.last_drill_on, *(unit.drills or ())) if one and one <= on]
    first = max(held, default=unit.drill_duty_from)
    months = int(amounts["drill_months", unit.unit_type])
    if first is None:
        return undetermined(Reason.NO_DATA, ("last_drill_on",))
    answer = by_day(add_months(first, months), None, on)
    if answer.verdict == Verdict.OVERDUE:
        return replace(answer, label=f"未按{'两年' if unit.unit_type in GOVERNING else '半年'}演练")
    return Answer(Verdict.MET, due_on=answer.due_on, label="按期演练") if held else answer


@rule(
    cites="standardisation-2021-83:validity",
    kind=("standardisation", "enterprise"),
    sequence=True,
    english="The standardisation level has not run out",
)
def standard_level_valid(unit: Entry, amounts: Amounts, on: date) -> Answer | None:
    """安全生产标准化等级在有效期内。"""
    told = unit.standard_ends_on
    if unit.granted_on is None and told is None:
        is_own = unit.kind == "standardisation"
        return undetermined(Reason.NO_DATA, ("granted_on",)) if is_own else None
    if unit.granted_on is None:
        return _valid_to(told, on)
    last = add_months(unit.granted_on, int(amounts["standard_months"]))
    return _valid_to(min(last, told or last), on)


@rule(
    cites="standardisation-2021-83:levels",
    kind=("standardisation", "enterprise"),
    dated_by="granted_on",
    sequence=True,
    english="The level was granted by the body that grants it",
)
def level_granted_by_its_body(unit: Entry, amounts: Amounts, _: date) -> Answer | None:
    """标准化等级由规定的部门定级。"""
    if unit.standard_level is None or unit.granted_by is None:
        return None
    right = amounts["standard_grantor", unit.standard_level]
    return met() if unit.granted_by == right else breached(label="定级部门不符")
