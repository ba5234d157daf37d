"""Rules of figures: compared in one 口径 only, progress beside time, sums, published targets."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from yiding.ledgers.biomedicine.definitions import (
    TERMS,
    Point,
    differences,
    earlier_than,
    in_unit,
    of_entry,
    point,
    unknown,
)
from yiding.ledgers.biomedicine.progress import Course, achieved, course_of, time_share
from yiding.rules import Amounts, Answer, Entry, Reason, rule
from yiding.rules.answers import breached, computed, met, undetermined

HUNDRED, ONE = 100, Decimal(1)
LAGGING = "滞后"
FIGURES = ("goal", "statistic")


def _unlike(points: Iterable[Point]) -> Answer | None:
    """Why some figures may not be held against one another."""
    listed = list(points)
    if other := differences(listed):
        told = "、".join(TERMS[name] for name in other)
        note, english = f"{told}不同，不能比较", f"differ in {', '.join(other)}"
        return undetermined(Reason.JUDGEMENT, note=note, note_en=english)
    if wanting := unknown(listed):
        return undetermined(Reason.NO_DATA, wanting)
    return None


def _rounded(value: Decimal, amounts: Amounts) -> Decimal:
    return value.quantize(ONE.scaleb(-int(amounts["share_places"])), ROUND_HALF_UP)


@rule(
    cites="yiding-readings:bio-equal-definitions",
    kind=FIGURES,
    sequence=True,
    english="Growth over an earlier figure of the same definition",
)
def growth_of_equal_definitions(figure: Entry, amounts: Amounts, _: date) -> Answer | None:
    """口径、价格基准、地域都相同才算增速。"""
    earlier, own = earlier_than(figure), of_entry(figure)
    if earlier is None:
        return None
    if unlike := _unlike((earlier, own)):
        return unlike
    before = in_unit(earlier, own.unit)
    if own.value is None or not before:
        note, english = "不是确定的数，或者基数为零", "no definite figures, or nothing to grow from"
        return undetermined(Reason.NO_DATA, note=note, note_en=english)
    growth = (own.value - before) * HUNDRED / before
    return computed(_rounded(growth, amounts), "增长" if growth >= 0 else "下降", "%")


@rule(
    cites="yiding-readings:bio-equal-definitions",
    kind=FIGURES,
    sequence=True,
    english="A printed growth agrees with its two figures",
)
def stated_growth_agrees(figure: Entry, _: Amounts, __: date) -> Answer | None:
    """文中的增速与两期的数相符。"""
    earlier, own = earlier_than(figure), of_entry(figure)
    stated: Decimal | None = figure.stated_growth
    if stated is None or earlier is None or _unlike((earlier, own)):
        return None
    before = in_unit(earlier, own.unit)
    if own.value is None or not before:
        return None
    right = ((own.value - before) * HUNDRED / before).quantize(stated, ROUND_HALF_UP)
    if stated == right:
        return met(stated, right, "%")
    return breached(stated, right, "%", label="增速不符")


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a goal stands: its progress `r` and the time's `t`, both as shares."""

    r: Decimal
    t: Decimal


def _standing(goal: Entry, on: date) -> Standing | Answer | None:
    """Where a goal stands, or why that cannot be said; none where nothing is aimed at."""
    course = course_of(goal, on)
    if course.target is None:
        is_aimed = goal.kind == "goal" and course.base is not None
        return undetermined(Reason.NO_DATA, ("targets",)) if is_aimed else None
    if other := differences(course.known):
        told = "、".join(TERMS[name] for name in other)
        note, english = f"{told}不同，不能算进度", f"differ in {', '.join(other)}"
        return undetermined(Reason.JUDGEMENT, note=note, note_en=english)
    r, t = achieved(course), time_share(goal, course, on)
    if r is None or t is None:
        return _lacking(course, is_timed=t is not None)
    return Standing(r, t)


