"""Rules of what happens around the cut-over: who handles a case, handover, who answers after."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from yiding.ledgers.powers.bodies import whose
from yiding.ledgers.powers.clock import by_working_days, day
from yiding.ledgers.powers.denials import is_said, said
from yiding.ledgers.powers.holding import holding_on, version_on
from yiding.ledgers.powers.transfer_fields import HANDOVER_PARTS
from yiding.rules import Amounts, Answer, Entry, Reason, rule
from yiding.rules.answers import breached, computed, due, met, undetermined

ORIGINAL, BUREAU = "原部门办结", "审批局"
UNCLEAR = "审管责任不清"
RUNNING = ("running", "assessed")


def _side(case: Entry) -> str | None:
    """The side a case belongs to by the day it was received, as far as is known."""
    received = day(case.received_at) or day(case.accepted_at)
    if received is None or case.cutover_date is None:
        return None
    return "from" if received < case.cutover_date else "to"


@rule(
    cites="power-transfer-practice:cutover",
    kind="case",
    sequence=True,
    english="Who handles a case received around the cut-over",
)
def case_goes_to(case: Entry, _: Amounts, __: date) -> Answer | None:
    """交接日前收件的由原部门办结，交接日起由审批局办理。"""
    if case.cutover_date is None or case.mode not in (None, "transfer"):
        return None
    side = _side(case)
    if side is None:
        return undetermined(Reason.NO_DATA, ("received_at",))
    named, label = (case.from_dept, ORIGINAL) if side == "from" else (case.to_bureau, BUREAU)
    return computed(named, label)


@rule(
    cites="power-transfer-practice:cutover",
    kind="case",
    sequence=True,
    english="The body that decided is the one that handles the case",
)
def decided_by_right_body(case: Entry, _: Amounts, __: date) -> Answer | None:
    """作出决定的机关与交接日的划分一致。"""
    side = _side(case)
    if case.decided_by is None or side is None or case.mode not in (None, "transfer"):
        return None
    found = whose(case.decided_by, case)
    if found == side:
        return met()
    names = {"from": "from_dept", "to": "to_bureau"}
    if found is None and case.values.get(names[side]) is None:
        return undetermined(Reason.NO_DATA, (names[side],))
    return breached(label="应由原部门办结" if side == "from" else "应由审批局办理")


@rule(
    cites="power-transfer-practice:handover",
    kind="handover",
    sequence=True,
    english="Handed over within thirty working days",
)
def handover_in_time(handover: Entry, amounts: Amounts, on: date) -> Answer | None:
    """三十个工作日内完成交接。"""
    start = handover.started_on or handover.cutover_date
    if start is None:
        return undetermined(Reason.NO_DATA, ("started_on",))
    return by_working_days(start, amounts["handover_days"], handover.signed_at, on)


@rule(
    cites="yiding-readings:power-handover",
    kind="handover",
    sequence=True,
    english="All nine parts are handed over and signed",
)
def handover_complete(handover: Entry, _: Amounts, on: date) -> Answer:
    """九项内容都已交接并签字。"""
    names = (one.name for one in HANDOVER_PARTS)
    missing = tuple(one for one in names if not is_said(handover.values.get(one)))
    is_signed = handover.signed_at is not None and handover.signed_at <= on
    whole = Decimal(len(HANDOVER_PARTS))
    done = whole - len(missing)
    if not missing and is_signed:
        return replace(met(done, whole, "项"), label="交接完整")
    if is_signed:
        return breached(done, whole, "项", missing=missing, label="交接不完整")
    lacking = (*missing, "signed_at")
    open_ = undetermined(Reason.NO_DATA, lacking)
    return replace(open_, measured=done, limit=whole, unit="项", label="交接中")


def _bodies(entry: Entry) -> tuple[tuple[str, ...] | None, tuple[str, ...] | None]:
    """Who approves and who supervises; none where nobody has written anything."""
    approving, supervising = entry.approving_bodies, entry.supervising_bodies
    told = None if approving is None else said(approving)
    if told is None and entry.kind == "transfer":
        side = entry.from_dept if entry.mode == "entrust" else entry.to_bureau
        told = None if side is None else (side,)
    return told, None if supervising is None else said(supervising)


@rule(
    cites="power-transfer-practice:responsibility",
    kind=("transfer", "item"),
    sequence=True,
    english="One body approves and one supervises",
)
def one_approver_one_supervisor(entry: Entry, amounts: Amounts, on: date) -> Answer | None:
    """划转后每个事项有且只有一个审批部门、一个监管部门。"""
    if entry.mode not in (None, "transfer", "entrust"):
        return None
    approving, supervising = _bodies(entry)
    is_untold = supervising is None and entry.approving_bodies is None
    if entry.kind == "item" and is_untold:
        return None
    if supervising is None and entry.cutover_date is not None and on < entry.cutover_date:
        return due(entry.cutover_date, note="交接日前明确监管部门", note_en="name the supervisor")
    is_after = entry.state in RUNNING or entry.cutover_date is not None
    return _counted(approving, supervising, amounts, is_after=is_after)


def _counted(
    approving: tuple[str, ...] | None,
    supervising: tuple[str, ...] | None,
    amounts: Amounts,
    *,
    is_after: bool,
) -> Answer:
    """None or two of either is unclear; after a transfer, nobody named is nobody."""
    named = {"approving_bodies": approving, "supervising_bodies": supervising}
    right = amounts["bodies"]
    if is_after and supervising is None:
        named["supervising_bodies"] = ()
    wrong = tuple(one for one, held in named.items() if held is not None and len(held) != right)
    if wrong:
        held = named[wrong[0]] or ()
        return breached(len(held), right, "个", missing=wrong, label=UNCLEAR)
    untold = tuple(one for one, held in named.items() if held is None)
    if untold:
        return replace(undetermined(Reason.NO_DATA, untold), label=UNCLEAR)
    return met(right, right, "个")


@rule(
    cites="yiding-readings:power-related-items",
    kind="transfer",
    sequence=True,
    english="Related items move with it",
)
def related_items_moved(transfer: Entry, _: Amounts, __: date) -> Answer | None:
    """中介、年检、变更、注销等关联事项一并划转。"""
    if not transfer.related_items or transfer.mode not in (None, "transfer"):
        return None
    left = tuple(
        str(one.get("name", "未写明"))
        for one in transfer.related_items
        if is_said(one.get("moved")) is False
    )
    if left:
        return breached(missing=left, label="关联事项未划转")
    if all(one.get("moved") is not None for one in transfer.related_items):
        return met()
    note, note_en = "有的关联事项没有写明是否划转", "some do not say whether they moved"
    return undetermined(Reason.NO_DATA, ("related_items",), note=note, note_en=note_en)


@rule(
    cites="yiding-readings:power-transfer-state",
    kind="transfer",
    sequence=True,
    english="What is said to run has reached its cut-over day",
)
def runs_from_cutover(transfer: Entry, _: Amounts, on: date) -> Answer | None:
    """登记为已划转运行的，交接日已到。"""
    if transfer.state not in RUNNING:
        return None
    if transfer.cutover_date is None:
        return undetermined(Reason.NO_DATA, ("cutover_date",))
    if transfer.cutover_date <= on:
        return met()
    return undetermined(
        Reason.CONTRADICTORY,
        note=f"交接日 {transfer.cutover_date.isoformat()} 未到",
        note_en="the cut-over day has not come",
    )


@rule(
    cites="yiding-readings:power-holder",
    kind="item",
    sequence=True,
    english="Who holds the item on the day, and since when",
)
def held_by(item: Entry, _: Amounts, on: date) -> Answer | None:
    """当日行使该事项的部门。"""
    held = holding_on(item, on)
    if held is None:
        return None
    since = None if held.since is None else held.since.isoformat()
    return computed(since, held.body or "已取消")


@rule(
    cites="yiding-readings:power-holder",
    kind="case",
    dated_by="accepted_at",
    sequence=True,
    english="A case uses the version of its item in force when it was accepted",
)
def case_uses_version_in_force(case: Entry, _: Amounts, __: date) -> Answer | None:
    """办件所用的事项版本在受理时有效。"""
    accepted = day(case.accepted_at)
    versions = version_on(case, accepted)
    if case.item_version is None or accepted is None or versions is None:
        return None
    if case.item_version in versions:
        return met(case.item_version, "、".join(versions))
    return breached(case.item_version, "、".join(versions) or None, label="版本不符")
