"""Rules of the grade 等级: by the decree, by the regulation on special equipment, as registered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from yiding.ledgers.accidents.counting import (
    accident_of,
    changes_of,
    counts,
    days_after,
    first_toll,
    known_by,
    last_day,
    says_change,
    with_change,
)
from yiding.ledgers.accidents.grades import (
    CHINESE,
    NUMBERS,
    any_known,
    equipment_toll,
    event_grade,
    is_word,
    reached,
    severe_of,
    toll_reaches,
)
from yiding.ledgers.accidents.ranks import TERMS, grade_by, toll_of, window
from yiding.ledgers.accidents.types_written import SPECIAL_WORDS, code_of, name_of
from yiding.ledgers.accidents.unfolding import day
from yiding.rules import (
    Amounts,
    Answer,
    Entry,
    Fields,
    Reason,
    Term,
    Values,
    choose,
    compute,
    known,
    rule,
)
from yiding.rules.answers import breached, computed, met, undetermined

UPPER = ("exceptional", "major", "larger")
EQUIPMENT = "special_equipment"
EQUIPMENT_FACTS = ("equipment_event", "held_hours", "people_moved", "stopped_hours")
"""What the grade of special equipment rests on beside people and loss."""


def _graded(*cases: tuple[Term, str], otherwise: tuple[int, str]) -> Term:
    """The grade of the first case that holds, as a number with its term."""
    number, term = otherwise
    numbers = choose(*((held, NUMBERS[one]) for held, one in cases), otherwise=number)
    terms = choose(*((held, CHINESE[one]) for held, one in cases), otherwise=term)
    return compute(numbers, None, terms)


@rule(
    cites="decree-493-2007:3",
    kind="accident",
    dated_by="occurred_at",
    english="The grade of the accident, by the highest line reached",
)
def accident_graded(accident: Fields, values: Values) -> Term:
    """事故等级按死亡、重伤和直接经济损失中最高的一项确定。"""
    cases = [(toll_reaches(accident, values, one), one) for one in UPPER]
    grade = _graded(*cases, otherwise=(NUMBERS["general"], CHINESE["general"]))
    is_ordinary = ~is_word(accident.special_kind, EQUIPMENT)
    return grade.where(any_known(accident) & is_ordinary & ~known(accident.is_changed))


@rule(
    cites="special-equipment-regulation:61",
    kind="accident",
    dated_by="occurred_at",
    english="The grade of an accident of special equipment",
)
def special_equipment_graded(accident: Fields, values: Values) -> Term:
    """特种设备事故按伤亡、损失和设备情形中最高的一项定级。"""
    upper = [
        (event_grade(accident, values, one) | equipment_toll(accident, values, one), one)
        for one in UPPER
    ]
    hurt = reached(accident.deaths, values.at_least_one) | reached(
        severe_of(accident), values.at_least_one
    )
    lost = reached(accident.direct_loss, values.equipment_loss_floor)
    lowest = (event_grade(accident, values, "general") | hurt | lost, "general")
    grade = _graded(*upper, lowest, otherwise=(0, "未达一般事故"))
    is_told = any_known(accident) | known(accident.equipment_event) | known(accident.held_hours)
    is_said = is_told | known(accident.people_moved) | known(accident.stopped_hours)
    return grade.where(is_word(accident.special_kind, EQUIPMENT) & is_said)


@rule(
    cites="yiding-readings:accident-numbers-known",
    kind="accident",
    sequence=True,
    english="Some figure of people or loss is recorded",
)
def figures_recorded(accident: Entry, _: Amounts, __: date) -> Answer | None:
    """定级至少要有一项伤亡或者损失数字。"""
    toll = first_toll(accident)
    is_told = toll.is_known or changes_of(accident) or accident.grade is not None
    if is_told or _is_equipment_told(accident):
        return None
    return undetermined(Reason.NO_DATA, ("deaths", "severe_injuries", "direct_loss"))


def _is_equipment_told(accident: Entry) -> bool:
    """Whether it is of special equipment, and what happened to the equipment is told."""
    told = (getattr(accident, name) for name in EQUIPMENT_FACTS)
    return accident.special_kind == EQUIPMENT and any(one is not None for one in told)


@rule(
    cites="decree-493-2007:13",
    kind=("accident", "supplement"),
    dated_by="occurred_at",
    sequence=True,
    english="The grade with the changes that came within the period",
)
def regraded_by_change(entry: Entry, amounts: Amounts, on: date) -> Answer | None:
    """期限内伤亡有变化的补报，并按变化后的数字定级。"""
    accident = accident_of(entry)
    changes = [entry.values] if accident is None else changes_of(accident)
    if not changes or entry.special_kind == EQUIPMENT:
        return None
    if entry.kind == "supplement" and accident is None:
        return _regraded_alone(entry, amounts)
    grade = grade_by(toll_of(entry, amounts), amounts)
    if grade is None:
        return undetermined(Reason.NO_DATA, ("deaths", "severe_injuries", "direct_loss"))
    note, note_en = _told(entry, changes, amounts, on)
    first = grade_by(first_toll(accident or entry), amounts)
    if first is not None and NUMBERS[grade] > NUMBERS[first]:
        note = f"{note}，等级升高，上级政府可以组织调查"
        note_en = f"{note_en}; raised: a higher government may investigate"
    return computed(NUMBERS[grade], TERMS[grade], note=note, note_en=note_en)


def _regraded_alone(entry: Entry, amounts: Amounts) -> Answer | None:
    """A change whose accident is told in the same entry."""
    if not says_change(entry.values) or not first_toll(entry).is_known:
        return None
    if None in (entry.occurred_at, entry.at):
        missing = tuple(one for one in ("occurred_at", "at") if entry.values.get(one) is None)
        return undetermined(Reason.NO_DATA, missing)
    toll = first_toll(entry)
    if counts(entry.values, day(entry.occurred_at), window(entry, amounts)):
        toll = with_change(toll, entry.values)
    grade = grade_by(toll, amounts)
    note, note_en = _told(entry, [entry.values], amounts, date.max)
    return computed(NUMBERS[str(grade)], TERMS[str(grade)], note=note, note_en=note_en)


def _told(
    entry: Entry, changes: list[Mapping[str, Any]], amounts: Amounts, on: date
) -> tuple[str, str]:
    """Which changes counted, in Chinese and English."""
    occurred, days = day(entry.occurred_at), window(entry, amounts)
    held = [one for one in changes if known_by(one, on)]
    inside = sum(counts(one, occurred, days) for one in held)
    return (
        f"变化{len(held)}次，其中{inside}次计入（{days}日内或者更正）",
        f"{inside} of {len(held)} changes count ({days} days, or corrections)",
    )


@rule(
    cites="decree-493-2007:13",
    kind="supplement",
    dated_by="occurred_at",
    needs=["occurred_at", "at"],
    sequence=True,
    english="On which day after the accident the change came, and whether it counts",
)
def change_within_period(change: Entry, amounts: Amounts, _: date) -> Answer:
    """事故发生之日起三十日内（道路交通、火灾七日内）的伤亡变化应当补报。"""
    occurred: Any = day(change.occurred_at)
    days: Any = window(change, amounts)
    after, last = days_after(change.values, occurred), last_day(occurred, days)
    is_inside = counts(change.values, occurred, days)
    note, note_en = f"末日{last:%Y年%-m月%-d日}", f"the last day is {last.isoformat()}"
    label = "补报" if is_inside else "超过补报期限"
    return computed(after, label, "天", note=note, note_en=note_en)


@rule(
    cites="yiding-readings:accident-grade-registered",
    kind="accident",
    dated_by="occurred_at",
    sequence=True,
    english="The registered grade is not below what the figures reach",
)
def registered_grade_agrees(accident: Entry, amounts: Amounts, _: date) -> Answer | None:
    """登记的等级不低于伤亡和损失所达到的等级。"""
    reached_ = grade_by(toll_of(accident, amounts), amounts)
    if accident.grade is None or reached_ is None or accident.special_kind == EQUIPMENT:
        return None
    given, right = TERMS[accident.grade], TERMS[reached_]
    if NUMBERS[accident.grade] < NUMBERS[reached_]:
        return breached(given, right, label="登记偏低", note="按数字重新登记",
                        note_en="register it anew by its figures")  # fmt: skip
    if NUMBERS[accident.grade] > NUMBERS[reached_]:
        return _higher(given, right)
    return met(given, right)


def _higher(given: str, right: str) -> Answer:
    higher = undetermined(
        Reason.JUDGEMENT,
        note=f"登记为{given}，按数字为{right}，提级的请附决定",
        note_en="registered above its figures; attach the decision",
    )
    return replace(higher, label="登记偏高")


@rule(
    cites="gb-6441-1986:types",
    or_else="gb-6441-2025:types",
    kind="accident",
    dated_by="occurred_at",
    sequence=True,
    english="The type is one of the standard in force on the day",
)
def type_of_its_day(accident: Entry, amounts: Amounts, _: date) -> Answer | None:
    """事故类别按事发当天施行的分类标准填写。"""
    if accident.type is None:
        return None
    code, written = code_of(accident.type), name_of(accident.type)
    name = amounts["type_names", code or written]
    if name is not None:
        return computed(code, name)
    if written in SPECIAL_WORDS:
        return None
    if written.isascii():
        return undetermined(
            Reason.UNCONFIRMED,
            note=f"“{written}”没有核对，请写类别的中文名称",
            note_en="it is not confirmed; write the name of the type in Chinese",
        )
    return breached(written, label="类别不在标准内", note="按当天的标准改填类别名称",
                    note_en="no type of the standard of that day")  # fmt: skip
