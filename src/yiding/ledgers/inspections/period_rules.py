"""Rules that return: permits, drills, standardisation, risk reports, and inspection rounds."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal, InvalidOperation

from yiding.dates.calendar import add_months, month_end
from yiding.ledgers.inspections.standing import done, said
from yiding.rules import Amounts, Answer, Entry, Reason, Verdict, rule
from yiding.rules.answers import breached, by_day, computed, met, undetermined

PERMITTED = (None, "coal", "mines", "building", "chemicals", "fireworks", "explosives")
HUNDRED = 100
GOVERNING = ("government", "department", "town")
"""Who drills once in two years; the others once in half a year."""


def _holds_permit(holder: Entry) -> bool:
    told = holder.expires_on is not None or holder.issued_on is not None
    return told and holder.permit_trade in PERMITTED


def _expiry(holder: Entry, amounts: Amounts) -> date:
    """The day printed, else three years after the day of issue."""
    last: date = holder.expires_on or add_months(holder.issued_on, int(amounts["permit_months"]))
    return last


def _valid_to(last: date, on: date) -> Answer:
    """Valid to the last day, itself included, then overdue."""
    answer = by_day(last, None, on)
    return replace(answer, verdict=Verdict.MET) if answer.verdict == Verdict.DUE else answer


@rule(
    cites="permit-regulation:9",
    kind=("permit", "enterprise"),
    sequence=True,
    english="An extension is asked three months before the permit ends",
)
def extension_asked_in_time(holder: Entry, amounts: Amounts, on: date) -> Answer | None:
    """安全生产许可证期满前三个月申请延期。"""
    if not _holds_permit(holder):
        return None
    expiry = _expiry(holder, amounts)
    last = add_months(expiry, -int(amounts["permit_ahead"]))
    answer = by_day(last, holder.extension_asked_on, on)
    if answer.verdict != Verdict.OVERDUE:
        return answer
    is_asked = holder.extension_asked_on is not None and holder.extension_asked_on <= on
    return replace(answer, label="逾期申请" if is_asked else "逾期未申请")


@rule(
    cites="permit-regulation:9",
    kind=("permit", "enterprise"),
    sequence=True,
    english="The permit holds no longer than three years",
)
def permit_term_right(holder: Entry, amounts: Amounts, _: date) -> Answer | None:
    """安全生产许可证有效期为三年。"""
    if not _holds_permit(holder) or None in (holder.issued_on, holder.expires_on):
        return None
    last = add_months(holder.issued_on, int(amounts["permit_months"]))
    if holder.expires_on <= last:
        return met(holder.expires_on.isoformat(), last.isoformat())
    return breached(holder.expires_on.isoformat(), last.isoformat(), label="有效期过长")


@rule(
    cites="permit-regulation:20",
    kind=("permit", "enterprise"),
    sequence=True,
    english="The permit has not run out",
)
def permit_in_force(holder: Entry, amounts: Amounts, on: date) -> Answer | None:
    """安全生产许可证在有效期内。"""
    if not _holds_permit(holder):
        return None
    last = max(_expiry(holder, amounts), holder.extended_to or date.min)
    answer = _valid_to(last, on)
    if answer.verdict == Verdict.MET:
        return answer
    return replace(answer, label="过期仍生产" if holder.is_producing is True else "已过期")


@rule(
    cites="emergency-regulation-2019:8.2",
    kind=("drill", "enterprise"),
    sequence=True,
    english="The emergency plan is drilled at the interval of the unit's type",
)
def drilled_in_time(unit: Entry, amounts: Amounts, on: date) -> Answer | None:
    """应急预案演练不超过规定的间隔。"""
    if unit.unit_type in (None, "other"):
        is_drill = unit.kind == "drill" and unit.unit_type is None
        return undetermined(Reason.NO_DATA, ("unit_type",)) if is_drill else None
    held = [one for one in (unit.last_drill_on, *(unit.drills or ())) if one and one <= on]
    first = max(held, default=unit.drill_duty_from)
    months = int(amounts["drill_months", unit.unit_type])
    if first is None:
        return undetermined(Reason.NO_DATA, ("last_drill_on",))
    answer = by_day(add_months(first, months), None, on)
    if answer.verdict == Verdict.OVERDUE:
        return replace(answer, label=f"未按{'两年' if unit.unit_type in GOVERNING else '半年'}演练")
    return Answer(Verdict.MET, due_on=answer.due_on, label="按期演练") if held else answer


@rule(
    cites="standardisation-2021-83:validity",
    kind=("standardisation", "enterprise"),
    sequence=True,
    english="The standardisation level has not run out",
)
def standard_level_valid(unit: Entry, amounts: Amounts, on: date) -> Answer | None:
    """安全生产标准化等级在有效期内。"""
    if unit.granted_on is None:
        is_own = unit.kind == "standardisation"
        return undetermined(Reason.NO_DATA, ("granted_on",)) if is_own else None
    last = add_months(unit.granted_on, int(amounts["standard_months"]))
    return _valid_to(last, on)


@rule(
    cites="standardisation-2021-83:levels",
    kind=("standardisation", "enterprise"),
    dated_by="granted_on",
    sequence=True,
    english="The level was granted by the body that grants it",
)
def level_granted_by_its_body(unit: Entry, amounts: Amounts, _: date) -> Answer | None:
    """标准化等级由规定的部门定级。"""
    if unit.standard_level is None or unit.granted_by is None:
        return None
    right = amounts["standard_grantor", unit.standard_level]
    return met() if unit.granted_by == right else breached(label="定级部门不符")


@rule(
    cites="jiangsu-order-140:3",
    kind="risk_report",
    sequence=True,
    english="The colour of a risk level",
)
def risk_coloured(risk: Entry, amounts: Amounts, _: date) -> Answer | None:
    """安全风险按四级标色。"""
    if risk.risk_level is None:
        return None
    colour = amounts["risk_colour", risk.risk_level]
    is_reported = risk.risk_level in ("major", "larger")
    return computed(None, colour, note="须报告" if is_reported else "不须报告")


@rule(
    cites="jiangsu-order-140:3",
    kind="risk_report",
    sequence=True,
    english="Risks of the two upper levels are reported",
)
def grave_risk_reported(risk: Entry, _: Amounts, on: date) -> Answer | None:
    """较大以上安全风险报告。"""
    if risk.risk_level not in ("major", "larger"):
        return None
    by_words = done(risk.risk_reported)
    by_date = None if risk.reported_on is None else risk.reported_on <= on
    told = by_words if by_date is None else by_date
    if told is None:
        return undetermined(Reason.NO_DATA, ("risk_reported",))
    return met() if told else breached(missing=("risk_reported",), label="未报告")


@rule(
    cites="jiangsu-order-140:periodic",
    kind="risk_report",
    sequence=True,
    english="The periodic report comes by the last day of its month",
)
def periodic_report_in_time(risk: Entry, amounts: Amounts, on: date) -> Answer | None:
    """定期风险报告在规定月份内报送。"""
    is_other = risk.report_type not in (None, "periodic")
    if is_other or (risk.report_type is None and _is_first(risk)):
        return None
    if risk.report_type is None and risk.report_year is None:
        return None
    year = int(risk.report_year or (risk.reported_on or on).year)
    sector = "special" if risk.is_special is True else "usual"
    month = amounts["risk_periodic_month", sector]
    return None if month is None else by_day(month_end(year, int(month)), risk.reported_on, on)


def _is_first(risk: Entry) -> bool:
    return risk.completed_on is not None or risk.trial_from is not None


@rule(
    cites="jiangsu-order-140:first",
    kind="risk_report",
    sequence=True,
    english="The first report comes in time after acceptance, and before trial production",
)
def first_report_in_time(risk: Entry, amounts: Amounts, on: date) -> Answer | None:
    """首次风险报告在竣工验收后规定天数内，有试生产的在试生产前报送。"""
    if risk.report_type not in (None, "first") or (
        risk.report_type is None and not _is_first(risk)
    ):
        return None
    if risk.trial_from is not None:
        return by_day(risk.trial_from - timedelta(days=1), risk.reported_on, on)
    if risk.completed_on is None:
        return undetermined(Reason.NO_DATA, ("completed_on",))
    days = amounts["risk_first_days"]
    return None if days is None else _counted(risk.completed_on, days, risk.reported_on, on)


@rule(
    cites="jiangsu-order-140:change",
    kind="risk_report",
    sequence=True,
    english="A change is reported promptly",
)
def change_reported_promptly(risk: Entry, _: Amounts, __: date) -> Answer | None:
    """风险变化及时报告。"""
    if risk.report_type != "change":
        return None
    return undetermined(
        Reason.JUDGEMENT,
        note="“及时”没有天数，由主管部门认定",
        note_en="no number of days is set",
    )


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
