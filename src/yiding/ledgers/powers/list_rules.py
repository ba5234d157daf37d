"""Rules of changes of the list 清单调整, of renewals 延续 and of what is reported."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from yiding.ledgers.powers.beside import item_of
from yiding.ledgers.powers.clock import by_working_days, day
from yiding.ledgers.powers.denials import is_said
from yiding.rules import Amounts, Answer, Entry, Reason, Verdict, rule
from yiding.rules.answers import breached, by_day, computed, met, undetermined

PRACTICE = "power-transfer-practice:list-change"


def _step(change: Entry, first: str, done: str, days: Decimal, on: date) -> Answer | None:
    """One step of a change, counted from the one before it."""
    start = change.values.get(first)
    if start is None:
        is_told = change.values.get(done) is not None
        return undetermined(Reason.NO_DATA, (first,)) if is_told else None
    return by_working_days(start, days, change.values.get(done), on)


@rule(
    cites=PRACTICE,
    kind="list_change",
    sequence=True,
    english="The department asks for a change within ten working days of its cause",
)
def change_asked_in_time(change: Entry, amounts: Amounts, on: date) -> Answer | None:
    """调整事由发生后十个工作日内申请。"""
    return _step(change, "cause_on", "asked_on", amounts["change_ask_days"], on)


@rule(
    cites=PRACTICE,
    kind="list_change",
    sequence=True,
    english="A change is reviewed within fifteen working days",
)
def change_reviewed_in_time(change: Entry, amounts: Amounts, on: date) -> Answer | None:
    """清单调整申请十五个工作日内审核。"""
    return _step(change, "asked_on", "reviewed_on", amounts["change_review_days"], on)


@rule(
    cites=PRACTICE,
    kind="list_change",
    sequence=True,
    english="A change is published within three working days of its review",
)
def change_published_in_time(change: Entry, amounts: Amounts, on: date) -> Answer | None:
    """清单调整审核后三个工作日内公布。"""
    return _step(change, "reviewed_on", "published_on", amounts["change_publish_days"], on)


@rule(
    cites="administrative-permit-law:50",
    kind=("renewal", "case"),
    sequence=True,
    english="Renewal is asked thirty days before the permit ends",
)
def renewal_asked_in_time(renewal: Entry, amounts: Amounts, on: date) -> Answer | None:
    """许可有效期届满三十日前提出延续。"""
    if renewal.expires_on is None:
        is_own = renewal.kind == "renewal"
        return undetermined(Reason.NO_DATA, ("expires_on",)) if is_own else None
    last = renewal.expires_on - timedelta(days=int(amounts["renewal_ahead"]))
    return by_day(last, _asked(renewal), on)


def _asked(renewal: Entry) -> date | None:
    return renewal.asked_on or day(renewal.received_at)


@rule(
    cites="administrative-permit-law:50",
    kind=("renewal", "case"),
    sequence=True,
    english="A renewal is decided before the permit ends, else it counts as renewed",
)
def renewal_decided_before_expiry(renewal: Entry, amounts: Amounts, on: date) -> Answer | None:
    """届满前决定是否延续，没有决定的视为准予延续。"""
    asked, expires = _asked(renewal), renewal.expires_on
    if expires is None or asked is None or asked > on:
        return None
    answer = by_day(expires, day(renewal.decided_at), on)
    if answer.verdict != Verdict.OVERDUE:
        return answer
    last = expires - timedelta(days=int(amounts["renewal_ahead"]))
    if asked > last:
        note, note_en = (
            "申请已晚于届满三十日前，是否视为延续由人判断",
            "asked late; a person judges",
        )
        return undetermined(Reason.JUDGEMENT, note=note, note_en=note_en)
    return replace(answer, label="视为准予延续")


@rule(
    cites="yiding-readings:power-superlative",
    kind="kpi",
    sequence=True,
    english="A superlative has a formula and a comparison set",
)
def superlative_has_measure(kpi: Entry, _: Amounts, __: date) -> Answer | None:
    """“最少、最快、最优、最高”写明算式和比较范围。"""
    if kpi.claim is None:
        return None
    named = ("formula", "comparison_set")
    missing = tuple(one for one in named if not is_said(kpi.values.get(one)))
    return breached(missing=missing, label="口号") if missing else met()


@rule(
    cites="yiding-readings:power-time-saved",
    kind=("transfer_batch", "kpi"),
    sequence=True,
    english="How much of the statutory time is saved over all items",
)
def batch_time_saved(batch: Entry, amounts: Amounts, _: date) -> Answer | None:
    """全部事项承诺时限之和比法定时限之和压缩的比例。"""
    sums = _sums(batch)
    if sums is None:
        return None
    statutory, promised = sums
    if statutory == 0:
        return undetermined(Reason.NO_DATA, ("items",))
    exact = (statutory - promised) * amounts["per_cent"] / statutory
    places = Decimal().scaleb(-int(amounts["share_places"]))
    counts = f"({statutory}−{promised})/{statutory}"
    share = exact.quantize(places, ROUND_HALF_UP)
    return computed(share, "时限压缩比", "%", note=counts, note_en=counts)


def _sums(batch: Entry) -> tuple[Decimal, Decimal] | None:
    """Statutory and promised days: as given, else of the items listed or the transfers."""
    if batch.statutory_sum is not None and batch.promise_sum is not None:
        return batch.statutory_sum, batch.promise_sum
    rows = list(batch.items or _transfers(batch))
    if not rows:
        return None
    told = [one for one in rows if _is_counted(one)]
    statutory = sum((one["anticipate_day"] for one in told), Decimal())
    return statutory, sum((one["promise_day"] for one in told), Decimal())


def _transfers(batch: Entry) -> Iterable[Mapping[str, Any]]:
    """What the transfers of a batch hold."""
    names = dict.fromkeys(one for one in (batch.id, batch.no) if one)
    found = (one for name in names for one in batch.batch.referring("transfer", "batch_no", name))
    return (_with_limits(one) for one in found) if batch.kind == "transfer_batch" else ()


def _with_limits(transfer: Entry) -> Mapping[str, Any]:
    """Its own limits, else those of its item."""
    item = item_of(transfer)
    return {**(item.values if item is not None else {}), **transfer.values}


def _is_counted(one: Mapping[str, Any]) -> bool:
    """Both limits are known, and not in two units."""
    units = {one.get("anticipate_type"), one.get("promise_type")} - {None}
    are_known = None not in (one.get("anticipate_day"), one.get("promise_day"))
    return are_known and len(units) <= 1
