"""Lists: narrowed, ordered, counted; a number and the list behind it agree."""

from __future__ import annotations

import pytest

from ledgers.base.offices import office, writing
from world import World
from yiding.ledgers.base.queries import (
    EntryFilter,
    chosen,
    entry_seen,
    findings_by_entry,
    findings_of,
    in_order,
    kind_counts,
    rule_counts,
    verdict_counts,
)
from yiding.ledgers.base.store import put_entry, retire_entry

RULE = "premises/area-within-limit"


@pytest.fixture
def city(world: World) -> World:
    """Three offices, one too large, and one that is retired."""
    for key, area, unit in (("A-1", "9", "water"), ("A-2", "9.01", "housing"), ("A-3", "8", "")):
        put_entry(writing(world), office(key, area=area, unit=unit))
    gone = put_entry(writing(world), office("A-4", area="20"))
    retire_entry(writing(world), gone, "腾退")
    return world


def keys(city: World, sort: str = "", **asked: str) -> list[str]:
    rows = chosen(city["supervisor"], "premises", EntryFilter(**asked))
    return [one.key for one in in_order(rows, sort)]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, ["A-1", "A-2", "A-3"]),
        ({"kind": "office"}, ["A-1", "A-2", "A-3"]),
        ({"kind": "compound"}, []),
        ({"unit": "water"}, ["A-1"]),
        ({"rule": RULE, "verdict": "breached"}, ["A-2"]),
        ({"rule": RULE, "verdict": "met"}, ["A-1", "A-3"]),
        ({"words": "住房 A-2"}, ["A-2"]),
        ({"words": "市级机关"}, ["A-1", "A-2", "A-3"]),
        ({"words": "没有的字"}, []),
        ({"state": "retired"}, ["A-4"]),
    ],
)
def test_a_filter_leaves_what_it_says(city: World, asked: dict[str, str], found: list[str]) -> None:
    assert keys(city, "key", **asked) == found


def test_the_gravest_stand_first(city: World) -> None:
    assert keys(city)[0] == "A-2"
    assert keys(city, "-key") == ["A-3", "A-2", "A-1"]


def test_counts_agree_with_lists(city: World) -> None:
    rows = chosen(city["supervisor"], "premises", EntryFilter())
    for verdict, count in verdict_counts(rows).items():
        asked = EntryFilter(verdict=verdict)
        assert chosen(city["supervisor"], "premises", asked).count() == count
    assert sum(verdict_counts(rows).values()) == 3
    assert rule_counts(rows)[RULE] == {"met": 2, "breached": 1}
    assert kind_counts(rows) == {"office": 3}


def test_findings_of_many_in_one_query(
    city: World, django_assert_num_queries: pytest.FixtureRequest
) -> None:
    rows = list(chosen(city["supervisor"], "premises", EntryFilter()))
    with django_assert_num_queries(1):
        told = findings_by_entry(rows)
    assert told == {one.pk: findings_of(one) for one in rows}


def test_an_entry_is_found_by_kind_and_key_within_what_is_seen(city: World) -> None:
    assert entry_seen(city["supervisor"], "premises", "office", "A-2").key == "A-2"
    assert entry_seen(city["liaison@water"], "premises", "office", "A-2") is None


def test_a_filter_is_an_address(city: World) -> None:
    asked = EntryFilter(kind="office", verdict="breached")
    assert asked.query(page="2") == "kind=office&verdict=breached&page=2"
