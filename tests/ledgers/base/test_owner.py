"""Which field of a kind names the unit of the registry that keeps the entry."""

from __future__ import annotations

import pytest

from yiding.ledgers.base.owner import unit_field


@pytest.mark.parametrize(
    ("slug", "kind", "name"),
    [
        ("premises", "office", "unit"),
        ("premises", "unit", "name"),
        ("lake", "station", "owner"),
        ("inspections", "finding", "unit"),
    ],
)
def test_the_field_is_the_one_headed_as_people_head_it(slug: str, kind: str, name: str) -> None:
    found = unit_field(slug, kind)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize("kind", ["enterprise", "hazard", "permit"])
def test_a_business_is_no_unit_of_the_registry(kind: str) -> None:
    """An enterprise may be called 单位名称 in a sheet; its name is looked up nowhere."""
    assert unit_field("inspections", kind) is None
