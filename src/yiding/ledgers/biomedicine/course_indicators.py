"""Figures of the plan's course: targets reached in one 口径, growth, milestones, proofs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from yiding.ledgers.biomedicine.definitions import (
    Point,
    canonical,
    differences,
    earlier_than,
    in_unit,
    of_entry,
    unknown,
)
from yiding.ledgers.biomedicine.progress import course_of
from yiding.ledgers.biomedicine.proofs import Claim, claims, is_done, parts_of
from yiding.ledgers.biomedicine.skeleton import TASKS, code_of
from yiding.rules import Entry, Figure, indicator
from yiding.rules.indicator import ratio, share, total

OUTPUT, SCALE = "规模以上工业总产值", "产业规模"
OUTPUTS = (OUTPUT, "产值", "园区产业产值")
ACCEPTED = frozenset({"document", "certificate", "contract", "licence"})
NONE = Decimal(0)


# -- 目标 --


@dataclass(frozen=True, slots=True)
class Reached:
    """A goal with where it stands and its target, both in one unit and of one 口径."""

    goal: Entry
    actual: Decimal
    target: Decimal
    scope: tuple[str | None, ...]


def reached(goals: Iterable[Entry], on: date) -> Iterator[Reached]:
    """The goals whose figure and target are of one definition; the others are not reckoned."""
    for goal in goals:
        course = course_of(goal, on)
        if course.target is None or differences((course.actual, course.target)):
            continue
        actual, target = in_unit(course.actual, "亿元"), in_unit(course.target, "亿元")
        if actual is not None and target:
            scope = tuple(course.actual.scope[name] for name in ("definition", "price_basis"))
            yield Reached(goal, actual, target, scope)


def by_park_and_definition(
    goals: Sequence[Entry], on: date
) -> dict[tuple[str, str | None], Decimal]:
    """产值目标完成率, in per cent, of each park (or district) and 口径."""
    told: dict[tuple[str, str | None], list[Reached]] = {}
    for one in reached(goals, on):
        where = str(one.goal.park or one.goal.district or one.goal.territory or one.goal.place)
        told.setdefault((where, one.scope[0]), []).append(one)
    return {key: _rate(rows) for key, rows in told.items() if _is_alike(rows)}


def _rate(rows: Sequence[Reached]) -> Decimal:
    return sum((one.actual for one in rows), NONE) * 100 / sum((one.target for one in rows), NONE)


def _is_alike(rows: Sequence[Reached]) -> bool:
    return len({one.scope for one in rows}) == 1


def _reached_of(goals: Sequence[Entry], on: date, definitions: tuple[str, ...]) -> Figure:
    """Over the goals of the city itself where it has one, else of its parks; of one 口径 only."""
    rows = [one for one in reached(goals, on) if one.scope[0] in definitions]
    whole = [one for one in rows if not (one.goal.park or one.goal.district)]
    chosen = whole or rows
    if not chosen or not _is_alike(chosen):
        return Figure(None, NONE, NONE, (), tuple(one.goal.id for one in chosen))
    actual = sum((one.actual for one in chosen), NONE)
    target = sum((one.target for one in chosen), NONE)
    return ratio(actual, target, [one.goal for one in chosen], 100)


@indicator(
    english="Output reached of its target",
    unit="%",
    period="季度",
    formula="产值现值 ÷ 目标值，口径、价格基准不同的不合在一起",
    kind="goal",
)
def output_target_reached(goals: Sequence[Entry], on: date) -> Figure:
    """产值目标完成率。"""
    return _reached_of(goals, on, OUTPUTS)


@indicator(
    english="Scale of the industry reached of its target",
    unit="%",
    period="年",
    formula="产业规模现值 ÷ 目标值，口径、价格基准不同的不合在一起",
    kind="goal",
)
def scale_target_reached(goals: Sequence[Entry], on: date) -> Figure:
    """产业规模目标完成率。"""
    return _reached_of(goals, on, (SCALE,))


@indicator(
    english="Growth of the output over the year before",
    unit="%",
    period="年",
    formula="（最近一年产值－上年产值）÷ 上年产值，口径、价格基准、地域都相同才算",
    kind="statistic",
)
def output_growth(figures: Sequence[Entry], _: date) -> Figure:
    """产值同比。"""
    rows = [one for one in figures if canonical(one.definition) in OUTPUTS and _is_whole(one)]
    latest = max((one for one in rows if one.year), key=lambda one: one.year, default=None)
    earlier = earlier_than(latest) if latest else None
    if latest is None or earlier is None:
        return Figure(None, NONE, None, ())
    return _growth(latest, of_entry(latest), earlier)


def _is_whole(figure: Entry) -> bool:
    """A figure of the whole city that is no target."""
    return not (figure.park or figure.district or figure.is_target)


def _growth(figure: Entry, own: Point, earlier: Point) -> Figure:
    before = in_unit(earlier, own.unit)
    is_fit = not differences((own, earlier)) and not unknown((own, earlier))
    if not is_fit or own.value is None or before is None:
        return Figure(None, NONE, None, (), (figure.id,))
    return ratio(own.value - before, before, [figure], 100)


# -- 任务 --


@indicator(
    english="Milestones done on time",
    unit="%",
    period="季度",
    formula="按期完成的里程碑 ÷ 期限已到的里程碑",
    kind="measure",
)
def milestones_on_time(measures: Sequence[Entry], on: date) -> Figure:
    """任务按期完成率。"""
    due = {one.id: _due(one, on) for one in measures}
    done = {one.id: [part for part in due[one.id] if _in_time(part, on)] for one in measures}
    part, whole = sum(map(len, done.values())), sum(map(len, due.values()))
    late = [one for one in measures if len(done[one.id]) < len(due[one.id])]
    behind = [one for one in measures if due[one.id] and one not in late]
    figure = ratio(Decimal(part), Decimal(whole), behind, 100)
    return Figure(figure.value, figure.part, figure.whole, figure.behind, _ids(late))


def _due(measure: Entry, on: date) -> list[Mapping[str, Any]]:
    """What had to be done by a day that has come."""
    parts = (measure.values, *parts_of(measure))
    return [one for one in parts if one.get("due_on") is not None and one["due_on"] <= on]


def _in_time(part: Mapping[str, Any], on: date) -> bool:
    """Done by its day; of what is done on a day nobody wrote down, only what is due today."""
    due: date = part["due_on"]
    done: date | None = part.get("done_on")
    return (is_done(part, on) and due >= on) if done is None else done <= due


def _ids(entries: Iterable[Entry]) -> tuple[str, ...]:
    return tuple(one.id for one in entries)


@indicator(
    english="Done with its proof",
    unit="%",
    period="季度",
    formula="附有文件、证书、合同或许可的已完成事项 ÷ 说已完成的事项",
    kind="measure",
)
def done_with_proof(measures: Sequence[Entry], on: date) -> Figure:
    """证据率。"""
    told = {one.id: list(claims(one, on)) for one in measures}
    shown = {id_: [one for one in found if _is_proved(one)] for id_, found in told.items()}
    part, whole = sum(map(len, shown.values())), sum(map(len, told.values()))
    bare = [one for one in measures if len(shown[one.id]) < len(told[one.id])]
    behind = [one for one in measures if told[one.id] and one not in bare]
    figure = ratio(Decimal(part), Decimal(whole), behind, 100)
    return Figure(figure.value, figure.part, figure.whole, figure.behind, _ids(bare))


def _is_proved(claim: Claim) -> bool:
    return claim.is_shown and claim.has in ACCEPTED and claim.wanted in {None, claim.has}


@indicator(
    english="Measures finished with proof",
    unit="%",
    period="季度",
    formula="完成并附证的举措 ÷ 全部举措",
    kind="measure",
)
def measures_finished(measures: Sequence[Entry], on: date) -> Figure:
    """举措完成率。"""
    finished = [
        one
        for one in measures
        if is_done(one.values, on) and all(_is_proved(claim) for claim in claims(one, on))
    ]
    return share(finished, measures)


@indicator(
    english="Measures overdue",
    unit="项",
    period="日",
    formula="过了时限没有完成的举措数",
    kind="measure",
    better="less",
)
def measures_overdue(measures: Sequence[Entry], on: date) -> Figure:
    """逾期举措数。"""
    late = [
        one
        for one in measures
        if one.due_on is not None and one.due_on < on and not is_done(one.values, on)
    ]
    return total(len(late), late)


@indicator(
    english="Tasks broken down into measures",
    unit="%",
    period="年",
    formula="已细化出举措的重大任务 ÷ 十一项重大任务",
    kind="measure",
)
def tasks_broken_down(measures: Sequence[Entry], _: date) -> Figure:
    """任务细化率。"""
    told = {code_of(one.task, TASKS): one for one in measures}
    found = [one for code, one in told.items() if code]
    return ratio(Decimal(len(found)), Decimal(len(TASKS)), found, 100)


@indicator(
    english="Plans issued",
    unit="个",
    period="年",
    formula="已有文号并已印发的规划数",
    kind="plan",
)
def plans_issued(plans: Sequence[Entry], on: date) -> Figure:
    """已印发规划数。"""
    issued = [one for one in plans if one.doc_no and one.issued_on and one.issued_on <= on]
    return total(len(issued), issued)


@indicator(
    english="Parks named",
    unit="个",
    period="年",
    formula="已经列名的产业园数",
    kind="park",
)
def parks_named(parks: Sequence[Entry], _: date) -> Figure:
    """已列名园区数。"""
    named = [one for one in parks if one.name and "待定" not in one.name]
    return total(len(named), named)
