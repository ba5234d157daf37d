"""Rules of enforcement 执法: cutting power, closing, daily fines, bands of fines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from yiding.dates.calendar import add_months
from yiding.ledgers.inspections.punishments import (
    article_of,
    days_of,
    most_within,
    names_of,
    punishments_told,
)
from yiding.ledgers.inspections.standing import done, is_major
from yiding.rules import Amounts, Answer, Entry, Reason, rule
from yiding.rules.answers import breached, computed, met, undetermined

HOUR = Decimal(3600)
MINUTES = Decimal(60)
CUTS = ("power_cut", "explosives_cut")


def hours_given(cut: Entry) -> Decimal | None:
    """The notice in hours: from the two moments, else as written; none where nothing tells it."""
    if cut.noticed_at is not None and cut.cut_at is not None:
        return Decimal(int((cut.cut_at - cut.noticed_at).total_seconds())) / HOUR
    if cut.notice_minutes is not None:
        return Decimal(cut.notice_minutes) / MINUTES
    return _hours_in(cut.notice_given)


def _hours_in(text: str | None) -> Decimal | None:
    found = re.match(
        r"(?:(?P<h>[\d.]+)\s*(?:小时|h|时|:|$))?\s*(?:(?P<m>\d+)\s*(?:分钟?|m(?:in)?|$))?",
        text or "",
    )
    hours, minutes = found.group("h", "m") if found else ("", "")
    if not hours and not minutes:
        return None
    return Decimal(hours or "0") + Decimal(minutes or "0") / MINUTES


def _is_power_cut(cut: Entry) -> bool:
    told = cut.cut_at is not None or hours_given(cut) is not None
    return cut.type == "power_cut" or (cut.type is None and told)


@rule(
    cites="work-safety-law:70",
    kind="enforcement",
    dated_by="cut_at",
    sequence=True,
    english="Power is cut no sooner than the notice allows, unless urgent",
)
def power_cut_noticed(cut: Entry, amounts: Amounts, _: date) -> Answer | None:
    """停止供电提前通知生产经营单位，紧急情形除外。"""
    if not _is_power_cut(cut):
        return None
    if cut.urgent is True:
        return met(note="有危及生产安全的紧急情形", note_en="urgent: safety at stake")
    hours, limit = hours_given(cut), amounts["power_notice"]
    if hours is None:
        return undetermined(Reason.NO_DATA, ("noticed_at", "cut_at"))
    if limit is None:
        return undetermined(Reason.UNCONFIRMED)
    if hours >= limit:
        return met(hours, limit, "小时")
    return breached(
        hours,
        limit,
        "小时",
        excess=limit - hours,
        label="程序违法",
        note="提前通知的时间不够",
        note_en="the notice was too short",
    )


@rule(
    cites="work-safety-law:70",
    kind="enforcement",
    dated_by="cut_at",
    sequence=True,
    english="A cut is approved by the head of the department and notified in writing",
)
def cut_approved_in_writing(cut: Entry, _: Amounts, __: date) -> Answer | None:
    """停供措施经部门主要负责人批准并书面通知，且单位拒不执行、有现实危险。"""
    if cut.type not in CUTS:
        return None
    told = {
        "refused": cut.refused,
        "real_danger": cut.real_danger,
        "approved_by_head": done(cut.approved_by_head),
        "written": cut.written,
    }
    undone = tuple(name for name, held in told.items() if held is False)
    silent = tuple(name for name, held in told.items() if held is None)
    if undone:
        return breached(missing=undone, label="程序违法")
    return undetermined(Reason.NO_DATA, silent) if silent else met()


@rule(
    cites="work-safety-law:113.1",
    kind=("enterprise", "hazard", "finding"),
    sequence=True,
    english="Closure is not yet to be proposed",
)
def closure_proposed(unit: Entry, amounts: Amounts, on: date) -> Answer | None:
    """存在重大隐患的单位受处罚次数未到提请关闭。"""
    if not punishments_told(unit):
        is_needed = unit.kind == "enterprise" and unit.has_major_hazard is True
        return undetermined(Reason.NO_DATA, ("punishments",)) if is_needed else None
    days = days_of(unit, on)
    window = timedelta(days=int(amounts["closure_by_days", "days"]))
    months = int(amounts["closure_by_year", "months"])
    in_days = most_within(days, lambda first: first + window)
    in_year = most_within(days, lambda first: add_months(first, months))
    by_days, by_year = amounts["closure_by_days", "times"], amounts["closure_by_year", "times"]
    told = (
        f"{window.days}日内受处罚{in_days}次，一年内{in_year}次",
        f"{in_days} punishments within {window.days} days, {in_year} within a year",
    )
    if in_days < by_days and in_year >= by_year:
        return _closing(in_year, by_year, _has_major(unit), told)
    return _closing(in_days, by_days, _has_major(unit), told)


def _has_major(unit: Entry) -> bool | None:
    """Whether there is a major hazard: said so, registered, or in an entry beside it."""
    if unit.kind != "enterprise":
        return True if is_major(unit) else None if unit.level is None else False
    if unit.has_major_hazard is not None:
        return bool(unit.has_major_hazard)
    told = [one.get("with_major_hazard") for one in unit.punishments or ()]
    named = (unit.batch.referring("hazard", "enterprise", name) for name in names_of(unit))
    hazards = (one for some in named for one in some)
    return True if True in told or any(is_major(one) for one in hazards) else None


def _closing(times: int, limit: Decimal, has_major: bool | None, told: tuple[str, str]) -> Answer:
    note, note_en = told
    if has_major is False:
        note, note_en = f"没有重大隐患，{note}", f"no major hazard; {note_en}"
    if times < limit or has_major is False:
        return replace(met(times, limit, "次", note=note, note_en=note_en), label="不触发")
    if has_major is None:
        return undetermined(Reason.NO_DATA, ("has_major_hazard",), note=note, note_en=note_en)
    return breached(times, limit, "次", label="提请关闭", note=note, note_en=note_en)


@rule(
    cites="work-safety-law:112",
    kind="enforcement",
    dated_by="ordered_on",
    sequence=True,
    english="The day from which a daily fine may run",
)
def daily_fine_starts(case: Entry, amounts: Amounts, _: date) -> Answer | None:
    """拒不改正的按日连续处罚自责令改正之日的次日起算。"""
    is_fined = case.fined is True or case.amount is not None or case.type == "daily_fine"
    is_refused = case.refused is True or case.type == "daily_fine"
    if not is_refused or case.type in CUTS:
        return None
    if not is_fined or case.ordered_on is None:
        missing = [
            name for name, ok in (("amount", is_fined), ("ordered_on", case.ordered_on)) if not ok
        ]
        is_told = case.type in ("daily_fine", "order") or case.ordered_on is not None
        return undetermined(Reason.NO_DATA, tuple(missing)) if is_told else None
    first = case.ordered_on + timedelta(days=int(amounts["daily_fine_after"]))
    daily = f"，每日{case.amount:f}元" if case.amount is not None else ""
    return computed(
        first.isoformat(),
        "按日连续处罚起算日",
        note=f"自{first:%Y年%-m月%-d日}起{daily}",
        note_en=f"daily from {first.isoformat()}",
    )


LAW = ("97", "99", "101", "102", "108")


@rule(
    cites="work-safety-law:102",
    kind="enforcement",
    dated_by="date",
    sequence=True,
    english="A fine lies within the band of its article of the law",
)
def fine_within_band(case: Entry, amounts: Amounts, _: date) -> Iterator[Answer]:
    """依安全生产法的罚款在所依据条款的幅度以内。"""
    is_money = case.amount is not None or case.person_amount is not None
    if case.basis is None and case.type == "fine" and is_money:
        yield undetermined(Reason.NO_DATA, ("basis",))
    yield from _banded(case, amounts, LAW)


@rule(
    cites="work-safety-law:102",
    kind="enforcement",
    dated_by="date",
    sequence=True,
    english="Refusal to remove a hazard brings an order to stop",
)
def refusal_brings_stop(case: Entry, _: Amounts, __: date) -> Answer | None:
    """拒不消除隐患的责令停产停业整顿。"""
    is_refused = case.refused is True or case.stage == "refused"
    if not is_refused or article_of(case.basis) != "102":
        return None
    if case.type == "stop" or case.stop_ordered is True:
        return met()
    if case.stop_ordered is None:
        return undetermined(Reason.NO_DATA, ("stop_ordered",))
    return breached(missing=("stop_ordered",), label="未责令停产停业")


@rule(
    cites="permit-regulation:19",
    kind="enforcement",
    dated_by="date",
    sequence=True,
    english="A fine lies within the band of the permit regulation",
)
def permit_fine_within_band(case: Entry, amounts: Amounts, _: date) -> Iterator[Answer]:
    """依安全生产许可证条例的罚款在幅度以内。"""
    yield from _banded(case, amounts, ("permit-19", "permit-20"))


@rule(
    cites="order-16-2007:26",
    kind="enforcement",
    dated_by="date",
    sequence=True,
    english="A fine lies within the band of the hazards order",
)
def hazard_fine_within_band(case: Entry, amounts: Amounts, _: date) -> Iterator[Answer]:
    """依隐患排查治理暂行规定的罚款在幅度以内。"""
    yield from _banded(case, amounts, ("order-16-26",))


@rule(
    cites="jiangsu-order-140:fine",
    kind="enforcement",
    dated_by="date",
    sequence=True,
    english="A fine lies within the band of the provincial order on risk reports",
)
def risk_fine_within_band(case: Entry, amounts: Amounts, _: date) -> Iterator[Answer]:
    """依江苏省风险报告规定的罚款在幅度以内。"""
    yield from _banded(case, amounts, ("jiangsu-140",))


def _banded(case: Entry, amounts: Amounts, articles: tuple[str, ...]) -> Iterator[Answer]:
    """The fine on the unit, and the fine on those in charge, each against its band."""
    article = article_of(case.basis)
    if article not in articles:
        return
    is_person = case.subject == "person"
    stage = case.stage or ("refused" if case.refused or is_person else "first")
    if case.amount is not None:
        subject = "person" if is_person else "unit"
        yield from _held(case.amount, amounts, (article, stage, subject))
    if case.person_amount is not None:
        yield from _held(case.person_amount, amounts, (article, "refused", "person"))


def _held(amount: Decimal, amounts: Amounts, key: tuple[str, str, str]) -> Iterator[Answer]:
    """Where refusal brings no band of its own for the unit, that of the first time stands."""
    article, stage, subject = key
    high = amounts["fine_up_to", article, stage, subject]
    if high is None and stage == "refused":
        stage = "first"
        high = amounts["fine_up_to", article, stage, subject]
    if high is not None:
        yield _within(amount, amounts["fine_from", article, stage, subject], high)


def _within(amount: Decimal, low: Decimal | None, high: Decimal) -> Answer:
    if amount > high:
        return breached(amount, high, "元", excess=amount - high, label="超出幅度")
    if low is not None and amount < low:
        return breached(amount, low, "元", excess=low - amount, label="低于幅度")
    return met(amount, high, "元")


@rule(
    cites="work-safety-law:102",
    kind=("hazard", "finding"),
    dated_by="found_at",
    sequence=True,
    english="What a hazard that is not removed costs",
)
def penalty_for_not_removing(hazard: Entry, amounts: Amounts, _: date) -> Answer | None:
    """未采取措施消除隐患的责令消除并罚款，拒不执行的停产整顿并罚责任人员。"""
    if hazard.order_refused is True:
        low = amounts["fine_from", "102", "refused", "person"]
        high = amounts["fine_up_to", "102", "refused", "person"]
        return _told(low, high, "责令停产停业整顿", "对直接负责的主管人员和其他直接责任人员罚款")
    if hazard.not_removed is True:
        high = amounts["fine_up_to", "102", "first", "unit"]
        return _told(None, high, "责令立即消除或者限期消除", "对单位罚款")
    return None


def _told(low: Decimal | None, high: Decimal | None, label: str, whom: str) -> Answer:
    if high is None:
        return undetermined(Reason.UNCONFIRMED)
    band = f"{low:f}-{high:f}" if low else high
    return computed(band, label, "元", note=whom, note_en="the band of the fine, in yuan")
