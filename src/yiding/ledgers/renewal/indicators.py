"""Figures reported: unit, period, formula, and the entries behind."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from yiding.ledgers.catalogue import ledger
from yiding.ledgers.renewal.built_indicators import (
    agreement,
    care_added,
    charging_added,
    lifts_in_use,
    lifts_started,
    parking_added,
    participation,
    pipes_renewed,
    satisfaction,
)
from yiding.ledgers.renewal.money_indicators import (
    borrowed_money_in_place,
    central_money_in_place,
    cost_per_area,
    cost_per_household,
    investment_completed,
    local_money_in_place,
    money_in_place,
    resident_money_in_place,
    resident_money_share,
    society_money_share,
)
from yiding.ledgers.renewal.standing import NONE, Standing, saying, sum_of
from yiding.rules import Entry, Figure, Verdict, indicator
from yiding.rules.indicator import ratio, share, total
from yiding.rules.judging import judge

__all__ = [
    "agreement",
    "borrowed_money_in_place",
    "care_added",
    "central_money_in_place",
    "charging_added",
    "cost_per_area",
    "cost_per_household",
    "investment_completed",
    "lifts_in_use",
    "lifts_started",
    "local_money_in_place",
    "money_in_place",
    "parking_added",
    "participation",
    "pipes_renewed",
    "resident_money_in_place",
    "resident_money_share",
    "satisfaction",
    "society_money_share",
]

THOUSAND = 1000


def verdicts(entry: Entry, slug: str, on: date) -> set[Verdict]:
    """What a rule says of an entry, as the check would."""
    entry.batch.on = on
    renewal = ledger("renewal")
    rules = (one for one in renewal.rule_named(slug) if one.kind == entry.kind)
    return {found.verdict for one in rules for found in judge(one, renewal.values, entry, on)}


def holding(entries: Sequence[Entry], slug: str, on: date) -> list[Entry]:
    """The entries for which a rule holds."""
    return [one for one in entries if verdicts(one, slug, on) == {Verdict.MET}]


@indicator(
    english="Communities started",
    unit="%",
    period="月",
    formula="已开工小区数 ÷ 计划小区数",
    kind="community",
)
def communities_started(communities: Sequence[Entry], on: date) -> Figure:
    """开工率（小区）。"""
    standing = Standing(communities)
    planned = [one for one in communities if standing.is_planned(one)]
    return share([one for one in planned if standing.has(one, "start_date", on)], planned)


@indicator(
    english="Households started",
    unit="%",
    period="月",
    formula="已开工小区的户数 ÷ 计划小区的户数",
    kind="community",
)
def households_started(communities: Sequence[Entry], on: date) -> Figure:
    """开工率（户）。"""
    standing = Standing(communities)
    planned = [one for one in saying(communities, "households") if standing.is_planned(one)]
    started = [one for one in planned if standing.has(one, "start_date", on)]
    return ratio(sum_of(started, "households"), sum_of(planned, "households"), started, 100)


@indicator(
    english="Communities finished",
    unit="%",
    period="月",
    formula="已完工小区数 ÷ 计划小区数",
    kind="community",
)
def communities_finished(communities: Sequence[Entry], on: date) -> Figure:
    """完工率。"""
    standing = Standing(communities)
    planned = [one for one in communities if standing.is_planned(one)]
    return share([one for one in planned if standing.has(one, "finish_date", on)], planned)


@indicator(
    english="Finished communities accepted",
    unit="%",
    period="月",
    formula="已竣工验收小区数 ÷ 已完工小区数",
    kind="community",
)
def communities_accepted(communities: Sequence[Entry], on: date) -> Figure:
    """竣工验收率。"""
    standing = Standing(communities)
    finished = [one for one in communities if standing.has(one, "finish_date", on)]
    return share([one for one in finished if standing.has(one, "acceptance_date", on)], finished)


@indicator(
    english="Accepted projects settled",
    unit="%",
    period="季度",
    formula="已结算项目数 ÷ 已竣工验收项目数",
    kind="project",
)
def projects_settled(projects: Sequence[Entry], on: date) -> Figure:
    """结算率。"""
    accepted = [one for one in projects if one.acceptance_date and one.acceptance_date <= on]
    settled = [one for one in accepted if one.settlement_date and one.settlement_date <= on]
    return share(settled, accepted)


@indicator(
    english="Projects that join communities",
    unit="%",
    period="年",
    formula="含两个以上小区的项目数 ÷ 写明小区的项目数",
    kind="project",
)
def joined_projects(projects: Sequence[Entry], _: date) -> Figure:
    """片区联动项目占比。"""
    told = [one for one in projects if one.communities]
    return share([one for one in told if len(set(one.communities)) > 1], told)


def _mechanisms(mechanisms: Sequence[Entry], on: date) -> tuple[Decimal, Decimal, list[Entry]]:
    """How many are issued, of how many, and the entries that say so."""
    slug = "mechanisms-issued"
    issued = [one for one in mechanisms if one.issued_on is not None and one.issued_on <= on]
    renewal = ledger("renewal")
    for one in mechanisms:
        one.batch.on = on
        for rule in renewal.rule_named(slug):
            for found in judge(rule, renewal.values, one, on):
                measured, limit = found.answer.measured, found.answer.limit
                if isinstance(measured, Decimal) and isinstance(limit, Decimal):
                    return measured, limit, issued or [one]
    return NONE, NONE, issued


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


def _accepted(communities: Sequence[Entry], on: date) -> list[Entry]:
    return [one for one in communities if one.acceptance_date and one.acceptance_date <= on]


@indicator(
    english="Renovated communities with property management",
    unit="%",
    period="季度",
    formula="有物业管理方式的已验收小区 ÷ 已验收小区",
    kind="community",
)
def property_management(communities: Sequence[Entry], on: date) -> Figure:
    """引入物业率。"""
    accepted = _accepted(communities, on)
    return share([one for one in accepted if "property_mode" not in _wanting(one, on)], accepted)


@indicator(
    english="Renovated communities with a plan for the fund",
    unit="%",
    period="季度",
    formula="有维修资金方案的已验收小区 ÷ 已验收小区",
    kind="community",
)
def fund_recollection(communities: Sequence[Entry], on: date) -> Figure:
    """维修资金续筹率。"""
    accepted = _accepted(communities, on)
    return share([one for one in accepted if "fund_plan" not in _wanting(one, on)], accepted)


@indicator(
    english="Renovated communities nobody looks after",
    unit="个",
    period="季度",
    formula="长效管理缺失的已验收小区数",
    kind="community",
    better="less",
)
def long_term_missing(communities: Sequence[Entry], on: date) -> Figure:
    """长效管理缺失数。"""
    missing = [one for one in _accepted(communities, on) if _wanting(one, on)]
    return total(len(missing), missing)


def _wanting(community: Entry, on: date) -> set[str]:
    """What of the handover is missing."""
    community.batch.on = on
    renewal = ledger("renewal")
    rules = (one for one in renewal.rule_named("kept-after-acceptance") if one.kind == "community")
    found = (each for one in rules for each in judge(one, renewal.values, community, on))
    return {name for one in found for name in one.answer.missing}


@indicator(
    english="Complaints per thousand households",
    unit="件/千户",
    period="月",
    formula="12345投诉件数 ÷ 户数 × 1000",
    kind="community",
    better="less",
)
def complaints_per_thousand(communities: Sequence[Entry], _: date) -> Figure:
    """每千户投诉件数。"""
    told = saying(communities, "complaints", "households")
    return ratio(sum_of(told, "complaints"), sum_of(told, "households"), told, THOUSAND)
