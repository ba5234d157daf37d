"""Rules over blooms, black water and events: how large, how grave, how soon reported."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from yiding.ledgers.lake.options import LEVELS
from yiding.ledgers.lake.plan import (
    NUMBERS,
    blackwater_conditions,
    bloom_conditions,
    level_of,
    ratio_of,
    share_told,
)
from yiding.rules import Amounts, Answer, Entry, Reason, rule
from yiding.rules.answers import breached, computed, met, undetermined

BLOOM = {"cites": "wujiang-bloom-plan-2020:major", "or_else": "yiding-readings:lake-bloom-level"}
BLACK = {
    "cites": "jiangsu-blackwater-plan-2020:major",
    "or_else": "yiding-readings:lake-blackwater-level",
}
SHARE = "yiding-readings:lake-area-ratio"


@rule(
    cites=SHARE,
    kind=("bloom_scene", "blackwater", "event"),
    sequence=True,
    english="Share of the lake covered",
)
def area_ratio(scene: Entry, amounts: Amounts, _: date) -> Answer | None:
    """面积占湖面的比例，四舍五入到三位小数。"""
    ratio = ratio_of(scene, amounts)
    if ratio is None or scene.area_km2 is None:
        return None
    if not 0 <= ratio <= 100:
        note = "面积小于零或大于湖面，请核对面积和分母"
        return undetermined(Reason.CONTRADICTORY, note=note, note_en="the area exceeds the surface")
    note, note_en = share_told(scene, amounts)
    return computed(round(ratio, 3), "占湖面比例", "%", note=note, note_en=note_en)


@rule(
    cites="hj-1098-2020:area",
    kind="bloom_scene",
    dated_by="time",
    sequence=True,
    english="Degree of bloom by area",
)
def bloom_degree_by_area(scene: Entry, amounts: Amounts, _: date) -> Answer | None:
    """面积比例对应的水华程度。"""
    grades = (("heavy", "重度水华"), ("medium", "中度水华"), ("light", "轻度水华"))
    bounds = [(amounts["bloom_area", name], term) for name, term in grades]
    ratio = ratio_of(scene, amounts)
    if ratio is None or None in dict(bounds):
        return None
    lowest = "无明显水华" if ratio > 0 else "无水华"
    held = (term for bound, term in bounds if ratio >= bound)
    return computed(round(ratio, 3), next(held, lowest), "%")


@rule(
    **BLOOM,
    kind="bloom_scene",
    dated_by="time",
    sequence=True,
    english="Level of the bloom under the emergency plan",
)
def bloom_event_level(scene: Entry, amounts: Amounts, _: date) -> Answer | None:
    """蓝藻事件的级别，四个条件逐条说明。"""
    return level_of(scene, amounts, "bloom_plan", bloom_conditions)


@rule(
    **BLOOM,
    kind="event",
    dated_by="found_at",
    sequence=True,
    english="Level of the event by what it reports",
)
def bloom_level_of_event(event: Entry, amounts: Amounts, _: date) -> Answer | None:
    """应急事件按所报读数达到的级别。"""
    if event.type == "blackwater":
        return None
    return level_of(event, amounts, "bloom_plan", bloom_conditions)


@rule(
    **BLACK,
    kind="blackwater",
    dated_by="found_at",
    sequence=True,
    english="Level of the black water under the emergency plan",
)
def blackwater_level(water: Entry, amounts: Amounts, _: date) -> Answer | None:
    """湖泛事件的级别，两个条件逐条说明。"""
    return level_of(water, amounts, "blackwater_plan", blackwater_conditions)


@rule(
    **BLACK,
    kind="event",
    dated_by="found_at",
    sequence=True,
    english="Level of an event of black water by what it reports",
)
def blackwater_level_of_event(event: Entry, amounts: Amounts, _: date) -> Answer | None:
    """湖泛应急事件按所报读数达到的级别。"""
    if event.type != "blackwater":
        return None
    return level_of(event, amounts, "blackwater_plan", blackwater_conditions)


@rule(
    cites="yiding-readings:lake-stated-level",
    kind="event",
    sequence=True,
    english="The stated level is no lower than what the readings reach",
)
def stated_level_fits(event: Entry, amounts: Amounts, _: date) -> Answer | None:
    """认定的级别不低于读数达到的级别，也不出预案的三级。"""
    terms = {one.name: one.term for one in LEVELS}
    stated = [one for one in (event.level, event.response_level) if one]
    if not stated:
        return None
    if "fourth" in stated:
        note = "预案只有重大、较大、一般三级，没有第四级"
        return breached(note=note, note_en="plans have three levels, no fourth")
    reached = _reached(event, amounts)
    if reached is None:
        return None
    lowest = max(stated, key=NUMBERS.__getitem__)
    if NUMBERS[lowest] <= reached.value:  # type: ignore[operator]
        return met(terms[lowest], reached.label)
    note, note_en = "认定的级别低于读数达到的级别", "stated below what the readings reach"
    return breached(terms[lowest], reached.label, note=note, note_en=note_en)


def _reached(event: Entry, amounts: Amounts) -> Answer | None:
    """The level the readings reach, none where they reach none that is loaded."""
    is_black = event.type == "blackwater"
    table = "blackwater_plan" if is_black else "bloom_plan"
    conditions = blackwater_conditions if is_black else bloom_conditions
    answer = level_of(event, amounts, table, conditions)
    return answer if answer is not None and answer.value is not None else None


@rule(
    cites="yiding-readings:lake-blackwater-suspicion",
    kind=("blackwater", "sample"),
    sequence=True,
    english="Suspicion of black water",
)
def blackwater_suspected(water: Entry, amounts: Amounts, _: date) -> Answer | None:
    """溶解氧很低而氨氮上升时提示疑似湖泛。"""
    oxygen, ammonia = water.dissolved_oxygen, water.ammonia_nitrogen
    before = water.ammonia_before if water.kind == "blackwater" else _ammonia_before(water)
    if water.is_confirmed or not all(isinstance(one, Decimal) for one in (oxygen, ammonia)):
        return None
    if oxygen >= amounts["suspicion_oxygen"] or not _is_rising(water, ammonia, before):
        return None
    since, since_en = (
        ("上升", "rising") if before is None else (f"由 {before} 升", f"from {before}")
    )
    note = f"疑似湖泛：溶解氧 {oxygen} mg/L，氨氮{since}到 {ammonia} mg/L，请到现场确认"
    note_en = f"suspected: oxygen {oxygen} mg/L, ammonia {since_en} to {ammonia} mg/L"
    return undetermined(Reason.JUDGEMENT, note=note, note_en=note_en)


def _is_rising(water: Entry, ammonia: Decimal, before: Decimal | None) -> bool:
    """Whether ammonia rose: by its last value, else as the record says."""
    return bool(water.is_ammonia_rising) if before is None else ammonia > before


def _ammonia_before(sample: Entry) -> Decimal | None:
    """The ammonia of the station's last sample before this one."""
    if sample.sample_time is None or sample.station is None:
        return None
    earlier = [
        one
        for one in sample.batch.of_kind("sample")
        if one.station == sample.station
        and one.sample_time is not None
        and one.sample_time < sample.sample_time
    ]
    last = max(earlier, key=lambda one: one.sample_time, default=None)
    value = None if last is None else last.ammonia_nitrogen
    return value if isinstance(value, Decimal) else None


@rule(
    cites="yiding-readings:lake-response-time",
    kind="event",
    sequence=True,
    english="Minutes from finding to report",
)
def response_minutes(event: Entry, _: Amounts, __: date) -> Answer | None:
    """从发现到报告的分钟数。"""
    if event.found_at is None or event.reported_at is None:
        return None
    seconds = Decimal((event.reported_at - event.found_at).total_seconds())
    if seconds < 0:
        note = "报告早于发现，请核对两个时间"
        return undetermined(Reason.CONTRADICTORY, note=note, note_en="reported before it was found")
    return computed(seconds / 60, "应急响应时间", "min")
