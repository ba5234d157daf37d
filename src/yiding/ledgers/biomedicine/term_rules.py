"""Rules of approvals that run out: renewed in time, deemed renewed, and from which day anew."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from yiding.dates.calendar import add_months
from yiding.rules import Amounts, Answer, Entry, Reason, Verdict, rule
from yiding.rules.answers import breached, by_day, computed, met, undetermined

ONE_DAY = timedelta(days=1)
DEVICES, DRUGS = ("device", "product"), ("drug", "product")
LATE = "逾期申请"
NOT_FILED = "逾期未申请"
DEEMED = "视为准予延续"
EXPIRED = "已过期"


def _is(product: Entry, type_: str) -> bool:
    """Whether it is one; a product that says neither is taken for a device."""
    return (product.type or "device") == type_


def last_filing_day(product: Entry, amounts: Amounts, table: str) -> date:
    """The corresponding day six months before expiry."""
    return add_months(product.expires_on, -int(amounts[table]))


def filed_by(product: Entry, on: date) -> date | None:
    """The day the renewal was filed, where it has come."""
    filed: date | None = product.renewal_filed_on
    return filed if filed is not None and filed <= on else None


def _filed_in_time(product: Entry, amounts: Amounts, table: str, on: date) -> Answer | None:
    """Filed by the last day; with no expiry written down nobody can say."""
    if product.expires_on is None:
        untold = undetermined(Reason.NO_DATA, ("expires_on",))
        return None if product.renewal_filed_on is None else untold
    last = last_filing_day(product, amounts, table)
    answer = by_day(last, product.renewal_filed_on, on)
    if answer.verdict != Verdict.OVERDUE:
        return answer
    return replace(answer, label=LATE if filed_by(product, on) else NOT_FILED)


def _acceptable(product: Entry, last: date, on: date) -> Answer | None:
    """Filed late it cannot be taken as a renewal."""
    filed = filed_by(product, on)
    if filed is None:
        return None
    if filed <= last:
        return met(filed.isoformat(), last.isoformat())
    note = "申请晚于届满前六个月，请按首次申请办理"
    english = "filed later than six months before expiry: apply anew"
    days = (filed - last).days
    measured, limit = filed.isoformat(), last.isoformat()
    return breached(measured, limit, excess=days, label=LATE, note=note, note_en=english)


@rule(
    cites="device-registration-2021:82",
    kind=DEVICES,
    sequence=True,
    english="The renewal of a certificate is filed six months before it ends",
)
def device_renewal_filed_in_time(device: Entry, amounts: Amounts, on: date) -> Answer | None:
    """注册证届满六个月前申请延续注册。"""
    return _filed_in_time(device, amounts, "device_ahead", on) if _is(device, "device") else None


@rule(
    cites="device-registration-2021:82",
    kind=DEVICES,
    sequence=True,
    english="The renewal filed can be accepted",
)
def device_renewal_acceptable(device: Entry, amounts: Amounts, on: date) -> Answer | None:
    """延续注册的申请在期限以内，可以受理。"""
    if device.expires_on is None or not _is(device, "device"):
        return None
    return _acceptable(device, last_filing_day(device, amounts, "device_ahead"), on)


@rule(
    cites="device-regulation-2021:22",
    kind=DEVICES,
    sequence=True,
    english="The certificate of a device is in force",
)
def device_certificate_in_force(device: Entry, amounts: Amounts, on: date) -> Answer | None:
    """医疗器械注册证在有效期内，或者视为准予延续。"""
    if device.expires_on is None or not _is(device, "device"):
        return None
    return _in_force(device, last_filing_day(device, amounts, "device_ahead"), on)


def _in_force(product: Entry, last: date, on: date) -> Answer:
    expiry = product.expires_on
    if on <= expiry:
        return replace(met(), due_on=expiry)
    approved = product.renewal_approved_on
    if product.renewal_result == "refused":
        return breached(label="不予延续")
    if approved is not None and approved <= on:
        return replace(met(), label="已延续")
    filed = filed_by(product, on)
    if filed is not None and filed <= last:
        told, english = "届满没有作出决定", "no decision was made by expiry"
        return replace(met(note=told, note_en=english), label=DEEMED)
    days = (on - expiry).days
    return breached(on.isoformat(), expiry.isoformat(), excess=days, label=EXPIRED)


@rule(
    cites="device-registration-2021:84",
    kind=DEVICES,
    sequence=True,
    english="The day from which a renewed certificate is good",
)
def new_period_begins(device: Entry, amounts: Amounts, on: date) -> Answer | None:
    """延续批准后新有效期的起算日。"""
    approved = device.renewal_approved_on
    if None in (device.expires_on, approved) or not _is(device, "device") or approved > on:
        return None
    is_inside = approved <= device.expires_on
    begins = device.expires_on + ONE_DAY if is_inside else approved
    ends = add_months(begins, int(amounts["renewed_term_months"])) - ONE_DAY
    label = "原有效期届满次日起算" if is_inside else "批准之日起算"
    note, english = f"到{ends.isoformat()}为止", f"until {ends.isoformat()}"
    return computed(begins.isoformat(), label, note=note, note_en=english)


@rule(
    cites="device-regulation-2021:22",
    kind=DEVICES,
    sequence=True,
    english="A certificate is good for five years at most",
)
def device_term_right(device: Entry, amounts: Amounts, _: date) -> Answer | None:
    """医疗器械注册证有效期不超过五年。"""
    if None in (device.issued_on, device.expires_on) or not _is(device, "device"):
        return None
    return _term(device, int(amounts["term_months"]))


def _term(product: Entry, months: int) -> Answer:
    last = add_months(product.issued_on, months)
    if product.expires_on < product.issued_on:
        return undetermined(
            Reason.CONTRADICTORY, note="有效期早于发证日期", note_en="it ends before it begins"
        )
    measured, limit = product.expires_on.isoformat(), last.isoformat()
    if product.expires_on <= last:
        return met(measured, limit)
    days = (product.expires_on - last).days
    return breached(measured, limit, excess=days, label="有效期过长")


@rule(
    cites="drug-law-regulation-2019:41",
    kind=DRUGS,
    sequence=True,
    english="Re-registration of a drug is asked six months before its approval ends",
)
def re_registration_filed_in_time(drug: Entry, amounts: Amounts, on: date) -> Answer | None:
    """药品批准文号届满六个月前申请再注册。"""
    return _filed_in_time(drug, amounts, "drug_ahead", on) if _is(drug, "drug") else None


@rule(
    cites="drug-law-regulation-2019:41",
    kind=DRUGS,
    sequence=True,
    english="The re-registration filed can be accepted",
)
def re_registration_acceptable(drug: Entry, amounts: Amounts, on: date) -> Answer | None:
    """再注册的申请在期限以内，可以受理。"""
    if drug.expires_on is None or not _is(drug, "drug"):
        return None
    return _acceptable(drug, last_filing_day(drug, amounts, "drug_ahead"), on)


@rule(
    cites="drug-law-regulation-2019:41",
    kind=DRUGS,
    sequence=True,
    english="The approval of a drug is good for five years at most",
)
def drug_term_right(drug: Entry, amounts: Amounts, _: date) -> Answer | None:
    """药品批准文号有效期不超过五年。"""
    if None in (drug.issued_on, drug.expires_on) or not _is(drug, "drug"):
        return None
    return _term(drug, int(amounts["drug_term_months"]))


@rule(
    cites="drug-law-regulation-2019:41",
    kind=DRUGS,
    sequence=True,
    english="The approval of a drug has not run out",
)
def drug_approval_in_force(drug: Entry, _: Amounts, on: date) -> Answer | None:
    """药品批准文号在有效期内。"""
    if drug.expires_on is None or not _is(drug, "drug"):
        return None
    if on <= drug.expires_on:
        return replace(met(), due_on=drug.expires_on)
    approved = drug.renewal_approved_on
    if approved is not None and approved <= on:
        return replace(met(), label="已再注册")
    if filed_by(drug, on) is not None and drug.renewal_result != "refused":
        note, english = (
            "届满时再注册没有决定的如何处理没有核对",
            "no decision yet: not settled here",
        )
        return undetermined(Reason.JUDGEMENT, note=note, note_en=english)
    days = (on - drug.expires_on).days
    limit = drug.expires_on.isoformat()
    return breached(on.isoformat(), limit, excess=days, label=EXPIRED)


@rule(
    cites="drug-law-regulation-2026:renewal",
    kind=DRUGS,
    sequence=True,
    english="The time of re-registration under the text of 2026 has been checked",
)
def re_registration_under_new_text(drug: Entry, amounts: Amounts, on: date) -> Iterator[Answer]:
    """2026年修订的条例对再注册时间有无改变。"""
    if drug.expires_on is None or not _is(drug, "drug") or filed_by(drug, on):
        return
    last = last_filing_day(drug, amounts, "drug_ahead")
    if last >= amounts["new_text_from"] and last <= add_months(on, int(amounts["look_ahead"])):
        note, english = "请核对2026年修订的条例", "check the regulation as revised in 2026"
        yield undetermined(Reason.UNCONFIRMED, note=note, note_en=english)
