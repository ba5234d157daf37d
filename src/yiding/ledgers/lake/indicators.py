"""Figures reported: water, bloom and black water, supply, salvage, data, the two bottom lines.

A year's figures run from 1 January to the day asked for; last year's to the same day a year ago.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal

from yiding.ledgers.lake.figures import (
    blooms,
    compliant,
    day_of,
    days_of_season,
    has_exceedance,
    index_of,
    is_major,
    last_year,
    mean,
    mean_change,
    of_year,
    total_of,
    values_a_day,
)
from yiding.rules import Entry, Figure, indicator
from yiding.rules.indicator import Indicator, ratio, share, total

Lines = Callable[[Sequence[Entry], date], Figure]
YEAR, SEASON = "年初至今", "四月至十月"


def _mean(
    slug: str, title: str, english: str, unit: str, of: Callable[[Entry], object]
) -> Indicator:
    """The mean of a factor over the lake's samples of the year."""

    def lines(samples: Sequence[Entry], on: date) -> Figure:
        return mean(of_year(samples, on), of)

    lines.__name__, lines.__doc__ = slug, f"{title}。"
    formula = "湖体有效水样的数值之和 ÷ 水样数"
    made = indicator(
        english=english, unit=unit, period=YEAR, formula=formula, kind="sample", better="less"
    )
    return made(lines)


def _change(slug: str, title: str, english: str, of: Callable[[Entry], object]) -> Indicator:
    """The change of that mean on the same days of last year, in per cent."""

    def lines(samples: Sequence[Entry], on: date) -> Figure:
        return mean_change(of_year(samples, on), last_year(samples, on), of)

    lines.__name__, lines.__doc__ = slug, f"{title}。"
    formula = "(今年均值 − 上年同期均值) ÷ 上年同期均值"
    made = indicator(
        english=english, unit="%", period=YEAR, formula=formula, kind="sample", better="less"
    )
    return made(lines)


def _phosphorus(sample: Entry) -> object:
    return sample.total_phosphorus


def _nitrogen(sample: Entry) -> object:
    return sample.total_nitrogen


total_phosphorus_mean = _mean(
    "total_phosphorus_mean", "总磷均值", "Mean total phosphorus", "mg/L", _phosphorus
)
total_phosphorus_change = _change(
    "total_phosphorus_change", "总磷均值比上年", "Total phosphorus against last year", _phosphorus
)
total_nitrogen_mean = _mean(
    "total_nitrogen_mean", "总氮均值", "Mean total nitrogen", "mg/L", _nitrogen
)
total_nitrogen_change = _change(
    "total_nitrogen_change", "总氮均值比上年", "Total nitrogen against last year", _nitrogen
)
trophic_index_mean = _mean(
    "trophic_index_mean", "综合营养状态指数均值", "Mean trophic index", "", index_of
)
trophic_index_change = _change(
    "trophic_index_change",
    "综合营养状态指数均值比上年",
    "Trophic index against last year",
    index_of,
)


@indicator(
    english="Compliance of drinking-water sources",
    unit="%",
    period=YEAR,
    formula="达标水样数 ÷ 水源地水样数",
    kind="sample",
)
def source_compliance(samples: Sequence[Entry], on: date) -> Figure:
    """水源地达标率。"""
    rated = [one for one in of_year(samples, on) if one.is_source]
    return share([one for one in rated if compliant(one)], rated)


@indicator(
    english="Compliance of inflow sections",
    unit="%",
    period=YEAR,
    formula="达到水质目标的入湖河道水样数 ÷ 有目标的入湖河道水样数",
    kind="sample",
)
def section_compliance(samples: Sequence[Entry], on: date) -> Figure:
    """入湖河道断面达标率。"""
    rated = [one for one in of_year(samples, on) if one.body == "river" and one.target]
    return share([one for one in rated if compliant(one)], rated)


@indicator(
    english="Days with bloom",
    unit="天",
    period=YEAR,
    formula="有水华面积的不同日期数",
    kind="bloom_scene",
    better="less",
)
def bloom_days(scenes: Sequence[Entry], on: date) -> Figure:
    """水华天数。"""
    seen = blooms(scenes, on)
    return total(len({day_of(one) for one in seen}), seen)


