"""Figures reported, worked out by hand over a few entries."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from ledgers.lightning.trying import figure, of

ON = date(2026, 9, 1)
SITES = [
    of("site", "depot", category="油库", is_key_unit="是"),
    of("site", "school", category="房屋建筑"),
    of("site", "tower", category="通信"),
    of("site", "spot", category="景区", is_key_unit="是"),
]
STRUCTURES = [
    of("structure", "d1", site="depot", use="火灾危险", name="一号罐区"),
    of("structure", "s1", site="school", use="人员密集"),
    of("structure", "t1", site="tower", use="烟囱"),
    of("structure", "p1", site="spot", use="人员密集"),
]
DEVICES = [
    of("device", f"{one}-z", structure=one, device_kind="整体") for one in ("d1", "s1", "t1", "p1")
]
REPORTS = [
    of("inspection", "r1", structure="d1", site="depot", date="2026-02-01"),
    of("inspection", "r2", structure="s1", date="2025-09-01"),
    of("inspection", "r3", structure="t1", date="2025-08-22"),
    of("inspection", "r4", structure="t1", date="2026-09-02"),
]
ALL = [*SITES, *STRUCTURES, *DEVICES, *REPORTS]


def test_devices_inspected_in_time_of_all_and_by_who_supervises() -> None:
    """The depot is a month late, the tower ten days; the school's last day is today."""
    whole = figure("inspected-in-time-share", ALL, ON)
    assert (whole.part, whole.whole) == (1, 3)
    assert whole.behind == ("s1-z",)
    assert whole.lacking == ("d1-z", "t1-z")
    by = {
        one: figure(f"{one}-in-time-share", ALL, ON)
        for one in ("meteorology", "housing", "line", "key-units")
    }
    assert {name: (one.part, one.whole) for name, one in by.items()} == {
        "meteorology": (0, 1),
        "housing": (1, 1),
        "line": (0, 1),
        "key-units": (0, 1),
    }


def test_what_was_inspected_since_does_not_count_on_an_earlier_day() -> None:
    """The tower's second report is of the day after; on that day it counts."""
    later = figure("inspected-in-time-share", ALL, date(2026, 9, 2))
    assert later.behind == ("t1-z",)


def test_overdue_devices_and_the_days_in_the_middle() -> None:
    """31 days from 1 August and 10 from 22 August: 20.5 in the middle."""
    assert figure("devices-overdue", ALL, ON).value == 2
    assert figure("overdue-days-median", ALL, ON).value == Decimal("20.5")
    assert figure("overdue-days-median", SITES, ON).value is None
    assert figure("structures-overdue", ALL, ON).behind == ("d1", "t1")


def test_key_units_covered() -> None:
    """The scenic spot has no report at all."""
    told = figure("key-units-covered-share", ALL, date(2026, 7, 1))
    assert (told.part, told.whole, told.lacking) == (1, 2, ("spot",))


def _report(id_: str, day: str, **more: Any) -> dict[str, Any]:
    return of("inspection", id_, date=day, **more)


YEAR = [
    _report("a", "2026-03-01", result="不合格", rectified_on="2026-03-20", retest_result="合格",
            uploaded_at="2026-03-05 09:00", points=20, fee=1000),
    _report("b", "2026-04-01", result="不合格", uploaded_at="2026-09-02 09:00", points=30, fee=800),
    _report("c", "2026-05-01", result="合格", sampled_result="合格", uploaded_at="2026-05-02"),
    _report("d", "2026-06-01", result="合格", sampled_result="不合格", points=10),
    _report("e", "2025-09-01", result="不合格", sampled_result="不合格"),
]  # fmt: skip


def test_reports_of_the_last_twelve_months() -> None:
    """The one of a year ago to the day is out; one was uploaded only tomorrow."""
    mended = figure("failed-rectified-share", YEAR, ON)
    assert (mended.part, mended.whole, mended.lacking) == (1, 2, ("b",))
    sent = figure("reports-uploaded-share", YEAR, ON)
    assert (sent.part, sent.whole) == (2, 4)
    assert figure("sampled-passed-share", YEAR, ON).value == 50
    assert figure("price-per-point", YEAR, ON).value == 36


def test_permits_decided_in_time() -> None:
    """One in time, one late, one still open and in time, one refused."""
    permits = [
        of("permit", "1", received="2026-03-02", accepted="2026-03-04", decided="2026-03-18"),
        of("permit", "2", received="2026-03-02", accepted="2026-03-04", decided="2026-03-19"),
        of("permit", "3", received="2026-08-28"),
        of("permit", "4", received="2026-03-02", refused="2026-03-04"),
    ]
    told = figure("permits-in-time-share", permits, ON)
    assert (told.part, told.whole, told.behind) == (1, 2, ("1",))


