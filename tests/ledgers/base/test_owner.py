"""Which field of a kind names the unit of the registry that keeps the entry."""

from __future__ import annotations

import pytest

from yiding.ledgers.base.owner import unit_field
from yiding.ledgers.catalogue import ledger
from yiding.ledgers.sheets import UNIT, all_sheets, fields_of


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


FIRMS = [
    ("biomedicine", "enterprise", "企业名称"),
    ("biomedicine", "platform", "机构名称"),
    ("lightning", "inspection_body", "机构名称"),
    ("inspections", "enterprise", "企业名称"),
]


@pytest.mark.parametrize(("slug", "kind", "head"), FIRMS)
def test_in_a_list_of_firms_the_unit_named_is_the_firm(slug: str, kind: str, head: str) -> None:
    found = ledger(slug)
    sheet = next(one for one in all_sheets(found) if one.kind == kind)
    assert fields_of(found, sheet, ["单位名称"]) == {0: "name"}
    assert fields_of(found, sheet, ["单位名称", head]) == {0: UNIT, 1: "name"}
    assert fields_of(found, sheet, ["单位名称", "归口单位"]) == {0: "name", 1: UNIT}


def test_elsewhere_the_unit_named_keeps_the_entry() -> None:
    found = ledger("lake")
    sheet = next(one for one in all_sheets(found) if one.kind == "sample")
    assert fields_of(found, sheet, ["单位名称"]) == {0: UNIT}
