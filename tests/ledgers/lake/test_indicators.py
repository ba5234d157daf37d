"""Figures reported, over a year of two stations and what happened around them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from ledgers.lake.asked import LAKE, entries
from yiding.rules import Figure

ON = date(2025, 7, 31)
WATER = {"chl": "26", "tp": "0.083", "tn": "1.6", "sd": "0.35", "codmn": "4.6"}
Given = Mapping[str, Any]


def given(kind: str, id_: str, **fields: Any) -> Given:
    """An entry."""
    return {"kind": kind, "id": id_, "fields": fields}


def figure(slug: str, *rows: Given, on: date = ON) -> Figure:
    """The figure of an indicator over entries."""
    (one,) = (each for each in LAKE.indicators if each.slug == slug)
    return one.figure(entries(*rows), on)


SAMPLES = (
    given("sample", "a", sample_time="2025-01-01", body="lake", **WATER),
    given("sample", "b", sample_time="2025-07-31", body="lake", **{**WATER, "tp": "0.117"}),
    given("sample", "river", sample_time="2025-07-01", body="river", tp="9"),
    given("sample", "bad", sample_time="2025-07-01", body="lake", tp="9", valid=False),
    given("sample", "bound", sample_time="2025-07-01", body="lake", tp="<0.02"),
    given("sample", "late", sample_time="2025-08-01", body="lake", tp="9"),
    given("sample", "last", sample_time="2024-07-31", body="lake", tp="0.08", tn="2.0"),
    given("sample", "later last", sample_time="2024-08-01", body="lake", tp="9"),
)


def test_means_are_of_the_lakes_valid_samples_of_the_year() -> None:
    """Rivers, invalid results, bounds and other days are left out."""
    told = figure("total-phosphorus-mean", *SAMPLES)
    assert (told.value, told.whole, told.behind) == (Decimal("0.1"), 2, ("a", "b"))
    assert figure("total-phosphorus-change", *SAMPLES).value == 25
    assert figure("total-nitrogen-change", *SAMPLES).value == -20


def test_the_mean_index_is_of_whole_samples() -> None:
    """One without chlorophyll does not count; last year without any gives no change."""
    partly = given("sample", "c", sample_time="2025-05-01", tp="0.01", tn="0.1")
    told = figure("trophic-index-mean", SAMPLES[0], partly)
    assert (told.value, told.behind) == (Decimal("58.1706"), ("a",))
    assert figure("trophic-index-change", *SAMPLES).value is None


def test_a_leap_day_is_held_against_the_last_of_february() -> None:
    """29 February 2024 against 28 February 2023."""
    rows = (
        given("sample", "a", sample_time="2024-02-29", tp="0.06"),
        given("sample", "b", sample_time="2023-02-28", tp="0.05"),
        given("sample", "c", sample_time="2023-03-01", tp="9"),
    )
    assert figure("total-phosphorus-change", *rows, on=date(2024, 2, 29)).value == 20


def test_a_source_complies_by_class_zone_and_further_items() -> None:
    """Without target or zone a source is held to class III."""
    rows = (
        given("sample", "ok", sample_time="2025-06-01", station_kind="水源地", tp="0.05"),
        given("sample", "IV", sample_time="2025-06-01", station_kind="水源地", tp="0.051"),
        given("sample", "first", sample_time="2025-06-01", zone="一级", body="lake", tp="0.05"),
        given(
            "sample",
            "iron",
            sample_time="2025-06-01",
            station_kind="水源地",
            tp="0.05",
            iron="0.31",
        ),
        given("sample", "other", sample_time="2025-06-01", body="lake", tp="0.2"),
    )
    told = figure("source-compliance", *rows)
    assert (told.value, told.behind) == (25, ("ok",))
    assert told.lacking == ("IV", "first", "iron")


def test_sections_are_held_to_their_targets() -> None:
    """Rivers with a target."""
    rows = (
        given("sample", "ok", sample_time="2025-06-01", body="river", target="III", tp="0.2"),
        given("sample", "bad", sample_time="2025-06-01", body="river", target="III", tp="0.21"),
        given("sample", "aimless", sample_time="2025-06-01", body="river", tp="0.5"),
    )
    assert figure("section-compliance", *rows).value == 50


SCENES = (
    given("bloom_scene", "a", time="2025-05-01 10:30", area_km2="100"),
    given("bloom_scene", "b", time="2025-05-01 13:30", area_km2="200"),
    given("bloom_scene", "c", time="2025-06-10", area_km2="60"),
    given("bloom_scene", "clear", time="2025-06-11", area_km2="0"),
    given("bloom_scene", "old", time="2024-06-11", area_km2="1403"),
)


@pytest.mark.parametrize(
    ("slug", "value"),
    [
        ("bloom-days", 2),
        ("bloom-largest-area", 200),
        ("bloom-mean-area", 120),
        ("bloom-first-day", 121),
        ("bloom-last-day", 161),
    ],
)
def test_blooms_are_counted_by_day_and_measured_by_scene(slug: str, value: int) -> None:
    """A scene without bloom is none."""
    assert figure(slug, *SCENES).value == value


WATERS = (
    given("blackwater", "a", found_at="2025-05-01", ended_at="2025-05-03", area_km2="0.5"),
    given("blackwater", "b", found_at="2025-07-30", area_km2="240"),
    given("blackwater", "old", found_at="2024-05-01", area_km2="900"),
)


@pytest.mark.parametrize(
    ("slug", "value"),
    [
        ("blackwater-count", 2),
        ("blackwater-largest-area", 240),
        ("blackwater-days", 5),
        ("red-light-major-blackwater", 1),
    ],
)
def test_black_water_is_counted_and_the_second_light_lit(slug: str, value: int) -> None:
    """What has not ended lasts to the day asked for."""
    assert figure(slug, *WATERS).value == value


def test_the_first_light_is_lit_by_any_item_of_finished_water() -> None:
    """A value that only an unconfirmed limit forbids lights nothing."""
    rows = (
        given("finished_water", "iron", sample_time="2025-07-01", iron="0.31"),
        given("finished_water", "ok", sample_time="2025-07-01", iron="0.3"),
        given("finished_water", "unconfirmed", sample_time="2025-07-01", turbidity="1.1"),
    )
    told = figure("red-light-finished-water", *rows)
    assert (told.value, told.behind) == (1, ("iron",))


def test_salvage_is_summed_and_its_treatment_shared() -> None:
    """By weight, and by records treated on their own day."""
    rows = (
        given(
            "salvage",
            "a",
            date="2025-07-01",
            algae_water_t="100",
            disposed_t="100",
            disposed_on="2025-07-01",
        ),
        given(
            "salvage",
            "b",
            date="2025-07-02",
            algae_water_t="300",
            disposed_t="200",
            disposed_on="2025-07-03",
        ),
        given("salvage", "c", date="2025-07-02", boats="3"),
    )
    assert figure("salvaged-algal-water", *rows).value == 400
    assert figure("salvage-disposal-share", *rows).value == 75
    assert figure("salvage-same-day-share", *rows).value == 50


def test_data_response_reserve_and_patrol() -> None:
    """One of each."""
    captured = given("capture", "a", end="2025-07-10", days="10", valid="45")
    assert figure("data-capture-share", captured).value == 75
    events = (
        given("event", "a", found="2025-07-01 08:00", reported="2025-07-01 08:30"),
        given("event", "b", found="2025-07-01 08:00", reported="2025-07-01 09:30"),
        given("event", "c", found="2025-07-01 08:00"),
    )
    assert figure("event-response-minutes", *events).value == 60
    sources = (
        given("intake", "a", reserve_days="9", safe_days="200"),
        given("intake", "b", spare_capacity="70", daily_use="10", safe_days="212"),
        given("intake", "c", plant="三水厂"),
    )
    assert figure("reserve-days-least", *sources).value == 7
    assert figure("safe-supply-days", *sources).value == 200
    patrols = [given("patrol", str(day), date=f"2025-04-{day:02}") for day in (1, 1, 2, 3, 4, 5, 6)]
    winter = given("patrol", "w", date="2025-03-31")
    told = figure("season-patrol-share", *patrols, winter, on=date(2025, 4, 12))
    assert (told.value, told.whole) == (50, 12)
    assert figure("season-patrol-share", on=date(2025, 12, 31)).whole == 214


@pytest.mark.parametrize("slug", [one.slug for one in LAKE.indicators])
def test_nothing_kept_gives_no_share_and_no_error(slug: str) -> None:
    """A count is nought, a share or mean is not known."""
    told = figure(slug)
    assert told.value in {None, Decimal(0)}
    assert told.behind == ()
