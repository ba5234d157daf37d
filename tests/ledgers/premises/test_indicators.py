"""Every figure the ledger reports, over a few entries that a person can add up."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from yiding.ledgers.catalogue import ledger
from yiding.ledgers.checking import read_given
from yiding.rules.entries import Entry, gather
from yiding.rules.indicator import Figure

ON = date(2025, 3, 10)
PREMISES = ledger("premises")
CLERK = {"level": "city", "rank": "科员"}
GIVEN: list[tuple[str, str, dict[str, Any]]] = [
    ("office", "at", {**CLERK, "area_m2": "9"}),
    ("office", "over", {**CLERK, "area_m2": "10.5"}),
    ("office", "shared", {**CLERK, "area_m2": "20", "occupants": 2}),
    ("office", "idle", {"nature": "办公室", "status": "闲置", "area_m2": "40.5",
                        "idle_since": "2024-12-11"}),
    ("office", "hall", {"nature": "服务用房", "status": "使用", "area_m2": "20"}),
    ("unit", "u1", {"level": "city", "staff_quota": 300, "staff_actual": 250,
                    "service_area_m2": "1050", "offices_area_m2": "3000"}),
    ("unit", "u2", {"level": "county", "staff_quota": 150, "service_area_m2": "900"}),
    ("building", "b1", {"usable_area_m2": "650", "gross_area_m2": "1000", "source": "新建",
                        "title_registered_to_JGSW": True}),
    ("building", "b2", {"usable_area_m2": "550", "gross_area_m2": "1000",
                        "title_registered_to_JGSW": False}),
    ("person", "p1", {"formalities_done_on": "2025-01-01", "recovered_on": "2025-02-01"}),
    ("person", "p2", {"formalities_done_on": "2025-01-01", "recovered_on": "2025-02-02"}),
    ("person", "p3", {"formalities_done_on": "2025-03-01"}),
    ("person", "p4", {"rank": "科员"}),
    ("lease", "l1", {"direction": "租入", "area_m2": "500", "rent": "36万元/年",
                     "from": "2024-01-01", "to": "2025-03-10"}),
    ("lease", "l2", {"direction": "租入", "area_m2": "100", "rent": "100000",
                     "from": "2020-01-01", "to": "2025-03-09"}),
    ("lease", "l3", {"direction": "租出", "area_m2": "100", "rent": "100000"}),
    ("disposal", "d1", {"way": "调剂使用", "area_m2": "200", "local_rent": "600"}),
    ("disposal", "d2", {"way": "拍卖", "area_m2": "200", "local_rent": "600"}),
    ("annual_return", "y1", {"unit": "u1", "year": 2024, "property_cost": "100000",
                             "utilities_cost": "60000", "repair_cost": "40000",
                             "gross_area_m2": "1000", "staff_actual": 100, "energy_kgce": "9000",
                             "running_cost": "950万元", "previous_running_cost": "1000万元",
                             "findings_due": 8, "findings_done": 6, "disclosed_on": "2024-06-01",
                             "filed_on": "2025-01-02"}),
    ("annual_return", "y2", {"unit": "u2", "year": 2024, "disclosed_on": "2025-01-01"}),
    ("annual_return", "y0", {"unit": "u1", "year": 2023, "running_cost": "1万元"}),
]  # fmt: skip


def entries() -> list[Entry]:
    """All of them, knowing of one another."""
    given = ({"kind": kind, "id": id_, "fields": fields} for kind, id_, fields in GIVEN)
    return gather(read_given(PREMISES, one, at, "320500") for at, one in enumerate(given, 1))


def figure(slug: str) -> Figure:
    """One indicator over all entries."""
    (found,) = (one for one in PREMISES.indicators if one.slug == slug)
    return found.figure(entries(), ON)


@pytest.mark.parametrize(
    ("slug", "value", "behind"),
    [
        ("over-limit-share", Decimal(200) / 3, ("over", "shared")),
        ("over-limit-area", "3.5", ("over", "shared")),
        ("office-area-per-person", "9.875", ("at", "over", "shared")),
        ("idle-share", "40.5", ("idle",)),
        ("idle-months", "2", ("idle",)),
        ("service-rooms-used", "50", ("u1",)),
        ("office-area-per-staff", "12", ("u1",)),
        ("office-area-per-quota", "10", ("u1",)),
        ("usable-share", "60", ("b1", "b2")),
        ("unified-title-share", "50", ("b1",)),
        ("recovered-in-time-share", "50", ("p1",)),
        ("rent-paid", "36", ("l1",)),
        ("rent-per-area", "720", ("l1",)),
        ("rented-share", "20", ("l1",)),
        ("rent-avoided", "12", ("d1",)),
        ("running-cost-per-area", "200", ("y1",)),
        ("energy-per-area", "9", ("y1",)),
        ("energy-per-head", "90", ("y1",)),
        ("running-cost", "950", ("y1",)),
        ("running-cost-per-head", "95000", ("y1",)),
        ("running-cost-change", "-5", ("y1",)),
        ("rectified-share", "75", ("y1",)),
        ("disclosed-share", "50", ("y1",)),
        ("filed-share", "0", ()),
    ],
)
def test_a_figure_is_what_a_person_adds_up(slug: str, value: Any, behind: tuple[str, ...]) -> None:
    """The number, and the entries behind it."""
    told = figure(slug)
    assert told.value is not None
    assert round(told.value - Decimal(value), 6) == 0
    assert told.behind == behind


def test_nothing_is_reported_of_nothing() -> None:
    """A share of no entries has no value; a sum of none is 0."""
    told = {one.slug: one.figure([], ON).value for one in PREMISES.indicators}
    assert {slug for slug, value in told.items() if value is not None} == {
        "over-limit-area", "rent-paid", "rent-avoided", "running-cost",
    }  # fmt: skip
