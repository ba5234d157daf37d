"""Rules of codes: basic, implementation and case codes by profile, and the code of a kind."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from yiding.ledgers.powers.choices import ITEM_KINDS, LEVELS
from yiding.rules import Amounts, Answer, Entry, Reason, rule
from yiding.rules.answers import breached, computed, met, undetermined

ITEMS = ("item", "item_service", "transfer")
NATIONAL = "national"
WRONG, APART = "编码不合结构", "编码与登记不一致"
TERMS = {one.name: one.term for one in (*ITEM_KINDS, *LEVELS)}
_SPACES = re.compile(r"[\s·•]+")


def _plain(code: str) -> str:
    """A code as it is compared: without the blanks and dots that part it for the eye."""
    return _SPACES.sub("", code)


def _profile(entry: Entry) -> str:
    return entry.code_profile or NATIONAL


def _parts(what: str, code: str, entry: Entry, amounts: Amounts) -> re.Match[str] | None:
    """The parts of a code in its profile; none where it does not have its form."""
    form = amounts["code_form", what, _profile(entry)]
    return None if form is None else re.fullmatch(str(form), _plain(code))


def _formed(what: str, code: str, entry: Entry, amounts: Amounts) -> Answer:
    """Whether a code has the form of its profile, with its length against the one in use."""
    length = amounts["code_length", what, _profile(entry)]
    if amounts["code_form", what, _profile(entry)] is None:
        note, note_en = "该编码体系的结构没有录入", "no structure is loaded for this profile"
        return undetermined(Reason.NEEDS_LOCAL, note=note, note_en=note_en)
    found = len(_plain(code))
    if _parts(what, code, entry, amounts):
        return met(found, length, "位" if length else None)
    if length is None or found == length:
        return breached(label=WRONG)
    return breached(found, length, "位", excess=abs(found - length), label=WRONG)


@rule(
    cites="item-exchange:basic",
    kind=ITEMS,
    sequence=True,
    english="The basic code has the structure of its profile",
)
def basic_code_formed(item: Entry, amounts: Amounts, _: date) -> Answer | None:
    """基本编码合乎所用体系的结构。"""
    if item.catalog_code is None:
        return None
    return _formed("basic", item.catalog_code, item, amounts)


@rule(
    cites="item-exchange:implement",
    kind=ITEMS,
    sequence=True,
    english="The implementation code has the structure of its profile",
)
def task_code_formed(item: Entry, amounts: Amounts, _: date) -> Answer | None:
    """实施编码合乎所用体系的结构。"""
    if item.task_code is None:
        return None
    answer = _formed("task", item.task_code, item, amounts)
    found = len(_plain(item.task_code))
    length = amounts["code_length", "task", _profile(item)]
    if length is None or not length < found <= amounts["task_code_field"]:
        return answer
    note = "交换表的字段容许三十六位，在用结构为三十一位"
    return replace(
        undetermined(Reason.JUDGEMENT, note=note, note_en="the field takes it, the form does not"),
        measured=answer.measured,
        limit=answer.limit,
        unit=answer.unit,
    )


@rule(
    cites="item-exchange:implement",
    kind=ITEMS,
    sequence=True,
    english="The parts of the implementation code",
)
def task_code_parts(item: Entry, amounts: Amounts, _: date) -> Answer | None:
    """实施编码分出统一社会信用代码、行使层级和基本编码。"""
    if item.task_code is None:
        return None
    parts = _parts("task", item.task_code, item, amounts)
    if parts is None:
        return None
    told = parts.groupdict()
    level = amounts["code_level", told.get("level") or "none"]
    return computed("·".join(told.values()), TERMS.get(str(level)))


@rule(
    cites="item-exchange:implement",
    kind=ITEMS,
    sequence=True,
    english="The implementation code agrees with the basic code, the body and the level",
)
def task_code_agrees(item: Entry, amounts: Amounts, _: date) -> Answer | None:
    """实施编码与基本编码、部门代码、行使层级一致。"""
    parts = _parts("task", item.task_code, item, amounts) if item.task_code else None
    if parts is None:
        return None
    told = parts.groupdict()
    level = amounts["code_level", told.get("level") or "none"]
    held = {
        "catalog_code": (item.catalog_code and _plain(item.catalog_code), told.get("basic")),
        "dept_code": (item.dept_code and _plain(item.dept_code), told.get("credit")),
        "use_level": (item.use_level, level),
    }
    known = {name: pair for name, pair in held.items() if None not in pair}
    wrong = tuple(name for name, (own, coded) in known.items() if own != coded)
    if wrong:
        return breached(missing=wrong, label=APART)
    return met() if known else None


def _is_local(case: Entry, amounts: Amounts) -> bool:
    """A number that an office gives by itself: shorter than the code that it would begin with."""
    shortest = amounts["code_length", "task", NATIONAL]
    return case.code_profile is None and len(_plain(case.case_no)) < shortest


@rule(
    cites="item-exchange:case",
    kind="case",
    sequence=True,
    english="The case number is the implementation code with date and serial",
)
def case_no_formed(case: Entry, amounts: Amounts, _: date) -> Answer | None:
    """办件编号由实施编码和十二位日期、流水号组成。"""
    if case.case_no is None or _is_local(case, amounts):
        return None
    answer = _formed("case", case.case_no, case, amounts)
    parts = _parts("case", case.case_no, case, amounts)
    if parts is None or case.task_code is None:
        return answer
    return answer if parts["task"] == _plain(case.task_code) else breached(label=APART)


@rule(
    cites="item-exchange:handle-item",
    kind=ITEMS,
    sequence=True,
    english="The handling-item code is the implementation code and two more",
)
def handle_item_code_formed(item: Entry, amounts: Amounts, _: date) -> Answer | None:
    """业务办理项编码为实施编码加两位。"""
    if item.handle_item_code is None:
        return None
    return _formed("handle", item.handle_item_code, item, amounts)


@rule(
    cites="item-exchange:kinds",
    kind=("item", "transfer", "case"),
    sequence=True,
    english="The kind that a code means in its profile",
)
def kind_of_code(item: Entry, amounts: Amounts, _: date) -> Answer | None:
    """事项类型代码按编码体系对照权力类型。"""
    if item.task_type is None:
        return None
    profile = item.code_profile or "any"
    found = amounts["kind_code", profile, item.task_type.upper()]
    if found is not None:
        return computed(item.task_type, TERMS[str(found)])
    note = "同一代码在各平台含义不同，请写明编码体系"
    return undetermined(Reason.NEEDS_LOCAL, note=note, note_en="say which profile the code is of")


@rule(
    cites="item-exchange:ten-kinds",
    kind=("item", "transfer"),
    sequence=True,
    english="The kind is one that the list of the place names",
)
def kind_in_list(item: Entry, amounts: Amounts, _: date) -> Answer | None:
    """权力类型属于当地清单所列的类别。"""
    if item.item_kind is None:
        return None
    listed = amounts["kinds_listed", item.place[:2]] or amounts["kinds_listed", "national"]
    if item.item_kind in listed:
        return met()
    return breached(label="清单没有这一类")