def _lacking(course: Course, *, is_timed: bool) -> Answer:
    """What is wanting before a goal's progress can be told."""
    named = zip(("base_value", "value", "targets"), course.in_order, strict=True)
    wanting = [name for name, one in named if one is None or one.value is None]
    wanting += [] if is_timed else ["ends_on"]
    if wanting:
        return undetermined(Reason.NO_DATA, tuple(wanting))
    note, english = "目标与基数相同", "target and base are the same"
    return undetermined(Reason.CONTRADICTORY, note=note, note_en=english)


def stand_of(found: Standing, amounts: Amounts) -> str:
    """完成, 正常, 关注 or 滞后."""
    if found.r >= amounts["done_at"]:
        return "完成"
    if found.r >= found.t:
        return "正常"
    return "关注" if found.t - found.r <= amounts["watch_band"] else LAGGING


@rule(
    cites="yiding-readings:bio-progress",
    kind=FIGURES,
    sequence=True,
    english="Progress beside the time elapsed",
)
def progress_against_time(goal: Entry, amounts: Amounts, on: date) -> Answer | None:
    """目标进度与时间进度相比：完成、正常、关注、滞后。"""
    found = _standing(goal, on)
    if not isinstance(found, Standing):
        return found
    label = stand_of(found, amounts)
    r_told, t_told = (_rounded(one * HUNDRED, amounts) for one in (found.r, found.t))
    note = f"进度＝（现值－基数）÷（目标－基数）＝{r_told}%，时间进度{t_told}%"
    english = f"progress = (actual − base) ÷ (target − base) = {r_told}%, time {t_told}%"
    return computed(found.r, label, note=note, note_en=english)


@rule(
    cites="yiding-readings:bio-progress",
    kind=FIGURES,
    sequence=True,
    english="The goal does not lag behind its time",
)
def not_lagging(goal: Entry, amounts: Amounts, on: date) -> Answer | None:
    """目标进度没有落后时间进度太多。"""
    found = _standing(goal, on)
    if not isinstance(found, Standing):
        return None
    least = min(found.t - amounts["watch_band"], amounts["done_at"])
    if found.r < least:
        return breached(found.r, least, excess=least - found.r, label=LAGGING)
    return met(found.r, least)


@rule(
    cites="yiding-readings:bio-equal-definitions",
    kind=FIGURES,
    sequence=True,
    english="Parts of one definition, added",
)
def sum_of_equal_definitions(figure: Entry, _: Amounts, __: date) -> Answer | None:
    """口径都相同的分项才相加。"""
    if not figure.parts:
        return None
    own = of_entry(figure)
    parts = [point({"unit": own.unit, **_taken(own, one)}) for one in figure.parts]
    if unlike := _unlike(parts):
        return unlike
    values = [in_unit(one, parts[0].unit) for one in parts]
    known = [one for one in values if one is not None]
    if len(known) < len(values):
        return undetermined(Reason.NO_DATA, ("parts",))
    return computed(sum(known, Decimal(0)), "合计", parts[0].unit)


def _taken(own: Point, part: dict[str, object]) -> dict[str, object]:
    """A part that says nothing of its 口径 is of the figure's; a name of its own is no scope."""
    scope = {name: one for name, one in own.scope.items() if one is not None}
    return {**{name: one for name, one in scope.items() if name != "industry_scope"}, **part}


@rule(
    cites="suzhou-2022-33:targets-2023",
    kind=FIGURES,
    sequence=True,
    english="The city's published target of the year, of the same definition",
)
def published_target_reached(figure: Entry, amounts: Amounts, _: date) -> Answer | None:
    """达到市里公布的同口径当年目标。"""
    own = of_entry(figure)
    key = (own.scope["definition"] or "", str(own.year))
    if figure.is_target is True or own.value is None or figure.park or figure.district:
        return None
    limit = amounts["published_target", *key]
    if limit is None:
        return None
    value = in_unit(own, str(amounts["published_unit", *key]))
    if value is None:
        return undetermined(Reason.NO_DATA, ("unit",))
    is_beyond = amounts["published_bound", *key] == "beyond"
    if value > limit or (value == limit and not is_beyond):
        return met(value, limit, str(amounts["published_unit", *key]))
    return breached(value, limit, str(amounts["published_unit", *key]), excess=limit - value)
