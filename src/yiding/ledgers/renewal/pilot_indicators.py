"""Figures of mechanisms, pilot projects and votes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from yiding.ledgers.renewal.judged import findings, verdicts
from yiding.ledgers.renewal.standing import NONE
from yiding.rules import Entry, Figure, Verdict, indicator
from yiding.rules.indicator import ratio, share, total


@indicator(
    english="Mechanisms issued",
    unit="项",
    period="月",
    formula="已出台的机制数",
    kind="mechanism",
)
def mechanisms_issued(mechanisms: Sequence[Entry], on: date) -> Figure:
    """机制出台数。"""
    issued, _, behind = _mechanisms(mechanisms, on)
    return total(issued, behind)


@indicator(
    english="Share of the mechanisms issued",
    unit="%",
    period="月",
    formula="已出台的机制数 ÷ 要出台的机制数",
    kind="mechanism",
)
def mechanism_share(mechanisms: Sequence[Entry], on: date) -> Figure:
    """机制完成率。"""
    issued, wanted, behind = _mechanisms(mechanisms, on)
    return ratio(issued, wanted, behind, 100)


@indicator(
    english="Policy documents issued in time",
    unit="%",
    period="年",
    formula="期限当天或者之前出台的机制数 ÷ 期限已到的机制数",
    kind="mechanism",
)
def documents_in_time(mechanisms: Sequence[Entry], on: date) -> Figure:
    """政策文件按期率。"""
    told = [(one, verdicts(one, "mechanism-in-time", on)) for one in mechanisms]
    due = [one for one, found in told if found & {Verdict.MET, Verdict.OVERDUE}]
    return share([one for one, found in told if found == {Verdict.MET}], due)


def _mechanisms(mechanisms: Sequence[Entry], on: date) -> tuple[Decimal, Decimal, list[Entry]]:
    """How many are issued, of how many, and the entries that say so."""
    issued = [one for one in mechanisms if one.issued_on is not None and one.issued_on <= on]
    for one in mechanisms:
        for found in findings(one, "mechanisms-issued", on):
            measured, limit = found.answer.measured, found.answer.limit
            if isinstance(measured, Decimal) and isinstance(limit, Decimal):
                return measured, limit, issued or [one]
    return NONE, NONE, issued


@indicator(
    english="Pilot projects named and financed",
    unit="%",
    period="月",
    formula="落实并且融资到位的试点项目数 ÷ 试点项目数",
    kind="project",
)
def pilots_settled(projects: Sequence[Entry], on: date) -> Figure:
    """试点项目落实率。"""
    pilots = [one for one in projects if one.is_pilot]
    settled = [one for one in pilots if _is_settled(one, on)]
    return share(settled, pilots)


def _is_settled(pilot: Entry, on: date) -> bool:
    """Named, and where it is financed the money has come, late or not."""
    is_named = pilot.named_on is not None and pilot.named_on <= on
    return is_named and verdicts(pilot, "pilot-financed", on) <= {Verdict.MET, Verdict.OVERDUE}


@indicator(
    english="Votes passed",
    unit="%",
    period="年",
    formula="通过的表决 ÷ 有结果的表决",
    kind="owner_vote",
)
def votes_passed(votes: Sequence[Entry], on: date) -> Figure:
    """表决通过率。"""
    rules = ("vote-passes", "lift-vote-passes")
    told = [(one, verdicts(one, rules[0], on) | verdicts(one, rules[1], on)) for one in votes]
    decided = [one for one, found in told if found & {Verdict.MET, Verdict.BREACHED}]
    return share([one for one, found in told if found == {Verdict.MET}], decided)
