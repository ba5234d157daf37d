"""Rules of what a transfer rests on, in whose name it works and who answers for it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from yiding.ledgers.powers.bases import has_province, has_state, is_told
from yiding.ledgers.powers.bodies import whose
from yiding.ledgers.powers.denials import is_said
from yiding.rules import Amounts, Answer, Entry, Reason, rule
from yiding.rules.answers import breached, met, undetermined

NO_BASIS = "依据不足"
WRONG_NAME = "名义错误"
WRONG_LIABLE = "责任主体错误"
STATE, PROVINCE = "state_council_approval", "provincial_decision"


def _is_moved(transfer: Entry, kind: str) -> bool:
    """Whether an item of a kind is transferred, as far as is told."""
    return transfer.item_kind == kind and transfer.mode in (None, "transfer")


def _open(missing: tuple[str, ...]) -> Answer:
    return replace(undetermined(Reason.NO_DATA, missing), label=NO_BASIS)


@rule(
    cites="administrative-permit-law:25",
    kind="transfer",
    dated_by="cutover_date",
    sequence=True,
    english="A permit is transferred on a provincial decision approved by the State Council",
)
def permit_transfer_has_basis(transfer: Entry, amounts: Amounts, _: date) -> Answer | None:
    """许可划转须经国务院批准、由省级政府决定，只有城市会议纪要不够。"""
    if not _is_moved(transfer, "permit"):
        return None
    if transfer.mode is None:
        return undetermined(Reason.NO_DATA, ("mode",))
    state, province = has_state(transfer), has_province(transfer)
    if not is_told(transfer) and state is not True:
        return _open((STATE, PROVINCE))
    if province is not True:
        missing = (PROVINCE,) if state else (STATE, PROVINCE)
        return breached(missing=missing, label=NO_BASIS)
    if state is False:
        return breached(missing=(STATE,), label=NO_BASIS)
    return met() if state else _approved_for_province(transfer, amounts)


def _approved_for_province(transfer: Entry, amounts: Amounts) -> Answer:
    """The State Council approved the pilot for some provinces; elsewhere it must be shown."""
    province = amounts["pilot_province", transfer.place[:2]]
    if province is None:
        return _open((STATE,))
    return met(
        note=f"国务院批准：相对集中行政许可权试点（{province}）",
        note_en="approved by the State Council as a pilot of concentrating permit powers",
    )


@rule(
    cites="administrative-penalty-law:18.2",
    kind="transfer",
    dated_by="cutover_date",
    sequence=True,
    english="A penalty power is transferred on a decision of the State Council or the province",
)
def penalty_transfer_has_basis(transfer: Entry, _: Amounts, __: date) -> Answer | None:
    """处罚权划转须由国务院或者省级政府决定。"""
    if not _is_moved(transfer, "penalty"):
        return None
    if transfer.mode is None:
        return undetermined(Reason.NO_DATA, ("mode",))
    state, province = has_state(transfer), has_province(transfer)
    if state or province:
        return met()
    if not is_told(transfer) and state is None:
        return _open((PROVINCE,))
    return breached(missing=(PROVINCE,), label=NO_BASIS)


@rule(
    cites="administrative-penalty-law:18.3",
    kind="transfer",
    dated_by="cutover_date",
    sequence=True,
    english="Penalties on personal freedom stay with the police and organs set by law",
)
def freedom_penalty_stays(transfer: Entry, _: Amounts, __: date) -> Answer | None:
    """限制人身自由的处罚权只能由公安机关和法律规定的其他机关行使。"""
    if transfer.limits_freedom is not True or transfer.mode not in (None, "transfer", "entrust"):
        return None
    if transfer.to_bureau is None:
        return undetermined(Reason.NO_DATA, ("to_bureau",))
    if "公安" in transfer.to_bureau or is_said(transfer.set_by_law):
        return met()
    return breached(label="不得划转")


def _in_name(entry: Entry, named: str, side: str, label: str) -> Answer:
    """Whether a name is that of the side it must be."""
    found = whose(named, entry)
    if found == side:
        return met()
    principal = "from_dept" if side == "from" else "to_bureau"
    if found is None and entry.values.get(principal) is None:
        return undetermined(Reason.NO_DATA, (principal,))
    return breached(label=label)


@rule(
    cites="administrative-permit-law:24",
    kind=("transfer", "case"),
    sequence=True,
    english="What is commissioned is decided in the principal's name",
)
def commissioned_in_principals_name(entry: Entry, _: Amounts, __: date) -> Answer | None:
    """委托的，以委托机关名义作出决定。"""
    named = entry.decision_name or entry.decided_by
    if entry.mode != "entrust" or named is None:
        return None
    return _in_name(entry, named, "from", WRONG_NAME)


@rule(
    cites="power-transfer-practice:responsibility",
    kind="transfer",
    sequence=True,
    english="What is transferred is decided in the bureau's own name",
)
def transferred_in_own_name(transfer: Entry, _: Amounts, __: date) -> Answer | None:
    """划转的，由审批局以自己名义作出决定。"""
    if transfer.mode != "transfer" or transfer.decision_name is None:
        return None
    return _in_name(transfer, transfer.decision_name, "to", WRONG_NAME)


@rule(
    cites="administrative-permit-law:24",
    kind="transfer",
    sequence=True,
    english="The principal answers for what it commissions",
)
def principal_liable(transfer: Entry, _: Amounts, __: date) -> Answer | None:
    """委托的，由委托机关承担后果。"""
    if transfer.mode != "entrust" or transfer.liable_body is None:
        return None
    return _in_name(transfer, transfer.liable_body, "from", WRONG_LIABLE)


@rule(
    cites="power-transfer-practice:responsibility",
    kind="transfer",
    sequence=True,
    english="The bureau answers for what is transferred to it",
)
def bureau_liable(transfer: Entry, _: Amounts, __: date) -> Answer | None:
    """划转的，由审批局承担责任。"""
    if transfer.mode != "transfer" or transfer.liable_body is None:
        return None
    return _in_name(transfer, transfer.liable_body, "to", WRONG_LIABLE)


@rule(
    cites="administrative-permit-law:24",
    kind="transfer",
    sequence=True,
    english="A commission is announced",
)
def commission_announced(transfer: Entry, _: Amounts, __: date) -> Answer | None:
    """委托的内容向社会公告。"""
    if transfer.mode != "entrust":
        return None
    if transfer.announced is None:
        return undetermined(Reason.NO_DATA, ("announced",))
    return met() if is_said(transfer.announced) else breached(label="未公告")


@rule(
    cites="administrative-permit-law:24",
    kind="transfer",
    sequence=True,
    english="What is commissioned is not commissioned further",
)
def no_further_commission(transfer: Entry, _: Amounts, __: date) -> Answer | None:
    """受托机关不得再委托。"""
    if transfer.mode != "entrust" or transfer.further_commission is None:
        return None
    return breached(label="再委托") if is_said(transfer.further_commission) else met()
