"""What the ledger's page draws of the store, in both languages."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest
from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation

from ledgers.lake.hj212.frames import MILLISECONDS
from ledgers.lake.telemetry.spooled import LAKE, OTHER, RIVER, day_of_frames, frame, spool
from ledgers.lake.telemetry.test_brief import BETTER, EUTROPHIC, entry
from yiding.ledgers.lake import panels
from yiding.ledgers.lake.telemetry.frames import Law, Reader
from yiding.ledgers.lake.telemetry.season import season
from yiding.ledgers.lake.telemetry.stations import register_of
from yiding.ledgers.lake.telemetry.store import Store
from yiding.ledgers.lake.telemetry.taking import take_spool
from yiding.ledgers.panel import Panel, PanelSource, Shown, Sight, panels_of
from yiding.rules import Entry

ON = date(2024, 7, 16)
DENSE = "w19011=90000000"
ENTRIES = (
    entry("station", "1", code=LAKE, name="湖心", station_kind="湖体", lon="120.2", lat="31.2"),
    entry("station", "2", code=RIVER, name="入湖口", station_kind="入湖河道"),
    entry("station", "3", code=OTHER, name="西岸", station_kind="湖体", lon="120.1", lat="31.3"),
    entry("finished_water", "w", plant="一水厂", sample_time="2024-07-02", iron="0.31"),
    entry("bloom_scene", "b", time="2024-07-16 11:00", area_km2="20"),
)
FRAMES = [
    *day_of_frames(LAKE, "20240716", f"{EUTROPHIC} {DENSE}"),
    *day_of_frames(LAKE, "20240501", BETTER),
    *day_of_frames(LAKE, "20240331", EUTROPHIC),
    *day_of_frames(LAKE, "20230716", BETTER),
    *day_of_frames(LAKE, "20231101", EUTROPHIC),
    *day_of_frames(RIVER, "20240716", "w21011=0.3"),
    *day_of_frames("A320500000000077", "20240716", "w21011=0.3"),
    frame(LAKE, "20240716000000", "w99999=1"),
    MILLISECONDS,
]


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data directory with a store."""
    folder: Path = tmp_path_factory.mktemp("panels")
    take_spool(Store.of(folder), spool(folder / "spool", FRAMES))
    return folder


@pytest.fixture(autouse=True)
def here(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The deployment keeps its data there."""
    monkeypatch.setattr(settings, "DATA_DIR", data, raising=False)


def sight(source: PanelSource, entries: Iterable[Entry] = ENTRIES, **query: str) -> Panel | None:
    """What a panel draws of the entries of its kinds."""
    shown = [Shown(one, None, f"/entries/{one.id}/") for one in entries if one.kind in source.kinds]
    return source.draw(Sight(ON, "320500", shown, query))


def drawn(found: Panel | None, language: str = "zh-hans") -> str:
    """The panel as the page prints it."""
    assert found is not None
    with translation.override(language):
        return render_to_string(found.template, dict(found.context))


def test_the_page_finds_four_panels() -> None:
    slugs = [one.slug for one in panels_of("lake")]
    assert slugs == ["today", "stations", "curve", "faults"]


def test_the_day_in_chinese_and_in_english() -> None:
    page = drawn(sight(panels.today))
    assert "红灯" in page
    assert "20 km²" in page
    assert "Ⅳ类" in page
    assert "58.2" in page
    assert '<a class="plain" href="/entries/1/">湖心</a>' in page
    assert page.count("无数据") >= 3
    with translation.override("en"):
        found = sight(panels.today)
    english = drawn(found, "en")
    assert "class IV" in english
    assert "Ⅳ类" not in english


def test_nothing_at_all_is_no_panel(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "DATA_DIR", tmp_path, raising=False)
    assert [sight(one, ()) for one in panels_of("lake")] == [None] * 4


def test_a_page_of_later_shows_the_last_day_of_which_something_is_known() -> None:
    assert panels.today.draw(Sight(date(2024, 11, 30), "320500", ())) is None
    shown = [Shown(one, None, "") for one in ENTRIES]
    late = Sight(date(2024, 11, 30), "320500", shown)
    assert "<b>2024-07-16</b>" in drawn(panels.today.draw(late))
    asked = Sight(date(2024, 11, 30), "320500", shown, {"day": "2024-05-01"})
    page = drawn(panels.today.draw(asked))
    assert "<b>2024-05-01</b>" in page
    assert "?day=2024-04-30#panel-today" in page
    assert "Ⅲ类" in page
    wrong = Sight(ON, "320500", shown, {"day": "2024-13-01"})
    assert "<b>2024-07-16</b>" in drawn(panels.today.draw(wrong))
    ahead = Sight(ON, "320500", shown, {"day": "2025-01-01"})
    assert "<b>2024-07-16</b>" in drawn(panels.today.draw(ahead))


def test_the_stations_are_coloured_by_their_class() -> None:
    page = drawn(sight(panels.stations))
    assert page.count('class="f-soon"') == 1
    assert page.count('class="f-hair"') == 1
    assert "湖心 Ⅳ类" in page
    assert "西岸 无数据" in page
    assert "入湖口" not in page


def test_the_season_stands_beside_last_year() -> None:
    page = drawn(sight(panels.curve))
    assert page.count("<circle") == 0
    assert "2024" in page
    assert "2023" in page
    assert "?curve=algal_density#panel-curve" in page
    assert "总磷（mg/L）" in page
    by_density = drawn(sight(panels.curve, curve="algal_density"))
    assert "<b>藻密度（个/L）</b>" in by_density


def test_the_season_is_of_the_lake_from_april_to_october(data: Path) -> None:
    with Reader(Store.of(data), register_of(ENTRIES)) as reader:
        found = season(reader, Law(ON, "320500"))
    assert found.days[0] == (4, 1)
    assert found.days[-1] == (10, 31)
    known = {
        day: round(value, 4)
        for day, value in zip(found.days, found.this_year["tli"], strict=True)
        if value is not None
    }
    assert known == {(5, 1): 42.296, (7, 16): 58.1706}
    assert [one for one in found.last_year["tli"] if one is not None] == [pytest.approx(42.29596)]
    phosphorus = dict(zip(found.days, found.this_year["total_phosphorus"], strict=True))
    assert phosphorus[7, 16] == 0.083  # the river's 0.3 is none of the lake's


def test_the_faults_of_the_week_are_listed_with_their_sentence() -> None:
    page = drawn(sight(panels.faults))
    assert "因子未知" in page
    assert "w99999" in page
    assert "湖心" in page
    with translation.override("en"):
        found = sight(panels.faults)
    assert "The factor code" in drawn(found, "en")


def test_nothing_is_shown_of_stations_that_are_not_the_readers() -> None:
    """Another city's, or another unit's: they share the store."""
    mine = [one for one in ENTRIES if one.id in {"2", "w"}]
    page = drawn(sight(panels.today, mine))
    assert "入湖口" in page
    assert "湖心" not in page
    assert "A320500000000077" not in drawn(sight(panels.today))
    assert sight(panels.faults, mine) is None
