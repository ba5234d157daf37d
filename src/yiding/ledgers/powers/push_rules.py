"""Rules of two-way pushes 双推送 and of consultations 会商."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from yiding.ledgers.powers.clock import by_working_days, calendared, day, due_after
from yiding.ledgers.powers.denials import said
from yiding.rules import Amounts, Answer, Entry, Reason, Verdict, rule
from yiding.rules.answers import breached, by_day, met, undetermined

PROFILES = {"at_once": "同步", "two_days": "两个工作日"}
"""Each place chooses one; until it has, all are printed."""


@rule(
    cites="power-transfer-practice:push",
    kind=("push", "case"),
    dated_by="decided_at",
    sequence=True,
    english="The decision is pushed in the time of the profile",
)
def pushed_in_time(entry: Entry, amounts: Amounts, on: date) -> list[Answer]:
    """审批决定按口径的时限推送监管部门。"""
    sent = day(entry.sent_at if entry.kind == "push" else entry.pushed_at)
    decided = day(entry.decided_at)
    is_back = entry.kind == "push" and entry.direction == "to_approval"
    if is_back or (entry.kind == "case" and sent is None and entry.push_profile is None):
        return []
    if decided is None:
        return [undetermined(Reason.NO_DATA, ("decided_at",))]
    chosen = entry.push_profile or amounts["push_profile"]
    return [_under(profile, chosen, decided, sent, amounts, on) for profile in PROFILES]


def _under(  # noqa: PLR0913, PLR0917 - the days of one push
    profile: str, chosen: str | None, decided: date, sent: date | None, amounts: Amounts, on: date
) -> Answer:
    """The verdict of a profile; where another is chosen, what it would have been."""
    told = by_working_days(decided, amounts["push_days", profile], sent, on)
    told = replace(told, note=f"口径：{PROFILES[profile]}", note_en=f"profile: {profile}")
    if chosen in (None, profile):
        return told
    verdict = {"met": "按时", "overdue": "逾期"}.get(str(told.verdict), "未到期")
    return replace(
        told,
        verdict=Verdict.COMPUTED,
        reason=None,
        missing=(),
        label=f"按{PROFILES[profile]}口径{verdict}",
    )


@rule(
    cites="power-transfer-practice:push-xiangyang",
    kind="push",
    dated_by="sent_at",
    sequence=True,
    english="What is pushed is signed for",
)
@calendared
def push_signed_for(push: Entry, amounts: Amounts, on: date) -> Answer | None:
    """推送的内容由接收部门签收。"""
    sent = day(push.sent_at)
    if sent is None or push.direction == "to_approval":
        return None
    claimed = day(push.claimed_at)
    if claimed is not None and claimed <= on:
        return met()
    last = due_after(sent, int(amounts["push_days", "two_days"]))
    return replace(by_day(last, None, on), label="未签收")


@rule(
    cites="power-transfer-practice:push-jincheng",
    kind="push",
    sequence=True,
    english="The result of supervision comes back within one working day",
)
def result_fed_back_in_time(push: Entry, amounts: Amounts, on: date) -> Answer | None:
    """监管结果一个工作日内反馈审批部门。"""
    if push.direction != "to_approval" and push.result_at is None:
        return None
    is_back = push.direction == "to_approval"
    result = day(push.result_at) or (day(push.decided_at) if is_back else None)
    if result is None:
        return undetermined(Reason.NO_DATA, ("result_at",))
    sent = push.sent_at if is_back else push.feedback_at
    return by_working_days(result, amounts["feedback_days"], day(sent), on)


@rule(
    cites="yiding-readings:power-consultation",
    kind="coord",
    sequence=True,
    english="A consultation names its parties, opinion and day",
)
def consultation_recorded(coord: Entry, amounts: Amounts, _: date) -> Answer:
    """会商记录有两个以上参加单位、意见和日期。"""
    parties = said(coord.parties)
    wanted = {
        "parties": len(parties) >= amounts["parties"],
        "opinion": bool(said((coord.opinion,))),
        "date": coord.date is not None,
    }
    missing = tuple(name for name, held in wanted.items() if not held)
    return breached(missing=missing, label="记录不全") if missing else met()
