"""Figures reported, each with its two numbers and the entries behind."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from ledgers.inspections.trying import LEDGER, of, read, seeded
from yiding.ledgers.inspections.indicators import by_district
from yiding.rules import Figure

ON = date(2020, 1, 5)
PROOF = {"rectifier": "张三", "verifier": "李四", "result": "通过", "evidence": "照片"}


def closed(id_: str, on: str, due: str, **more: Any) -> dict[str, Any]:
    return of("finding", id_, finished_at=on, verified_at=on, due=due, **PROOF, **more)


def figure(slug: str, entries: list[dict[str, Any]], on: date = ON) -> Figure:
    named = next(one for one in LEDGER.indicators if one.slug == slug)
    return named.figure(read(entries), on)


FINDINGS = [
    closed("a", "2019-12-20", "2019-12-31", found_at="2019-12-10", category="领导责任"),
    closed("b", "2020-01-02", "2019-12-31", found_at="2019-12-23", category="监管责任"),
    of("finding", "c", due="2019-12-31", category="监管责任", closed="是"),
    of("finding", "d", due="2020-01-05", category="主体责任"),
    of("finding", "e", due="2020-06-30"),
]


def test_findings_closed_and_closed_in_time() -> None:
    """Claimed but not proved is not closed; those not yet due are not in the second."""
    done, in_time = figure("findings-closed", FINDINGS), figure("findings-closed-in-time", FINDINGS)
    assert (done.part, done.whole, done.behind) == (2, 5, ("a", "b"))
    assert done.value == Decimal(40)
    assert (in_time.part, in_time.whole, in_time.behind) == (1, 4, ("a",))
    assert in_time.lacking == ("b", "c", "d")


def test_overdue_and_mean_days() -> None:
    """The due day is not late; ten days each."""
    assert figure("findings-overdue", FINDINGS).behind == ("c",)
    assert figure("mean-days-to-close", FINDINGS).value == Decimal(10)


def test_shares_by_category_leave_the_unsorted_out() -> None:
    """Four are sorted."""
    for slug, part in (("leadership", 1), ("supervision", 2), ("enterprise", 1)):
        found = figure(f"{slug}-share", FINDINGS)
        assert (found.part, found.whole) == (part, 4)


def test_by_district_counts_k_of_n() -> None:
    """As the first batch is reported: 销号 k/n in each, and how many are late."""
    entries = [
        closed("a", "2019-12-20", "2019-12-31", district="东区"),
        of("finding", "b", district="东区", due="2019-12-31"),
        of("finding", "c", district="西区", due="2020-01-05"),
        of("finding", "d"),
    ]
    told = by_district(read(entries), ON)
    assert {name: (one.part, one.whole) for name, (one, _) in told.items()} == {
        "东区": (1, 2),
        "西区": (0, 1),
        "320500": (0, 1),
    }
    assert [late.behind for _, late in told.values()] == [(), ("b",), ()]


def test_the_nation_of_2024() -> None:
    """93.55 per cent to two places, the figure itself exact; 3.97 problems a unit."""
    rounds = [of("inspection_round", units_checked=2834, problems=11243, rectified=10518)]
    share, density = figure("reported-rectified", rounds), figure("problems-per-unit", rounds)
    assert share.value == Decimal(10518) * 100 / Decimal(11243)
    assert f"{share.value:.2f}" == "93.55"
    assert (share.part, share.whole) == (10518, 11243)
    assert f"{density.value:.2f}" == "3.97"


def test_hazards_repeated_within_a_year() -> None:
    """Same enterprise and clause, up to the same day of the next year."""
    days = (("a", "2019-01-10"), ("b", "2020-01-10"), ("c", "2021-01-11"))
    entries = [
        of("hazard", id_, enterprise="E", clause="第四条", found_at=found) for id_, found in days
    ]
    entries.append(of("hazard", "d", enterprise="F", clause="第四条", found_at="2019-02-01"))
    found = figure("repeated-share", entries, date(2021, 2, 1))
    assert (found.part, found.whole, found.behind) == (1, 4, ("b",))


def test_major_hazards_self_found_relapses_and_funds() -> None:
    """A major hazard without its review is not closed."""
    reviewed = {"level": "重大", "finished_at": "2019-12-20", "verified_at": "2019-12-20", **PROOF}
    hazards = [
        of("hazard", "a", reviewed="同意", self_found="是", cost="1.5万元", **reviewed),
        of("hazard", "b", self_found="否", cost="200", **reviewed),
    ]
    assert figure("major-hazards-closed", hazards).behind == ("a",)
    assert figure("self-found-share", hazards).value == Decimal(50)
    assert figure("rectification-funds", hazards).value == Decimal(15_200)
    looked_at = [of("finding", "a", relapsed="是"), of("finding", "b", recheck_on="2020-01-05")]
    looked_at.append(of("finding", "c", recheck_on="2020-01-06"))
    found = figure("findings-relapsed", looked_at)
    assert (found.part, found.whole) == (1, 2)


def test_supervisions_people_and_coverage() -> None:
    """Lifted on the due day is in time; a talk to come does not count."""
    listings = [
        of("supervise", "a", due="2019-12-31", lifted_at="2019-12-31"),
        of("supervise", "b", due="2019-12-31", lifted_at="2020-01-01"),
        of("supervise", "c", due="2020-12-31"),
    ]
    found = figure("supervisions-in-time", listings)
    assert (found.part, found.whole) == (1, 2)
    talks = [of("responsibility", str(n), form="约谈", date=f"2020-01-0{n}") for n in (4, 5, 6)]
    assert figure("held-to-account", talks).part == 2
    rounds = [of("inspection_round", objects_planned=13, objects_inspected=7)]
    assert figure("coverage", rounds).value == Decimal(700) / 13


@seeded
@given(st.lists(st.sampled_from(["closed", "open", "claimed"]), max_size=12))
def test_no_more_is_closed_than_there_is(states: list[str]) -> None:
    """Part and lacking make up the whole; nothing divided by nothing has no value."""
    made = {
        "closed": lambda id_: closed(id_, "2019-12-20", "2019-12-31"),
        "open": lambda id_: of("finding", id_),
        "claimed": lambda id_: of("finding", id_, closed="是"),
    }
    entries = [made[state](str(at)) for at, state in enumerate(states)]
    found = figure("findings-closed", entries)
    assert found.part == states.count("closed")
    assert len(found.behind) + len(found.lacking) == found.whole == len(states)
    assert (found.value is None) == (not states)
