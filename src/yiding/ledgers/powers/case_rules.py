"""Rules of a case 办件: told once, accepted, decided, delivered; what stops the clock."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from yiding.ledgers.powers.clock import UNIT, by_working_days, calendared, day, used
from yiding.ledgers.powers.denials import is_said
from yiding.ledgers.powers.standing import (
    claims_extension,
    deemed_day,
    extension,
    is_lawful,
    is_permit,
    lacks_telling,
    lawful_stops,
    notice_day,
    start_day,
)
from yiding.rules import Amounts, Answer, Entry, Reason, Verdict, rule
from yiding.rules.answers import breached, computed, met, undetermined

NEGATIVE = ("refused", "not_accepted", "withdrawn")


@rule(
    cites="administrative-permit-law:32.1.4",
    kind="case",
    dated_by="received_at",
    sequence=True,
    english="What is wanting is told within five working days of receipt",
)
def correction_told_in_time(case: Entry, amounts: Amounts, on: date) -> Answer | None:
    """材料不齐的，当场或者五个工作日内告知，逾期自收到之日起即为受理。"""
    if not is_permit(case) or (case.is_complete is not False and notice_day(case) is None):
        return None
    received = day(case.received_at)
    if received is None:
        return undetermined(Reason.NO_DATA, ("received_at",))
    told = [one for one in (notice_day(case), day(case.accepted_at)) if one is not None]
    answer = by_working_days(received, amounts["notice_days"], min(told, default=None), on)
    if answer.verdict != Verdict.OVERDUE:
        return answer
    return replace(answer, label=f"自{received.isoformat()}受理")


@rule(
    cites="administrative-permit-law:32.1.4",
    kind="case",
    dated_by="received_at",
    sequence=True,
    english="Told too late, a case counts as accepted from the day of receipt",
)
@calendared
def counts_as_accepted(case: Entry, amounts: Amounts, on: date) -> Answer | None:
    """逾期不告知补正内容的，自收到材料之日起即为受理。"""
    since = deemed_day(case, amounts, on) if is_permit(case) else None
    return None if since is None else computed(since.isoformat(), "视为受理")


@rule(
    cites="administrative-permit-law:32.1.4",
    kind="case",
    dated_by="received_at",
    sequence=True,
    english="Everything wanting is told at once",
)
def everything_told_once(case: Entry, amounts: Amounts, _: date) -> Answer | None:
    """需要补正的全部内容一次告知。"""
    if not is_permit(case) or (case.notice_times is None and case.told_once is None):
        return None
    limit = amounts["notice_times"]
    if case.notice_times is None:
        return met() if case.told_once else breached(label="未一次告知")
    if case.notice_times <= limit and case.told_once is not False:
        return met(case.notice_times, limit, "次")
    return breached(
        case.notice_times, limit, "次", excess=case.notice_times - limit, label="未一次告知"
    )


def _decided(case: Entry, amounts: Amounts, on: date, tables: tuple[str, str]) -> Answer | None:
    """The clock from acceptance to decision, with pauses and an extension that stands."""
    start = start_day(case, amounts, on)
    if start is None:
        is_begun = case.received_at is None or case.decided_at is not None
        return undetermined(Reason.NO_DATA, ("accepted_at",)) if is_begun else None
    days = amounts[tables[0]] + extension(case, amounts, tables[1])
    stops = lawful_stops(case, amounts, on)
    answer = by_working_days(start, days, day(case.decided_at), on, stops)
    return _noted(answer, case, amounts)


def _noted(answer: Answer, case: Entry, amounts: Amounts) -> Answer:
    """With a word on what does not stop the clock, and on an extension that does not stand."""
    pauses = case.pauses or ()
    if any(not is_lawful(one, amounts) for one in pauses):
        note, note_en = "有的暂停不在法定之列，照算期限", "a pause that is not lawful counts"
        return replace(answer, note=note, note_en=note_en)
    if any("to_on" not in one for one in pauses):
        note, note_en = "暂停中，期限自恢复之日起续算", "paused; the clock runs on when it resumes"
        return replace(answer, note=note, note_en=note_en)
    return answer


@rule(
    cites="administrative-permit-law:42.1",
    kind="case",
    dated_by="accepted_at",
    sequence=True,
    english="Decided within twenty working days of acceptance, ten more if extended",
)
@calendared
def decided_in_time(case: Entry, amounts: Amounts, on: date) -> Answer | None:
    """自受理之日起二十个工作日内决定，依法延长的再加十个工作日。"""
    if not is_permit(case) or case.handling not in (None, "plain"):
        return None
    return _decided(case, amounts, on, ("decision_days", "extension_days"))


@rule(
    cites="administrative-permit-law:42.2",
    kind="case",
    dated_by="accepted_at",
    sequence=True,
    english="Handled jointly, decided within forty-five working days, fifteen more if extended",
)
@calendared
def joint_decided_in_time(case: Entry, amounts: Amounts, on: date) -> Answer | None:
    """统一、联合、集中办理的四十五个工作日内决定，依法延长的再加十五个工作日。"""
    if not is_permit(case) or case.handling != "joint":
        return None
    return _decided(case, amounts, on, ("joint_days", "joint_extension_days"))


@rule(
    cites="administrative-permit-law:43",
    kind="case",
    dated_by="accepted_at",
    sequence=True,
    english="A lower organ finishes its first review within twenty working days",
)
@calendared
def first_review_in_time(case: Entry, amounts: Amounts, on: date) -> Answer | None:
    """下级机关先行审查的，自受理之日起二十个工作日内审查完毕。"""
    if not is_permit(case):
        return None
    reviewed = day(case.first_reviewed_at)
    if case.handling != "first_review" and reviewed is None:
        return None
    start = start_day(case, amounts, on)
    if start is None:
        return undetermined(Reason.NO_DATA, ("accepted_at",))
    done = reviewed or day(case.decided_at)
    stops = lawful_stops(case, amounts, on)
    return by_working_days(start, amounts["review_days"], done, on, stops)


@rule(
    cites="administrative-permit-law:42.1",
    kind="case",
    dated_by="accepted_at",
    sequence=True,
    english="An extension is approved by the head and told to the applicant",
)
def extension_lawful(case: Entry, _: Amounts, __: date) -> Answer | None:
    """延长期限经负责人批准，并告知申请人。"""
    if not is_permit(case) or not claims_extension(case):
        return None
    named = ("extension_approved", "extension_told")
    refused = tuple(one for one in named if is_said(case.values.get(one)) is False)
    if refused:
        return breached(missing=refused, label="延长不成立")
    missing = lacks_telling(case)
    return undetermined(Reason.NO_DATA, missing) if missing else met()


@rule(
    cites="administrative-permit-law:45",
    kind="case",
    dated_by="accepted_at",
    sequence=True,
    english="How many working days of pauses do not count",
)
@calendared
def pauses_not_counted(case: Entry, amounts: Amounts, on: date) -> Answer | None:
    """听证、招标、拍卖、检验、检测、检疫、鉴定、专家评审的时间不计入期限。"""
    start = day(case.accepted_at)
    if not is_permit(case) or not case.pauses or start is None:
        return None
    end = day(case.decided_at) or on
    left_out = used(start, end) - used(start, end, lawful_stops(case, amounts, on))
    return computed(left_out, "不计入期限", UNIT)


@rule(
    cites="administrative-permit-law:45",
    kind="case",
    dated_by="accepted_at",
    sequence=True,
    english="The applicant is told in writing how long a pause takes",
)
def pause_told_in_writing(case: Entry, amounts: Amounts, _: date) -> Answer | None:
    """不计入期限的时间，书面告知申请人。"""
    lawful = [one for one in case.pauses or () if is_lawful(one, amounts)]
    if not is_permit(case) or not lawful:
        return None
    told = [is_said(one.get("told")) for one in lawful]
    if False in told:
        return breached(label="未书面告知")
    if None not in told:
        return met()
    note, note_en = "暂停是否书面告知没有登记", "nobody registered whether it was told in writing"
    return undetermined(Reason.NO_DATA, ("pauses",), note=note, note_en=note_en)


@rule(
    cites="administrative-permit-law:44",
    kind="case",
    dated_by="decided_at",
    sequence=True,
    english="A permit granted is delivered within ten working days",
)
def delivered_in_time(case: Entry, amounts: Amounts, on: date) -> Answer | None:
    """准予许可的，自决定之日起十个工作日内送达。"""
    decided = day(case.decided_at)
    if not is_permit(case) or case.result in NEGATIVE:
        return None
    if decided is None:
        is_delivered = case.delivered_at is not None
        return undetermined(Reason.NO_DATA, ("decided_at",)) if is_delivered else None
    return by_working_days(decided, amounts["delivery_days"], day(case.delivered_at), on)
