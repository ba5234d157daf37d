"""Rules of clinical trials: silence is consent after sixty working days; licences lapse."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from yiding.dates.calendar import UnknownCalendarYear, add_months, add_working_days
from yiding.ledgers.biomedicine.classes import device_class_told
from yiding.ledgers.biomedicine.identifiers import device_class
from yiding.ledgers.biomedicine.numbers_of import numbers_of
from yiding.rules import Amounts, Answer, Entry, Reason, rule
from yiding.rules.answers import breached, by_day, computed, due, met, undetermined

ONE_DAY = timedelta(days=1)
DRUGS, DEVICES = ("drug", "product"), ("device", "product")
SILENT = "视为同意"


def _is_drug(product: Entry) -> bool:
    return product.accepted_on is not None and product.type != "device"


def _classes(product: Entry) -> set[str]:
    """The classes it is said to be of, in words or by its number."""
    told = {device_class_told(product.product_class), *map(device_class, numbers_of(product))}
    return {one for one in told if one}


def _is_grave_device(product: Entry) -> bool:
    """A class III device, unless it is known not to be on the list of high risk."""
    is_device = product.accepted_on is not None and product.type == "device"
    return is_device and _classes(product) <= {"3"} and product.is_high_risk is not False


def _wanting(product: Entry) -> Answer | None:
    """What must be known before a device's trial is taken for one of high risk."""
    told = {"product_class": _classes(product) or None, "is_high_risk": product.is_high_risk}
    missing = tuple(name for name, one in told.items() if one is None)
    return undetermined(Reason.NO_DATA, missing) if missing else None


def _last_day(product: Entry, amounts: Amounts, table: str) -> date:
    return add_working_days(product.accepted_on, int(amounts[table]))


def _not_known(why: UnknownCalendarYear) -> Answer:
    note = f"{why.year}年的工作日历尚未公布"
    return undetermined(Reason.NO_DATA, note=note, note_en=f"no calendar of {why.year} yet")


def _told_last_day(product: Entry, amounts: Amounts, table: str) -> Answer:
    try:
        last = _last_day(product, amounts, table)
    except UnknownCalendarYear as why:
        return _not_known(why)
    silent = (last + ONE_DAY).isoformat()
    note, english = f"没有通知的，自{silent}起视为同意", f"silence is consent from {silent}"
    label = f"第{amounts[table]}个工作日"
    return replace(computed(last.isoformat(), label, note=note, note_en=english), due_on=last)


def _agreed(product: Entry, last: date, on: date) -> Answer:
    """A notice within the time decides; none until the last day is consent the day after."""
    notice = product.notice_on
    is_noticed = notice is not None and notice <= min(on, last)
    if is_noticed and product.notice_result == "refused":
        return breached(notice.isoformat(), last.isoformat(), label="不同意")
    if is_noticed and product.notice_result == "more_wanted":
        note, english = "补充资料的时间如何计算请核对", "how supplements count is for a person"
        return undetermined(Reason.JUDGEMENT, note=note, note_en=english)
    if is_noticed and product.notice_result is None:
        return undetermined(Reason.NO_DATA, ("notice_result",))
    if is_noticed:
        return replace(met(notice.isoformat(), last.isoformat()), label="批准")
    if on <= last:
        return due(last)
    silent = (last + ONE_DAY).isoformat()
    note, english = f"自{silent}起视为同意", f"deemed agreed from {silent}"
    return replace(met(note=note, note_en=english), label=SILENT, due_on=last)


def _agreed_or_not(product: Entry, amounts: Amounts, table: str, on: date) -> Answer:
    try:
        return _agreed(product, _last_day(product, amounts, table), on)
    except UnknownCalendarYear as why:
        return _not_known(why)


def _agreed_from(product: Entry, amounts: Amounts, table: str, on: date) -> Answer | None:
    """The day from which silence is consent, once it has come."""
    try:
        last = _last_day(product, amounts, table)
    except UnknownCalendarYear:
        return None
    is_silent = _agreed(product, last, on).label == SILENT
    return computed((last + ONE_DAY).isoformat(), SILENT) if is_silent else None


