"""Figures of what is built and what residents say: lifts, pipes, spaces, answers, satisfaction."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from yiding.ledgers.renewal.contents import CARE, CHARGING, PIPES
from yiding.ledgers.renewal.standing import NONE, saying, sum_of
from yiding.rules import Entry, Figure, indicator
from yiding.rules.indicator import ratio, total

KILOMETRE = Decimal(1000)


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
