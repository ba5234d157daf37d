"""Rules of the plan's work: its skeleton, its leads and days, and what proves a measure done."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from yiding.ledgers.biomedicine.proofs import Claim, Part, claims, is_done, parts_of
from yiding.ledgers.biomedicine.skeleton import PATHS, TASKS, bare_name, code_of
from yiding.rules import Amounts, Answer, Entry, Reason, Verdict, rule
from yiding.rules.answers import breached, by_day, computed, due, met, undetermined
from yiding.rules.parsing import NO

WORK = ("path", "task", "measure")
OURS = "yiding-readings:bio-plan"
MINUTES = "suzhou-minutes-2019-41:3.3"
TASKED = ("task", "measure")
UNSTATED, UNSTATED_EN = "时限未明确，请牵头单位明确，不推定", "no day is stated: ask the lead"


def _of_skeleton(part: Entry, table: dict[str, str]) -> Answer:
    code, name = part.code, part.name
    if code is None and name is None:
        return undetermined(Reason.NO_DATA, ("code", "name"))
    told = code_of(code or name, table)
    if told is None:
        names = f"只有{'、'.join(table)}"
        return breached(code or name, label="不在规划以内", note=names, note_en="not of the plan")
    if name is not None and bare_name(name) != bare_name(table[told]):
        note = f"{told}是“{table[told]}”"
        return breached(name, table[told], label="编号与名称不符", note=note, note_en=note)
    return met(told, note=table[told], note_en=f"{told} of the plan")


@rule(cites=MINUTES, or_else=OURS, kind="path", sequence=True, english="The path is one of nine")
def path_of_the_plan(path: Entry, _: Amounts, __: date) -> Answer:
    """路径是九条路径之一。"""
    return _of_skeleton(path, PATHS)


@rule(cites=MINUTES, or_else=OURS, kind="task", sequence=True, english="The task is one of eleven")
def task_of_the_plan(task: Entry, _: Amounts, __: date) -> Answer:
    """任务是十一项重大任务之一。"""
    return _of_skeleton(task, TASKS)


@rule(
    cites=MINUTES,
    or_else=OURS,
    kind="plan",
    sequence=True,
    english="The plan has its nine paths and eleven tasks",
)
def plan_complete(plan: Entry, _: Amounts, __: date) -> Answer | None:
    """规划的九条路径、十一项任务齐全。"""
    paths = _codes((*(plan.paths or ()), *_beside(plan, "path")), PATHS)
    tasks = _codes((*(plan.tasks or ()), *_beside(plan, "task")), TASKS)
    if not paths and not tasks:
        return undetermined(Reason.NO_DATA, ("paths", "tasks"))
    missing = tuple(one for one in (*PATHS, *TASKS) if one not in paths | tasks)
    return breached(label="骨架不全", missing=missing) if missing else met()


def _beside(plan: Entry, kind: str) -> Iterator[str]:
    """The codes of the parts kept beside a plan."""
    for one in plan.batch.of_kind(kind):
        if one.place == plan.place and one.plan in {None, plan.id, plan.name}:
            yield str(one.code)


def _codes(told: Iterable[str], table: dict[str, str]) -> set[str | None]:
    return {code_of(one, table) for one in told} - {None}


@rule(cites=OURS, kind="plan", sequence=True, english="The plan was issued under a number")
def plan_issued_with_number(plan: Entry, _: Amounts, on: date) -> Answer | None:
    """规划已经按程序印发，有文号和印发日期。"""
    told = {"doc_no": plan.doc_no, "issued_on": plan.issued_on}
    missing = tuple(name for name, one in told.items() if one is None)
    if missing:
        return undetermined(Reason.NO_DATA, missing)
    if plan.issued_on > on:
        return due(plan.issued_on)
    return met(plan.doc_no, note=f"{plan.issued_on.isoformat()}印发", note_en="issued")


@rule(cites=OURS, kind=TASKED, sequence=True, english="The work has one lead")
def one_lead(work: Entry, _: Amounts, __: date) -> Answer:
    """每项任务和举措有一个牵头单位。"""
    if not work.lead:
        return undetermined(Reason.NO_DATA, ("lead",))
    leads = [one for one in work.lead.replace("，", "、").replace(",", "、").split("、") if one]
    if len(leads) > 1:
        return breached(len(leads), 1, "个", excess=len(leads) - 1, label="牵头单位不止一个")
    return met(1, 1, "个")


@rule(cites=OURS, kind=TASKED, sequence=True, english="The day by which it is done is stated")
def due_day_stated(work: Entry, _: Amounts, on: date) -> Answer | None:
    """完成时限已经写明。"""
    days = [one for one in (work.due_on, *(m.get("due_on") for m in work.milestones or ())) if one]
    if days:
        return met(max(days).isoformat())
    if is_done(work.values, on):
        return None
    return undetermined(Reason.NO_DATA, ("due_on",), note=UNSTATED, note_en=UNSTATED_EN)


@rule(
    cites="yiding-readings:bio-milestones",
    kind=WORK,
    sequence=True,
    english="Each milestone is done by its day",
)
def milestone_by_its_day(work: Entry, _: Amounts, on: date) -> Iterator[Answer]:
    """举措和里程碑在期限当天以前完成。"""
    for part in (work.values, *parts_of(work)):
        if part.get("due_on") is not None:
            answer = _by_its_day(part, on)
            name = str(part.get("name") or "") if part is not work.values else ""
            yield replace(answer, note=name, note_en=name)


def _by_its_day(part: Part, on: date) -> Answer:
    """Done after its day or before, nobody can say of a day that nobody wrote down."""
    done: date | None = part.get("done_on")
    if done is not None or not is_done(part, on):
        return by_day(part["due_on"], done, on)
    if part["due_on"] < on:
        return undetermined(Reason.NO_DATA, ("done_on",))
    return by_day(part["due_on"], on, on)


@rule(
    cites="yiding-readings:bio-proof",
    kind=WORK,
    sequence=True,
    english="What is said to be done has the proof that belongs to it",
)
def done_with_right_proof(work: Entry, amounts: Amounts, on: date) -> Iterator[Answer]:
    """说完成的举措和里程碑附有对应的佐证，汇报材料不算。"""
    for claim in claims(work, on):
        yield _proved(claim, amounts)


def _proved(claim: Claim, amounts: Amounts) -> Answer:
    if not claim.is_shown:
        return breached(label="没有佐证", missing=("proof",), note=claim.name, note_en=claim.name)
    if claim.has is None:
        note = _told(claim, "佐证看不出是哪一种")
        english = "the kind of proof cannot be told"
        return undetermined(Reason.JUDGEMENT, note=note, note_en=english)
    term = str(amounts["proof_term", claim.has])
    if amounts["proof_accepted", claim.has] != "yes":
        note, english = _told(claim, f"{term}不能作证"), f"a {claim.has} proves nothing"
        return breached(term, label="佐证种类不对", note=note, note_en=english)
    if claim.wanted not in {None, claim.has}:
        wanted = str(amounts["proof_term", claim.wanted])
        return breached(term, wanted, label="佐证种类不对", note=claim.name, note_en=claim.name)
    return met(term, note=claim.name, note_en=claim.name)


def _told(claim: Claim, words: str) -> str:
    return "：".join(filter(None, (claim.name, words)))


@rule(
    cites="yiding-readings:bio-proof",
    kind=WORK,
    sequence=True,
    english="Where a measure stands, by its record",
)
def state_by_record(work: Entry, amounts: Amounts, on: date) -> Answer:
    """举措按记录所处的状态：未启动、推进、滞后、完成、复核。"""
    found = list(claims(work, on))
    is_proved = bool(found) and all(_proved(one, amounts).verdict == Verdict.MET for one in found)
    if is_proved and _is_all_done(work, on):
        is_checked = work.checked_by is not None and _has_come(work.checked_on, on)
        return computed(None, "复核" if is_checked else "完成")
    if _is_late(work, on):
        return computed(None, "滞后")
    return computed(None, "推进" if found or _is_begun(work, on) else "未启动")


def _is_all_done(work: Entry, on: date) -> bool:
    parts = parts_of(work)
    return is_done(work.values, on) or (bool(parts) and all(is_done(one, on) for one in parts))


def _is_late(work: Entry, on: date) -> bool:
    parts = (work.values, *parts_of(work))
    return any(
        one.get("due_on") is not None and one["due_on"] < on and not is_done(one, on)
        for one in parts
    )


def _is_begun(work: Entry, on: date) -> bool:
    if work.started_on is not None:
        return bool(work.started_on <= on)
    return work.state not in {None, "not_started"}


def _has_come(one: date | None, on: date) -> bool:
    return one is not None and one <= on


@rule(
    cites="yiding-readings:bio-proof",
    kind=WORK,
    sequence=True,
    english="The state recorded is what the record shows",
)
def state_as_recorded(work: Entry, amounts: Amounts, on: date) -> Answer | None:
    """登记的状态与记录相符。"""
    if work.state is None:
        return None
    shown, told = state_by_record.lines(work, amounts, on).label, amounts["work_state", work.state]
    if shown == told:
        return met(told, shown)
    return breached(str(told), shown, label="状态与记录不符")


@rule(cites=MINUTES, or_else=OURS, kind="park", sequence=True, english="The plan has one core park")
def one_core(park: Entry, _: Amounts, __: date) -> Answer | None:
    """“1+N”只有一个核心园区。"""
    if park.role is None:
        return undetermined(Reason.NO_DATA, ("role",))
    if park.role != "core":
        return None
    others = [
        one
        for one in park.batch.referring("park", "role", "core")
        if one.place == park.place and one.id != park.id
    ]
    if not others:
        return met(1, 1, "个")
    names = "、".join(str(one.name or one.id) for one in others)
    return breached(len(others) + 1, 1, "个", excess=len(others), label="核心不止一个", note=names,
                    note_en=names)  # fmt: skip


@rule(cites=MINUTES, or_else=OURS, kind="park", sequence=True, english="The park is named")
def park_named(park: Entry, _: Amounts, __: date) -> Answer:
    """十大产业园有名称。"""
    if park.name is None or park.name.strip().lower() in NO or "待定" in park.name:
        note, english = "纪要没有列名，请主管部门明确", "the minutes name none: ask the department"
        return undetermined(Reason.NO_DATA, ("name",), note=note, note_en=english)
    return met(park.name)
