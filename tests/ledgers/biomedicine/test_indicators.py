"""Figures reported, each worked out by hand over a few entries."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from ledgers.biomedicine.trying import ON, figure, of, read, told
from yiding.ledgers.biomedicine.course_indicators import by_park_and_definition

DONE = {"state": "完成", "done_on": "2026-10-01", "due_on": "2026-10-15"}
MEASURES = [
    of("measure", "a", task="T1", proof="服务合同", **DONE),
    of("measure", "b", task="T1", proof="工作已全部完成", **DONE),
    of("measure", "c", task="T2", **{**DONE, "done_on": "2026-10-16"}, proof="临工信〔2026〕3号"),
    of("measure", "d", task="T3", state="推进", due_on="2026-11-29"),
    of("measure", "e", task="T3", state="推进", due_on="2026-12-31"),
    of("measure", "f", task="加快发展", milestones=[
        {"name": "甲", "due": "2026-06-30", "done": "2026-06-30", "proof": "服务合同"},
        {"name": "乙", "due": "2026-11-30"},
    ]),
]  # fmt: skip


def test_milestones_on_time_and_done_with_proof() -> None:
    """Three measures and two milestones were due and done in time by a, b and 甲; c is late."""
    found = figure("milestones-on-time", MEASURES)
    assert (found.part, found.whole, found.value) == (3, 6, 50)
    assert (found.behind, found.lacking) == (("a", "b"), ("c", "d", "f"))
    found = figure("done-with-proof", MEASURES)
    assert (found.part, found.whole, found.value) == (3, 4, 75)
    assert found.lacking == ("b",)
    untold = [of("measure", "g", due_on="2026-06-30", state="完成", proof="服务合同")]
    assert figure("milestones-on-time", untold).value == 0


def test_measures_finished_overdue_and_tasks_broken_down() -> None:
    """A report proves nothing; T1, T2 and T3 have measures; the due day is not late."""
    found = figure("measures-finished", MEASURES)
    assert (found.part, found.whole, found.behind) == (2, 6, ("a", "c"))
    assert figure("measures-overdue", MEASURES).behind == ("d",)
    found = figure("tasks-broken-down", MEASURES)
    assert (found.part, found.whole) == (3, 11)


def goal(id_: str, definition: str, value: str, target: str, **more: Any) -> dict[str, Any]:
    """A goal of a definition with where it stands."""
    return of("goal", id_, definition=definition, value=value, target_value=target, unit="亿元",
              price_basis="现价", **more)  # fmt: skip


def test_a_target_is_reached_in_its_own_definition() -> None:
    """The city's own goal before its parks'; what is of two definitions is not reckoned."""
    goals = [
        goal("a", "规上产值", "450", "500"),
        goal("b", "产业规模", "780", "800"),
        goal("c", "园区产值", "90", "100", park="东岸园"),
        goal("d", "规上产值", "1", "2", target_definition="产业规模"),
    ]
    assert told("output-target-reached", goals) == ("90", "a")
    assert told("scale-target-reached", goals) == ("97.5", "b")
    mixed = [goal("a", "规上产值", "450", "500"), goal("b", "产值", "300", "400")]
    assert figure("output-target-reached", mixed).value is None
    assert by_park_and_definition(read(goals), ON) == {
        ("329900", "规模以上工业总产值"): 90,
        ("329900", "产业规模"): Decimal("97.5"),
        ("东岸园", "园区产业产值"): 90,
    }


def test_growth_is_over_an_equal_year_before() -> None:
    """12.5 per cent; none where the prices differ or a park's figure alone is there."""
    years = {"name": "产值", "definition": "规上产值", "unit": "亿元", "price_basis": "现价"}
    rows = [
        of("statistic", "a", year=2024, value="320", **years),
        of("statistic", "b", year=2025, value="360", **years),
        of("statistic", "c", year=2026, value="900", **{**years, "park": "东岸园"}),
    ]
    assert told("output-growth", rows) == ("12.5", "b")
    rows[0]["fields"]["price_basis"] = "可比价"
    found = figure("output-growth", rows)
    assert (found.value, found.lacking) == (None, ("b",))


