"""Rules of numbers: each in its form, by who may issue it, and of a year that has come."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from yiding.ledgers.biomedicine.classes import device_class_told
from yiding.ledgers.biomedicine.credit_codes import credit_fault, credit_parts, tidy_code
from yiding.ledgers.biomedicine.identifiers import (
    ACCEPTANCE,
    APPROVAL,
    CERTIFICATE,
    FILING,
    FORMER,
    OLD,
    TRIAL,
    UDI,
    UNKNOWN,
    Number,
    device_class,
)
from yiding.ledgers.biomedicine.numbers_of import numbers_of
from yiding.rules import Amounts, Answer, Entry, Reason, rule
from yiding.rules.answers import breached, computed, met, undetermined

PRODUCTS = ("drug", "device", "product")
OURS = "yiding-readings:bio-identifiers"


def _judged(product: Entry, kind: str) -> Iterator[Answer]:
    """Right or wrong, number by number."""
    for one in numbers_of(product):
        if one.kind == kind:
            yield _answer(one)


def _answer(one: Number) -> Answer:
    if one.is_open:
        note = f"{one.text}的写法没有核对"
        return undetermined(Reason.UNCONFIRMED, note=note, note_en=f"{one.text} not confirmed")
    if one.fault:
        told, told_en = f"{one.text}：{one.fault}", f"{one.text}: {one.fault_en}"
        return breached(one.text, label="编号有误", note=told, note_en=told_en)
    return met(one.text, note=one.told, note_en="taken into its parts")


@rule(
    cites="device-registration-2021:115",
    or_else=OURS,
    kind=PRODUCTS,
    sequence=True,
    english="The certificate number of a device is rightly made up",
)
def device_certificate_number_right(product: Entry, _: Amounts, __: date) -> Iterator[Answer]:
    """医疗器械注册证编号合乎编排，注册部门有权注册。"""
    return _judged(product, CERTIFICATE)


@rule(
    cites="device-registration-2021:116",
    or_else=OURS,
    kind=PRODUCTS,
    sequence=True,
    english="The filing number of a class I device is rightly made up",
)
def device_filing_number_right(product: Entry, _: Amounts, __: date) -> Iterator[Answer]:
    """第一类医疗器械备案编号合乎编排。"""
    return _judged(product, FILING)


@rule(
    cites="drug-registration-2020:number",
    or_else=OURS,
    kind=PRODUCTS,
    sequence=True,
    english="The approval number of a drug is rightly made up",
)
def drug_approval_number_right(product: Entry, _: Amounts, __: date) -> Iterator[Answer]:
    """药品批准文号合乎编排。"""
    return _judged(product, APPROVAL)


@rule(
    cites="drug-renumbering-2002:digits",
    kind=PRODUCTS,
    sequence=True,
    english="An approval number given anew in 2001–02 tells who had approved and when",
)
def old_drug_number_right(product: Entry, _: Amounts, __: date) -> Iterator[Answer]:
    """统一换发的批准文号前两位是原批准来源，三四位是年份。"""
    return _judged(product, OLD)


@rule(
    cites="drug-registration-2007:number",
    kind=PRODUCTS,
    sequence=True,
    english="A number of a former form is of a year in which it was in use",
)
def former_drug_number_right(product: Entry, amounts: Amounts, _: date) -> Iterator[Answer]:
    """旧办法的编号合乎编排，年份在旧办法施行期间。"""
    last = str(amounts["former_form_until"])
    for one in numbers_of(product):
        if one.kind == FORMER and not one.fault and one.year > last:
            told = f"{one.text}：{last}年以后不再发这种号"
            english = f"{one.text}: this form was not issued after {last}"
            yield breached(one.year, last, label="写法与年份不符", note=told, note_en=english)
        elif one.kind == FORMER:
            yield _answer(one)


@rule(
    cites="drug-acceptance-numbers:letters",
    kind=PRODUCTS,
    sequence=True,
    english="The acceptance number is of known letters",
)
def acceptance_number_right(product: Entry, _: Amounts, __: date) -> Iterator[Answer]:
    """受理号的字母和位数合乎编排。"""
    return _judged(product, ACCEPTANCE)


@rule(
    cites="yiding-readings:bio-trial-number",
    kind=PRODUCTS,
    sequence=True,
    english="The registration number of a trial is CTR, a year and four digits",
)
def trial_number_right(product: Entry, _: Amounts, __: date) -> Iterator[Answer]:
    """临床试验登记号为CTR加四位年份、四位流水号。"""
    return _judged(product, TRIAL)


@rule(
    cites="gb-12904-2008:check-digit",
    kind=PRODUCTS,
    sequence=True,
    english="The device identifier checks",
)
def device_identifier_checks(product: Entry, _: Amounts, __: date) -> Iterator[Answer]:
    """医疗器械唯一标识的产品标识校验码正确。"""
    return _judged(product, UDI)


@rule(
    cites="yiding-readings:bio-identifiers",
    kind=PRODUCTS,
    sequence=True,
    english="What kind of number it is can be told",
)
def number_known(product: Entry, _: Amounts, __: date) -> Iterator[Answer]:
    """填写的编号认得出是哪一种。"""
    for one in numbers_of(product):
        if one.kind == UNKNOWN:
            note = f"“{one.text}”认不出是哪一种编号"
            yield undetermined(Reason.JUDGEMENT, note=note, note_en="no known kind of number")


@rule(
    cites="yiding-readings:bio-identifiers",
    kind=PRODUCTS,
    sequence=True,
    english="A number in its parts, with its year",
)
def number_read(product: Entry, _: Amounts, __: date) -> Iterator[Answer]:
    """编号拆开来读。"""
    for one in numbers_of(product):
        if one.told and not one.fault:
            yield computed(one.year or None, one.told)


@rule(
    cites="device-registration-2021:115",
    or_else=OURS,
    kind=PRODUCTS,
    sequence=True,
    english="The class a certificate number tells",
)
def device_class_by_number(product: Entry, amounts: Amounts, _: date) -> Iterator[Answer]:
    """注册证编号说明的管理类别。"""
    for one in numbers_of(product):
        if told := device_class(one):
            yield computed(told, str(amounts["device_class", told]))


@rule(
    cites="device-registration-2021:115",
    or_else=OURS,
    kind=PRODUCTS,
    sequence=True,
    english="The class recorded is the class in the number",
)
def class_agrees_with_number(product: Entry, _: Amounts, __: date) -> Answer | None:
    """登记的管理类别与注册证编号一致。"""
    recorded = device_class_told(product.product_class)
    told = {one for one in map(device_class, numbers_of(product)) if one}
    if recorded is None or not told:
        return None
    if recorded in told:
        return met(recorded, recorded)
    note = "管理类别变了要换新号，请核对"
    english = "a new class brings a new number"
    return breached(recorded, min(told), label="类别不一致", note=note, note_en=english)


@rule(
    cites="yiding-readings:bio-identifiers",
    kind=PRODUCTS,
    sequence=True,
    english="No number bears a year still to come",
)
def number_year_has_come(product: Entry, _: Amounts, on: date) -> Answer | None:
    """编号里的年份不晚于检查的当天。"""
    ahead = [one for one in numbers_of(product) if one.year > str(on.year)]
    if not ahead:
        return None
    note = "、".join(one.text for one in ahead)
    return breached(ahead[0].year, str(on.year), label="年份未到", note=note, note_en=note)


@rule(
    cites="gb-32100-2015:check-character",
    kind="enterprise",
    sequence=True,
    english="The credit identifier checks",
)
def credit_code_checks(enterprise: Entry, _: Amounts, __: date) -> Answer | None:
    """统一社会信用代码位数、字符和校验码正确。"""
    if enterprise.uscc is None:
        return None
    code = tidy_code(enterprise.uscc)
    fault, fault_en = credit_fault(code)
    if fault:
        return breached(code, label="代码有误", note=fault, note_en=fault_en)
    return met(code, note=credit_parts(code), note_en="taken into its parts")
