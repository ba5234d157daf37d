"""Rules over the data themselves: usual range, capture, who publishes, frames of stations."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from yiding.ledgers.lake.classing import class_name, items_of
from yiding.ledgers.lake.factors import BY_NAME, FACTORS
from yiding.ledgers.lake.hj212.faults import Fault
from yiding.rules import Amounts, Answer, Entry, Reason, rule
from yiding.rules.answers import breached, computed, met, undetermined
from yiding.rules.finding import plain

FRAMED = frozenset({"crc_mismatch", "crc_missing", "length_mismatch", "bad_length", "no_header"})
"""Faults of the frame itself; any other fault leaves the message valid and is listed with it."""
PUBLISHERS: Mapping[str, tuple[str, str, str]] = {
    "water_quality": ("environment", "生态环境主管部门", "the environment department"),
    "hydrology": ("basin_authority", "太湖流域管理机构", "the basin authority"),
}


@rule(
    cites="yiding-readings:lake-sane-range",
    kind=("reading", "sample", "algae_sample"),
    sequence=True,
    english="The result lies in its usual range",
)
def result_in_usual_range(entry: Entry, amounts: Amounts, _: date) -> Iterator[Answer]:
    """监测值在常见范围以内。"""
    for factor, value in _numbers(entry):
        low, high = amounts["sane_range", factor]
        if not low <= value <= high:
            one = BY_NAME[factor]
            unit = f" {one.unit}" if one.unit else ""
            span = f"{plain(low)}–{plain(high)}{unit}"
            note = f"{one.term} {plain(value)}{unit} 不在常见范围 {span} 之内，请核对单位和数值"
            note_en = f"{factor} {plain(value)}{unit} is outside {span}; check the unit"
            yield undetermined(Reason.CONTRADICTORY, note=note, note_en=note_en)


def _numbers(entry: Entry) -> Iterator[tuple[str, Decimal]]:
    values: Mapping[str, Any] = entry.values
    if entry.kind == "reading":
        values = {entry.factor: entry.amount} if entry.factor and not entry.qualifier else {}
    if entry.kind == "algae_sample":
        values = {**values, "algal_density": entry.cells}
    held = ((one.name, values.get(one.name)) for one in FACTORS)
    return ((name, one) for name, one in held if isinstance(one, Decimal))


@rule(
    cites="yiding-readings:lake-capture-rate",
    kind="capture",
    needs=["valid_values", "days"],
    sequence=True,
    english="Data capture rate",
)
def capture_rate(capture: Entry, amounts: Amounts, _: date) -> Answer:
    """数据获取率，四舍五入到两位小数。"""
    whole = amounts["values_a_day"] * capture.days
    if capture.days <= 0 or not 0 <= capture.valid_values <= whole:
        note = f"有效值 {plain(capture.valid_values)} 个，应有 {plain(whole)} 个"
        note_en = f"{plain(capture.valid_values)} values of {plain(whole)}"
        return undetermined(Reason.CONTRADICTORY, note=note, note_en=note_en)
    rate = round(capture.valid_values * 100 / whole, 2)
    note = f"有效 {plain(capture.valid_values)} 个，应有 {plain(whole)} 个"
    note_en = f"{plain(capture.valid_values)} valid of {plain(whole)}"
    return computed(rate, "数据获取率", "%", note=note, note_en=note_en)


@rule(
    cites="taihu-regulation:54",
    kind="publication",
    needs=["subject"],
    dated_by="published_on",
    sequence=True,
    english="Published by whoever may publish it",
)
def published_by_competent_body(publication: Entry, _: Amounts, __: date) -> Answer:
    """信息由有权的单位发布。"""
    name, term, english = PUBLISHERS[publication.subject]
    if publication.publisher is None:
        return computed(None, f"由{term}发布", note_en=f"published by {english}")
    if publication.publisher == name:
        return met(limit=term)
    return breached(limit=term, note=f"应由{term}发布", note_en=f"{english} publishes it")


@rule(
    cites="hj-212-2017:6.3",
    kind="frame",
    needs=["raw"],
    sequence=True,
    english="The frame is sound",
)
def frame_is_sound(frame: Entry, _: Amounts, __: date) -> Iterator[Answer]:
    """报文的长度和校验码相符，可以解读。"""
    broken = [code for code in frame.fault_codes if code in FRAMED]
    for code, told in zip(frame.fault_codes, frame.fault_sentences, strict=True):
        if code in FRAMED:
            yield breached(label=Fault(code).title, note=told, note_en=f"fault {code}")
    if not broken:
        number = len(frame.readings)
        note = f"数据段长度 {plain(frame.length)}，校验码 {frame.crc}，读数 {number} 个"
        note_en = f"length {plain(frame.length)}, CRC {frame.crc}, {number} readings"
        label = "有效，版本未载" if "version_unread" in frame.fault_codes else "有效"
        yield computed(str(frame.crc), label, note=note, note_en=note_en)


@rule(
    cites="gb-3838-2002:table-1",
    kind="frame",
    dated_by="data_time",
    sequence=True,
    english="Class of each reading in the frame",
)
def class_of_framed_readings(frame: Entry, amounts: Amounts, _: date) -> Iterator[Answer]:
    """报文里有效读数的水质类别。"""
    if frame.is_damaged:
        return
    for one in frame.readings:
        if not one.get("valid") or not one.get("factor") or one.get("value") is None:
            continue
        given = {one["factor"]: one["value"], "body": frame.body}
        for item in items_of(given, amounts):
            yield _classed(item.best, item.worst, item.term, one)


def _classed(best: int, worst: int, term: str, one: Mapping[str, Any]) -> Answer:
    told = f"{term} {plain(one['value'])}（{one['statistic']}）"
    told_en = f"{one['factor']} {plain(one['value'])} ({one['statistic']})"
    if best == worst:
        return computed(best, f"{term}{class_name(best)}", note=told, note_en=told_en)
    note = f"{told}：湖库和河流限值不同，请写水体类型或交站点表"
    return undetermined(Reason.NO_DATA, ("body",), note=note, note_en="phosphorus needs the body")
