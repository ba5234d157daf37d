"""Rules of liability 责任追究: fines by the version of the day, crime, concealment, bars."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from yiding.dates.calendar import add_months
from yiding.ledgers.accidents.bands import (
    Band,
    chief_fine_of,
    in_wan,
    inner_step,
    is_chief,
    is_unit,
    unit_band,
    unit_fine_of,
)
from yiding.ledgers.accidents.ranks import TERMS, grade_of, toll_of
from yiding.rules import Amounts, Answer, Entry, Reason, rule
from yiding.rules.answers import breached, by_day, computed, met, undetermined

KINDS = ("liability", "accident")
HUNDRED = Decimal(100)
TOP_FAULTS = ("hidden", "false")
FAULTS = ("hidden", "false", "late")
GRAVE_GRADES = ("major", "exceptional")
FOR_LIFE = "终身不得任本行业主要负责人"


def _no_grade() -> Answer:
    return undetermined(Reason.NO_DATA, ("grade",))


@rule(
    cites="work-safety-law:114",
    or_else="decree-493-2007:37",
    kind=KINDS,
    dated_by="occurred_at",
    sequence=True,
    english="The band of the responsible unit's fine, by the law of the day of the accident",
)
def unit_fine_band(entry: Entry, amounts: Amounts, _: date) -> Answer | None:
    """负有责任的单位按事故等级罚款，幅度按事发当天的规定。"""
    if not is_unit(entry):
        return None
    grade = grade_of(entry, amounts)
    if grade is None:
        return _no_grade()
    band = unit_band(entry, grade, amounts)
    note, note_en = f"{TERMS[grade]}事故", f"{grade} accident"
    return computed(band.least, str(band), "元", note=note, note_en=note_en)


@rule(
    cites="work-safety-law:114",
    or_else="decree-493-2007:37",
    kind=KINDS,
    dated_by="occurred_at",
    sequence=True,
    english="The unit's fine lies within the band of the law of the day",
)
def unit_fine_within_band(entry: Entry, amounts: Amounts, _: date) -> Answer | None:
    """单位罚款在事发当天规定的幅度以内。"""
    fine = unit_fine_of(entry)
    if fine is None or not is_unit(entry):
        return None
    grade = grade_of(entry, amounts)
    if grade is None:
        return _no_grade()
    band = unit_band(entry, grade, amounts)
    plain = unit_band(replace(entry, values={**entry.values, "especially_grave": False}),
                      grade, amounts)  # fmt: skip
    if plain.holds(fine):
        return met(fine, plain.most, "元")
    return _within(fine, band)


def _within(fine: Decimal, band: Band) -> Answer:
    if fine < band.least:
        short = band.least - fine
        return breached(fine, band.least, "元", excess=short, label="低于下限")
    if fine > band.most:
        return breached(fine, band.most, "元", excess=fine - band.most, label="高于上限")
    return met(fine, band.most, "元")


@rule(
    cites="accident-fines-2015:14-16",
    kind=KINDS,
    dated_by="occurred_at",
    sequence=True,
    english="The step of the fine within the band, by the rules of 2015",
)
def unit_fine_step(entry: Entry, amounts: Amounts, _: date) -> Answer | None:
    """罚款幅度内按死亡、重伤和损失分档，谎报、瞒报的按上限。"""
    if not is_unit(entry):
        return None
    step = inner_step(toll_of(entry, amounts), amounts)
    least = amounts["inner_fine_from", step] if step else None
    if step is None or least is None:
        return None
    if entry.concealment in TOP_FAULTS:
        top = amounts["inner_fine_top", step]
        return computed(top, in_wan(top), "元", note="谎报、瞒报的按上限",
                        note_en="hidden or false report: the top")  # fmt: skip
    band = Band(least, amounts["inner_fine_to", step])
    return computed(band.least, str(band), "元")


@rule(
    cites="work-safety-law:95",
    or_else="decree-493-2007:38",
    kind=KINDS,
    dated_by="occurred_at",
    sequence=True,
    english="The fine of a chief who failed his duty, as a share of last year's income",
)
def chief_fine(entry: Entry, amounts: Amounts, _: date) -> Answer | None:
    """主要负责人未履行职责致事故的，按等级罚上一年年收入的一定比例。"""
    if not is_chief(entry) or entry.chief_duty_failed is False or entry.concealment in FAULTS:
        return None
    grade = grade_of(entry, amounts)
    if grade is None:
        return _no_grade()
    share = amounts["chief_share", grade]
    label = f"上一年年收入的{share:f}%"
    if entry.chief_income is None:
        return computed(share, label, "%")
    right = entry.chief_income * share / HUNDRED
    paid = chief_fine_of(entry)
    if paid is None:
        return computed(right, label, "元")
    if paid == right:
        return met(paid, right, "元", note=label)
    return breached(paid, right, "元", excess=abs(paid - right), label="罚款数额不符", note=label)


@rule(
    cites="criminal-interpretation-2015:6",
    kind=KINDS,
    dated_by="occurred_at",
    sequence=True,
    english="Whether the case is to be passed on for a criminal check",
)
def criminal_check(entry: Entry, amounts: Amounts, _: date) -> Answer | None:
    """死亡一人、重伤三人或者损失一百万元以上的，移送核查是否追究刑事责任。"""
    if _is_no_crime(entry) or not toll_of(entry, amounts).is_known:
        return None
    if _crosses(entry, amounts, "check"):
        return computed(1, "移送核查")
    return computed(0, "未达追究起点")


def _is_no_crime(entry: Entry) -> bool:
    """Whether an entry is about another liability than a criminal one."""
    return entry.kind == "liability" and entry.values.get("kind") not in (None, "criminal")


def _crosses(entry: Entry, amounts: Amounts, band: str) -> bool:
    return _people(entry, amounts, band) or _loss(entry, amounts, band)


def _people(entry: Entry, amounts: Amounts, band: str) -> bool:
    toll = toll_of(entry, amounts)
    is_dead = toll.deaths is not None and toll.deaths >= amounts["crime_deaths", band]
    return is_dead or (toll.severe is not None and toll.severe >= amounts["crime_severe", band])


def _loss(entry: Entry, amounts: Amounts, band: str) -> bool:
    loss = toll_of(entry, amounts).loss
    return loss is not None and loss >= amounts["crime_loss", band]


@rule(
    cites="criminal-interpretation-2015:7",
    kind=KINDS,
    dated_by="occurred_at",
    sequence=True,
    english="Whether the heavier band applies",
)
def heavier_band(entry: Entry, amounts: Amounts, _: date) -> Answer | None:
    """死亡三人或者重伤十人以上并负主要责任，或者损失五百万元以上的，适用较重一档。"""
    if _is_no_crime(entry) or not _crosses(entry, amounts, "heavier"):
        return None
    if _loss(entry, amounts, "heavier") or entry.main_liability is True:
        return computed(1, "较重一档")
    if entry.main_liability is None:
        return undetermined(Reason.NO_DATA, ("main_liability",))
    return computed(0, "不适用较重一档")


@rule(
    cites="decree-493-2007:36",
    kind=KINDS,
    dated_by="occurred_at",
    sequence=True,
    english="The fine of a unit that hid or falsified its report",
)
def concealing_unit_fined(entry: Entry, amounts: Amounts, _: date) -> Answer | None:
    """谎报、瞒报、迟报的单位，罚款一百万元以上五百万元以下。"""
    if entry.concealment not in FAULTS or entry.subject in ("chief", "person"):
        return None
    band = Band(amounts["concealed_unit_fine", "from"], amounts["concealed_unit_fine", "to"])
    fine = unit_fine_of(entry)
    return computed(band.least, str(band), "元") if fine is None else _within(fine, band)


@rule(
    cites="work-safety-law:110",
    or_else="decree-493-2007:36",
    kind=KINDS,
    dated_by="occurred_at",
    sequence=True,
    english="The fine of a chief who hid, falsified or delayed the report",
)
def concealing_chief_fined(entry: Entry, amounts: Amounts, _: date) -> Answer | None:
    """主要负责人谎报、瞒报、迟报的，降级、撤职，并罚上一年年收入的百分之六十至一百。"""
    if entry.concealment not in FAULTS or entry.subject in ("unit", "person"):
        return None
    least, most = amounts["concealed_chief_share", "from"], amounts["concealed_chief_share", "to"]
    label = f"上一年年收入的{least:f}%至{most:f}%，并降级、撤职"
    if entry.chief_income is None:
        return computed(least, label, "%")
    band = Band(entry.chief_income * least / HUNDRED, entry.chief_income * most / HUNDRED)
    paid = chief_fine_of(entry)
    return computed(band.least, label, "元") if paid is None else _within(paid, band)


@rule(
    cites="work-safety-law:94.3",
    kind=KINDS,
    dated_by="chief_dismissed_on",
    sequence=True,
    english="How long a chief who was punished or dismissed is barred",
)
def chief_barred(entry: Entry, amounts: Amounts, _: date) -> Answer | None:
    """受刑罚或者撤职的主要负责人五年内不得再任，对重大、特别重大事故负责的终身不得任本行业主要负责人。"""
    dismissed = entry.chief_dismissed_on or _sanctioned_on(entry)
    is_life = grade_of(entry, amounts) in GRAVE_GRADES
    if dismissed is None:
        return computed(None, FOR_LIFE) if is_life and entry.chief_liable else None
    months, took = int(amounts["bar_months"]), entry.took_post_on
    last = add_months(dismissed, months)
    is_life = grade_of(entry, amounts) in GRAVE_GRADES
    label = (
        "终身不得任本行业主要负责人" if is_life else f"五年内不得再任（至{last:%Y年%-m月%-d日}）"
    )
    if took is None:
        return computed(None if is_life else last.isoformat(), label)
    if is_life or took <= last:
        limit = None if is_life else last.isoformat()
        return breached(took.isoformat(), limit, label="任职受限", note=label)
    return met(took.isoformat(), last.isoformat())


def _sanctioned_on(entry: Entry) -> date | None:
    """The day a chief's own sanction was carried out."""
    is_his = entry.kind == "liability" and entry.subject == "chief"
    is_bar = is_his and entry.values.get("kind") in ("criminal", "sanction")
    done: date | None = entry.done_at if is_bar else None
    return done


