"""Every figure the ledger reports, over a few entries that a person can add up."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from ledgers.fleet.trying import FLEET, Given, read

ON = date(2025, 6, 1)
#: Working days of the twelve months up to that day, by the State Council's calendars.
WORKING_DAYS = 247
A, B, C = {"unit": "甲局"}, {"unit": "乙局"}, {"state": "在用"}
VEHICLES: list[Given] = [
    ("vehicle", "v1", {**A, **C, "plate": "A", "kind": "应急", "body": "商务车", "price": "176500",
                       "displacement": "1.8", "registered_on": "2016-01-01", "livery": "有",
                       "terminal_id": "T1", "title_ok": True, "应在线天数": 100, "在线天数": 90}),
    ("vehicle", "v2", {**A, **C, "plate": "B", "kind": "机要", "body": "轿车", "price": "150000",
                       "fuel": "纯电", "purchase_date": "2024-08-30", "is_renewal": True,
                       "registered_on": "2024-09-01", "livery": "无", "terminal_id": "无",
                       "title_ok": False}),
    ("vehicle", "v3", {**B, "state": "封存", "kind": "执法", "body": "轿车", "price": "130000",
                       "displacement": "1.5", "registered_on": "2020-01-01", "livery": "无",
                       "livery_exempt": "侦查办案"}),
    ("vehicle", "v4", {**B, "plate": "D", "state": "已处置", "registered_on": "2012-01-01"}),
    ("vehicle", "v5", {**B, **C, "plate": "E", "kind": "机要", "body": "轿车", "price": "100000",
                       "fuel": "汽油", "displacement": "1.5", "purchase_date": "2025-01-01",
                       "registered_on": "2025-01-05", "is_renewal": True, "livery": "有",
                       "terminal_id": "T5", "应在线天数": 100, "在线天数": 100}),
    ("quota", "q1", {**A, "kind": "应急", "number": 1}),
    ("quota", "q2", {**A, "kind": "机要", "number": 1, "in_use": 3}),
    ("quota", "q3", {**B, "kind": "执法", "number": 2}),
    ("renewal", "r1", {"plate": "A", "asked_on": "2025-05-01", "usable": False}),
    ("renewal", "r2", {"registered_on": "2020-01-01", "asked_on": "2025-05-20", "usable": True}),
    ("renewal", "r3", {"registered_on": "2010-01-01", "asked_on": "2023-05-20", "usable": False,
                       "renewed_on": "2024-01-01"}),
    ("renewal", "r4", {"registered_on": "2015-01-01", "asked_on": "2025-05-01", "usable": False,
                       "renewed_on": "2025-07-01"}),
]  # fmt: skip
FULL = {"users": ["某"], "reason": "检查", "destination": "青屏县", "state": "归档"}
USE: list[Given] = [
    ("cost_line", "c1", {**A, "kind": "加油", "vehicle": "A", "date": "2025-01-10",
                         "amount": "6000", "litres": "800"}),
    ("cost_line", "c2", {**A, "kind": "维修", "vehicle": "A", "date": "2024-06-02",
                         "amount": "2000"}),
    ("cost_line", "c3", {**A, "kind": "充电", "vehicle": "B", "date": "2025-03-01",
                         "amount": "500", "kwh": "450"}),
    ("cost_line", "c4", {**A, "kind": "社会租赁", "date": "2025-03-01", "amount": "3000"}),
    ("cost_line", "c5", {**A, "kind": "加油", "vehicle": "A", "date": "2024-06-01",
                         "amount": "4000", "litres": "500"}),
    ("cost_line", "c6", {**A, "kind": "其他", "date": "2023-06-02", "amount": "1000"}),
    ("cost_line", "c7", {**A, "kind": "停车", "date": "2025-06-02", "amount": "999"}),
    ("dispatch", "o1", {**A, **FULL, "vehicle": "A", "start": "2025-01-06 08:00",
                        "end": "2025-01-10 17:00", "km": 3000}),
    ("dispatch", "o2", {**A, "state": "归档", "vehicle": "B", "start": "2025-03-03 08:00",
                        "end": "2025-03-03 17:00", "km": 3000, "source": "平台"}),
    ("dispatch", "o3", {**A, "vehicle": "X", "start": "2025-03-04 08:00", "km": 500,
                        "source": "租赁"}),
    ("dispatch", "o4", {**A, "vehicle": "A", "start": "2025-04-01 08:00", "km": 100,
                        "state": "撤销"}),
    ("dispatch", "o5", {**A, "vehicle": "A", "start": "2024-05-30 08:00", "km": 7}),
    ("trip", "t1", {"km": 30, "starts_at": "2025-05-06 09:00", "has_order": True}),
    ("trip", "t2", {"km": 10, "starts_at": "2025-05-07 09:00", "has_order": False}),
    ("trip", "t3", {"km": 99, "starts_at": "2024-05-07 09:00", "has_order": False}),
]  # fmt: skip
WATCH: list[Given] = [
    ("alert", "a1", {"time": "2025-05-01 12:00", "outcome": "排除"}),
    ("alert", "a2", {"time": "2025-05-02 12:00", "outcome": "属实"}),
    ("alert", "a3", {"time": "2025-05-03 12:00"}),
    ("alert", "a4", {"time": "2023-05-03 12:00"}),
    ("event", "e1", {"event_kind": "12345投诉", "date": "2025-01-01"}),
    ("event", "e2", {"event_kind": "12345投诉", "date": "2024-06-01"}),
    ("event", "e3", {"event_kind": "监督检查", "date": "2025-02-01", "breach": "借用"}),
    ("event", "e4", {"event_kind": "监督检查", "date": "2025-02-01", "breach": "借用",
                     "outcome": "排除"}),
    ("disposal", "d1", {"vehicle": "D", "date": "2024-12-01", "proceeds": "20000",
                        "上缴日期": "2024-12-20"}),
    ("disposal", "d2", {"vehicle": "F", "date": "2023-12-01", "proceeds": "10000"}),
    ("disposal", "d3", {"vehicle": "G", "date": "2025-02-01", "proceeds": "0"}),
    ("annual_return", "y1", {"year": 2024, "km": 10000, "running_cost": "20000",
                             "baseline_km": 10000, "baseline_cost": "25000",
                             "reported_on": "2025-01-10"}),
    ("annual_return", "y2", {"year": 2024, "km": 8000, "running_cost": "17000",
                             "baseline_km": 10000, "baseline_cost": "20000"}),
    ("annual_return", "y3", {"year": 2024, "km": 8000, "running_cost": "17000"}),
    ("annual_return", "y0", {"year": 2023, "km": 1, "running_cost": "1", "baseline_km": 1,
                             "baseline_cost": "999999", "reported_on": "2023-12-01"}),
]  # fmt: skip


@pytest.mark.parametrize(
    ("slug", "value", "behind"),
    [
        ("quota-used-share", "125", ("q1", "q2", "q3")),
        ("over-quota", "2", ("q2",)),
        ("vehicles-held", "4", ("v1", "v2", "v3", "v5")),
        ("over-standard", "1", ("v3",)),
        ("over-age-share", "25", ("v1",)),
        ("livery-share", Decimal(200) / 3, ("v1", "v5")),
        ("terminal-share", Decimal(200) / 3, ("v1", "v5")),
        ("terminal-online-share", "95", ("v1", "v5")),
        ("new-energy-share", "25", ("v2",)),
        ("new-energy-renewal-share", "50", ("v2",)),
        ("title-share", "50", ("v1",)),
        ("renewals-waiting", "2", ("r1", "r4")),
        ("renewals-against-rules", "1", ("r2",)),
        ("running-cost", "0.85", ("c1", "c2", "c3")),
        ("running-cost-change", "70", ("c1", "c2", "c3")),
        ("running-cost-per-vehicle", Decimal(8500) / Decimal("1.5"), ("c1", "c2", "c3")),
        ("running-cost-per-km", Decimal(8500) / 6000, ("c1", "c2", "c3")),
        ("fuel-per-100km", Decimal(80000) / 3000, ("c1",)),
        ("electricity-per-100km", "15", ("c3",)),
        ("hire-cost", "0.3", ("c4",)),
        ("distance-per-vehicle", "4000", ("o1", "o2")),
        ("utilisation", Decimal(600) / Decimal("1.5") / WORKING_DAYS, ("o1", "o2")),
        ("registered-in-full-share", "50", ("o1",)),
        ("order-coverage", "75", ("t1",)),
        ("alerts-checked-share", Decimal(200) / 3, ("a1", "a2")),
        ("alerts-confirmed-share", "50", ("a2",)),
        ("alerts-open", "2", ("a3", "a4")),
        ("complaints", "1", ("e1",)),
        ("violations-found", "1", ("e3",)),
        ("disposal-proceeds", "2", ("d1", "d3")),
        ("proceeds-remitted-share", "50", ("d1",)),
        ("savings", "0.4", ("y1", "y2")),
        ("statistics-reported-share", Decimal(100) / 3, ("y1",)),
    ],
)
def test_a_figure_is_what_a_person_adds_up(slug: str, value: Any, behind: tuple[str, ...]) -> None:
    """The number, and the entries behind it."""
    (found,) = (one for one in FLEET.indicators if one.slug == slug)
    told = found.figure(read([*VEHICLES, *USE, *WATCH]), ON)
    assert told.value is not None
    assert round(told.value - Decimal(value), 6) == 0
    assert told.behind == behind


def test_every_figure_is_tried() -> None:
    """None of nothing but counts and sums, which are 0."""
    told = {one.slug: one.figure([], ON).value for one in FLEET.indicators}
    assert len(told) == 33
    assert {slug for slug, value in told.items() if value is not None} == {
        "alerts-open", "complaints", "disposal-proceeds", "hire-cost", "over-quota",
        "over-standard", "renewals-against-rules", "renewals-waiting", "running-cost", "savings",
        "vehicles-held", "violations-found",
    }  # fmt: skip


def test_a_vehicle_disposed_of_counts_until_then() -> None:
    """The year begins with two and ends with one: one and a half on the average."""
    cars: list[Given] = [
        ("vehicle", "v1", {**A, "plate": "A", "registered_on": "2016-01-01"}),
        ("vehicle", "v2", {**A, "plate": "D", "registered_on": "2012-01-01", "state": "已处置"}),
        ("vehicle", "v3", {**A, "plate": "P", "state": "采购"}),
        ("disposal", "d1", {"vehicle": "D", "date": "2024-12-01"}),
        ("cost_line", "c1", {**A, "kind": "停车", "date": "2025-01-10", "amount": "300"}),
    ]
    (found,) = (one for one in FLEET.indicators if one.slug == "running-cost-per-vehicle")
    assert found.figure(read(cars), ON).value == 200
