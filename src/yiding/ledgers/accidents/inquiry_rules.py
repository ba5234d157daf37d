"""Rules of the inquiry 调查: who leads it, until when, approval, listing, evaluation."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from yiding.dates.calendar import add_months
from yiding.ledgers.accidents.inquiry import (
    LEVELS,
    extension_of,
    judged_beside,
    level_led,
    paused_days,
    received_on,
)
from yiding.ledgers.accidents.ranks import grade_of, toll_of
from yiding.ledgers.accidents.unfolding import day
from yiding.rules import Amounts, Answer, Entry, Reason, Verdict, rule
from yiding.rules.answers import breached, by_day, computed, met, undetermined

KINDS = ("investigation", "accident")
CHINESE = {"unit": "事故单位", "county": "县级人民政府", "city": "设区的市级人民政府",
           "province": "省级人民政府", "state": "国务院"}  # fmt: skip
EXCEPTIONAL, LARGER = "exceptional", "larger"


@rule(
    cites="decree-493-2007:19",
    kind=("accident", "investigation", "team"),
    dated_by="occurred_at",
    sequence=True,
    english="Which government investigates",
)
def investigating_government(entry: Entry, amounts: Amounts, _: date) -> Answer | None:
    """特别重大由国务院、重大由省、较大由设区的市、一般由县级政府组织调查。"""
    grade = grade_of(entry, amounts)
    if grade is None:
        is_own = entry.kind == "team"
        return undetermined(Reason.NO_DATA, ("grade",)) if is_own else None
    level = amounts["investigating_level", grade]
    if _may_entrust(entry, grade, amounts):
        note, note_en = "没有伤亡，可以委托事故单位", "no casualties: the unit may be entrusted"
        return computed(LEVELS.index(level), CHINESE[level], note=note, note_en=note_en)
    return computed(LEVELS.index(level), CHINESE[level])


def _may_entrust(entry: Entry, grade: str, amounts: Amounts) -> bool:
    """A general accident that hurt nobody."""
    toll = toll_of(entry, amounts)
    is_told = toll.deaths is not None or toll.severe is not None or entry.light_injuries is not None
    is_unhurt = not (toll.deaths or toll.severe or entry.light_injuries)
    return grade == "general" and is_told and is_unhurt


@rule(
    cites="decree-493-2007:19",
    kind=("accident", "investigation", "team"),
    dated_by="occurred_at",
    sequence=True,
    english="The inquiry is led at the level of the grade or above",
)
def led_at_its_level(entry: Entry, amounts: Amounts, _: date) -> Answer | None:
    """调查由等级所定的政府或者上级政府组织。"""
    grade, led = grade_of(entry, amounts), level_led(entry)
    if grade is None or led is None:
        return None
    right = amounts["investigating_level", grade]
    if LEVELS.index(led) >= LEVELS.index(right):
        return met(CHINESE[led], CHINESE[right])
    if led == "unit" and _may_entrust(entry, grade, amounts):
        return met(CHINESE[led], CHINESE[right], note="没有伤亡的一般事故可以委托",
                   note_en="a general accident without casualties")  # fmt: skip
    return breached(CHINESE[led], CHINESE[right], label="调查级别偏低")


@rule(
    cites="decree-493-2007:29",
    kind=KINDS,
    dated_by="occurred_at",
    sequence=True,
    english="The report of the inquiry is handed in by its day",
)
def report_in_time(entry: Entry, amounts: Amounts, on: date) -> Answer | None:
    """调查报告自事故发生之日起六十日内提交，技术鉴定不计入，经批准可以延长。"""
    occurred = day(entry.occurred_at)
    if occurred is None:
        is_own = entry.kind == "investigation" and entry.notice_received_on is None
        return undetermined(Reason.NO_DATA, ("occurred_at",)) if is_own else None
    if judged_beside(entry):
        return None
    days, most = int(amounts["investigation_days"]), int(amounts["investigation_extension"])
    paused, further = paused_days(entry), min(extension_of(entry, days, most), most)
    due = occurred + timedelta(days=days + paused + further)
    return _told(_by(entry, due, on), days, paused, further)


def _by(entry: Entry, due: date, on: date) -> Answer:
    """By the report's day; a case closed by then had its report."""
    done = entry.report_at or entry.report_received_on
    if done is None and entry.closed_on is not None and entry.closed_on <= on:
        if entry.closed_on <= due:
            return Answer(Verdict.MET, due_on=due)
        return undetermined(Reason.NO_DATA, ("report_at",))
    return by_day(due, done, on)


def _told(answer: Answer, days: int, paused: int, further: int) -> Answer:
    """With what the day is made of."""
    if not (paused or further):
        return answer
    note = f"期限{days}日，鉴定{paused}日不计入，延长{further}日"
    note_en = f"{days} days, {paused} of appraisal not counted, {further} of extension"
    return replace(answer, note=note, note_en=note_en)


