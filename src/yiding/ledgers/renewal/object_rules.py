"""Rules of what is renovated and counted: which homes, usual sizes, plans that add up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

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
from yiding.rules.answers import breached, met, undetermined

OBJECTS = "renewal-opinion-2020-23:objects"
USUAL = "yiding-readings:renewal-usual-size"
SIZED = ("community", "plan", "project")
COUNTED = ("plan", "project")
TASKS = ("floor_area", "households", "buildings", "communities")
UNITS = {"communities": "个", "households": "户", "buildings": "幢", "floor_area": "m²"}


def is_urban(community: Fields) -> Term:
    """In a city or a county town."""
    return (community.setting == "city") | (community.setting == "county_town")


@rule(
    cites=OBJECTS,
    kind="community",
    needs=["setting"],
    english="The neighbourhood lies in a city or a county town",
)
def in_city_or_county_town(community: Fields, _: Values) -> Term:
    """小区在城市或者县城（城关镇）。"""
    return is_urban(community)


@rule(
    cites=OBJECTS,
    kind="community",
    needs=["setting", "completion_year"],
    english="Whether the neighbourhood is among those first renovated",
)
def object_class(community: Fields, values: Values) -> Term:
    """小区是不是城镇老旧小区改造的重点对象。"""
    is_early = community.completion_year <= values.priority_built_by
    label = choose(
        (~is_urban(community), "不属城镇老旧小区"),
        (is_early, "重点对象"),
        otherwise="可由地方酌情",
    )
    return compute(community.completion_year, "年", label)


@rule(
    cites="zhumadian-renewal-reserve:reserve",
    kind="community",
    needs=["completion_year"],
    english="A later neighbourhood may be held in reserve",
)
def in_reserve(community: Fields, values: Values) -> Term:
    """2000年以后建成的在当地储备范围之内。"""
    is_later = community.completion_year > values.priority_built_by
    return (community.completion_year <= values.reserve_built_by).where(is_later)


@rule(
    cites="shanxi-2025-143:built-year",
    kind="community",
    english="The year of completion is proved",
)
def completion_proved(community: Fields, _: Values) -> Term:
    """建成年份有竣工验收资料或者权属证明。"""
    return known(community.completion_proof).where(known(community.completion_year))


@rule(
    cites=USUAL,
    kind=SIZED,
    sequence=True,
    english="Households and buildings go together",
)
def households_a_building_usual(one: Entry, amounts: Amounts, _: date) -> Answer | None:
    """每幢户数在常见范围之内。"""
    if not (one.households and one.buildings):
        return None
    return _usual(one.households / one.buildings, amounts, "households_a_building", "户")


@rule(
    cites=USUAL,
    kind=SIZED,
    sequence=True,
    english="Floor area and households go together",
)
def area_a_household_usual(one: Entry, amounts: Amounts, _: date) -> Answer | None:
    """每户建筑面积在常见范围之内。"""
    if not (one.households and one.floor_area):
        return None
    return _usual(one.floor_area / one.households, amounts, "area_a_household", "m²")


def _usual(each: Decimal, amounts: Amounts, table: str, unit: str) -> Answer:
    least, most = amounts[table, "least"], amounts[table, "most"]
    if each < least:
        return replace(_ask(), measured=each, limit=least, unit=unit)
    if each > most:
        return replace(_ask(), measured=each, limit=most, unit=unit)
    return met()


def _ask() -> Answer:
    return undetermined(
        Reason.CONTRADICTORY,
        note="少见，多半是数或者单位写错了",
        note_en="unusual: a number or a unit is most likely wrong",
    )


def is_confirmed(one: Fields) -> Term:
    """Confirmed by the province and reported to the three ministries."""
    return (one.confirmed_by_province == True) & (  # noqa: E712 - an expression
        one.reported_to_three_ministries == True  # noqa: E712
    )


@rule(
    cites="renewal-statistics:scope",
    kind=COUNTED,
    english="Whether it counts in the national statistics",
)
def counted_nationally(one: Fields, _: Values) -> Term:
    """经省级政府确认并报三部门的才计入全国统计。"""
    counts = is_confirmed(one)
    is_told = known(one.confirmed_by_province) | known(one.reported_to_three_ministries)
    label = choose((counts, "计入全国统计"), otherwise="不计入全国统计")
    return compute(choose((counts, 1), otherwise=0), label=label).where(is_told)


@rule(
    cites="renewal-statistics:scope",
    kind=COUNTED,
    english="What is counted was confirmed and reported",
)
def counted_when_confirmed(one: Fields, _: Values) -> Term:
    """计入全国统计的已经省级政府确认并报三部门。"""
    is_own = known(one.level) & (one.level != "province") & (one.level != "nation")
    is_claimed = choose((known(one.is_counted), one.is_counted), otherwise=~is_own)
    is_told = known(one.confirmed_by_province) | known(one.reported_to_three_ministries)
    return is_confirmed(one).where(is_claimed & (is_told | known(one.is_counted)))


@rule(
    cites="housing-subsidy-2024:factors",
    kind="plan",
    sequence=True,
    english="All four factors of the central subsidy are there",
)
def subsidy_factors_present(plan: Entry, _: Amounts, __: date) -> Answer:
    """中央补助测算的面积、户数、楼栋数、小区数齐全。"""
    missing = tuple(name for name in TASKS if plan.values.get(name) is None)
    if not missing:
        return replace(met(), label="可以测算")
    return replace(undetermined(Reason.NO_DATA, missing), label="无法测算")


@rule(
    cites="yiding-readings:renewal-plan-sums",
    kind="plan",
    sequence=True,
    english="What the places plan sums to the printed total",
)
def places_sum_to_total(plan: Entry, _: Amounts, __: date) -> Iterator[Answer]:
    """各地之和等于计划的总数。"""
    places = list(_places(plan))
    for name, unit in UNITS.items():
        parts = [one[name] for one in places if one.get(name) is not None]
        total = plan.values.get(name)
        if total is not None and parts and len(parts) == len(places):
            yield _agrees(sum(parts, Decimal(0)), total, unit)


def _places(plan: Entry) -> Sequence[Mapping[str, Any]]:
    """The places written in a plan, else the plans that say they are part of it."""
    if plan.places:
        return [_counted(one) for one in plan.places]
    return [one.values for one in plan.batch.referring("plan", "part_of", plan.id)]


def _counted(place: Mapping[str, Any]) -> Mapping[str, Any]:
    """A bare number is how many communities there are."""
    name = str(place.get("name", ""))
    is_bare = set(place) == {"name"} and name.isdecimal()
    return {"communities": Decimal(name)} if is_bare else place


def _agrees(parts: Decimal, total: Decimal, unit: str) -> Answer:
    if parts == total:
        return replace(met(parts, total, unit), label="相符")
    return breached(parts, total, unit, excess=abs(parts - total), label="不相符")
