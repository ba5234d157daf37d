"""Figures of what is watched and reported: alerts, violations, complaints, disposal, savings."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from yiding.ledgers.fleet.sums import NONE, TEN_THOUSAND, of_year, saying, sum_of, verdicts
from yiding.rules import Entry, Figure, Verdict, indicator
from yiding.rules.indicator import share, total


def _checked(alerts: Sequence[Entry]) -> list[Entry]:
    return [one for one in alerts if one.outcome is not None]


@indicator(
    english="Alerts checked",
    unit="%",
    period="月",
    formula="近十二个月已核查的预警 ÷ 近十二个月的预警",
    kind="alert",
)
def alerts_checked_share(alerts: Sequence[Entry], on: date) -> Figure:
    """预警核查率。"""
    raised = of_year(alerts, "raised_at", on)
    return share(_checked(raised), raised)


@indicator(
    english="Alerts confirmed",
    unit="%",
    period="月",
    formula="近十二个月属实的预警 ÷ 近十二个月已核查的预警",
    kind="alert",
    better="less",
)
def alerts_confirmed_share(alerts: Sequence[Entry], on: date) -> Figure:
    """预警属实率。"""
    checked = _checked(of_year(alerts, "raised_at", on))
    return share([one for one in checked if one.outcome == "confirmed"], checked)


@indicator(
    english="Alerts not yet checked",
    unit="条",
    period="日",
    formula="还没有核查结论的预警数",
    kind="alert",
    better="less",
)
def alerts_open(alerts: Sequence[Entry], _: date) -> Figure:
    """待核查预警数。"""
    open_ = [one for one in alerts if one.outcome is None]
    return total(len(open_), open_)


@indicator(
    english="Complaints of the 12345 line",
    unit="件",
    period="年",
    formula="近十二个月涉及公务用车的 12345 投诉件数",
    kind="event",
    better="less",
)
def complaints(events: Sequence[Entry], on: date) -> Figure:
    """12345投诉件数。"""
    told = [one for one in of_year(events, "happened_on", on) if one.event_kind == "complaint"]
    return total(len(told), told)


@indicator(
    english="Violations found",
    unit="件",
    period="年",
    formula="近十二个月监督检查查到、没有排除的违规件数",
    kind="event",
    better="less",
)
def violations_found(events: Sequence[Entry], on: date) -> Figure:
    """查实违规件数。"""
    named = saying(of_year(events, "happened_on", on), "breach")
    told = [one for one in named if one.outcome != "excluded"]
    return total(len(told), told)


@indicator(
    english="Proceeds of disposal",
    unit="万元",
    period="年",
    formula="近十二个月处置收入之和",
    kind="disposal",
)
def disposal_proceeds(disposals: Sequence[Entry], on: date) -> Figure:
    """处置收入。"""
    told = saying(of_year(disposals, "disposed_on", on), "proceeds")
    return total(sum_of(told, "proceeds") / TEN_THOUSAND, told)


@indicator(
    english="Disposals whose proceeds are remitted",
    unit="%",
    period="年",
    formula="收入已上缴的处置 ÷ 有收入的处置",
    kind="disposal",
)
def proceeds_remitted_share(disposals: Sequence[Entry], _: date) -> Figure:
    """处置收入上缴率。"""
    due = [one for one in saying(disposals, "proceeds") if one.proceeds > 0]
    return share([one for one in due if one.is_remitted], due)


def _latest(returns: Sequence[Entry], on: date) -> list[Entry]:
    """The returns of the latest year not after the day's."""
    years = [one.year for one in returns if one.year is not None and one.year <= on.year]
    return [one for one in returns if one.year == max(years, default=None)]


@indicator(
    english="Saved against the baseline year",
    unit="万元",
    period="年",
    formula="各单位（基期每公里运行费 − 本年每公里运行费）× 本年里程之和",
    kind="annual_return",
)
def savings(returns: Sequence[Entry], on: date) -> Figure:
    """节约额。"""
    names = ("km", "running_cost", "baseline_km", "baseline_cost")
    told = [one for one in saying(_latest(returns, on), *names) if one.baseline_km and one.km]
    saved = sum((_saved(one) for one in told), NONE)
    return total(saved / TEN_THOUSAND, told)


def _saved(one: Entry) -> Decimal:
    """What the year's distance would have cost as before, less what it did cost."""
    baseline: Decimal = one.baseline_cost / one.baseline_km
    cost: Decimal = one.running_cost
    return baseline * Decimal(one.km) - cost


@indicator(
    english="Units that reported their statistics",
    unit="%",
    period="年",
    formula="本年度按时报送统计的单位 ÷ 应报送的单位",
    kind="annual_return",
)
def statistics_reported_share(returns: Sequence[Entry], on: date) -> Figure:
    """年度统计报送率。"""
    asked = _latest(returns, on)
    done = [one for one in asked if Verdict.MET in verdicts(one, ("statistics-reported",), on)]
    return share(done, asked)
