"""Rules of a major hazard 重大隐患: stop, review before resuming, report, enter, supervise."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from yiding.ledgers.inspections.standing import (
    claims_closing,
    done,
    is_major,
    is_rectified,
    is_reviewed,
)
from yiding.rules import Amounts, Answer, Entry, Reason, rule
from yiding.rules.answers import breached, by_day, met, undetermined

KINDS = ("hazard", "finding")


@rule(
    cites="work-safety-law:65.1.3",
    kind=KINDS,
    dated_by="found_at",
    sequence=True,
    english="Where safety cannot be ensured people are withdrawn and work is stopped",
)
def stopped_where_unsafe(hazard: Entry, _: Amounts, __: date) -> Answer | None:
    """重大隐患治理中不能保证安全的，撤出人员并停产停用。"""
    told = {
        "撤出作业人员": done(hazard.people_withdrawn),
        "停产停业或者停止使用": done(hazard.stopped),
    }
    is_silent = hazard.safety_ensured is None and set(told.values()) == {None}
    if not is_major(hazard) or hazard.safety_ensured is True or is_silent:
        return None
    if set(told.values()) == {True}:
        return met()
    if hazard.safety_ensured is None:
        return undetermined(Reason.NO_DATA, ("safety_ensured",))
    if undone := tuple(name for name, held in told.items() if held is False):
        return breached(missing=undone, label="应撤人停产")
    fields = ("people_withdrawn", "stopped")
    silent = tuple(one for one in fields if done(hazard.values.get(one)) is None)
    return replace(undetermined(Reason.NO_DATA, silent), label="应撤人停产")


@rule(
    cites="work-safety-law:65.1.3",
    kind=KINDS,
    dated_by="finished_at",
    sequence=True,
    english="Production resumes only after the department has reviewed and agreed",
)
def resumed_after_review(hazard: Entry, _: Amounts, on: date) -> Answer | None:
    """重大隐患排除后经审查同意方可恢复生产。"""
    if not is_major(hazard):
        return None
    has_resumed = _has_resumed(hazard, on)
    if is_reviewed(hazard, on):
        return _in_order(hazard, has_resumed)
    note, note_en = "尚未经主管部门审查同意", "not yet reviewed and agreed by the department"
    if has_resumed:
        return breached(missing=("审查同意",), label="擅自恢复生产", note=note, note_en=note_en)
    is_asking = done(hazard.resume_asked) is True or hazard.review_asked_on is not None
    if is_asking or claims_closing(hazard) or is_rectified(hazard, on):
        waiting = undetermined(
            Reason.JUDGEMENT,
            ("审查同意",),
            note=note + "，不得恢复生产",
            note_en=note_en + "; production must not resume",
        )
        return replace(waiting, label="待审查")
    return None


def _has_resumed(hazard: Entry, on: date) -> bool:
    on_day = hazard.resumed_on is not None and hazard.resumed_on <= on
    return done(hazard.resumed) is True or on_day


def _in_order(hazard: Entry, has_resumed: bool) -> Answer:
    days = (hazard.resumed_on, hazard.reviewed_on)
    if has_resumed and None not in days and hazard.resumed_on < hazard.reviewed_on:
        return breached(
            label="擅自恢复生产",
            note="先恢复生产，后审查同意",
            note_en="resumed before the review agreed",
        )
    return replace(met(), label="可以恢复生产")


@rule(
    cites="order-16-2007:23",
    kind=KINDS,
    needs=[],
    sequence=True,
    english="A request to resume is reviewed in time",
)
def request_reviewed_in_time(hazard: Entry, amounts: Amounts, on: date) -> Answer | None:
    """恢复生产申请在规定时限内审查。"""
    if hazard.review_asked_on is None or not is_major(hazard):
        return None
    last = hazard.review_asked_on + timedelta(days=int(amounts["review_days"]))
    return by_day(last, hazard.reviewed_on, on)


@rule(
    cites="work-safety-law:41.2",
    kind=KINDS,
    dated_by="found_at",
    sequence=True,
    english="A major hazard is reported to the department and the workers' congress",
)
def major_hazard_reported(hazard: Entry, _: Amounts, __: date) -> Answer | None:
    """重大隐患治理情况报告主管部门和职工大会或者职工代表大会。"""
    if not is_major(hazard):
        return None
    return _all_done(hazard, ("reported_to_department", "reported_to_workers"), "未按规定报告")


@rule(
    cites="work-safety-law:41.3",
    kind=KINDS,
    dated_by="found_at",
    sequence=True,
    english="The department enters a major hazard in the system and supervises it",
)
def major_hazard_supervised(hazard: Entry, _: Amounts, __: date) -> Answer | None:
    """主管部门把重大隐患录入信息系统并督办。"""
    if not is_major(hazard):
        return None
    return _all_done(hazard, ("in_system", "supervised"), "未录入或者未督办")


def _all_done(hazard: Entry, fields: tuple[str, ...], label: str) -> Answer:
    told = {name: _told(hazard, name) for name in fields}
    undone = tuple(name for name, held in told.items() if held is False)
    silent = tuple(name for name, held in told.items() if held is None)
    if undone:
        return breached(missing=undone, label=label)
    return undetermined(Reason.NO_DATA, silent) if silent else met()


def _told(hazard: Entry, name: str) -> bool | None:
    """What the entry says; a supervision that refers to it is one."""
    if name == "supervised" and any(_supervisions(hazard)):
        return True
    return done(hazard.values.get(name))


def _supervisions(hazard: Entry) -> Iterator[Entry]:
    yield from hazard.batch.referring("supervise", "of", hazard.id)
    if hazard.code:
        yield from hazard.batch.referring("supervise", "of", hazard.code)
