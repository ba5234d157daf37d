"""Rules over water: class of a reading, of a point, its target, its drinking-water items."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from yiding.ledgers.lake.classing import (
    NUMBERS,
    WORST,
    Item,
    Result,
    class_name,
    class_term,
    counted,
    deciding,
    has_class,
    items_of,
    spread,
)
from yiding.ledgers.lake.factors import BY_NAME, NITROGEN, OXYGEN, PH, PHOSPHORUS, SOURCE
from yiding.ledgers.lake.means import measured
from yiding.ledgers.lake.options import CLASS_TERMS, CLASSES
from yiding.ledgers.lake.results import at_most
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
from yiding.rules.entries import Censored

POINTS = ("sample", "station", "intake")


def counts(reading: Fields, values: Values) -> Term:
    """Whether a reading counts: as it says itself, else as its flag says."""
    by_flag = values.flag_counts[reading.flag] == "valid"
    return choose(
        (known(reading.valid), reading.valid), (known(reading.flag), by_flag), otherwise=True
    )


@rule(
    cites="gb-3838-2002:table-1",
    kind="reading",
    needs=["factor", "amount"],
    dated_by="sample_time",
    english="Class of the reading",
)
def class_of_reading(reading: Fields, values: Values) -> Term:
    """监测值的水质类别。"""
    of = Result(reading.factor, reading.body, reading.amount, reading.saturation_pct)
    is_classed = ~known(reading.factor) | has_class(reading.factor, reading.body, values)
    is_number = ~known(reading.qualifier) & (~known(reading.amount) | (reading.amount >= 0))
    number, label = class_term(of, values, NUMBERS), class_term(of, values, CLASS_TERMS)
    condition = is_classed & is_number & counts(reading, values)
    return compute(number, label=label).where(condition)


@rule(
    cites="gb-3838-2002:table-1",
    kind="reading",
    dated_by="sample_time",
    sequence=True,
    english="Class of a reading known by a bound only",
)
def class_of_bounded_reading(reading: Entry, amounts: Amounts, _: date) -> Answer | None:
    """未检出或超上限的监测值的水质类别。"""
    if not reading.factor or reading.qualifier is None or reading.valid is False:
        return None
    sign = "<" if reading.qualifier == "below" else ">"
    given = {**reading.values, reading.factor: Censored(sign, reading.amount)}
    item = next((one for one in items_of(given, amounts) if one.factor == reading.factor), None)
    return None if item is None else _bounded(item)


def _bounded(item: Item) -> Answer:
    """One class where the bound settles it, else how good or bad at most."""
    told, told_en = f"结果为 {item.value}", f"result {item.value}"
    if item.is_certain:
        return computed(item.best, class_name(item.best), note=told, note_en=told_en)
    if item.best == 1 and item.worst < WORST:
        return computed(item.worst, f"不劣于{class_name(item.worst)}", note=told, note_en=told_en)
    if item.best > 1 and item.worst == WORST:
        return computed(item.best, f"不优于{class_name(item.best)}", note=told, note_en=told_en)
    note = f"{told}，从这个界限不能断定类别，请补检出限或换灵敏的方法"
    return undetermined(
        Reason.NO_DATA, ("detection_limit",), note=note, note_en="the bound settles no class"
    )


@rule(
    cites="gb-3838-2002:table-1",
    kind="reading",
    dated_by="sample_time",
    english="Total nitrogen has no limit in rivers",
)
def total_nitrogen_in_river(reading: Fields, values: Values) -> Term:
    """河流没有总氮限值，只列数值。"""
    is_river = (reading.factor == NITROGEN) & known(reading.body) & (reading.body == "river")
    return compute(reading.amount, "mg/L", "河流不评总氮").where(
        is_river & known(reading.amount) & counts(reading, values)
    )


@rule(
    cites="hj-212-2017:table-8",
    kind="reading",
    english="Whether the reading counts",
)
def reading_counts(reading: Fields, values: Values) -> Term:
    """监测值是否算有效数据。"""
    label = choose((counts(reading, values), "有效"), otherwise="无效")
    return compute(reading.amount, label=label).where(
        known(reading.amount) & (known(reading.flag) | known(reading.valid))
    )


@rule(
    cites="gb-3838-2002:table-1",
    kind=POINTS,
    dated_by="sample_time",
    sequence=True,
    english="Class of each item",
)
def class_of_items(point: Entry, amounts: Amounts, _: date) -> Iterator[Answer]:
    """各项目的水质类别。"""
    for item in items_of(measured(point), amounts):
        if not item.is_certain:
            yield _bounded_item(item)
            continue
        apart = "（单独列示）" if item.factor == NITROGEN else ""
        told = " ".join(filter(None, (str(item.value), BY_NAME[item.factor].unit)))
        label = f"{item.term}{class_name(item.best)}{apart}"
        yield computed(item.best, label, note=f"结果 {told}", note_en=f"result {told}")


def _bounded_item(item: Item) -> Answer:
    if isinstance(item.value, Decimal):
        return undetermined(
            Reason.NO_DATA,
            ("body",),
            note="总磷的湖库和河流限值不同",
            note_en="phosphorus needs the body",
        )
    answer = _bounded(item)
    if answer.label is None:
        return undetermined(
            Reason.NO_DATA, (item.factor,), note=answer.note, note_en=answer.note_en
        )
    return computed(
        answer.value, f"{item.term}{answer.label}", note=answer.note, note_en=answer.note_en
    )


@rule(
    cites="gb-3838-2002:5.1",
    kind=POINTS,
    dated_by="sample_time",
    sequence=True,
    english="Class of the point, total nitrogen apart",
)
def class_of_point(point: Entry, amounts: Amounts, _: date) -> Answer | None:
    """点位的水质类别（总氮不计入）。"""
    items = items_of(measured(point), amounts)
    judged = counted(items, amounts)
    if not judged:
        return None
    nitrogen = [one for one in items if one.factor == NITROGEN and one.is_certain]
    apart = "".join(f"；总氮单独为{class_name(one.best)}" for one in nitrogen)
    return _point(judged, apart)


def _point(judged: list[Item], apart: str = "", suffix: str = "") -> Answer:
    """One class where the worst item is certain, else between which."""
    best, worst = spread(judged)
    terms = "、".join(one.term for one in deciding(judged, worst))
    if best == worst:
        note = f"由{terms}决定{apart}"
        return computed(best, class_name(best) + suffix, note=note, note_en=_named(judged, worst))
    note = f"在{class_name(best)}与{class_name(worst)}之间，取决于{terms}{apart}"
    open_ = [one for one in judged if not one.is_certain]
    missing = tuple("body" if isinstance(one.value, Decimal) else one.factor for one in open_)
    return undetermined(Reason.NO_DATA, missing, note=note, note_en=_named(judged, worst))


def _named(judged: list[Item], worst: int) -> str:
    return "decided by " + ", ".join(one.factor for one in deciding(judged, worst))


@rule(
    cites="yiding-readings:lake-total-nitrogen",
    kind=POINTS,
    dated_by="sample_time",
    sequence=True,
    english="Class of the point with total nitrogen, for comparison",
)
def class_with_total_nitrogen(point: Entry, amounts: Amounts, _: date) -> Answer | None:
    """把总氮计入的水质类别，供比较。"""
    items = items_of(measured(point), amounts)
    nitrogen = [one for one in items if one.factor == NITROGEN]
    judged = counted(items, amounts)
    return _point([*judged, *nitrogen], suffix="（含总氮）") if nitrogen and judged else None


@rule(
    cites="surface-water-assessment-2011:main-pollutants",
    kind=POINTS,
    dated_by="sample_time",
    sequence=True,
    english="Main pollutants",
)
def main_pollutants(point: Entry, amounts: Amounts, _: date) -> Answer | None:
    """劣于Ⅲ类时的主要污染指标，类别最差的在前，同类的按超标倍数。"""
    judged = counted(items_of(measured(point), amounts), amounts)
    bound = amounts["main_pollutant", "worse_than"]
    worse = [one for one in judged if one.best > bound]
    body = measured(point).get("body")
    worse.sort(key=lambda one: (-one.worst, -_multiple(one, body, amounts)))
    first = worse[: int(amounts["main_pollutant", "how_many"])]
    return computed(len(worse), "、".join(one.term for one in first)) if worse else None


def _multiple(item: Item, body: str | None, amounts: Amounts) -> Decimal:
    """How many times the limit of class III; oxygen and pH have no such multiple."""
    value = item.value if isinstance(item.value, Decimal) else item.value.bound
    if value is None or item.factor in {OXYGEN, PH}:
        return Decimal()
    in_river = body == "river" and item.factor == PHOSPHORUS
    column = f"{PHOSPHORUS}_river" if in_river else item.factor
    return Decimal(value / amounts["class_limit", column, "III"])


_NUMBER_OF = {one.name: number for number, one in enumerate(CLASSES, 1)}


@rule(
    cites="gb-3838-2002:5.1",
    kind=POINTS,
    dated_by="sample_time",
    sequence=True,
    english="The point meets its class target",
)
def target_met(point: Entry, amounts: Amounts, _: date) -> Answer | None:
    """点位达到水质目标。"""
    target = _NUMBER_OF.get(point.target)
    return None if target is None else _held(measured(point), target, amounts)


@rule(
    cites="surface-water-assessment-2011:use-of-classes",
    kind=POINTS,
    dated_by="sample_time",
    sequence=True,
    english="The source meets the class of its protection zone",
)
def zone_class_met(point: Entry, amounts: Amounts, _: date) -> Answer | None:
    """水源保护区的水质达到该级保护区的类别。"""
    if point.zone not in {"first", "second"}:
        return None
    return _held(measured(point), int(amounts["zone_class", point.zone]), amounts)


def _held(values: Mapping[str, Any], wanted: int, amounts: Amounts) -> Answer | None:
    """The class of a point against a wanted one; certain also from bounds."""
    judged = counted(items_of(values, amounts), amounts)
    if not judged:
        return None
    best, worst = spread(judged)
    if worst <= wanted:
        return met(class_name(worst), class_name(wanted))
    if best > wanted:
        beyond = [one for one in judged if one.best > wanted]
        note = "、".join(one.term for one in beyond) + "超标"
        note_en = "beyond: " + ", ".join(one.factor for one in beyond)
        return breached(class_name(best), class_name(wanted), note=note, note_en=note_en)
    open_ = tuple(one.factor for one in judged if one.worst > wanted)
    return undetermined(Reason.NO_DATA, open_)


@rule(
    cites="gb-3838-2002:table-1",
    kind="sample",
    dated_by="sample_time",
    english="The man-made change of the weekly mean temperature is within bounds",
)
def temperature_change_within_limit(sample: Fields, values: Values) -> Term:
    """人为造成的周平均水温变化在限值以内。"""
    change = sample.weekly_temperature_change
    limit = values.temperature_limit
    within = (change <= limit["rise"]) & (0 - change <= limit["fall"])
    return within.where(known(change))


@rule(
    cites="gb-3838-2002:table-2",
    kind=POINTS,
    dated_by="sample_time",
    sequence=True,
    english="The further items of drinking-water sources are within their limits",
)
def source_items_within_limit(point: Entry, amounts: Amounts, _: date) -> Iterator[Answer]:
    """饮用水水源地补充和特定项目不超过限值。"""
    values = measured(point)
    if point.is_source is False:
        return
    for one in SOURCE:
        value = values.get(one.name)
        if value is not None:
            yield at_most(
                one.name, value, amounts["source_limit", one.name], "mg/L", (one.term, one.name)
            )


@rule(
    cites="gb-3838-2002:table-2",
    kind="reading",
    dated_by="sample_time",
    english="The further item of a drinking-water source is within its limit",
)
def source_reading_within_limit(reading: Fields, values: Values) -> Term:
    """饮用水水源地补充和特定项目的监测值不超过限值。"""
    limit = values.source_limit[reading.factor]
    is_number = known(limit) & known(reading.amount) & ~known(reading.qualifier)
    return (reading.amount <= limit).where(is_number & counts(reading, values))