@indicator(
    english="Largest bloom",
    unit="km²",
    period=YEAR,
    formula="各次遥感水华面积的最大值",
    kind="bloom_scene",
    better="less",
)
def bloom_largest_area(scenes: Sequence[Entry], on: date) -> Figure:
    """最大水华面积。"""
    seen = blooms(scenes, on)
    largest = max(seen, key=lambda one: one.area_km2, default=None)
    return total(largest.area_km2, [largest]) if largest else total(0, [])


@indicator(
    english="Mean bloom",
    unit="km²",
    period=YEAR,
    formula="各次水华面积之和 ÷ 水华次数",
    kind="bloom_scene",
    better="less",
)
def bloom_mean_area(scenes: Sequence[Entry], on: date) -> Figure:
    """平均水华面积。"""
    return mean(blooms(scenes, on), lambda one: one.area_km2)


@indicator(
    english="First day with bloom",
    unit="年内第几天",
    period=YEAR,
    formula="最早一次水华在一年中的日序",
    kind="bloom_scene",
)
def bloom_first_day(scenes: Sequence[Entry], on: date) -> Figure:
    """首次水华日（年内第几天）。"""
    return _edge(blooms(scenes, on), first=True)


@indicator(
    english="Last day with bloom",
    unit="年内第几天",
    period=YEAR,
    formula="最近一次水华在一年中的日序",
    kind="bloom_scene",
    better="less",
)
def bloom_last_day(scenes: Sequence[Entry], on: date) -> Figure:
    """末次水华日（年内第几天）。"""
    return _edge(blooms(scenes, on), first=False)


def _edge(scenes: Sequence[Entry], *, first: bool) -> Figure:
    dated = sorted((one for one in scenes if day_of(one)), key=lambda one: str(day_of(one)))
    if not dated:
        return Figure(None, Decimal(0), None, ())
    found = dated[0] if first else dated[-1]
    day = day_of(found)
    return total(day.timetuple().tm_yday if day else 0, [found])


@indicator(
    english="Events of black water",
    unit="次",
    period=YEAR,
    formula="湖泛记录数",
    kind="blackwater",
    better="less",
)
def blackwater_count(waters: Sequence[Entry], on: date) -> Figure:
    """湖泛次数。"""
    seen = of_year(waters, on)
    return total(len(seen), seen)


@indicator(
    english="Largest black water",
    unit="km²",
    period=YEAR,
    formula="各次湖泛面积的最大值",
    kind="blackwater",
    better="less",
)
def blackwater_largest_area(waters: Sequence[Entry], on: date) -> Figure:
    """最大湖泛面积。"""
    seen = [one for one in of_year(waters, on) if one.area_km2 is not None]
    largest = max(seen, key=lambda one: one.area_km2, default=None)
    return total(largest.area_km2, [largest]) if largest else total(0, [])


@indicator(
    english="Days of black water",
    unit="天",
    period=YEAR,
    formula="每次从发现日到结束日（未结束的到当天）的天数之和，首尾都算",
    kind="blackwater",
    better="less",
)
def blackwater_days(waters: Sequence[Entry], on: date) -> Figure:
    """湖泛持续天数。"""
    seen = [one for one in of_year(waters, on) if one.found_at is not None]
    days = sum((_last_day(one, on) - one.found_at.date()).days + 1 for one in seen)
    return total(days, seen)


def _last_day(water: Entry, on: date) -> date:
    return min(water.ended_at.date(), on) if water.ended_at else on


@indicator(
    english="Algal water salvaged",
    unit="t",
    period=YEAR,
    formula="打捞藻水吨数之和",
    kind="salvage",
)
def salvaged_algal_water(salvages: Sequence[Entry], on: date) -> Figure:
    """藻水打捞量。"""
    done = of_year(salvages, on)
    return total(total_of(done, "algae_water_t"), done)


@indicator(
    english="Share of algal water treated",
    unit="%",
    period=YEAR,
    formula="已处置藻水吨数 ÷ 打捞藻水吨数",
    kind="salvage",
)
def salvage_disposal_share(salvages: Sequence[Entry], on: date) -> Figure:
    """藻水处置率。"""
    done = [one for one in of_year(salvages, on) if one.algae_water_t is not None]
    return ratio(total_of(done, "disposed_t"), total_of(done, "algae_water_t"), done, 100)


