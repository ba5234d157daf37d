"""Every figure the ledger reports, over a few entries that a person can add up."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from yiding.ledgers.catalogue import ledger
from yiding.ledgers.checking import complete_beside, read_given
from yiding.rules.entries import Entry, gather
from yiding.rules.indicator import Figure

ON = date(2025, 3, 10)
RENEWAL = ledger("renewal")
KEPT = {"handover_record": "移交单1号", "property_mode": "专业物业", "fund_plan": "有"}
VOTE = {"voted_on": "2024-05-01", "total_area": "600", "total_heads": 6, "part_area": "400",
        "part_heads": 4}  # fmt: skip
GIVEN: list[tuple[str, str, dict[str, Any]]] = [
    ("community", "c1", {"name": "东塘一村", "plan": "2024", "households": 300,
                         "floor_area": "21000",
                         "start_date": "2024-03-01", "finish_date": "2024-10-01",
                         "acceptance_date": "2024-11-01", "complaints": 6, **KEPT}),
    ("community", "c2", {"name": "东塘二村", "stage": "开工", "households": 100,
                         "floor_area": "9000", "complaints": 1}),
    ("community", "c3", {"name": "柳巷", "stage": "列入年度计划", "households": 200,
                         "planned_start": "2025-04-01"}),
    ("community", "c4", {"name": "北门", "stage": "摸底", "households": 400}),
    ("community", "c5", {"name": "西园", "stage": "调出", "plan": "2024", "households": 90}),
    ("community", "c6", {"name": "南苑", "plan": "2024", "start_date": "2024-06-01",
                         "finish_date": "2025-03-10", "acceptance_date": "2025-03-10",
                         "property_mode": "无", "handed_over_on": "2025-03-10"}),
    ("project", "p1", {"name": "东塘片区", "communities": "c1、东塘二村",
                       "start_date": "2025-03-10",
                       "total_investment": "6000000", "invested": "4500000",
                       "acceptance_date": "2025-01-10", "is_pilot": True,
                       "named_on": "2024-01-10", "is_financed": True, "planned_loan": "100",
                       "loan_in_place": "100", "due_on": "2024-06-30"}),
    ("project", "p2", {"name": "南苑改造", "communities": "南苑", "total_investment": "2000000",
                       "invested": "500000", "households": 80, "acceptance_date": "2025-03-10",
                       "settlement_date": "2025-03-10", "is_pilot": True,
                       "named_on": "2024-01-10", "is_financed": True, "planned_loan": "100",
                       "loan_in_place": "99", "due_on": "2024-06-30"}),
    ("project", "p3", {"name": "绿化", "is_pilot": True, "named_on": "2025-03-11"}),
    ("funding", "f1", {"source": "中央", "planned": "500", "in_place": "400"}),
    ("funding", "f2", {"source": "市", "planned": "300", "in_place": "150"}),
    ("funding", "f3", {"source": "居民", "planned": "100"}),
    ("funding", "f4", {"source": "专项债", "planned": "80", "in_place": "80"}),
    ("funding", "f5", {"source": "社会力量", "planned": "20", "in_place": "20"}),
    ("mechanism", "1", {"issued_on": "2024-12-01", "due_on": "2024-12-31", "total": 9}),
    ("mechanism", "2", {"issued_on": "2025-01-02", "due_on": "2024-12-31", "total": 9}),
    ("mechanism", "3", {"due_on": "2024-12-31", "total": 9}),
    ("mechanism", "4", {"due_on": "2025-06-30", "total": 9}),
    ("lift", "l1", {"start_date": "2024-05-01", "in_use_on": "2025-03-10"}),
    ("lift", "l2", {"start_date": "2025-03-10"}),
    ("lift", "l3", {"start_date": "2025-03-11"}),
    ("content_item", "i1", {"item": "供水", "done": "1200", "quantity_unit": "m"}),
    ("content_item", "i2", {"item": "排水", "done": "2.5", "quantity_unit": "km"}),
    ("content_item", "i3", {"item": "停车", "done": 40}),
    ("content_item", "i4", {"item": "汽车充电", "done": 6}),
    ("content_item", "i5", {"item": "电动自行车充电", "done": 12}),
    ("content_item", "i6", {"item": "托育", "done": 1}),
    ("content_item", "i7", {"item": "道路", "done": 800}),
    ("will_survey", "w1", {"asked": 300, "answered": 270, "agree": 216}),
    ("will_survey", "w2", {"asked": 100, "answered": 30, "agree": 24}),
    ("will_survey", "w3", {"asked": 100}),
    ("owner_vote", "v1", {**VOTE, "matter_no": 7, "yes_area": "300", "yes_heads": 3}),
    ("owner_vote", "v2", {**VOTE, "matter_no": 7, "yes_area": "299", "yes_heads": 3}),
    ("owner_vote", "v3", {**VOTE, "matter": "加装电梯", "yes_area": "300", "yes_heads": 3}),
    ("owner_vote", "v4", {"matter_no": 7, "voted_on": "2024-05-01"}),
    ("satisfaction", "s1", {"asked": 300, "answered": 200, "satisfied": 188}),
]  # fmt: skip
EXPECTED = {
    "communities-started": (Decimal(75), 3, 4),  # c1, c2 by its project, c6; c3 not yet
    "households-started": (Decimal(400) / 6, 400, 600),
    "communities-finished": (Decimal(50), 2, 4),
    "communities-accepted": (Decimal(100), 2, 2),
    "projects-settled": (Decimal(50), 1, 2),
    "joined-projects": (Decimal(50), 1, 2),
    "money-in-place": (Decimal(65), 650, 1000),
    "central-money-in-place": (Decimal(80), 400, 500),
    "local-money-in-place": (Decimal(50), 150, 300),
    "resident-money-in-place": (Decimal(0), 0, 100),
    "borrowed-money-in-place": (Decimal(100), 80, 80),
    "resident-money-share": (Decimal(10), 100, 1000),
    "society-money-share": (Decimal(2), 20, 1000),
    "investment-completed": (Decimal("62.5"), 5000000, 8000000),
    "cost-per-area": (Decimal(200), 6000000, 30000),
    "cost-per-household": (Decimal(8000000) / 480, 8000000, 480),
    "mechanisms-issued": (Decimal(2), 2, None),
    "mechanism-share": (Decimal(200) / 9, 2, 9),
    "documents-in-time": (Decimal(100) / 3, 1, 3),
    "pilots-settled": (Decimal(100) / 3, 1, 3),
    "lifts-started": (Decimal(2), 2, None),
    "lifts-in-use": (Decimal(1), 1, None),
    "pipes-renewed": (Decimal("3.7"), Decimal("3.7"), None),
    "parking-added": (Decimal(40), 40, None),
    "charging-added": (Decimal(18), 18, None),
    "care-added": (Decimal(1), 1, None),
    "participation": (Decimal(75), 300, 400),
    "agreement": (Decimal(80), 240, 300),
    "votes-passed": (Decimal(200) / 3, 2, 3),
    "satisfaction": (Decimal(94), 188, 200),
    "property-management": (Decimal(50), 1, 2),
    "fund-recollection": (Decimal(50), 1, 2),
    "long-term-missing": (Decimal(1), 1, None),
    "complaints-per-thousand": (Decimal("17.5"), 7, 400),
}


def entries(given: list[tuple[str, str, dict[str, Any]]]) -> list[Entry]:
    """Read, gathered and completed as the check does."""
    told = [{"kind": kind, "id": id_, "fields": fields} for kind, id_, fields in given]
    read = gather(read_given(RENEWAL, one, at, "329900") for at, one in enumerate(told))
    for one in read:
        complete_beside(RENEWAL.kinds[one.kind], one)
    return read


def figure(slug: str, given: list[tuple[str, str, dict[str, Any]]] | None = None) -> Figure:
    """One figure of the day."""
    found = next(one for one in RENEWAL.indicators if one.slug == slug)
    return found.figure(entries(GIVEN if given is None else given), ON)


def test_every_figure_has_a_number_worked_out_by_hand() -> None:
    assert {one.slug for one in RENEWAL.indicators} == EXPECTED.keys()


@pytest.mark.parametrize("slug", EXPECTED)
def test_a_figure_is_what_a_person_adds_up(slug: str) -> None:
    found = figure(slug)
    assert (found.value, found.part, found.whole) == EXPECTED[slug]


@pytest.mark.parametrize("slug", EXPECTED)
def test_over_nothing_there_is_no_share(slug: str) -> None:
    found = figure(slug, [])
    assert found.value in {None, Decimal(0)}
    assert not found.behind


def test_the_entries_behind_a_share_are_named() -> None:
    found = figure("communities-started")
    assert (found.behind, found.lacking) == (("c1", "c2", "c6"), ("c3",))


def test_a_sum_entry_counts_as_it_says() -> None:
    """One entry that tells eight of nine, as many cities keep it."""
    told = [("mechanism", "m", {"issued": "8/9", "due_on": "2025-12-31"})]
    assert figure("mechanisms-issued", told).value == 8
    assert figure("mechanism-share", told).part == 8
