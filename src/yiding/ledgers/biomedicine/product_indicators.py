"""Figures of drugs and devices 产品: trials, applications, approvals, certificates, renewals."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from yiding.dates.calendar import add_months
from yiding.ledgers.biomedicine.classes import class_told, device_class_told
from yiding.ledgers.biomedicine.identifiers import device_class
from yiding.ledgers.biomedicine.numbers_of import numbers_of
from yiding.rules import Entry, Figure, indicator
from yiding.rules.indicator import share, total

INNOVATIVE = frozenset({"chemical", "biological"})
AHEAD = 6


def _in_year(entry: Entry, name: str, on: date) -> bool:
    """Whether a day of an entry has come and is of the year."""
    day: date | None = entry.values.get(name)
    return day is not None and day <= on and day.year == on.year


def _class_one(drugs: Sequence[Entry]) -> list[Entry]:
    return [
        one for one in drugs if one.drug_kind in INNOVATIVE and class_told(one.product_class) == "1"
    ]


def _once(drugs: Sequence[Entry]) -> list[Entry]:
    """Each drug of a company once."""
    return list({(one.name or one.id, one.company): one for one in reversed(drugs)}.values())[::-1]


def _counted(drugs: Sequence[Entry], name: str, on: date) -> Figure:
    found = _once([one for one in _class_one(drugs) if _in_year(one, name, on)])
    return total(len(found), found)


@indicator(
    english="Trials of class 1 new drugs accepted in the year",
    unit="个",
    period="年",
    formula="本年临床试验申请受理的一类新药，一个药品计一次",
    kind="drug",
)
def class_one_ind(drugs: Sequence[Entry], on: date) -> Figure:
    """一类新药IND数。"""
    return _counted(drugs, "accepted_on", on)


@indicator(
    english="Class 1 new drugs whose marketing application was accepted in the year",
    unit="个",
    period="年",
    formula="本年上市申请受理的一类新药，一个药品计一次",
    kind="drug",
)
def class_one_nda(drugs: Sequence[Entry], on: date) -> Figure:
    """一类新药NDA数。"""
    return _counted(drugs, "nda_on", on)


@indicator(
    english="Class 1 new drugs approved in the year",
    unit="个",
    period="年",
    formula="本年批准上市的一类新药，按批准计，一个药品有几个号计一次",
    kind="drug",
)
def class_one_approved(drugs: Sequence[Entry], on: date) -> Figure:
    """一类新药获批数。"""
    return _counted(drugs, "approved_on", on)


@indicator(
    english="Drug trials approved in the year",
    unit="件",
    period="年",
    formula="本年获准的药物临床试验",
    kind="drug",
)
def trial_approvals(drugs: Sequence[Entry], on: date) -> Figure:
    """临床批件数。"""
    found = [one for one in drugs if _in_year(one, "trial_approved_on", on)]
    return total(len(found), found)


def _class_of(device: Entry) -> str | None:
    told = next((one for one in map(device_class, numbers_of(device)) if one), None)
    return told or device_class_told(device.product_class)


@indicator(
    english="Class II and III certificates issued in the year",
    unit="件",
    period="年",
    formula="本年发证的第二、三类医疗器械注册证",
    kind="device",
)
def device_certificates(devices: Sequence[Entry], on: date) -> Figure:
    """二、三类医疗器械注册证数。"""
    found = [
        one for one in devices if _in_year(one, "issued_on", on) and _class_of(one) in {"2", "3"}
    ]
    return total(len(found), found)


@indicator(
    english="Innovative devices with a certificate",
    unit="个",
    period="年",
    formula="已发证的创新医疗器械",
    kind="device",
)
def innovative_devices(devices: Sequence[Entry], on: date) -> Figure:
    """创新医疗器械数。"""
    found = [one for one in devices if one.is_innovative and one.issued_on and one.issued_on <= on]
    return total(len(found), found)


def _renewed_in_time(products: Sequence[Entry], on: date) -> Figure:
    last = {
        one.id: add_months(one.expires_on, -AHEAD) for one in products if one.expires_on is not None
    }
    due = [one for one in products if one.id in last and last[one.id] < on]
    filed = [one for one in due if one.renewal_filed_on is not None]
    return share([one for one in filed if one.renewal_filed_on <= last[one.id]], due)


@indicator(
    english="Device certificates whose renewal was filed in time",
    unit="%",
    period="季度",
    formula="届满六个月前申请延续的注册证 ÷ 申请期限已过的注册证",
    kind="device",
)
def device_renewals_in_time(devices: Sequence[Entry], on: date) -> Figure:
    """注册证延续及时率。"""
    return _renewed_in_time(devices, on)


@indicator(
    english="Drugs whose re-registration was asked in time",
    unit="%",
    period="季度",
    formula="届满六个月前申请再注册的药品 ÷ 申请期限已过的药品",
    kind="drug",
)
def drug_renewals_in_time(drugs: Sequence[Entry], on: date) -> Figure:
    """药品再注册及时率。"""
    return _renewed_in_time(drugs, on)
