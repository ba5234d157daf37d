"""Figures of communities: begun, finished, accepted, looked after, complained of."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from yiding.ledgers.renewal.judged import findings
from yiding.ledgers.renewal.standing import Standing, saying, sum_of
from yiding.rules import Entry, Figure, indicator
from yiding.rules.indicator import ratio, share, total

THOUSAND = 1000


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


def _accepted(communities: Sequence[Entry], on: date) -> list[Entry]:
    return [one for one in communities if one.acceptance_date and one.acceptance_date <= on]


def _wanting(community: Entry, on: date) -> set[str]:
    """What of the handover is missing."""
    found = findings(community, "kept-after-acceptance", on)
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
