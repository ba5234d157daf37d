"""Figures over small sets of entries, each number worked out by hand."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from ledgers.powers.trying import Given, figure

ON = date(2020, 3, 2)
ITEMS: list[Given] = [
    ("item", "a", {"anticipate_day": 20, "promise_day": 5, "project_type": "承诺件",
                   "steps_before": 6, "step_count": 4, "materials_before": 10,
                   "material_count": 6, "visits_before": 3, "limit_scene_num": 0,
                   "is_online": "是", "approving_bodies": "市行政审批局",
                   "supervising_bodies": "市住建局"}),
    ("item", "b", {"anticipate_day": 20, "promise_day": 10, "project_type": "承诺件",
                   "steps_before": 6, "step_count": 5, "materials_before": 8,
                   "visits_before": 2, "limit_scene_num": 1, "is_online": "否",
                   "approving_bodies": "市行政审批局", "supervising_bodies": "无"}),
    ("item", "c", {"anticipate_day": 45, "promise_day": 15, "limit_scene_num": 2,
                   "visits_before": 2, "approving_bodies": "甲、乙",
                   "supervising_bodies": "丙"}),
    ("item", "d", {"promise_day": 0, "project_type": "即办件", "task_code": "T-d"}),
    ("item", "e", {"anticipate_day": "30自然日", "promise_day": "10工作日"}),
    ("item_service", "d1", {"task_code": "T-d", "limit_scene_num": 1, "step_count": 3,
                            "is_online": "是"}),
]  # fmt: skip
CASES: list[Given] = [
    ("case", "in-time", {"received_at": "2019-11-04", "accepted_at": "2019-11-04",
                         "decided_at": "2019-11-18", "rating": "满意", "is_online": "是"}),
    ("case", "late", {"received_at": "2019-11-04", "accepted_at": "2019-11-04",
                      "decided_at": "2019-12-04", "rating": "不满意", "rating_rectified": "是",
                      "is_online": "否"}),
    ("case", "open-late", {"received_at": "2019-12-16", "accepted_at": "2019-12-16",
                           "notice_times": 2}),
    ("case", "open", {"received_at": "2020-02-24", "accepted_at": "2020-02-24",
                      "notice_times": 1, "is_returned": "是"}),
    ("case", "no-acceptance", {"received_at": "2019-11-04", "decided_at": "2019-11-05",
                               "rating": "很差"}),
    ("case", "other-kind", {"item_kind": "行政确认", "accepted_at": "2019-11-04",
                            "decided_at": "2019-11-05", "rating": "非常满意"}),
    ("case", "decided-later", {"received_at": "2020-02-24", "accepted_at": "2020-02-24",
                               "decided_at": "2020-03-03"}),
]  # fmt: skip
TRANSFERS: list[Given] = [
    ("transfer", "runs", {"item_kind": "行政许可", "mode": "划转", "state": "已划转运行",
                          "to_bureau": "市行政审批局", "supervising_bodies": "市住建局",
                          "provincial_decision": "苏政复〔2019〕3号", "cutover_date": "2019-12-16",
                          "related_items": [{"name": "年检", "moved": "否"},
                                            {"name": "变更", "moved": "否"},
                                            {"name": "注销", "moved": "是"}]}),
    ("transfer", "handing-over", {"item_kind": "行政许可", "mode": "划转", "state": "交接中",
                                  "to_bureau": "市行政审批局", "legal_basis": "市政府会议纪要",
                                  "supervising_bodies": "无"}),
    ("transfer", "by-its-day", {"mode": "划转", "cutover_date": "2020-03-02",
                                "to_bureau": "市行政审批局", "supervising_bodies": "市水务局"}),
    ("transfer", "planned", {"mode": "划转", "state": "拟划转", "to_bureau": "市行政审批局",
                             "supervising_bodies": "市水务局"}),
    ("transfer", "taken-back", {"mode": "收回", "state": "收回"}),
    ("handover", "whole", {"started_on": "2019-11-04", "signed_at": "2019-12-10",
                           **dict.fromkeys(("people", "posts", "files", "seals",
                                            "system_accounts", "special_network",
                                            "pending_cases", "templates", "training"), "是")}),
    ("handover", "not-signed", {"started_on": "2019-11-04", "people": "是"}),
    ("handover", "running", {"started_on": "2020-02-24", "people": "是"}),
]  # fmt: skip
PUSHES: list[Given] = [
    ("push", "same-day", {"case": "1", "decided_at": "2019-11-25", "sent_at": "2019-11-25",
                          "claimed_at": "2019-11-26", "feedback_at": "2019-12-02"}),
    ("push", "next-day", {"case": "2", "decided_at": "2019-11-25", "sent_at": "2019-11-26",
                          "push_profile": "两个工作日", "claimed_at": "2020-03-03"}),
    ("push", "next-day-no-profile", {"case": "3", "decided_at": "2019-11-25",
                                     "sent_at": "2019-11-26"}),
    ("push", "not-sent", {"case": "4", "decided_at": "2019-11-25"}),
    ("push", "back", {"case": "3", "direction": "监管→审批", "result_at": "2019-12-02",
                      "sent_at": "2019-12-03"}),
]  # fmt: skip
COORDS: list[Given] = [
    ("coord", "1", {"date": "2020-01-01"}),
    ("coord", "2", {"date": "2020-03-02"}),
    ("coord", "3", {"date": "2020-03-03"}),
    ("coord", "4", {"date": "2019-12-31"}),
    ("coord", "5", {"subject": "无日期"}),
]


@pytest.mark.parametrize(
    ("slug", "given", "part", "whole"),
    [
        ("time-saved", ITEMS, 55, 85),
        ("steps-mean", ITEMS, 12, 3),
        ("steps-saved", ITEMS, 3, 12),
        ("materials-mean", ITEMS, 6, 1),
        ("materials-saved", ITEMS, 4, 10),
        ("visits-mean", ITEMS, 4, 4),
        ("visits-saved", ITEMS, 4, 7),
        ("zero-visit-share", ITEMS, 1, 4),
        ("one-visit-share", ITEMS, 3, 4),
        ("immediate-share", ITEMS, 1, 3),
        ("items-online", ITEMS, 2, 3),
        ("items-without-one-supervisor", ITEMS, 2, None),
        ("cases-in-time", CASES, 1, 2),
        ("cases-overdue", CASES, 1, None),
        ("actual-time-ratio", CASES, 32, 40),
        ("told-once-share", CASES, 1, 2),
        ("returned-share", CASES, 1, 6),
        ("bad-review-share", CASES, 2, 4),
        ("bad-reviews-rectified", CASES, 1, 2),
        ("satisfaction", CASES, 2, 4),
        ("cases-online", CASES, 1, 2),
        ("transfers-running", TRANSFERS, 2, 3),
        ("transfers-waiting", TRANSFERS, 1, None),
        ("transfers-unclear", TRANSFERS, 1, None),
        ("transfers-without-basis", TRANSFERS, 1, None),
        ("related-items-left", TRANSFERS, 2, None),
        ("handovers-complete", TRANSFERS, 1, 3),
        ("handovers-overdue", TRANSFERS, 1, None),
        ("pushes-in-time", PUSHES, 2, 4),
        ("pushes-signed-for", PUSHES, 1, 3),
        ("pushes-fed-back", PUSHES, 2, 3),
        ("consultations-held", COORDS, 2, None),
    ],
)
def test_a_figure_is_what_was_worked_out(
    slug: str, given: list[Given], part: int, whole: int | None
) -> None:
    found = figure(slug, given, ON)
    assert (found.part, found.whole) == (part, None if whole is None else Decimal(whole))


def test_the_worked_example_of_time_saved_in_per_cent() -> None:
    """55 of 85; what has no statutory limit, or another unit, is in neither sum."""
    found = figure("time-saved", ITEMS, ON)
    assert found.value is not None
    assert round(found.value, 2) == Decimal("64.71")
    assert found.behind == ("a", "b", "c")


@pytest.mark.parametrize("slug", ["time-saved", "satisfaction", "pushes-in-time"])
def test_nothing_is_no_figure(slug: str) -> None:
    empty: list[Any] = []
    assert figure(slug, empty, ON).value is None
