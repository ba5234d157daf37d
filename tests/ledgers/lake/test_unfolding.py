"""What is handed in nested or joined is read; what cannot be used is told, and refuses nothing."""

from __future__ import annotations

import pytest

from ledgers.lake.asked import checked, findings

IN_LAKE = {"station": "平台山", "body": "湖库"}


def test_a_factor_of_no_list_is_kept_with_a_fault_and_no_class() -> None:
    one, other = checked(
        {"kind": "reading", "id": "a", "fields": {"factor": "w99999", "value": "3", **IN_LAKE}},
        {"kind": "reading", "id": "b", "fields": {"factor": "TP", "value": "0.05", **IN_LAKE}},
    )
    assert "w99999" in one.entry.faults[0]
    assert one.entry.other_factor == "w99999"
    assert not any("class" in found.rule for found in one.findings)
    assert any(found.answer.label == "Ⅲ类" for found in other.findings)


def test_a_factor_of_no_list_among_nested_ones_is_told() -> None:
    given = {"factors": {"w21011": "0.083", "w77777": 3}, **IN_LAKE}
    (one,) = checked({"kind": "reading", "id": "1", "fields": given})
    assert one.entry.kind == "sample"
    assert one.entry.faults == ("未知的项“w77777”，没有使用。",)
    assert any(found.answer.label == "Ⅳ类" for found in one.findings)


def test_what_is_not_valid_or_comes_twice_is_left_out_and_told() -> None:
    rows = [
        {"factor": "TP", "value": "0.05"},
        {"factor": "TP", "value": "0.5"},
        {"factor": "DO", "value": "1", "valid": "否"},
    ]
    (one,) = checked({"kind": "sample", "id": "1", "fields": {"readings": rows, **IN_LAKE}})
    assert [told.split("”")[0] for told in one.entry.faults] == [
        "未知的项“又一个TP",
        "未知的项“无效的DO",
    ]
    assert any(found.answer.label == "Ⅲ类" for found in one.findings)


@pytest.mark.parametrize(
    "given",
    [
        {"value": "51 μg/L"},
        {"value": {"value": 51, "unit": "ug/L"}},
        {"监测值(μg/L)": "51"},
        {"value": "0.051 mg/L"},
        {"value": "51", "unit": "μg/L"},
    ],
)
def test_a_unit_counts_wherever_it_stands(given: dict[str, object]) -> None:
    (found,) = findings("reading", {"factor": "TP", **IN_LAKE, **given}, "class-of-reading")
    assert found["label"] == "Ⅳ类"


def test_a_station_with_its_readings_is_a_sample_of_it() -> None:
    rows = [{"factor": "w01009", "value": "4.9"}, {"factor": "w21011", "value": "0.05"}]
    given = {"code": "A1", "name": "湖心", "body": "lake", "readings": rows}
    (one,) = checked({"kind": "station", "id": "1", "fields": given})
    assert (one.entry.kind, one.entry.station, one.entry.faults) == ("sample", "A1", ())


@pytest.mark.parametrize(
    ("given", "zone", "is_source"),
    [(True, None, True), ("否", "outside", None), (1, "first", True), ("level 2", "second", True)],
)
def test_in_a_protection_zone_says_whether_or_which(
    given: object, zone: str | None, is_source: bool | None
) -> None:
    (one,) = checked({"kind": "station", "id": "1", "fields": {"in_protection_zone": given}})
    assert (one.entry.zone, one.entry.is_source) == (zone, is_source)


def test_the_basis_of_an_event_stays_in_words() -> None:
    basis = {"bloom_area": 1403, "density": {"value": 8000, "unit": "万个/升"}}
    (one,) = checked({"kind": "event", "id": "1", "fields": {"type": "bloom", "basis": basis}})
    assert one.entry.basis == ("bloom_area 1403", "density 8000 万个/升")
    assert any(found.answer.label == "重大" for found in one.findings)


def test_a_word_that_is_no_unit_is_told_and_not_left_off() -> None:
    given = {"factor": "COD", "value": "15 furlong"}
    (one,) = checked({"kind": "reading", "id": "1", "fields": given})
    assert "furlong" in one.entry.faults[0]
    assert one.entry.amount is None


def test_points_listed_are_counted_and_results_in_words_are_kept() -> None:
    patrol, intake = checked(
        {"kind": "patrol", "id": "1", "fields": {"points": ["西山", "光福"]}},
        {"kind": "intake", "id": "2", "fields": {"raw_water": "达标", "finished_water": "合格"}},
    )
    assert (patrol.entry.points, patrol.entry.faults) == (2, ())
    assert (intake.entry.raw_water_told, intake.entry.finished_water_told) == ("达标", "合格")
