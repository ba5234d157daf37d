"""Figures of transfers, handovers, pushes and consultations."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from yiding.ledgers.powers.clock import day
from yiding.ledgers.powers.denials import is_said
from yiding.ledgers.powers.figures import verdicts
from yiding.rules import Entry, Figure, Verdict, indicator
from yiding.rules.indicator import share, total

RUNNING = ("running", "assessed", "adjusted")
UNDECIDED = ("planned", "confirmed", "reviewed")
PUSHED = ("pushed-in-time",)
BASES = ("permit-transfer-has-basis", "penalty-transfer-has-basis")


def _decided(transfers: Sequence[Entry]) -> list[Entry]:
    """Those decided by the city: beyond the first states, those taken back aside."""
    return [one for one in transfers if one.state not in (*UNDECIDED, "recalled")]


def runs(transfer: Entry, on: date) -> bool:
    """By its state; where none is written, by its cut-over day."""
    if transfer.state is not None:
        return transfer.state in RUNNING
    return transfer.cutover_date is not None and transfer.cutover_date <= on


@indicator(
    english="Transfers running",
    unit="%",
    period="批次",
    formula="已划转运行的事项数 ÷ 已决定划转的事项数",
    kind="transfer",
)
def transfers_running(transfers: Sequence[Entry], on: date) -> Figure:
    """划转完成率。"""
    decided = _decided(transfers)
    return share([one for one in decided if runs(one, on)], decided)


@indicator(
    english="Transfers decided and not running",
    unit="项",
    period="日",
    formula="已决定划转、尚未运行的事项数",
    kind="transfer",
    better="less",
)
def transfers_waiting(transfers: Sequence[Entry], on: date) -> Figure:
    """划转未到位事项数。"""
    waiting = [one for one in _decided(transfers) if not runs(one, on)]
    return total(len(waiting), waiting)


@indicator(
    english="Transfers of unclear responsibility",
    unit="项",
    period="日",
    formula="划转后审批部门或者监管部门没有、不唯一的事项数",
    kind="transfer",
    better="less",
)
def transfers_unclear(transfers: Sequence[Entry], on: date) -> Figure:
    """审管责任不清的划转事项数。"""
    slugs = ("one-approver-one-supervisor",)
    unclear = [one for one in transfers if Verdict.BREACHED in verdicts(one, slugs, on)]
    return total(len(unclear), unclear)


@indicator(
    english="Transfers without a sufficient basis",
    unit="项",
    period="日",
    formula="依据不足的许可、处罚划转事项数",
    kind="transfer",
    better="less",
)
def transfers_without_basis(transfers: Sequence[Entry], on: date) -> Figure:
    """依据不足的划转事项数。"""
    bare = [one for one in transfers if Verdict.BREACHED in verdicts(one, BASES, on)]
    return total(len(bare), bare)


@indicator(
    english="Related items left behind",
    unit="项",
    period="日",
    formula="没有一并划转的中介、年检、变更、注销等关联事项数",
    kind="transfer",
    better="less",
)
def related_items_left(transfers: Sequence[Entry], _: date) -> Figure:
    """未划转关联事项数。"""
    counted = [(one, _left(one)) for one in transfers]
    return total(sum(n for _, n in counted), [one for one, n in counted if n])


def _left(transfer: Entry) -> int:
    return sum(is_said(one.get("moved")) is False for one in transfer.related_items or ())


@indicator(
    english="Handovers complete",
    unit="%",
    period="批次",
    formula="九项内容都已交接并签字的交接单数 ÷ 交接单数",
    kind="handover",
)
def handovers_complete(handovers: Sequence[Entry], on: date) -> Figure:
    """交接完整率。"""
    slugs = ("handover-complete",)
    return share([one for one in handovers if Verdict.MET in verdicts(one, slugs, on)], handovers)


@indicator(
    english="Handovers overdue",
    unit="单",
    period="日",
    formula="过了交接期限仍没有签字的交接单数",
    kind="handover",
    better="less",
)
def handovers_overdue(handovers: Sequence[Entry], on: date) -> Figure:
    """逾期未交接数。"""
    open_ = [one for one in handovers if one.signed_at is None or one.signed_at > on]
    late = [one for one in open_ if Verdict.OVERDUE in verdicts(one, ("handover-in-time",), on)]
    return total(len(late), late)


def outgoing(pushes: Sequence[Entry], on: date) -> list[Entry]:
    """What approval has pushed to supervision by the day."""
    out = [one for one in pushes if one.direction in (None, "to_supervision")]
    return [one for one in out if (sent := day(one.sent_at)) is not None and sent <= on]


@indicator(
    english="Pushes in time",
    unit="%",
    period="月",
    formula="按本地口径及时推送的数 ÷ 应推送的数；没有选定口径的，各种口径都及时才算",
    kind="push",
)
def pushes_in_time(pushes: Sequence[Entry], on: date) -> Figure:
    """推送及时率。"""
    judged = [(one, verdicts(one, PUSHED, on)) for one in pushes]
    due = [(one, held) for one, held in judged if held & {Verdict.MET, Verdict.OVERDUE}]
    in_time = [one for one, held in due if Verdict.OVERDUE not in held]
    return share(in_time, [one for one, _ in due])


@indicator(
    english="Pushes signed for",
    unit="%",
    period="月",
    formula="已签收的推送数 ÷ 已推送的数",
    kind="push",
)
def pushes_signed_for(pushes: Sequence[Entry], on: date) -> Figure:
    """推送签收率。"""
    out = outgoing(pushes, on)
    return share([one for one in out if has_come(one.claimed_at, on)], out)


@indicator(
    english="Pushes answered by supervision",
    unit="%",
    period="月",
    formula="监管部门已反馈结果的推送数 ÷ 已推送的数",
    kind="push",
)
def pushes_fed_back(pushes: Sequence[Entry], on: date) -> Figure:
    """监管反馈率。"""
    out = outgoing(pushes, on)
    back = [one for one in pushes if one.direction == "to_approval" and has_come(one.sent_at, on)]
    answered = {one.case for one in back if one.case is not None}
    told = [one for one in out if has_come(one.feedback_at, on) or one.case in answered]
    return share(told, out)


def has_come(moment: date | None, on: date) -> bool:
    """Whether a moment is known and not after a day."""
    come = day(moment)
    return come is not None and come <= on


@indicator(
    english="Consultations held this year",
    unit="次",
    period="年",
    formula="当年召开的会商次数",
    kind="coord",
)
def consultations_held(coords: Sequence[Entry], on: date) -> Figure:
    """会商次数。"""
    days = [(one, one.date) for one in coords if one.date is not None]
    held = [one for one, at in days if at <= on and at.year == on.year]
    return total(len(held), held)
