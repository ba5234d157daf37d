"""Figures of what happened: strikes, warnings, disasters, lessons, and of the yearly statistics."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from yiding.ledgers.lightning.standing import (
    Strikes,
    end_of,
    is_ground,
    median,
    of_latest_year,
    within_year,
)
from yiding.rules import Entry, Figure, indicator
from yiding.rules.indicator import ratio, share, total

MILLION, TEN_THOUSAND, SECONDS = Decimal(1_000_000), Decimal(10_000), Decimal(60)


def _sum_beside(entries: Sequence[Entry], on: date, *fields: str) -> Decimal:
    """A figure of the latest yearly statistics beside the entries, over all districts.

    The first of `fields` that a district tells counts.
    """
    beside = entries[0].batch.of_kind("annual_return") if entries else ()
    told = (
        next((one.values[name] for name in fields if one.values.get(name)), Decimal(0))
        for one in of_latest_year(beside, on)
    )
    return sum(told, Decimal(0))


@indicator(
    english="Density of ground flashes",
    unit="次/(km²·a)",
    period="年",
    formula="一年内的地闪次数 ÷ 监测面积",
    kind="strike",
    better="less",
)
def strike_density(strikes: Sequence[Entry], on: date) -> Figure:
    """雷击密度。"""
    told = [one for one in within_year(strikes, "occurred_at", on) if is_ground(one)]
    area = _sum_beside(strikes, on, "watched_area_km2", "area_km2")
    return ratio(Decimal(len(told)), area, told)


def _ended(warnings: Sequence[Entry], on: date) -> list[Entry]:
    """The warnings of a year that are over."""
    told = within_year(warnings, "issued_at", on)
    return [one for one in told if (ends := end_of(one)) is not None and ends.date() <= on]


def _struck(warnings: Sequence[Entry], on: date) -> Iterator[tuple[Entry, list[Entry]]]:
    """Each warning that is over, with the ground flashes under it."""
    ended = _ended(warnings, on)
    strikes = Strikes(ended[0].batch.of_kind("strike")) if ended else Strikes(())
    return ((one, strikes.under(one)) for one in ended)


@indicator(
    english="Minutes from the warning to the first strike",
    unit="min",
    period="年",
    formula="首次地闪时间 − 预警发布时间，各次预警的中位数",
    kind="warning",
)
def warning_lead(warnings: Sequence[Entry], on: date) -> Figure:
    """预警提前量。"""
    hit = [(one, struck[0]) for one, struck in _struck(warnings, on) if struck]
    leads = [
        Decimal(str((first.occurred_at - one.issued_at).total_seconds())) / SECONDS
        for one, first in hit
    ]
    middle = median(leads)
    return Figure(middle, middle or Decimal(0), None, tuple(one.id for one, _ in hit))


@indicator(
    english="Warnings after which lightning struck",
    unit="%",
    period="年",
    formula="有地闪的预警 ÷ 一年内已结束的预警",
    kind="warning",
)
def warning_hit_share(warnings: Sequence[Entry], on: date) -> Figure:
    """预警命中率。"""
    told = list(_struck(warnings, on))
    return share([one for one, struck in told if struck], [one for one, _ in told])


@indicator(
    english="Warnings after which no lightning struck",
    unit="%",
    period="年",
    formula="没有地闪的预警 ÷ 一年内已结束的预警",
    kind="warning",
    better="less",
)
def false_alarm_share(warnings: Sequence[Entry], on: date) -> Figure:
    """预警空报率。"""
    told = list(_struck(warnings, on))
    return share([one for one, struck in told if not struck], [one for one, _ in told])


@indicator(
    english="Lightning disasters of the year",
    unit="起",
    period="年",
    formula="一年内的雷电灾害",
    kind="disaster",
    better="less",
)
def disasters_of_year(disasters: Sequence[Entry], on: date) -> Figure:
    """雷灾起数。"""
    told = within_year(disasters, "occurred_at", on)
    return total(len(told), told)


@indicator(
    english="Deaths by lightning per million people",
    unit="人/百万人",
    period="年",
    formula="一年内的死亡人数 ÷ 常住人口 × 1000000",
    kind="disaster",
    better="less",
)
def deaths_per_million(disasters: Sequence[Entry], on: date) -> Figure:
    """百万人口雷灾死亡人数。"""
    told = [one for one in within_year(disasters, "occurred_at", on) if one.deaths]
    people = _sum_beside(disasters, on, "population")
    deaths = sum((one.deaths for one in told), Decimal(0))
    return ratio(deaths * MILLION, people, told)


@indicator(
    english="Direct loss by lightning",
    unit="万元",
    period="年",
    formula="一年内雷电灾害的直接经济损失之和",
    kind="disaster",
    better="less",
)
def direct_loss(disasters: Sequence[Entry], on: date) -> Figure:
    """雷灾直接经济损失。"""
    told = [one for one in within_year(disasters, "occurred_at", on) if one.direct_loss]
    return total(sum((one.direct_loss for one in told), Decimal(0)) / TEN_THOUSAND, told)


@indicator(
    english="Places where lightning defence is part of the safety assessment",
    unit="%",
    period="年",
    formula="已把防雷减灾纳入安全生产考核的地区 ÷ 报送年度统计的地区",
    kind="annual_return",
)
def in_safety_assessment(returns: Sequence[Entry], on: date) -> Figure:
    """防雷减灾纳入安全生产考核。"""
    told = [one for one in of_latest_year(returns, on) if one.in_safety_assessment is not None]
    return share([one for one in told if one.in_safety_assessment], told)


@indicator(
    english="Points of lightning defence in the safety assessment",
    unit="分",
    period="年",
    formula="各地区防雷减灾考核分值之和 ÷ 有分值的地区数",
    kind="annual_return",
)
def assessment_score(returns: Sequence[Entry], on: date) -> Figure:
    """防雷减灾考核分值。"""
    told = [one for one in of_latest_year(returns, on) if one.assessment_score is not None]
    scores = sum((one.assessment_score for one in told), Decimal(0))
    return ratio(scores, Decimal(len(told)), told)


@indicator(
    english="Public money spent on lightning defence per key unit",
    unit="元/家",
    period="年",
    formula="财政防雷支出 ÷ 防雷安全重点单位数",
    kind="annual_return",
    better="less",
)
def spending_per_key_unit(returns: Sequence[Entry], on: date) -> Figure:
    """重点单位平均财政防雷支出。"""
    told = [one for one in of_latest_year(returns, on) if one.spending is not None]
    sites = told[0].batch.of_kind("site") if told else ()
    keys = Decimal(sum(1 for one in sites if one.is_key_unit))
    return ratio(sum((one.spending for one in told), Decimal(0)), keys, told)


@indicator(
    english="Projects spared a second permit",
    unit="个",
    period="年",
    formula="并入施工图审查和竣工验收备案的项目数",
    kind="annual_return",
)
def permits_avoided(returns: Sequence[Entry], on: date) -> Figure:
    """避免重复许可的项目数。"""
    told = [one for one in of_latest_year(returns, on) if one.permits_avoided is not None]
    return total(sum((one.permits_avoided for one in told), Decimal(0)), told)


@indicator(
    english="Lessons on lightning held",
    unit="场",
    period="年",
    formula="一年内举办的防雷科普活动",
    kind="education",
)
def education_sessions(lessons: Sequence[Entry], on: date) -> Figure:
    """科普场次。"""
    told = within_year(lessons, "held_on", on)
    return total(len(told), told)
