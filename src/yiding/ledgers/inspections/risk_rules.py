"""Rules of risk reports 安全风险报告: colours, clocks, and one full identification a year."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from yiding.dates.calendar import add_months, month_end
from yiding.ledgers.inspections.standing import done
from yiding.rules import Amounts, Answer, Entry, Reason, Verdict, rule
from yiding.rules.answers import breached, by_day, computed, met, undetermined


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
    note, note_en = ("须报告", "to be reported") if is_reported else ("不须报告", "not reported")
    return computed(None, colour, note=note, note_en=note_en)


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
    if days is None:
        return None
    return by_day(risk.completed_on + timedelta(days=int(days)), risk.reported_on, on)


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
    cites="jiangsu-order-140:identification",
    kind="risk_report",
    sequence=True,
    english="Risks are fully identified at least once a year",
)
def fully_identified_each_year(risk: Entry, amounts: Amounts, on: date) -> Answer | None:
    """每年至少一次全面辨识安全风险。"""
    last, months = risk.identified_on, amounts["risk_identification_months"]
    if last is None or months is None:
        return None
    answer = by_day(add_months(last, int(months)), None, on)
    return replace(answer, verdict=Verdict.MET) if answer.verdict == Verdict.DUE else answer
