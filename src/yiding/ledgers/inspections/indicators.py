"""Figures reported: unit, period, formula, and the entries behind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from yiding.dates.calendar import add_months
from yiding.ledgers.inspections.standing import (
    closed_day,
    day,
    due_day,
    is_major,
    recorded,
)
from yiding.rules import Entry, Figure, indicator
from yiding.rules.indicator import ratio, share, total

YEAR = 12


def _closed(entries: Iterable[Entry], on: date) -> list[Entry]:
    return [one for one in entries if closed_day(one, on) is not None]


def _due(entries: Iterable[Entry], on: date) -> list[Entry]:
    """Those whose due day has come."""
    return [one for one in entries if (due := due_day(one)[0]) is not None and due <= on]


def _in_time(entries: Iterable[Entry], on: date) -> list[Entry]:
    """Those closed on or before their due day."""
    known = ((one, closed_day(one, on), due_day(one)[0]) for one in entries)
    return [one for one, closed, due in known if closed and due and closed <= due]


def _overdue(entries: Sequence[Entry], on: date) -> list[Entry]:
    """Those past their due day and still open; the due day itself is not past."""
    past = [one for one in entries if (due := due_day(one)[0]) is not None and due < on]
    return [one for one in past if closed_day(one, on) is None]


@indicator(
    english="Findings closed",
    unit="%",
    period="批次",
    formula="已销号问题数 ÷ 问题总数",
    kind="finding",
)
def findings_closed(findings: Sequence[Entry], on: date) -> Figure:
    """整改完成率。"""
    return share(_closed(findings, on), findings)


@indicator(
    english="Findings closed in time",
    unit="%",
    period="批次",
    formula="期限当天或者之前销号的问题数 ÷ 期限已到的问题数",
    kind="finding",
)
def findings_closed_in_time(findings: Sequence[Entry], on: date) -> Figure:
    """按期整改率。"""
    due = _due(findings, on)
    return share(_in_time(due, on), due)


@indicator(
    english="Findings overdue",
    unit="个",
    period="日",
    formula="过了期限仍未销号的问题数",
    kind="finding",
    better="less",
)
def findings_overdue(findings: Sequence[Entry], on: date) -> Figure:
    """逾期问题数。"""
    late = _overdue(findings, on)
    return total(len(late), late)


@indicator(
    english="Mean days to close a finding",
    unit="天",
    period="批次",
    formula="已销号问题从发现到销号的天数之和 ÷ 已销号问题数",
    kind="finding",
    better="less",
)
def mean_days_to_close(findings: Sequence[Entry], on: date) -> Figure:
    """平均整改天数。"""
    closed = [one for one in _closed(findings, on) if one.found_at is not None]
    days = sum(((closed_day(one, on) or on) - _found(one)).days for one in closed)
    return ratio(Decimal(days), Decimal(len(closed)), closed)


def _found(entry: Entry) -> date:
    return day(entry.found_at) or date.max


def _of_category(findings: Sequence[Entry], category: str) -> Figure:
    sorted_out = [one for one in findings if one.category is not None]
    return share([one for one in sorted_out if one.category == category], sorted_out)


@indicator(
    english="Share of leadership findings",
    unit="%",
    period="批次",
    formula="领导责任类问题数 ÷ 已分类问题数",
    kind="finding",
    better="less",
)
def leadership_share(findings: Sequence[Entry], _: date) -> Figure:
    """领导责任类问题占比。"""
    return _of_category(findings, "leadership")


@indicator(
    english="Share of supervision findings",
    unit="%",
    period="批次",
    formula="监管责任类问题数 ÷ 已分类问题数",
    kind="finding",
    better="less",
)
def supervision_share(findings: Sequence[Entry], _: date) -> Figure:
    """监管责任类问题占比。"""
    return _of_category(findings, "supervision")


@indicator(
    english="Share of findings on the enterprises themselves",
    unit="%",
    period="批次",
    formula="主体责任类问题数 ÷ 已分类问题数",
    kind="finding",
    better="less",
)
def enterprise_share(findings: Sequence[Entry], _: date) -> Figure:
    """主体责任类问题占比。"""
    return _of_category(findings, "enterprise")


@indicator(
    english="Findings that came back",
    unit="%",
    period="年",
    formula="回头看复发的问题数 ÷ 已回头看的问题数",
    kind="finding",
    better="less",
)
def findings_relapsed(findings: Sequence[Entry], on: date) -> Figure:
    """回头看复发率。"""
    looked_at = [one for one in findings if _is_rechecked(one, on)]
    return share([one for one in looked_at if recorded(one, "relapsed") is True], looked_at)


def _is_rechecked(finding: Entry, on: date) -> bool:
    on_day: date | None = recorded(finding, "recheck_on")
    return recorded(finding, "relapsed") is not None or (on_day is not None and on_day <= on)


@indicator(
    english="Hazards closed",
    unit="%",
    period="月",
    formula="已销号隐患数 ÷ 隐患总数",
    kind="hazard",
)
def hazards_closed(hazards: Sequence[Entry], on: date) -> Figure:
    """隐患整改完成率。"""
    return share(_closed(hazards, on), hazards)


@indicator(
    english="Hazards closed in time",
    unit="%",
    period="月",
    formula="期限当天或者之前销号的隐患数 ÷ 期限已到的隐患数",
    kind="hazard",
)
def hazards_closed_in_time(hazards: Sequence[Entry], on: date) -> Figure:
    """隐患按期整改率。"""
    due = _due(hazards, on)
    return share(_in_time(due, on), due)


@indicator(
    english="Major hazards closed",
    unit="%",
    period="月",
    formula="已销号重大隐患数 ÷ 重大隐患数",
    kind="hazard",
)
def major_hazards_closed(hazards: Sequence[Entry], on: date) -> Figure:
    """重大隐患整改率。"""
    major = [one for one in hazards if is_major(one)]
    return share(_closed(major, on), major)


@indicator(
    english="Hazards overdue",
    unit="条",
    period="日",
    formula="过了期限仍未销号的隐患数",
    kind="hazard",
    better="less",
)
def hazards_overdue(hazards: Sequence[Entry], on: date) -> Figure:
    """逾期隐患数。"""
    late = _overdue(hazards, on)
    return total(len(late), late)


@indicator(
    english="Hazards found by the enterprise itself",
    unit="%",
    period="月",
    formula="企业自查发现的隐患数 ÷ 写明是否自查的隐患数",
    kind="hazard",
)
def self_found_share(hazards: Sequence[Entry], _: date) -> Figure:
    """自查发现占比。"""
    told = [one for one in hazards if one.self_found is not None]
    return share([one for one in told if one.self_found], told)


@indicator(
    english="Repeated hazards",
    unit="%",
    period="年",
    formula="同一企业同一条款在12个月内再次出现的隐患数 ÷ 写明企业、条款和日期的隐患数",
    kind="hazard",
    better="less",
)
def repeated_share(hazards: Sequence[Entry], _: date) -> Figure:
    """重复隐患率。"""
    known = [one for one in hazards if one.enterprise and one.standard_clause and one.found_at]
    return share(_repeated(known), known)


def _repeated(known: Sequence[Entry]) -> list[Entry]:
    """Those found within a year after one of the same enterprise and clause."""
    seen: dict[tuple[str, str], date] = {}
    again = []
    for one in sorted(known, key=_found):
        key, found = (one.enterprise, one.standard_clause), _found(one)
        if key in seen and found <= add_months(seen[key], YEAR):
            again.append(one)
        seen[key] = found
    return again


@indicator(
    english="Money put into rectification",
    unit="元",
    period="年",
    formula="隐患整改资金之和",
    kind="hazard",
)
def rectification_funds(hazards: Sequence[Entry], _: date) -> Figure:
    """整改资金。"""
    paid = [one for one in hazards if one.funds is not None]
    return total(sum((one.funds for one in paid), Decimal(0)), paid)


@indicator(
    english="Problems a unit checked",
    unit="个/家",
    period="季",
    formula="发现问题数 ÷ 检查单位数",
    kind="inspection_round",
    better="less",
)
def problems_per_unit(rounds: Sequence[Entry], _: date) -> Figure:
    """隐患密度。"""
    told = [one for one in rounds if one.problems is not None and one.units_checked]
    return ratio(_sum(told, "problems"), _sum(told, "units_checked"), told)


def _sum(entries: Sequence[Entry], name: str) -> Decimal:
    return sum((Decimal(one.values[name]) for one in entries), Decimal(0))


@indicator(
    english="Reported problems rectified",
    unit="%",
    period="季",
    formula="各批次完成整改数之和 ÷ 发现问题数之和",
    kind="inspection_round",
)
def reported_rectified(rounds: Sequence[Entry], _: date) -> Figure:
    """通报整改率。"""
    told = [one for one in rounds if one.problems is not None and one.rectified is not None]
    return ratio(_sum(told, "rectified"), _sum(told, "problems"), told, scale=100)


@indicator(
    english="Reported major hazards rectified",
    unit="%",
    period="季",
    formula="各批次重大隐患整改数之和 ÷ 重大隐患数之和",
    kind="inspection_round",
)
def reported_major_rectified(rounds: Sequence[Entry], _: date) -> Figure:
    """通报重大隐患整改率。"""
    named = ("major_problems", "major_rectified")
    told = [one for one in rounds if all(one.values.get(name) is not None for name in named)]
    return ratio(_sum(told, "major_rectified"), _sum(told, "major_problems"), told, scale=100)


@indicator(
    english="Objects inspected",
    unit="%",
    period="年",
    formula="已巡查对象数 ÷ 应巡查对象数",
    kind="inspection_round",
)
def coverage(rounds: Sequence[Entry], _: date) -> Figure:
    """巡查覆盖率。"""
    named = ("objects_inspected", "objects_planned")
    told = [one for one in rounds if all(one.values.get(name) is not None for name in named)]
    return ratio(_sum(told, "objects_inspected"), _sum(told, "objects_planned"), told, scale=100)


@indicator(
    english="Supervisions lifted in time",
    unit="%",
    period="年",
    formula="期限当天或者之前解除的挂牌数 ÷ 期限已到的挂牌数",
    kind="supervise",
)
def supervisions_in_time(listings: Sequence[Entry], on: date) -> Figure:
    """挂牌督办按期率。"""
    due = [one for one in listings if one.due_on is not None and one.due_on <= on]
    return share([one for one in due if one.lifted_on and one.lifted_on <= one.due_on], due)


@indicator(
    english="People held to account",
    unit="人次",
    period="年",
    formula="约谈、诫勉、通报、处分等问责人次",
    kind="responsibility",
)
def held_to_account(deeds: Sequence[Entry], on: date) -> Figure:
    """问责人次。"""
    done = [one for one in deeds if one.date is None or one.date <= on]
    return total(len(done), done)


def by_district(
    findings: Iterable[Entry], on: date, field: str = "district"
) -> dict[str, tuple[Figure, Figure]]:
    """What each district, or each `field` (``unit``, ``object``), has: 销号 k/n, and those overdue.

    Those that name none come under the place code of their entry.
    """
    groups: dict[str, list[Entry]] = defaultdict(list)
    for one in findings:
        groups[str(one.values.get(field) or one.place)].append(one)
    return {name: _closed_and_late(group, on) for name, group in sorted(groups.items())}


def _closed_and_late(group: Sequence[Entry], on: date) -> tuple[Figure, Figure]:
    late = _overdue(group, on)
    return share(_closed(group, on), group), total(len(late), late)
