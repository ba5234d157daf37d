"""The ledger's page with its panels, as a reader opens it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client

from ledgers.lake.telemetry.spooled import LAKE, day_of_frames, spool
from ledgers.lake.telemetry.test_brief import EUTROPHIC
from web.conftest import client_for
from world import World, make_world, moment
from yiding.ledgers.base.reading import Given
from yiding.ledgers.base.store import Writing, put_entry
from yiding.ledgers.lake.telemetry.store import Store
from yiding.ledgers.lake.telemetry.taking import take_spool


@pytest.fixture
def desk(db: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Client:
    """The supervisor's, with one station and a day of its readings."""
    monkeypatch.setattr(settings, "DATA_DIR", tmp_path, raising=False)
    frames = day_of_frames(LAKE, "20240716", EUTROPHIC)
    take_spool(Store.of(tmp_path), spool(tmp_path / "spool", frames))
    world: World = make_world()
    writing = Writing(world["supervisor"], "lake", moment(date(2026, 3, 3)))
    station = {"name": "湖心", "station_kind": "湖体", "lon": "120.2", "lat": "31.2"}
    put_entry(writing, Given("station", LAKE, {"code": LAKE, **station}))
    return client_for(world["supervisor"])


def test_the_page_shows_the_day_asked_for(desk: Client) -> None:
    page = desk.get("/ledgers/lake/?day=2024-07-16").content.decode()
    assert 'id="panel-today"' in page
    assert 'id="panel-stations"' in page
    assert "Ⅳ类" in page
    assert "轻度富营养" in page
    assert 'href="/ledgers/lake/' in page


def test_the_page_in_english_says_the_same(desk: Client) -> None:
    desk.cookies.load({settings.LANGUAGE_COOKIE_NAME: "en"})
    page = desk.get("/ledgers/lake/?day=2024-07-16").content.decode()
    assert "class IV" in page
    assert "Stations coloured by the class of their water that day" in page
    assert "Data capture" in page
