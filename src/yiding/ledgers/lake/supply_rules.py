"""Rules over supply and work: finished water, reserve source, salvage, duty, daily reports."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from yiding.ledgers.lake.results import at_most, between
from yiding.ledgers.lake.work_kinds import FINISHED_WATER
from yiding.rules import (
    Amounts,
    Answer,
    Entry,
    Fields,
    Reason,
    Term,
    Values,
    choose,
    known,
    rule,
)
from yiding.rules.answers import breached, met, undetermined
from yiding.rules.rule import Answers, RuleSource

LIMITS = "gb-5749:limits"
RELAXED = ("水源或净水条件受限，按放宽的限值", "relaxed: source or treatment is limited")
UNTREATED = frozenset({"无", "未处置", "未处理", "露天堆放", "堆放", "none", "untreated"})
"""Words in which a record says that nothing was done with what was salvaged."""


def _finished(item: str, english: str) -> RuleSource:
    """The rule that one item of finished water is within the limit of its day."""
    term = FINISHED_WATER.by_name[item].term

    def lines(water: Entry, amounts: Amounts, _: date) -> Answers:
        told = (_within(item, one, amounts) for one in _waters(water))
        return [one for one in told if one is not None]

    lines.__name__ = f"finished_{item}"
    lines.__doc__ = f"出厂水{term}不超过采样当日所行标准的限值。"
    return rule(
        cites=LIMITS,
        kind=("finished_water", "intake"),
        dated_by="sample_time",
        sequence=True,
        english=english,
    )(lines)


def _waters(entry: Entry) -> Iterator[Mapping[str, Any]]:
    """Finished water as an entry of its own, or as a source has it beside its raw water."""
    if entry.kind == "finished_water":
        yield entry.values
        return
    raw: Mapping[str, Any] = next(iter(entry.raw_water or ()), {})
    beside = {
        "is_source_limited": entry.is_source_limited,
        "raw_permanganate_index": raw.get("permanganate_index"),
    }
    yield from ({**beside, **one} for one in entry.finished_water or ())


def _within(item: str, water: Mapping[str, Any], amounts: Amounts) -> Answer | None:
    """None where the edition in force has no such item, or nothing was measured."""
    value = water.get(item)
    if value is None:
        return None
    if item == "ph":
        low, high = amounts["finished_limit", "ph_low"], amounts["finished_limit", "ph_high"]
        return between(item, value, low, high)
    limit = amounts["finished_limit", item]
    if limit is None:
        return None
    relaxed = _relaxed(item, water, amounts)
    unit = FINISHED_WATER.by_name[item].unit
    return at_most(item, value, relaxed or limit, unit, RELAXED if relaxed else ("", ""))


def _relaxed(item: str, water: Mapping[str, Any], amounts: Amounts) -> Decimal | None:
    """The relaxed limit, where the conditions that the edition states are given."""
    if not water.get("is_source_limited"):
        return None
    limit = amounts["finished_relaxed", item]
    if item != "permanganate_index" or limit is None:
        return limit  # type: ignore[no-any-return]
    raw = water.get("raw_permanganate_index")
    is_number = isinstance(raw, Decimal)
    return limit if is_number and raw > amounts["finished_raw_bound"] else None


finished_turbidity = _finished("turbidity", "Turbidity of finished water")
finished_ph = _finished("ph", "pH of finished water")
finished_iron = _finished("iron", "Iron of finished water")
finished_manganese = _finished("manganese", "Manganese of finished water")
finished_permanganate_index = _finished(
    "permanganate_index", "Permanganate index of finished water"
)
finished_ammonia = _finished("ammonia", "Ammonia of finished water")
finished_microcystin_lr = _finished("microcystin_lr", "Microcystin-LR of finished water")
finished_methylisoborneol = _finished("methylisoborneol", "2-methylisoborneol of finished water")
finished_geosmin = _finished("geosmin", "Geosmin of finished water")


@rule(
    cites="taihu-regulation:10",
    kind="intake",
    english="The reserve source lasts at least seven days of normal use",
)
def reserve_days_enough(intake: Fields, values: Values) -> Term:
    """备用水源可供正常用水的天数不少于规定。"""
    by_volume = intake.spare_capacity / intake.daily_use
    days = choose((known(intake.reserve_days), intake.reserve_days), otherwise=by_volume)
    is_told = known(intake.reserve_days) | known(intake.spare_capacity) | known(intake.daily_use)
    return (days >= values.reserve_days).where(is_told)


@rule(
    cites="taihu-regulation:37",
    kind="salvage",
    sequence=True,
    english="What was salvaged is treated harmlessly",
)
def salvage_treated(salvage: Entry, _: Amounts, __: date) -> Answer | None:
    """打捞的蓝藻无害化处理。"""
    caught, treated = salvage.algae_water_t, salvage.disposed_t
    if not caught and not salvage.algae_mud_t:
        return None
    if str(salvage.disposal or "").strip().lower() in UNTREATED:
        treated = treated or Decimal(0)
    if treated is not None and caught:
        return _treated(treated, caught)
    if salvage.disposal is None:
        return undetermined(Reason.NO_DATA, ("disposal",))
    return met(note=f"处置方式：{salvage.disposal}", note_en="a way of treatment is recorded")


def _treated(treated: Decimal, caught: Decimal) -> Answer:
    """All of it, or so much too little; more than was caught contradicts itself."""
    if treated > caught:
        note = "处置量大于打捞量"
        return undetermined(Reason.CONTRADICTORY, note=note, note_en="more treated than salvaged")
    if treated == caught:
        return met(treated, caught, "t")
    return breached(treated, caught, "t", excess=caught - treated)


@rule(
    cites="yiding-readings:lake-duty",
    kind="duty",
    sequence=True,
    english="The section of shore has a unit and a person",
)
def shore_has_keeper(duty: Entry, _: Amounts, __: date) -> Answer:
    """岸段有责任单位和责任人。"""
    missing = tuple(one for one in ("unit", "person") if not duty.values.get(one))
    return breached(missing=missing) if missing else met()


@rule(
    cites="yiding-readings:lake-season",
    kind="season_day",
    needs=["date"],
    sequence=True,
    english="In season the area was patrolled and reported that day",
)
def season_day_kept(day: Entry, amounts: Amounts, _: date) -> Answer | None:
    """湖泛易发季节当天巡查并日报。"""
    first, last = amounts["season", "first_month"], amounts["season", "last_month"]
    if not first <= day.date.month <= last:
        return None
    kept = {one: day.values.get(one) for one in ("is_patrolled", "is_reported")}
    if failed := tuple(name for name, one in kept.items() if one is False):
        return breached(missing=failed)
    if open_ := tuple(name for name, one in kept.items() if one is None):
        return undetermined(Reason.NO_DATA, open_)
    return met()
