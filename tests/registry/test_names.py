"""From a name to a unit: one candidate or none, as of the day it was written."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from pytest_django import DjangoAssertNumQueries

from yiding.registry.models import (
    GroupMembership,
    Jurisdiction,
    Unit,
    UnitAlias,
    UnitGroup,
    UnitSuccession,
)
from yiding.registry.names import NameBook

WRITTEN, TODAY = date(2019, 11, 5), date(2026, 3, 24)
MakeUnit = Callable[..., Unit]


@pytest.fixture
def city(db: None) -> Jurisdiction:
    return Jurisdiction.objects.create(code="329900", slug="linhu", name="临湖市")


@pytest.fixture
def unit(city: Jurisdiction) -> MakeUnit:
    def make(name: str, short: str, code: str = "", **values: object) -> Unit:
        fields = {"code": code or short, "position": Unit.objects.count(), **values}
        return Unit.objects.create(jurisdiction=city, name=name, short_name=short, **fields)

    return make


def book(city: Jurisdiction, written: date = WRITTEN, answered: date = TODAY) -> NameBook:
    return NameBook.of(city, written, answered)


@pytest.mark.parametrize(
    "name",
    [
        "临湖市水务局", "市水务局", "水务局", "我市水务局", "本市水务局", "临湖市 水务局",
        "市　水务局",
    ],
)  # fmt: skip
def test_one_unit_under_every_way_to_write_it(
    city: Jurisdiction, unit: MakeUnit, name: str
) -> None:
    water = unit("临湖市水务局", "市水务局")
    found = book(city).named(name)
    assert (found.unit, found.then, found.is_settled) == (water, None, True)


@pytest.mark.parametrize("name", ["云州市水务局", "水务", "市水务", "局", ""])
def test_what_is_no_unit_of_this_city_names_nobody(
    city: Jurisdiction, unit: MakeUnit, name: str
) -> None:
    unit("临湖市水务局", "市水务局")
    found = book(city).named(name)
    assert (found.unit, found.candidates, found.is_settled) == (None, (), False)


def test_brackets_of_either_width_are_the_same(city: Jurisdiction, unit: MakeUnit) -> None:
    park = unit("临湖高新技术产业开发区（东区）管委会", "高新区管委会")
    assert book(city).named("临湖高新技术产业开发区(东区)管委会").unit == park


def test_another_name_holds_while_it_is_in_force(city: Jurisdiction, unit: MakeUnit) -> None:
    water = unit("临湖市水务局", "市水务局")
    UnitAlias.objects.create(
        unit=water, name="市防汛办", from_on=date(2018, 1, 1), until_on=date(2020, 1, 1)
    )
    assert book(city).named("市防汛办").unit == water
    assert book(city, written=date(2020, 1, 1)).named("市防汛办").unit is None
    assert book(city, written=date(2017, 12, 31)).named("市防汛办").unit is None


def test_who_followed_answers_for_who_bore_the_name(city: Jurisdiction, unit: MakeUnit) -> None:
    land = unit("临湖市国土资源局", "市国土局", until_on=date(2020, 1, 1))
    plans = unit("临湖市自然资源和规划局", "市资源规划局")
    UnitSuccession.objects.create(predecessor=land, successor=plans, on=date(2020, 1, 1))
    found = book(city).named("市国土局")
    assert (found.unit, found.then) == (plans, land)
    before = book(city, answered=date(2019, 12, 31)).named("市国土局")
    assert (before.unit, before.then) == (land, None)


def test_a_chain_of_successions_ends_at_the_last(city: Jurisdiction, unit: MakeUnit) -> None:
    first = unit("临湖市建设局", "市建设局", until_on=date(2020, 1, 1))
    second = unit("临湖市城乡建设局", "市城建局", until_on=date(2022, 1, 1))
    third = unit("临湖市住房和城乡建设局", "市住建局")
    UnitSuccession.objects.create(predecessor=first, successor=second, on=date(2020, 1, 1))
    UnitSuccession.objects.create(predecessor=second, successor=third, on=date(2022, 1, 1))
    assert book(city).named("市建设局").unit == third
    assert book(city, answered=date(2021, 6, 1)).named("市建设局").unit == second


def test_a_unit_that_was_divided_names_both_and_settles_neither(
    city: Jurisdiction, unit: MakeUnit
) -> None:
    old = unit("临湖市城乡建设局", "市城建局", until_on=date(2020, 1, 1))
    heirs = unit("临湖市住房局", "市住房局"), unit("临湖市城管局", "市城管局")
    for heir in heirs:
        UnitSuccession.objects.create(predecessor=old, successor=heir, on=date(2020, 1, 1))
    found = book(city).named("市城建局")
    assert (found.unit, found.candidates) == (None, heirs)


def test_a_unit_that_ended_without_an_heir_names_nobody_but_says_who_it_was(
    city: Jurisdiction, unit: MakeUnit
) -> None:
    old = unit("临湖市物资局", "市物资局", until_on=date(2020, 1, 1))
    found = book(city).named("市物资局")
    assert (found.unit, found.candidates) == (None, (old,))


def test_successions_in_a_circle_name_nobody(city: Jurisdiction, unit: MakeUnit) -> None:
    one, other = unit("临湖市甲局", "市甲局"), unit("临湖市乙局", "市乙局")
    for old, new in ((one, other), (other, one)):
        UnitSuccession.objects.create(predecessor=old, successor=new, on=date(2020, 1, 1))
    assert book(city).named("市甲局").unit is None


def test_a_name_two_units_bear_is_no_answer(city: Jurisdiction, unit: MakeUnit) -> None:
    pair = unit("临湖市水务局", "市水务局"), unit("临湖市水文局", "市水文局")
    for one in pair:
        UnitAlias.objects.create(unit=one, name="市防汛办")
    found = book(city).named("市防汛办")
    assert (found.unit, found.candidates, found.is_settled) == (None, pair, False)


def test_a_group_is_the_list_a_person_keeps(city: Jurisdiction, unit: MakeUnit) -> None:
    water, housing = unit("临湖市水务局", "市水务局"), unit("临湖市住建局", "市住建局")
    group = UnitGroup.objects.create(jurisdiction=city, name="各相关部门")
    for one in (housing, water):
        GroupMembership.objects.create(group=group, unit=one)
    found = book(city).named("各相关 部门")
    assert (found.group, found.members, found.unit) == (group, (water, housing), None)
    assert book(city).named("各有关部门").group is None


def test_who_left_a_group_does_not_answer_for_it(city: Jurisdiction, unit: MakeUnit) -> None:
    water, housing = unit("临湖市水务局", "市水务局"), unit("临湖市住建局", "市住建局")
    group = UnitGroup.objects.create(jurisdiction=city, name="各相关部门")
    GroupMembership.objects.create(group=group, unit=water)
    GroupMembership.objects.create(group=group, unit=housing, until_on=date(2022, 1, 1))
    assert book(city).named("各相关部门").members == (water,)
    assert book(city, answered=date(2021, 12, 31)).named("各相关部门").members == (water, housing)


def test_names_of_another_city_are_not_known_here(city: Jurisdiction) -> None:
    other = Jurisdiction.objects.create(code="329800", slug="yunzhou", name="云州市")
    Unit.objects.create(jurisdiction=other, code="w", name="云州市水务局", short_name="市水务局")
    assert book(city).named("市水务局").unit is None


def test_a_county_writes_its_own_rank(city: Jurisdiction) -> None:
    county = Jurisdiction.objects.create(code="329921", slug="qingping", name="清平县", parent=city)
    bureau = Unit.objects.create(
        jurisdiction=county, code="q", name="清平县水务局", short_name="县水务局"
    )
    assert book(county).named("我县水务局").unit == bureau
    assert book(county).named("县水务局").unit == bureau
    assert book(county).named("市水务局").unit is None


def test_near_names_are_offered_and_who_is_gone_is_not(city: Jurisdiction, unit: MakeUnit) -> None:
    water = unit("临湖市水务局", "市水务局")
    unit("临湖市水务公司", "水务公司", until_on=date(2020, 1, 1))
    assert book(city).near("市水务局") == [water]
    assert book(city).near("市教育局") == []


def test_a_book_costs_the_same_however_many_names_are_asked(
    city: Jurisdiction, unit: MakeUnit, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(50):
        unit(f"临湖市第{number}局", f"市{number}局")
    with django_assert_num_queries(5):
        names = book(city)
        assert all(names.named(f"市{number}局").is_settled for number in range(50))