@rule(
    cites="drug-law-2019:19",
    kind=DRUGS,
    dated_by="accepted_on",
    sequence=True,
    english="The last day for notice on a drug's trial",
)
def drug_trial_last_day(drug: Entry, amounts: Amounts, _: date) -> Answer | None:
    """药物临床试验申请的最后答复日。"""
    return _told_last_day(drug, amounts, "drug_trial_days") if _is_drug(drug) else None


@rule(
    cites="drug-law-2019:19",
    kind=DRUGS,
    dated_by="accepted_on",
    sequence=True,
    english="A drug's trial is agreed to, outright or by silence",
)
def drug_trial_agreed(drug: Entry, amounts: Amounts, on: date) -> Answer | None:
    """药物临床试验申请得到同意，逾期没有通知的视为同意。"""
    return _agreed_or_not(drug, amounts, "drug_trial_days", on) if _is_drug(drug) else None


@rule(
    cites="drug-law-2019:19",
    kind=DRUGS,
    dated_by="accepted_on",
    sequence=True,
    english="The day from which a drug's trial is deemed agreed",
)
def drug_trial_agreed_from(drug: Entry, amounts: Amounts, on: date) -> Answer | None:
    """药物临床试验视为同意的起始日。"""
    return _agreed_from(drug, amounts, "drug_trial_days", on) if _is_drug(drug) else None


@rule(
    cites="device-regulation-2021:27",
    kind=DEVICES,
    dated_by="accepted_on",
    sequence=True,
    english="The last day for notice on a high-risk class III device's trial",
)
def device_trial_last_day(device: Entry, amounts: Amounts, _: date) -> Answer | None:
    """较高风险第三类医疗器械临床试验申请的最后答复日。"""
    if not _is_grave_device(device):
        return None
    return _wanting(device) or _told_last_day(device, amounts, "device_trial_days")


@rule(
    cites="device-regulation-2021:27",
    kind=DEVICES,
    dated_by="accepted_on",
    sequence=True,
    english="A high-risk class III device's trial is agreed to, outright or by silence",
)
def device_trial_agreed(device: Entry, amounts: Amounts, on: date) -> Answer | None:
    """较高风险第三类医疗器械临床试验申请得到同意，逾期没有通知的视为同意。"""
    if not _is_grave_device(device):
        return None
    return _wanting(device) or _agreed_or_not(device, amounts, "device_trial_days", on)


def licensed_on(product: Entry) -> date | None:
    """The day the trial was approved."""
    told: date | None = product.trial_approved_on
    return told


@rule(
    cites="nmpa-2020-46:consent",
    kind=DRUGS,
    dated_by="trial_approved_on",
    sequence=True,
    english="The first subject consents within three years of the trial's approval",
)
def first_consent_in_time(drug: Entry, amounts: Amounts, on: date) -> Answer | None:
    """获准后三年内有受试者签署知情同意书。"""
    if licensed_on(drug) is None or drug.type == "device":
        return None
    last = add_months(drug.trial_approved_on, int(amounts["consent_months"]))
    return by_day(last, drug.first_consent_on, on)


@rule(
    cites="nmpa-2020-46:consent",
    kind=DRUGS,
    dated_by="trial_approved_on",
    sequence=True,
    english="The trial's licence has not lapsed",
)
def trial_licence_alive(drug: Entry, amounts: Amounts, on: date) -> Answer | None:
    """药物临床试验许可没有失效。"""
    if licensed_on(drug) is None or drug.type == "device":
        return None
    last = add_months(drug.trial_approved_on, int(amounts["consent_months"]))
    signed = drug.first_consent_on
    if signed is not None and signed <= min(on, last):
        return met(signed.isoformat(), last.isoformat())
    if on <= last:
        return None
    lapsed = (last + ONE_DAY).isoformat()
    note, english = f"自{lapsed}起失效", f"lapsed on {lapsed}"
    days = (on - last).days
    return breached(None, last.isoformat(), label="失效", excess=days, note=note,
                    note_en=english)  # fmt: skip
