"""Figures of works and of what residents say: projects, lifts, pipes, spaces, answers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from yiding.ledgers.renewal.contents import CARE, CHARGING, PIPES
from yiding.ledgers.renewal.standing import NONE, saying, sum_of
from yiding.rules import Entry, Figure, indicator
from yiding.rules.indicator import ratio, share, total

KILOMETRE = Decimal(1000)


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


@indicator(
    english="Lifts begun",
    unit="部",
    period="月",
    formula="已开工的加装电梯数",
    kind="lift",
)
def lifts_started(lifts: Sequence[Entry], on: date) -> Figure:
    """加装电梯开工数。"""
    begun = [one for one in lifts if one.start_date and one.start_date <= on]
    return total(len(begun), begun)


@indicator(
    english="Lifts in use",
    unit="部",
    period="月",
    formula="已投用的加装电梯数",
    kind="lift",
)
def lifts_in_use(lifts: Sequence[Entry], on: date) -> Figure:
    """加装电梯投用数。"""
    used = [one for one in lifts if one.in_use_on and one.in_use_on <= on]
    return total(len(used), used)


def _done(contents: Sequence[Entry], items: frozenset[str]) -> Figure:
    told = [one for one in saying(contents, "done") if one.item in items]
    return total(sum_of(told, "done"), told)


@indicator(
    english="Pipes renewed",
    unit="km",
    period="月",
    formula="供水、排水、供气、供热管网完成长度",
    kind="content_item",
)
def pipes_renewed(contents: Sequence[Entry], _: date) -> Figure:
    """改造管网长度。"""
    told = [one for one in saying(contents, "done") if one.item in PIPES]
    lengths = (one.done / _metres(one) for one in told)
    return total(sum(lengths, NONE), told)


def _metres(content: Entry) -> Decimal:
    """How many of its unit make a kilometre: metres unless it says kilometres."""
    is_long = (content.quantity_unit or "").lower() in {"km", "公里", "千米"}
    return Decimal(1) if is_long else KILOMETRE


@indicator(
    english="Parking spaces added",
    unit="个",
    period="月",
    formula="停车位完成数",
    kind="content_item",
)
def parking_added(contents: Sequence[Entry], _: date) -> Figure:
    """新增停车位。"""
    return _done(contents, frozenset({"parking"}))


@indicator(
    english="Charging points added",
    unit="个",
    period="月",
    formula="电动自行车、汽车充电设施完成数",
    kind="content_item",
)
def charging_added(contents: Sequence[Entry], _: date) -> Figure:
    """新增充电设施。"""
    return _done(contents, CHARGING)


@indicator(
    english="Care facilities added",
    unit="个",
    period="月",
    formula="养老、托育设施完成数",
    kind="content_item",
)
def care_added(contents: Sequence[Entry], _: date) -> Figure:
    """新增养老托育设施。"""
    return _done(contents, CARE)


def _quotient(entries: Sequence[Entry], part: str, whole: str) -> Figure:
    told = saying(entries, part, whole)
    return ratio(sum_of(told, part), sum_of(told, whole), told, 100)


@indicator(
    english="Households that answered",
    unit="%",
    period="年",
    formula="收回户数 ÷ 发出户数",
    kind="will_survey",
)
def participation(surveys: Sequence[Entry], _: date) -> Figure:
    """参与率。"""
    return _quotient(surveys, "answered", "asked")


@indicator(
    english="Households that agree",
    unit="%",
    period="年",
    formula="同意户数 ÷ 收回户数",
    kind="will_survey",
)
def agreement(surveys: Sequence[Entry], _: date) -> Figure:
    """同意率。"""
    return _quotient(surveys, "agree", "answered")


@indicator(
    english="Households satisfied",
    unit="%",
    period="年",
    formula="满意户数 ÷ 收回户数",
    kind="satisfaction",
)
def satisfaction(surveys: Sequence[Entry], _: date) -> Figure:
    """满意度。"""
    return _quotient(surveys, "satisfied", "answered")