STRIKES = [
    of(
        "strike",
        "s1",
        time="2026-07-01 15:00:30",
        lon=125.5,
        lat=30.5,
        strike_kind="CG",
        city="临湖市",
    ),
    of("strike", "s2", time="2026-07-01 15:20:00", lon=125.5, lat=30.5, city="临湖市"),
    of(
        "strike",
        "s3",
        time="2026-07-01 15:10:00",
        lon=125.5,
        lat=30.5,
        strike_kind="IC",
        city="临湖市",
    ),
    of(
        "strike",
        "s4",
        time="2026-07-05 12:00:00",
        lon=125.5,
        lat=30.5,
        strike_kind="CG",
        city="外市",
    ),
    of("strike", "s5", time="2025-09-01 12:00:00", lon=125.5, lat=30.5, strike_kind="CG"),
]
WARNINGS = [
    of("warning", "w1", colour="黄色", area="临湖市", issued_at="2026-07-01 14:30",
       lifted_at="2026-07-01 18:00"),
    of("warning", "w2", colour="黄色", area="临湖市", issued_at="2026-07-05 11:00", window_h=6),
    of("warning", "w3", colour="橙色", area="临湖市", issued_at="2026-07-01 15:05",
       valid_to="2026-07-01 15:15"),
    of("warning", "w4", colour="橙色", area="临湖市", issued_at="2026-08-01 15:05"),
]  # fmt: skip
REGIONS = [
    of("annual_return", "y1", year=2026, area_km2=40, watched_area_km2=2, population=500_000,
       spending=30_000, in_safety_assessment="是", assessment_score=3, permits_avoided=4),
    of("annual_return", "y2", year=2026, area_km2=2, population=300_000, spending=10_000,
       in_safety_assessment="否", permits_avoided=5),
    of("annual_return", "y0", year=2025, area_km2=9, in_safety_assessment="否"),
]  # fmt: skip


def test_density_is_of_ground_flashes_over_the_watched_area() -> None:
    """Three in the year, one of them of a kind not told; 2 km² watched and 2 km² in all."""
    told = figure("strike-density", [*STRIKES, *REGIONS], ON)
    assert (told.part, told.whole, told.value) == (3, 4, Decimal("0.75"))
    assert figure("strike-density", STRIKES, ON).value is None


def test_warnings_are_held_against_the_strikes_under_them() -> None:
    """30.5 minutes before the first; the second was struck elsewhere, the third by clouds only."""
    every = [*STRIKES, *WARNINGS]
    assert figure("warning-lead", every, ON).value == Decimal("30.5")
    hits, alarms = figure("warning-hit-share", every, ON), figure("false-alarm-share", every, ON)
    assert (hits.part, hits.whole, hits.behind) == (1, 3, ("w1",))
    assert alarms.behind == ("w2", "w3")


def test_disasters_deaths_and_losses() -> None:
    """One death among 800 000 people is 1.25 in a million."""
    disasters = [
        of("disaster", "1", occurred_at="2026-07-01", deaths=1, direct_loss="3万元"),
        of("disaster", "2", occurred_at="2026-08-01", deaths=0, direct_loss="12000"),
        of("disaster", "3", occurred_at="2025-08-01", deaths=4, direct_loss="90000"),
    ]
    every = [*disasters, *REGIONS]
    assert figure("disasters-of-year", every, ON).value == 2
    assert figure("deaths-per-million", every, ON).value == Decimal("1.25")
    assert figure("direct-loss", every, ON).value == Decimal("4.2")


def test_the_years_statistics() -> None:
    """Of the latest year alone: one district of two is part of the assessment."""
    every = [*REGIONS, *SITES]
    told = figure("in-safety-assessment", every, ON)
    assert (told.part, told.whole, told.lacking) == (1, 2, ("y2",))
    assert figure("assessment-score", every, ON).value == 3
    assert figure("permits-avoided", every, ON).value == 9
    assert figure("spending-per-key-unit", every, ON).value == 20_000


def test_lessons_held() -> None:
    lessons = [
        of("education", str(at), date=day)
        for at, day in enumerate(("2026-09-01", "2025-09-02", "2025-09-01", "2026-09-02"))
    ]
    assert figure("education-sessions", lessons, ON).behind == ("0", "1")
