"""Rules of inspection reports 检测报告: defects mended, refusals, conduct, doubts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from yiding.rules import Amounts, Answer, Entry, Fields, Reason, Term, Values, known, rule
from yiding.rules.answers import breached, by_day, computed, met, undetermined

SIGNS = {
    "was_on_site": "没有到现场",
    "signed_by_staff": "他人代签",
    "has_mark": "没有资质标志",
    "number_verifiable": "编号查不到",
    "values_consistent": "数值矛盾",
}
"""What is doubtful where it is denied."""


def has_failed(inspection: Entry) -> bool:
    """Whether the report fails the device or names defects."""
    return inspection.result == "failed" or bool(inspection.defect_count)


@rule(
    cites="lightning-order-24:35",
    or_else="yiding-readings:lightning-rectification",
    kind="inspection",
    dated_by="inspected_on",
    sequence=True,
    english="What failed is mended and passes the re-test",
)
def defects_mended(inspection: Entry, _: Amounts, on: date) -> Answer | None:
    """检测不合格的整改完成并复检合格。"""
    if not has_failed(inspection):
        return None
    if inspection.rectification_refused:
        return breached(missing=("rectified_on",), label="拒不整改")
    missing = _lacking(inspection, on)
    if not missing:
        return replace(met(), label="复检合格")
    due = inspection.rectify_due_on
    if due is None:
        return breached(missing=missing, label="待整改")
    return replace(by_day(due, None, on), label="待整改", missing=missing)


def _lacking(inspection: Entry, on: date) -> tuple[str, ...]:
    """What is wanting: the day it was mended, the result of the re-test."""
    day = inspection.rectified_on or inspection.retested_on
    is_mended = inspection.is_rectified is True or (day is not None and day <= on)
    has_passed = inspection.retest_result == "passed"
    told = {"rectified_on": is_mended or has_passed, "retest_result": has_passed}
    return tuple(name for name, is_there in told.items() if not is_there)


@rule(
    cites="lightning-order-24:35",
    kind="inspection",
    dated_by="inspected_on",
    sequence=True,
    english="What refusing an inspection or not mending costs",
)
def fine_for_refusing(inspection: Entry, amounts: Amounts, _: date) -> Answer | None:
    """拒绝检测或者不合格又不整改的警告和罚款幅度。"""
    return _band(inspection, amounts)


@rule(
    cites="lightning-order-44:penalties",
    kind="inspection",
    dated_by="inspected_on",
    sequence=True,
    english="What refusing costs by the order in force, not checked",
)
def fine_to_confirm(inspection: Entry, amounts: Amounts, _: date) -> Answer | None:
    """拒绝检测或者不整改按现行办法的处罚。"""
    return _band(inspection, amounts)


def _band(inspection: Entry, amounts: Amounts) -> Answer | None:
    if not (inspection.inspection_refused or inspection.rectification_refused):
        return None
    low, high = amounts["fine", "refusal", "from"], amounts["fine", "refusal", "to"]
    return computed(None if low is None else f"{low:f}-{high:f}", "警告，可以并处罚款", "元")


@rule(
    cites="gansu-lightning-inspection:defects",
    kind="inspection",
    dated_by="inspected_on",
    sequence=True,
    english="A refusal to mend is reported to the local meteorological body",
)
def refusal_reported(inspection: Entry, _: Amounts, __: date) -> Answer | None:
    """拒不整改的报告当地气象主管机构。"""
    if not inspection.rectification_refused:
        return None
    return met() if inspection.reported_to_cma else breached(missing=("reported_to_cma",))


@rule(
    cites="gansu-lightning-inspection:conduct",
    kind="inspection",
    dated_by="inspected_on",
    english="Not a part inspected for the whole",
)
def scope_is_whole(inspection: Fields, _: Values) -> Term:
    """不得以部分检测代替整体检测。"""
    return inspection.scope_complete.where(known(inspection.scope_complete))


@rule(
    cites="gansu-lightning-inspection:conduct",
    kind="inspection",
    dated_by="inspected_on",
    english="The inspection is not sub-contracted",
)
def not_subcontracted(inspection: Fields, _: Values) -> Term:
    """检测不得转包。"""
    return (~inspection.is_subcontracted).where(known(inspection.is_subcontracted))


@rule(
    cites="gansu-lightning-inspection:conduct",
    kind="inspection",
    dated_by="inspected_on",
    sequence=True,
    english="Told ten days ahead",
)
def told_ahead(inspection: Entry, amounts: Amounts, _: date) -> Answer | None:
    """检测提前告知。"""
    days = amounts["notice_days"]
    if days is None or inspection.notified_on is None or inspection.inspected_on is None:
        return None
    last = inspection.inspected_on - timedelta(days=int(days))
    return by_day(last, inspection.notified_on, inspection.notified_on)


@rule(
    cites="yiding-readings:lightning-report-signs",
    kind="inspection",
    sequence=True,
    english="Doubts about a report",
)
def report_beyond_doubt(inspection: Entry, _: Amounts, __: date) -> Answer | None:
    """检测报告没有疑点。"""
    doubts = [word for name, word in SIGNS.items() if inspection.values.get(name) is False]
    if not doubts:
        return None
    note = "、".join(doubts) + "，请核查报告真伪"
    return undetermined(Reason.JUDGEMENT, note=note, note_en="the report may not be genuine")


@rule(
    cites="yiding-readings:lightning-records-agree",
    kind="inspection",
    sequence=True,
    english="The days of a report are in order",
)
def report_days_in_order(inspection: Entry, _: Amounts, on: date) -> Answer | None:
    """检测、整改、复检的日期先后相符。"""
    names = ("inspected_on", "rectified_on", "retested_on")
    days = [day for name in names if (day := inspection.values.get(name)) is not None]
    is_ahead = inspection.inspected_on is not None and inspection.inspected_on > on
    if days == sorted(days) and not is_ahead:
        return None
    note, note_en = "日期先后颠倒，或者检测日期还没有到", "days out of order, or ahead of today"
    return undetermined(Reason.CONTRADICTORY, note=note, note_en=note_en)