@rule(
    cites="decree-493-2007:29",
    kind=KINDS,
    dated_by="occurred_at",
    sequence=True,
    english="An extension is approved and no longer than sixty days",
)
def extension_within_limit(entry: Entry, amounts: Amounts, _: date) -> Answer | None:
    """调查延长须经批准，最多六十日。"""
    most = int(amounts["investigation_extension"])
    is_asked = entry.extended or entry.extension_days is not None or entry.extended_to is not None
    if not is_asked or judged_beside(entry):
        return None
    if entry.extension_approved is False:
        return breached(missing=("extension_approved",), label="延长未经批准")
    days = extension_of(entry, int(amounts["investigation_days"]), most)
    if days > most:
        return breached(days, most, "天", excess=days - most, label="延长过长")
    return met(days, most, "天")


@rule(
    cites="decree-493-2007:32",
    kind=KINDS,
    dated_by="occurred_at",
    sequence=True,
    english="The report is approved in time",
)
def approved_in_time(entry: Entry, amounts: Amounts, on: date) -> Answer | None:
    """收到调查报告后十五日内批复，特别重大三十日内批复。"""
    received = received_on(entry)
    if received is None or judged_beside(entry):
        return None
    grade = grade_of(entry, amounts)
    if grade is None:
        return undetermined(Reason.NO_DATA, ("grade",))
    days = int(amounts["approval_days", grade]) + _approval_extension(entry, grade, amounts)
    return by_day(received + timedelta(days=days), entry.approved_at, on)


def _approval_extension(entry: Entry, grade: str, amounts: Amounts) -> int:
    """Days more, which only an exceptional accident may have."""
    if grade != EXCEPTIONAL:
        return 0
    most = int(amounts["approval_extension", grade])
    if entry.approval_extension_days is not None:
        return min(int(entry.approval_extension_days), most)
    return most if entry.approval_extended else 0


@rule(
    cites="jiangsu-2010-17:scope",
    kind=("accident", "investigation"),
    dated_by="occurred_at",
    sequence=True,
    english="Whether the province lists the case",
)
def listed_by_province(entry: Entry, amounts: Amounts, _: date) -> Answer | None:
    """较大事故达到人数、社会影响较大或者领导批示的，省挂牌督办。"""
    grade, deaths = grade_of(entry, amounts), toll_of(entry, amounts).deaths
    if grade != LARGER or judged_beside(entry):
        return None
    kind = "traffic" if entry.special_kind in ("road", "water", "fishing") else "unit"
    least, most = amounts["listing_deaths", kind], amounts["listing_deaths_to"]
    if least is None:
        return None
    if entry.great_social_effect or entry.leaders_ordered:
        return computed(1, "挂牌督办")
    if deaths is None:
        return undetermined(Reason.NO_DATA, ("deaths",))
    return computed(1, "挂牌督办") if least <= deaths <= most else computed(0, "不挂牌")


@rule(
    cites="jiangsu-2010-17:limit",
    kind=KINDS,
    dated_by="notice_received_on",
    sequence=True,
    english="A listed case is finished in time after the notice",
)
def listed_case_finished(entry: Entry, amounts: Amounts, on: date) -> Answer | None:
    """挂牌督办的事故，自收到通知之日起六十日内办结。"""
    received, days = entry.notice_received_on, amounts["listing_days"]
    if received is None or received > on or days is None:
        return None
    due = received + timedelta(days=int(days))
    return by_day(due, entry.listing_finished_on, on)


@rule(
    cites="jiangsu-2010-17:consent",
    kind=KINDS,
    dated_by="approved_at",
    sequence=True,
    english="A listed case is approved only after the provincial office agrees",
)
def approved_after_consent(entry: Entry, _: Amounts, on: date) -> Answer | None:
    """挂牌督办的事故，省安委办同意后才批复。"""
    is_listed = entry.notice_received_on is not None or entry.is_listed is True
    if not is_listed or entry.approved_at is None or entry.approved_at > on:
        return None
    agreed = entry.province_agreed_on
    if agreed is None:
        return breached(missing=("province_agreed_on",), label="未经省安委办同意")
    if agreed <= entry.approved_at:
        return met(entry.approved_at.isoformat(), agreed.isoformat())
    return breached(entry.approved_at.isoformat(), agreed.isoformat(), label="先批复后同意")


@rule(
    cites="work-safety-law:86.3",
    kind=("evaluation", "accident", "investigation"),
    dated_by="approved_at",
    sequence=True,
    english="The measures are evaluated within a year of approval",
)
def evaluated_in_time(entry: Entry, amounts: Amounts, on: date) -> Answer | None:
    """批复后一年内评估防范整改措施的落实情况。"""
    approved = entry.approved_at
    if approved is None:
        is_own = entry.kind == "evaluation"
        return undetermined(Reason.NO_DATA, ("approved_at",)) if is_own else None
    if approved > on or judged_beside(entry, "evaluation"):
        return None
    due = add_months(approved, int(amounts["evaluation_months"]))
    return by_day(due, entry.evaluated_on, on)


@rule(
    cites="work-safety-law:86.3",
    kind=("evaluation", "accident", "investigation"),
    dated_by="approved_at",
    sequence=True,
    english="The result of the evaluation is made public",
)
def evaluation_made_public(entry: Entry, _: Amounts, on: date) -> Answer | None:
    """评估结果向社会公开。"""
    if entry.evaluated_on is None or entry.evaluated_on > on:
        return None
    public = entry.evaluation_public_on
    is_public = public is not None and public <= on
    return met() if is_public else breached(missing=("evaluation_public_on",), label="未公开")
