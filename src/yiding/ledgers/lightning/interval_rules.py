"""Rules of the interval between inspections 定期检测: half a year or a year, from the last one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from yiding.dates.calendar import add_months
from yiding.rules import Amounts, Answer, Entry, Reason, Verdict, rule
from yiding.rules.answers import by_day, undetermined

INSPECTED = ("site", "structure", "device")
EARLIER = "沿用2025年6月1日以前的办法的间隔，现行条文没有核到"
EARLIER_EN = "the interval of the earlier order; the text in force is not at hand"


@rule(
    cites="lightning-order-24:19",
    or_else="yiding-readings:lightning-interval",
    kind=INSPECTED,
    sequence=True,
    english="Inspected within the interval of its environment",
)
def inspected_in_time(device: Entry, amounts: Amounts, on: date) -> Answer | None:
    """防雷装置在检测间隔以内检测，爆炸和火灾危险环境半年，其他一年。"""
    if not _is_asked(device):
        return None
    if missing := _missing(device):
        return undetermined(Reason.NO_DATA, missing)
    answer = due_answer(device, amounts, on)
    if answer is None or amounts["interval_text"] == "own":
        return answer
    return replace(answer, note=EARLIER, note_en=EARLIER_EN)


@rule(
    cites="lightning-order-44:inspection",
    kind=INSPECTED,
    sequence=True,
    english="Whether it is late by the order in force too is to be confirmed",
)
def late_by_order_in_force(device: Entry, amounts: Amounts, on: date) -> Answer | None:
    """按现行办法是否逾期未检。"""
    if not _is_asked(device) or _missing(device):
        return None
    answer = due_answer(device, amounts, on, "interval_unchecked")
    return answer if answer is not None and answer.verdict == Verdict.OVERDUE else None


def due_answer(
    device: Entry, amounts: Amounts, on: date, table: str = "inspection_interval"
) -> Answer | None:
    """Not yet due, due within the days of the reminder, or overdue."""
    months = amounts[table, device.environment]
    if months is None:
        return None
    last = add_months(_start(device), int(months))
    answer = by_day(last, None, on)
    if answer.verdict == Verdict.OVERDUE:
        return replace(answer, label="未按期检测")
    is_soon = last - on <= timedelta(days=int(amounts["reminder_days"]))
    if is_soon or device.last_inspected_on is None:
        return replace(answer, label="到期预警" if is_soon else "未到期")
    return Answer(Verdict.MET, due_on=last, label="未到期")


def _start(device: Entry) -> date:
    """The day it was last inspected, else that it was put to use."""
    start: date = device.last_inspected_on or device.commissioned_on
    return start


def _is_asked(device: Entry) -> bool:
    """Whether it is about inspections: a device always, the others where they say a day."""
    has_day = device.last_inspected_on is not None or device.commissioned_on is not None
    return has_day or (device.kind == "device" and _is_whole(device))


def _is_whole(device: Entry) -> bool:
    """Not a part that was measured once and written down."""
    is_system = device.device_kind == "system"
    is_told = device.device_kind is None and device.environment is not None
    return (is_system or is_told) and device.resistance is None


def _missing(device: Entry) -> tuple[str, ...]:
    told = {
        "environment": device.environment,
        "last_inspected_on": device.last_inspected_on or device.commissioned_on,
    }
    return tuple(name for name, one in told.items() if one is None)


@rule(
    cites="lightning-order-24:19",
    or_else="yiding-readings:lightning-interval",
    kind="inspection",
    sequence=True,
    english="When the next inspection is due",
)
def next_inspection(inspection: Entry, amounts: Amounts, on: date) -> Answer | None:
    """单独一份报告的下次检测日期。"""
    refers = inspection.structure or inspection.device or inspection.site
    if refers or inspection.inspected_on is None or inspection.environment is None:
        return None
    months = amounts["inspection_interval", inspection.environment]
    return (
        None
        if months is None
        else by_day(add_months(inspection.inspected_on, int(months)), None, on)
    )
