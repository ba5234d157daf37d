"""Rules of classes: new drugs 一类新药, enterprises above scale 规上, industries of biomedicine."""

from __future__ import annotations

import re
from datetime import date

from yiding.ledgers.biomedicine.classes import class_told
from yiding.ledgers.biomedicine.counting import first_of_its_drug, is_approved
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

DRUGS = ("drug", "product")
CLASS_ONE = "1"
NOT_CHECKED, NOT_CHECKED_EN = "这一类的含义没有核对", "what this class means has not been checked"
_MEDICINES, _DEVICES = re.compile(r"^C?27"), re.compile(r"^C?358")
_DEVICE_WORDS = re.compile(r"医疗(?:仪器|器械)|医疗设备")
_MEDICINE_WORDS = re.compile(r"医药制造")
_CODED = re.compile(r"^[A-T]?\d{2,4}$")


@rule(
    cites="chemical-classes-2020:classes",
    kind=DRUGS,
    sequence=True,
    english="What the registration class of a chemical drug means",
)
def chemical_class_named(drug: Entry, amounts: Amounts, _: date) -> Answer | None:
    """化学药品注册分类的含义。"""
    told = class_told(drug.product_class)
    if drug.drug_kind != "chemical" or told is None:
        return None
    return computed(told, str(amounts["chemical_class", told]))


@rule(
    cites="biological-classes-2020:class-1",
    kind=DRUGS,
    sequence=True,
    english="What the registration class of a biological product means",
)
def biological_class_named(drug: Entry, amounts: Amounts, _: date) -> Answer | None:
    """生物制品注册分类的含义。"""
    told = class_told(drug.product_class)
    if drug.drug_kind != "biological" or told is None:
        return None
    if told != CLASS_ONE:
        return undetermined(Reason.UNCONFIRMED, note=NOT_CHECKED, note_en=NOT_CHECKED_EN)
    return computed(told, str(amounts["biological_class", told]))


@rule(
    cites="yiding-readings:bio-class-one",
    kind=DRUGS,
    sequence=True,
    english="Whether it counts as an approved new drug of class 1",
)
def counts_as_class_one(drug: Entry, _: Amounts, on: date) -> Answer | None:
    """一类新药按批准计数，一个药品只计一次。"""
    told = class_told(drug.product_class)
    if told is None or drug.drug_kind is None:
        return _kind_wanting(drug, told)
    if told != CLASS_ONE:
        return None
    if drug.drug_kind not in {"chemical", "biological"}:
        return undetermined(Reason.UNCONFIRMED, note=NOT_CHECKED, note_en=NOT_CHECKED_EN)
    if not is_approved(drug, on):
        note, english = "没有批准上市，受理号不计数", "not approved: an acceptance does not count"
        return computed(0, "不计", "个", note=note, note_en=english)
    if not first_of_its_drug(drug, on):
        return computed(0, "不计", "个", note="同一药品已计一次", note_en="the drug counts once")
    return computed(1, "计入", "个")


def _kind_wanting(drug: Entry, told: str | None) -> Answer | None:
    """Class 1 of an unknown kind of drug; what is no drug, or of no class, is passed over."""
    is_drug = drug.kind == "drug" and told == CLASS_ONE
    return undetermined(Reason.NO_DATA, ("drug_kind",)) if is_drug else None


def _is_industry(enterprise: Fields) -> Term:
    return ~known(enterprise.is_industrial) | enterprise.is_industrial


@rule(
    cites="stats-2010-87:threshold",
    kind="enterprise",
    needs=["revenue"],
    dated_by="year_end",
    english="Whether an enterprise is above scale",
)
def scale_told(enterprise: Fields, values: Values) -> Term:
    """年主营业务收入达到起点标准的工业企业为规模以上。"""
    is_above = enterprise.revenue >= values.above_scale
    label = choose((is_above, "规模以上"), otherwise="规模以下")
    spoken = known(enterprise.revenue) & _is_industry(enterprise)
    return compute(enterprise.revenue, "元", label).where(spoken)


@rule(
    cites="stats-2010-87:threshold",
    kind="enterprise",
    dated_by="year_end",
    english="An enterprise registered as above scale has the revenue",
)
def registered_above_scale_rightly(enterprise: Fields, values: Values) -> Term:
    """登记为规上的企业年主营业务收入达到起点标准。"""
    is_registered = known(enterprise.is_registered_above) & enterprise.is_registered_above
    return (enterprise.revenue >= values.above_scale).where(
        is_registered & _is_industry(enterprise)
    )


@rule(
    cites="stats-2010-87:threshold",
    kind="enterprise",
    english="What is registered as above scale is industry",
)
def registered_above_scale_is_industry(enterprise: Fields, _: Values) -> Term:
    """登记为规上工业的是工业法人单位。"""
    is_registered = known(enterprise.is_registered_above) & enterprise.is_registered_above
    return enterprise.is_industrial.where(is_registered & known(enterprise.is_industrial))


@rule(
    cites="gb-t-4754-2017:27",
    kind="enterprise",
    sequence=True,
    english="Whether the making of medicines 27 is its industry",
)
def medicines_in_scope(enterprise: Entry, _: Amounts, __: date) -> Answer | None:
    """行业代码27为医药制造业。"""
    code, name = str(enterprise.industry_code or ""), str(enterprise.industry_name or "")
    if not code:
        return _named(name)
    if not _CODED.match(code):
        note, english = "行业代码应为两至四位数字", "the code is two to four digits"
        return breached(code, label="代码有误", note=note, note_en=english)
    if _MEDICINES.match(code):
        return met(code, note="医药制造业", note_en="making of medicines")
    if _DEVICES.match(code):
        return None
    note = "不在医药制造业和医疗仪器设备制造以内，计入的另立口径"
    english = "outside medicines and devices: counted under another definition"
    return computed(code, "口径以外", note=note, note_en=english)


def _named(name: str) -> Answer | None:
    """The industry by its name, where no code is written."""
    if _MEDICINE_WORDS.search(name):
        return computed(None, "医药制造业")
    return computed(None, "医疗仪器设备及器械制造") if _DEVICE_WORDS.search(name) else None


@rule(
    cites="gb-t-4754-2017:358",
    kind="enterprise",
    sequence=True,
    english="Whether the making of medical devices 358 is its industry",
)
def devices_in_scope(enterprise: Entry, _: Amounts, __: date) -> Answer | None:
    """行业代码358为医疗仪器设备及器械制造。"""
    code = str(enterprise.industry_code or "")
    if not _DEVICES.match(code):
        return None
    return met(code, note="358的代码没有核对", note_en="the code 358 is not confirmed")
