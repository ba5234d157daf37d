"""Whatever changes a ledger is seen at once by the matters that the ledger is to prove."""

from __future__ import annotations

from datetime import date

import pytest

from ledgers.base.books import book, offices
from ledgers.base.offices import ON, office, writing
from world import World, moment
from yiding.followup.models import ClosingTest
from yiding.ledgers.base.checking_runs import check_ledger
from yiding.ledgers.base.importing import import_entries
from yiding.ledgers.base.models import Entry
from yiding.ledgers.base.store import change_entry, put_entry, retire_entry

LATER = date(2026, 3, 4)


def matter_shown_by(world: World, address: str, **fields: str) -> ClosingTest:
    """A matter under way whose test is named before the ledger holds anything."""
    matter = world.assigned(closing_kind="deliver")
    kind = "entry" if ":" in address else "indicator"
    data = {"kind": kind, "address": address, **fields}
    world.act("matter.name_test", matter, "supervisor", ON, **data)
    return ClosingTest.objects.get(matter=matter)


def result(test: ClosingTest) -> tuple[str, date | None]:
    test.refresh_from_db()
    return test.result, test.looked_on


def test_an_entry_put_changed_and_retired(world: World) -> None:
    """By the entry's address: there, too large, and gone again."""
    test = matter_shown_by(world, "premises:office/A-1")
    assert test.result == "no_data"
    row = put_entry(writing(world), office("A-1"))
    assert result(test) == ("proven", ON)
    row = change_entry(writing(world, on=LATER), row, {"area_m2": "9.01"})
    assert result(test) == ("ahead", LATER)
    retire_entry(writing(world, on=LATER), row, "已交回")
    assert result(test) == ("no_data", LATER)


def test_a_figure_after_an_import(world: World) -> None:
    """Two offices within the limit, then one beyond it."""
    test = matter_shown_by(world, "premises/over-limit-share", target="0")
    import_entries(writing(world), "台账.xlsx", book(offices(2)))
    assert result(test) == ("proven", ON)
    import_entries(writing(world, on=LATER), "台账.xlsx", book(offices(1, area="12")))
    assert result(test) == ("ahead", LATER)


def test_a_check_run_that_finds_otherwise(world: World) -> None:
    """The verdict an entry stood with is replaced, and the matter follows."""
    put_entry(writing(world), office("A-1", area="12"))
    Entry.objects.update(verdict="met")
    test = matter_shown_by(world, "premises:office/A-1")
    assert test.result == "proven"
    check_ledger(world["supervisor"], "premises", LATER, lambda: moment(LATER))
    assert result(test) == ("ahead", LATER)


@pytest.mark.parametrize("address", ["lake/bloom-days", "premises:office/B-1"])
def test_what_is_tested_otherwise_stays_as_it_was(world: World, address: str) -> None:
    """Another ledger is not looked at; another entry is looked at and says the same."""
    test = matter_shown_by(world, address, target="0")
    before = test.result
    put_entry(writing(world, on=LATER), office("A-1"))
    looked_on = ON if address.startswith("lake") else LATER
    assert result(test) == (before, looked_on)


def test_what_says_nothing_new_makes_nobody_look(world: World) -> None:
    """The same entry once more."""
    put_entry(writing(world), office("A-1"))
    test = matter_shown_by(world, "premises:office/A-1")
    put_entry(writing(world, on=LATER), office("A-1"))
    assert result(test) == ("proven", ON)


def test_a_refused_import_is_seen_by_nobody(world: World) -> None:
    """A file with a wrong row writes nothing."""
    test = matter_shown_by(world, "premises/over-limit-share", target="0")
    rows = [*offices(1), ["A-9", "市级机关", "staff", "很大", "市水务局"]]
    outcome = import_entries(writing(world, on=LATER), "台账.xlsx", book(rows))
    assert outcome.wrongs
    assert result(test) == ("no_data", ON)
