"""The figures over Parquet: daily means of stations beside the samples that people took."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from django.conf import settings

from ledgers.lake.telemetry.spooled import LAKE, OTHER, RIVER, day_of_frames, spool
from ledgers.lake.telemetry.test_brief import BETTER, EUTROPHIC
from world import make_world
from yiding.ledgers.base.figures import Asked, LedgerFigure, figure_of
from yiding.ledgers.base.models import Entry
from yiding.ledgers.lake.telemetry.store import Store
from yiding.ledgers.lake.telemetry.taking import take_spool
from yiding.registry.models import Jurisdiction, Unit

ON = date(2024, 7, 16)
FRAMES = [
    *day_of_frames(LAKE, "20240715", "w21011=0.04 w21001=1.0", (0, 4)),
    *day_of_frames(LAKE, "20240716", f"{EUTROPHIC}", range(6)),
    *day_of_frames(LAKE, "20240717", "w21011=9"),
    *day_of_frames(LAKE, "20230716", BETTER),
    *day_of_frames(RIVER, "20240716", "w21011=0.9"),
    *day_of_frames(OTHER, "20240716", "w21011=0.9"),
]


@pytest.fixture
def city(db: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Jurisdiction:
    """A city with two stations, of which one is in a river; a third is nobody's."""
    monkeypatch.setattr(settings, "DATA_DIR", tmp_path, raising=False)
    take_spool(Store.of(tmp_path), spool(tmp_path / "spool", FRAMES))
    found = make_world().jurisdiction
    keep(found, "station", "1", {"code": LAKE, "name": "湖心", "station_kind": "lake_body"})
    keep(found, "station", "2", {"code": RIVER, "name": "河口", "station_kind": "inflow_river"})
    return found


def keep(city: Jurisdiction, kind: str, key: str, fields: dict[str, str]) -> None:
    """An entry of the city's."""
    at = datetime(2024, 1, 1, tzinfo=UTC)
    Entry.objects.create(
        jurisdiction=city, ledger="lake", kind=kind, key=key, place=city.code, fields=fields,
        changed_at=at,
    )  # fmt: skip


def figure(city: Jurisdiction, slug: str, unit: Unit | None = None) -> LedgerFigure:
    """A figure of the ledger on the day."""
    return figure_of(Asked(f"lake/{slug}", city, ON, unit))


def test_a_mean_is_of_station_days_and_not_of_single_readings(city: Jurisdiction) -> None:
    found = figure(city, "total-phosphorus-mean")
    assert found.value == Decimal("0.0615")  # (0.04 + 0.083) / 2, however many came a day
    assert found.figure.behind == (f"{LAKE}@2024-07-15", f"{LAKE}@2024-07-16")


def test_what_people_took_counts_beside_them(city: Jurisdiction) -> None:
    keep(city, "sample", "m", {
        "station": "湖心", "sample_time": "2024-07-10T09:00:00+08:00", "body": "lake",
        "total_phosphorus": "0.057",
    })  # fmt: skip
    found = figure(city, "total-phosphorus-mean")
    assert found.value == Decimal("0.06")
    assert found.figure.whole == 3
    assert [one.key for one in found.entries()] == ["m"]


def test_the_index_is_that_of_the_day_and_against_last_year(city: Jurisdiction) -> None:
    assert figure(city, "trophic-index-mean").value == Decimal("58.1706")
    change = figure(city, "trophic-index-change")
    assert round(change.value or 0, 2) == round(Decimal("15.8746") * 100 / Decimal("42.2960"), 2)


def test_the_capture_is_of_windows_since_the_first_day(city: Jurisdiction) -> None:
    found = figure(city, "data-capture-share")
    # phosphorus and nitrogen: 2 + 2 windows of 12; permanganate: 2 of 6; the river's: 6 of 6
    assert (found.figure.part, found.figure.whole) == (Decimal(16), Decimal(36))


def test_a_unit_has_only_what_it_entered(city: Jurisdiction) -> None:
    unit = Unit.objects.first()
    assert unit is not None
    assert figure(city, "total-phosphorus-mean", unit).value is None


def test_another_city_has_none_of_it(city: Jurisdiction) -> None:
    other = Jurisdiction.objects.create(code="320599", slug="elsewhere", name="别处市")
    assert figure(other, "total-phosphorus-mean").value is None
    assert figure(other, "data-capture-share").value is None
