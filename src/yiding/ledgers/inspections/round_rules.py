"""Rules of inspection rounds 巡查批次: who supervises, what is filed in time, shares and counts."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal, InvalidOperation

from yiding.ledgers.inspections.standing import said
from yiding.rules import Amounts, Answer, Entry, Reason, rule
from yiding.rules.answers import breached, by_day, computed, met, undetermined

HUNDRED = 100


@rule(
    cites="work-safety-law:10",
    kind=("finding", "hazard"),
    dated_by="found_at",
    sequence=True,
    english="Every finding has one supervising department",
)
def one_supervising_department(finding: Entry, _: Amounts, __: date) -> Answer | None:
    """每个问题有且只有一个监管部门。"""
    bodies = tuple(one for one in finding.supervising_department or () if said(one))
    if finding.is_new_business is True and not bodies:
        return undetermined(
            Reason.JUDGEMENT,
            note="新兴行业职责不明，提请县级以上政府按业务相近确定",
            note_en="the government names the department nearest in business",
        )
    if finding.supervising_department is None:
        is_finding = finding.kind == "finding"
        names = ("supervising_department",)
        return undetermined(Reason.NO_DATA, names) if is_finding else None
    if len(bodies) == 1:
        return met(1, 1, "个")
    label = "监管部门不明确" if not bodies else "监管部门不唯一"
    return breached(len(bodies), 1, "个", label=label)


@rule(
    cites="inspection-system-2016:rectification",
    kind="inspection_round",
    sequence=True,
    english="The rectification plan is filed in time after the feedback",
)
def plan_filed_in_time(visit: Entry, amounts: Amounts, on: date) -> Answer | None:
    """反馈后按时报送整改方案。"""
    if visit.feedback_on is None:
        return None
    return _counted(visit.feedback_on, amounts["plan_days"], visit.plan_filed_on, on)


@rule(
    cites="inspection-system-2016:rectification",
    kind="inspection_round",
    sequence=True,
    english="The group reports in time after its visit",
)
def group_reported_in_time(visit: Entry, amounts: Amounts, on: date) -> Answer | None:
    """巡查结束后按时报告安委办。"""
    if visit.out_on is None:
        return None
    return _counted(visit.out_on, amounts["report_days"], visit.reported_on, on)


def _counted(first: date, days: Decimal | None, done: date | None, on: date) -> Answer:
    if days is None:
        return undetermined(
            Reason.NEEDS_LOCAL,
            note="省市巡查办法的时限没有核对",
            note_en="the time limits of the provincial and city measures are not confirmed",
        )
    return by_day(first + timedelta(days=int(days)), done, on)


def _share(visit: Entry, places: int, rounding: str = ROUND_HALF_UP) -> Decimal | None:
    if not visit.problems or visit.rectified is None:
        return None
    exact = Decimal(visit.rectified) * HUNDRED / Decimal(visit.problems)
    return exact.quantize(Decimal().scaleb(-places), rounding)


@rule(
    cites="yiding-readings:shares-with-counts",
    kind="inspection_round",
    sequence=True,
    english="The share rectified, to two places, with both counts",
)
def rectified_share(visit: Entry, amounts: Amounts, _: date) -> Answer | None:
    """整改完成率由整改数除以问题数得出。"""
    if visit.problems is None and visit.rectified is None:
        return None
    share = _share(visit, int(amounts["share_places"]))
    if share is None:
        return undetermined(Reason.NO_DATA, ("problems", "rectified"))
    if visit.rectified > visit.problems:
        return undetermined(
            Reason.CONTRADICTORY, note="整改数多于问题数", note_en="more rectified than found"
        )
    counts = f"{visit.rectified}/{visit.problems}"
    return computed(share, "整改完成率", "%", note=counts, note_en=counts)


@rule(
    cites="yiding-readings:shares-with-counts",
    kind="inspection_round",
    needs=[],
    sequence=True,
    english="A printed share agrees with its counts",
)
def printed_share_agrees(visit: Entry, _: Amounts, __: date) -> Answer | None:
    """文中整改率与两个数相符。"""
    if visit.printed_share is None or not visit.problems or visit.rectified is None:
        return None
    try:
        printed = Decimal(str(visit.printed_share).strip().rstrip("%％"))
    except InvalidOperation:
        return undetermined(Reason.NO_DATA, ("printed_share",))
    places = -int(printed.as_tuple().exponent)
    right = _share(visit, places)
    if printed == right:
        return met(printed, right, "%")
    is_cut = printed == _share(visit, places, ROUND_DOWN)
    label = "截尾未进位" if is_cut else "与两个数不符"
    return breached(printed, right, "%", label=label)