DRUG = {"drug_kind": "化学药品", "class": "1类", "company": "甲"}
DRUGS = [
    of("drug", "a", name="替尼", **DRUG, approved_on="2026-02-01", approval_no="国药准字H20260001"),
    of("drug", "b", name="替尼", **DRUG, approved_on="2026-03-01", approval_no="国药准字H20260002"),
    of("drug", "c", name="沙坦", **DRUG, approved_on="2025-12-31", accepted_on="2026-01-04"),
    of("drug", "d", name="列净", **{**DRUG, "class": "2"}, approved_on="2026-02-01"),
    of("drug", "e", name="单抗", class_="1", drug_kind="生物制品", accepted_on="2026-05-01",
       trial_approved_on="2026-08-01", nda_on="2026-12-01"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("slug", "count", "behind"),
    [
        ("class-one-approved", "1", ("a",)),
        ("class-one-ind", "2", ("c", "e")),
        ("class-one-nda", "0", ()),
        ("trial-approvals", "1", ("e",)),
    ],
)
def test_new_drugs_count_once_and_by_approval(
    slug: str, count: str, behind: tuple[str, ...]
) -> None:
    """Two numbers of one drug are one; last year's and next month's are none of this year."""
    assert told(slug, DRUGS) == (count, *behind)


def test_devices_and_their_renewals() -> None:
    """Classes II and III of the year; renewal filed on the last day is in time."""
    devices = [
        of("device", "a", certificate_no="苏械注准20262040001", issued_on="2026-03-01",
           is_innovative="是"),
        of("device", "b", certificate_no="国械注准20253040001", issued_on="2025-03-01"),
        of("device", "c", filing_no="苏苏械备20260001", issued_on="2026-03-01", class_="I"),
        of("device", "d", expires_on="2026-12-15", renewal_filed_on="2026-06-15"),
        of("device", "e", expires_on="2026-12-15", renewal_filed_on="2026-06-16"),
        of("device", "f", expires_on="2026-12-15"),
        of("device", "g", expires_on="2027-05-30"),
    ]  # fmt: skip
    assert told("device-certificates", devices) == ("1", "a")
    assert told("innovative-devices", devices) == ("1", "a")
    found = figure("device-renewals-in-time", devices)
    assert (found.part, found.whole, found.lacking) == (1, 3, ("e", "f"))


def test_enterprises_and_what_they_raise() -> None:
    """Above scale, new of the year, listed by the day, two rounds of the year, 10 per cent."""
    firms = [
        of("enterprise", "a", above_threshold="2026", revenue="3000万元", rd="300万元",
           listed={"board": "科创板", "date": "2026-11-30"},
           funding_rounds=[{"amount": "1.5亿元", "date": "2026-02-01"},
                           {"amount": "1亿元", "date": "2025-02-01"}]),
        of("enterprise", "b", above_threshold="2019", revenue="1000万元", rd="100万元",
           listed=[{"board": "创业板", "date": "2026-12-01"}]),
        of("enterprise", "c", above_threshold="否", revenue="900万元", listed="否"),
    ]  # fmt: skip
    assert told("above-scale-enterprises", firms) == ("2", "a", "b")
    assert told("new-above-scale", firms) == ("1", "a")
    assert told("listed-enterprises", firms) == ("1", "a")
    assert told("funding-raised", firms) == ("1.5", "a")
    assert told("rd-intensity", firms) == ("10", "a", "b")


def test_money_promised_paid_and_what_it_brought() -> None:
    """Paid in the year for one approved drug and one new enterprise; refused is no promise."""
    entries = [
        of("payment", "a", purpose="一类新药", promised="100万元", amount="100万元", result="paid",
           date="2026-05-01"),
        of("payment", "b", purpose="上规奖补", promised="60万元", result="pending"),
        of("payment", "c", purpose="上规奖补", amount="40万元", result="paid", date="2026-05-01"),
        of("payment", "d", purpose="产值奖补", amount="9万元", result="refused"),
        of("payment", "e", purpose="基金", amount="200万元", result="paid", date="2026-06-01",
           social_capital="500万元"),
        *DRUGS,
        of("enterprise", "f", above_threshold="2026", output="2亿元"),
    ]  # fmt: skip
    found = figure("paid-share", entries)
    assert (found.part, found.whole, found.value) == (3_400_000, 4_000_000, 85)
    assert found.lacking == ("b",)
    assert told("class-one-subsidy", entries) == ("100", "a")
    assert told("scale-subsidy", entries) == ("40", "c")
    assert told("fund-leverage", entries) == ("2.5", "e")
    assert figure("output-subsidy", entries).value == 0


def test_platforms_people_plans_and_parks() -> None:
    platforms = [
        of("platform", "a", type="GCP 机构备案", filing_no="1", local_products=2),
        of("platform", "b", type="GCP", filed_on="2026-12-01", filing_no="2"),
        of("platform", "c", type="医院", uses_local_products="是"),
        of("platform", "d", type="CRO", local_products=3),
    ]
    assert told("gcp-institutions", platforms) == ("1", "a")
    found = figure("local-application", platforms)
    assert (found.part, found.whole) == (2, 3)
    people = [of("talent", "a", year=2026, count=6), of("talent", "b", year=2025, count=9)]
    assert told("talents", people) == ("6", "a")
    plans = [of("plan", "a", doc_no="1号", issued_on="2026-11-30"), of("plan", "b", doc_no="2号")]
    assert told("plans-issued", plans) == ("1", "a")
    parks = [of("park", "a", name="甲园"), of("park", "b"), of("park", "c", name="待定")]
    assert told("parks-named", parks) == ("1", "a")


def test_nothing_divided_by_nothing_has_no_value() -> None:
    for slug in ("milestones-on-time", "paid-share", "rd-intensity", "output-growth"):
        assert figure(slug, []).value is None
