"""What people write another way: nested, joined, as a word for a number, as yes for a day."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from ledgers.lightning.trying import of, read


def values(kind: str, **fields: Any) -> dict[str, Any]:
    (entry,) = read([of(kind, **fields)])
    return {**entry.values, "faults": entry.faults}


D = Decimal
GIVEN: list[tuple[str, dict[str, Any], dict[str, Any]]] = [
    ("structure", {"尺寸": "42×18×54"}, {"length_m": D(42), "width_m": D(18), "height_m": D(54)}),
    ("structure", {"dimensions": {"L": 42, "H": "5400 cm"}}, {"height_m": D(54)}),
    ("structure", {"k": "lakeside"}, {"setting": "exposed"}),
    ("structure", {"k": ["湖边", "旷野孤立"]}, {"setting": "isolated"}),
    ("structure", {"k": "1.7"}, {"k": D("1.7"), "setting": "normal"}),
    ("structure", {"a1": "0.3", "a2": "0.1"}, {"class_one_share": D(30), "class_two_share": D(10)}),
    ("structure", {"a1": "30", "a2": "0.5"}, {"class_one_share": D(30)}),
    ("structure", {"a1": "3/10"}, {"class_one_share": D(30)}),
    ("structure", {"class_areas": {"I": "30%", "II": "10%"}}, {"class_two_share": D(10)}),
    ("structure", {"class_areas": {"一类": 250, "三类": 750}}, {"class_one_share": D(25)}),
    ("structure", {"shares": {"I": 0.25, "II": 0.1}}, {"class_one_share": D(25)}),
    ("device", {"environment": "explosion/fire-hazard"}, {"environment": "explosive_fire"}),
    ("structure", {"class": "none"}, {"lightning_class": "none"}),
    ("risk", {"lps": "none", "CE": "urban", "rf": "1e-3"}, {"lps": "none", "rf": D("0.001"),
        "line_environment": "urban"}),
    ("risk", {"fire_risk": "0.01", "outdoor_floor": "concrete"}, {"rf": D("0.01"),
        "outdoor_floor": "concrete"}),
    ("risk", {"rt_indoor": "marble", "PEB": "III-IV"}, {"indoor_floor": "marble",
        "spd_level": "iii_iv"}),
    ("device", {"mesh": "8×12 m"}, {"mesh_long_m": D(12), "mesh_short_m": D(8)}),
    ("device", {"earthing": {"resistance": "9500 mΩ"}}, {"resistance": D("9.5")}),
    ("device", {"earthing": {"kind": "ring", "resistance": 5}, "air_termination": {"kind": "mesh",
        "mesh": "10x10"}}, {"earth_electrode": "ring", "air_terminal": "mesh",
        "device_kind": None, "mesh_long_m": D(10)}),
    ("device", {"earthing": "环形接地体"}, {"earth_electrode": "环形接地体"}),
    ("inspection", {"defects": 0}, {"defect_count": D(0)}),
    ("inspection", {"defects": "无"}, {"defect_count": D(0)}),
    ("inspection", {"defects": ["锈蚀", "松动"]}, {"defect_count": D(2), "result": "failed"}),
    ("inspection", {"rectified": "是", "re_test": "合格"}, {"is_rectified": True,
        "retest_result": "passed"}),
    ("inspection", {"body": {"name": "某机构", "grade": "乙"}}, {"body": "某机构",
        "body_grade": "b"}),
    ("inspection", {"uploaded": "是"}, {"is_uploaded": True}),
    ("inspection_body", {"quality_check": "0.92"}, {"quality_pass": D(92)}),
    ("inspection_body", {"quality_check": "92%"}, {"quality_pass": D(92)}),
    ("inspection_body", {"titles": {"senior": 2, "mid": 6}}, {"mid_titles": D(6)}),
    ("project", {"accepted": False, "approved": "2025-01-01"}, {"is_accepted": False,
        "design_approved_on": date(2025, 1, 1)}),
    ("structure", {"design_approved": "是"}, {"is_design_approved": True}),
    ("permit", {"acceptance": "refused"}, {"acceptance_result": "refused"}),
    ("permit", {"accepted": "否"}, {"acceptance_result": "refused"}),
    ("permit", {"accepted": "2025-03-04"}, {"acceptance_result": "accepted"}),
    ("permit", {"documents": "申请书、图纸"}, {"document_count": D(2)}),
    ("warning", {"within": "2小时"}, {"window_h": D(2)}),
    ("warning", {"issuer": "某市气象局"}, {"issuer_kind": "cma_station"}),
    ("strike", {"date": "2025-07-01", "time": "15:03:04", "ms": "7"}, {}),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "fields", "wanted"), GIVEN)
def test_it_comes_to_the_fields_it_is_of(
    kind: str, fields: dict[str, Any], wanted: dict[str, Any]
) -> None:
    told = values(kind, **fields)
    assert {name: told.get(name) for name in wanted} == wanted
    assert told["faults"] == ()


def test_thousandths_of_a_second_in_a_column_of_their_own() -> None:
    told = values("strike", date="2025-07-01", time="15:03:04", ms="7")
    assert told["occurred_at"].isoformat() == "2025-07-01T15:03:04.007000+08:00"
    assert "day" not in told


def test_what_stands_above_is_not_overwritten_by_what_is_nested() -> None:
    told = values("inspection", body_grade="甲", body={"name": "某", "grade": "乙"})
    assert told["body_grade"] == "a"


def test_an_unknown_word_is_left_out_and_said() -> None:
    told = values("site", category="神庙")
    assert "category" not in told
    assert "神庙" in told["faults"][0]


def test_what_is_said_of_one_kind_may_be_of_another() -> None:
    """A mesh said of a structure is a device's; a class said of a body is an inspection's."""
    told = read(
        [
            of("structure", "1", lightning_class="II", mesh="12×9"),
            of("structure", "2", L=30, W=15, H=18, spacing=20),
            of("inspection_body", "3", grade="乙", lightning_class="II"),
            of("inspection_body", "4", grade="乙", senior=1),
        ]
    )
    kinds = ["device", "structure", "inspection", "inspection_body"]
    assert [one.kind for one in told] == kinds
