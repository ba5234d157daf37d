"""An entry is judged again when one that it belongs to comes, changes or goes."""

from __future__ import annotations

import pytest

from ledgers.base.test_beside import GIVEN, ON, put, stored, together
from world import World, moment
from yiding.demo.ledgers.delivery import Delivery, workbook
from yiding.ledgers.base import belonging
from yiding.ledgers.base.belonging import lookers, waiting
from yiding.ledgers.base.checking_runs import check_ledger
from yiding.ledgers.base.importing import import_entries
from yiding.ledgers.base.models import Entry
from yiding.ledgers.base.reading import Given
from yiding.ledgers.base.store import Writing, change_entry, put_entry, retire_entry
from yiding.ledgers.catalogue import ledger
from yiding.ledgers.panel import PanelSource
from yiding.web.ledgers.checking import waiting_words
from yiding.web.ledgers.panels import _entries


def writing(world: World) -> Writing:
    return Writing(world["supervisor"], "lake", moment(ON))


@pytest.mark.parametrize("kind", ["reading", "sample"])
def test_a_reading_stored_before_its_station_is_judged_again_with_it(
    world: World, kind: str
) -> None:
    row = put(world, kind, "r1")
    alone = stored(row)
    put(world, "station", "s1")
    assert stored(row) == together(kind) != alone


def test_when_the_station_changes_or_goes_so_does_what_was_found(world: World) -> None:
    station = put(world, "station", "s1")
    row = put(world, "reading", "r1")
    in_river = stored(row)
    station = change_entry(writing(world), station, {"body": "lake"})
    in_lake = stored(row)
    retire_entry(writing(world), station, "撤站")
    assert in_river != in_lake != stored(row)
    assert not waiting(world.jurisdiction.pk, "lake").exists()


def test_a_file_with_a_station_reaches_its_readings_too(world: World) -> None:
    row = put(world, "reading", "r1")
    station = {"id": "s1", "code": "A1", "name": "望虞河口", "body": "river"}
    sheet = workbook(Delivery("lake", "站点", moment(ON), {"station": [station]}))
    import_entries(writing(world), "站点.xlsx", sheet)
    assert Entry.objects.filter(kind="station").count() == 1
    assert "undetermined" not in {one["verdict"] for one in stored(row)}


def test_more_than_a_few_wait_for_the_next_check_and_the_page_says_so(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [
        put_entry(writing(world), Given("reading", f"r{at}", GIVEN["reading"])) for at in range(3)
    ]
    before = stored(rows[0])
    monkeypatch.setattr(belonging, "FEW", 2)
    put(world, "station", "s1")
    assert stored(rows[0]) == before
    assert waiting(world.jurisdiction.pk, "lake").count() == 3
    assert waiting_words(ledger("lake"), world["supervisor"]).startswith("3 条的相关条目有变动")
    check_ledger(world["supervisor"], "lake", ON, lambda: moment(ON))
    assert stored(rows[0]) == together("reading")
    assert waiting_words(ledger("lake"), world["supervisor"]) == ""


def test_which_kinds_look_at_which_is_told_by_the_worked_examples() -> None:
    """The room's unit tells its level, and the office's the same way."""
    assert lookers("lake")["station"] >= {"reading", "sample"}
    assert lookers("premises")["unit"] >= {"room", "office"}
    assert "lease" not in lookers("premises")


def test_a_panel_is_given_what_belongs_beside_an_entry(world: World) -> None:
    """The reading's water is its station's."""
    put(world, "station", "s1")
    put(world, "reading", "r1")
    source = PanelSource("any", ("reading",), 9, lambda _: None)
    (shown,) = _entries(ledger("lake"), source, world["supervisor"], ON)
    assert (shown.entry.body, shown.entry.batch.on) == ("river", ON)
