"""Spans of days, and the folders that rows of a month or a day stand in."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from yiding.ledgers.fleet.positions.store import POSITIONS
from yiding.ledgers.fleet.positions.store import Store as FleetStore
from yiding.ledgers.lake.telemetry.store import READINGS, Store
from yiding.ledgers.telemetry.manifest import Manifest, UnknownStore, read_manifest, write_manifest
from yiding.ledgers.telemetry.series import Between

WINTER = Between(date(2023, 12, 30), date(2024, 3, 1))


def test_a_span_by_months_and_by_days() -> None:
    months = [(one.first, one.last) for one in WINTER.months()]
    assert months == [
        (date(2023, 12, 30), date(2023, 12, 31)), (date(2024, 1, 1), date(2024, 1, 31)),
        (date(2024, 2, 1), date(2024, 2, 29)), (date(2024, 3, 1), date(2024, 3, 1)),
    ]  # fmt: skip
    days = list(WINTER.days())
    assert (len(days), days[0].first, days[-1].last) == (63, WINTER.first, WINTER.last)
    assert list(Between(date(2024, 1, 2), date(2024, 1, 1)).days()) == []


@pytest.mark.parametrize("made", [Store, FleetStore])
def test_a_store_finds_the_files_of_a_span(tmp_path: Path, made: type[Store | FleetStore]) -> None:
    store = made(tmp_path)
    series = store.series[0]
    days = (date(2024, 1, 31), date(2024, 2, 1), date(2024, 2, 3))
    names = tuple(f"{series.name}/{series.folder(day)}/{day.day}.parquet" for day in days)
    write_manifest(tmp_path, store.schema, Manifest(1, {series.name: names}))
    found = store.files_of(series, Between(days[1], days[1]))
    wanted = names[1:] if series is READINGS else names[1:2]
    assert found == [str(tmp_path / one) for one in wanted]
    spans = store.spans(series)
    assert len(spans) == (2 if series is READINGS else 3)
    assert spans[-1].last == (date(2024, 2, 29) if series is READINGS else days[2])


def test_a_manifest_is_read_by_its_own_ledger_alone(tmp_path: Path) -> None:
    told = Manifest(3, {"positions": ("a",), "faults": ()}, ("b",), {"s": 9}, (("s", 4),))
    write_manifest(tmp_path, FleetStore.schema, told)
    assert FleetStore(tmp_path).manifest() == told
    assert told.named() == {"a", "b"}
    with pytest.raises(UnknownStore, match=r"fleet-store/1.*只认.*lake-store/1"):
        Store(tmp_path).manifest()
    assert read_manifest(tmp_path / "none", "any", [POSITIONS.name]) == Manifest()