@rule(
    cites="yiding-readings:accident-liability-done",
    kind="liability",
    sequence=True,
    english="Liability is settled with a day and a document",
)
def liability_settled(entry: Entry, _: Amounts, on: date) -> Answer | None:
    """追责有落实日期和文书。"""
    is_done = entry.done_at is not None and entry.done_at <= on
    if is_done and entry.document:
        return met() if entry.due_on is None else by_day(entry.due_on, entry.done_at, on)
    if is_done:
        return breached(missing=("document",), label="没有文书")
    if entry.due_on is not None:
        return by_day(entry.due_on, None, on)
    is_asked = entry.proposal is not None or entry.document is not None
    return undetermined(Reason.NO_DATA, ("done_at",)) if is_asked else None


@rule(
    cites="yiding-readings:accident-measures",
    kind="measure",
    sequence=True,
    english="A measure is carried out by its day, with proof",
)
def measure_carried_out(measure: Entry, _: Amounts, on: date) -> Answer:
    """防范整改措施按期完成并有佐证。"""
    if measure.due_on is None:
        return undetermined(Reason.NO_DATA, ("due_on",))
    is_done = measure.done_on is not None and measure.done_on <= on
    if is_done and not measure.evidence:
        return breached(missing=("evidence",), label="没有佐证")
    return by_day(measure.due_on, measure.done_on, on)
