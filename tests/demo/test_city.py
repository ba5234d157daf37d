"""Linhu's registry holds together: every name means one thing, every post has its days."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from yiding.demo.city import CITY, linhu

CITY_NOW = linhu()
SHORT = {unit.short for unit in CITY_NOW.units_of(CITY)}


def test_the_city_has_sixty_units_and_two_places_under_it() -> None:
    assert len(SHORT) >= 60
    assert {place.slug for place in CITY_NOW.jurisdictions} == {"linhu", "bailu", "qingping"}
    assert all(CITY_NOW.units_of(place.slug) for place in CITY_NOW.jurisdictions)


def test_codes_and_names_are_given_once() -> None:
    for values in (
        [unit.code for unit in CITY_NOW.units],
        [(unit.jurisdiction, unit.name) for unit in CITY_NOW.units],
        [(unit.jurisdiction, unit.short) for unit in CITY_NOW.units],
    ):
        assert [value for value, count in Counter(values).items() if count > 1] == []


@pytest.mark.parametrize("wording", ["管委会", "市公管中心", "市应急中心"])
def test_some_short_names_mean_several_units(wording: str) -> None:
    assert len(CITY_NOW.candidates(wording)) > 1


def test_a_unit_answers_to_its_name_its_short_name_and_its_aliases() -> None:
    for wording in ("临湖市自然资源和规划局", "市自然资源局", "市规划局"):
        assert CITY_NOW.candidates(wording) == ("市自然资源局",)


def test_predecessors_ended_before_the_year() -> None:
    former = [name for unit in CITY_NOW.units for name in unit.predecessors]
    assert len(former) >= 12
    assert all(name.until < date(2025, 1, 1) for name in former)


def test_groups_list_units_of_the_city() -> None:
    assert {member for group in CITY_NOW.groups for member in group.members} <= SHORT


def test_every_unit_is_in_one_portfolio_on_any_day() -> None:
    for day in (date(2025, 11, 14), date(2026, 7, 1), date(2026, 11, 20)):
        portfolios = [unit for p in CITY_NOW.holders("vice_mayor", day) for unit in p.portfolio]
        assert Counter(portfolios) == Counter(SHORT)


def test_posts_change_hands_without_a_gap_or_an_overlap() -> None:
    ended = [post for post in CITY_NOW.posts if post.until is not None]
    assert len(ended) >= 8
    for post in ended:
        assert post.until is not None
        assert len(CITY_NOW.holders(post.role, post.until, post.unit)) == len(
            CITY_NOW.holders(post.role, date(2026, 11, 20), post.unit)
        )


def test_one_hundred_and_fifty_people() -> None:
    assert len(CITY_NOW.people()) >= 150
