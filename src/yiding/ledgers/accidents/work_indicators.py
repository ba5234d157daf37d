"""Figures of the work after an accident: reports, inquiries, measures, liability, evaluation."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal

from yiding.dates.calendar import add_months
from yiding.ledgers.accidents.figures import Lines
from yiding.ledgers.accidents.inquiry import extension_of, paused_days, received_on
from yiding.ledgers.accidents.unfolding import day
from yiding.rules import Entry, Figure, indicator
from yiding.rules.indicator import ratio, share

LIMITS = {"unit": "unit_report_minutes", "level": "level_report_minutes"}


@indicator(
    english="Reports that were late",
    unit="%",
    period="年",
    formula="超过一小时（逐级两小时）的报告数 ÷ 写明用时的报告数",
    kind="report",
    better="less",
)
def reports_late(reports: Sequence[Entry], on: date) -> Figure:
    """迟报率。"""
    timed = [one for one in reports if one.step in LIMITS and one.minutes is not None]
    late = [one for one in timed if one.minutes > Lines(on)[(LIMITS[one.step],)]]
    return share(late, timed)


def _due(inquiry: Entry) -> date | None:
    """The last day for its report."""
    occurred = day(inquiry.occurred_at)
    if occurred is None:
        return None
    lines = Lines(occurred)
    days, most = int(lines[("investigation_days",)]), int(lines[("investigation_extension",)])
    further = min(extension_of(inquiry, days, most), most)
    return occurred + timedelta(days=days + paused_days(inquiry) + further)


@indicator(
    english="Inquiries reported in time",
    unit="%",
    period="年",
    formula="期限当天或者之前提交调查报告的数 ÷ 期限已到的调查数",
    kind="investigation",
)
def reports_on_time(inquiries: Sequence[Entry], on: date) -> Figure:
    """按期结案率。"""
    known = [(one, last) for one in inquiries if (last := _due(one)) is not None]
    due = [one for one, last in known if last <= on]
    done = [one for one, last in known if last <= on and one.report_at and one.report_at <= last]
    return share(done, due)


@indicator(
    english="Reports approved in time",
    unit="%",
    period="年",
    formula="期限当天或者之前批复的数 ÷ 批复期限已到的调查数",
    kind="investigation",
)
def reports_approved_on_time(inquiries: Sequence[Entry], on: date) -> Figure:
    """按期批复率。"""
    known = [(one, last) for one in inquiries if (last := _approval_due(one)) is not None]
    due = [one for one, last in known if last <= on]
    done = [one for one, last in known if last <= on and _by(one.approved_at, last)]
    return share(done, due)


def _approval_due(inquiry: Entry) -> date | None:
    received, grade = received_on(inquiry), inquiry.grade
    if received is None or grade is None:
        return None
    return received + timedelta(days=int(Lines(received)["approval_days", grade]))


def _by(done: date | None, last: date) -> bool:
    return done is not None and done <= last


@indicator(
    english="Measures carried out",
    unit="%",
    period="年",
    formula="已完成并有佐证的防范整改措施数 ÷ 期限已到的措施数",
    kind="measure",
)
def measures_carried_out(measures: Sequence[Entry], on: date) -> Figure:
    """措施落实率。"""
    due = [one for one in measures if one.due_on is not None and one.due_on <= on]
    return share([one for one in due if one.evidence and _by(one.done_on, on)], due)


@indicator(
    english="Liability settled",
    unit="%",
    period="年",
    formula="有落实日期和文书的追责数 ÷ 追责总数",
    kind="liability",
)
def liability_settled_share(deeds: Sequence[Entry], on: date) -> Figure:
    """追责落实率。"""
    return share([one for one in deeds if one.document and _by(one.done_at, on)], deeds)


@indicator(
    english="Evaluations in time",
    unit="%",
    period="年",
    formula="批复后一年内评估的数 ÷ 评估期限已到的数",
    kind="evaluation",
)
def evaluated_on_time(evaluations: Sequence[Entry], on: date) -> Figure:
    """整改评估按期率。"""
    dated = [(one, add_months(one.approved_at, 12)) for one in evaluations if one.approved_at]
    due = [one for one, last in dated if last <= on]
    return share([one for one, last in dated if last <= on and _by(one.evaluated_on, last)], due)


@indicator(
    english="Hazards of the same cause removed",
    unit="%",
    period="年",
    formula="按事故原因排查出的同类隐患中已销号数 ÷ 排查数",
    kind="cause",
)
def cause_hazards_closed(causes: Sequence[Entry], _: date) -> Figure:
    """同类隐患销号率。"""
    told = [one for one in causes if one.hazards_found and one.hazards_closed is not None]
    found = sum((one.hazards_found for one in told), Decimal(0))
    closed = sum((one.hazards_closed for one in told), Decimal(0))
    return ratio(closed, found, told, 100)
