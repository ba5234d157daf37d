"""Rules of money 资金: sources that add up, nothing paid that has not come, the residents' part."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from yiding.ledgers.renewal.money import Money, money_of
from yiding.rules import (
    Amounts,
    Answer,
    Entry,
    Fields,
    Reason,
    Term,
    Values,
    choose,
    known,
    larger,
    rule,
)
from yiding.rules.answers import breached, computed, met, undetermined

SUMS = "yiding-readings:renewal-sums"
BEARERS = ("project", "funding", "community")
CENT = Decimal("0.01")
CHAIN = (("paid", "in_place", "多支付资金"), ("in_place", "planned", "到位超过计划"))


@rule(cites=SUMS, kind="funding", english="No amount is negative")
def no_amount_negative(row: Fields, _: Values) -> Term:
    """计划、到位、已付的金额都不是负数。"""
    told = known(row.planned) | known(row.in_place) | known(row.paid)
    return (_is_right(row.planned) & _is_right(row.in_place) & _is_right(row.paid)).where(told)


def _is_right(amount: Term) -> Term:
    return ~known(amount) | (amount >= 0)


@rule(cites=SUMS, kind="funding", english="No more is paid than has come")
def paid_within_in_place(row: Fields, _: Values) -> Term:
    """已付资金不超过到位资金，有变更记录的除外。"""
    is_told = known(row.paid) & known(row.in_place)
    return (row.paid <= _allowed(row, row.in_place, row.paid)).where(is_told)


@rule(cites=SUMS, kind="funding", english="No more has come than was planned")
def in_place_within_planned(row: Fields, _: Values) -> Term:
    """到位资金不超过计划资金，有变更记录的除外。"""
    is_told = known(row.in_place) & known(row.planned)
    return (row.in_place <= _allowed(row, row.planned, row.in_place)).where(is_told)


def _allowed(row: Fields, limit: Term, measured: Term) -> Term:
    """The limit; with a change on record, also what there is beyond it."""
    return choose((known(row.change_record), larger(limit, measured)), otherwise=limit)


@rule(cites=SUMS, kind=BEARERS, sequence=True, english="The sources sum to the total")
def sources_sum_to_total(bearer: Entry, _: Amounts, __: date) -> Answer | None:
    """各来源资金之和等于总额。"""
    rows = money_of(bearer)
    planned = [one.planned for one in rows if one.planned is not None]
    if not planned:
        return None
    if bearer.total_investment is None:
        return undetermined(Reason.NO_DATA, ("total_investment",))
    total, summed = bearer.total_investment, sum(planned, Decimal(0))
    if summed == total:
        return replace(met(summed, total, "元"), label="相符")
    return breached(summed, total, "元", excess=abs(summed - total), label="不相符")


@rule(cites=SUMS, kind=BEARERS, sequence=True, english="Each source written inside is in order")
def each_source_in_order(bearer: Entry, _: Amounts, __: date) -> Iterator[Answer]:
    """写在里面的各来源不为负数，已付不超过到位，到位不超过计划。"""
    for one in money_of(bearer) if bearer.funds else ():
        yield from _disorder(one)


def _disorder(one: Money) -> Iterator[Answer]:
    for amount in (one.planned, one.in_place, one.paid):
        if amount is not None and amount < 0:
            yield replace(breached(amount, 0, "元"), label="金额为负")
    for name, limit_name, label in CHAIN:
        amount, limit = getattr(one, name), getattr(one, limit_name)
        if None not in (amount, limit) and amount > limit and not one.is_changed:
            yield breached(amount, limit, "元", excess=amount - limit, label=label)


@rule(
    cites="yiding-readings:renewal-shares",
    kind=BEARERS,
    sequence=True,
    english="The residents' share of the money",
)
def resident_share(bearer: Entry, _: Amounts, __: date) -> Answer | None:
    """居民出资占总额的比例。"""
    rows = money_of(bearer)
    paid = [one.planned for one in rows if one.source == "residents" and one.planned is not None]
    total = bearer.total_investment
    if not paid or not total:
        return None
    share = (sum(paid, Decimal(0)) * 100 / total).quantize(CENT, ROUND_HALF_UP)
    return computed(share, "居民出资占比", "%")
