"""Figures of cases 办件: in time, told once, returned, rated."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from yiding.ledgers.powers.clock import day
from yiding.ledgers.powers.figures import HUNDRED, NONE, found, verdicts
from yiding.rules import Entry, Figure, Verdict, indicator
from yiding.rules.indicator import ratio, share, total

DECIDED = ("decided-in-time", "joint-decided-in-time", "first-review-in-time")
BAD, GOOD = ("bad", "very_bad"), ("very_good", "good")


def _decided(cases: Sequence[Entry], on: date) -> list[Entry]:
    """Those decided by the day."""
    return [one for one in cases if (done := day(one.decided_at)) is not None and done <= on]


@indicator(
    english="Cases decided in time",
    unit="%",
    period="月",
    formula="在法定期限内决定的办件数 ÷ 已决定、能判定的办件数",
    kind="case",
)
def cases_in_time(cases: Sequence[Entry], on: date) -> Figure:
    """按期办结率。"""
    judged = [(one, verdicts(one, DECIDED, on)) for one in _decided(cases, on)]
    known = [one for one, held in judged if held & {Verdict.MET, Verdict.OVERDUE}]
    late = {one.id for one, held in judged if Verdict.OVERDUE in held}
    return share([one for one in known if one.id not in late], known)


@indicator(
    english="Cases past their day and not decided",
    unit="件",
    period="日",
    formula="过了法定期限仍没有决定的办件数",
    kind="case",
    better="less",
)
def cases_overdue(cases: Sequence[Entry], on: date) -> Figure:
    """逾期未办结办件数。"""
    decided = {one.id for one in _decided(cases, on)}
    open_ = [one for one in cases if one.id not in decided]
    late = [one for one in open_ if Verdict.OVERDUE in verdicts(one, DECIDED, on)]
    return total(len(late), late)


@indicator(
    english="Time used of the time allowed",
    unit="%",
    period="月",
    formula="已决定办件实际用的工作日之和 ÷ 法定工作日之和",
    kind="case",
    better="less",
)
def actual_time_ratio(cases: Sequence[Entry], on: date) -> Figure:
    """实际用时比。"""
    used, allowed, behind = NONE, NONE, []
    for one in _decided(cases, on):
        for finding in found(one, DECIDED, on):
            measured, limit = finding.answer.measured, finding.answer.limit
            if isinstance(measured, Decimal) and isinstance(limit, Decimal):
                used, allowed = used + measured, allowed + limit
                behind.append(one)
    return ratio(used, allowed, behind, HUNDRED)


@indicator(
    english="Told once",
    unit="%",
    period="月",
    formula="一次告知全部补正内容的办件数 ÷ 告知过补正的办件数",
    kind="case",
)
def told_once_share(cases: Sequence[Entry], on: date) -> Figure:
    """一次告知率。"""
    judged = [(one, verdicts(one, ("everything-told-once",), on)) for one in cases]
    known = [one for one, held in judged if held]
    return share([one for one, held in judged if Verdict.MET in held], known)


@indicator(
    english="Cases returned",
    unit="%",
    period="月",
    formula="退件数 ÷ 收件数",
    kind="case",
    better="less",
)
def returned_share(cases: Sequence[Entry], on: date) -> Figure:
    """退件率。"""
    taken = [one for one in cases if (got := day(one.received_at)) is not None and got <= on]
    returned = [one for one in taken if one.is_returned or one.state == "returned"]
    return share(returned, taken)


@indicator(
    english="Bad reviews",
    unit="%",
    period="月",
    formula="不满意、非常不满意的办件数 ÷ 有评价的办件数",
    kind="case",
    better="less",
)
def bad_review_share(cases: Sequence[Entry], _: date) -> Figure:
    """差评率。"""
    rated = [one for one in cases if one.rating is not None]
    return share([one for one in rated if one.rating in BAD], rated)


@indicator(
    english="Bad reviews put right",
    unit="%",
    period="月",
    formula="已整改的差评数 ÷ 差评数",
    kind="case",
)
def bad_reviews_rectified(cases: Sequence[Entry], _: date) -> Figure:
    """差评整改率。"""
    bad = [one for one in cases if one.rating in BAD]
    return share([one for one in bad if one.rating_rectified], bad)


@indicator(
    english="Satisfaction",
    unit="%",
    period="月",
    formula="满意、非常满意的办件数 ÷ 有评价的办件数",
    kind="case",
)
def satisfaction(cases: Sequence[Entry], _: date) -> Figure:
    """群众满意度。"""
    rated = [one for one in cases if one.rating is not None]
    return share([one for one in rated if one.rating in GOOD], rated)


@indicator(
    english="Cases handled online",
    unit="%",
    period="月",
    formula="网上办理的办件数 ÷ 写明是否网办的办件数",
    kind="case",
)
def cases_online(cases: Sequence[Entry], _: date) -> Figure:
    """办件网办率。"""
    known = [one for one in cases if one.is_online is not None]
    return share([one for one in known if one.is_online], known)
