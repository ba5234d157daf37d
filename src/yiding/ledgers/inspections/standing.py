"""What stands recorded of a finding or hazard: its own fields, records in it, entries beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

from yiding.ledgers.inspections.grading import grade
from yiding.rules.entries import Entry

NO = frozenset(
    [
        "否",
        "无",
        "没有",
        "未",
        "不是",
        "不",
        "缺",
        "缺失",
        "×",
        "false",
        "no",
        "n",
        "0",
        "none",
        "[]",
        "待审查",
        "待定",
        "pending",
        "未知",
        "不同意",
        "不通过",
        "不合格",
        "rejected",
        "failed",
        "missing",
        "absent",
        "未制定",
        "未编制",
        "未审查",
        "未通过",
        "未批准",
        "未报告",
        "未录入",
        "未停产",
        "未撤出",
        "未恢复",
        "未申请",
        "未明确",
        "不明确",
        "not_yet",
        "not_reviewed",
        "不详",
    ]
)
BEFORE_DONE = frozenset({"fed_back", "assigned", "planned", "rectifying", "extended"})
CLAIMS = frozenset({"accepted", "closed", "rechecked"})
ENTRIES_BESIDE = ("verify", "rectify")

RECTIFIED = "整改完成"
EVIDENCE = "佐证材料"
VERIFIER = "验收人"
RECTIFIER = "整改责任人"
ANOTHER = "验收人与整改责任人不是同一人"
PASSED = "验收通过"
REVIEWED = "审查同意"
GRADED = "隐患等级"


def said(text: Any) -> bool | None:
    """What a text says: no for a word of denial, yes for any other (a day, a name), else none."""
    if text is None:
        return None
    word = str(text).strip().lower()
    if word.startswith(("{", "[{")):
        return None
    return word not in NO and not word.startswith(("未", "尚未", "没有", "暂未", "不"))


def done(text: Any) -> bool | None:
    """What a text says of a deed: what is planned, under way or awaited is not done."""
    held = said(text)
    is_to_come = str(text).strip().startswith(("拟", "将", "待", "正在", "计划", "准备", "争取"))
    return held and not is_to_come


def day(moment: date | datetime | None) -> date | None:
    """The day of a moment, as its own zone has it."""
    return moment.date() if isinstance(moment, datetime) else moment


def beside(entry: Entry, kind: str) -> list[Entry]:
    """The entries of a kind that refer to this one, by its id or its code."""
    names = dict.fromkeys(one for one in (entry.id, entry.code) if one)
    return [one for name in names for one in entry.batch.referring(kind, "of", name)]


def recorded(entry: Entry, name: str) -> Any:
    """A field of the entry, else of a record in it or an entry beside it, the latest first."""
    found = (one.get(name) for one in _sources(entry))
    return next((one for one in found if one is not None), None)


def _sources(entry: Entry) -> Iterator[Mapping[str, Any]]:
    yield entry.values
    for kind in ENTRIES_BESIDE:
        yield from reversed(entry.values.get(kind) or ())
        yield from (one.values for one in sorted(beside(entry, kind), key=_when, reverse=True))


def _when(one: Entry) -> str:
    return str(one.verified_at or one.finished_at or "")


def is_major(entry: Entry) -> bool:
    """Whether it is registered as 重大, or its facts make it so."""
    return entry.level == "major" or grade(entry).level == "major"


def _is_graded(entry: Entry) -> bool:
    """Without a grade nobody knows whether a review is needed."""
    return entry.level is not None or grade(entry).level is not None


def claims_closing(entry: Entry) -> bool:
    """Whether somebody says that it is 销号."""
    return recorded(entry, "closed") == "yes" or recorded(entry, "state") in CLAIMS


def is_rectified(entry: Entry, on: date) -> bool:
    """Whether the unit says, by a day, a state or in words, that it is put right."""
    finished = day(recorded(entry, "finished_at"))
    if finished is not None:
        return finished <= on
    state, words = recorded(entry, "state"), str(recorded(entry, "progress") or "")
    is_done = bool(
        re.match(r"已(?!报|制|启|部)|完成|整改到位|true$|是$|yes$|1$", words, re.IGNORECASE)
    )
    is_past = state is not None and state not in BEFORE_DONE
    return is_past or is_done or done(entry.self_declared) is True


def names(text: str | None) -> frozenset[str]:
    """The people a cell names."""
    bare = re.sub(r"[（(].*?[)）]|\s", "", text or "")
    return frozenset(one for one in re.split(r"[、；;，,/]", bare) if one)


def is_same_person(entry: Entry) -> bool:
    """Whether the verifier is among those who rectified."""
    verifiers, rectifiers = names(recorded(entry, "verifier")), names(recorded(entry, "rectifier"))
    return not verifiers.isdisjoint(rectifiers)


def passed(entry: Entry) -> bool | None:
    """The result of the verification; a registered acceptance with person and time is one."""
    result = recorded(entry, "result")
    if result is not None:
        return bool(result == "passed")
    is_signed = (
        recorded(entry, "verifier") is not None and recorded(entry, "verified_at") is not None
    )
    return True if is_signed and claims_closing(entry) else None


def is_reviewed(entry: Entry, on: date) -> bool:
    """Whether the department has agreed that production may resume."""
    latest: Mapping[str, Any] = (entry.review or ({},))[-1]
    words = done(latest.get("reviewed") or entry.reviewed)
    reviewed_on = day(latest.get("reviewed_on") or entry.reviewed_on)
    if reviewed_on is None:
        return words is True
    return words is not False and reviewed_on <= on


def lacking(entry: Entry, on: date) -> tuple[str, ...]:
    """The conditions of 销号 that are not met on a day, in Chinese, in the order of the work."""
    has_rectifier = bool(names(recorded(entry, "rectifier")))
    has_verifier = bool(names(recorded(entry, "verifier")))
    evidence = recorded(entry, "evidence") or ()
    conditions = {
        RECTIFIED: is_rectified(entry, on),
        RECTIFIER: has_rectifier,
        EVIDENCE: any(said(one) for one in evidence),
        VERIFIER: has_verifier,
        ANOTHER: not is_same_person(entry),
        PASSED: passed(entry) is True and _has_come(day(recorded(entry, "verified_at")), on),
        GRADED: entry.kind != "hazard" or _is_graded(entry),
        REVIEWED: not is_major(entry) or is_reviewed(entry, on),
    }
    return tuple(name for name, held in conditions.items() if not held)


def closed_day(entry: Entry, on: date) -> date | None:
    """The day it was 销号 with every condition met; none while it stays open."""
    closed_on = day(recorded(entry, "closed_on"))
    if lacking(entry, on) or recorded(entry, "closed") == "no" or not _has_come(closed_on, on):
        return None
    return closed_on or _last_proof(entry) or day(recorded(entry, "finished_at")) or on


def _has_come(one: date | None, on: date) -> bool:
    """Whether a day is not still to come; a day not written down is taken to be past."""
    return one is None or one <= on


def _last_proof(entry: Entry) -> date | None:
    """The day the last condition was met: acceptance, or the review where that came later."""
    days = (day(recorded(entry, "verified_at")), day(entry.reviewed_on))
    return max((one for one in days if one is not None), default=None)


def _of_extension(entry: Entry, name: str) -> Any:
    """A field of the latest extension, else of the entry."""
    told = [one[name] for one in entry.extension or () if name in one]
    return told[-1] if told else recorded(entry, name)


def due_day(entry: Entry) -> tuple[date | None, bool]:
    """The day it must be closed by, and whether an extension was refused a hearing.

    An extension counts only when approved and with interim control.
    """
    due, extended = recorded(entry, "due_on"), _of_extension(entry, "extended_to")
    is_granted = done(_of_extension(entry, "extension_approved")) is True
    is_controlled = done(_of_extension(entry, "interim_control")) is True
    if extended is None:
        return due, False
    return (extended, False) if is_granted and is_controlled else (due, True)
