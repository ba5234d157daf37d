"""Rules of lightning warnings 雷电预警信号: colours, windows, who issues them."""

from __future__ import annotations

from datetime import date

from yiding.ledgers.lightning.strikes import told
from yiding.rules import Amounts, Answer, Entry, Fields, Reason, Term, Values, known, rule
from yiding.rules.answers import computed, undetermined

SIGNALS = "warning-signals-16:lightning"


@rule(
    cites=SIGNALS,
    kind="warning",
    needs=["colour"],
    dated_by="issued_at",
    english="A lightning warning is yellow, orange or red",
)
def colour_exists(warning: Fields, _: Values) -> Term:
    """雷电预警信号只有黄、橙、红三级。"""
    return (warning.colour == "yellow") | (warning.colour == "orange") | (warning.colour == "red")


@rule(
    cites=SIGNALS,
    kind="warning",
    needs=["colour"],
    dated_by="issued_at",
    english="The time foretold is within that of the colour",
)
def window_fits_colour(warning: Fields, values: Values) -> Term:
    """预计时段不超过该颜色的时段，橙色、红色已受影响的除外。"""
    is_colour = (warning.colour != "blue") & (warning.colour != "other")
    is_there = told(warning.already_affected) & (warning.colour != "yellow")
    is_told = known(warning.window_h) & (~known(warning.colour) | (is_colour & ~is_there))
    return (warning.window_h <= values.warning_window[warning.colour]).where(is_told)


@rule(
    cites="meteorological-disasters-regulation:30",
    kind="warning",
    needs=["issuer_kind"],
    dated_by="issued_at",
    english="A warning is issued by a station of the meteorological bodies",
)
def issued_by_station(warning: Fields, _: Values) -> Term:
    """预警信号由气象主管机构所属的气象台站发布。"""
    return warning.issuer_kind == "cma_station"


@rule(
    cites="meteorological-disasters-regulation:46",
    kind="warning",
    dated_by="issued_at",
    sequence=True,
    english="What issuing a warning without authority costs",
)
def fine_for_issuing(warning: Entry, amounts: Amounts, _: date) -> Answer | None:
    """擅自发布预警信号的罚款上限。"""
    if warning.issuer_kind != "other":
        return None
    return computed(amounts["fine", "issuing", "to"], "可以处罚款，不超过", "元")


@rule(
    cites="yiding-readings:lightning-records-agree",
    kind="warning",
    sequence=True,
    english="The times of a warning are in order",
)
def warning_times_in_order(warning: Entry, _: Amounts, __: date) -> Answer | None:
    """预警发布、有效、解除的时间先后相符。"""
    issued = warning.issued_at
    ends = [one for one in (warning.valid_to, warning.lifted_at) if one is not None]
    if issued is None or all(issued <= one for one in ends):
        return None
    note, note_en = "解除或者失效早于发布", "lifted or run out before it was issued"
    return undetermined(Reason.CONTRADICTORY, note=note, note_en=note_en)
