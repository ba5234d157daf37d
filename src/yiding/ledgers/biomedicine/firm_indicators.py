"""Figures of enterprises, platforms, talents and money 企业、平台、人才、资金."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from yiding.ledgers.biomedicine.product_indicators import class_one_approved
from yiding.rules import Entry, Figure, indicator
from yiding.rules.indicator import ratio, share, total
from yiding.rules.parsing import NO

NONE = Decimal(0)
WAN, YI = Decimal(10_000), Decimal(100_000_000)


def _sum(entries: Iterable[Entry], name: str) -> Decimal:
    return sum((Decimal(one.values.get(name) or 0) for one in entries), NONE)


def _has_come(day: date | None, on: date) -> bool:
    return day is None or day <= on


# -- 企业 --


@indicator(
    english="Enterprises above scale",
    unit="家",
    period="年",
    formula="登记为规上的企业数",
    kind="enterprise",
)
def above_scale_enterprises(enterprises: Sequence[Entry], _: date) -> Figure:
    """规上企业数。"""
    found = [one for one in enterprises if one.is_registered_above]
    return total(len(found), found)


@indicator(
    english="Enterprises that came above scale in the year",
    unit="家",
    period="年",
    formula="规上年份为本年的企业数",
    kind="enterprise",
)
def new_above_scale(enterprises: Sequence[Entry], on: date) -> Figure:
    """新增规上企业数。"""
    year = str(on.year)
    found = [one for one in enterprises if str(one.above_threshold or "").startswith(year)]
    return total(len(found), found)


@indicator(
    english="Listed enterprises",
    unit="家",
    period="年",
    formula="已上市的企业数",
    kind="enterprise",
)
def listed_enterprises(enterprises: Sequence[Entry], on: date) -> Figure:
    """上市企业数。"""
    found = [one for one in enterprises if _is_listed(one, on)]
    return total(len(found), found)


def _is_listed(enterprise: Entry, on: date) -> bool:
    told = [one for one in enterprise.listed or () if str(one.get("board") or "").lower() not in NO]
    return any(_has_come(one.get("date"), on) for one in told)


@indicator(
    english="Money raised in the year",
    unit="亿元",
    period="年",
    formula="本年各轮融资金额之和",
    kind="enterprise",
)
def funding_raised(enterprises: Sequence[Entry], on: date) -> Figure:
    """融资额。"""
    raised = {one.id: _raised(one, on) for one in enterprises}
    found = [one for one in enterprises if raised[one.id]]
    return total(sum(raised.values(), NONE) / YI, found)


def _raised(enterprise: Entry, on: date) -> Decimal:
    rounds = [one for one in enterprise.funding_rounds or () if one.get("date")]
    told = (one for one in rounds if one["date"] <= on and one["date"].year == on.year)
    return sum((Decimal(one.get("amount") or 0) for one in told), NONE)


@indicator(
    english="Research and development over revenue",
    unit="%",
    period="年",
    formula="研发投入之和 ÷ 营业收入之和，两项都有的企业",
    kind="enterprise",
)
def rd_intensity(enterprises: Sequence[Entry], _: date) -> Figure:
    """研发强度。"""
    told = [one for one in enterprises if one.rd is not None and one.revenue is not None]
    return ratio(_sum(told, "rd"), _sum(told, "revenue"), told, 100)


# -- 平台、人才 --


@indicator(
    english="Institutions filed for clinical trials",
    unit="家",
    period="年",
    formula="已备案的临床试验机构数",
    kind="platform",
)
def gcp_institutions(platforms: Sequence[Entry], on: date) -> Figure:
    """GCP机构数。"""
    gcp = [one for one in platforms if one.type == "gcp"]
    found = [one for one in gcp if (one.filing_no or one.filed_on) and _has_come(one.filed_on, on)]
    return total(len(found), found)


@indicator(
    english="Local hospitals that use local products",
    unit="%",
    period="年",
    formula="使用本地产品的医院 ÷ 登记的医院和临床试验机构",
    kind="platform",
)
def local_application(platforms: Sequence[Entry], _: date) -> Figure:
    """本地应用率。"""
    hospitals = [one for one in platforms if one.type in {"gcp", "hospital"}]
    return share([one for one in hospitals if one.uses_local or one.local_products], hospitals)


@indicator(
    english="Talents of the year",
    unit="人",
    period="年",
    formula="本年各类人才计划入选人数之和",
    kind="talent",
)
def talents(rows: Sequence[Entry], on: date) -> Figure:
    """人才数。"""
    found = [one for one in rows if one.year == on.year]
    return total(_sum(found, "count"), found)


# -- 资金 --


def paid_amount(payment: Entry, on: date) -> Decimal:
    """What has been paid: as said, else the amount where its result and day say so."""
    if payment.paid is not None:
        return Decimal(payment.paid)
    is_paid = payment.result == "paid" and _has_come(payment.date, on)
    return Decimal(payment.amount or 0) if is_paid else NONE


def _paid(payments: Sequence[Entry], on: date, purpose: str) -> tuple[Decimal, list[Entry]]:
    """Paid in the year for one purpose."""
    rows = [one for one in payments if one.purpose == purpose]
    found = [one for one in rows if one.date and one.date <= on and one.date.year == on.year]
    return sum((paid_amount(one, on) for one in found), NONE), found


def _beside(payments: Sequence[Entry], kind: str) -> list[Entry]:
    """The entries of another kind kept with the payments."""
    return list(payments[0].batch.of_kind(kind)) if payments else []


@indicator(
    english="Promises kept",
    unit="%",
    period="季度",
    formula="已兑付金额 ÷ 承诺金额",
    kind="payment",
)
def paid_share(payments: Sequence[Entry], on: date) -> Figure:
    """承诺兑现率。"""
    told = [one for one in payments if one.result != "refused"]
    promised = sum((Decimal(one.promised or one.amount or 0) for one in told), NONE)
    paid = sum((paid_amount(one, on) for one in told), NONE)
    open_ = tuple(one.id for one in told if not paid_amount(one, on))
    figure = ratio(paid, promised, [one for one in told if paid_amount(one, on)], 100)
    return Figure(figure.value, figure.part, figure.whole, figure.behind, open_)


@indicator(
    english="Public money per class 1 new drug approved",
    unit="万元/个",
    period="年",
    formula="本年一类新药奖补 ÷ 本年获批一类新药数",
    kind="payment",
    better="less",
)
def class_one_subsidy(payments: Sequence[Entry], on: date) -> Figure:
    """每个一类新药的财政投入。"""
    paid, found = _paid(payments, on, "class_one")
    approved = class_one_approved.figure(_beside(payments, "drug"), on).part
    return ratio(paid / WAN, approved, found)


@indicator(
    english="Public money per enterprise new above scale",
    unit="万元/家",
    period="年",
    formula="本年上规奖补 ÷ 本年新增规上企业数",
    kind="payment",
    better="less",
)
def scale_subsidy(payments: Sequence[Entry], on: date) -> Figure:
    """每家新增规上企业的财政投入。"""
    paid, found = _paid(payments, on, "above_scale")
    new = new_above_scale.figure(_beside(payments, "enterprise"), on).part
    return ratio(paid / WAN, new, found)


@indicator(
    english="Public money per 100 million yuan of output",
    unit="万元/亿元",
    period="年",
    formula="本年产值奖补 ÷ 登记企业的产值之和",
    kind="payment",
    better="less",
)
def output_subsidy(payments: Sequence[Entry], on: date) -> Figure:
    """每亿元产值的财政投入。"""
    paid, found = _paid(payments, on, "output")
    output = _sum(_beside(payments, "enterprise"), "output")
    return ratio(paid / WAN, output / YI, found)


@indicator(
    english="Social capital raised by public funds",
    unit="倍",
    period="年",
    formula="撬动的社会资本 ÷ 已兑付的产业基金",
    kind="payment",
)
def fund_leverage(payments: Sequence[Entry], on: date) -> Figure:
    """基金杠杆。"""
    funds = [one for one in payments if one.purpose == "fund" and one.social_capital is not None]
    fiscal = sum((paid_amount(one, on) for one in funds), NONE)
    return ratio(_sum(funds, "social_capital"), fiscal, funds)
