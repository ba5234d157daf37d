"""Rules of closing 销号 and of the due day: what is claimed is held against what is recorded."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from yiding.ledgers.inspections.standing import (
    ANOTHER,
    RECTIFIED,
    REVIEWED,
    claims_closing,
    closed_day,
    day,
    due_day,
    lacking,
    names,
    passed,
    recorded,
)
from yiding.rules import Amounts, Answer, Entry, Reason, Verdict, rule
from yiding.rules.answers import breached, by_day, met, undetermined

KINDS = ("finding", "hazard")
NO_CLOSING = "不得销号"


@rule(
    cites="yiding-readings:safety-closing",
    kind=KINDS,
    sequence=True,
    english="Closed only when rectified, evidenced, accepted by another and, if major, reviewed",
)
def closed_with_proof(finding: Entry, _: Amounts, on: date) -> Answer | None:
    """整改完成、附佐证、他人验收通过，重大的经审查同意，方可销号。"""
    if order := _out_of_order(finding):
        note, note_en = order
        return undetermined(Reason.CONTRADICTORY, note=note, note_en=note_en)
    missing = lacking(finding, on)
    if not missing and recorded(finding, "closed") == "no":
        ready = undetermined(
            Reason.JUDGEMENT, note="条件已齐，等待销号", note_en="ready to be closed"
        )
        return replace(ready, label="可以销号")
    if not missing:
        return replace(met(), label="销号")
    if claims_closing(finding) or passed(finding) is not None or ANOTHER in missing:
        return _refused(missing, is_failed=passed(finding) is False)
    return _open(finding, missing, on)


def _open(finding: Entry, missing: tuple[str, ...], on: date) -> Answer:
    """Nobody says that it is closed: the work goes on, or the department's review is awaited."""
    if REVIEWED in missing and RECTIFIED not in missing:
        return replace(undetermined(Reason.JUDGEMENT, missing), label="待审查")
    due, _ = due_day(finding)
    if due is not None and on <= due:
        return Answer(Verdict.DUE, label="未销号", missing=missing, due_on=due)
    return replace(undetermined(Reason.NO_DATA, missing), label="未销号")


def _refused(missing: tuple[str, ...], *, is_failed: bool) -> Answer:
    label = "待审查" if missing == (REVIEWED,) else NO_CLOSING
    if is_failed:
        return breached(
            missing=missing,
            label=label,
            note="验收不通过，退回整改",
            note_en="not accepted; back to rectification",
        )
    return breached(missing=missing, label=label)


def _out_of_order(finding: Entry) -> tuple[str, str] | None:
    """Days that cannot be: rectified before it was found, accepted before it was rectified."""
    found, finished = finding.found_at, recorded(finding, "finished_at")
    verified = recorded(finding, "verified_at")
    if None not in (found, finished) and day(finished) < day(found):  # type: ignore[operator]
        return "完成时间早于发现时间", "rectified before it was found"
    if None not in (finished, verified) and day(verified) < day(finished):  # type: ignore[operator]
        return "验收时间早于完成时间", "accepted before it was rectified"
    return None


@rule(
    cites="yiding-readings:safety-closing",
    kind="verify",
    needs=["verifier"],
    sequence=True,
    english="Whoever accepts is not who rectified",
)
def accepted_by_another(acceptance: Entry, _: Amounts, __: date) -> Answer:
    """验收人不是整改责任人。"""
    rectifiers = names(acceptance.rectifier or _rectifier_of(acceptance))
    if not rectifiers:
        return undetermined(Reason.NO_DATA, ("rectifier",))
    if rectifiers & names(acceptance.verifier):
        return breached(missing=(ANOTHER,), label=NO_CLOSING)
    if acceptance.result == "failed":
        return replace(met(), label="退回整改")
    return met()


def _rectifier_of(acceptance: Entry) -> str | None:
    """Who rectified, by the entries that are about the same finding or hazard."""
    if acceptance.of is None:
        return None
    batch = acceptance.batch
    besides = [*batch.referring("rectify", "of", acceptance.of)]
    besides += [one for kind in KINDS if (one := batch.look_up(kind, acceptance.of)) is not None]
    besides += batch.referring("hazard", "code", acceptance.of)
    return next((one.rectifier for one in besides if one.rectifier), None)


@rule(
    cites="dual-prevention-exchange:state-9",
    kind="hazard",
    sequence=True,
    english="A record in state 9 names who accepted it and when",
)
def accepted_state_is_complete(hazard: Entry, _: Amounts, __: date) -> Answer | None:
    """已验收的隐患记录有验收人和验收时间。"""
    if hazard.state != "accepted":
        return None
    wanted = {
        "checkAcceptPerson": recorded(hazard, "verifier"),
        "checkAcceptTime": recorded(hazard, "verified_at"),
    }
    missing = tuple(name for name, given in wanted.items() if given is None)
    if not missing:
        return replace(met(), label="数据合格")
    return breached(
        missing=missing,
        label="数据不合格",
        note="验收人（checkAcceptPerson）和验收时间（checkAcceptTime）都要填",
        note_en="fill in who accepted and when",
    )


@rule(
    cites="yiding-readings:safety-due-day",
    kind=KINDS,
    sequence=True,
    english="Closed by the due day, itself included",
)
def closed_by_due_day(finding: Entry, _: Amounts, on: date) -> Answer | None:
    """问题和隐患在整改时限当天或者之前销号。"""
    due, is_refused = due_day(finding)
    if due is None:
        return None
    answer = by_day(due, closed_day(finding, on), on)
    if is_refused:
        note, note_en = "延期未经批准或者没有管控措施，按原期限计算", "the extension does not count"
        return replace(answer, note=note, note_en=note_en)
    if answer.verdict == Verdict.OVERDUE and claims_closing(finding) and lacking(finding, on):
        note, note_en = (
            "登记为已销号，但销号条件不齐，按未销号计算",
            "said to be closed, not proved",
        )
        return replace(answer, note=note, note_en=note_en)
    return answer


@rule(
    cites="yiding-readings:safety-due-day",
    kind="rectify",
    needs=["due_on"],
    sequence=True,
    english="Rectified by the due day, itself included",
)
def rectified_by_due_day(rectify: Entry, _: Amounts, on: date) -> Answer:
    """整改在时限当天或者之前完成。"""
    due, is_refused = due_day(rectify)
    answer = by_day(due or rectify.due_on, day(rectify.finished_at), on)
    if not is_refused:
        return answer
    return replace(
        answer,
        note="延期未经批准或者没有管控措施，按原期限计算",
        note_en="the extension does not count",
    )


@rule(
    cites="yiding-readings:safety-due-day",
    kind="supervise",
    needs=["due_on"],
    sequence=True,
    english="Lifted by the due day, itself included",
)
def supervision_lifted_in_time(listing: Entry, _: Amounts, on: date) -> Answer:
    """挂牌督办在期限当天或者之前解除。"""
    return by_day(listing.due_on, listing.lifted_on, on)