@indicator(
    english="Treated on the day of salvage",
    unit="%",
    period=YEAR,
    formula="当天处置的打捞记录数 ÷ 打捞记录数",
    kind="salvage",
)
def salvage_same_day_share(salvages: Sequence[Entry], on: date) -> Figure:
    """打捞日产日清率。"""
    done = [one for one in of_year(salvages, on) if one.algae_water_t]
    return share([one for one in done if one.disposed_on and one.disposed_on == one.date], done)


@indicator(
    english="Data capture",
    unit="%",
    period=YEAR,
    formula="有效四小时值个数之和 ÷ 应有个数之和（每天六个）",
    kind="capture",
)
def data_capture_share(captures: Sequence[Entry], on: date) -> Figure:
    """监测数据获取率。"""
    told = [one for one in of_year(captures, on) if None not in (one.valid_values, one.days)]
    expected = total_of(told, "days") * values_a_day()
    return ratio(total_of(told, "valid_values"), expected, told, 100)


@indicator(
    english="Minutes from finding to report",
    unit="min",
    period=YEAR,
    formula="从发现到报告的分钟数之和 ÷ 有两个时间的事件数",
    kind="event",
    better="less",
)
def event_response_minutes(events: Sequence[Entry], on: date) -> Figure:
    """应急响应时间。"""
    timed = [one for one in of_year(events, on) if one.found_at and one.reported_at]
    return mean(timed, lambda one: Decimal((one.reported_at - one.found_at).total_seconds()) / 60)


@indicator(
    english="Days the least reserve source lasts",
    unit="天",
    period="当天",
    formula="各水源地备用水源可供天数的最小值",
    kind="intake",
)
def reserve_days_least(intakes: Sequence[Entry], _: date) -> Figure:
    """备用水源最少可供天数。"""
    told = [(days, one) for one in intakes if (days := _reserve(one)) is not None]
    if not told:
        return Figure(None, Decimal(0), None, ())
    days, least = min(told, key=lambda one: one[0])
    return total(days, [least])


def _reserve(intake: Entry) -> Decimal | None:
    if intake.reserve_days is not None or not intake.daily_use or intake.spare_capacity is None:
        return intake.reserve_days  # type: ignore[no-any-return]
    return Decimal(intake.spare_capacity / intake.daily_use)


@indicator(
    english="Days of safe supply from sources",
    unit="天",
    period=YEAR,
    formula="各水源地供水安全天数的最小值",
    kind="intake",
)
def safe_supply_days(intakes: Sequence[Entry], _: date) -> Figure:
    """水源地供水安全天数。"""
    told = [one for one in intakes if one.safe_days is not None]
    least = min(told, key=lambda one: one.safe_days, default=None)
    return total(least.safe_days, [least]) if least else Figure(None, Decimal(0), None, ())


@indicator(
    english="Days of the season with patrol",
    unit="%",
    period=SEASON,
    formula="易发季节中有巡查的天数 ÷ 到当天为止的季节天数",
    kind="patrol",
)
def season_patrol_share(patrols: Sequence[Entry], on: date) -> Figure:
    """湖泛易发季节巡查到位率。"""
    days = days_of_season(on)
    kept = [one for one in of_year(patrols, on) if one.date in days]
    return ratio(Decimal(len({one.date for one in kept})), Decimal(len(days)), kept, 100)


@indicator(
    english="Bottom line 1: exceedances of finished water",
    unit="次",
    period=YEAR,
    formula="任一指标超标的出厂水水样数；不为零即亮红灯",
    kind="finished_water",
    better="less",
)
def red_light_finished_water(waters: Sequence[Entry], on: date) -> Figure:
    """红灯一：出厂水超标次数（确保饮用水安全）。"""
    wrong = [one for one in of_year(waters, on) if has_exceedance(one, on)]
    return total(len(wrong), wrong)


@indicator(
    english="Bottom line 2: major black water",
    unit="次",
    period=YEAR,
    formula="达到重大级的湖泛次数；不为零即亮红灯",
    kind="blackwater",
    better="less",
)
def red_light_major_blackwater(waters: Sequence[Entry], on: date) -> Figure:
    """红灯二：重大级湖泛次数（确保不发生大面积湖泛）。"""
    major = [one for one in of_year(waters, on) if is_major(one, on)]
    return total(len(major), major)
