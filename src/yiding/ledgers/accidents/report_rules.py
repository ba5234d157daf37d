"""Rules of reporting 报告: within the hour, level by level, how far up, six items, statistics."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from yiding.ledgers.accidents.counting import accident_of
from yiding.ledgers.accidents.grades import reached
from yiding.ledgers.accidents.items import missing_items
from yiding.ledgers.accidents.ranks import grade_of
from yiding.ledgers.accidents.reported import LEVELS, received_before, reports_of
from yiding.ledgers.accidents.unfolding import complete_report, level_of
from yiding.rules import (
    Amounts,
    Answer,
    Entry,
    Fields,
    Reason,
    Term,
    Values,
    choose,
    compute,
    known,
    rule,
)
from yiding.rules.answers import breached, computed, met, undetermined

IN_TIME, LATE = "合规", "迟报"
MINUTE = Decimal(60)
CHINESE_LEVELS = {"city": "设区市", "province": "省级", "state": "国务院有关部门"}


@rule(
    cites="decree-493-2007:9",
    kind=("report", "accident"),
    dated_by="reported_at",
    sequence=True,
    english="The head of the unit reports within the hour of being told",
)
def unit_reported_in_time(entry: Entry, amounts: Amounts, _: date) -> Iterator[Answer]:
    """单位负责人接到报告后一小时内向主管部门报告。"""
    for one in reports_of(entry):
        if one.get("step") == "unit":
            yield _held(_minutes(one, entry), amounts["unit_report_minutes"])


@rule(
    cites="decree-493-2007:11",
    kind=("report", "accident"),
    dated_by="reported_at",
    sequence=True,
    english="Each level passes the report on within two hours",
)
def passed_on_in_time(entry: Entry, amounts: Amounts, _: date) -> Iterator[Answer]:
    """逐级上报每级不超过两小时。"""
    for one in reports_of(entry):
        if one.get("step") == "level":
            yield _held(_minutes(one, entry), amounts["level_report_minutes"])


@rule(
    cites="decree-493-2007:9",
    kind="report",
    dated_by="reported_at",
    sequence=True,
    english="The step of a report is known",
)
def step_known(report: Entry, _: Amounts, __: date) -> Answer | None:
    """报告写明是单位报告还是逐级上报，才能按一小时或者两小时判定。"""
    is_timed = report.minutes is not None or report.told_at is not None
    return undetermined(Reason.NO_DATA, ("step",)) if is_timed and report.step is None else None


def _minutes(report: Mapping[str, Any], entry: Entry) -> Decimal | tuple[str, ...]:
    """How long a report took, else what is missing."""
    if report.get("minutes") is not None:
        return Decimal(report["minutes"])
    sent = report.get("reported_at")
    told = report.get("told_at") or received_before(report, entry)
    if sent is None or told is None:
        return tuple(n for n, held in (("told_at", told), ("reported_at", sent)) if held is None)
    return Decimal(int((sent - told).total_seconds())) / MINUTE


def _held(minutes: Decimal | tuple[str, ...], limit: Decimal) -> Answer:
    if isinstance(minutes, tuple):
        return undetermined(Reason.NO_DATA, minutes)
    if minutes < 0:
        return undetermined(
            Reason.CONTRADICTORY, note="报告早于获知", note_en="reported before it was known"
        )
    if minutes <= limit:
        return replace(met(minutes, limit, "min"), label=IN_TIME)
    return breached(minutes, limit, "min", excess=minutes - limit, label=LATE)


@rule(
    cites="decree-493-2007:10",
    kind=("accident", "report"),
    dated_by="occurred_at",
    sequence=True,
    english="How far up the accident is to be reported",
)
def reported_up_to(entry: Entry, amounts: Amounts, _: date) -> Answer | None:
    """特别重大、重大报至国务院部门，较大报至省，一般报至设区的市。"""
    grade = grade_of(entry, amounts)
    if grade is None:
        return None
    top = amounts["report_level", grade]
    note, note_en = _how_far(entry, top)
    return computed(LEVELS.index(top), CHINESE_LEVELS[top], note=note, note_en=note_en)


def _how_far(entry: Entry, top: str) -> tuple[str, str]:
    """What the reports recorded say of it."""
    accident = accident_of(entry)
    found = [level_of(one.get("to_body")) for one in reports_of(accident or entry)]
    steps = [LEVELS.index(one) for one in found if one]
    if not steps:
        return "", ""
    if max(steps) >= LEVELS.index(top):
        return "已报到", "reported as far"
    return "记录中尚未报到这一级", "the records do not reach it yet"


@rule(
    cites="decree-493-2007:10",
    kind="accident",
    dated_by="occurred_at",
    sequence=True,
    english="The accident was reported as far up as its grade asks",
)
def reported_far_enough(accident: Entry, amounts: Amounts, _: date) -> Answer | None:
    """事故已报到等级所要求的一级。"""
    grade, reached_ = grade_of(accident, amounts), level_of(accident.reported_to)
    if grade is None or reached_ is None:
        return None
    top = amounts["report_level", grade]
    if LEVELS.index(reached_) >= LEVELS.index(top):
        return met(accident.reported_to, CHINESE_LEVELS[top])
    return breached(accident.reported_to, CHINESE_LEVELS[top], label="没有报到规定的一级")


@rule(
    cites="decree-493-2007:10",
    kind=("report", "accident"),
    dated_by="reported_at",
    sequence=True,
    english="The government of the same level is told at the same time",
)
def government_told(report: Entry, _: Amounts, __: date) -> Answer | None:
    """上报的同时报告本级政府。"""
    told, sent = report.government_told_at, report.reported_at
    if report.government_told is False:
        return breached(missing=("government_told",), label="没有报告本级政府")
    if told is not None and sent is not None and told > sent:
        minutes = Decimal(int((told - sent).total_seconds())) / MINUTE
        return breached(minutes, 0, "min", excess=minutes, label="没有同时报告本级政府")
    is_told = report.government_told or (told is not None and sent is not None)
    return met() if is_told else None


@rule(
    cites="decree-493-2007:12",
    kind="report",
    dated_by="reported_at",
    sequence=True,
    english="The report has its six items",
)
def six_items_told(report: Entry, _: Amounts, __: date) -> Answer | None:
    """报告的六项内容齐全。"""
    if report.content is None:
        return None
    missing = missing_items(report.content)
    return breached(missing=missing, label="内容不全") if missing else met()


@rule(
    cites="accident-statistics-2016-80:24h",
    kind=("accident", "report"),
    dated_by="safety_told_at",
    sequence=True,
    english="The department tells the safety department within 24 hours",
)
def statistics_told_in_time(entry: Entry, amounts: Amounts, _: date) -> Answer | None:
    """行业部门掌握事故后二十四小时内通报应急管理部门。"""
    if entry.kind == "report" and entry.step == "statistics":
        limit = amounts["statistics_minutes"]
        return _held(_minutes(complete_times(entry), entry), limit)
    knew, told = entry.department_knew_at, entry.safety_told_at
    if knew is None or told is None:
        return None
    return _held(
        Decimal(int((told - knew).total_seconds())) / MINUTE, amounts["statistics_minutes"]
    )


def complete_times(entry: Entry) -> Mapping[str, Any]:
    """A report of statistics, with the two times under either name."""
    own = {
        "told_at": entry.told_at or entry.department_knew_at,
        "reported_at": entry.reported_at or entry.safety_told_at,
    }
    held = {name: one for name, one in own.items() if one is not None}
    return {**entry.values, **held, **complete_report(held)}


@rule(
    cites="accident-statistics-2016-80:5",
    kind="accident",
    dated_by="occurred_at",
    sequence=True,
    english="Whether the accident is counted, where it has no casualties",
)
def counted_in_statistics(accident: Entry, amounts: Amounts, _: date) -> Answer | None:
    """没有伤亡且损失较小的事故是否纳入统计，数额没有核对。"""
    hurt = (accident.deaths, accident.severe_injuries, accident.light_injuries)
    if accident.direct_loss is None or any(hurt) or accident.acute_poisonings:
        return None
    floor = amounts["statistics_floor"]
    if accident.direct_loss >= floor:
        return None
    return undetermined(
        Reason.UNCONFIRMED,
        note=f"一种读法计入，另一种因损失不足{floor:f}元不计入，两种数都要列出",
        note_en="counted by one reading, not by the other; show both figures",
    )


@rule(
    cites="accident-information-2009:near-miss",
    kind="near_miss",
    dated_by="occurred_at",
    english="Whether it is a larger near miss",
)
def larger_near_miss(near_miss: Fields, values: Values) -> Term:
    """涉险、被困、疏散人数或者污染、重要场所达到任何一项的，是较大涉险事故。"""
    people = reached(near_miss.at_risk, values.near_miss["at_risk"])
    held = reached(_trapped(near_miss), values.near_miss["trapped"])
    moved = reached(near_miss.evacuated, values.near_miss["evacuated"])
    grave = _is(near_miss.serious_pollution) | _is(near_miss.important_place_endangered)
    is_larger = people | held | moved | grave | _is(near_miss.other_serious)
    is_told = _is_any_told(near_miss)
    number = choose((is_larger, 1), (is_told, 0), otherwise=near_miss.at_risk)
    told = choose((is_larger, "较大涉险"), otherwise="未达较大涉险")
    return compute(number, None, told)


def _is_any_told(near_miss: Fields) -> Term:
    """Whether anything is told that a near miss is measured by."""
    people = known(near_miss.at_risk) | known(near_miss.trapped) | known(near_miss.missing)
    place = known(near_miss.serious_pollution) | known(near_miss.important_place_endangered)
    return people | known(near_miss.evacuated) | place | known(near_miss.other_serious)


def _is(flag: Term) -> Term:
    return known(flag) & (flag == True)  # noqa: E712 - a comparison of terms


def _trapped(near_miss: Fields) -> Term:
    """People trapped and people missing."""
    trapped, missing = near_miss.trapped, near_miss.missing
    both = known(trapped) & known(missing)
    return choose((both, trapped + missing), (known(missing), missing), otherwise=trapped)


@rule(
    cites="near-miss-2013:evacuation",
    kind="near_miss",
    dated_by="occurred_at",
    english="Whether the evacuation counts as the measure of 2013 has it",
)
def evacuation_as_of_2013(near_miss: Fields, values: Values) -> Term:
    """按2013年写法，紧急疏散要同时有住院观察才算较大涉险。"""
    moved = near_miss.evacuated >= values.near_miss_2013["evacuated"]
    seen = near_miss.observed >= values.near_miss_2013["observed"]
    told = choose((moved & seen, "较大涉险"), otherwise="未达较大涉险")
    number = choose((moved & seen, 1), otherwise=0)
    return compute(number, None, told).where(known(near_miss.evacuated))
