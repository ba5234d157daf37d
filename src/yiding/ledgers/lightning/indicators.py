"""Figures of devices, sites, reports and permits; those of what happened stand in a file apart."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal

from yiding.ledgers.lightning.event_indicators import (
    assessment_score,
    deaths_per_million,
    direct_loss,
    disasters_of_year,
    education_sessions,
    false_alarm_share,
    in_safety_assessment,
    permits_avoided,
    spending_per_key_unit,
    strike_density,
    warning_hit_share,
    warning_lead,
)
from yiding.ledgers.lightning.report_rules import has_failed
from yiding.ledgers.lightning.standing import (
    department_of,
    due,
    is_asked,
    is_key,
    median,
    said_of,
    within_year,
)
from yiding.rules import Entry, Figure, Verdict, indicator
from yiding.rules.indicator import ratio, share, total

__all__ = [
    "assessment_score",
    "deaths_per_million",
    "direct_loss",
    "disasters_of_year",
    "education_sessions",
    "false_alarm_share",
    "in_safety_assessment",
    "permits_avoided",
    "spending_per_key_unit",
    "strike_density",
    "warning_hit_share",
    "warning_lead",
]


def _in_time(devices: Sequence[Entry], on: date) -> Figure:
    """Of those the interval decides, the share not overdue."""
    told = [(one, due(one, on)) for one in devices]
    asked = [(one, answer) for one, answer in told if is_asked(answer)]
    kept = [one for one, answer in asked if answer and answer.verdict != Verdict.OVERDUE]
    return share(kept, [one for one, _ in asked])


@indicator(
    english="Devices inspected within their interval",
    unit="%",
    period="月",
    formula="在检测间隔以内的防雷装置 ÷ 应检测的防雷装置",
    kind="device",
)
def inspected_in_time_share(devices: Sequence[Entry], on: date) -> Figure:
    """应检尽检率。"""
    return _in_time(devices, on)


@indicator(
    english="Devices of key units inspected within their interval",
    unit="%",
    period="月",
    formula="重点单位在检测间隔以内的防雷装置 ÷ 重点单位应检测的防雷装置",
    kind="device",
)
def key_units_in_time_share(devices: Sequence[Entry], on: date) -> Figure:
    """重点单位应检尽检率。"""
    return _in_time([one for one in devices if is_key(one)], on)


@indicator(
    english="Devices under meteorology inspected within their interval",
    unit="%",
    period="月",
    formula="气象监管的场所在检测间隔以内的防雷装置 ÷ 应检测的防雷装置",
    kind="device",
)
def meteorology_in_time_share(devices: Sequence[Entry], on: date) -> Figure:
    """气象监管场所应检尽检率。"""
    return _in_time([one for one in devices if department_of(one) == "meteorology"], on)


@indicator(
    english="Devices under housing inspected within their interval",
    unit="%",
    period="月",
    formula="住建监管的建筑在检测间隔以内的防雷装置 ÷ 应检测的防雷装置",
    kind="device",
)
def housing_in_time_share(devices: Sequence[Entry], on: date) -> Figure:
    """住建监管建筑应检尽检率。"""
    return _in_time([one for one in devices if department_of(one) == "housing"], on)


@indicator(
    english="Devices under line departments inspected within their interval",
    unit="%",
    period="月",
    formula="专业部门监管的设施在检测间隔以内的防雷装置 ÷ 应检测的防雷装置",
    kind="device",
)
def line_in_time_share(devices: Sequence[Entry], on: date) -> Figure:
    """专业部门监管设施应检尽检率。"""
    return _in_time([one for one in devices if department_of(one) == "line"], on)


def _overdue(devices: Sequence[Entry], on: date) -> list[tuple[Entry, Decimal]]:
    told = [(one, due(one, on)) for one in devices]
    return [
        (one, Decimal(answer.days or 0))
        for one, answer in told
        if answer is not None and answer.verdict == Verdict.OVERDUE
    ]


@indicator(
    english="Devices whose inspection is overdue",
    unit="个",
    period="月",
    formula="超过检测间隔没有检测的防雷装置",
    kind="device",
    better="less",
)
def devices_overdue(devices: Sequence[Entry], on: date) -> Figure:
    """逾期未检数。"""
    late = [one for one, _ in _overdue(devices, on)]
    return total(len(late), late)


@indicator(
    english="Days overdue, in the middle",
    unit="天",
    period="月",
    formula="逾期未检的防雷装置逾期天数的中位数",
    kind="device",
    better="less",
)
def overdue_days_median(devices: Sequence[Entry], on: date) -> Figure:
    """逾期天数中位数。"""
    late = _overdue(devices, on)
    middle = median([days for _, days in late])
    behind = tuple(one.id for one, _ in late)
    return Figure(middle, middle or Decimal(0), None, behind)


@indicator(
    english="Structures overdue for inspection",
    unit="栋",
    period="月",
    formula="超过检测间隔没有检测的建筑物",
    kind="structure",
    better="less",
)
def structures_overdue(structures: Sequence[Entry], on: date) -> Figure:
    """逾期未检建筑物数。"""
    late = [one for one, _ in _overdue(structures, on)]
    return total(len(late), late)


@indicator(
    english="Key units with every inspection in time",
    unit="%",
    period="季度",
    formula="在检测间隔以内的重点单位 ÷ 重点单位",
    kind="site",
)
def key_units_covered_share(sites: Sequence[Entry], on: date) -> Figure:
    """重点单位覆盖率。"""
    keys = [one for one in sites if one.is_key_unit]
    in_time = {Verdict.MET, Verdict.DUE}
    covered = [one for one in keys if (told := due(one, on)) and told.verdict in in_time]
    return share(covered, keys)


@indicator(
    english="Failed reports mended and passed",
    unit="%",
    period="季度",
    formula="复检合格的 ÷ 一年内检测不合格的",
    kind="inspection",
)
def failed_rectified_share(inspections: Sequence[Entry], on: date) -> Figure:
    """不合格整改率。"""
    failed = [one for one in within_year(inspections, "inspected_on", on) if has_failed(one)]
    mended = [one for one in failed if said_of(one, "defects-mended", on) == Verdict.MET]
    return share(mended, failed)


def _is_by(moment: datetime | None, on: date) -> bool:
    return moment is not None and moment.date() <= on


@indicator(
    english="Reports uploaded to the national platform",
    unit="%",
    period="季度",
    formula="已上传全国平台的报告 ÷ 一年内的检测报告",
    kind="inspection",
)
def reports_uploaded_share(inspections: Sequence[Entry], on: date) -> Figure:
    """报告上传率。"""
    told = within_year(inspections, "inspected_on", on)
    sent = [one for one in told if one.is_uploaded or _is_by(one.uploaded_at, on)]
    return share(sent, told)


@indicator(
    english="Sampled reports that passed",
    unit="%",
    period="年",
    formula="抽查合格的报告 ÷ 抽查的报告",
    kind="inspection",
)
def sampled_passed_share(inspections: Sequence[Entry], on: date) -> Figure:
    """报告抽查合格率。"""
    sampled = [
        one
        for one in within_year(inspections, "inspected_on", on)
        if one.sampled_result is not None
    ]
    return share([one for one in sampled if one.sampled_result == "passed"], sampled)


@indicator(
    english="Price of a point inspected",
    unit="元/点",
    period="年",
    formula="一年内的检测费用 ÷ 检测点数",
    kind="inspection",
    better="less",
)
def price_per_point(inspections: Sequence[Entry], on: date) -> Figure:
    """检测单价。"""
    told = [one for one in within_year(inspections, "inspected_on", on) if one.points and one.fee]
    fees = sum((one.fee for one in told), Decimal(0))
    return ratio(fees, sum((one.points for one in told), Decimal(0)), told)


@indicator(
    english="Permits decided in time",
    unit="%",
    period="季度",
    formula="十个工作日内办结的许可 ÷ 一年内应办结的许可",
    kind="permit",
)
def permits_in_time_share(permits: Sequence[Entry], on: date) -> Figure:
    """许可按时办结率。"""
    told = within_year(permits, "received_on", on)
    judged = [(one, said_of(one, "decided-in-time", on)) for one in told]
    closed = [one for one, verdict in judged if verdict in {Verdict.MET, Verdict.OVERDUE}]
    return share([one for one, verdict in judged if verdict == Verdict.MET], closed)
